//! The skills by chapter, each with a word for its mastery and a way to its entry.

use ratatui::text::{Line, Span};

use crate::number::french::count;
use crate::progress::{Report, SkillReport};
use crate::tui::msg::Action;
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::rows::Rows;
use crate::tui::widget::text;

/// The list and the skill selected in it.
#[derive(Debug)]
pub struct Skills {
    skills: Vec<SkillReport>,
    /// How many at each level, in words.
    levels: String,
    selected: usize,
}

/// From this many columns the questions are counted.
const ROOMY: usize = 56;

impl Skills {
    pub fn new(report: &Report) -> Self {
        Skills { skills: report.skills.clone(), levels: report.levels().join(" · "), selected: 0 }
    }

    pub fn chosen(&self) -> Option<&str> {
        self.skills.get(self.selected).map(|skill| skill.id.as_str())
    }

    pub fn update(&mut self, action: Action, page: usize) {
        let last = self.skills.len().saturating_sub(1);
        self.selected = match action {
            Action::Up => self.selected.saturating_sub(1),
            Action::Down => (self.selected + 1).min(last),
            Action::PageUp => self.selected.saturating_sub(page),
            Action::PageDown => (self.selected + page).min(last),
            Action::Home => 0,
            Action::End => last,
            _ => self.selected,
        };
    }

    /// Selects the skill of a line; false where there is none.
    pub fn pick(&mut self, line: usize, width: usize, most: usize) -> bool {
        let (rows, places) = self.laid(width, most, Theme::Plain);
        let found = places.iter().position(|place| Some(*place) == rows.at(line));
        self.selected = found.unwrap_or(self.selected);
        found.is_some()
    }

    /// Where the window begins so that the selected skill shows, with the line above it (its
    /// chapter, or the legend).
    pub fn follow(&self, first: usize, width: usize, most: usize, height: usize) -> usize {
        let (rows, places) = self.laid(width, most, Theme::Plain);
        let row = places.get(self.selected).copied().unwrap_or(0);
        let above = if self.selected == 0 { 0 } else { row.saturating_sub(1) };
        rows.follow(first, above, row, height)
    }

    pub fn lines(&self, width: usize, most: usize, theme: Theme) -> Lines {
        self.laid(width, most, theme).0.lines
    }

    /// The list and the row of each skill; where `most` lines of large type are granted, its rows
    /// stand apart and the selected one is large.
    fn laid(&self, width: usize, most: usize, theme: Theme) -> (Rows, Vec<usize>) {
        let mut rows = Rows::new(width, most > 0, 0, usize::MAX);
        rows.row(|lines| lines.paragraph(&self.levels, theme.text()));
        let (mut chapter, mut places) = ("", Vec::new());
        for (at, skill) in self.skills.iter().enumerate() {
            if skill.chapter != chapter {
                chapter = &skill.chapter;
                rows.space();
                let title = format!(" {}", text::shorten(chapter, width));
                rows.line(|_| Line::styled(title, theme.heading()));
            }
            places.push(rows.count());
            let selected = at == self.selected;
            if selected && most > 0 {
                rows.row(|lines| push_large(skill, most, theme, lines));
            } else {
                rows.line(|width| line_of(skill, selected, width, theme));
            }
        }
        (rows, places)
    }
}

/// The selected skill: its name large, its mastery below.
fn push_large(skill: &SkillReport, most: usize, theme: Theme, lines: &mut Lines) {
    let lead = [Span::styled("▌ ", theme.accent())];
    if lines.large(&lead, &skill.name, most, theme.heading()) {
        let (tried, questions) = (skill.tried, skill.questions);
        let tried = count(tried, "question", "questions");
        let told = format!("{}, {tried} sur {questions}", skill.mastery.label());
        lines.hanging(lead.to_vec(), &told, theme.strong());
    } else {
        let width = lines.width;
        lines.push(line_of(skill, true, width, theme));
    }
}

fn line_of(skill: &SkillReport, selected: bool, width: usize, theme: Theme) -> Line<'static> {
    let (base, second, gauge) = if selected {
        (theme.selected(), theme.selected(), theme.selected())
    } else {
        (theme.text(), theme.quiet(), theme.accent())
    };
    let level = skill.mastery as usize;
    let counted = if width >= ROOMY {
        let (tried, questions) = (skill.tried, skill.questions);
        text::pad_left(&format!("{tried} sur {questions} "), 10)
    } else {
        " ".to_owned()
    };
    let words = text::pad(skill.mastery.label(), 11);
    let room = width.saturating_sub(2 + 5 + 11 + text::width(&counted));
    Line::from(vec![
        Span::styled(if selected { "▌" } else { " " }, theme.accent()),
        Span::styled(text::pad(&text::shorten(&skill.name, room), room), base),
        Span::styled(format!(" {}{}  ", "━".repeat(level), "─".repeat(3 - level)), gauge),
        Span::styled(words, base),
        Span::styled(counted, second),
    ])
}
