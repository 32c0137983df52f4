//! Judging one or several of N: what is right, what is missing, without telling which options
//! were left out.

use crate::model::Choice;

use super::Verdict;

/// What one picked option is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked {
    /// Index of the option.
    pub option: usize,
    pub right: bool,
}

/// The outcome of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceJudgement {
    pub verdict: Verdict,
    /// One entry per option picked, in the order of the options.
    pub picked: Vec<Picked>,
    /// How many right options were not picked; which ones stays unsaid.
    pub missing: usize,
    pub message: String,
}

/// Judges the options picked, given by index. Indices out of range and repeats are ignored.
pub fn judge_choice(choice: &Choice, picked: &[usize]) -> ChoiceJudgement {
    let picked: Vec<Picked> = (0..choice.options.len())
        .filter(|option| picked.contains(option))
        .map(|option| Picked { option, right: choice.options[option].right })
        .collect();
    let found = picked.iter().filter(|pick| pick.right).count();
    let expected = choice.options.iter().filter(|option| option.right).count();
    // Where one option is asked, any of the right ones will do.
    let missing = if choice.several { expected - found } else { 1usize.saturating_sub(found) };
    let wrong = picked.len() - found;
    ChoiceJudgement {
        verdict: verdict(choice.several, found, wrong, missing),
        message: message(choice.several, found, wrong, missing),
        picked,
        missing,
    }
}

fn verdict(several: bool, found: usize, wrong: usize, missing: usize) -> Verdict {
    match (found, wrong, missing) {
        (0, 0, _) => Verdict::Neutral,
        (_, 0, 0) => Verdict::Right,
        // Ticking everything must not look like half an answer.
        _ if several && found > wrong => Verdict::Close,
        _ => Verdict::Wrong,
    }
}

fn message(several: bool, found: usize, wrong: usize, missing: usize) -> String {
    if found + wrong == 0 {
        let ask = if several {
            "Cochez au moins une proposition."
        } else {
            "Choisissez une proposition."
        };
        return ask.to_owned();
    }
    if wrong == 0 && missing == 0 {
        return "Juste.".to_owned();
    }
    if !several {
        return match found {
            0 => "Ce n’est pas la bonne proposition\u{a0}: relisez ce que demande la consigne."
                .to_owned(),
            _ => "Une seule proposition est demandée.".to_owned(),
        };
    }
    let found = match found {
        0 => "Aucune des propositions cochées n’est juste".to_owned(),
        1 => "Une proposition cochée est juste".to_owned(),
        n => format!("{n} propositions cochées sont justes"),
    };
    let wrong = match wrong {
        0 => None,
        1 => Some("une est à écarter".to_owned()),
        n => Some(format!("{n} sont à écarter")),
    };
    let missing = match missing {
        0 => None,
        1 => Some("il en manque une".to_owned()),
        n => Some(format!("il en manque {n}")),
    };
    let parts: Vec<String> = [Some(found), wrong, missing].into_iter().flatten().collect();
    format!("{}.", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ChoiceOption;

    fn choice(several: bool, right: &[bool]) -> Choice {
        let options = right
            .iter()
            .map(|&right| ChoiceOption { text: "…".into(), right, why: "…".into() })
            .collect();
        Choice { several, options, skill: None, hints: vec![], reasoning: String::new() }
    }

    #[track_caller]
    fn judged(several: bool, right: &[bool], picked: &[usize], verdict: Verdict, message: &str) {
        let judgement = judge_choice(&choice(several, right), picked);
        assert_eq!((judgement.verdict, judgement.message.as_str()), (verdict, message));
    }

    #[test]
    fn one_of_several_options() {
        let right = [false, true, false];
        judged(false, &right, &[1], Verdict::Right, "Juste.");
        judged(
            false,
            &right,
            &[0],
            Verdict::Wrong,
            "Ce n’est pas la bonne proposition\u{a0}: relisez ce que demande la consigne.",
        );
        judged(false, &right, &[], Verdict::Neutral, "Choisissez une proposition.");
        judged(false, &right, &[0, 1], Verdict::Wrong, "Une seule proposition est demandée.");
        judged(false, &[true, true, false], &[0], Verdict::Right, "Juste.");
    }

    #[test]
    fn several_options_tell_what_is_right_and_how_many_are_missing() {
        let right = [true, true, true, false];
        judged(true, &right, &[0, 1, 2], Verdict::Right, "Juste.");
        judged(
            true,
            &right,
            &[0, 1],
            Verdict::Close,
            "2 propositions cochées sont justes, il en manque une.",
        );
        judged(
            true,
            &right,
            &[0, 3],
            Verdict::Wrong,
            "Une proposition cochée est juste, une est à écarter, il en manque 2.",
        );
        judged(
            true,
            &right,
            &[3],
            Verdict::Wrong,
            "Aucune des propositions cochées n’est juste, une est à écarter, il en manque 3.",
        );
        judged(true, &right, &[], Verdict::Neutral, "Cochez au moins une proposition.");
    }

    #[test]
    fn which_picks_are_right_is_said_and_nonsense_indices_are_ignored() {
        let judgement = judge_choice(&choice(true, &[true, false, true]), &[9, 1, 0, 0]);
        assert_eq!(
            judgement.picked,
            [Picked { option: 0, right: true }, Picked { option: 1, right: false }]
        );
        assert_eq!(judgement.missing, 1);
    }

    #[test]
    fn ticking_everything_is_not_nearly_right() {
        let judgement = judge_choice(&choice(true, &[true, false, true, false]), &[0, 1, 2, 3]);
        assert_eq!(judgement.verdict, Verdict::Wrong);
    }
}
