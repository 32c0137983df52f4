//! The skills by chapter, each with a word for its mastery and a way to its entry.

use ratatui::text::{Line, Span};

use crate::progress::{Report, SkillReport};
use crate::tui::msg::Action;
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;
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
    pub fn pick(&mut self, line: usize, width: usize) -> bool {
        let found = self.rows(width).iter().position(|at| *at == line);
        self.selected = found.unwrap_or(self.selected);
        found.is_some()
    }

    /// The lines to keep in sight: the one above the selected skill (its chapter, or the legend)
    /// and its own.
    pub fn place(&self, width: usize) -> (usize, usize) {
        let line = self.rows(width).get(self.selected).copied().unwrap_or(0);
        let first_of_all = self.selected == 0;
        (if first_of_all { 0 } else { line.saturating_sub(1) }, line)
    }

    /// The line of each skill.
    fn rows(&self, width: usize) -> Vec<usize> {
        let (mut line, mut chapter) = (0, "");
        let mut rows = Vec::new();
        for skill in &self.skills {
            if skill.chapter != chapter {
                // The summary or an empty line, then the heading.
                line += 2;
                chapter = &skill.chapter;
            }
            rows.push(line);
            line += 1;
        }
        let summary = text::wrap(&self.levels, width).len();
        rows.into_iter().map(|row| row + summary).collect()
    }

    pub fn lines(&self, width: usize, theme: Theme) -> Lines {
        let mut lines = Lines::new(width);
        for told in text::wrap(&self.levels, width) {
            lines.push(Line::styled(told, theme.text()));
        }
        let mut chapter = "";
        for (at, skill) in self.skills.iter().enumerate() {
            if skill.chapter != chapter {
                chapter = &skill.chapter;
                lines.push(Line::default());
                lines.push(Line::styled(
                    format!(" {}", text::shorten(chapter, width)),
                    theme.heading(),
                ));
            }
            let line = line_of(skill, at == self.selected, width, theme);
            lines.push(line);
        }
        lines
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
