//! Steps as an author writes them: figures, tables to complete, choices, free texts, RCS.

use serde::Deserialize;

use super::{FileCheck, FileColumn};
use crate::content::located::Located;

#[derive(Debug, Deserialize)]
pub enum FileStep {
    Calcul(Box<FileNumber>),
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
    Cellule(Box<FileBlank>),
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
