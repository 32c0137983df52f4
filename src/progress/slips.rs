//! The learner's own slips over time: which come back, and which are over.

use std::collections::BTreeMap;
use std::ops::Range;

/// When each slip was made, by code. Codes are text so that those of a later version count too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlipLog {
    moments: BTreeMap<String, Vec<i64>>,
}

impl SlipLog {
    pub(super) fn add(&mut self, code: &str, at_ms: i64) {
        self.moments.entry(code.to_owned()).or_default().push(at_ms);
    }

    /// Codes and counts, the most frequent first.
    pub fn counts(&self) -> Vec<(&str, u32)> {
        self.counted(|_| true)
    }

    /// The same within a span of time, in milliseconds since 1970, its end left out.
    pub fn counts_in(&self, span: &Range<i64>) -> Vec<(&str, u32)> {
        self.counted(|at_ms| span.contains(&at_ms))
    }

    /// How many times a slip was made in each of these spans: its curve.
    pub fn curve(&self, code: &str, spans: &[Range<i64>]) -> Vec<u32> {
        let moments = self.moments.get(code).map(Vec::as_slice).unwrap_or_default();
        let within = |span: &Range<i64>| moments.iter().filter(|at| span.contains(at)).count();
        spans.iter().map(|span| within(span) as u32).collect()
    }

    /// When a slip was made last.
    pub fn last(&self, code: &str) -> Option<i64> {
        self.moments.get(code)?.iter().max().copied()
    }

    fn counted(&self, counts: impl Fn(i64) -> bool) -> Vec<(&str, u32)> {
        let count = |moments: &[i64]| moments.iter().filter(|at| counts(**at)).count() as u32;
        let all = self.moments.iter().map(|(code, moments)| (code.as_str(), count(moments)));
        let mut found: Vec<_> = all.filter(|(_, n)| *n > 0).collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_over_time() {
        let mut log = SlipLog::default();
        for (code, at_ms) in
            [("signe", 10), ("inverse", 11), ("signe", 25), ("signe", 30), ("inverse", 31)]
        {
            log.add(code, at_ms);
        }
        assert_eq!(log.counts(), [("signe", 3), ("inverse", 2)]);
        assert_eq!(log.counts_in(&(11..30)), [("inverse", 1), ("signe", 1)]);
        assert_eq!(log.counts_in(&(40..50)), []);
        assert_eq!(log.curve("signe", &[0..10, 10..26, 26..31]), [0, 2, 1]);
        assert_eq!(log.curve("piege", &[0..90, 90..99]), [0, 0]);
        assert_eq!((log.last("inverse"), log.last("piege")), (Some(31), None));
    }
}
