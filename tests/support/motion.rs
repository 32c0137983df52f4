//! A recording as an animated SVG: every state of every row once, shown by style rules at its
//! moments. Whoever asks for less motion gets the still.

use std::collections::HashMap;
use std::fmt::Write;

use super::cast::Cast;
use super::svg::{self, CELL_WIDTH, MARGIN, Palette, Pen};

/// Height of the line of words below the screen.
const CAPTION: f32 = 34.0;

/// From one moment to another, in milliseconds.
type Span = (u32, u32);

/// Draws the recording; `still` is the moment shown without motion.
pub fn draw(cast: &Cast, palette: &Palette, still: u32) -> String {
    let title = cast.header["title"].as_str().unwrap_or_default();
    let (rows, columns) = svg::size(&cast.shots[0].screen);
    let mut pen = Pen::new(palette);
    let mut sheet = Sheet { end: cast.end, still, spans: Vec::new() };
    let mut body = String::new();
    for row in 0..rows {
        let states = cast.shots.iter().map(|shot| (shot.at, pen.row(&shot.screen, row)));
        let drawing = sheet.states(states.collect());
        if !drawing.is_empty() {
            let _ = writeln!(body, "<g transform=\"{}\">\n{drawing}</g>", svg::row_place(row));
        }
    }
    let height = svg::height_of(rows) + CAPTION;
    let (middle, foot) = (f32::from(columns) * CELL_WIDTH / 2.0 + MARGIN, height - 18.0);
    let captions = sheet.states(captions(cast));
    let _ = writeln!(body, "<g transform=\"translate({middle},{foot})\">\n{captions}</g>");
    let open = svg::open(columns, height, palette, title);
    format!("{open}<style>\n{}\n{}</style>\n{body}</svg>\n", pen.style(), sheet.style(palette))
}

fn captions(cast: &Cast) -> Vec<(u32, String)> {
    let first = (0, String::new());
    let said = cast.captions.iter().map(|(at, words)| {
        (*at, format!("<text class=\"said\" text-anchor=\"middle\">{}</text>", svg::escape(words)))
    });
    std::iter::once(first).chain(said).collect()
}

/// The moments at which things are seen; those seen at the same moments share a rule.
struct Sheet {
    end: u32,
    still: u32,
    spans: Vec<Vec<Span>>,
}

impl Sheet {
    /// The states of one place, each drawn once, in the order they come.
    fn states(&mut self, states: Vec<(u32, String)>) -> String {
        let mut order: Vec<&str> = Vec::new();
        let mut seen: HashMap<&str, Vec<Span>> = HashMap::new();
        for (at, (from, drawing)) in states.iter().enumerate() {
            let until = states.get(at + 1).map_or(self.end, |(next, _)| *next);
            if drawing.is_empty() || until <= *from {
                continue;
            }
            let spans = seen.entry(drawing).or_insert_with(|| {
                order.push(drawing);
                Vec::new()
            });
            match spans.last_mut().filter(|(_, end)| end == from) {
                Some(last) => last.1 = until,
                None => spans.push((*from, until)),
            }
        }
        order.into_iter().map(|drawing| self.state(drawing, &seen[drawing])).collect()
    }

    fn state(&mut self, drawing: &str, spans: &[Span]) -> String {
        if *spans == [(0, self.end)] {
            return format!("{drawing}\n");
        }
        let at = self.spans.iter().position(|known| known == spans).unwrap_or_else(|| {
            self.spans.push(spans.to_vec());
            self.spans.len() - 1
        });
        format!("<g class=\"k k{at}\">{drawing}</g>\n")
    }

    fn style(&self, palette: &Palette) -> String {
        let mut style = format!(".said{{fill:{}}}\n.k{{visibility:hidden}}\n", palette.text);
        for (at, spans) in self.spans.iter().enumerate() {
            if spans.iter().any(|(from, until)| (*from..*until).contains(&self.still)) {
                let _ = writeln!(style, ".k{at}{{visibility:visible}}");
            }
        }
        let seconds = f64::from(self.end) / 1000.0;
        let _ = writeln!(
            style,
            "@media (prefers-reduced-motion:no-preference){{\n.k{{animation:{seconds}s step-end infinite}}"
        );
        for (at, spans) in self.spans.iter().enumerate() {
            let _ = writeln!(style, ".k{at}{{animation-name:k{at}}}");
            let _ = writeln!(style, "@keyframes k{at}{{{}}}", self.frames(spans));
        }
        style + "}\n"
    }

    fn frames(&self, spans: &[Span]) -> String {
        let mut frames = String::new();
        if spans.first().is_none_or(|(from, _)| *from > 0) {
            frames.push_str("0%{visibility:hidden}");
        }
        for (from, until) in spans {
            let _ = write!(frames, "{}{{visibility:visible}}", self.percent(*from));
            let last = *until >= self.end;
            let end = if last { "100%".to_owned() } else { self.percent(*until) };
            let seen = if last { "visible" } else { "hidden" };
            let _ = write!(frames, "{end}{{visibility:{seen}}}");
        }
        frames
    }

    fn percent(&self, at: u32) -> String {
        let text = format!("{:.3}", f64::from(at) * 100.0 / f64::from(self.end));
        format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
    }
}
