//! The words and signs that name a unit after a figure, in one place: `pts de %`, `k€`,
//! `euros par heure`, `visiteurs`. What a unit is worth is `unit`'s work.

use super::Unit;
use super::lexer::{self, Kind, Token};
use super::normalise;
use super::nouns::NOUNS;

/// A unit recognised at the start of some tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// `None` for a bare multiplier: `2 millions`.
    pub unit: Option<Unit>,
    /// The figure is to be multiplied by this power of ten (`2 milliards d'euros` is 2 000 M€).
    pub power: u32,
    /// How many tokens name it.
    pub length: usize,
}

/// Names of one unit, as token texts separated by blanks; the longest that fits wins.
type Spelling = (&'static str, Unit, u32);

const PLAIN: &[Spelling] = &[
    ("%", Unit::Percent, 0),
    ("pourcent", Unit::Percent, 0),
    ("pourcents", Unit::Percent, 0),
    ("pour cent", Unit::Percent, 0),
    ("p cent", Unit::Percent, 0),
    ("pct", Unit::Percent, 0),
    ("fois", Unit::Times, 0),
    ("s", Unit::Second, 0),
    ("sec", Unit::Second, 0),
    ("secs", Unit::Second, 0),
    ("seconde", Unit::Second, 0),
    ("secondes", Unit::Second, 0),
    ("\"", Unit::Second, 0),
    ("min", Unit::Minute, 0),
    ("mins", Unit::Minute, 0),
    ("mn", Unit::Minute, 0),
    ("minute", Unit::Minute, 0),
    ("minutes", Unit::Minute, 0),
    ("'", Unit::Minute, 0),
    ("h", Unit::Hour, 0),
    ("hr", Unit::Hour, 0),
    ("hrs", Unit::Hour, 0),
    ("heure", Unit::Hour, 0),
    ("heures", Unit::Hour, 0),
    ("j", Unit::Day, 0),
    ("jr", Unit::Day, 0),
    ("jrs", Unit::Day, 0),
    ("jour", Unit::Day, 0),
    ("jours", Unit::Day, 0),
    ("jours ouvres", Unit::Day, 0),
    ("jours ouvrables", Unit::Day, 0),
    ("mois", Unit::Month, 0),
];

const POINTS: &[&str] = &["pt", "pts", "point", "points", "pp"];
const POINTS_TAIL: &[&str] = &[
    "de %",
    "%",
    "de pourcentage",
    "de pourcentages",
    "de pourcent",
    "de pour cent",
    "pourcentage",
    "en pourcentage",
];

const MONEY: &[Spelling] = &[
    ("€", Unit::Euro, 0),
    ("eur", Unit::Euro, 0),
    ("euro", Unit::Euro, 0),
    ("euros", Unit::Euro, 0),
    ("k €", Unit::KiloEuro, 0),
    ("k eur", Unit::KiloEuro, 0),
    ("k euro", Unit::KiloEuro, 0),
    ("k euros", Unit::KiloEuro, 0),
    ("keur", Unit::KiloEuro, 0),
    ("keuro", Unit::KiloEuro, 0),
    ("keuros", Unit::KiloEuro, 0),
    ("m €", Unit::MegaEuro, 0),
    ("m eur", Unit::MegaEuro, 0),
    ("m euros", Unit::MegaEuro, 0),
    ("meur", Unit::MegaEuro, 0),
    ("meuros", Unit::MegaEuro, 0),
    ("md €", Unit::MegaEuro, 3),
    ("mds €", Unit::MegaEuro, 3),
    ("mrd €", Unit::MegaEuro, 3),
];

/// `2 mille euros`, `1,2 million d'euros`: multiplier, unit with a currency, power beyond it, power without one.
const MULTIPLIERS: &[(&str, Unit, u32, u32)] = &[
    ("mille", Unit::KiloEuro, 0, 3),
    ("millier", Unit::KiloEuro, 0, 3),
    ("milliers", Unit::KiloEuro, 0, 3),
    ("million", Unit::MegaEuro, 0, 6),
    ("millions", Unit::MegaEuro, 0, 6),
    ("milliard", Unit::MegaEuro, 3, 9),
    ("milliards", Unit::MegaEuro, 3, 9),
];
const CURRENCY_AFTER_MULTIPLIER: &[&str] =
    &["d ' euros", "d ' euro", "d ' €", "d ' eur", "de €", "euros", "€", "eur"];
const TAXES: &[&str] = &["ht", "ttc", "net", "nets", "hors taxe", "hors taxes"];
const PER: &[&str] = &["par", "/", "de l '", "l '", "de"];

/// The unit that `tokens` start with, if they do: the longest name that fits
/// (`points de vente` are counted, `points de %` are not).
pub fn find(tokens: &[Token]) -> Option<Found> {
    // Most figures are followed by an operator or nothing: no table is searched for those.
    if word(tokens.first()?).is_empty() && tokens.first()?.kind != Kind::Times {
        return None;
    }
    let kinds = [trailing_times, count, plain, money, points];
    kinds.iter().filter_map(|kind| kind(tokens)).max_by_key(|found| found.length)
}

/// The unit that a whole text names.
pub fn parse(text: &str) -> Option<Unit> {
    let tokens = lexer::tokens(&normalise::normalise(text).ok()?);
    let found = find(&tokens)?;
    (found.length == tokens.len() && found.power == 0).then_some(found.unit)?
}

fn points(tokens: &[Token]) -> Option<Found> {
    let head = longest(tokens, POINTS)?;
    let tail = longest(tokens.get(head..)?, POINTS_TAIL).unwrap_or(0);
    Some(Found { unit: Some(Unit::Points), power: 0, length: head + tail })
}

fn money(tokens: &[Token]) -> Option<Found> {
    let (unit, power, head) = spelling(tokens, MONEY).or_else(|| multiplied(tokens))?;
    let tax = longest(tokens.get(head..)?, TAXES).unwrap_or(0);
    let length = head + tax;
    let Some(unit) = unit else {
        return Some(Found { unit, power, length: head });
    };
    let rest = tokens.get(length..)?;
    if let Some(hour) = unit_per(rest, |rest| longest(rest, &["h", "heure", "heures"])) {
        let unit = (unit == Unit::Euro).then_some(Unit::EuroPerHour)?;
        return Some(Found { unit: Some(unit), power, length: length + hour });
    }
    Some(Found { unit: Some(unit), power, length: length + per_thing(rest) })
}

fn multiplied(tokens: &[Token]) -> Option<(Option<Unit>, u32, usize)> {
    let (word, rest) = tokens.split_first()?;
    let (_, unit, with, without) = MULTIPLIERS.iter().find(|(name, ..)| is(word, name))?;
    Some(match longest(rest, CURRENCY_AFTER_MULTIPLIER) {
        Some(length) => (Some(*unit), *with, 1 + length),
        None => (None, *without, 1),
    })
}

fn plain(tokens: &[Token]) -> Option<Found> {
    let (unit, power, length) = spelling(tokens, PLAIN)?;
    let per = match unit {
        Some(Unit::Percent) => 0,
        _ => per_thing(tokens.get(length..)?),
    };
    Some(Found { unit, power, length: length + per })
}

fn count(tokens: &[Token]) -> Option<Found> {
    let head = noun(tokens)?;
    let rest = tokens.get(head..)?;
    let hour = unit_per(rest, |rest| longest(rest, &["h", "heure", "heures"]));
    let length = head + hour.unwrap_or_else(|| per_thing(rest));
    Some(Found { unit: Some(Unit::Count), power: 0, length })
}

/// `2,6 x`: a coefficient, when nothing is multiplied after it.
fn trailing_times(tokens: &[Token]) -> Option<Found> {
    match tokens {
        [Token { kind: Kind::Times, .. }] => {
            Some(Found { unit: Some(Unit::Times), power: 0, length: 1 })
        }
        _ => None,
    }
}

/// `par clic`, `/ session`, `/mois`: says what a figure is counted by and changes nothing to it.
fn per_thing(tokens: &[Token]) -> usize {
    let by = |rest: &[Token]| longest(rest, &["mois", "jour", "j"]).or_else(|| noun(rest));
    unit_per(tokens, by).unwrap_or(0)
}

fn unit_per(tokens: &[Token], by: impl Fn(&[Token]) -> Option<usize>) -> Option<usize> {
    let per = longest(tokens, PER)?;
    Some(per + by(tokens.get(per..)?)?)
}

fn noun(tokens: &[Token]) -> Option<usize> {
    NOUNS.iter().filter_map(|noun| matches(tokens, noun, true)).max()
}

fn spelling(tokens: &[Token], table: &[Spelling]) -> Option<(Option<Unit>, u32, usize)> {
    let found = table.iter().filter_map(|(text, unit, power)| {
        matches(tokens, text, false).map(|length| (Some(*unit), *power, length))
    });
    found.max_by_key(|(_, _, length)| *length)
}

fn longest(tokens: &[Token], table: &[&str]) -> Option<usize> {
    table.iter().filter_map(|text| matches(tokens, text, false)).max()
}

/// How many tokens spell `text`; with `plural`, each word may end in `s`.
fn matches(tokens: &[Token], text: &str, plural: bool) -> Option<usize> {
    // Most rows differ from the first letter on: the tables are searched for every figure.
    if text.as_bytes().first() != word(tokens.first()?).as_bytes().first() {
        return None;
    }
    let mut length = 0;
    for part in text.split(' ') {
        let token = tokens.get(length)?;
        let same = is(token, part)
            || (plural && word(token).strip_suffix('s').is_some_and(|word| word == part));
        if !same {
            return None;
        }
        length += 1;
    }
    Some(length)
}

fn is(token: &Token, text: &str) -> bool {
    word(token) == text
}

/// The text a token stands for in the tables of this file.
fn word(token: &Token) -> &str {
    match &token.kind {
        Kind::Word(word) => word,
        Kind::Percent => "%",
        Kind::Euro => "€",
        Kind::Quote => "'",
        Kind::DoubleQuote => "\"",
        Kind::Divide => "/",
        Kind::Minus => "-",
        _ => "",
    }
}
