//! No screen goes unseen: every place where keys are read is looked at, at the three sizes.

use std::fs;
use std::path::{Path, PathBuf};

use tuteur_ndrc::tui::Context;

use crate::play::Play;

/// What the sample's first question is opened by, its answer in hand.
const QUESTION: &str = "<down><enter><f6>";

/// A place where keys are read, the picture taken there, and the keys that lead to it at 80×24;
/// none where the pictures are taken by a module that plays more than keys.
const LOOKED_AT: &[(&str, &str, Option<&[&str]>)] = &[
    ("Home", "home", Some(&[""])),
    ("Document", "document_choice", Some(&[QUESTION, "<f8><f8><tab>"])),
    ("Statement", "document", Some(&["<down><enter>"])),
    ("Number", "number_wrong", Some(&[QUESTION, "12<enter>"])),
    ("Grid", "grid_blank", Some(&[QUESTION, "<f8>"])),
    ("Picking", "picking", Some(&[QUESTION, "(<f5><right><down>"])),
    ("Choice", "choice_wrong", Some(&[QUESTION, "<f8><f8>1<enter>"])),
    ("Editor", "writing", Some(&[QUESTION, TEXT])),
    ("Review", "review", Some(&[QUESTION, TEXT, "<c-s>"])),
    ("Compare", "compare", Some(&[QUESTION, TEXT, "<c-s>", "m<tab>"])),
    ("OwnPoint", "own_point", Some(&[QUESTION, TEXT, "<c-s>aLe panier"])),
    ("Marking", "marking_done", Some(&["<down>", QUESTION, "Un plan.<c-s>", MARKS])),
    ("Summary", "summary", Some(&[QUESTION, LEFT, TO_THE_END])),
    ("Projection", "wall_title", Some(&["<down><f11>"])),
    ("Jump", "slide_jump", Some(&["<down><f11>g"])),
    ("Memo", "memo", Some(&["m"])),
    ("Entry", "entry", Some(&["mrebond<enter>"])),
    ("Progress", "progress_empty", Some(&["p"])),
    ("Settings", "settings", Some(&["g"])),
    ("Keys", "keys", None),
    ("NewKey", "keys_waiting", None),
    ("Profiles", "profiles", None),
    ("ProfileName", "profiles", None),
    ("ProfileErase", "profiles", None),
    ("ProfileEraseSurely", "profiles", None),
    ("Hunt", "hunt_lines", Some(&[QUESTION, "<f9>"])),
    ("HuntReading", "hunt_reading", Some(&[QUESTION, "<f9><tab><home>"])),
    ("Palette", "palette", Some(&["<c-p>"])),
    ("Help", "help", Some(&["?"])),
    ("Why", "number_why", Some(&[QUESTION, "12<enter><f2><f2><f2><f3>"])),
    ("Restart", "restart", Some(&[QUESTION, "12<enter><c-n>"])),
    ("Leave", "leaving", Some(&[QUESTION, LEFT, TO_THE_END, "<c-c>"])),
];
const TEXT: &str = "<f8><f8><f8>La fréquentation stagne.";
const LEFT: &str = "12<enter>-0,44<c-w>-0,44<enter>";
const TO_THE_END: &str = "<f8><f8><f8><f8>";
const MARKS: &str = "<right><right><right><down><right><right><right><down>\
     <right><right><right><down><right><right><right><down><right><right><right><down>\
     <right><right><right><down><right><right><right><down><right><right><right><down>";

/// The picture kept under a name, whichever module took it.
fn kept(name: &str, size: &str) -> Option<String> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens/snapshots");
    let end = format!("__{name}_{size}.snap");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut named = entries.filter(|path| path.to_string_lossy().ends_with(&end));
    let text = fs::read_to_string(named.next()?).unwrap();
    let (_, body) = text.split_once("\n---\n").unwrap();
    Some(body.trim_end().to_owned())
}

#[test]
fn every_place_where_keys_are_read_is_looked_at() {
    for context in Context::ALL {
        let name = format!("{context:?}");
        let row = LOOKED_AT.iter().find(|(place, ..)| *place == name);
        let Some((_, picture, keys)) = row else {
            panic!("{name}: no picture is named here for this place");
        };
        let Some(keys) = keys else { continue };
        let play = keys.iter().fold(Play::open(80, 24), |play, keys| play.keys(keys));
        assert_eq!(format!("{:?}", play.app.context()), name);
        let taken = play.picture();
        assert_eq!(Some(taken.trim_end()), kept(picture, "80x24").as_deref(), "{name}");
        for size in ["120x36", "40x12"] {
            assert!(kept(picture, size).is_some(), "{name}: `{picture}` at {size}");
        }
    }
}
