//! What is written, line by line: clean, in words, wrapped only for a terminal.

use std::io::{self, Write};

use unicode_segmentation::UnicodeSegmentation;

/// How the lines are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the terminal that shows the lines; elsewhere each stays one line.
    pub columns: Option<usize>,
    /// Answers are typed on the terminal that shows the lines: a prompt leaves its line open.
    pub typed: bool,
}

/// Lines to write, in order.
#[derive(Debug, Default)]
pub struct Speech {
    lines: Vec<String>,
}

impl Speech {
    pub fn say(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// A line per line of the text: paragraphs of a learner, verses of an author.
    pub fn text(&mut self, text: &str) {
        text.lines().for_each(|line| self.say(line));
    }

    pub fn paragraphs(&mut self, paragraphs: &[String]) {
        paragraphs.iter().for_each(|words| self.text(words));
    }

    /// An empty line, never two in a row.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Takes the lines out.
    pub fn take(&mut self) -> Vec<String> {
        std::mem::take(&mut self.lines)
    }
}

/// Writes a line, cut between words where a terminal shows it.
///
/// # Errors
/// When the output refuses.
pub fn write_line(out: &mut impl Write, line: &str, layout: Layout) -> io::Result<()> {
    let line = clean(line);
    let Some(columns) = layout.columns else {
        return writeln!(out, "{}", line.trim_end());
    };
    wrap(&line, columns).iter().try_for_each(|part| writeln!(out, "{part}"))
}

/// Writes what is asked, and leaves the line open where the answer is typed beside it.
///
/// # Errors
/// When the output refuses.
pub fn write_prompt(out: &mut impl Write, prompt: &str, layout: Layout) -> io::Result<()> {
    if prompt.is_empty() {
        return out.flush();
    }
    if !layout.typed {
        write_line(out, prompt, layout)?;
        return out.flush();
    }
    let lines = wrap(&clean(prompt), layout.columns.unwrap_or(usize::MAX));
    write!(out, "{} ", lines.join("\n"))?;
    out.flush()
}

/// A text without anything a terminal could obey and without drawing: a screen reader spells
/// each of these signs.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => cleaned.push(' '),
            '✓' => cleaned.push_str("juste"),
            '✗' => cleaned.push_str("faux"),
            '○' => cleaned.push_str("à faire"),
            '◆' => cleaned.push_str("montré"),
            '→' => cleaned.push_str(arrow(&text[at + c.len_utf8()..])),
            '≈' => cleaned.push_str("vaut environ"),
            'Σ' => cleaned.push_str("somme de"),
            // Between two parts of a name; elsewhere it stands for what could not be shown.
            '·' if cleaned.ends_with(' ') => {
                cleaned.pop();
                cleaned.push(',');
            }
            '\u{2500}'..='\u{259f}' => cleaned.push('-'),
            c if c.is_control() || is_invisible(c) => cleaned.push('·'),
            c => cleaned.push(c),
        }
    }
    cleaned
}

/// `T1 → T4` is said "T1 à T4"; `> 10 → 3` is said "> 10 donne 3".
fn arrow(after: &str) -> &'static str {
    if after.trim_start().starts_with(char::is_alphabetic) { "à" } else { "donne" }
}

/// Marks that turn or hide a text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Cuts at plain spaces only: U+00A0 holds. A word longer than the line is left whole.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = word.graphemes(true).count();
        if used > 0 && used + 1 + wide > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += wide;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(line: &str, layout: Layout) -> String {
        let mut out = Vec::new();
        write_line(&mut out, line, layout).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_a_terminal_has_lines_cut() {
        let line = "un deux trois 25,64\u{a0}% quatre";
        assert_eq!(written(line, Layout::default()), format!("{line}\n"));
        let narrow = Layout { columns: Some(9), typed: true };
        assert_eq!(written(line, narrow), "un deux\ntrois\n25,64\u{a0}%\nquatre\n");
        assert_eq!(written("", narrow), "\n");
    }

    #[test]
    fn a_prompt_leaves_the_line_open_for_what_is_typed() {
        let mut out = Vec::new();
        write_prompt(&mut out, "Réponse\u{a0}:", Layout { columns: Some(20), typed: true })
            .unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "Réponse\u{a0}: ");
        let mut out = Vec::new();
        write_prompt(&mut out, "Réponse\u{a0}:", Layout::default()).unwrap();
        write_prompt(&mut out, "", Layout::default()).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "Réponse\u{a0}:\n");
    }

    #[test]
    fn nothing_a_terminal_obeys_and_no_drawing_remain() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\td\u{200b}"), "a·[31mb·c d·");
        assert_eq!(clean("│─█ ✓ ✗ ○"), "--- juste faux à faire");
        assert_eq!(clean("T1 → T4, > 10 → 3"), "T1 à T4, > 10 donne 3");
        assert_eq!(clean("Homme · part, 16 ÷ 12 ≈ 1,3"), "Homme, part, 16 ÷ 12 vaut environ 1,3");
    }
}
