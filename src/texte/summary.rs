//! The end of a question read aloud: how each answer was got, what to remember, the corrigé's slips.

use super::page::Speech;
use super::words::{question_name, quoted};
use crate::check::Verdict;
use crate::number::french::sentence;
use crate::number::french::{count, hundredths};
use crate::progress::Way;
use crate::session::{Summary, Walk};

/// Reads the summary of a question.
pub fn read(walk: &Walk, speech: &mut Speech) {
    let summary = walk.summary();
    let question = walk.question();
    speech.gap();
    speech.say(format!(
        "Bilan, {}\u{a0}: {}",
        question_name(&question.number),
        sentence(&question.title)
    ));
    speech.say(headline(&summary));
    let points = &summary.points;
    let scale = if points.official {
        ""
    } else {
        " Barème indicatif\u{a0}: l’officiel n’est pas publié."
    };
    speech.say(format!(
        "{} sur {} points.{scale}",
        hundredths(points.hundredths),
        hundredths(points.of_hundredths)
    ));
    counts(&summary, speech);
    rework(&summary, speech);
    if !summary.remember.is_empty() {
        speech.say(format!("À retenir\u{a0}: {}", summary.remember));
    }
    errata(&summary, speech);
}

fn headline(summary: &Summary) -> String {
    let total = summary.items.len();
    let alone = summary.count(Way::Alone);
    let full = summary.points.hundredths >= summary.points.of_hundredths;
    match summary.left() {
        0 if alone == total && full => {
            "Tout juste, du premier coup et sans aide\u{a0}: bravo\u{a0}!".to_owned()
        }
        0 => "Question terminée.".to_owned(),
        left => format!("Il reste {} à faire sur {total}.", count(left, "réponse", "réponses")),
    }
}

/// How many answers came each way, one line per way that occurred.
fn counts(summary: &Summary, speech: &mut Speech) {
    for way in Way::ALL {
        let n = summary.count(way);
        if n > 0 {
            speech.say(format!("{} {}.", count(n, "réponse", "réponses"), way.told()));
        }
    }
    let partial = summary.partial();
    if partial > 0 {
        speech.say(format!("{} en partie.", count(partial, "réponse", "réponses")));
    }
}

fn rework(summary: &Summary, speech: &mut Speech) {
    for item in summary.to_rework() {
        let word = match (item.way, item.done) {
            (Some(way), _) => way.label(),
            (None, false) if item.last != Some(Verdict::Close) => "faux",
            (None, _) => "presque",
        };
        speech.say(format!("À retravailler ({word})\u{a0}: {}", sentence(item.label)));
    }
}

fn errata(summary: &Summary, speech: &mut Speech) {
    for erratum in &summary.errata {
        let right = erratum
            .right
            .map(|right| format!(" Il fallait\u{a0}: {}.", quoted(right)))
            .unwrap_or_default();
        speech.say(format!(
            "Le corrigé imprimé s’est trompé\u{a0}: {}.{right} {}",
            quoted(erratum.printed),
            erratum.explanation
        ));
    }
}
