//! Arrows between rooms go one way, and outside crates stay where they belong.
//! The table is that of `ARCHITECTURE.md`; change both together.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each room may look into. `main.rs` and `lib.rs` are the doors and are left out.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("number", &[]),
    ("model", &["number"]),
    ("formula", &["number", "model"]),
    ("check", &["number", "model", "formula"]),
    ("content", &["number", "model", "formula", "check"]),
    ("progress", &["number", "model", "check"]),
    ("session", &["number", "model", "formula", "check", "progress"]),
    ("store", &["model", "check", "progress"]),
    ("export", &["number", "model", "formula", "check", "progress"]),
    ("texte", &["number", "model", "check", "progress", "session", "store"]),
    (
        "tui",
        &[
            "number", "model", "formula", "check", "content", "progress", "session", "store",
            "export",
        ],
    ),
    (
        "cli",
        &[
            "number", "model", "formula", "check", "content", "progress", "session", "store",
            "export", "texte", "tui",
        ],
    ),
];

/// Outside crates, and the only rooms that may name them. A crate that is not listed is free.
const FENCED: &[(&str, &[&str])] = &[
    ("ron", &["content"]),
    ("serde", &["content", "cli", "export", "store"]),
    ("annotate_snippets", &["content"]),
    ("serde_json", &["cli", "export", "store"]),
    ("csv", &["cli", "export"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("tui_big_text", &["tui"]),
    ("fuzzy_matcher", &["tui"]),
    ("unicode_width", &["tui", "store"]),
    ("rusqlite", &["store"]),
    ("miniz_oxide", &["content"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("etcetera", &["cli"]),
    ("jiff", &["tui", "cli"]),
    ("signal_hook", &["tui"]),
];

/// Doors to the world, and the only places below `tui` and `cli` that may use them.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("std::fs", &["store", "content/source.rs", "tui", "cli"]),
    ("std::env", &["tui", "cli"]),
    ("std::net", &[]),
    ("std::process", &["tui", "cli"]),
    ("std::time::SystemTime", &["tui", "cli", "store"]),
    ("std::time::Instant", &["tui", "cli", "store"]),
    ("std::thread", &["tui", "cli", "store"]),
];

/// A source file without comments, texts and test modules.
struct File {
    /// `content/lower/mod.rs`.
    path: String,
    room: String,
    code: String,
}

#[test]
fn rooms_look_down_only() {
    let rooms: BTreeSet<&str> = MAY_IMPORT.iter().map(|(room, _)| *room).collect();
    let mut wrong = Vec::new();
    for file in files() {
        let allowed = MAY_IMPORT.iter().find(|(room, _)| *room == file.room).map(|(_, a)| *a);
        let allowed =
            allowed.unwrap_or_else(|| panic!("{}: a room without a row in the table", file.path));
        for name in crate_names(&file.code) {
            if name != file.room
                && rooms.contains(name.as_str())
                && !allowed.contains(&name.as_str())
            {
                wrong.push(format!("{}: `{}` may not look into `{name}`", file.path, file.room));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_room_of_the_library_is_in_the_table() {
    let library = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rooms: BTreeSet<&str> = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(rooms, MAY_IMPORT.iter().map(|(room, _)| *room).collect());
}

#[test]
fn outside_crates_stay_behind_their_fence() {
    let mut wrong = Vec::new();
    for file in files() {
        for (name, rooms) in FENCED {
            if !rooms.contains(&file.room.as_str()) && names_crate(&file.code, name) {
                wrong.push(format!("{}: `{name}` belongs to {rooms:?}", file.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_top_meets_the_world() {
    let mut wrong = Vec::new();
    for file in files() {
        let imports = paths(&file.code, "std");
        for (door, places) in OUTSIDE {
            let allowed = places.iter().any(|place| file.path.starts_with(place));
            let used =
                imports.iter().any(|path| path == door || path.starts_with(&format!("{door}::")));
            if used && !allowed {
                wrong.push(format!("{}: `{door}` belongs to {places:?}", file.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn files_are_small_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        if text.lines().count() > 400 && !is_test_file(&path) {
            wrong.push(format!("{}: {} lines", path.display(), text.lines().count()));
        }
        if !text.starts_with("//! ") && !is_test_file(&path) {
            wrong.push(format!("{}: no opening line", path.display()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// `tests.rs`, `parse_tests.rs`, `testing.rs`, or anything under a `tests` folder.
fn is_test_file(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let inside = path.components().any(|part| part.as_os_str() == "tests");
    inside || stem == "tests" || stem == "testing" || stem.ends_with("_tests")
}

fn files() -> Vec<File> {
    let source = root().join("src");
    rust_files(&source)
        .into_iter()
        .filter(|path| path.strip_prefix(&source).unwrap().components().count() > 1)
        .filter(|path| !is_test_file(path.strip_prefix(&source).unwrap()))
        .map(|path| {
            let name = path.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
            let room = name.split('/').next().unwrap().to_owned();
            let code = without_tests(&code_only(&fs::read_to_string(&path).unwrap()));
            File { path: name, room, code }
        })
        .collect()
}

/// The text without comments, string literals and character literals.
fn code_only(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        at += match rest {
            ['/', '/', ..] => rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => rest
                .windows(2)
                .position(|pair| pair == ['*', '/'])
                .map_or(rest.len(), |end| end + 2),
            ['r', '"', ..] | ['r', '#', ..] if raw_string(rest).is_some() => {
                raw_string(rest).unwrap()
            }
            ['"', ..] => string(rest),
            ['\'', '\\', ..] => {
                rest.iter().skip(3).position(|c| *c == '\'').map_or(rest.len(), |end| end + 4)
            }
            ['\'', _, '\'', ..] => 3,
            _ => {
                code.push(rest[0]);
                1
            }
        };
    }
    code
}

fn string(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

fn raw_string(rest: &[char]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = &rest[2 + hashes..];
    let end = body.windows(close.len()).position(|window| window == close)?;
    Some(2 + hashes + end + close.len())
}

/// Drops what follows each `#[cfg(test)]`: an item up to its `;` or its closing brace.
fn without_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some(at) = rest.find("#[cfg(test)]") {
        kept.push_str(&rest[..at]);
        let item = &rest[at..];
        let end = item.find([';', '{']).unwrap_or(item.len());
        rest = if item[end..].starts_with('{') {
            after_block(&item[end..])
        } else {
            item.get(end + 1..).unwrap_or("")
        };
    }
    kept + rest
}

fn after_block(text: &str) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

/// First names after `crate::`, groups included: `crate::{model, number::Unit}` gives both.
fn crate_names(code: &str) -> BTreeSet<String> {
    paths(code, "crate")
        .into_iter()
        .filter_map(|path| path.split("::").nth(1).map(str::to_owned))
        .collect()
}

fn names_crate(code: &str, name: &str) -> bool {
    !paths(code, name).is_empty()
}

/// Every path that starts with `head`, groups unfolded: `std::{fs, io::Read}` gives
/// `std::fs` and `std::io::Read`.
fn paths(code: &str, head: &str) -> Vec<String> {
    let start = format!("{head}::");
    let mut found = Vec::new();
    for (at, _) in code.match_indices(&start) {
        let before = code[..at].chars().next_back();
        // `::std::fs` is the same crate; `x::std::fs` would be a module of ours.
        let glued = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let nested = code[..at].ends_with("::")
            && code[..at - 2].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        if !glued && !nested {
            unfold(head, &code[at + start.len()..], &mut found);
        }
    }
    found
}

/// Unfolds what follows a `::`, and returns the text after it.
fn unfold<'a>(prefix: &str, text: &'a str, found: &mut Vec<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        let mut rest = group.trim_start();
        while !rest.is_empty() && !rest.starts_with('}') {
            let before = rest.len();
            rest = unfold(prefix, rest, found).trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
            if rest.len() == before {
                return rest;
            }
        }
        return rest.strip_prefix('}').unwrap_or(rest);
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let path = format!("{prefix}::{}", &text[..end]);
    let rest = &text[end..];
    if let Some(deeper) =
        rest.strip_prefix("::").filter(|deeper| !deeper.trim_start().starts_with('<'))
    {
        return unfold(&path, deeper, found);
    }
    found.push(path);
    match rest.trim_start().strip_prefix("as ") {
        Some(alias) => {
            alias.trim_start().trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
        }
        None => rest,
    }
}

#[test]
fn the_reader_of_paths_sees_every_form() {
    #[track_caller]
    fn sees(code: &str, expected: &[&str]) {
        let names: Vec<String> =
            crate_names(&without_tests(&code_only(code))).into_iter().collect();
        assert_eq!(names, expected, "{code}");
    }
    sees("use crate::model::Unit;", &["model"]);
    sees("use crate::{model::{self, Step}, number};", &["model", "number"]);
    sees("use crate::{\n    check as verdicts,\n    tui::run,\n};", &["check", "tui"]);
    sees("fn f() { crate::store::open(); x(crate::cli::run) }", &["cli", "store"]);
    sees("pub(crate) fn f() {} // crate::tui::x", &[]);
    sees(
        "let s = \"crate::tui::x\"; let r = r#\"crate::cli::y\"#; let c = '\"'; crate::model::z()",
        &["model"],
    );
    sees(
        "#[cfg(test)]\nmod tests { use crate::tui::x; fn f() { {} } }\nuse crate::model::A;",
        &["model"],
    );
    sees("#[cfg(test)]\nmod tests;\nuse crate::model::A;", &["model"]);
    assert_eq!(
        paths("use std::{env, io::{self, Read}};", "std"),
        ["std::env", "std::io::self", "std::io::Read"]
    );
    assert_eq!(paths("::std::fs::read(p)", "std"), ["std::fs::read"]);
    assert_eq!(paths("mystd::fs::read(p); x::std::fs::read(p)", "std"), Vec::<String>::new());
}
