//! `completions` and `man`: what other programs read about this one.

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Cli;
use super::french;
use super::output::{Outcome, complain, print_bytes};

/// Prints the completion script of a shell.
pub fn completions(shell: Shell) -> Outcome {
    let mut script = Vec::new();
    let mut command = french::in_french(Cli::command());
    clap_complete::generate(shell, &mut command, "tuteur-ndrc", &mut script);
    print_bytes(&script)
}

/// Prints the manual page.
pub fn man() -> Outcome {
    let mut page = Vec::new();
    match clap_mangen::Man::new(french::in_french(Cli::command())).render(&mut page) {
        Ok(()) => print_bytes(&page),
        Err(_) => {
            complain("erreur\u{a0}: la page de manuel n’a pas pu être écrite");
            Outcome::Findings
        }
    }
}
