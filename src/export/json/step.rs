//! The five kinds of step. Every figure of a step is listed in `chiffres`, whether it stands alone
//! or in a table; the table itself refers to them by id.

use serde_json::{Value, json};

use super::number;
use crate::check::Paper;
use crate::model::{
    CRITERIA, Check, Choice, Criterion, Grid, GridCell, Idea, KeyPoint, Level, PlanPart, Rcs, Step,
    StepKind, Writing,
};

pub fn step(step: &Step, paper: &Paper) -> Value {
    let mut value = json!({
        "id": step.id.0,
        "genre": null,
        "consigne": step.prompt,
        "chiffres": [],
        "tableau": null,
        "choix": null,
        "redaction": null,
        "rcs": null,
    });
    let kind = match &step.kind {
        StepKind::Number(item) => {
            value["chiffres"] = json!([number::item(item, None, paper)]);
            "calcul"
        }
        StepKind::Grid(grid) => {
            value["chiffres"] = figures(grid, paper).into();
            value["tableau"] = table(grid);
            "completer"
        }
        StepKind::Choice(choice) => {
            value["choix"] = self::choice(choice);
            "choix"
        }
        StepKind::Writing(writing) => {
            value["redaction"] = self::writing(writing);
            "redaction"
        }
        StepKind::Rcs(rcs) => {
            value["rcs"] = self::rcs(rcs);
            "rcs"
        }
    };
    value["genre"] = kind.into();
    value
}

fn figures(grid: &Grid, paper: &Paper) -> Vec<Value> {
    let mut figures = Vec::new();
    for row in &grid.rows {
        for (column, cell) in grid.columns.iter().zip(&row.cells) {
            if let GridCell::Blank(item) = cell {
                figures.push(number::item(item, Some((&row.label, column)), paper));
            }
        }
    }
    figures
}

fn table(grid: &Grid) -> Value {
    let rows = grid.rows.iter().map(|row| {
        let cells = row.cells.iter().map(cell).collect::<Vec<_>>();
        json!({ "libelle": row.label, "cellules": cells })
    });
    json!({
        "coin": grid.corner,
        "colonnes": grid.columns,
        "lignes": rows.collect::<Vec<_>>(),
        "controles": grid.checks.iter().map(check).collect::<Vec<_>>(),
        "raisonnement": grid.reasoning,
    })
}

fn cell(cell: &GridCell) -> Value {
    let (kind, text, figure) = match cell {
        GridCell::Empty => ("vide", None, None),
        GridCell::Given(text) => ("donnee", Some(text), None),
        GridCell::Blank(item) => ("chiffre", None, Some(&item.id.0)),
    };
    json!({ "genre": kind, "texte": text, "chiffre": figure })
}

fn check(check: &Check) -> Value {
    let items = check.items.iter().map(|id| id.0.as_str()).collect::<Vec<_>>();
    json!({ "chiffres": items, "phrase": check.sentence })
}

fn choice(choice: &Choice) -> Value {
    let options = choice.options.iter();
    let options = options.map(
        |option| json!({ "texte": option.text, "juste": option.right, "pourquoi": option.why }),
    );
    json!({
        "plusieurs": choice.several,
        "options": options.collect::<Vec<_>>(),
        "competence": choice.skill,
        "indices": choice.hints,
        "raisonnement": choice.reasoning,
    })
}

fn writing(writing: &Writing) -> Value {
    json!({
        "ouvert": writing.open,
        "suffisant": writing.enough,
        "points": writing.points.iter().map(point).collect::<Vec<_>>(),
        "modele": writing.model,
        "competence": writing.skill,
        "indices": writing.hints,
        "raisonnement": writing.reasoning,
    })
}

fn point(point: &KeyPoint) -> Value {
    json!({
        "id": point.id,
        "groupe": point.group,
        "attendu": point.expected,
        "pourquoi": point.why,
        "reconnaitre": point.patterns,
    })
}

fn rcs(rcs: &Rcs) -> Value {
    let criteria = CRITERIA.iter().enumerate();
    let criteria = criteria.map(|(n, each)| criterion(each, rcs.benchmarks.get(n)));
    json!({
        "minutes": rcs.minutes,
        "problematique": rcs.problem,
        "introduction": rcs.introduction,
        "parties": rcs.parts.iter().map(part).collect::<Vec<_>>(),
        "conclusion": rcs.conclusion,
        "criteres": criteria.collect::<Vec<_>>(),
        "indices": rcs.hints,
        "raisonnement": rcs.reasoning,
    })
}

fn part(part: &PlanPart) -> Value {
    json!({ "titre": part.title, "idees": part.ideas.iter().map(idea).collect::<Vec<_>>() })
}

fn idea(idea: &Idea) -> Value {
    json!({ "titre": idea.title, "argument": idea.argument, "exemple": idea.example })
}

fn criterion(criterion: &Criterion, benchmark: Option<&String>) -> Value {
    let levels = Level::ALL.iter().zip(criterion.levels);
    let levels = levels.map(|(level, text)| json!({ "sigle": level.short(), "texte": text }));
    json!({
        "nom": criterion.name,
        "niveaux": levels.collect::<Vec<_>>(),
        "repere": benchmark,
    })
}
