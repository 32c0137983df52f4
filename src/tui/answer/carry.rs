//! Going on with one's own earlier results or with the corrigé's: offered and explained where it
//! matters, on a figure computed from a result that is wrong.

use super::Look;
use crate::model::Numeric;
use crate::number::{self, Reading, french};
use crate::session::Walk;
use crate::tui::keys::Context;
use crate::tui::msg::Action;
use crate::tui::widget::column::Column;

/// The words of the key bar; `None` where the figure in hand rests on no wrong result.
pub fn label(walk: &Walk) -> Option<&'static str> {
    let matters = !walk.wrong_sources().is_empty();
    let words = if walk.uses_own_results() { "Résultat du corrigé" } else { "Mes résultats" };
    matters.then_some(words)
}

/// Says on which wrong result the figure in hand rests, and what the key changes.
pub fn show(walk: &Walk, look: Look, column: &mut Column) {
    let sources = walk.wrong_sources();
    if sources.is_empty() {
        return;
    }
    let own = walk.uses_own_results();
    let named: Vec<String> = sources
        .iter()
        .map(|item| {
            let value = if own { answered(walk, item) } else { walk.expected_text(item) };
            format!("«\u{a0}{}\u{a0}» ({value})", item.label)
        })
        .collect();
    let named = named.join(", ");
    let key = look.keys.name(Context::Number, Action::Carry);
    let words = match (own, sources.len()) {
        (true, 1) => format!(
            "Ce calcul part de votre résultat faux {named}\u{a0}: s’il est plausible, une méthode juste sera reconnue. \
             {key} montre le résultat du corrigé et repart de lui."
        ),
        (true, _) => format!(
            "Ce calcul part de vos résultats faux {named}\u{a0}: s’ils sont plausibles, une méthode juste sera reconnue. \
             {key} montre ceux du corrigé et repart d’eux."
        ),
        (false, _) => format!(
            "D’après le corrigé\u{a0}: {named}. {key} fait repartir de vos propres résultats."
        ),
    };
    column.lines.gap();
    column.lines.paragraph(&words, look.theme.quiet());
}

/// The learner's last answer, as it was read.
fn answered(walk: &Walk, item: &Numeric) -> String {
    let last = walk.record(&item.id).and_then(|record| record.last());
    let raw = last.map_or("", |answer| answer.raw.as_str());
    match number::read_as(raw, item.unit) {
        Reading::Quantity(quantity) => french::echo_as(&quantity, item.unit),
        Reading::Ambiguous { .. } | Reading::Unreadable(_) => raw.to_owned(),
    }
}
