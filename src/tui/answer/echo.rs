//! The live echo: how an answer being typed is read, before anything is judged.

use ratatui::text::Span;

use crate::number::{self, ReadErrorKind, Reading, Unit, french};
use crate::tui::theme::Theme;

/// `= 25,64 %`, a question, or what cannot be read; nothing for an empty field.
pub fn echo(typed: &str, unit: Unit, theme: Theme) -> Option<Span<'static>> {
    match number::read_as(typed, unit) {
        Reading::Quantity(quantity) => {
            let read = french::echo_as(&quantity, unit);
            Some(Span::styled(format!("= {read}"), theme.accent()))
        }
        Reading::Ambiguous { thousands, decimal } => {
            let (thousands, decimal) = (french::echo(&thousands), french::echo(&decimal));
            let words = format!("{thousands} ou {decimal}\u{a0}?");
            Some(Span::styled(words, theme.strong()))
        }
        Reading::Unreadable(error) if error.kind == ReadErrorKind::Blank => None,
        Reading::Unreadable(error) => Some(Span::styled(error.message(), theme.quiet())),
    }
}

/// Why what is typed cannot be read, where it cannot and [`echo`] says so.
pub fn complaint(typed: &str, unit: Unit) -> Option<String> {
    match number::read_as(typed, unit) {
        Reading::Unreadable(error) if error.kind != ReadErrorKind::Blank => Some(error.message()),
        _ => None,
    }
}

/// The unit printed beside the field; nothing where the figure is a plain number.
pub fn unit_beside(unit: Unit) -> &'static str {
    match unit {
        Unit::Number | Unit::Count => "",
        Unit::Percent => "%",
        Unit::Points => "points",
        Unit::Times => "fois",
        Unit::Euro => "€",
        Unit::KiloEuro => "k€",
        Unit::MegaEuro => "M€",
        Unit::EuroPerHour => "€/h",
        Unit::Second => "s",
        Unit::Minute => "min",
        Unit::Hour => "h",
        Unit::Day => "jours",
        Unit::Month => "mois",
        Unit::Mark(5) => "/ 5",
        Unit::Mark(10) => "/ 10",
        Unit::Mark(20) => "/ 20",
        Unit::Mark(_) => "points",
    }
}
