//! Where files come from. The only reader of files of the core.

use std::collections::VecDeque;
use std::fs;
use std::io::Read;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::code::Code;
use super::diagnostic::Diagnostic;

/// The largest file that is read.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// The most files read under one folder, so that a wrong `--exercices /` ends.
const MAX_FILES: usize = 500;
/// Folders opened under one folder, and how deep.
const MAX_FOLDERS: usize = 500;
const MAX_DEPTH: usize = 4;

/// A file's name, as shown, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    pub name: String,
    pub text: Text,
}

impl SourceFile {
    pub fn new(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        SourceFile { name: name.into(), text: Text::Read(text.into()) }
    }

    /// A file of the program itself.
    pub(super) fn shipped(name: &str, text: String) -> Self {
        SourceFile { name: name.to_owned(), text: Text::Shipped(Arc::new(text)) }
    }

    /// Part of the program: its rules of good writing are held by its tests, not at each start.
    pub(super) fn is_shipped(&self) -> bool {
        matches!(self.text, Text::Shipped(_))
    }
}

/// The text of a file, cheap to keep with each of its problems.
#[derive(Debug, Clone)]
pub enum Text {
    /// Part of the program; as unpacked, without a copy.
    Shipped(Arc<String>),
    Read(Arc<str>),
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Text::Shipped(text) => text,
            Text::Read(text) => text,
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

/// Reads one file, whatever its name.
///
/// # Errors
/// A diagnostic where the file is missing, unreadable, too large or not UTF-8 text.
pub fn read_file(path: &Path) -> Result<SourceFile, Box<Diagnostic>> {
    let name = path.display().to_string();
    let failed = |error: &std::io::Error| {
        let message = format!("lecture impossible ({})", reason(error));
        Box::new(Diagnostic::of(&name, Code::Unreadable, message))
    };
    let file = fs::File::open(path).map_err(|error| failed(&error))?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > MAX_BYTES {
        let message = "fichier trop volumineux\u{a0}: 4\u{a0}Mio au plus";
        let problem = Diagnostic::of(&name, Code::TooLarge, message)
            .help("Vérifiez que c’est bien un fichier d’exercice, ou découpez-le.");
        return Err(Box::new(problem));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(name, text.strip_prefix('\u{feff}').unwrap_or(&text))),
        Err(error) => {
            Err(Box::new(not_utf8(&name, error.as_bytes(), error.utf8_error().valid_up_to())))
        }
    }
}

fn not_utf8(name: &str, bytes: &[u8], valid: usize) -> Diagnostic {
    let line = bytes[..valid].iter().filter(|&&b| b == b'\n').count() + 1;
    let message = format!("le fichier n’est pas en UTF-8 (ligne {line})");
    Diagnostic::of(name, Code::NotUtf8, message)
        .help("Enregistrez-le en UTF-8 depuis votre éditeur de texte.")
}

/// Reads every `*.ron` file of a folder and of its sub-folders, in the order of their names.
/// What cannot be read is a problem; the rest is still returned.
pub fn read_folder(folder: &Path) -> (Vec<SourceFile>, Vec<Diagnostic>) {
    let mut walk = Walk { files: Vec::new(), problems: Vec::new(), waiting: VecDeque::new() };
    walk.waiting.push_back((folder.to_owned(), 0));
    let mut opened = 0;
    while let Some((next, depth)) = walk.waiting.pop_front() {
        opened += 1;
        if opened > MAX_FOLDERS || walk.files.len() > MAX_FILES {
            walk.problems.push(too_many(folder));
            break;
        }
        walk.list(&next, depth);
    }
    walk.files.truncate(MAX_FILES);
    let mut sources = Vec::new();
    for path in &walk.files {
        match read_file(path) {
            Ok(source) => sources.push(source),
            Err(problem) => walk.problems.push(*problem),
        }
    }
    (sources, walk.problems)
}

struct Walk {
    files: Vec<PathBuf>,
    problems: Vec<Diagnostic>,
    waiting: VecDeque<(PathBuf, usize)>,
}

impl Walk {
    fn list(&mut self, folder: &Path, depth: usize) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                let message = format!("dossier illisible ({})", reason(&error));
                self.problems.push(Diagnostic::of(
                    &folder.display().to_string(),
                    Code::Unreadable,
                    message,
                ));
                return;
            }
        };
        let mut paths: Vec<PathBuf> =
            entries.take(10 * MAX_FILES).flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let hidden =
                path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if hidden {
                continue;
            }
            if path.is_dir() {
                if depth < MAX_DEPTH && !path.is_symlink() {
                    self.waiting.push_back((path, depth + 1));
                }
            } else if path.extension().is_some_and(|extension| extension == "ron")
                && !is_special(&path)
            {
                self.files.push(path);
            }
        }
    }
}

/// A pipe or a device: opening one could wait for ever. A file that is missing is reported later.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| !data.is_file())
}

fn too_many(folder: &Path) -> Diagnostic {
    Diagnostic::of(
        &folder.display().to_string(),
        Code::TooMany,
        format!("trop de fichiers ou de dossiers\u{a0}: {MAX_FILES} au plus"),
    )
    .help("Donnez le dossier qui ne contient que les exercices.")
}

/// Why the system refused, in French: its own words are in its own language.
pub fn reason(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "introuvable",
        ErrorKind::PermissionDenied => "accès refusé",
        ErrorKind::IsADirectory => "c’est un dossier",
        ErrorKind::NotADirectory => "ce n’est pas un dossier",
        ErrorKind::AlreadyExists => "ce nom est déjà pris",
        ErrorKind::StorageFull => "le disque est plein",
        ErrorKind::ReadOnlyFilesystem => "le disque est protégé en écriture",
        _ => "erreur du système",
    }
}
