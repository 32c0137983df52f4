//! Steps: one function per kind.

use std::collections::HashSet;

use super::annex::unique;
use super::compute;
use super::context::Context;
use super::figure;
use super::grid;
use super::number::{Draft, complete};
use super::scope::Posed;
use crate::content::code::Code;
use crate::content::file::{FileChoice, FileNumber, FileRcs, FileStep, FileWriting};
use crate::content::located::Located;
use crate::model::{
    Choice, ChoiceOption, Grid, Idea, ItemId, KeyPoint, Numeric, PlanPart, Rcs, Step, StepKind,
    Writing,
};

/// Suggested time for an RCS where the author gives none.
const RCS_MINUTES: u32 = 45;

/// Lowers a step; `question` is `subject/question`, `seen` the items of the question so far.
/// A figure without a value leaves an empty grid behind: the paper will not open anyway.
pub(super) fn step(
    context: &mut Context,
    file: &FileStep,
    question: &str,
    seen: &mut HashSet<String>,
) -> Step {
    let report = context.report;
    unique(report, seen, file.id(), "étape");
    let id = ItemId(format!("{question}/{}", figure::id(report, file.id())));
    let prompt = report.text(file.prompt());
    let kind = match file {
        FileStep::Calcul(number) => match self::number(context, number, &id) {
            Some(number) => StepKind::Number(Box::new(number)),
            None => StepKind::Grid(empty_grid()),
        },
        FileStep::Completer(grid) => StepKind::Grid(grid::grid(context, grid, question, seen)),
        FileStep::Choix(choice) => StepKind::Choice(self::choice(context, choice)),
        FileStep::Redaction(writing) => StepKind::Writing(self::writing(context, writing)),
        FileStep::Rcs(rcs) => StepKind::Rcs(self::rcs(context, rcs)),
    };
    Step { id, prompt, kind }
}

fn empty_grid() -> Grid {
    Grid {
        corner: String::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        checks: Vec::new(),
        reasoning: String::new(),
    }
}

fn number(context: &mut Context, file: &FileNumber, id: &ItemId) -> Option<Numeric> {
    let label = file.libelle.as_ref().unwrap_or(&file.consigne);
    let draft = Draft {
        id: id.clone(),
        place: &file.id,
        label: context.report.optional_text(label),
        heading: None,
        here: None,
        skill: file.competence.as_ref(),
        formula: &file.formule,
        printed: file.imprime.as_ref(),
        unit: file.unite.as_ref(),
        decimals: file.decimales,
        tolerance: &file.tolerance,
        accepted: &file.accepte,
        routes: &file.voies,
        traps: &file.pieges,
        erratum: file.erratum.as_ref(),
        unsigned: file.signe_libre,
        hints: &file.indices,
        method: file.methode.as_ref(),
        reasoning: &file.raisonnement,
    };
    let parsed = compute::parse(context.report, &context.scope, None, &file.formule);
    let number = parsed.and_then(|formula| complete(context, &draft, formula));
    if number.is_none() {
        context.sheet.fail(id.clone());
    }
    context.scope.pose(Posed::Number(id.clone()));
    number
}

fn choice(context: &Context, file: &FileChoice) -> Choice {
    let report = context.report;
    let options = file.options.iter().map(|option| ChoiceOption {
        text: report.text(&option.texte),
        right: option.juste,
        why: report.text(&option.pourquoi),
    });
    Choice {
        several: file.plusieurs,
        options: options.collect(),
        skill: context.skill(file.competence.as_ref()),
        hints: report.texts(&file.indices),
        reasoning: report.text(&file.raisonnement),
    }
}

fn writing(context: &Context, file: &FileWriting) -> Writing {
    let report = context.report;
    let mut seen = HashSet::new();
    let mut points = Vec::new();
    for point in &file.points {
        unique(report, &mut seen, &point.id, "point clé");
        points.push(KeyPoint {
            id: figure::id(report, &point.id),
            group: report.maybe(point.groupe.as_ref()),
            expected: report.text(&point.attendu),
            why: report.text(&point.pourquoi),
            patterns: point.reconnaitre.iter().map(|pattern| pattern.text.clone()).collect(),
        });
    }
    Writing {
        enough: enough(context, file),
        points,
        open: file.ouvert,
        model: report.texts(&file.modele),
        skill: context.skill(file.competence.as_ref()),
        hints: report.texts(&file.indices),
        reasoning: report.text(&file.raisonnement),
    }
}

fn enough(context: &Context, file: &FileWriting) -> Option<usize> {
    let enough = usize::try_from(file.suffisant?).ok()?;
    if enough == 0 || enough > file.points.len() {
        let message = format!("suffisant: {enough}, pour {} points clés", file.points.len());
        let problem = context.report.at(&file.id, Code::Enough, message);
        context.report.push(
            problem.help("De 1 au nombre de points\u{a0}; sans ce champ, tous sont attendus."),
        );
    }
    Some(enough)
}

fn rcs(context: &Context, file: &FileRcs) -> Rcs {
    let report = context.report;
    let ideas = |ideas: &[crate::content::file::FileIdea]| {
        let idea = |idea: &crate::content::file::FileIdea| Idea {
            title: report.text(&idea.titre),
            argument: report.text(&idea.argument),
            example: report.text(&idea.exemple),
        };
        ideas.iter().map(idea).collect()
    };
    let parts = file
        .parties
        .iter()
        .map(|part| PlanPart { title: report.text(&part.titre), ideas: ideas(&part.idees) });
    Rcs {
        minutes: file.minutes.unwrap_or(RCS_MINUTES),
        problem: report.text(&file.problematique),
        introduction: report.text(&file.introduction),
        parts: parts.collect(),
        conclusion: report.text(&file.conclusion),
        benchmarks: texts(context, &file.reperes),
        hints: report.texts(&file.indices),
        reasoning: report.text(&file.raisonnement),
    }
}

fn texts(context: &Context, texts: &[Located]) -> Vec<String> {
    context.report.texts(texts)
}
