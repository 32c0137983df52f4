//! In which dossier, question and step a place of a file stands, read off the text itself: the
//! file may be too broken for anything else.

/// Lists whose elements are worth naming, as the file and as a sentence call them.
const NAMED: &[(&str, &str)] = &[
    ("annexes", "annexe"),
    ("dossiers", "dossier"),
    ("questions", "question"),
    ("etapes", "étape"),
    ("lignes", "ligne"),
    ("cellules", "cellule"),
    ("entrees", "entrée"),
];

/// A bracket that is still open: the field it is the value of, and how many commas it holds so far.
struct Open<'a> {
    field: &'a str,
    commas: usize,
}

/// « dossier 1, question 2, étape 1 » for a place in bytes; `None` outside every named list.
pub(super) fn trail(text: &str, place: usize) -> Option<String> {
    let parts: Vec<String> = open_at(text, place)
        .iter()
        .filter_map(|open| {
            let (_, french) = NAMED.iter().find(|(field, _)| *field == open.field)?;
            Some(format!("{french}\u{a0}{}", open.commas + 1))
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn open_at(text: &str, place: usize) -> Vec<Open<'_>> {
    let bytes = text.as_bytes();
    let mut open: Vec<Open> = Vec::new();
    let (mut word, mut field) = ("", "");
    let mut at = 0;
    while at < place.min(bytes.len()) {
        if let Some(end) = skipped(text, at) {
            at = end;
            continue;
        }
        let start = at;
        at += 1;
        match bytes[start] {
            b'(' | b'[' => open.push(Open { field: std::mem::take(&mut field), commas: 0 }),
            b')' | b']' => drop(open.pop()),
            b':' => field = word,
            b',' => {
                field = "";
                open.last_mut().into_iter().for_each(|open| open.commas += 1);
            }
            byte if is_word(byte) => {
                at = start + bytes[start..].iter().take_while(|byte| is_word(**byte)).count();
                word = text.get(start..at).unwrap_or_default();
            }
            _ => {}
        }
    }
    open
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The end of the text or comment that begins at a place, if one does.
pub(super) fn skipped(text: &str, at: usize) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    let after =
        |length: Option<usize>, more| length.map_or(text.len(), |length| at + length + more);
    match rest {
        [b'"', ..] => Some(end_of_string(text.as_bytes(), at)),
        [b'/', b'/', ..] => Some(after(rest.iter().position(|byte| *byte == b'\n'), 0)),
        [b'/', b'*', ..] => Some(after(rest.windows(2).position(|two| two == b"*/"), 2)),
        _ => None,
    }
}

fn end_of_string(bytes: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"Sujet(
        id: "a, [b", // un commentaire, [
        annexes: [Tableau(id: "t", colonnes: ["x", "y"]), Texte(id: "annexe-deux")],
        /* dossiers: [1, 2, */
        dossiers: [
            (titre: "un", questions: [(numero: "1.1")]),
            (titre: "deux", questions: [
                (numero: "2.1", bareme: Officiel("4")),
                (numero: "2.2", etapes: [Calcul(id: "\"x\", ["), Choix(id: "la-fin"#;

    #[track_caller]
    fn stands(mark: &str, expected: Option<&str>) {
        let place = FILE.find(mark).unwrap();
        assert_eq!(trail(FILE, place).as_deref(), expected, "{mark}");
    }

    #[test]
    fn the_place_is_told_by_the_lists_around_it() {
        stands("a, [b", None);
        stands("\"y\"", Some("annexe\u{a0}1"));
        stands("annexe-deux", Some("annexe\u{a0}2"));
        stands("1.1", Some("dossier\u{a0}1, question\u{a0}1"));
        stands("\"4\"", Some("dossier\u{a0}2, question\u{a0}1"));
        stands("la-fin", Some("dossier\u{a0}2, question\u{a0}2, étape\u{a0}2"));
    }

    #[test]
    fn any_place_of_any_text_can_be_asked_for() {
        for text in ["", ")", "]],,", "\"", "/*", "//", "«é»: [", "\"\\", FILE] {
            for place in 0..text.len() + 3 {
                let _ = trail(text, place);
            }
        }
    }
}
