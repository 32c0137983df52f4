//! Several learners on real files: one's work never shows in another's, and goes for good with its profile.

use std::fs;

use super::*;
use crate::check::Verdict;
use crate::model::ItemId;
use crate::progress::{Answer, Draft, Event, What};
use crate::store::{Act, Cause, Loaded};

const BEFORE_PROFILES: &[u8] = include_bytes!("../../tests/data/journal-1.sqlite");

fn answer(n: i64) -> Event {
    let what = What::Answer(Answer::new(&n.to_string(), Verdict::Wrong));
    Event { at_ms: n, item: ItemId("s/1.1/a".into()), what }
}

fn draft(n: i64, text: &str) -> Draft {
    Draft { at_ms: n, item: ItemId("s/1.1/a".into()), text: text.to_owned() }
}

fn name(typed: &str) -> Name {
    Name::read(typed).unwrap()
}

fn named(typed: &str) -> Who {
    Who::Named(name(typed))
}

/// The shelf of a folder, open for someone.
#[track_caller]
fn shelf(folder: &Path, who: &Who) -> Shelf {
    let (shelf, error) = Shelf::open(Some(folder), who);
    assert!(error.is_none(), "{error:?}");
    shelf
}

#[track_caller]
fn record(shelf: &mut Shelf, n: i64, text: &str) {
    shelf.journal_mut().record(&[answer(n)], &[draft(n, text)]).unwrap();
}

fn whose(shelf: &Shelf) -> Option<&str> {
    shelf.journal().owner().map(|owner| owner.profile.name.as_str())
}

fn id(shelf: &Shelf) -> ProfileId {
    shelf.journal().owner().unwrap().profile.id
}

fn names(shelf: &Shelf) -> Vec<String> {
    shelf.profiles().unwrap().iter().map(|line| line.profile.name.to_string()).collect()
}

fn loaded(shelf: &Shelf) -> Loaded {
    shelf.journal().load().unwrap()
}

#[test]
fn each_learner_finds_their_own_work_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(folder.path(), &Who::Last);
    assert_eq!(whose(&shelf), Some("Moi"));
    record(&mut shelf, 1, "de moi");
    shelf.switch(&named("Zoé")).unwrap();
    assert_eq!(loaded(&shelf), Loaded::default());
    record(&mut shelf, 2, "de Zoé");
    record(&mut shelf, 3, "de Zoé encore");
    shelf.switch(&named("moi")).unwrap();
    assert_eq!(loaded(&shelf).events, [answer(1)]);
    assert_eq!(loaded(&shelf).drafts.latest().map(|d| d.text.as_str()), Some("de moi"));
    shelf.switch(&named("ZOE")).unwrap();
    assert_eq!(loaded(&shelf).events, [answer(2), answer(3)]);
    assert_eq!(loaded(&shelf).drafts.latest().map(|d| d.text.as_str()), Some("de Zoé encore"));
    let told: Vec<_> = shelf.profiles().unwrap();
    let told: Vec<_> =
        told.iter().map(|line| (line.profile.name.as_str(), line.answers, line.last_ms)).collect();
    assert_eq!(told, [("Moi", 1, Some(1)), ("Zoé", 2, Some(3))]);
}

#[test]
fn the_last_profile_opens_again_and_says_whether_it_is_new_and_alone() {
    let folder = tempfile::tempdir().unwrap();
    let owner = |who: &Who| {
        let shelf = shelf(folder.path(), who);
        let owner = shelf.journal().owner().unwrap().clone();
        shelf.close().unwrap();
        (owner.profile.name.to_string(), owner.created, owner.alone)
    };
    assert_eq!(owner(&Who::Last), ("Moi".into(), false, true));
    // Nothing was done as "Moi": the first name takes its place.
    assert_eq!(owner(&named("Léa")), ("Léa".into(), true, true));
    assert_eq!(owner(&named("Tom")), ("Tom".into(), true, false));
    assert_eq!(owner(&Who::Last), ("Tom".into(), false, false));
    assert_eq!(owner(&named("LEA")), ("Léa".into(), false, false));
    assert_eq!(owner(&Who::Last), ("Léa".into(), false, false));
}

#[test]
fn a_journal_of_version_1_keeps_everything_under_the_first_profile() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), BEFORE_PROFILES).unwrap();
    let mut shelf = shelf(folder.path(), &Who::Last);
    assert_eq!((whose(&shelf), names(&shelf)), (Some("Moi"), vec!["Moi".to_owned()]));
    let before = loaded(&shelf);
    assert_eq!((before.events.len(), before.drafts.iter().count()), (3, 2));
    assert_eq!(shelf.journal().setting("theme").unwrap().as_deref(), Some("clair"));
    // There is work in it: a new name does not take it over.
    shelf.switch(&named("Léa")).unwrap();
    assert_eq!(loaded(&shelf), Loaded::default());
    assert_eq!(names(&shelf), ["Léa", "Moi"]);
    shelf.switch(&Who::This(ProfileId::FIRST)).unwrap();
    record(&mut shelf, 9, "suite");
    assert_eq!(loaded(&shelf).events.len(), 4);
    assert_eq!(loaded(&shelf).events[..3], before.events);
}

#[test]
fn a_journal_of_version_1_that_cannot_be_written_is_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), BEFORE_PROFILES).unwrap();
    for (who, events) in [(Who::Last, 3), (named("moi"), 3), (Who::This(ProfileId::FIRST), 3)] {
        let disk = Disk::open_read_only(folder.path(), &who).unwrap().unwrap();
        assert_eq!(disk.events().unwrap().len(), events);
        assert_eq!(disk.profiles().unwrap()[0].answers, 2);
    }
    for who in [named("Léa"), Who::New(name("Tom"))] {
        assert!(Disk::open_read_only(folder.path(), &who).unwrap().is_none());
    }
    assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), BEFORE_PROFILES);
}

#[test]
fn settings_are_each_learners_own_and_begin_with_the_machines() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(folder.path(), &named("Léa"));
    let theme = |shelf: &Shelf| shelf.journal().setting("theme").unwrap();
    shelf.journal_mut().keep_setting("theme", "sombre").unwrap();
    shelf.switch(&named("Tom")).unwrap();
    assert_eq!(theme(&shelf).as_deref(), Some("sombre"), "the only learner set it for the machine");
    shelf.journal_mut().keep_setting("theme", "clair").unwrap();
    shelf.switch(&named("Léa")).unwrap();
    assert_eq!(theme(&shelf).as_deref(), Some("sombre"));
    shelf.switch(&named("Ana")).unwrap();
    assert_eq!(theme(&shelf).as_deref(), Some("sombre"));
    shelf.switch(&Who::Guest).unwrap();
    assert_eq!(theme(&shelf), None);
}

#[test]
fn names_are_not_given_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(folder.path(), &named("Léa"));
    shelf.switch(&Who::New(name("Tom"))).unwrap();
    let taken = shelf.switch(&Who::New(name("lea"))).unwrap_err();
    assert!(matches!(taken.cause, Cause::NameTaken), "{taken}");
    assert_eq!(taken.to_string(), "Ce nom est déjà celui d’un autre profil");
    let tom = id(&shelf);
    let taken = shelf.rename(tom, &name("LÉA")).unwrap_err();
    assert!(matches!(taken.cause, Cause::NameTaken), "{taken}");
    assert_eq!((whose(&shelf), names(&shelf)), (Some("Tom"), vec!["Léa".into(), "Tom".into()]));
    // One's own name, written otherwise, is free.
    shelf.rename(tom, &name("TÔM")).unwrap();
    assert_eq!(whose(&shelf), Some("TÔM"));
}

#[test]
fn erasing_leaves_nothing_of_a_learner_and_all_of_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(folder.path(), &named("Léa"));
    record(&mut shelf, 1, "de Léa");
    shelf.switch(&named("Maximilienne")).unwrap();
    let gone = id(&shelf);
    for n in 0..200 {
        record(&mut shelf, n, &format!("confidence numéro {n}"));
    }
    shelf.journal_mut().keep_setting("theme", "clair").unwrap();
    assert!(shelf.erase(gone).unwrap());
    assert_eq!((whose(&shelf), loaded(&shelf).events), (Some("Léa"), vec![answer(1)]));
    assert_eq!(names(&shelf), ["Léa"]);
    shelf.close().unwrap();
    let bytes = fs::read(folder.path().join(FILE)).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds("de Léa"));
    assert!(!holds("confidence") && !holds("Maximilienne") && !holds("maximilienne"));
}

#[test]
fn a_number_is_never_given_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = shelf(folder.path(), &named("Léa"));
    one.switch(&named("Tom")).unwrap();
    let tom = id(&one);
    // Another terminal erases Tom and makes someone else.
    let mut other = shelf(folder.path(), &named("Léa"));
    assert!(!other.erase(tom).unwrap());
    other.switch(&named("Ana")).unwrap();
    assert_ne!(id(&other), tom);
    let refused = one.journal_mut().append(&[answer(1)]).unwrap_err();
    assert!(matches!(refused.cause, Cause::ProfileGone), "{refused}");
    assert!(one.journal_mut().keep_setting("theme", "clair").is_err());
    assert!(one.rename(tom, &name("Tom 2")).is_err());
    let answers =
        |shelf: &Shelf| shelf.profiles().unwrap().iter().map(|line| line.answers).sum::<u64>();
    assert_eq!(answers(&other), 0);
    assert!(matches!(other.switch(&Who::This(tom)).unwrap_err().cause, Cause::ProfileGone));
    assert_eq!(whose(&other), Some("Ana"));
}

#[test]
fn the_last_profile_erased_leaves_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(folder.path(), &Who::Last);
    record(&mut shelf, 1, "x");
    let first = id(&shelf);
    assert!(shelf.erase(first).unwrap());
    assert_eq!((whose(&shelf), loaded(&shelf)), (Some("Moi"), Loaded::default()));
    assert_ne!(id(&shelf), first);
    shelf.switch(&named("Léa")).unwrap();
    assert_eq!(names(&shelf), ["Léa"]);
}

#[test]
fn what_waits_for_the_disk_never_goes_to_another_learner() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(folder.path(), &named("Léa"));
    let writes = |shelf: &Shelf, may: bool| {
        let Journal::Disk { disk, .. } = shelf.journal() else { panic!("no file") };
        disk.connection().pragma_update(None, "query_only", !may).unwrap();
    };
    writes(&shelf, false);
    shelf.journal_mut().append(&[answer(1)]).unwrap_err();
    let refused = shelf.switch(&named("Tom")).unwrap_err();
    assert!(matches!(refused.cause, Cause::ReadOnly), "{refused}");
    assert_eq!((whose(&shelf), shelf.journal().waiting()), (Some("Léa"), 1));
    assert!(matches!(shelf.rename(id(&shelf), &name("Lou")).unwrap_err().act, Act::SaveProfile));
    assert!(matches!(shelf.erase(id(&shelf)).unwrap_err().act, Act::EraseProfile));
    writes(&shelf, true);
    shelf.switch(&named("Tom")).unwrap();
    assert_eq!(loaded(&shelf), Loaded::default());
    shelf.switch(&named("Léa")).unwrap();
    assert_eq!(loaded(&shelf).events, [answer(1)]);
}

#[test]
fn a_guest_reads_nothing_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("neuf");
    let mut guest = shelf(&data, &Who::Guest);
    record(&mut guest, 1, "x");
    assert_eq!((whose(&guest), loaded(&guest)), (None, Loaded::default()));
    assert_eq!(guest.profiles().unwrap(), []);
    assert!(!data.exists());
    guest.switch(&named("Léa")).unwrap();
    record(&mut guest, 2, "y");
    guest.switch(&Who::Guest).unwrap();
    record(&mut guest, 3, "z");
    assert_eq!(loaded(&guest), Loaded::default());
    assert_eq!(names(&guest), ["Léa"]);
    let lea = guest.profiles().unwrap()[0].profile.id;
    guest.rename(lea, &name("Léa M")).unwrap();
    assert_eq!((whose(&guest), names(&guest)), (None, vec!["Léa M".to_owned()]));
    assert!(!guest.erase(lea).unwrap());
    assert_eq!(names(&guest), ["Moi"]);
    let mut nowhere = Shelf::open(None, &named("Léa")).0;
    assert_eq!((whose(&nowhere), nowhere.profiles().unwrap()), (None, Vec::new()));
    nowhere.switch(&Who::Last).unwrap();
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_still_shows_each_learners_work() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mut first = shelf(folder.path(), &named("Léa"));
    record(&mut first, 1, "x");
    first.switch(&named("Tom")).unwrap();
    record(&mut first, 2, "y");
    first.close().unwrap();
    let path = folder.path().join(FILE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let read = |who| Disk::open_read_only(folder.path(), &who).unwrap();
    assert_eq!(read(named("lea")).unwrap().events().unwrap(), [answer(1)]);
    assert!(read(named("Ana")).is_none());
    // Permissions do not stop the superuser: what is read is the same all the same.
    let (mut shelf, _) = Shelf::open(Some(folder.path()), &Who::Last);
    assert_eq!((whose(&shelf), loaded(&shelf).events), (Some("Tom"), vec![answer(2)]));
    assert_eq!(names(&shelf), ["Léa", "Tom"]);
    shelf.switch(&named("Léa")).unwrap();
    assert_eq!((whose(&shelf), loaded(&shelf).events), (Some("Léa"), vec![answer(1)]));
    let superuser = fs::OpenOptions::new().append(true).open(&path).is_ok();
    assert_eq!(shelf.switch(&named("Ana")).is_ok(), superuser);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn two_terminals_make_the_same_profile_once() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let open = |n: i64| {
            let path = folder.path().to_owned();
            std::thread::spawn(move || {
                let mut shelf = shelf(&path, &named("Léa"));
                record(&mut shelf, n, "x");
                shelf.close().unwrap();
            })
        };
        let threads: Vec<_> = (0..6).map(open).collect();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        let shelf = shelf(folder.path(), &named("Léa"));
        assert_eq!((names(&shelf), loaded(&shelf).events.len()), (vec!["Léa".to_owned()], 6));
    }
}

#[test]
fn two_learners_write_at_once_each_in_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let write = |who: Who, from: i64| {
        let path = folder.path().to_owned();
        std::thread::spawn(move || {
            let mut shelf = shelf(&path, &who);
            for n in from..from + 100 {
                if let Err(error) = shelf.journal_mut().append(&[answer(n)]) {
                    assert!(matches!(error.cause, Cause::Busy), "{error}");
                }
            }
            shelf.close().unwrap();
        })
    };
    let threads = [write(named("Léa"), 0), write(named("Tom"), 1_000)];
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    let mut shelf = shelf(folder.path(), &named("Léa"));
    let expected = |from: i64| (from..from + 100).map(answer).collect::<Vec<_>>();
    assert_eq!(loaded(&shelf).events, expected(0));
    shelf.switch(&named("Tom")).unwrap();
    assert_eq!(loaded(&shelf).events, expected(1_000));
}
