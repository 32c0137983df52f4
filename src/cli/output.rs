//! Writing to standard output and standard error. A reader that goes away (`| head`) is no error.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::content::{printable, reason};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// Problems in the data, or a failure that was told.
    Findings,
    /// Not the way to call the program.
    Misuse,
}

impl Outcome {
    pub fn exit_code(self) -> ExitCode {
        match self {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Findings => ExitCode::from(1),
            Outcome::Misuse => ExitCode::from(2),
        }
    }
}

/// Prints a whole text.
pub fn print(text: &str) -> Outcome {
    print_bytes(text.as_bytes())
}

pub fn print_bytes(bytes: &[u8]) -> Outcome {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Outcome::Done,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Outcome::Done,
        Err(_) => {
            complain("erreur\u{a0}: écriture impossible sur la sortie standard");
            Outcome::Findings
        }
    }
}

/// Writes a whole file, or says why not.
pub fn write_file(path: &Path, bytes: &[u8]) -> Outcome {
    match std::fs::write(path, bytes) {
        Ok(()) => Outcome::Done,
        Err(error) => {
            let path = printable(&path.display().to_string());
            complain(&format!(
                "erreur\u{a0}: impossible d’écrire «\u{a0}{path}\u{a0}»\u{a0}: {}",
                reason(&error)
            ));
            Outcome::Findings
        }
    }
}

/// Says what is wrong on standard error; there is nowhere left to report a failure of that.
pub fn complain(text: &str) {
    let text = text.trim_end_matches('\n');
    let _ = writeln!(io::stderr().lock(), "{text}");
}
