//! Which folders the program reads and writes: the options first, then the platform's habits.

use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};

use super::args::Library;
use crate::content::{self, Diagnostic, SourceFile};

/// For shared machines: the folder of the data where `--donnees` is not given.
const DATA_VARIABLE: &str = "TUTEUR_NDRC_DONNEES";

/// The folder of the user's data, where one can be told.
pub fn data_folder(library: &Library) -> Option<PathBuf> {
    let variable = || std::env::var_os(DATA_VARIABLE).filter(|v| !v.is_empty()).map(PathBuf::from);
    library.donnees.clone().or_else(variable).or_else(platform_folder)
}

fn platform_folder() -> Option<PathBuf> {
    let names = AppStrategyArgs {
        top_level_domain: String::new(),
        author: String::new(),
        app_name: "tuteur-ndrc".to_owned(),
    };
    choose_app_strategy(names).ok().map(|strategy| strategy.data_dir())
}

/// The exercise files, one layer over another, and what could not be read.
#[derive(Default)]
pub struct Layers {
    pub sources: Vec<Vec<SourceFile>>,
    pub problems: Vec<Diagnostic>,
}

/// What ships with the program, the user's own exercises, then each `--exercices` folder.
pub fn layers(library: &Library, data: Option<&Path>) -> Layers {
    let own = data.map(|folder| folder.join("exercices")).filter(|folder| folder.exists());
    let mut layers = Layers { sources: vec![content::embedded()], problems: Vec::new() };
    for folder in own.iter().chain(&library.exercices) {
        let (sources, problems) = content::read_folder(folder);
        layers.sources.push(sources);
        layers.problems.extend(problems);
    }
    layers
}
