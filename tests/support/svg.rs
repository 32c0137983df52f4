//! A terminal screen as an SVG picture, for the README.

use std::fmt::Write;

const CELL_WIDTH: f32 = 8.4;
const CELL_HEIGHT: f32 = 18.0;
const MARGIN: f32 = 14.0;

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

/// Draws the screen, one text element per run of like cells.
pub fn draw(screen: &vt100::Screen, palette: &Palette, title: &str) -> String {
    let (rows, columns) = screen.size();
    let (rows, columns) = (u16::from(rows), u16::from(columns));
    let width = f32::from(columns) * CELL_WIDTH + 2.0 * MARGIN;
    let height = f32::from(rows) * CELL_HEIGHT + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" font-family=\"'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n<title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n",
        escape(title),
        palette.background
    );
    for row in 0..rows {
        draw_row(&mut svg, screen, palette, row, columns);
    }
    svg.push_str("</svg>\n");
    svg
}

#[derive(Clone, PartialEq)]
struct Style {
    text: String,
    ground: Option<String>,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
}

fn draw_row(svg: &mut String, screen: &vt100::Screen, palette: &Palette, row: u16, columns: u16) {
    let mut start = 0;
    while start < columns {
        let style = style_at(screen, palette, row, start);
        let mut end = start + 1;
        while end < columns && style_at(screen, palette, row, end) == style {
            end += 1;
        }
        draw_run(svg, screen, &style, row, start..end);
        start = end;
    }
}

fn draw_run(
    svg: &mut String,
    screen: &vt100::Screen,
    style: &Style,
    row: u16,
    columns: std::ops::Range<u16>,
) {
    let x = MARGIN + f32::from(columns.start) * CELL_WIDTH;
    let y = MARGIN + f32::from(row) * CELL_HEIGHT;
    let width = f32::from(columns.end - columns.start) * CELL_WIDTH;
    if let Some(ground) = &style.ground {
        let _ = writeln!(
            svg,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{CELL_HEIGHT}\" fill=\"{ground}\"/>"
        );
    }
    let text: String = columns
        .filter_map(|column| screen.cell(row, column))
        .filter(|cell| !cell.is_wide_continuation())
        .map(|cell| if cell.has_contents() { cell.contents().to_owned() } else { " ".to_owned() })
        .collect();
    if text.trim().is_empty() {
        return;
    }
    let mut attributes = String::new();
    for (on, attribute) in [
        (style.bold, " font-weight=\"bold\""),
        (style.dim, " opacity=\"0.65\""),
        (style.italic, " font-style=\"italic\""),
        (style.underline, " text-decoration=\"underline\""),
    ] {
        if on {
            attributes.push_str(attribute);
        }
    }
    let baseline = y + CELL_HEIGHT * 0.75;
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{baseline:.1}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"{}\"{attributes}>{}</text>",
        style.text,
        escape(&text)
    );
}

fn style_at(screen: &vt100::Screen, palette: &Palette, row: u16, column: u16) -> Style {
    let Some(cell) = screen.cell(row, column) else {
        return Style {
            text: palette.text.into(),
            ground: None,
            bold: false,
            dim: false,
            italic: false,
            underline: false,
        };
    };
    let mut text = colour(cell.fgcolor(), palette).unwrap_or_else(|| palette.text.to_owned());
    let mut ground = colour(cell.bgcolor(), palette);
    if cell.inverse() {
        let behind = ground.take().unwrap_or_else(|| palette.background.to_owned());
        ground = Some(std::mem::replace(&mut text, behind));
    }
    Style {
        text,
        ground,
        bold: cell.bold(),
        dim: cell.dim(),
        italic: cell.italic(),
        underline: cell.underline(),
    }
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

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
