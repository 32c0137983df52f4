//! What to tell someone whose text could not be read: one sentence, what stands there and
//! what is expected. The text itself is never repeated raw.

use super::quantity::{ReadError, ReadErrorKind};

/// Most characters of the text that a message repeats.
const SHOWN: usize = 16;

impl ReadError {
    /// One French sentence: what could not be read, where, and what is expected.
    pub fn message(&self) -> String {
        use ReadErrorKind as Kind;
        let (what, place) = (self.what(), self.place());
        match self.kind {
            Kind::Blank => "Rien n’est écrit\u{a0}: tapez un nombre, un calcul ou une durée.".into(),
            Kind::TooLong => {
                "C’est trop long pour un nombre\u{a0}: écrivez seulement le résultat ou le calcul."
                    .into()
            }
            Kind::TooDeep => {
                "Il y a trop de parenthèses les unes dans les autres\u{a0}: simplifiez le calcul."
                    .into()
            }
            Kind::TooManyDigits => {
                "Il y a trop de chiffres\u{a0}: un nombre en compte 28 au plus.".into()
            }
            Kind::NotANumber => format!("Un nombre est attendu à la place de {what}."),
            Kind::BadGrouping => format!(
                "Le nombre ne se lit plus à partir de {what}\u{a0}: les milliers se groupent par trois chiffres et la virgule ne sert qu’une fois."
            ),
            Kind::TwoCommas => format!(
                "Une seconde virgule ne se lit pas ({place})\u{a0}: il n’y a qu’une virgule dans un nombre, devant les décimales."
            ),
            Kind::UnexpectedCharacter => {
                format!("La lecture s’arrête à {what}\u{a0}: un nombre, une unité ou un calcul est attendu.")
            }
            Kind::UnknownUnit => format!(
                "L’unité {what} n’est pas connue\u{a0}: sont lus %, points, €, k€, M€, €/h, h, min, s, jours, mois, fois et les noms de ce que l’on compte."
            ),
            Kind::MissingOperand => format!("Il manque un nombre dans le calcul, près de {what}."),
            Kind::UnclosedParenthesis => {
                format!("La parenthèse ouverte n’est pas refermée ({place})\u{a0}: ajoutez «\u{a0})\u{a0}».")
            }
            Kind::UnopenedParenthesis => {
                format!("Une parenthèse se ferme sans avoir été ouverte ({place})\u{a0}: ajoutez «\u{a0}(\u{a0}» ou retirez-la.")
            }
            Kind::MisplacedPercent => format!(
                "Le signe\u{a0}% n’est pas à sa place ({place})\u{a0}: il s’écrit une seule fois, après le nombre."
            ),
            Kind::DivisionByZero => {
                format!("Le calcul divise par zéro ({place})\u{a0}: vérifiez le dénominateur.")
            }
            Kind::Overflow => {
                "Le résultat est trop grand pour être lu\u{a0}: vérifiez les nombres et les puissances."
                    .into()
            }
            Kind::MixedUnits => format!(
                "Les unités ne vont pas ensemble ({place})\u{a0}: convertissez-les ou gardez-en une seule."
            ),
            Kind::BadClock => format!(
                "La durée ne se lit pas à partir de {what}\u{a0}: les minutes et les secondes vont de 0 à 59, comme dans 21\u{a0}h\u{a0}20 ou 3\u{a0}min\u{a0}47\u{a0}s."
            ),
            Kind::BadPower => format!(
                "La puissance ne se lit pas ({place})\u{a0}: un exposant entier est attendu, comme dans 10^3."
            ),
        }
    }

    /// `« zz » (4e caractère)`, or where it is when nothing stands there.
    fn what(&self) -> String {
        match &*self.found {
            "" => "la fin".into(),
            found => format!("«\u{a0}{found}\u{a0}» ({})", self.place()),
        }
    }

    /// `4e caractère`.
    fn place(&self) -> String {
        match self.at {
            0 => String::from("1er caractère"),
            at => format!("{}e caractère", at.saturating_add(1)),
        }
    }
}

/// What stands at the place of an error: a word, or one character, safe to show.
pub fn found(raw: &str, error: &ReadError) -> String {
    let mut rest = raw.chars().skip(error.at);
    let Some(first) = rest.next() else { return String::new() };
    let mut shown = printable(first);
    if first.is_alphanumeric() {
        let word = rest.take_while(|c| c.is_alphanumeric()).take(SHOWN);
        shown.extend(word.map(printable));
    }
    shown
}

/// A character as it may be shown on a terminal: controls by their name, unknown ones by their code.
fn printable(c: char) -> String {
    match c {
        '\u{7f}' => "␡".into(),
        c if (c as u32) < 0x20 => {
            char::from_u32(0x2400 + c as u32).map_or_else(String::new, String::from)
        }
        c if c.is_ascii() || is_known(c) => c.into(),
        c => format!("U+{:04X}", c as u32),
    }
}

/// Letters of Latin, Greek and Cyrillic, and the signs of French text: one column, no effect on what follows.
fn is_known(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{52f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
        | '\u{20a0}'..='\u{20bf}' | '\u{2190}'..='\u{21ff}' | '\u{2200}'..='\u{22ff}')
}
