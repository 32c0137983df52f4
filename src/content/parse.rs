//! Text to the file's own types: RON, with the extensions the format needs.
//!
//! RON stops at its first error; the sentence for it is `ron_error`'s work.

use ron::Options;
use ron::error::Position;
use ron::extensions::Extensions;
use serde::Deserialize;

use super::diagnostic::Diagnostic;
use super::ron_error;
use super::source::SourceFile;

/// Deeper nesting than any exercise needs, shallow enough for a thread's stack.
const MAX_DEPTH: usize = 64;

/// Reads a whole document, or says where RON stops.
pub(super) fn parse<'a, T: Deserialize<'a>>(source: &'a SourceFile) -> Result<T, Box<Diagnostic>> {
    let text: &str = &source.text;
    let options = Options::default()
        .with_default_extension(
            Extensions::IMPLICIT_SOME
                | Extensions::UNWRAP_NEWTYPES
                | Extensions::UNWRAP_VARIANT_NEWTYPES,
        )
        .with_recursion_limit(MAX_DEPTH);
    options.from_str(text).map_err(|error| {
        let place = offset(text, error.span.start)..offset(text, error.span.end);
        Box::new(ron_error::diagnostic(source, &error.code, place))
    })
}

/// RON counts lines and columns from 1, in characters; excerpts want bytes.
fn offset(text: &str, place: Position) -> usize {
    let line = match place.line {
        0 | 1 => 0,
        n => text.match_indices('\n').nth(n - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    let rest = text.get(line..).unwrap_or_default();
    rest.char_indices().nth(place.col.saturating_sub(1)).map_or(text.len(), |(at, _)| line + at)
}
