//! How long our search takes for a week, and how long HiGHS takes for the same one: `cargo bench -p oracle`.
//!
//! Plain, not criterion: each model is timed by itself, ours many times over, so that there is a ratio for each. What comes
//! of it stands in `docs/benchmarks.md`.

#![expect(clippy::print_stdout, reason = "it is a program that prints what it measured")]

#[path = "../solver/mod.rs"]
mod solver;

use oracle::people::Crowd;
use oracle::program;
use oracle::week::Week;
use prescription::exact::WeekModel;
use std::hint::black_box;
use std::process::abort;
use std::time::{Duration, Instant};

use solver::{Highs, Set};

/// The seed of the members, and how many.
const SEED: u64 = 1;
const MEMBERS: u64 = 60;
/// Our search is timed over at least so long.
const OURS_AT_LEAST: Duration = Duration::from_millis(2);

fn ours(model: &WeekModel) -> f64 {
    let (start, mut times) = (Instant::now(), 0.0);
    while start.elapsed() < OURS_AT_LEAST {
        black_box(black_box(model).solve());
        times += 1.0;
    }
    start.elapsed().as_secs_f64() / times
}

/// The time of HiGHS from the finished statement on, and whether it reaches the same.
fn highs(model: &WeekModel, set: Set) -> (f64, bool) {
    let stated = Week::new(model);
    let start = Instant::now();
    let mut highs = Highs::new(&stated.program, set);
    let answer = program::solve(&stated.program, &mut highs, &|it| stated.reckon(&stated.picks(it)));
    let secs = start.elapsed().as_secs_f64();
    (secs, answer.is_ok_and(|it| stated.picks(&it.chosen) == model.solve().picks))
}

/// Lowest, median and highest.
fn spread(mut of: Vec<f64>) -> (f64, f64, f64) {
    of.sort_by(f64::total_cmp);
    let at = |it: usize| of.get(it).copied().unwrap_or_default();
    (at(0), at(of.len() / 2), at(of.len().saturating_sub(1)))
}

fn main() {
    let Ok(pack) = knowledge::bundled() else { abort() };
    let Ok(crowd) = Crowd::new(pack) else { abort() };
    let members = (0..MEMBERS).filter_map(|it| crowd.member(SEED, it));
    let weeks: Vec<WeekModel> =
        members.filter_map(|it| crowd.seen(&it).ok()).flat_map(|it| it.weeks).collect();
    let mine: Vec<f64> = weeks.iter().map(ours).collect();
    let print = |name: &str, (low, median, high): (f64, f64, f64), unit: &str| {
        println!("{name:<36} lowest {low:>10.3}  median {median:>10.3}  highest {high:>10.3} {unit}");
    };
    println!("{} weeks of {MEMBERS} members", weeks.len());
    print("our search", spread(mine.iter().map(|it| it * 1e3).collect()), "ms");
    for (name, set) in [("HiGHS, quick", Set::Quick), ("HiGHS, as it comes", Set::Plain)] {
        let theirs: Vec<(f64, bool)> = weeks.iter().map(|it| highs(it, set)).collect();
        let differ = theirs.iter().filter(|(_, same)| !same).count();
        let ratios = theirs.iter().zip(&mine).map(|((theirs, _), mine)| theirs / mine).collect();
        print(name, spread(theirs.iter().map(|(it, _)| it * 1e3).collect()), "ms");
        print("  times as long as our search", spread(ratios), "");
        println!("  weeks that differ: {differ}");
        let (sum, all) = (theirs.iter().map(|it| it.0).sum::<f64>(), mine.iter().sum::<f64>());
        println!("  all weeks together: {:.1} times as long", sum / all);
    }
}
