//! clap in French: help pages, error sentences. Also feeds completions and the man page.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error, ErrorFormatter, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

/// Why there is nothing to run: help was asked for, or the arguments were refused.
pub struct Refusal {
    pub text: String,
    /// Help or version, wanted by the user.
    pub wanted: bool,
}

/// Reads the arguments, the program's name first.
pub fn read<T: CommandFactory + FromArgMatches>(
    args: impl IntoIterator<Item = OsString>,
) -> Result<T, Refusal> {
    let mut command = in_french(T::command());
    command
        .try_get_matches_from_mut(args)
        .and_then(|matches| T::from_arg_matches(&matches).map_err(|e| e.format(&mut command)))
        .map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Refusal { text: error.to_string(), wanted: true }
            }
            _ => Refusal { text: error.apply::<French>().to_string(), wanted: false },
        })
}

/// clap puts the colon right after a heading; French wants a blank before it.
const OPTIONS: &str = "Options\u{a0}";
const TEMPLATE: &str =
    "{before-help}{about-with-newline}\nUtilisation\u{a0}: {usage}\n\n{all-args}{after-help}";

/// The command with every heading and every built-in option in French.
pub fn in_french(mut command: Command) -> Command {
    command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Commandes\u{a0}")
        .subcommand_value_name("COMMANDE")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true);
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in ids {
        command = command.mut_arg(id, argument);
    }
    command = command.arg(
        built_in("aide", 'h', "help", "Affiche cette aide", ArgAction::Help).visible_alias("aide"),
    );
    if command.get_version().is_some() {
        command = command.arg(built_in(
            "version_",
            'V',
            "version",
            "Affiche la version",
            ArgAction::Version,
        ));
    }
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, in_french))
}

fn built_in(
    id: &'static str,
    short: char,
    long: &'static str,
    help: &'static str,
    action: ArgAction,
) -> Arg {
    Arg::new(id).short(short).long(long).action(action).help(help).help_heading(OPTIONS)
}

/// Possible and default values, which clap would announce in English.
fn argument(arg: Arg) -> Arg {
    let mut more = String::new();
    if arg.get_action().takes_values() {
        let possible: Vec<_> =
            arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        if !possible.is_empty() {
            more += &format!(" [valeurs\u{a0}: {}]", possible.join(", "));
        }
        let default: Vec<_> = arg
            .get_default_values()
            .iter()
            .map(|value| value.to_string_lossy().into_owned())
            .collect();
        if !default.is_empty() {
            more += &format!(" [par défaut\u{a0}: {}]", default.join(", "));
        }
    }
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let heading = if arg.is_positional() { "Arguments\u{a0}" } else { OPTIONS };
    let arg = if more.is_empty() {
        arg
    } else {
        arg.help(help + &more).hide_default_value(true).hide_possible_values(true)
    };
    arg.help_heading(heading)
}

/// Words clap's refusals in French.
struct French;

impl ErrorFormatter for French {
    fn format_error(error: &Error<Self>) -> StyledStr {
        let near = [
            ContextKind::SuggestedArg,
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedValue,
        ]
        .map(|kind| context(error, kind))
        .concat();
        let near = if near.is_empty() {
            near
        } else {
            format!("Vouliez-vous dire «\u{a0}{near}\u{a0}»\u{a0}?\n")
        };
        let usage = context(error, ContextKind::Usage).replacen("Usage:", "Utilisation\u{a0}:", 1);
        let usage = if usage.is_empty() { usage } else { format!("\n{usage}\n") };
        let text = format!(
            "erreur\u{a0}: {}\n{near}{usage}Pour en savoir plus\u{a0}: --help\n",
            sentence(error)
        );
        crate::content::printable(&text).into()
    }
}

fn context(error: &Error<French>, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}

fn sentence(error: &Error<French>) -> String {
    let arg = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => {
            format!("valeur «\u{a0}{value}\u{a0}» refusée pour «\u{a0}{arg}\u{a0}»")
        }
        ErrorKind::InvalidValue => format!("il manque une valeur pour «\u{a0}{arg}\u{a0}»"),
        ErrorKind::UnknownArgument => format!("argument inconnu «\u{a0}{arg}\u{a0}»"),
        ErrorKind::InvalidSubcommand => {
            format!(
                "commande inconnue «\u{a0}{}\u{a0}»",
                context(error, ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::ArgumentConflict => {
            let prior = context(error, ContextKind::PriorArg);
            if prior == arg {
                format!("«\u{a0}{arg}\u{a0}» est donné deux fois")
            } else {
                format!("«\u{a0}{arg}\u{a0}» est incompatible avec «\u{a0}{prior}\u{a0}»")
            }
        }
        ErrorKind::MissingRequiredArgument => format!("il manque {arg}"),
        ErrorKind::InvalidUtf8 => "argument illisible\u{a0}: il n’est pas en UTF-8".to_owned(),
        _ => "arguments refusés".to_owned(),
    }
}
