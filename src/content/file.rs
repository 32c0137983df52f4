//! The file's own types: what an author writes, in French, before anything is resolved.
//!
//! `docs/format.md` is their manual. Figures, formulas and references are [`Located`]
//! strings, and so is every text: no digit passes through a float, and every one keeps its place.

use serde::Deserialize;

use super::located::Located;

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

#[derive(Debug, Deserialize)]
pub enum FileStep {
    Calcul(FileNumber),
    Completer(FileGrid),
    Choix(FileChoice),
    Redaction(FileWriting),
    Rcs(FileRcs),
}

impl FileStep {
    pub fn id(&self) -> &Located {
        match self {
            FileStep::Calcul(step) => &step.id,
            FileStep::Completer(step) => &step.id,
            FileStep::Choix(step) => &step.id,
            FileStep::Redaction(step) => &step.id,
            FileStep::Rcs(step) => &step.id,
        }
    }

    pub fn prompt(&self) -> &Located {
        match self {
            FileStep::Calcul(step) => &step.consigne,
            FileStep::Completer(step) => &step.consigne,
            FileStep::Choix(step) => &step.consigne,
            FileStep::Redaction(step) => &step.consigne,
            FileStep::Rcs(step) => &step.consigne,
        }
    }
}

/// Everything a figure may carry besides its formula; shared by `Calcul` and by grid cells.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileNumber {
    pub id: Located,
    pub consigne: Located,
    /// Short name for lists and explanations; defaults to the prompt.
    #[serde(default)]
    pub libelle: Option<Located>,
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
    pub erratum: Option<Located>,
    #[serde(default)]
    pub signe_libre: bool,
    #[serde(default)]
    pub indices: Vec<Located>,
    #[serde(default)]
    pub methode: Option<Located>,
    #[serde(default)]
    pub raisonnement: Located,
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
        remarque: Located,
        #[serde(default)]
        erratum: bool,
    },
    /// Any value of a range.
    Entre {
        min: Located,
        max: Located,
        remarque: Located,
        #[serde(default)]
        erratum: bool,
    },
    /// Another way of computing; `imprime` gives its unit and precision where they differ.
    Formule {
        formule: Located,
        #[serde(default)]
        imprime: Option<Located>,
        remarque: Located,
        #[serde(default)]
        erratum: bool,
    },
}

/// An expected mistake: a formula or a value, and the sentence that answers it.
#[derive(Debug, Deserialize)]
pub enum FileTrap {
    Formule { formule: Located, phrase: Located },
    Valeur { valeur: Located, phrase: Located },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileGrid {
    pub id: Located,
    pub consigne: Located,
    #[serde(default)]
    pub coin: Located,
    pub colonnes: Vec<FileColumn>,
    pub lignes: Vec<FileGridRow>,
    #[serde(default)]
    pub controles: Vec<FileCheck>,
    #[serde(default)]
    pub raisonnement: Located,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileGridRow {
    pub id: Located,
    pub libelle: Located,
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
    pub indices: Vec<Located>,
    #[serde(default)]
    pub methode: Option<Located>,
    #[serde(default)]
    pub raisonnement: Located,
}

#[derive(Debug, Deserialize)]
pub enum FileCell {
    Vide,
    /// Given by the paper, shown as is.
    Donnee(Located),
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
    pub erratum: Option<Located>,
    #[serde(default)]
    pub signe_libre: bool,
    #[serde(default)]
    pub indices: Vec<Located>,
    #[serde(default)]
    pub methode: Option<Located>,
    #[serde(default)]
    pub raisonnement: Located,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileChoice {
    pub id: Located,
    pub consigne: Located,
    #[serde(default)]
    pub competence: Option<Located>,
    #[serde(default)]
    pub plusieurs: bool,
    pub options: Vec<FileOption>,
    #[serde(default)]
    pub indices: Vec<Located>,
    #[serde(default)]
    pub raisonnement: Located,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileOption {
    pub texte: Located,
    #[serde(default)]
    pub juste: bool,
    pub pourquoi: Located,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileWriting {
    pub id: Located,
    pub consigne: Located,
    #[serde(default)]
    pub competence: Option<Located>,
    pub points: Vec<FileKeyPoint>,
    /// How many points earn full marks, where not all are expected.
    #[serde(default)]
    pub suffisant: Option<u32>,
    #[serde(default)]
    pub ouvert: bool,
    pub modele: Vec<Located>,
    #[serde(default)]
    pub indices: Vec<Located>,
    #[serde(default)]
    pub raisonnement: Located,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileKeyPoint {
    pub id: Located,
    #[serde(default)]
    pub groupe: Option<Located>,
    pub attendu: Located,
    pub pourquoi: Located,
    pub reconnaitre: Vec<Located>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRcs {
    pub id: Located,
    pub consigne: Located,
    #[serde(default)]
    pub minutes: Option<u32>,
    pub problematique: Located,
    pub introduction: Located,
    pub parties: Vec<FilePlanPart>,
    pub conclusion: Located,
    /// One note per criterion of the grid, in its order.
    pub reperes: Vec<Located>,
    #[serde(default)]
    pub indices: Vec<Located>,
    #[serde(default)]
    pub raisonnement: Located,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilePlanPart {
    pub titre: Located,
    pub idees: Vec<FileIdea>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileIdea {
    pub titre: Located,
    pub argument: Located,
    pub exemple: Located,
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
