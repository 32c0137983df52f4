//! Where the journal lives when nothing else is said.

use std::path::PathBuf;

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};

/// The platform's data directory for the tutor; `None` where there is no home directory.
pub fn default_directory() -> Option<PathBuf> {
    let names = AppStrategyArgs {
        top_level_domain: "fr".to_owned(),
        author: "tuteur-ndrc".to_owned(),
        app_name: "tuteur-ndrc".to_owned(),
    };
    choose_app_strategy(names).ok().map(|strategy| strategy.data_dir())
}
