//! What a wrong answer most likely did: the author's traps, then the slips of the formula.

use super::answer::{Answer, Finding};
use super::{Verdict, wording};

pub(super) fn diagnose(answer: &Answer) -> Finding {
    Finding::new(Verdict::Wrong, None, wording::undiagnosed(answer))
}
