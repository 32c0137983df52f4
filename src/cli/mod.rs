//! The command line: one file per sub-command. The only room that knows `clap`.
//!
//! Exit codes: 0 done, 1 findings or bad data, 2 bad usage. Errors go to standard error,
//! one clear French sentence first.

mod args;
pub mod corriger;
mod errata;
mod exporter;
mod french;
mod memo;
mod output;
mod paths;
mod progres;
mod projeter;
mod shell;
mod texte;
mod valider;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use args::{Cli, Command};
use output::Outcome;

use crate::store::{Name, NameError, Who};

/// Runs the program with these arguments, the program's name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    match french::read::<Cli>(args) {
        Ok(cli) => obey(cli).exit_code(),
        Err(refusal) if refusal.wanted => output::print(&refusal.text).exit_code(),
        Err(refusal) => {
            output::complain(&refusal.text);
            ExitCode::from(2)
        }
    }
}

fn obey(cli: Cli) -> Outcome {
    match cli.command {
        None => open(cli.library, cli.texte),
        Some(Command::Valider(args)) => valider::run(&args, &cli.library),
        Some(Command::Corriger { format }) => batch(&cli.library, format),
        Some(Command::Projeter(args)) => projeter::run(&args, &cli.library),
        Some(Command::Memo(args)) => memo::run(&args, &cli.library),
        Some(Command::Progres(args)) => progres::run(&args, &cli.library),
        Some(Command::Exporter(args)) => exporter::run(&args, &cli.library),
        Some(Command::Completions { shell }) => shell::completions(shell),
        Some(Command::Man) => shell::man(),
    }
}

/// Opens the tutor; what cannot be read of the papers is told there, and never stops it.
fn open(library: args::Library, lines: bool) -> Outcome {
    let data = paths::data_folder(&library);
    let who = match who(&library) {
        Ok(who) => who,
        Err(why) => return refused_name(why),
    };
    let user = data.clone();
    let load = move || {
        let layers = paths::layers(&library, user.as_deref());
        let (catalogue, mut problems) = crate::content::catalogue(&layers.sources);
        problems.extend(layers.problems);
        (catalogue, problems)
    };
    if let Some(why) = texte::chosen(lines) {
        let (catalogue, problems) = load();
        return texte::run(catalogue, &problems, data.as_deref(), &who, why);
    }
    let contents = crate::content::contents();
    let options = crate::tui::Options { contents, load: Box::new(load), data, who };
    ended(crate::tui::run(options))
}

/// Whose progress the options ask for.
fn who(library: &args::Library) -> Result<Who, NameError> {
    match &library.profil {
        _ if library.invite => Ok(Who::Guest),
        Some(name) => Name::read(name).map(Who::Named),
        None => Ok(Who::Last),
    }
}

fn refused_name(why: NameError) -> Outcome {
    output::complain(&format!("erreur\u{a0}: nom de profil refusé. {why}"));
    Outcome::Misuse
}

/// How the screens ended.
fn ended(result: Result<(), crate::tui::Error>) -> Outcome {
    match result {
        Ok(()) => Outcome::Done,
        Err(error) => {
            output::complain(&format!("erreur\u{a0}: {error}"));
            match error {
                crate::tui::Error::NotATerminal => Outcome::Misuse,
                _ => Outcome::Findings,
            }
        }
    }
}

/// Judges every request of standard input.
fn batch(library: &args::Library, format: args::BatchFormat) -> Outcome {
    let layers = paths::layers(library, paths::data_folder(library).as_deref());
    let (catalogue, problems) = crate::content::catalogue(&layers.sources);
    for problem in layers.problems.iter().chain(&problems) {
        output::complain(&problem.one_line());
    }
    let format = match format {
        args::BatchFormat::Json => corriger::Format::JsonLines,
        args::BatchFormat::Csv => corriger::Format::Csv,
    };
    match corriger::run(io::stdin().lock(), io::stdout().lock(), &catalogue, format) {
        Ok(corriger::Outcome::Served) => Outcome::Done,
        Ok(corriger::Outcome::Refused(_)) => Outcome::Findings,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Done,
        Err(_) => {
            output::complain("erreur\u{a0}: lecture ou écriture interrompue");
            Outcome::Findings
        }
    }
}
