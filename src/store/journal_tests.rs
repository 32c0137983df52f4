//! The journal on real files: two at once, refusals, kills.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::*;
use crate::check::Verdict;
use crate::model::ItemId;
use crate::progress::{Answer, Rung, What};
use crate::store::disk::FILE;
use crate::store::{Act, Cause};

fn answer(n: i64) -> Event {
    let what = What::Answer(Answer::new(&n.to_string(), Verdict::Wrong));
    Event { at_ms: n, item: ItemId("s/1.1/a".into()), what }
}

fn help(n: i64) -> Event {
    Event { at_ms: n, item: ItemId("s/1.1/b".into()), what: What::Help(Rung::Method) }
}

fn draft(n: i64, text: &str) -> Draft {
    Draft { at_ms: n, item: ItemId("s/1.1/a".into()), text: text.to_owned() }
}

fn opened(directory: &Path) -> Journal {
    Journal::open(directory).unwrap()
}

fn refusal(directory: &Path) -> Error {
    let (journal, error) = Journal::open_or_memory(directory, &Who::Last);
    assert!(!journal.records());
    error.unwrap()
}

#[test]
fn what_is_recorded_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("à/créer");
    let mut journal = opened(&directory);
    journal.record(&[answer(1), help(2)], &[draft(2, "25,6")]).unwrap();
    journal.append(&[answer(3)]).unwrap();
    journal.save_draft(&draft(4, "25,64")).unwrap();
    let before = journal.load().unwrap();
    journal.close().unwrap();
    let after = opened(&directory).load().unwrap();
    assert_eq!(after, before);
    assert_eq!(after.events, [answer(1), help(2), answer(3)]);
    assert_eq!(after.drafts.get(&ItemId("s/1.1/a".into())), Some("25,64"));
    assert!(!directory.join(format!("{FILE}-wal")).exists(), "closing leaves one file");
}

#[test]
fn a_setting_is_found_again_and_never_mixes_with_the_version() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = opened(folder.path());
    assert_eq!(journal.setting("theme").unwrap(), None);
    journal.keep_setting("theme", "sombre").unwrap();
    journal.keep_setting("theme", "clair").unwrap();
    journal.keep_setting("schema", "999").unwrap();
    journal.close().unwrap();
    assert_eq!(opened(folder.path()).setting("theme").unwrap().as_deref(), Some("clair"));
    let mut guest = Journal::in_memory();
    guest.keep_setting("theme", "clair").unwrap();
    assert_eq!(guest.setting("theme").unwrap(), None);
}

#[test]
fn an_empty_draft_erases() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = opened(folder.path());
    journal.save_draft(&draft(1, "x")).unwrap();
    journal.save_draft(&draft(2, "")).unwrap();
    assert_eq!(journal.load().unwrap().drafts, Drafts::default());
}

#[test]
fn two_terminals_write_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let write = |from: i64| {
        let path = path.clone();
        std::thread::spawn(move || {
            let mut journal = opened(&path);
            for n in from..from + 100 {
                // On a loaded machine a turn may not come in time: what waits goes with the next write.
                if let Err(error) = journal.append(&[answer(n), help(n)]) {
                    assert!(matches!(error.cause, Cause::Busy), "{error}");
                }
            }
            journal.close().unwrap();
        })
    };
    let threads = [write(0), write(1_000), write(2_000)];
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    let events = opened(&path).load().unwrap().events;
    assert_eq!(events.len(), 600);
    // Each append stays in one piece, and each terminal's stay in order.
    assert!(events.chunks(2).all(|pair| pair[0].at_ms == pair[1].at_ms));
    let first: Vec<i64> = events.iter().map(|e| e.at_ms).filter(|n| *n < 1_000).collect();
    assert!(first.is_sorted());
}

#[test]
fn terminals_opened_together_wait_for_each_other() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let open = |n: i64| {
            let path = folder.path().to_owned();
            std::thread::spawn(move || {
                let mut journal = opened(&path);
                journal.append(&[answer(n)]).unwrap();
                journal.close().unwrap();
            })
        };
        let threads: Vec<_> = (0..8).map(open).collect();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(opened(folder.path()).load().unwrap().events.len(), 8);
    }
}

#[test]
fn a_journal_of_a_later_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    opened(folder.path()).close().unwrap();
    let raw = rusqlite::Connection::open(folder.path().join(FILE)).unwrap();
    raw.execute("UPDATE meta SET value = '99'", []).unwrap();
    drop(raw);
    let before = fs::read(folder.path().join(FILE)).unwrap();
    let error = refusal(folder.path());
    assert!(matches!(error.cause, Cause::FutureVersion { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("version plus récente"), "{error}");
    assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), before);
}

#[test]
fn a_file_that_is_no_journal_is_left_alone() {
    for content in ["ceci n’est pas une base ".repeat(200).into_bytes(), vec![0xff; 5_000]] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), &content).unwrap();
        let error = refusal(folder.path());
        assert!(matches!(error.cause, Cause::Corrupt), "{error}");
        assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), content);
    }
    let folder = tempfile::tempdir().unwrap();
    let raw = rusqlite::Connection::open(folder.path().join(FILE)).unwrap();
    raw.execute_batch("CREATE TABLE recettes (nom TEXT)").unwrap();
    drop(raw);
    assert!(matches!(refusal(folder.path()).cause, Cause::NotAJournal));
}

#[test]
fn a_damaged_journal_is_told_when_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = opened(folder.path());
    (0..500).for_each(|n| journal.append(&[answer(n)]).unwrap());
    journal.close().unwrap();
    let path = folder.path().join(FILE);
    let mut bytes = fs::read(&path).unwrap();
    let middle = 4_096 * 3;
    bytes[middle..].fill(0x5a);
    fs::write(&path, &bytes).unwrap();
    let told = match Journal::open(folder.path()) {
        Ok(journal) => journal.load().unwrap_err(),
        Err(error) => error,
    };
    assert!(matches!(told.cause, Cause::Corrupt), "{told}");
}

#[test]
fn a_place_that_is_no_directory_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("fichier");
    fs::write(&file, "x").unwrap();
    for directory in [file.clone(), file.join("dessous")] {
        let error = refusal(&directory);
        assert_eq!(error.act, Act::CreateDirectory);
        assert!(matches!(error.cause, Cause::NoSuchPlace), "{error}");
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(FILE)).unwrap();
    assert_eq!(refusal(folder.path()).act, Act::Open);
}

/// A read-only medium, played by a connection that may not write: permissions do not stop the superuser.
#[test]
fn a_read_only_journal_refuses_and_keeps_what_waits() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = opened(folder.path());
    journal.append(&[answer(1)]).unwrap();
    set(&journal, "query_only", 1);
    let error = journal.record(&[answer(2)], &[draft(2, "a")]).unwrap_err();
    assert!(matches!(error.cause, Cause::ReadOnly), "{error}");
    assert_eq!(error.act, Act::Append);
    assert!(journal.save_draft(&draft(3, "ab")).is_err());
    assert_eq!(journal.waiting(), 2);
    set(&journal, "query_only", 0);
    journal.append(&[answer(4)]).unwrap();
    assert_eq!(journal.waiting(), 0);
    let loaded = journal.load().unwrap();
    assert_eq!(loaded.events, [answer(1), answer(2), answer(4)]);
    assert_eq!(loaded.drafts.get(&ItemId("s/1.1/a".into())), Some("ab"));
}

#[cfg(unix)]
#[test]
fn a_directory_without_write_permission_still_shows_what_it_holds() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mut journal = opened(folder.path());
    journal.append(&[answer(1)]).unwrap();
    journal.close().unwrap();
    let path = folder.path().join(FILE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let (mut journal, error) = Journal::open_or_memory(folder.path(), &Who::Last);
    let superuser = fs::OpenOptions::new().append(true).open(&path).is_ok();
    assert_eq!(error.is_none(), superuser, "{error:?}");
    assert_eq!(journal.load().unwrap().events, [answer(1)]);
    journal.append(&[answer(2)]).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_full_disk_refuses_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = opened(folder.path());
    set(&journal, "max_page_count", 12);
    let long = Event { what: What::Text("x".repeat(20_000)), ..help(1) };
    let error = (0..20).find_map(|_| journal.append(std::slice::from_ref(&long)).err()).unwrap();
    assert!(matches!(error.cause, Cause::DiskFull), "{error}");
    assert!(error.to_string().contains("disque est plein"), "{error}");
    let waiting = journal.waiting();
    let written = journal.load().unwrap().events.len();
    set(&journal, "max_page_count", 10_000);
    journal.close().unwrap();
    assert_eq!(opened(folder.path()).load().unwrap().events.len(), written + waiting);
}

#[test]
fn events_cannot_be_rewritten() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = opened(folder.path());
    journal.append(&[answer(1)]).unwrap();
    let Journal::Disk { disk, .. } = &journal else { panic!() };
    assert!(disk.connection().execute("UPDATE events SET at_ms = 0", []).is_err());
}

#[test]
fn memory_forgets_without_complaint() {
    let mut journal = Journal::in_memory();
    journal.record(&[answer(1)], &[draft(1, "x")]).unwrap();
    assert_eq!(journal.load().unwrap(), Loaded::default());
    assert_eq!((journal.records(), journal.path(), journal.waiting()), (false, None, 0));
    journal.close().unwrap();
}

fn set(journal: &Journal, pragma: &str, value: i64) {
    let Journal::Disk { disk, .. } = journal else { panic!("no file") };
    disk.connection().pragma_update(None, pragma, value).unwrap();
}

/// Where the process to be killed writes; set by the test below for its child.
const VICTIM: &str = "TUTEUR_TEST_VICTIM";

#[test]
#[ignore = "run by the next test, in a process of its own"]
fn writes_until_killed() {
    let Ok(directory) = std::env::var(VICTIM) else { return };
    let mut journal = opened(Path::new(&directory));
    for n in 1.. {
        journal.record(&[answer(n)], &[draft(n, &n.to_string())]).unwrap();
        // Renamed in place, so that the kill never leaves half of it.
        let place = |name: &str| Path::new(&directory).join(name);
        fs::write(place("ecrit"), n.to_string()).unwrap();
        fs::rename(place("ecrit"), place("dernier")).unwrap();
    }
}

#[test]
fn a_kill_loses_nothing_that_was_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::journal::tests::writes_until_killed", "--ignored"])
        .env(VICTIM, folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let written = || {
        let text = fs::read_to_string(folder.path().join("dernier")).unwrap_or_default();
        text.parse::<i64>().unwrap_or_default()
    };
    let start = Instant::now();
    while written() < 50 && start.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let acknowledged = written();
    let loaded = opened(folder.path()).load().unwrap();
    let last = loaded.events.last().unwrap().at_ms;
    assert!(acknowledged >= 50, "{acknowledged}");
    assert!(last == acknowledged || last == acknowledged + 1, "{last} {acknowledged}");
    assert_eq!(loaded.events.len() as i64, last);
    let typed = loaded.drafts.get(&ItemId("s/1.1/a".into())).unwrap().parse::<i64>().unwrap();
    assert_eq!(typed, last);
}
