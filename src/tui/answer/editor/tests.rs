//! Keys in, text and cells out.

use super::*;

fn typed(text: &str) -> Editor {
    let mut editor = Editor::new("");
    for c in text.chars() {
        editor.update(Action::Type(c));
    }
    editor
}

#[test]
fn an_accent_typed_apart_joins_its_letter() {
    let mut editor = typed("cafe\u{301}");
    assert_eq!(editor.text(), "café");
    editor.update(Action::Erase);
    assert_eq!(editor.text(), "caf");
}

#[test]
fn undo_and_redo() {
    let mut editor = typed("un deux");
    editor.update(Action::EraseWord);
    assert_eq!(editor.text(), "un ");
    assert!(editor.update(Action::Undo));
    assert_eq!(editor.text(), "un deux");
    assert!(editor.update(Action::Redo));
    assert_eq!(editor.text(), "un ");
}

#[test]
fn what_was_typed_is_undone_a_word_at_a_time() {
    let mut editor = typed("Le taux baissé, net");
    let mut seen = Vec::new();
    while editor.update(Action::Undo) {
        seen.push(editor.text());
    }
    assert_eq!(seen, ["Le taux baissé, ", "Le taux ", "Le ", ""]);
    while editor.update(Action::Redo) {}
    assert_eq!(editor.text(), "Le taux baissé, net");
}

#[test]
fn a_paste_is_undone_at_once() {
    let mut editor = typed("Avant ");
    editor.insert("deux mots");
    editor.update(Action::Undo);
    assert_eq!(editor.text(), "Avant ");
}

#[test]
fn a_paste_is_cleaned_and_bounded() {
    let mut editor = Editor::new("");
    editor.insert("a\r\nb\u{1b}[31m\tc");
    assert_eq!(editor.text(), "a\nb[31m c");
    editor.insert(&"é".repeat(1_000_000));
    assert!(editor.text().len() <= LONGEST);
    editor.update(Action::Type('x'));
    assert!(editor.text().len() <= LONGEST);
    assert!(!editor.insert("éé"));
    editor.insert("x");
    assert!(editor.full());
    assert!(!editor.insert("y"), "it says that it took nothing");
    assert!(Editor::new("").insert("y"));
}

#[test]
fn words_are_counted_as_a_marker_would() {
    assert_eq!(typed("Le taux, de rebond : 49 % !").words(), 5);
    assert_eq!(Editor::new("un\n\ndeux").words(), 2);
}

fn press(editor: &mut Editor, actions: &[Action]) {
    actions.iter().for_each(|action| {
        editor.update(*action);
    });
}

#[test]
fn undoing_leaves_what_was_typed_elsewhere() {
    let mut editor = typed("un deux trois");
    press(&mut editor, &[Action::WordLeft, Action::Type('Z'), Action::Undo]);
    assert_eq!(editor.text(), "un deux trois");
    press(&mut editor, &[Action::Redo]);
    assert_eq!(editor.text(), "un deux Ztrois");
    press(&mut editor, &[Action::Undo, Action::Undo]);
    assert_eq!(editor.text(), "un deux ", "then what was typed before");
}

#[test]
fn letters_erased_in_a_row_come_back_together() {
    let mut editor = typed("abc def");
    press(&mut editor, &[Action::Erase, Action::Erase, Action::Type('x')]);
    assert_eq!(editor.text(), "abc dx");
    press(&mut editor, &[Action::Undo]);
    assert_eq!(editor.text(), "abc d");
    press(&mut editor, &[Action::Undo]);
    assert_eq!(editor.text(), "abc def");
    press(&mut editor, &[Action::Home, Action::EraseNext, Action::EraseNext, Action::Undo]);
    assert_eq!(editor.text(), "abc def");
    press(&mut editor, &[Action::Redo, Action::Redo]);
    assert_eq!(editor.text(), "c def");
}

#[test]
fn the_ends_of_the_text_are_its_very_ends() {
    let mut editor = Editor::new("un deux\ntrois");
    press(&mut editor, &[Action::Home, Action::Type('A'), Action::End, Action::Type('Z')]);
    assert_eq!(editor.text(), "Aun deux\ntroisZ");
    press(&mut editor, &[Action::Up, Action::Up, Action::Type('B'), Action::Down]);
    assert_eq!(editor.text(), "BAun deux\ntroisZ", "up from the first row is its start");
}

#[test]
fn a_word_and_a_line_are_erased() {
    let mut editor = typed("un\ndeux trois ");
    press(&mut editor, &[Action::EraseWord]);
    assert_eq!(editor.text(), "un\ndeux ");
    press(&mut editor, &[Action::EraseLine]);
    assert_eq!(editor.text(), "un\n");
    assert!(!editor.update(Action::EraseLine), "the line above is another one");
    press(&mut editor, &[Action::EraseWord]);
    assert_eq!(editor.text(), "un");
}

#[test]
fn lines_are_the_rows_on_screen() {
    let mut editor = Editor::new("un deux trois");
    editor.fit(Rect::new(0, 0, 8, 2));
    press(&mut editor, &[Action::Up, Action::LineStart, Action::Type('A')]);
    assert_eq!(editor.text(), "Aun deux trois");
    press(&mut editor, &[Action::End, Action::EraseLine]);
    assert_eq!(editor.text(), "Aun deux ");
    press(&mut editor, &[Action::EraseLine]);
    assert_eq!(editor.text(), "Aun ", "the row above, which goes on");
}

#[track_caller]
fn drawn(editor: &mut Editor, width: u16, height: u16) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let keys = crate::tui::keys::Keymap::default();
    let look = Look {
        theme: Theme::Plain,
        focused: true,
        now_ms: 0,
        pace: Default::default(),
        large: false,
        height: 0,
        keys: &keys,
    };
    editor.fit(Editor::inner(area));
    let mut buf = Buffer::empty(area);
    editor.draw("", look, area, &mut buf);
    let cell = |x, y| match buf[(x, y)].modifier.contains(ratatui::style::Modifier::REVERSED) {
        true => "▮",
        false => buf[(x, y)].symbol(),
    };
    (0..height).map(|y| (0..width).map(|x| cell(x, y)).collect()).collect()
}

#[test]
fn the_space_hangs_and_the_cursor_is_where_one_types() {
    let expected = ["╭──────────╮", "│ un deux  │", "│ trois▮   │", "╰── 3\u{a0}mots ╯"];
    assert_eq!(drawn(&mut typed("un deux trois"), 12, 4), expected);
    let row = |text: &str| drawn(&mut typed(text), 12, 4)[1].clone();
    assert_eq!(row("un deux"), "│ un deux▮ │", "past the last letter of a full row");
    assert_eq!(row("un deux "), "│ un deux▮ │", "the space hangs");
    assert_eq!(row("un deux  "), "│ un deux▮ │");
}

#[test]
fn a_long_text_shows_where_one_is() {
    let mut editor = Editor::new(&"ligne\n".repeat(40));
    let bar = |rows: Vec<String>| rows.iter().position(|row| row.contains('┃')).unwrap();
    assert_eq!(bar(drawn(&mut editor, 20, 6)), 4);
    press(&mut editor, &[Action::Home]);
    assert_eq!(bar(drawn(&mut editor, 20, 6)), 1);
    press(&mut editor, &[Action::PageDown]);
    editor.fit(Rect::new(0, 0, 16, 4));
    assert_eq!(editor.window(), (3, 41, 4));
    press(&mut editor, &[Action::PageDown]);
    editor.fit(Rect::new(0, 0, 16, 4));
    assert_eq!(editor.window(), (6, 41, 4));
    let whole = drawn(&mut Editor::new("court"), 20, 6).concat();
    assert!(!whole.contains('┃'));
}

#[test]
fn a_click_and_the_wheel() {
    let mut editor = Editor::new(&"ligne\n".repeat(40));
    editor.fit(Rect::new(0, 0, 20, 4));
    editor.wheel(-100);
    editor.click(2, 1);
    editor.update(Action::Type('X'));
    assert!(editor.text().starts_with("ligne\nliXgne\n"));
}

#[test]
fn the_words_around_the_cursor_are_whole() {
    let around = |text: &str, back: usize, letters| {
        let mut editor = typed(text);
        press(&mut editor, &vec![Action::Left; back]);
        editor.around(letters)
    };
    let found = |words: &str, cursor| Some((words.to_owned(), cursor));
    assert_eq!(around("", 0, 5), found("", 0));
    assert_eq!(around("le taux de rebond", 0, 18), found("le taux de rebond", 17));
    assert_eq!(around("le taux de rebond", 0, 17), found("taux de rebond", 14));
    assert_eq!(around("le taux de rebond", 4, 12), found("de rebond", 5));
    assert_eq!(around("le taux ", 0, 5), found("", 0));
    assert_eq!(around("au cœur", 1, 20), found("au coeur", 7));
    assert_eq!(around("un\ndeux", 0, 9), found("deux", 4));
    assert_eq!(around("anticonstitutionnel", 0, 9), None);
}
