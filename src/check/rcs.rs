//! The indicative mark of an RCS, from the self-assessment grid. Telling the levels is the learner's work.

use crate::model::Level;

/// A mark out of ten, in quarters of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// From 0 to 40.
    pub quarters: u32,
}

/// The indicative mark: eight criteria of equal weight, from nothing (TI) to full marks (TS), rounded
/// to the nearest half point, upwards when halfway. `None` until every criterion has its level.
pub fn mark(levels: &[Option<Level>; 8]) -> Option<Mark> {
    let steps: Option<Vec<u32>> = levels.iter().map(|level| level.map(|l| l as u32)).collect();
    let sum: u32 = steps?.iter().sum();
    let most = 8 * Level::VeryGood as u32;
    let halves = (2 * 20 * sum + most) / (2 * most);
    Some(Mark { quarters: halves * 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn gives(levels: [usize; 8], quarters: u32) {
        let levels = levels.map(|level| Some(Level::ALL[level]));
        assert_eq!(mark(&levels), Some(Mark { quarters }));
    }

    #[test]
    fn the_mark_goes_from_nothing_to_ten() {
        gives([0; 8], 0);
        gives([1; 8], 14); // 3,33 → 3,5
        gives([2; 8], 26); // 6,67 → 6,5
        gives([3; 8], 40);
        gives([3, 3, 3, 3, 0, 0, 0, 0], 20);
        gives([1, 0, 0, 0, 0, 0, 0, 0], 2); // 0,42 → 0,5
    }

    #[test]
    fn an_unfinished_grid_has_no_mark() {
        let mut levels = [Some(Level::Good); 8];
        levels[7] = None;
        assert_eq!(mark(&levels), None);
    }
}
