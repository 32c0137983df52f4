//! Answers: one JSON object each, keys in the order of the contract.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::check::{Judgement, Remark, SlipCode};
use crate::number::{Form, Quantity, Reading, Unit, rounding};

/// The answer to one request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Reply {
    Verdict(Judged),
    Read {
        valeur: String,
        unite: Option<&'static str>,
        decimales: Option<u32>,
    },
    Unread {
        erreur: String,
        position: usize,
    },
    Ambiguous {
        ambigu: [String; 2],
    },
    /// The request itself is at fault.
    Refused {
        erreur: String,
        ligne: usize,
    },
}

/// The answer to a request that judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judged {
    pub verdict: &'static str,
    pub valeur: Option<String>,
    pub unite: Option<&'static str>,
    pub remarque: Option<&'static str>,
    pub diagnostic: Option<&'static str>,
    pub reporte: bool,
    pub message: String,
}

impl Judged {
    /// Tells a judgement; `unit` is the unit of the item.
    pub fn new(judgement: &Judgement, unit: Unit) -> Self {
        let written = judgement.reading.quantity();
        let (value, unit) = match (judgement.value, written) {
            (Some(value), _) => (Some(value), Some(unit)),
            // A unit that does not convert: the figure as it was written.
            (None, Some(quantity)) => (Some(quantity.value), quantity.unit),
            (None, None) => (None, None),
        };
        let computed =
            written.is_some_and(|quantity| quantity.form != Form::Literal || quantity.unit != unit);
        let tell = |value: Decimal| if computed { plain(tidy(value)) } else { plain(value) };
        Judged {
            verdict: judgement.verdict.code(),
            valeur: value.map(tell),
            unite: unit.and_then(symbol),
            remarque: judgement.remark.map(Remark::code),
            diagnostic: judgement.slip.map(SlipCode::code),
            reporte: judgement.carried,
            message: judgement.message.clone(),
        }
    }
}

impl Reply {
    /// Tells how a text is read.
    pub fn reading(reading: &Reading) -> Self {
        match reading {
            Reading::Quantity(quantity) => Reply::Read {
                valeur: plain(if quantity.form == Form::Literal {
                    quantity.value
                } else {
                    tidy(quantity.value)
                }),
                unite: quantity.unit.and_then(symbol),
                decimales: decimals(quantity),
            },
            Reading::Ambiguous { thousands, decimal } => {
                Reply::Ambiguous { ambigu: [plain(thousands.value), plain(decimal.value)] }
            }
            Reading::Unreadable(error) => {
                Reply::Unread { erreur: error.message(), position: error.at }
            }
        }
    }

    /// Whether the request could not be served.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Reply::Refused { .. })
    }
}

/// A plain decimal with a dot; never `-0`.
fn plain(value: Decimal) -> String {
    if value.is_zero() { value.abs().to_string() } else { value.to_string() }
}

/// A computed value without the noise of its divisions.
fn tidy(value: Decimal) -> Decimal {
    if value.scale() > KEPT { rounding::round(value, KEPT).normalize() } else { value }
}

/// Decimals told of a computed value.
const KEPT: u32 = 16;

fn symbol(unit: Unit) -> Option<&'static str> {
    Some(unit.symbol()).filter(|symbol| !symbol.is_empty())
}

/// A computation has no decimals of its own.
fn decimals(quantity: &Quantity) -> Option<u32> {
    (!matches!(quantity.form, Form::Expression { .. })).then_some(quantity.decimals)
}
