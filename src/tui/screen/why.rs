//! "Pourquoi ?": how an answer was read and how far it was; what is accepted once it is known, or
//! asked for in full knowledge that it counts as a result shown.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use crate::session::Walk;
use crate::tui::msg::Size;
use crate::tui::theme::Theme;
use crate::tui::widget::card;
use crate::tui::widget::lines::Lines;

/// Columns of the labels on the left.
const LABEL: usize = 10;

pub fn draw(walk: &Walk, theme: Theme, size: Size, buf: &mut Buffer) {
    let Some(why) = walk.why() else { return };
    let mut lines = Lines::new(card::room(size, 64));
    let known = walk.result_known();
    let rows = [
        ("Lu", &why.read_as, true),
        ("Écart", &why.rough, !known),
        ("Accepté", &why.interval, known),
        ("Écart", &why.distance, known),
        ("Piste", &why.nearest_slip, !said(walk)),
    ];
    for (label, words, _) in rows.iter().filter(|(.., shown)| *shown) {
        if let Some(words) = words {
            let lead = vec![Span::styled(format!("{label:<LABEL$}"), theme.quiet())];
            lines.hanging(lead, words, theme.text());
        }
    }
    if lines.is_empty() {
        lines.push(Line::styled("Rien à ajouter au verdict.", theme.text()));
    } else if hides(walk) {
        lines.gap();
        let words = "L’intervalle accepté donnerait la réponse\u{a0}: le voir compte comme résultat \
                     montré.";
        lines.paragraph(words, theme.quiet());
    }
    card::draw("Pourquoi\u{a0}?", &lines.lines, theme, size, buf);
}

/// The verdict itself already names the nearest slip.
fn said(walk: &Walk) -> bool {
    let message = walk.focused_number().and_then(|state| state.judgement);
    message.is_some_and(|said| said.why.nearest_slip.as_deref() == Some(said.message.as_str()))
}

/// There is something left to show, which would give the answer away.
pub fn hides(walk: &Walk) -> bool {
    !walk.result_known() && walk.why().is_some_and(|why| why.interval.is_some())
}
