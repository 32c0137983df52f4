//! The kinds of problem a file may have: one row each, with its short name and severity.

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The paper does not open, or would mislead: `valider` ends with 1.
    Error,
    /// The paper opens; a remedy is advised.
    Warning,
    /// Nothing to mend: something an author may like to know.
    Note,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $short:literal, $severity:ident;)*) => {
        /// What is wrong. [`Code::short`] is what authors and tests see.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, in the order of the manual.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The short name printed in brackets: `F` file, `S` syntax, `N` names, `C` figures, `R` reading over.
            pub fn short(self) -> &'static str {
                match self { $(Code::$name => $short,)* }
            }

            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A file or folder that cannot be read.
    Unreadable = "F01", Error;
    /// Over the size limit.
    TooLarge = "F02", Error;
    NotUtf8 = "F03", Error;
    /// A format version this program does not know.
    Version = "F04", Error;
    /// Two papers, or two entries, of one id in the same place.
    DuplicateSubject = "F05", Error;
    /// More files or folders than the reader goes through.
    TooMany = "F06", Error;
    /// RON itself stops here.
    Syntax = "S01", Error;
    UnknownField = "S02", Error;
    MissingField = "S03", Error;
    RepeatedField = "S04", Error;
    UnknownVariant = "S05", Error;
    WrongType = "S06", Error;
    /// A figure without quotes.
    Unquoted = "S07", Error;
    TooDeep = "S08", Error;
    BadId = "N01", Error;
    DuplicateId = "N02", Error;
    UnknownAnnex = "N03", Error;
    UnknownSkill = "N04", Error;
    BadFigure = "C01", Error;
    BadFormula = "C02", Error;
    NoValue = "C03", Error;
    PrintMismatch = "C04", Error;
    NeedlessErratum = "C05", Error;
    NoUnit = "C06", Error;
    RouteMismatch = "C07", Error;
    CheckFails = "C08", Error;
    TrapIsRight = "C09", Error;
    AcceptedIsRight = "C10", Warning;
    CellCount = "C11", Error;
    BadUnit = "C12", Error;
    BadTolerance = "C13", Error;
    Cycle = "C14", Error;
    BadPoints = "C15", Error;
    NoHint = "R01", Error;
    NoReasoning = "R02", Error;
    Leak = "R03", Error;
    NoRightOption = "R04", Error;
    NoWhy = "R05", Error;
    NoKeyPoint = "R06", Error;
    NoModel = "R07", Error;
    BadPattern = "R08", Error;
    Benchmarks = "R09", Error;
    UnusedAnnex = "R10", Warning;
    Total = "R11", Warning;
    ControlCharacter = "R12", Error;
    EmptyText = "R13", Error;
    Enough = "R14", Error;
    /// Two expected mistakes that lead to one value.
    SameTrap = "R15", Warning;
    /// Two mistakes of one step that lead to one figure.
    Collision = "R16", Note;
    /// A mistake whose figure is accepted.
    HiddenSlip = "R17", Note;
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn short_names_are_unique() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.short()).collect();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
