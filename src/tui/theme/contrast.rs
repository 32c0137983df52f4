//! How well a colour is read on another, as the web's accessibility guidelines (WCAG 2) measure it.
//! For the tests of whoever brings colours; the sixteen count as terminals commonly show them.

use ratatui::style::Color;

use super::depth::{COMMON, number, parts};

/// From 1 (the same) to 21 (black on white).
pub fn ratio(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Color) -> f64 {
    let common = || number(colour).map(|n| COMMON[usize::from(n)]);
    let parts = parts(colour).or_else(common).expect("a colour that is said");
    let [r, g, b] = parts.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

pub fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[test]
fn the_measure_is_that_of_the_guidelines() {
    for (a, b, known) in [
        (Color::Indexed(16), Color::Indexed(231), 21.0),
        (Color::Rgb(0x77, 0x77, 0x77), Color::Rgb(255, 255, 255), 4.48),
        (Color::Black, Color::Black, 1.0),
    ] {
        assert!((ratio(a, b) - known).abs() < 0.01, "{a:?} on {b:?}: {}", ratio(a, b));
    }
}
