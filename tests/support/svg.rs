//! Terminal screens as SVG: rows drawn from their cells, and a whole screen as a picture.

use std::fmt::Write;

pub const CELL_WIDTH: f32 = 8.4;
pub const CELL_HEIGHT: f32 = 18.0;
pub const MARGIN: f32 = 14.0;
/// From the top of a row to the foot of its letters.
pub const BASELINE: f32 = 13.5;

/// The colours of a picture: the sixteen of the terminal, its background and its text.
pub struct Palette {
    pub background: &'static str,
    pub text: &'static str,
    pub colours: [&'static str; 16],
}

pub const DARK: Palette = Palette {
    background: "#1c1f26",
    text: "#d8dee9",
    colours: [
        "#3b4252", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dee9",
        "#7f8794", "#ff7b85", "#b5e890", "#ffd68a", "#7cc4ff", "#e08cff", "#6fd6e3", "#ffffff",
    ],
};

pub const LIGHT: Palette = Palette {
    background: "#fbfbf8",
    text: "#24292f",
    colours: [
        "#24292f", "#b3261e", "#1a7f37", "#8a6100", "#0550ae", "#7a3e9d", "#0b6e75", "#6e7781",
        "#57606a", "#cf222e", "#2da44e", "#9a6700", "#0969da", "#8250df", "#1b7c83", "#24292f",
    ],
};

/// Draws one screen.
pub fn draw(screen: &vt100::Screen, palette: &Palette, title: &str) -> String {
    let (rows, columns) = size(screen);
    let mut pen = Pen::new(palette);
    let mut body = String::new();
    for row in 0..rows {
        let drawing = pen.row(screen, row);
        if !drawing.is_empty() {
            let _ = writeln!(body, "<g transform=\"{}\">{drawing}</g>", row_place(row));
        }
    }
    let height = height_of(rows);
    format!(
        "{}<style>{}</style>\n{body}</svg>\n",
        open(columns, height, palette, title),
        pen.style()
    )
}

pub fn size(screen: &vt100::Screen) -> (u16, u16) {
    let (rows, columns) = screen.size();
    (rows.get(), columns.get())
}

pub fn height_of(rows: u16) -> f32 {
    f32::from(rows) * CELL_HEIGHT + 2.0 * MARGIN
}

/// Where the baseline of a row starts.
pub fn row_place(row: u16) -> String {
    format!("translate({MARGIN},{})", MARGIN + f32::from(row) * CELL_HEIGHT + BASELINE)
}

/// The opening of a picture: its size, its name, its background.
pub fn open(columns: u16, height: f32, palette: &Palette, title: &str) -> String {
    let width = f32::from(columns) * CELL_WIDTH + 2.0 * MARGIN;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" font-family=\"'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n<title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n",
        escape(title),
        palette.background
    )
}

/// How letters look.
#[derive(Clone, PartialEq)]
struct Ink {
    fill: String,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
}

#[derive(Clone, PartialEq)]
struct Style {
    ink: Ink,
    ground: Option<String>,
}

/// Draws rows, and remembers the inks it used to write their style sheet.
pub struct Pen<'a> {
    palette: &'a Palette,
    inks: Vec<Ink>,
}

impl<'a> Pen<'a> {
    pub fn new(palette: &'a Palette) -> Self {
        Pen { palette, inks: Vec::new() }
    }

    /// A row, its baseline at zero; empty where nothing is to be seen.
    pub fn row(&mut self, screen: &vt100::Screen, row: u16) -> String {
        let styles = styles(screen, self.palette, row);
        let mut drawing = String::new();
        let mut start = 0;
        for run in styles.chunk_by(PartialEq::eq) {
            let (first, end) = (&run[0], start + run.len() as u16);
            if let Some(ground) = first.ground.as_ref().filter(|g| **g != self.palette.background) {
                let (x, width) = (across(start), across(end - start));
                let _ = write!(
                    drawing,
                    "<rect x=\"{x}\" y=\"-{BASELINE}\" width=\"{width}\" height=\"{CELL_HEIGHT}\" fill=\"{ground}\"/>"
                );
            }
            let cells: Vec<String> =
                (start..end).map(|column| glyph(screen, row, column)).collect();
            self.run(&mut drawing, &first.ink, start, &cells);
            start = end;
        }
        drawing
    }

    /// Cells of one ink: letters as text, lines and blocks as shapes, which meet without a gap.
    fn run(&mut self, drawing: &mut String, ink: &Ink, start: u16, cells: &[String]) {
        let mut at = 0;
        while at < cells.len() {
            let shape = is_shape(&cells[at]);
            let alike = |cell: &String| {
                if shape { *cell == cells[at] } else { !is_shape(cell) }
            };
            let length = cells[at..].iter().take_while(|cell| alike(cell)).count();
            let column = start + at as u16;
            let piece = &cells[at..at + length];
            if shape {
                let class = self.class(ink);
                let outline = outline(&piece[0], column, length as u16);
                let _ = write!(drawing, "<path class=\"{class}\" d=\"{outline}\"/>");
            } else {
                self.letters(drawing, ink, column, piece);
            }
            at += length;
        }
    }

    /// Words stand where they are whatever a viewer does with blanks: two of them part a text.
    fn letters(&mut self, drawing: &mut String, ink: &Ink, start: u16, cells: &[String]) {
        let blank = |at: usize| cells.get(at).is_none_or(|cell| cell == " ");
        let mut at = 0;
        while at < cells.len() {
            if blank(at) && !ink.underline {
                at += 1;
                continue;
            }
            let seen = |end: usize| end >= cells.len() || (blank(end) && blank(end + 1));
            let end = (at..).find(|end| seen(*end)).unwrap_or(cells.len());
            let end = if ink.underline { cells.len() } else { end };
            let (x, width) = (across(start + at as u16), across((end - at) as u16));
            let class = self.class(ink);
            let keep = if ink.underline { " xml:space=\"preserve\"" } else { "" };
            let text = escape(&cells[at..end].concat());
            let _ = write!(
                drawing,
                "<text x=\"{x}\"{keep} class=\"{class}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\">{text}</text>"
            );
            at = end;
        }
    }

    fn class(&mut self, ink: &Ink) -> String {
        let at = self.inks.iter().position(|known| known == ink).unwrap_or_else(|| {
            self.inks.push(ink.clone());
            self.inks.len() - 1
        });
        format!("i{at}")
    }

    /// The rules of the inks used so far.
    pub fn style(&self) -> String {
        let rules = self.inks.iter().enumerate().map(|(at, ink)| {
            let Ink { fill, bold, dim, italic, underline } = ink;
            let mut rule = format!(".i{at}{{fill:{fill}");
            for (on, said) in [
                (bold, ";font-weight:bold"),
                (dim, ";opacity:.65"),
                (italic, ";font-style:italic"),
                (underline, ";text-decoration:underline"),
            ] {
                if *on {
                    rule.push_str(said);
                }
            }
            rule + "}"
        });
        rules.collect()
    }
}

fn glyph(screen: &vt100::Screen, row: u16, column: u16) -> String {
    match screen.cell(row, column) {
        Some(cell) if cell.is_wide_continuation() => String::new(),
        Some(cell) if cell.has_contents() => cell.contents().to_owned(),
        _ => " ".to_owned(),
    }
}

/// The distance of so many cells, without needless decimals.
fn across(cells: u16) -> String {
    short(f32::from(cells) * CELL_WIDTH)
}

fn short(length: f32) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// The filled parts of a drawing character in its cell, in eighths: left, top, right, bottom.
fn parts(glyph: &str) -> &'static [[u8; 4]] {
    match glyph {
        "█" => &[[0, 0, 8, 8]],
        "▀" => &[[0, 0, 8, 4]],
        "▁" => &[[0, 7, 8, 8]],
        "▂" => &[[0, 6, 8, 8]],
        "▃" => &[[0, 5, 8, 8]],
        "▄" => &[[0, 4, 8, 8]],
        "▅" => &[[0, 3, 8, 8]],
        "▆" => &[[0, 2, 8, 8]],
        "▇" => &[[0, 1, 8, 8]],
        "▉" => &[[0, 0, 7, 8]],
        "▊" => &[[0, 0, 6, 8]],
        "▋" => &[[0, 0, 5, 8]],
        "▌" => &[[0, 0, 4, 8]],
        "▍" => &[[0, 0, 3, 8]],
        "▎" => &[[0, 0, 2, 8]],
        "▏" => &[[0, 0, 1, 8]],
        "▐" => &[[4, 0, 8, 8]],
        "▖" => &[[0, 4, 4, 8]],
        "▗" => &[[4, 4, 8, 8]],
        "▘" => &[[0, 0, 4, 4]],
        "▝" => &[[4, 0, 8, 4]],
        "▙" => &[[0, 0, 4, 4], [0, 4, 8, 8]],
        "▚" => &[[0, 0, 4, 4], [4, 4, 8, 8]],
        "▛" => &[[0, 0, 8, 4], [0, 4, 4, 8]],
        "▜" => &[[0, 0, 8, 4], [4, 4, 8, 8]],
        "▞" => &[[4, 0, 8, 4], [0, 4, 4, 8]],
        "▟" => &[[4, 0, 8, 4], [0, 4, 8, 8]],
        _ => &[],
    }
}

fn is_shape(glyph: &str) -> bool {
    matches!(glyph, "─" | "━" | "│" | "┃" | "╭" | "╮" | "╰" | "╯") || !parts(glyph).is_empty()
}

/// The outline of so many like drawing characters side by side.
fn outline(glyph: &str, column: u16, count: u16) -> String {
    let (x, width) = (f32::from(column) * CELL_WIDTH, f32::from(count) * CELL_WIDTH);
    let (half, middle) = (CELL_WIDTH / 2.0, CELL_HEIGHT / 2.0 - BASELINE);
    let bar = |x: f32, y: f32, width: f32, height: f32| {
        let [x, y, width, height] = [x, y, width, height].map(short);
        format!("M{x} {y}h{width}v{height}h-{width}z")
    };
    let corner = |right: bool, down: bool| {
        let (x, y) = (x + half, middle);
        let dx = if right { half } else { -half };
        let dy = if down { CELL_HEIGHT / 2.0 } else { -CELL_HEIGHT / 2.0 };
        // A quarter turn one unit thick: out along one side, back along the other.
        let (sx, sy) = (dx.signum() * 0.5, dy.signum() * 0.5);
        let [a, b, c, d] = [x + dx, y - sy, x - sx, y + dy].map(short);
        let [e, f] = [x + sx, y + sy].map(short);
        format!("M{a} {b}Q{c} {b} {c} {d}H{e}Q{e} {f} {a} {f}z")
    };
    let many = |draw: &dyn Fn(f32) -> String| -> String {
        (0..count).map(|n| draw(x + f32::from(n) * CELL_WIDTH)).collect()
    };
    match glyph {
        "─" => bar(x, middle - 0.5, width, 1.0),
        "━" => bar(x, middle - 1.0, width, 2.0),
        "│" => many(&|x| bar(x + half - 0.5, -BASELINE, 1.0, CELL_HEIGHT)),
        "┃" => many(&|x| bar(x + half - 1.0, -BASELINE, 2.0, CELL_HEIGHT)),
        "╭" => corner(true, true),
        "╮" => corner(false, true),
        "╰" => corner(true, false),
        "╯" => corner(false, false),
        _ => parts(glyph)
            .iter()
            .map(|&[left, top, right, bottom]| {
                let [left, right] = [left, right].map(|n| f32::from(n) / 8.0 * CELL_WIDTH);
                let [top, bottom] = [top, bottom].map(|n| f32::from(n) / 8.0 * CELL_HEIGHT);
                let whole = (left, right) == (0.0, CELL_WIDTH);
                let block = |x| bar(x + left, top - BASELINE, right - left, bottom - top);
                if whole { bar(x, top - BASELINE, width, bottom - top) } else { many(&block) }
            })
            .collect(),
    }
}

/// The styles of a row. A blank takes the ink before it: nothing of its own is seen.
fn styles(screen: &vt100::Screen, palette: &Palette, row: u16) -> Vec<Style> {
    let (_, columns) = size(screen);
    let mut styles: Vec<Style> = Vec::with_capacity(usize::from(columns));
    for column in 0..columns {
        let mut style = style_at(screen, palette, row, column);
        if let Some(before) = styles.last()
            && glyph(screen, row, column).trim().is_empty()
            && !style.ink.underline
            && !before.ink.underline
        {
            style.ink = before.ink.clone();
        }
        styles.push(style);
    }
    styles
}

fn style_at(screen: &vt100::Screen, palette: &Palette, row: u16, column: u16) -> Style {
    let cell = screen.cell(row, column).expect("a cell of the screen");
    let mut fill = colour(cell.fgcolor(), palette).unwrap_or_else(|| palette.text.to_owned());
    let mut ground = colour(cell.bgcolor(), palette);
    if cell.inverse() {
        let behind = ground.take().unwrap_or_else(|| palette.background.to_owned());
        ground = Some(std::mem::replace(&mut fill, behind));
    }
    let ink = Ink {
        fill,
        bold: cell.bold(),
        dim: cell.dim(),
        italic: cell.italic(),
        underline: cell.underline(),
    };
    Style { ink, ground }
}

fn colour(colour: vt100::Color, palette: &Palette) -> Option<String> {
    match colour {
        vt100::Color::Default => None,
        vt100::Color::Idx(index @ 0..=15) => Some(palette.colours[usize::from(index)].to_owned()),
        vt100::Color::Idx(index @ 232..=255) => {
            let level = 8 + 10 * (u32::from(index) - 232);
            Some(format!("#{level:02x}{level:02x}{level:02x}"))
        }
        vt100::Color::Idx(index) => {
            let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * u32::from(n) };
            let n = index - 16;
            Some(format!("#{:02x}{:02x}{:02x}", step(n / 36), step(n / 6 % 6), step(n % 6)))
        }
        vt100::Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
    }
}

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
