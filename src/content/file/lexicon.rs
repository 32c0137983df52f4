//! The lexicon as an author writes it.

use serde::Deserialize;

use crate::content::located::Located;

/// The root of a lexicon file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Lexique")]
pub struct FileLexicon {
    pub format: u32,
    pub entrees: Vec<FileEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    pub id: Located,
    pub nom: Located,
    #[serde(default)]
    pub synonymes: Vec<Located>,
    pub chapitre: Located,
    #[serde(default)]
    pub formule: Located,
    #[serde(default)]
    pub unite: Located,
    pub sens: FileDirection,
    pub lecture: Vec<Located>,
    #[serde(default)]
    pub variantes: Vec<Located>,
    #[serde(default)]
    pub seuils: Vec<FileThreshold>,
    #[serde(default)]
    pub pieges: Vec<Located>,
    #[serde(default)]
    pub exemple: Option<FileExample>,
    #[serde(default)]
    pub voir: Vec<Located>,
}

#[derive(Debug, Deserialize)]
pub enum FileDirection {
    Hausse,
    Baisse,
    Selon,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileThreshold {
    pub texte: Located,
    pub source: Located,
    #[serde(default)]
    pub annee: Option<u16>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileExample {
    pub enonce: Located,
    pub calcul: Located,
    pub resultat: Located,
}
