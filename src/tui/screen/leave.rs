//! The questions asked before something that is not undone by a key: leaving, starting again.

use ratatui::buffer::Buffer;

use crate::tui::msg::Size;
use crate::tui::seat::Seat;
use crate::tui::theme::Theme;
use crate::tui::widget::card;
use crate::tui::widget::lines::Lines;

pub fn draw(seat: &Seat, theme: Theme, size: Size, buf: &mut Buffer) {
    let told = match seat {
        Seat::Guest => "Vous êtes invité\u{a0}: rien de cette séance n’est gardé.",
        Seat::Nobody | Seat::Learner { .. } => {
            "Tout est enregistré\u{a0}: vous reprendrez exactement ici."
        }
    };
    ask("Quitter le tuteur\u{a0}?", told, theme, size, buf);
}

pub fn draw_restart(theme: Theme, size: Size, buf: &mut Buffer) {
    let told = "Les champs et les textes repartent de zéro. Vos réponses déjà données restent dans \
                votre progression.";
    ask("Recommencer cette question\u{a0}?", told, theme, size, buf);
}

fn ask(question: &str, told: &str, theme: Theme, size: Size, buf: &mut Buffer) {
    let mut lines = Lines::new(card::room(size, 44));
    lines.paragraph(question, theme.strong());
    lines.gap();
    lines.paragraph(told, theme.text());
    card::draw("", &lines.lines, theme, size, buf);
}
