//! What a start costs: the table of contents and the first frame, then the papers behind it.

use std::path::Path;

use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::content;
use tuteur_ndrc::model::{Contents, ItemId, StepEntry};
use tuteur_ndrc::progress::{Answer, Drafts, Event, History, What};
use tuteur_ndrc::store::Journal;
use tuteur_ndrc::tui::{App, Size, Theme};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (200, 60);

fn main() {
    divan::main();
}

fn first_frame(contents: Contents, (width, height): (u16, u16)) -> Buffer {
    let size = Size { width, height };
    let app = App::early(contents, History::default(), Drafts::default(), Theme::Colours, size);
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    app.draw(area, &mut buffer);
    buffer
}

#[divan::bench]
fn table_of_contents() -> Contents {
    content::contents()
}

/// Reading the table of contents, building the interface, drawing it.
#[divan::bench(args = [SMALL, LARGE])]
fn contents_and_first_frame(size: (u16, u16)) -> Buffer {
    first_frame(content::contents(), size)
}

/// Opening a journal of some events and folding them.
#[divan::bench(args = [0, 1_000, 10_000])]
fn journal_and_history(bencher: Bencher, events: usize) {
    let Ok(folder) = tempfile::tempdir() else { return };
    fill(folder.path(), events);
    bencher.bench_local(|| {
        let journal = Journal::open(folder.path()).ok()?;
        Some(journal.load().ok()?.history().len())
    });
}

/// Wrong answers to the figures of all papers, in turn.
fn fill(folder: &Path, events: usize) {
    let contents = content::contents();
    let steps = contents.subjects.iter().flat_map(|s| s.questions()).flat_map(|q| &q.steps);
    let figures = steps.flat_map(|step| match step {
        StepEntry::Number(id) => std::slice::from_ref(id),
        StepEntry::Grid(ids) => ids,
        StepEntry::Choice(_) | StepEntry::Writing(..) | StepEntry::Rcs(_) => &[],
    });
    let figures: Vec<&ItemId> = figures.collect();
    let what = What::Answer(Answer::new("12,5 %", Verdict::Wrong));
    let event = |(n, item): (usize, &&ItemId)| Event {
        at_ms: n as i64 * 60_000,
        item: (*item).clone(),
        what: what.clone(),
    };
    let events: Vec<Event> = (0..events).zip(figures.iter().cycle()).map(event).collect();
    if let Ok(mut journal) = Journal::open(folder) {
        let _ = journal.append(&events);
        let _ = journal.close();
    }
}

/// All papers and the lexicon, as the thread behind the first screen reads them.
#[divan::bench]
fn all_papers() -> usize {
    content::catalogue(&[content::embedded()]).0.subjects.len()
}

/// One paper read and held against every rule, as `valider` does.
#[divan::bench(args = ["2021-arbre-cadeau", "2024-autour-des-plantes"])]
fn one_paper_validated(bencher: Bencher, name: &str) {
    let sources = content::embedded();
    let source = sources.iter().find(|source| source.name.starts_with(name));
    let Some(source) = source else { return };
    bencher.bench_local(|| content::load(black_box(source)).problems.len());
}
