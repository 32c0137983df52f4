//! Figures and units as an author writes them, read by the one reader of numbers.

use rust_decimal::Decimal;

use crate::content::code::Code;
use crate::content::located::Located;
use crate::content::report::Report;
use crate::number::{Form, Quantity, Reading, Unit, read};

/// A printed figure: one literal or a duration, never a computation. `None` once told.
pub(in crate::content) fn quantity(report: &Report, text: &Located) -> Option<Quantity> {
    read_figure(report, text, &text.text)
}

/// The same for a part of a text, the place of the problem being the whole text.
pub(super) fn read_figure(report: &Report, place: &Located, figure: &str) -> Option<Quantity> {
    let problem = match read(figure) {
        Reading::Quantity(quantity) if matches!(quantity.form, Form::Expression { .. }) => {
            report.at(place, Code::BadFigure, "un chiffre est attendu, pas un calcul")
        }
        Reading::Quantity(quantity) => return Some(quantity),
        Reading::Ambiguous { .. } => report
            .at(place, Code::BadFigure, "chiffre ambigu\u{a0}: milliers ou décimales\u{a0}?")
            .help("Écrivez une virgule pour les décimales, une espace pour les milliers."),
        Reading::Unreadable(error) => report
            .at(place, Code::BadFigure, "chiffre illisible")
            .label(error.message())
            .help("Écrivez-le comme le sujet l’imprime\u{a0}: \"25,64 %\", \"2 053,9 €\", \"− 5,07 pts\"."),
    };
    report.push(problem);
    None
}

/// The value of a figure counted in `unit`. `None` once told.
pub(super) fn value_in(report: &Report, text: &Located, unit: Unit) -> Option<Decimal> {
    let quantity = quantity(report, text)?;
    let value = quantity.value_in(unit);
    if value.is_none() {
        let message = format!("ce chiffre n’est pas dans l’unité attendue ({})", unit.name());
        report.push(report.at(text, Code::BadUnit, message));
    }
    value
}

/// A unit by its name. `None` where there is none, or once told.
pub(super) fn unit(report: &Report, name: Option<&Located>) -> Option<Unit> {
    let name = name?;
    let unit = Unit::parse(&name.text);
    if unit.is_none() {
        report.push(
            report
                .at(name, Code::BadUnit, format!("unité inconnue «\u{a0}{}\u{a0}»", name.text))
                .help("Unités possibles\u{a0}: nombre, %, points, fois, €, k€, M€, €/h, s, min, h, jours, mois, /5, /10, /20."),
        );
    }
    unit
}

/// An identifier: told where it is not one, kept all the same so that the rest can be checked.
pub(in crate::content) fn id(report: &Report, id: &Located) -> String {
    if !super::slug::is_id(&id.text) {
        let message = format!("identifiant refusé «\u{a0}{}\u{a0}»", id.text);
        let proposal = super::slug::slug(&id.text);
        let help = if proposal.is_empty() {
            "Un identifiant s’écrit en minuscules sans accent, chiffres et traits d’union."
                .to_owned()
        } else {
            format!("En minuscules sans accent, chiffres et traits d’union\u{a0}: \"{proposal}\".")
        };
        report.push(report.at(id, Code::BadId, message).help(help));
    }
    id.text.clone()
}
