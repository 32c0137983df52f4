//! How long reading takes: a figure, a computation, and the worst text of 200 characters.

use std::hint::black_box;

use tuteur_ndrc::number::{Unit, french, read, read_as};

fn main() {
    divan::main();
}

#[divan::bench(args = ["25,64 %", "1 400,50 €", "3 min 47 s", "450 visiteurs", "1.234"])]
fn figure(bencher: divan::Bencher, text: &str) {
    bencher.bench(|| read(black_box(text)));
}

#[divan::bench(args = ["359/1400", "(450-452)/452*100", "43,7 € × 47 ventes"])]
fn computation(bencher: divan::Bencher, text: &str) {
    bencher.bench(|| read_as(black_box(text), Unit::Percent));
}

#[divan::bench]
fn worst_units(bencher: divan::Bencher) {
    let text = "1.234h+".repeat(28) + "1";
    bencher.bench(|| read(black_box(&text)));
}

#[divan::bench]
fn worst_parentheses(bencher: divan::Bencher) {
    let text = format!("{}1{}", "(".repeat(40), ")*1".repeat(40));
    bencher.bench(|| read(black_box(&text)));
}

#[divan::bench]
fn a_pasted_page(bencher: divan::Bencher) {
    let text = "lorem ipsum ".repeat(100_000);
    bencher.bench(|| read(black_box(&text)));
}

#[divan::bench]
fn echo(bencher: divan::Bencher) {
    let reading = read("2 053,90 €");
    let quantity = reading.quantity().cloned();
    bencher.bench(|| quantity.as_ref().map(|quantity| french::echo(black_box(quantity))));
}
