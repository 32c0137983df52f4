//! Tokens → one amount: order of operations, parentheses, and the unit after each figure.
//! Recursive descent; only a parenthesis goes deeper, and no deeper than [`DEPTH_LIMIT`].

use rust_decimal::Decimal;

use super::amount::{self, Amount, Shape};
use super::lexer::{Kind, Token};
use super::literal::Literal;
use super::quantity::ReadErrorKind;
use super::{Unit, duration, unit_words};

/// Most parentheses inside one another.
pub const DEPTH_LIMIT: usize = 40;

/// How the dot of `1.234` is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DotMode {
    Decimal,
    Thousands,
}

/// Why tokens have no value, and the place of the first that could not be read.
pub type Failure = (ReadErrorKind, usize);
type Outcome = Result<Amount, Failure>;

/// Evaluates a whole text. `expected` settles only what form leaves open.
pub fn evaluate(tokens: &[Token], mode: DotMode, expected: Option<Unit>) -> Outcome {
    let mut parser = Parser { tokens, next: 0, depth: 0, mode, expected };
    let amount = match parser.peek() {
        Some(Kind::Times) => parser.coefficient()?,
        _ => parser.sum()?,
    };
    match parser.tokens.get(parser.next) {
        None => Ok(amount),
        Some(token) => Err(unread(token)),
    }
}

/// The error of a token that stands where the text should end or go on with an operation.
fn unread(token: &Token) -> Failure {
    let kind = match &token.kind {
        Kind::Bad(kind) => *kind,
        Kind::Word(_) => ReadErrorKind::UnknownUnit,
        Kind::Percent => ReadErrorKind::MisplacedPercent,
        Kind::Close => ReadErrorKind::UnopenedParenthesis,
        _ => ReadErrorKind::UnexpectedCharacter,
    };
    (kind, token.at)
}

/// Reads tokens from left to right, each once.
pub struct Parser<'a> {
    tokens: &'a [Token],
    next: usize,
    depth: usize,
    mode: DotMode,
    expected: Option<Unit>,
}

impl Parser<'_> {
    pub fn peek(&self) -> Option<&Kind> {
        self.peek_at(0)
    }

    pub fn peek_at(&self, ahead: usize) -> Option<&Kind> {
        self.tokens.get(self.next + ahead).map(|token| &token.kind)
    }

    pub fn advance(&mut self, count: usize) {
        self.next += count;
    }

    /// The place of the next token, or of the last one at the end of the text.
    pub fn place(&self) -> usize {
        self.tokens.get(self.next).or(self.tokens.last()).map_or(0, |token| token.at)
    }

    /// The unit of time expected, if one is.
    pub fn expected_duration(&self) -> Option<Unit> {
        self.expected.filter(|unit| unit.is_duration())
    }

    pub fn rest(&self) -> &[Token] {
        self.tokens.get(self.next..).unwrap_or_default()
    }

    /// `× 2,6`: multiplied by 2,6.
    fn coefficient(&mut self) -> Outcome {
        self.advance(1);
        let place = self.place();
        let amount = self.factor()?;
        match amount.unit {
            None => Ok(Amount { unit: Some(Unit::Times), ..amount }),
            Some(Unit::Times) => Ok(amount),
            Some(_) => Err((ReadErrorKind::MissingOperand, place)),
        }
    }

    fn sum(&mut self) -> Outcome {
        let mut left = self.product()?;
        while let Some(sign @ (Kind::Plus | Kind::Minus)) = self.peek() {
            let minus = *sign == Kind::Minus;
            self.advance(1);
            let place = self.place();
            let right = self.product()?;
            let both = (left.unit, right.unit) == (Some(Unit::Percent), Some(Unit::Percent));
            let sum = if minus { amount::subtract(left, right) } else { amount::add(left, right) };
            left = sum.map_err(|kind| (kind, place))?;
            // The difference of two percentages is in points, where points are expected.
            if both && minus && self.expected == Some(Unit::Points) {
                left.unit = Some(Unit::Points);
            }
        }
        Ok(left)
    }

    fn product(&mut self) -> Outcome {
        let mut left = self.factor()?;
        while let Some(sign @ (Kind::Times | Kind::Star | Kind::Divide | Kind::Colon)) = self.peek()
        {
            let times = matches!(sign, Kind::Times | Kind::Star);
            self.advance(1);
            let place = self.place();
            let right = self.factor()?;
            let product = if times {
                amount::multiply(left, right)
            } else {
                amount::divide(left, right, self.expected)
            };
            left = product.map_err(|kind| (kind, place))?;
        }
        Ok(left)
    }

    /// One operand with at most one sign.
    fn factor(&mut self) -> Outcome {
        let negative = match self.peek() {
            Some(Kind::Minus) => true,
            Some(Kind::Plus) => false,
            _ => return self.power(),
        };
        self.advance(1);
        let amount = self.power()?;
        Ok(if negative { amount::negate(amount) } else { amount })
    }

    fn power(&mut self) -> Outcome {
        let base = self.operand()?;
        if self.peek() != Some(&Kind::Power) {
            return Ok(base);
        }
        self.advance(1);
        let place = self.place();
        let exponent = self.exponent().ok_or((ReadErrorKind::BadPower, place))?;
        let power = amount::power(base, exponent).map_err(|kind| (kind, place))?;
        self.with_unit(power)
    }

    /// A whole exponent, with its sign.
    fn exponent(&mut self) -> Option<i32> {
        let signed = matches!(self.peek(), Some(Kind::Minus | Kind::Plus));
        let negative = self.peek() == Some(&Kind::Minus);
        let Some(Kind::Number(literal)) = self.peek_at(usize::from(signed)) else { return None };
        literal.bare_digits?;
        let exponent = i32::try_from(literal.value).ok()?;
        self.advance(1 + usize::from(signed));
        Some(if negative { -exponent } else { exponent })
    }

    fn operand(&mut self) -> Outcome {
        match self.peek() {
            Some(Kind::Number(_)) => self.figure(),
            Some(Kind::Open) => self.parenthesis(),
            Some(Kind::Euro) => self.currency_first(),
            Some(Kind::Word(word)) if matches!(word.as_str(), "eur" | "euros") => {
                self.currency_first()
            }
            _ => Err(self.no_operand()),
        }
    }

    /// Why no figure starts here.
    fn no_operand(&self) -> Failure {
        let kind = match self.peek() {
            Some(Kind::Bad(kind)) => *kind,
            Some(Kind::Percent) => ReadErrorKind::MisplacedPercent,
            Some(Kind::Word(_) | Kind::Quote | Kind::DoubleQuote | Kind::Euro) => {
                ReadErrorKind::NotANumber
            }
            Some(Kind::Close) if self.depth == 0 => ReadErrorKind::UnopenedParenthesis,
            _ => ReadErrorKind::MissingOperand,
        };
        (kind, self.place())
    }

    fn parenthesis(&mut self) -> Outcome {
        let opened = self.place();
        if self.depth >= DEPTH_LIMIT {
            return Err((ReadErrorKind::TooDeep, opened));
        }
        self.advance(1);
        self.depth += 1;
        let amount = self.sum()?;
        self.depth -= 1;
        match self.peek() {
            Some(Kind::Close) => self.advance(1),
            None => return Err((ReadErrorKind::UnclosedParenthesis, opened)),
            Some(_) => {
                return Err(self
                    .tokens
                    .get(self.next)
                    .map_or((ReadErrorKind::UnclosedParenthesis, opened), unread));
            }
        }
        self.with_unit(amount)
    }

    /// `€2000`, `€ -20`.
    fn currency_first(&mut self) -> Outcome {
        let negative = self.peek_at(1) == Some(&Kind::Minus);
        let number = 1 + usize::from(negative);
        let Some(Kind::Number(literal)) = self.peek_at(number) else {
            return Err((ReadErrorKind::NotANumber, self.place()));
        };
        let amount = self.literal(literal);
        self.advance(number + 1);
        let amount = Amount { unit: Some(Unit::Euro), ..amount };
        Ok(if negative { amount::negate(amount) } else { amount })
    }

    fn literal(&self, literal: &Literal) -> Amount {
        match (self.mode, literal.thousands) {
            (DotMode::Thousands, Some(value)) => Amount::literal(value, 0, false),
            _ => Amount::literal(literal.value, literal.decimals, literal.dot),
        }
    }

    /// A number with its power of ten and its unit, or a duration in several parts.
    fn figure(&mut self) -> Outcome {
        if let Some(clock) = duration::clock(self) {
            return clock;
        }
        let Some(Kind::Number(literal)) = self.peek() else { return Err(self.no_operand()) };
        let amount = self.literal(literal);
        self.advance(1);
        let amount = self.scientific(amount)?;
        self.with_unit(amount)
    }

    /// `2,5·10^3` is one literal, as calculators show it.
    fn scientific(&mut self, mantissa: Amount) -> Outcome {
        let ten = match (self.peek(), self.peek_at(1), self.peek_at(2)) {
            (Some(Kind::Times | Kind::Star), Some(Kind::Number(ten)), Some(Kind::Power)) => {
                ten.bare_digits == Some(2) && ten.value == Decimal::TEN
            }
            _ => false,
        };
        if !ten {
            return Ok(mantissa);
        }
        self.advance(3);
        let place = self.place();
        let exponent = self.exponent().ok_or((ReadErrorKind::BadPower, place))?;
        let ten = Amount::literal(Decimal::TEN, 0, false);
        let factor = amount::power(ten, exponent).map_err(|kind| (kind, place))?;
        let value = amount::mul_values(mantissa.value, factor.value)
            .map_err(|kind| (kind, place))?
            .normalize();
        let decimals = i64::from(mantissa.decimals) - i64::from(exponent);
        Ok(Amount { value, decimals: u32::try_from(decimals.max(0)).unwrap_or(0), ..mantissa })
    }

    /// The unit written after an amount that has none.
    fn with_unit(&mut self, amount: Amount) -> Outcome {
        let Some(found) = unit_words::find(self.rest()) else { return Ok(amount) };
        let place = self.place();
        if amount.unit.is_some() {
            return Err(self
                .tokens
                .get(self.next)
                .map_or((ReadErrorKind::MixedUnits, place), unread));
        }
        self.advance(found.length);
        if found.power == 0 {
            return Ok(Amount { unit: found.unit, ..amount });
        }
        let factor = amount::power(
            Amount::literal(Decimal::TEN, 0, false),
            i32::try_from(found.power).unwrap_or(0),
        );
        let factor = factor.map_err(|kind| (kind, place))?;
        let value = amount::mul_values(amount.value, factor.value).map_err(|kind| (kind, place))?;
        let decimals = amount.decimals.saturating_sub(found.power);
        Ok(Amount { value: value.normalize(), unit: found.unit, decimals, ..amount })
    }
}

/// Whether an amount is one written figure, not a computation.
pub fn is_written(amount: &Amount) -> bool {
    amount.shape != Shape::Computed
}
