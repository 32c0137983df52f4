//! Drawing the page of the profiles: the list, and the small windows before it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Doing, Profiles};
use crate::number::french::count;
use crate::progress::Moment;
use crate::store::{LONGEST_NAME, ProfileLine};
use crate::tui::answer::Field;
use crate::tui::msg::Size;
use crate::tui::screen::finder::field_line;
use crate::tui::screen::frame::{self, Frame};
use crate::tui::screen::leave::Asked;
use crate::tui::theme::Theme;
use crate::tui::widget::bar::{self, Hint};
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{card, pane, text};

/// From this height on there is room to say what a profile is.
const SPACIOUS: u16 = 16;

const DAY: i64 = 86_400_000;

/// The page laid out, and the line of each row.
pub struct Laid {
    pub lines: Lines,
    pub rows: Vec<usize>,
}

/// Where the list stands.
pub fn body(size: Size) -> Rect {
    frame::inset(Frame::new(frame::area(size)).body, 2)
}

impl Profiles {
    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let title = vec![Span::styled("Profils", theme.heading())];
        let told = count(self.lines.len(), "profil", "profils");
        frame::header(title, Line::styled(told, theme.quiet()), frame.header, buf);
        pane::draw(&self.laid(theme, size).lines.lines, self.first, theme, body(size), buf);
        match &self.doing {
            Doing::Nothing => {}
            Doing::Naming { whose, field, refused, .. } => {
                let title = if whose.is_some() { "Renommer" } else { "Nouveau profil" };
                draw_name(title, field, refused.as_deref(), theme, size, buf);
            }
            Doing::Erasing { .. } => {
                if let Some(asked) = self.asked() {
                    asked.draw(&self.answers(), theme, size, buf);
                }
            }
        }
    }

    /// What is asked before a profile is erased.
    pub(super) fn asked(&self) -> Option<Asked> {
        let Doing::Erasing { profile, surely } = &self.doing else { return None };
        let name = &profile.name;
        if *surely {
            let question = format!("Effacer «\u{a0}{name}\u{a0}» pour toujours\u{a0}?");
            let told = "Rien ne permettra de revenir en arrière.".to_owned();
            return Some(Asked { question, told });
        }
        let line = self.lines.iter().find(|line| line.profile.id == profile.id);
        let answers = line.map_or(0, |line| usize::try_from(line.answers).unwrap_or(usize::MAX));
        let told = match answers {
            0 => "Ses brouillons".to_owned(),
            1 => "Sa réponse, ses brouillons".to_owned(),
            n => format!("Ses {}, ses brouillons", count(n, "réponse", "réponses")),
        };
        let question = format!("Supprimer le profil «\u{a0}{name}\u{a0}»\u{a0}?");
        let told = format!("{told} et ses réglages seront effacés de cet ordinateur.");
        Some(Asked { question, told })
    }

    /// The keys that answer it.
    pub(super) fn answers(&self) -> Vec<Hint> {
        bar::hints(&self.keys, self.context())
    }

    pub(super) fn laid(&self, theme: Theme, size: Size) -> Laid {
        let mut lines = Lines::new(usize::from(size.width).saturating_sub(6).min(84));
        if size.height >= SPACIOUS {
            let told = "Chacun a ses réponses, ses brouillons et ses réglages.";
            lines.paragraph(told, theme.quiet());
            lines.gap();
        }
        let mut rows = Vec::new();
        let names = self.names(lines.width);
        for (at, line) in self.lines.iter().enumerate() {
            rows.push(lines.len());
            let words = [line.profile.name.as_str(), &self.told(line)];
            self.push(at, words, names, theme, &mut lines);
        }
        lines.gap();
        rows.push(lines.len());
        let guest = ["Invité", "rien n’est lu, rien n’est gardé"];
        self.push(self.lines.len(), guest, names, theme, &mut lines);
        Laid { lines, rows }
    }

    /// Columns of the names, in a list this wide.
    fn names(&self, width: usize) -> usize {
        let names = self.lines.iter().map(|line| text::width(line.profile.name.as_str()));
        names.max().unwrap_or(0).max(12).min(width.saturating_sub(8))
    }

    /// One row; what is told of it stands beside its name, or under it while it is selected.
    fn push(&self, at: usize, words: [&str; 2], names: usize, theme: Theme, lines: &mut Lines) {
        let selected = at == self.selected;
        let (base, second) = if selected {
            (theme.selected(), theme.selected())
        } else {
            (theme.text(), theme.quiet())
        };
        let [name, told] = words;
        let room = lines.width.saturating_sub(names + 7);
        let beside = text::width(told) <= room;
        let sign = if self.sits(at) { "●" } else { "○" };
        let name = text::pad(&text::shorten(name, names), names);
        let shown = if beside { told } else { "" };
        lines.push(Line::from(vec![
            Span::styled(if selected { "▌" } else { " " }, theme.accent()),
            Span::styled(format!(" {sign} {name}"), base),
            Span::styled(text::pad(&format!("  {shown}"), room + 2), second),
        ]));
        if selected && !beside {
            lines.hanging(vec![Span::raw("    ")], told, theme.quiet());
        }
    }

    /// `128 réponses · hier`.
    fn told(&self, line: &ProfileLine) -> String {
        let Some(last_ms) = line.last_ms else { return "rien encore".to_owned() };
        let answers = usize::try_from(line.answers).unwrap_or(usize::MAX);
        let answers = count(answers, "réponse", "réponses");
        format!("{answers} · {}", ago(last_ms, self.moment))
    }
}

/// How long ago, in the learner's own days.
fn ago(at_ms: i64, moment: Moment) -> String {
    let day = |ms: i64| ms.saturating_add(moment.offset_ms).div_euclid(DAY);
    match day(moment.now_ms) - day(at_ms) {
        // A clock that was put back.
        ..=0 => "aujourd’hui".to_owned(),
        1 => "hier".to_owned(),
        n @ 2..=60 => format!("il y a {n}\u{a0}jours"),
        n @ 61..=729 => format!("il y a {}\u{a0}mois", n / 30),
        n => format!("il y a {}\u{a0}ans", n / 365),
    }
}

fn draw_name(
    title: &str,
    field: &Field,
    refused: Option<&str>,
    theme: Theme,
    size: Size,
    buf: &mut Buffer,
) {
    let mut lines = Lines::new(card::room(size, LONGEST_NAME + 4));
    lines.push(field_line(field, "prénom ou surnom", lines.width, theme));
    // The window keeps its width whatever is typed.
    let blank = Line::raw(" ".repeat(lines.width));
    lines.push(blank);
    match refused {
        Some(why) => lines.paragraph(why, theme.warning()),
        None => lines.paragraph("Il reste sur cet ordinateur.", theme.quiet()),
    }
    card::draw(title, &lines.lines, 0, theme, size, buf);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_gone_by_is_told_in_the_learners_own_days() {
        let hour = DAY / 24;
        let now_ms = 1_000 * DAY + hour;
        let moment = Moment { now_ms, offset_ms: 0 };
        for (before, told) in [
            (-5 * DAY, "aujourd’hui"),
            (0, "aujourd’hui"),
            (hour, "aujourd’hui"),
            (hour + 1, "hier"),
            (DAY + hour, "hier"),
            (DAY + hour + 1, "il y a 2\u{a0}jours"),
            (60 * DAY, "il y a 60\u{a0}jours"),
            (61 * DAY, "il y a 2\u{a0}mois"),
            (729 * DAY, "il y a 24\u{a0}mois"),
            (730 * DAY, "il y a 2\u{a0}ans"),
        ] {
            assert_eq!(ago(now_ms - before, moment), told, "{before}");
        }
        let west = Moment { now_ms, offset_ms: -2 * hour };
        assert_eq!(ago(now_ms - 2 * hour, west), "aujourd’hui");
    }
}
