//! The file's own types: what an author writes, in French, before anything is resolved.
//!
//! `docs/format.md` is their manual. Figures, formulas and references are [`Located`]
//! strings, and so is every text: no digit passes through a float, and every one keeps its place.

mod lexicon;
mod step;

use serde::Deserialize;

use super::located::Located;
pub use lexicon::{FileDirection, FileEntry, FileExample, FileLexicon};
pub use step::{
    FileAccepted, FileBlank, FileCell, FileChoice, FileGrid, FileGridRow, FileIdea, FileNumber,
    FileRcs, FileStep, FileTolerance, FileTrap, FileWriting,
};

/// The root of an exercise file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Sujet")]
pub struct FileSubject {
    pub format: u32,
    pub id: Located,
    pub titre: Located,
    pub session: u16,
    pub source: Located,
    pub contexte: Vec<Located>,
    pub annexes: Vec<FileAnnex>,
    pub dossiers: Vec<FileDossier>,
}

#[derive(Debug, Deserialize)]
pub enum FileAnnex {
    Tableau(FileTable),
    Grille(FileTextTable),
    Texte(FileText),
}

impl FileAnnex {
    pub fn id(&self) -> &Located {
        match self {
            FileAnnex::Tableau(table) => &table.id,
            FileAnnex::Grille(table) => &table.id,
            FileAnnex::Texte(text) => &text.id,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileTable {
    pub id: Located,
    pub titre: Located,
    #[serde(default)]
    pub source: Option<Located>,
    #[serde(default)]
    pub reconstitution: Option<Located>,
    /// Heading of the first column.
    #[serde(default)]
    pub coin: Located,
    pub colonnes: Vec<FileColumn>,
    pub lignes: Vec<FileRow>,
    #[serde(default)]
    pub notes: Vec<Located>,
    #[serde(default)]
    pub controles: Vec<FileCheck>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileColumn {
    pub libelle: Located,
    /// Defaults to the label in lower case, blanks and apostrophes turned into hyphens, accents dropped.
    #[serde(default)]
    pub id: Option<Located>,
    /// Unit of the figures of this column that carry none.
    #[serde(default)]
    pub unite: Option<Located>,
}

/// A row of figures. `"402 *"` is deduced, `"325 **"` chosen among several, `""` not given;
/// a value in square brackets, `"[à partir de 24,95 €]"`, is words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRow {
    pub id: Located,
    pub libelle: Located,
    /// Unit of the figures of this row that carry none.
    #[serde(default)]
    pub unite: Option<Located>,
    pub valeurs: Vec<Located>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileTextTable {
    pub id: Located,
    pub titre: Located,
    #[serde(default)]
    pub source: Option<Located>,
    pub colonnes: Vec<Located>,
    pub lignes: Vec<Vec<Located>>,
    #[serde(default)]
    pub notes: Vec<Located>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileText {
    pub id: Located,
    pub titre: Located,
    #[serde(default)]
    pub source: Option<Located>,
    pub paragraphes: Vec<Located>,
}

/// A sum the loader verifies: `somme: "organic + direct"`, `vaut: "100 %"`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileCheck {
    pub formule: Located,
    pub vaut: Located,
    pub phrase: Located,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Dossier")]
pub struct FileDossier {
    pub titre: Located,
    pub questions: Vec<FileQuestion>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Question")]
pub struct FileQuestion {
    pub numero: Located,
    pub titre: Located,
    pub enonce: Vec<Located>,
    #[serde(default)]
    pub annexes: Vec<Located>,
    pub bareme: FilePoints,
    pub etapes: Vec<FileStep>,
    pub bilan: Located,
    #[serde(default)]
    pub errata: Vec<FileErratum>,
}

/// Points out of the 40 of the paper, in French notation, quarters at the finest.
#[derive(Debug, Deserialize)]
pub enum FilePoints {
    Officiel(Located),
    Indicatif(Located),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileErratum {
    pub imprime: Located,
    pub juste: Located,
    pub explication: Located,
}
