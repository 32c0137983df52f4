//! What the command line accepts. Help texts are read by learners and teachers.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::export;

/// Tuteur de l’épreuve E5 du BTS NDRC, dans le terminal et hors ligne
#[derive(Debug, Parser)]
#[command(
    name = "tuteur-ndrc",
    version,
    after_help = "Sans commande, le tuteur s’ouvre en plein écran, ou en mode texte si l’entrée ou la sortie n’est pas un terminal.\n\nCode de sortie\u{a0}: 0 tout va bien, 1 problème dans les données, 2 commande mal écrite."
)]
pub struct Cli {
    #[command(flatten)]
    pub library: Library,
    /// Travaille ligne par ligne, sans écran : pour lecteur d’écran, terminal simple ou script
    #[arg(long)]
    pub texte: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Where exercises and progress are, and whose progress it is.
#[derive(Debug, Args)]
pub struct Library {
    /// Ajoute les exercices de ce dossier ; un sujet de même identifiant remplace celui du tuteur
    #[arg(long, global = true, value_name = "DOSSIER")]
    pub exercices: Vec<PathBuf>,
    /// Range la progression dans ce dossier plutôt que dans celui de l’utilisateur
    #[arg(long, global = true, value_name = "DOSSIER")]
    pub donnees: Option<PathBuf>,
    /// Ouvre le profil de ce nom, et le crée la première fois ; sans cette option, le dernier utilisé
    #[arg(long, global = true, value_name = "NOM")]
    pub profil: Option<String>,
    /// Travaille en invité : aucun profil n’est lu, rien n’est enregistré
    #[arg(long, global = true, conflicts_with = "profil")]
    pub invite: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Vérifie des exercices : chaque problème avec sa ligne, sa colonne et le remède
    Valider(ValiderArgs),
    /// Corrige des réponses sans écran : une requête par ligne en entrée, une réponse par ligne en sortie
    Corriger {
        /// Format de l’entrée et de la sortie
        #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
        format: BatchFormat,
    },
    /// Projette une question pour une classe, en grands caractères : une révélation par touche, rien n’est enregistré
    Projeter(ProjeterArgs),
    /// Lit une fiche du mémo : formule, repères, pièges, exemple ; sans terme, la liste des fiches
    Memo(MemoArgs),
    /// Dit vos progrès : questions terminées, autonomie, semaines, erreurs fréquentes, compétences
    Progres(ProgresArgs),
    /// Exporte tout le catalogue : sujets, étapes, chiffres et formules, lexique
    Exporter(ExporterArgs),
    /// Écrit le fichier de complétion de votre interpréteur de commandes
    Completions {
        /// Interpréteur de commandes
        #[arg(value_name = "INTERPRÉTEUR")]
        shell: Shell,
    },
    /// Écrit la page de manuel, au format roff
    Man,
}

/// What `corriger` reads and writes.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum BatchFormat {
    /// Un objet JSON par ligne
    #[default]
    Json,
    /// Un tableau avec en-tête, colonnes séparées par ; ou ,
    Csv,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Code de sortie\u{a0}: 1 s’il y a au moins une erreur\u{a0}; un avertissement ne change rien."
)]
pub struct ValiderArgs {
    /// Fichiers ou dossiers à vérifier ; par défaut, les sujets du tuteur et ceux de --exercices
    #[arg(value_name = "CHEMIN")]
    pub chemins: Vec<PathBuf>,
    /// Liste aussi, sujet par sujet, les erreurs relevées dans les corrigés imprimés
    #[arg(long)]
    pub errata: bool,
    /// Montre aussi les notes : erreurs d’élève que rien ne distingue l’une de l’autre, ou de la bonne réponse
    #[arg(long)]
    pub notes: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Exemples\u{a0}: projeter 2024/1.1, projeter novatech, projeter.\n\nEspace ou Page suivante révèle, Page précédente revient, b éteint l’écran, c lance un compte à rebours, a montre les annexes, e ne montre que l’essentiel, g change d’étape ou de question, ? donne toutes les touches."
)]
pub struct ProjeterArgs {
    /// Sujet, ou sujet et question : l’identifiant du sujet ou une partie qui le désigne seul ; par défaut, la liste
    #[arg(value_name = "SUJET[/QUESTION]")]
    pub question: Option<String>,
    /// Montre l’essentiel : question, résultats, conclusion ; la touche e montre tout
    #[arg(long)]
    pub essentiel: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Exemples\u{a0}: memo nps, memo taux de rebond, memo 12.\n\nLes accents, les majuscules et l’ordre des mots ne comptent pas\u{a0}; une faute de frappe est pardonnée. Code de sortie\u{a0}: 1 si aucune fiche ne correspond."
)]
pub struct MemoArgs {
    /// Nom, synonyme, sigle ou numéro de la fiche
    #[arg(value_name = "TERME")]
    pub termes: Vec<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Les colonnes du tableau et les clés du JSON sont décrites dans docs/progres.md. Le journal est seulement lu."
)]
pub struct ProgresArgs {
    /// Format de la sortie
    #[arg(long, value_name = "FORMAT", value_parser = progress_formats(), default_value = TEXT)]
    pub format: String,
    /// Écrit dans ce fichier plutôt que sur la sortie standard
    #[arg(long, value_name = "FICHIER")]
    pub sortie: Option<PathBuf>,
}

/// The format for reading, which is no file for other programs.
pub const TEXT: &str = "texte";

/// The text, then the names of `export::PROGRESS_FORMATS`, the only list of them.
fn progress_formats() -> PossibleValuesParser {
    let text = PossibleValue::new(TEXT).help("des phrases, à lire");
    let files = export::PROGRESS_FORMATS.iter();
    let files = files.map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(std::iter::once(text).chain(files))
}

#[derive(Debug, Args)]
pub struct ExporterArgs {
    /// Format du fichier
    #[arg(value_name = "FORMAT", value_parser = export_formats())]
    pub format: String,
    /// Écrit dans ce fichier plutôt que sur la sortie standard
    #[arg(long, value_name = "FICHIER")]
    pub sortie: Option<PathBuf>,
}

/// The names of `export::FORMATS`, the only list of them.
fn export_formats() -> PossibleValuesParser {
    let values = export::FORMATS.iter();
    PossibleValuesParser::new(
        values.map(|format| PossibleValue::new(format.name).help(format.about)),
    )
}
