//! The one way in: a text → a quantity, two quantities to choose from, or an error with its place.

use super::amount::{Amount, Shape};
use super::expression::{self, DotMode, Failure};
use super::lexer::{self, Kind, Token};
use super::quantity::{Form, Quantity, ReadError, ReadErrorKind, Reading};
use super::{Unit, message, normalise, rounding};

/// Reads what was typed, without any context.
///
/// Never fails, never panics; time and memory are bounded whatever the text.
pub fn read(raw: &str) -> Reading {
    read_with(raw, None)
}

/// Reads what was typed where `expected` is asked for.
///
/// The expected unit settles only what writing leaves open: `15/20` is a mark where a mark is
/// expected and a division elsewhere, `3:47` a duration, `53,3 % − 49,3 %` points, and the unit
/// written after a quotient (`2053,9/47 €`) is that of the whole. It never changes a number.
pub fn read_as(raw: &str, expected: Unit) -> Reading {
    read_with(raw, Some(expected))
}

fn read_with(raw: &str, expected: Option<Unit>) -> Reading {
    match try_read(raw, expected) {
        Ok(reading) => reading,
        Err(mut error) => {
            error.found = message::found(raw, &error);
            Reading::Unreadable(error)
        }
    }
}

fn try_read(raw: &str, expected: Option<Unit>) -> Result<Reading, ReadError> {
    let fail = |(kind, at): Failure| ReadError::new(kind, at);
    let glyphs = normalise::normalise(raw)?;
    let tokens = lexer::tokens(&glyphs);
    if tokens.is_empty() {
        return Err(ReadError::new(ReadErrorKind::Blank, 0));
    }
    let answer = answer(&tokens, expected).map_err(fail)?;
    segment(answer, expected).map_err(fail)
}

/// The part that holds the answer: what follows the last `=` (`223/452 = 49,3 %`). What comes
/// before must be a computation that reads, or a label (`CA = 2 000 €`).
fn answer(tokens: &[Token], expected: Option<Unit>) -> Result<&[Token], Failure> {
    let mut segments: Vec<&[Token]> =
        tokens.split(|token| token.kind == Kind::Equals).filter(|part| !part.is_empty()).collect();
    let last = segments.pop();
    for part in segments {
        if !is_label(part) {
            segment(part, expected)?;
        }
    }
    let nothing = (ReadErrorKind::MissingOperand, tokens.first().map_or(0, |token| token.at));
    last.ok_or(nothing).map(without_label)
}

/// What names a figure before an equals sign: `Taux de rebond`, `CA T4`, `x`.
fn is_label(tokens: &[Token]) -> bool {
    let may_follow = |token: &Token| {
        matches!(token.kind, Kind::Number(_) | Kind::Open | Kind::Close | Kind::Percent)
    };
    match tokens {
        [Token { kind: Kind::Times, .. }] => true,
        [Token { kind: Kind::Word(_), .. }, rest @ ..] => {
            rest.iter().all(|token| is_wording(token) || may_follow(token))
        }
        _ => false,
    }
}

fn is_wording(token: &Token) -> bool {
    matches!(token.kind, Kind::Word(_) | Kind::Quote | Kind::Minus | Kind::Colon)
}

/// `Panier moyen : 25` without its label. Words only: `EUR 100 : 4` is a division.
fn without_label(tokens: &[Token]) -> &[Token] {
    let colon = tokens.iter().position(|token| token.kind == Kind::Colon);
    match colon.map(|colon| (tokens.get(..colon), tokens.get(colon + 1..))) {
        Some((Some(label), Some(rest)))
            if is_label(label) && label.iter().all(is_wording) && !rest.is_empty() =>
        {
            rest
        }
        _ => tokens,
    }
}

/// Reads one side of the equals sign, twice where a dot could mean two things.
fn segment(tokens: &[Token], expected: Option<Unit>) -> Result<Reading, Failure> {
    if let Some(mark) = mark(tokens, expected) {
        return Ok(Reading::Quantity(mark));
    }
    let place = tokens.first().map_or(0, |token| token.at);
    let read = |mode| {
        let amount = expression::evaluate(tokens, mode, expected)?;
        quantity(amount, expected).ok_or((ReadErrorKind::Overflow, place))
    };
    let decimal = read(DotMode::Decimal)?;
    if !tokens.iter().any(|token| is_ambiguous(&token.kind)) {
        return Ok(Reading::Quantity(decimal));
    }
    let thousands = read(DotMode::Thousands)?;
    if (thousands.value, thousands.unit) == (decimal.value, decimal.unit) {
        return Ok(Reading::Quantity(decimal));
    }
    Ok(Reading::Ambiguous { thousands, decimal })
}

fn is_ambiguous(kind: &Kind) -> bool {
    matches!(kind, Kind::Number(literal) if literal.thousands.is_some())
}

/// `15/20` where a mark is expected, `15 sur 20` anywhere.
fn mark(tokens: &[Token], expected: Option<Unit>) -> Option<Quantity> {
    let (negative, tokens) = match tokens {
        [Token { kind: Kind::Plus, .. }, rest @ ..] => (false, rest),
        [Token { kind: Kind::Minus, .. }, rest @ ..] => (true, rest),
        _ => (false, tokens),
    };
    let [first, over, second] = tokens else { return None };
    let (Kind::Number(mark), Kind::Number(maximum)) = (&first.kind, &second.kind) else {
        return None;
    };
    let expected = matches!(expected, Some(Unit::Mark(_)));
    let said = match &over.kind {
        Kind::Divide => expected,
        Kind::Word(word) => word == "sur",
        _ => false,
    };
    let maximum =
        u8::try_from(maximum.value).ok().filter(|max| matches!(max, 5 | 10 | 20 | 100))?;
    if !said || mark.thousands.is_some() || mark.value > maximum.into() {
        return None;
    }
    Some(Quantity {
        value: if negative { -mark.value } else { mark.value },
        unit: Some(Unit::Mark(maximum)),
        decimals: mark.decimals,
        form: Form::Literal,
        dot: mark.dot,
    })
}

/// What an amount is once nothing is left to compute.
fn quantity(amount: Amount, expected: Option<Unit>) -> Option<Quantity> {
    let value =
        if expression::is_written(&amount) { amount.value } else { rounding::settle(amount.value) };
    let percent = amount.unit == Some(Unit::Percent);
    // `53,3 − 49,3` where points are expected is a difference of points, not a ratio.
    let points = expected == Some(Unit::Points) && !amount.divided;
    let form = match amount.shape {
        Shape::Literal => Form::Literal,
        Shape::Clock => Form::Clock,
        Shape::Computed => Form::Expression { scaled: amount.scaled || percent || points },
    };
    Some(Quantity { value, unit: amount.unit, decimals: amount.decimals, form, dot: amount.dot })
}
