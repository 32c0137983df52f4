//! RON's errors in French, with the remedy an author needs.

use std::ops::Range;

use ron::error::Error;

use super::code::Code;
use super::diagnostic::Diagnostic;
use super::located::UNQUOTED;
use super::source::SourceFile;
use super::trail::{skipped, trail};

/// The problem RON stopped at.
pub(super) fn diagnostic(source: &SourceFile, error: &Error, place: Range<usize>) -> Diagnostic {
    if let Some(figure) = bare_figure(&source.text, place.end) {
        let written = source.text[figure.clone()].to_owned();
        return Diagnostic::at(source, figure, Code::Unquoted, "chiffre sans guillemets")
            .label(format!("écrivez \"{written}\""))
            .help("Tout chiffre s’écrit entre guillemets droits, à la française, avec son unité\u{a0}: \"25,64 %\".");
    }
    let Wording { code, message, label, help } = wording(error);
    let at = match code {
        Code::Syntax => unexpected(&source.text, place),
        Code::WrongType => token_before(&source.text, place),
        _ => place,
    };
    let trail = trail(&source.text, at.start);
    let diagnostic = Diagnostic::at(source, at, code, message).label(label);
    match (help, trail) {
        (Some(help), _) => diagnostic.help(help),
        (None, Some(trail)) => diagnostic.help(format!("C’est dans {trail}.")),
        (None, None) => diagnostic,
    }
}

struct Wording {
    code: Code,
    message: String,
    label: String,
    help: Option<String>,
}

fn word(code: Code, message: impl Into<String>, label: impl Into<String>) -> Wording {
    Wording { code, message: message.into(), label: label.into(), help: None }
}

fn wording(error: &Error) -> Wording {
    match error {
        Error::NoSuchStructField { expected, found, .. } => Wording {
            help: Some(choices(found, expected, "Champs possibles")),
            ..word(
                Code::UnknownField,
                format!("champ inconnu «\u{a0}{found}\u{a0}»"),
                "inconnu ici",
            )
        },
        Error::NoSuchEnumVariant { expected, found, .. } => Wording {
            help: Some(choices(found, expected, "Formes possibles")),
            ..word(
                Code::UnknownVariant,
                format!("forme inconnue «\u{a0}{found}\u{a0}»"),
                "inconnue ici",
            )
        },
        Error::MissingStructField { field, .. } => Wording {
            help: Some(format!("Ajoutez {field}: … avant la parenthèse fermante.")),
            ..word(
                Code::MissingField,
                format!("il manque le champ «\u{a0}{field}\u{a0}»"),
                "avant ceci",
            )
        },
        Error::DuplicateStructField { field, .. } => word(
            Code::RepeatedField,
            format!("champ «\u{a0}{field}\u{a0}» donné deux fois"),
            "déjà donné plus haut",
        ),
        Error::ExpectedDifferentStructName { expected, found } => word(
            Code::UnknownVariant,
            format!("«\u{a0}{found}\u{a0}» n’est pas attendu ici"),
            format!("écrivez {expected}(…), ou seulement (…)"),
        ),
        Error::ExceededRecursionLimit => {
            word(Code::TooDeep, "parenthèses trop imbriquées", "trop profond")
        }
        Error::ExpectedString | Error::ExpectedRawValue => unquoted(),
        Error::Message(message) if message == UNQUOTED => unquoted(),
        other => syntax(other),
    }
}

fn unquoted() -> Wording {
    Wording {
        help: Some(
            "Textes, chiffres et formules s’écrivent entre guillemets droits\u{a0}: \"…\".".into(),
        ),
        ..word(
            Code::WrongType,
            "texte attendu entre guillemets droits",
            "ce n’est pas un texte entre guillemets",
        )
    }
}

/// Everything that stops the reader of the notation itself.
fn syntax(error: &Error) -> Wording {
    let expected = match error {
        Error::Eof => {
            "le fichier s’arrête trop tôt\u{a0}: une parenthèse, un crochet ou un guillemet n’est pas fermé"
        }
        Error::ExpectedArray => "crochet ouvrant «\u{a0}[\u{a0}» attendu\u{a0}: c’est une liste",
        Error::ExpectedArrayEnd => "virgule ou crochet fermant «\u{a0}]\u{a0}» attendu",
        Error::ExpectedBoolean => "true ou false attendu",
        Error::ExpectedComma => "virgule attendue",
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => {
            "nombre entier sans guillemets attendu"
        }
        Error::IntegerOutOfBounds => "nombre entier trop grand ou négatif",
        Error::ExpectedMapColon => "deux-points attendus après le nom du champ",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            "parenthèse ouvrante «\u{a0}(\u{a0}» attendue"
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            "virgule ou parenthèse fermante «\u{a0})\u{a0}» attendue"
        }
        Error::ExpectedStringEnd => "guillemet fermant attendu",
        Error::ExpectedIdentifier
        | Error::InvalidIdentifier(_)
        | Error::SuggestRawIdentifier(_) => "nom de champ ou de forme attendu",
        Error::InvalidEscape(_) => "suite «\u{a0}\\…\u{a0}» inconnue dans un texte",
        Error::UnclosedBlockComment => "commentaire «\u{a0}/*\u{a0}» non fermé",
        Error::UnexpectedChar(_) => "caractère inattendu",
        Error::TrailingCharacters => "du texte suit la fin de l’exercice",
        Error::ExpectedDifferentLength { .. } => "ce n’est pas le bon nombre d’éléments",
        Error::NoSuchExtension(_) | Error::ExpectedAttribute | Error::ExpectedAttributeEnd => {
            "en-tête «\u{a0}#![enable(…)]\u{a0}» inconnu\u{a0}: il n’en faut pas"
        }
        Error::InvalidValueForType { .. } => "valeur d’un autre genre attendue",
        Error::ExpectedUnit => "cette forme ne prend pas de parenthèses",
        _ => "notation illisible",
    };
    word(Code::Syntax, expected, "la lecture s’arrête ici")
}

/// The nearest name, then all of them.
fn choices(found: &str, expected: &[&str], heading: &str) -> String {
    let nearest = expected
        .iter()
        .map(|name| (strsim::osa_distance(found, name), name))
        .min()
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 3);
    let list = expected.join(", ");
    match nearest {
        Some((_, name)) => {
            format!("Vouliez-vous dire «\u{a0}{name}\u{a0}»\u{a0}? {heading}\u{a0}: {list}.")
        }
        None => format!("{heading}\u{a0}: {list}."),
    }
}

/// RON reports a place before the blanks it skips: the excerpt shows what comes after them.
fn unexpected(text: &str, place: Range<usize>) -> Range<usize> {
    let rest = text.get(place.end..).unwrap_or_default();
    let at = place.end + (rest.len() - rest.trim_start().len());
    if at < text.len() { at..at } else { text.trim_end().len().saturating_sub(1)..text.len() }
}

/// A refused value ends where the reader stands: the excerpt shows the value.
fn token_before(text: &str, place: Range<usize>) -> Range<usize> {
    let end = text.get(..place.end).unwrap_or_default().trim_end().len();
    let start = text[..end].rfind([' ', '(', '[', ',', '\n', ':']).map_or(0, |at| at + 1);
    if start < end { start..end } else { place }
}

/// The first `25,64` written outside quotes at or before the place the reader stopped:
/// RON takes its comma for the end of a field and complains about what follows.
fn bare_figure(text: &str, stop: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && at <= stop + 2 {
        if let Some(end) = skipped(text, at) {
            at = end;
            continue;
        }
        at = match bytes[at] {
            b',' if is_digit(bytes, at.wrapping_sub(1)) && is_digit(bytes, at + 1) => {
                return Some(figure_around(text, at));
            }
            _ => at + 1,
        };
    }
    None
}

fn is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

fn figure_around(text: &str, comma: usize) -> Range<usize> {
    let start = text[..comma]
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let end = text[comma + 1..]
        .find(|c: char| !(c.is_ascii_digit() || c == '%' || c == ' ' || c == '€'))
        .map_or(text.len(), |at| comma + 1 + at);
    start..start + text[start..end].trim_end().len()
}
