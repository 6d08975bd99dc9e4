//! How long a programme takes, in one process on one core: `cargo bench -p prescription`.
//!
//! What comes of it stands in `docs/benchmarks.md`, with the aims.

use assessment::{Assessment, Intake, assess, intake};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::{Date, date};
use knowledge::{Files, Pack, bundled_files};
use prescription::{Input, Prescription, Request, plan};
use std::hint::black_box;
use std::process::abort;

const EXAMPLE: &[u8] = include_bytes!("../../../examples/office-worker-58.toml");
const AS_OF: Date = date(2026, 11, 22);

/// What a benchmark needs, or the end of it: there is nobody to hand an error to.
fn needed<T, E>(result: Result<T, E>) -> T {
    result.unwrap_or_else(|_| abort())
}

fn read(pack: &Pack) -> Intake {
    needed(intake::read(pack, EXAMPLE, AS_OF))
}

fn assessed(pack: &Pack) -> Assessment {
    assess(pack, &read(pack), &[], AS_OF)
}

fn planned(pack: &Pack, assessment: &Assessment, template: &str) -> Prescription {
    let request = Request { template: template.to_owned(), start: date(2026, 11, 23), parent: None };
    let clearance = needed(assessment.clearance.as_ref());
    needed(plan(pack, clearance, Input::from(assessment), &request))
}

fn benchmarks(criterion: &mut Criterion) {
    let pack = needed(knowledge::bundled());
    let assessment = assessed(pack);
    let files: Files = bundled_files();
    criterion.bench_function("six weeks, from the intake file", |bencher| {
        bencher.iter(|| planned(pack, &assessed(black_box(pack)), "six-week"));
    });
    criterion.bench_function("six weeks, plan alone", |bencher| {
        bencher.iter(|| planned(pack, black_box(&assessment), "six-week"));
    });
    criterion.bench_function("seven days, plan alone", |bencher| {
        bencher.iter(|| planned(pack, black_box(&assessment), "seven-day"));
    });
    criterion.bench_function("intake, read", |bencher| bencher.iter(|| read(black_box(pack))));
    let intake = read(pack);
    criterion.bench_function("intake, assess", |bencher| {
        bencher.iter(|| assess(black_box(pack), &intake, &[], AS_OF));
    });
    criterion.bench_function("knowledge, read and check", |bencher| {
        bencher.iter(|| needed(Pack::from_files(black_box(&files))));
    });
}

criterion_group!(plans, benchmarks);
criterion_main!(plans);
