//! Trouver l'erreur: what was found in other people's copies.

use std::collections::BTreeMap;

/// How a hunt ended. The item of the event is the figure the slip was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunted {
    /// With the item, it gives the very same copy again.
    pub seed: u64,
    /// The code of the slip that was planted, kept as text so that one of a later version reads back.
    pub slip: String,
    /// At which try the wrong place was pointed at; `None` where it was shown, or the hunt left.
    pub found: Option<u32>,
    /// At which try the slip was named; likewise.
    pub named: Option<u32>,
    /// Items of the question, by local name, whose right result was shown on the way.
    pub shown: Vec<String>,
}

/// Hunts counted together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub played: u32,
    /// Found at the first try.
    pub found: u32,
    /// Named at the first try.
    pub named: u32,
}

/// All hunts so far, by slip.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hunts {
    by_slip: BTreeMap<String, Tally>,
}

impl Hunts {
    pub(super) fn add(&mut self, hunted: &Hunted) {
        let tally = self.by_slip.entry(hunted.slip.clone()).or_default();
        tally.played += 1;
        tally.found += u32::from(hunted.found == Some(1));
        tally.named += u32::from(hunted.named == Some(1));
    }

    /// The hunts of one slip, by its code.
    pub fn of(&self, slip: &str) -> Tally {
        self.by_slip.get(slip).copied().unwrap_or_default()
    }

    /// Codes and tallies, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Tally)> {
        self.by_slip.iter().map(|(code, tally)| (code.as_str(), *tally))
    }

    pub fn total(&self) -> Tally {
        self.by_slip.values().fold(Tally::default(), |sum, tally| Tally {
            played: sum.played + tally.played,
            found: sum.found + tally.found,
            named: sum.named + tally.named,
        })
    }
}
