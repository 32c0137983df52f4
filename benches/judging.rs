//! What one answer costs, from the text typed to the sentence shown.

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use tuteur_ndrc::check::{Context, Paper, judge};
use tuteur_ndrc::content;
use tuteur_ndrc::model::{Catalogue, Numeric};

static SHIPPED: LazyLock<Catalogue> =
    LazyLock::new(|| content::catalogue(&[content::embedded()]).0);

fn main() {
    divan::main();
}

fn item<'a>(paper: &Paper<'a>, name: &str) -> Option<&'a Numeric> {
    paper.items().find(|item| item.id.0.ends_with(name))
}

/// A right answer, a slip, a value nothing explains, a text that is no number.
#[divan::bench(args = ["49,3 %", "202,7", "37,1", "zut"])]
fn one_answer(bencher: Bencher, raw: &str) {
    let subject = SHIPPED.subjects.iter().find(|subject| subject.session == 2024);
    let Some(subject) = subject else { return };
    let paper = Paper::new(subject);
    let Some(item) = item(&paper, "/1.1/taux-rebond-t1") else { return };
    let context = Context::new(&paper).through(&paper);
    bencher.bench_local(|| judge(black_box(item), &context, black_box(raw)));
}
