//! What lowering carries along: the report, the names, the figures, the known skills.

use std::collections::HashSet;

use super::scope::Scope;
use super::sheet::Sheet;
use super::slug::nearest;
use crate::content::code::Code;
use crate::content::located::Located;
use crate::content::report::Report;

pub(super) struct Context<'a> {
    pub report: &'a Report<'a>,
    pub scope: Scope,
    pub sheet: Sheet,
    /// Ids of the lexicon; empty where none is loaded.
    pub skills: &'a HashSet<String>,
    /// Id of the paper.
    pub subject: String,
}

impl Context<'_> {
    /// The skill's id, told where the lexicon does not hold it.
    pub fn skill(&self, skill: Option<&Located>) -> Option<String> {
        let skill = skill?;
        if !self.skills.is_empty() && !self.skills.contains(&skill.text) {
            let message = format!("compétence inconnue «\u{a0}{}\u{a0}»", skill.text);
            let mut names: Vec<&str> = self.skills.iter().map(String::as_str).collect();
            names.sort_unstable();
            let help = match nearest(&skill.text, names) {
                Some(name) => format!("Vouliez-vous dire «\u{a0}{name}\u{a0}»\u{a0}?"),
                None => "Une compétence est l’identifiant d’une entrée du lexique.".to_owned(),
            };
            self.report.push(self.report.at(skill, Code::UnknownSkill, message).help(help));
        }
        Some(skill.text.clone())
    }
}
