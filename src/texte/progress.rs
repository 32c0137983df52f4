//! Progress read aloud: what was covered, how, when, and which skills to work on; also for the command
//! line.

use super::command::fold;
use super::page::Speech;
use super::words::typed;
use crate::number::french::count;
use crate::progress::{PaperReport, Report, SkillReport, SlipReport, Way, Week};

/// Weeks told.
const WEEKS: usize = 8;
/// Slips told.
const SLIPS: usize = 5;

/// Obeys `progrès`: the overview, or the skills one by one.
pub fn obey(report: &Report, asked: &str, speech: &mut Speech) {
    let asked_folded = fold(asked);
    if asked.is_empty() {
        overview(report, speech);
        if !report.is_blank() {
            speech.say("«\u{a0}progrès compétences\u{a0}» les donne une par une.");
        }
    } else if asked_folded.len() >= 3 && "competences".starts_with(asked_folded.as_str()) {
        skills(report, speech);
    } else {
        speech.say(format!(
            "Je ne connais pas {}. Tapez «\u{a0}progrès\u{a0}», ou «\u{a0}progrès compétences\u{a0}».",
            typed(asked)
        ));
    }
}

/// Everything, for who reads it once.
pub fn read(report: &Report, speech: &mut Speech) {
    overview(report, speech);
    if !report.is_blank() {
        skills(report, speech);
    }
}

fn overview(report: &Report, speech: &mut Speech) {
    speech.gap();
    speech.say(format!("Progrès au {}", report.date.french()));
    if report.is_blank() {
        speech.say("Rien à montrer encore\u{a0}: répondez à une première question.");
        return;
    }
    speech.say(report.headline());
    speech.say("Questions terminées");
    report.papers.iter().for_each(|paper| speech.say(of_paper(paper)));
    speech.say("Comment vous y arrivez");
    ways(report, speech);
    speech.say("Réponses par semaine");
    weeks(report.last_weeks(WEEKS), speech);
    speech.say("Erreurs les plus fréquentes");
    slips(&report.slips, speech);
    if report.hunts.played > 0 {
        let read = count(report.hunts.played as usize, "copie relue", "copies relues");
        speech.say(format!(
            "Trouver l’erreur\u{a0}: {read}, {} du premier coup.",
            count(report.hunts.found as usize, "erreur trouvée", "erreurs trouvées")
        ));
    }
    speech.say(format!("Compétences\u{a0}: {}.", report.levels().join(", ")));
}

fn of_paper(paper: &PaperReport) -> String {
    format!("{} {}\u{a0}: {} sur {}.", paper.title, paper.session, paper.done, paper.total)
}

fn ways(report: &Report, speech: &mut Speech) {
    if report.ways.iter().all(|n| *n == 0) {
        speech.say("Aucune réponse juste pour l’instant.");
    }
    for way in Way::ALL {
        let n = report.ways[way as usize];
        if n > 0 {
            speech.say(format!("{} {}.", count(n, "réponse", "réponses"), way.told()));
        }
    }
}

/// From the first week with an answer on.
fn weeks(weeks: &[Week], speech: &mut Speech) {
    let idle = weeks.iter().take_while(|week| week.answers == 0).count();
    let told = &weeks[idle.min(weeks.len().saturating_sub(1))..];
    for (at, week) in told.iter().enumerate() {
        let name = match at + 1 == told.len() {
            true => "Cette semaine".to_owned(),
            false => format!("Semaine du {}", week.date().short()),
        };
        let answers = count(week.answers as usize, "réponse", "réponses");
        let days = count(week.days as usize, "jour", "jours");
        speech.say(match week.answers {
            0 => format!("{name}\u{a0}: aucune réponse."),
            _ => format!("{name}\u{a0}: {answers} sur {days}."),
        });
    }
}

fn slips(slips: &[SlipReport], speech: &mut Speech) {
    let known: Vec<_> = slips.iter().filter_map(|slip| Some((slip.title?, slip.times))).collect();
    if known.is_empty() {
        speech.say("Aucune erreur reconnue pour l’instant.");
    }
    for (at, (title, times)) in known.iter().take(SLIPS).enumerate() {
        speech.say(format!("{}. {title}\u{a0}: {times}\u{a0}fois.", at + 1));
    }
}

fn skills(report: &Report, speech: &mut Speech) {
    let mut chapter = "";
    for skill in &report.skills {
        if skill.chapter != chapter {
            chapter = &skill.chapter;
            speech.gap();
            speech.say(format!("Compétences\u{a0}: {chapter}"));
        }
        speech.say(of_skill(skill));
    }
}

/// `Taux de rebond : acquis, 2 questions essayées sur 4.`
fn of_skill(skill: &SkillReport) -> String {
    let tried = count(skill.tried, "question essayée", "questions essayées");
    format!("{}\u{a0}: {}, {tried} sur {}.", skill.name, skill.mastery.label(), skill.questions)
}
