//! From a key to the next frame, in the largest table.

use std::sync::Arc;

use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tuteur_ndrc::content::{catalogue, embedded};
use tuteur_ndrc::model::{Catalogue, Question, StepKind};
use tuteur_ndrc::progress::{Drafts, History};
use tuteur_ndrc::session::Place;
use tuteur_ndrc::tui::{App, Code, Input, Key, Size, Theme};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (200, 60);

fn main() {
    divan::main();
}

fn papers() -> Arc<Catalogue> {
    Arc::new(catalogue(&[embedded()]).0)
}

fn app(papers: &Arc<Catalogue>, (width, height): (u16, u16)) -> App {
    let size = Size { width, height };
    App::new(Arc::clone(papers), History::default(), Drafts::default(), Theme::Colours, size)
}

fn draw(app: &App, (width, height): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    app.draw(area, &mut buffer);
    buffer
}

fn key(app: &mut App, code: Code) {
    app.update(1, Input::Key(Key::plain(code)));
}

/// Blanks of the largest table of a question.
fn blanks(question: &Question) -> usize {
    let sizes = question.steps.iter().map(|step| match &step.kind {
        StepKind::Grid(grid) => grid.rows.len() * grid.columns.len(),
        _ => 0,
    });
    sizes.max().unwrap_or(0)
}

/// The interface on the largest table there is, the cursor in its first blank.
fn largest_table(size: (u16, u16)) -> App {
    let papers = papers();
    let questions = papers.subjects.iter().flat_map(|subject| {
        let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
        questions.map(move |question| (blanks(question), subject, question))
    });
    let largest = questions.max_by_key(|(blanks, ..)| *blanks).map(|(_, s, q)| (s, q));
    let mut app = app(&papers, size);
    if let Some((subject, question)) = largest {
        app.go_to(1, &Place::new(&subject.id, &question.number));
        let step = question.steps.iter().position(|step| matches!(step.kind, StepKind::Grid(_)));
        if size.0 < 110 {
            key(&mut app, Code::F(6));
        }
        for _ in 0..step.unwrap_or(0) {
            key(&mut app, Code::F(8));
        }
    }
    app
}

#[divan::bench(args = [SMALL, LARGE])]
fn key_to_frame_in_the_largest_table(bencher: Bencher, size: (u16, u16)) {
    let mut app = largest_table(size);
    bencher.bench_local(|| {
        key(&mut app, Code::Char('4'));
        let frame = draw(&app, size);
        key(&mut app, Code::Backspace);
        frame
    });
}

#[divan::bench(args = [SMALL, LARGE])]
fn move_to_frame_in_the_largest_table(bencher: Bencher, size: (u16, u16)) {
    let mut app = largest_table(size);
    bencher.bench_local(|| {
        key(&mut app, Code::Right);
        let frame = draw(&app, size);
        key(&mut app, Code::Left);
        frame
    });
}
