//! Recordings in the asciicast format, version 2: written from screens, read back into screens.

use std::num::NonZeroU16;

use serde_json::{Value, json};

use super::film::Shot;
use super::scenario::Scenario;
use super::svg::Palette;

/// The recording of a film: one line for the header, one per event, captions as markers.
pub fn write(scenario: &Scenario, shots: &[Shot], palette: &Palette) -> String {
    let mut events: Vec<(u32, &str, String)> =
        scenario.captions.iter().map(|(at, words)| (*at, "m", words.clone())).collect();
    for (at, shot) in shots.iter().enumerate() {
        let data = match at.checked_sub(1).map(|before| &shots[before].screen) {
            None => format!("\x1b[?25l{}", shot.screen.contents_formatted()),
            Some(before) => shot.screen.contents_diff(before),
        };
        events.push((shot.at, "o", data));
    }
    // Holds the last screen.
    events.push((scenario.end, "o", String::new()));
    events.sort_by_key(|(at, ..)| *at);
    let mut text = format!("{}\n", header(scenario, palette));
    for (at, kind, data) in events {
        text.push_str(&format!("{}\n", json!([f64::from(at) / 1000.0, kind, data])));
    }
    text
}

fn header(scenario: &Scenario, palette: &Palette) -> Value {
    json!({
        "version": 2,
        "width": scenario.columns,
        "height": scenario.rows,
        "title": scenario.title,
        "env": { "TERM": "xterm-256color" },
        "theme": {
            "fg": palette.text,
            "bg": palette.background,
            "palette": palette.colours.join(":"),
        },
    })
}

/// A recording as a player understands it.
pub struct Cast {
    pub header: Value,
    /// Moment in milliseconds, and text.
    pub captions: Vec<(u32, String)>,
    pub shots: Vec<Shot>,
    pub end: u32,
}

/// Plays a recording; the message says what a player would stumble on.
pub fn read(text: &str) -> Result<Cast, String> {
    let mut lines = text.lines();
    let header: Value = json(lines.next().unwrap_or_default())?;
    if header["version"] != 2 {
        return Err(format!("not version 2: {header}"));
    }
    let side = |name: &str| {
        let cells = header[name].as_u64().and_then(|n| u16::try_from(n).ok());
        cells.and_then(NonZeroU16::new).ok_or_else(|| format!("no {name}: {header}"))
    };
    let mut parser = vt100::Parser::new(side("height")?, side("width")?, 0);
    let mut cast = Cast { header, captions: vec![], shots: vec![], end: 0 };
    for line in lines {
        let event = json(line)?;
        let (Some(at), Some(kind), Some(data)) =
            (event[0].as_f64(), event[1].as_str(), event[2].as_str())
        else {
            return Err(format!("not an event: {line}"));
        };
        let at = (at * 1000.0).round() as u32;
        if at < cast.end {
            return Err(format!("back in time: {line}"));
        }
        cast.end = at;
        match kind {
            "m" => cast.captions.push((at, data.to_owned())),
            "o" if data.is_empty() => {}
            "o" => {
                parser.process(data.as_bytes());
                cast.shots.push(Shot { at, screen: parser.screen().clone() });
            }
            _ => return Err(format!("an event of another kind: {line}")),
        }
    }
    Ok(cast)
}

fn json(line: &str) -> Result<Value, String> {
    serde_json::from_str(line).map_err(|error| format!("{error}: {line}"))
}
