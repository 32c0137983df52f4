//! The file's own types: what an author writes, in French, before anything is resolved.
//!
//! `docs/format.md` is their manual. Figures, formulas and references are [`Located`]
//! strings: no digit passes through a float, and every one keeps its place.

use serde::Deserialize;

use super::located::Located;

/// The root of an exercise file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Sujet")]
pub struct FileSubject {
    pub format: u32,
    pub id: Located,
    pub titre: String,
    pub session: u16,
    pub source: String,
    pub contexte: Vec<String>,
    pub annexes: Vec<FileAnnex>,
    pub dossiers: Vec<FileDossier>,
}

#[derive(Debug, Deserialize)]
pub enum FileAnnex {
    Tableau(FileTable),
    Grille(FileTextTable),
    Texte(FileText),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileTable {
    pub id: Located,
    pub titre: String,
    #[serde(default)]
    pub source: Option<String>,
    #[serde(default)]
    pub reconstitution: Option<String>,
    /// Heading of the first column.
    #[serde(default)]
    pub coin: String,
    pub colonnes: Vec<FileColumn>,
    pub lignes: Vec<FileRow>,
    #[serde(default)]
    pub notes: Vec<String>,
    #[serde(default)]
    pub controles: Vec<FileCheck>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileColumn {
    pub libelle: String,
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
    pub libelle: String,
    /// Unit of the figures of this row that carry none.
    #[serde(default)]
    pub unite: Option<Located>,
    pub valeurs: Vec<Located>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileTextTable {
    pub id: Located,
    pub titre: String,
    #[serde(default)]
    pub source: Option<String>,
    pub colonnes: Vec<String>,
    pub lignes: Vec<Vec<String>>,
    #[serde(default)]
    pub notes: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileText {
    pub id: Located,
    pub titre: String,
    #[serde(default)]
    pub source: Option<String>,
    pub paragraphes: Vec<String>,
}

/// A sum the loader verifies: `somme: "organic + direct"`, `vaut: "100 %"`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileCheck {
    pub formule: Located,
    pub vaut: Located,
    pub phrase: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Dossier")]
pub struct FileDossier {
    pub titre: String,
    pub questions: Vec<FileQuestion>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Question")]
pub struct FileQuestion {
    pub numero: Located,
    pub titre: String,
    pub enonce: Vec<String>,
    #[serde(default)]
    pub annexes: Vec<Located>,
    pub bareme: FilePoints,
    pub etapes: Vec<FileStep>,
    pub bilan: String,
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
    pub imprime: String,
    pub juste: String,
    pub explication: String,
}

#[derive(Debug, Deserialize)]
pub enum FileStep {
    Calcul(FileNumber),
    Completer(FileGrid),
    Choix(FileChoice),
    Redaction(FileWriting),
    Rcs(FileRcs),
}

/// Everything a figure may carry besides its formula; shared by `Calcul` and by grid cells.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileNumber {
    pub id: Located,
    pub consigne: String,
    /// Short name for lists and explanations; defaults to the prompt.
    #[serde(default)]
    pub libelle: Option<String>,
    #[serde(default)]
    pub competence: Option<Located>,
    pub formule: Located,
    /// The printed figure gives unit and precision; without it `unite` and `decimales` do.
    #[serde(default)]
    pub imprime: Option<Located>,
    #[serde(default)]
    pub unite: Option<Located>,
    #[serde(default)]
    pub decimales: Option<u32>,
    #[serde(default)]
    pub tolerance: FileTolerance,
    #[serde(default)]
    pub accepte: Vec<FileAccepted>,
    #[serde(default)]
    pub voies: Vec<Located>,
    #[serde(default)]
    pub pieges: Vec<FileTrap>,
    /// Why the printed figure is not the rounding of the formula.
    #[serde(default)]
    pub erratum: Option<String>,
    #[serde(default)]
    pub signe_libre: bool,
    #[serde(default)]
    pub indices: Vec<String>,
    #[serde(default)]
    pub methode: Option<String>,
    #[serde(default)]
    pub raisonnement: String,
}

#[derive(Debug, Default, Deserialize)]
pub enum FileTolerance {
    #[default]
    Defaut,
    Absolue(Located),
    Relative(Located),
    Decimales(u32),
    Entre(Located, Located),
    EntierParExces,
    EntierParDefaut,
    Parmi(Vec<Located>),
}

#[derive(Debug, Deserialize)]
pub enum FileAccepted {
    /// Another figure, in its own unit.
    Valeur {
        valeur: Located,
        remarque: String,
        #[serde(default)]
        erratum: bool,
    },
    /// Any value of a range.
    Entre {
        min: Located,
        max: Located,
        remarque: String,
        #[serde(default)]
        erratum: bool,
    },
    /// Another way of computing; `imprime` gives its unit and precision where they differ.
    Formule {
        formule: Located,
        #[serde(default)]
        imprime: Option<Located>,
        remarque: String,
        #[serde(default)]
        erratum: bool,
    },
}

/// An expected mistake: a formula or a value, and the sentence that answers it.
#[derive(Debug, Deserialize)]
pub enum FileTrap {
    Formule { formule: Located, phrase: String },
    Valeur { valeur: Located, phrase: String },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileGrid {
    pub id: Located,
    pub consigne: String,
    #[serde(default)]
    pub coin: String,
    pub colonnes: Vec<FileColumn>,
    pub lignes: Vec<FileGridRow>,
    #[serde(default)]
    pub controles: Vec<FileCheck>,
    #[serde(default)]
    pub raisonnement: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileGridRow {
    pub id: Located,
    pub libelle: String,
    #[serde(default)]
    pub competence: Option<Located>,
    /// The formula of every blank of the row that has none of its own.
    #[serde(default)]
    pub formule: Option<Located>,
    #[serde(default)]
    pub unite: Option<Located>,
    /// One per column.
    pub cellules: Vec<FileCell>,
    #[serde(default)]
    pub indices: Vec<String>,
    #[serde(default)]
    pub methode: Option<String>,
    #[serde(default)]
    pub raisonnement: String,
}

#[derive(Debug, Deserialize)]
pub enum FileCell {
    Vide,
    /// Given by the paper, shown as is.
    Donnee(String),
    /// A blank whose printed figure is this, with the row's formula.
    Chiffre(Located),
    /// A blank with particulars of its own.
    Cellule(FileBlank),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileBlank {
    #[serde(default)]
    pub formule: Option<Located>,
    #[serde(default)]
    pub competence: Option<Located>,
    #[serde(default)]
    pub imprime: Option<Located>,
    #[serde(default)]
    pub unite: Option<Located>,
    #[serde(default)]
    pub decimales: Option<u32>,
    #[serde(default)]
    pub tolerance: FileTolerance,
    #[serde(default)]
    pub accepte: Vec<FileAccepted>,
    #[serde(default)]
    pub voies: Vec<Located>,
    #[serde(default)]
    pub pieges: Vec<FileTrap>,
    #[serde(default)]
    pub erratum: Option<String>,
    #[serde(default)]
    pub signe_libre: bool,
    #[serde(default)]
    pub indices: Vec<String>,
    #[serde(default)]
    pub methode: Option<String>,
    #[serde(default)]
    pub raisonnement: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileChoice {
    pub id: Located,
    pub consigne: String,
    #[serde(default)]
    pub competence: Option<Located>,
    #[serde(default)]
    pub plusieurs: bool,
    pub options: Vec<FileOption>,
    #[serde(default)]
    pub indices: Vec<String>,
    #[serde(default)]
    pub raisonnement: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileOption {
    pub texte: String,
    #[serde(default)]
    pub juste: bool,
    pub pourquoi: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileWriting {
    pub id: Located,
    pub consigne: String,
    #[serde(default)]
    pub competence: Option<Located>,
    pub points: Vec<FileKeyPoint>,
    /// How many points earn full marks, where not all are expected.
    #[serde(default)]
    pub suffisant: Option<u32>,
    #[serde(default)]
    pub ouvert: bool,
    pub modele: Vec<String>,
    #[serde(default)]
    pub indices: Vec<String>,
    #[serde(default)]
    pub raisonnement: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileKeyPoint {
    pub id: Located,
    #[serde(default)]
    pub groupe: Option<String>,
    pub attendu: String,
    pub pourquoi: String,
    pub reconnaitre: Vec<Located>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRcs {
    pub id: Located,
    pub consigne: String,
    #[serde(default)]
    pub minutes: Option<u32>,
    pub problematique: String,
    pub introduction: String,
    pub parties: Vec<FilePlanPart>,
    pub conclusion: String,
    /// One note per criterion of the grid, in its order.
    pub reperes: Vec<String>,
    #[serde(default)]
    pub indices: Vec<String>,
    #[serde(default)]
    pub raisonnement: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilePlanPart {
    pub titre: String,
    pub idees: Vec<FileIdea>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileIdea {
    pub titre: String,
    pub argument: String,
    pub exemple: String,
}

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
    pub nom: String,
    #[serde(default)]
    pub synonymes: Vec<String>,
    pub chapitre: String,
    #[serde(default)]
    pub formule: String,
    #[serde(default)]
    pub unite: String,
    pub sens: FileDirection,
    pub lecture: Vec<String>,
    #[serde(default)]
    pub variantes: Vec<String>,
    #[serde(default)]
    pub seuils: Vec<FileThreshold>,
    #[serde(default)]
    pub pieges: Vec<String>,
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
    pub texte: String,
    pub source: String,
    #[serde(default)]
    pub annee: Option<u16>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileExample {
    pub enonce: String,
    pub calcul: Located,
    pub resultat: Located,
}
