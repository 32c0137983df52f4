//! Files written for the learner to keep: where they go, and the sentence that says so.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::content::{printable, reason};
use crate::export::ProgressFile;

/// The folder of exports, among the user's data.
const FOLDER: &str = "exports";
/// How many files of one name and one day stand beside each other.
const MOST: u32 = 999;

/// Writes files among the user's data, or in the current folder where there are none. No file is ever
/// written over. The sentence says where they are, or why they are not.
pub fn write(data: Option<&Path>, files: &[ProgressFile]) -> String {
    let folder = data.map(|data| data.join(FOLDER)).unwrap_or_default();
    match write_all(&folder, files) {
        Ok(names) => {
            let place = fs::canonicalize(non_empty(&folder)).unwrap_or(folder);
            format!("Vos progrès sont écrits dans {}\u{a0}: {}.", quoted(&place), names.join(", "))
        }
        Err(error) => format!(
            "Vos progrès n’ont pas pu être écrits dans {}\u{a0}: {}.",
            quoted(non_empty(&folder)),
            reason(&error)
        ),
    }
}

/// The current folder has an empty name.
fn non_empty(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

fn quoted(path: &Path) -> String {
    format!("«\u{a0}{}\u{a0}»", printable(&path.display().to_string()))
}

fn write_all(folder: &Path, files: &[ProgressFile]) -> io::Result<Vec<String>> {
    fs::create_dir_all(non_empty(folder))?;
    files.iter().map(|file| write_one(folder, file)).collect()
}

fn write_one(folder: &Path, file: &ProgressFile) -> io::Result<String> {
    let (path, mut free) = first_free(folder, &file.name)?;
    let written = free.write_all(&file.bytes).and_then(|()| free.sync_all());
    if let Err(error) = written {
        // Half a file would be taken for a whole one.
        let _ = fs::remove_file(&path);
        return Err(error);
    }
    let name = path.file_name().unwrap_or_default();
    Ok(printable(&name.to_string_lossy()))
}

/// `progres-2026-11-16.csv`, else `progres-2026-11-16-2.csv`…
fn first_free(folder: &Path, name: &str) -> io::Result<(PathBuf, File)> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    for n in 1..=MOST {
        let more = if n == 1 { String::new() } else { format!("-{n}") };
        let path = folder.join(format!("{stem}{more}.{ending}"));
        match File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            created => return created.map(|file| (path, file)),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<ProgressFile> {
        let file = |name: &str| ProgressFile { name: name.into(), bytes: b"x".to_vec() };
        vec![file("progres.csv"), file("progres.json")]
    }

    #[test]
    fn files_go_to_their_folder_and_none_is_written_over() {
        let data = tempfile::tempdir().unwrap();
        let said = write(Some(data.path()), &files());
        assert!(said.starts_with("Vos progrès sont écrits dans «"), "{said}");
        assert!(said.ends_with("exports\u{a0}»\u{a0}: progres.csv, progres.json."), "{said}");
        let kept = data.path().join("exports/progres.csv");
        fs::write(&kept, "noté à la main").unwrap();
        let said = write(Some(data.path()), &files());
        assert!(said.ends_with("progres-2.csv, progres-2.json."), "{said}");
        assert_eq!(fs::read_to_string(kept).unwrap(), "noté à la main");
    }

    #[test]
    fn a_folder_that_refuses_is_told() {
        let data = tempfile::tempdir().unwrap();
        fs::write(data.path().join("exports"), "un fichier").unwrap();
        let said = write(Some(data.path()), &files());
        assert!(said.starts_with("Vos progrès n’ont pas pu être écrits dans «"), "{said}");
        assert!(!said.contains("os error"), "{said}");
    }
}
