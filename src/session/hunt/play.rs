//! Playing a hunt: pointing at the wrong place, naming the slip, being told. What it came to is
//! recorded once.

use super::Hunt;
use crate::check::SlipCode;
use crate::progress::{Event, Hunted, What};
use crate::session::Changes;

/// How far a hunt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Which place is wrong?
    Pointing,
    /// Which slip is it?
    Naming,
    /// All is told.
    Told,
}

/// A hunt being played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunting {
    hunt: Hunt,
    stage: Stage,
    /// Places and names tried in vain.
    missed: Vec<usize>,
    refused: Vec<SlipCode>,
    found: Option<u32>,
    named: Option<u32>,
    /// What the last try was answered.
    said: Option<String>,
    recorded: bool,
}

impl Hunting {
    pub fn new(hunt: Hunt) -> Self {
        Hunting {
            hunt,
            stage: Stage::Pointing,
            missed: Vec::new(),
            refused: Vec::new(),
            found: None,
            named: None,
            said: None,
            recorded: false,
        }
    }

    pub fn hunt(&self) -> &Hunt {
        &self.hunt
    }

    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Places pointed at that were not the one.
    pub fn missed(&self) -> &[usize] {
        &self.missed
    }

    /// Names given that were not the one.
    pub fn refused(&self) -> &[SlipCode] {
        &self.refused
    }

    /// At which try the place was found, and the slip named.
    pub fn tries(&self) -> (Option<u32>, Option<u32>) {
        (self.found, self.named)
    }

    /// How it went, in a few words, once all is told.
    pub fn outcome(&self) -> &'static str {
        match self.tries() {
            (Some(1), Some(1)) => "Trouvée et nommée du premier coup",
            (Some(_), Some(_)) => "Trouvée et nommée",
            (Some(_), None) => "Trouvée, le nom est donné",
            (None, Some(_)) => "Nommée, la place est donnée",
            (None, None) => "Voici l’erreur",
        }
    }

    /// What the last try was answered.
    pub fn said(&self) -> Option<&str> {
        self.said.as_deref()
    }

    /// Points at a place; tells whether it is the wrong one.
    pub fn point(&mut self, place: usize) -> bool {
        if self.stage != Stage::Pointing || place >= self.hunt.places() {
            return false;
        }
        if place == self.hunt.wrong {
            self.found = Some(self.missed.len() as u32 + 1);
            self.said =
                Some(format!("C’est bien là{}. Quelle erreur a été commise\u{a0}?", self.whose()));
            self.stage = Stage::Naming;
            return true;
        }
        if !self.missed.contains(&place) {
            self.missed.push(place);
        }
        self.said = Some(self.about(place).to_owned());
        false
    }

    /// Which figure of the table it is, the table being out of sight perhaps.
    fn whose(&self) -> String {
        match self.hunt.sheet {
            super::Sheet::Table(_) => format!("\u{a0}: «\u{a0}{}\u{a0}»", self.hunt.label),
            super::Sheet::Lines(_) => String::new(),
        }
    }

    /// Why a place is not the one looked for.
    fn about(&self, place: usize) -> &'static str {
        let table = matches!(self.hunt.sheet, super::Sheet::Table(_));
        match (table, self.hunt.following.contains(&place)) {
            (false, true) => {
                "Cette ligne est faussée, mais elle découle de ce qui précède\u{a0}: l’erreur est plus haut."
            }
            (false, false) => "Cette ligne est juste\u{a0}: l’erreur est plus bas.",
            (true, true) => {
                "Ce chiffre est faussé, mais il découle d’un autre\u{a0}: remontez à celui dont il vient."
            }
            (true, false) => "Ce chiffre est juste\u{a0}: refaites les autres calculs.",
        }
    }

    /// Names the slip; tells whether it is the right name. The last name left tells all.
    pub fn name(&mut self, code: SlipCode, now_ms: i64) -> Changes {
        let proposed = self.hunt.proposals.contains(&code) && !self.refused.contains(&code);
        if self.stage != Stage::Naming || !proposed {
            return Changes::none();
        }
        if code == self.hunt.code {
            self.named = Some(self.refused.len() as u32 + 1);
            return self.tell(now_ms);
        }
        self.refused.push(code);
        if self.refused.len() + 1 == self.hunt.proposals.len() {
            return self.tell(now_ms);
        }
        self.said = Some(format!(
            "Ce n’est pas «\u{a0}{}\u{a0}»\u{a0}: comparez la ligne à ce que demande la question.",
            code.title()
        ));
        Changes::none()
    }

    /// Shows the place, then the name: for who gives up.
    pub fn show(&mut self, now_ms: i64) -> Changes {
        match self.stage {
            Stage::Pointing => {
                self.stage = Stage::Naming;
                let whose = self.whose();
                self.said = Some(format!(
                    "L’erreur est marquée d’une croix{whose}. Laquelle est-ce\u{a0}?"
                ));
                Changes::none()
            }
            Stage::Naming => self.tell(now_ms),
            Stage::Told => Changes::none(),
        }
    }

    /// Leaves the hunt; one left before its end is recorded too.
    pub fn leave(&mut self, now_ms: i64) -> Changes {
        let untouched = self.stage == Stage::Pointing && self.missed.is_empty();
        if untouched && self.hunt.in_sight.is_empty() {
            Changes::none()
        } else {
            self.record(now_ms)
        }
    }

    fn tell(&mut self, now_ms: i64) -> Changes {
        self.stage = Stage::Told;
        self.said = None;
        self.record(now_ms)
    }

    fn record(&mut self, now_ms: i64) -> Changes {
        if self.recorded {
            return Changes::none();
        }
        self.recorded = true;
        let told = (self.stage == Stage::Told).then_some(&self.hunt.item);
        let shown = self.hunt.in_sight.iter().chain(told);
        let hunted = Hunted {
            seed: self.hunt.seed,
            slip: self.hunt.code.code().to_owned(),
            found: self.found,
            named: self.named,
            shown: shown.map(|item| item.local().to_owned()).collect(),
        };
        let event = Event { at_ms: now_ms, item: self.hunt.item.clone(), what: What::Hunt(hunted) };
        Changes { events: vec![event], drafts: Vec::new() }
    }
}
