//! How much work a dose is, in the invented world: thousandths of the lowest dose that the catalogue writes for the level.
//!
//! It is not the engine's arithmetic and no rule reads it.

use knowledge::Pack;
use knowledge::raw::exercise::{Dose as Written, Exercise};
use model::{LoadClass, TrainingLevel};
use prescription::Dose;

/// A step of a ladder is so much harder, in thousandths; steps beyond the fifth no more.
const RUNG: i64 = 80;
const RUNGS_MAX: i64 = 5;

/// The work of a dose.
pub(crate) fn work(pack: &Pack, level: TrainingLevel, entry: &Exercise, dose: &Dose) -> i64 {
    let Some(written) = written(entry, level) else { return difficulty(pack, entry) };
    let (sets, a_set) = lowest(written);
    let asked = dose.by_set();
    let hold = i64::from(dose.hold_secs.unwrap_or(1).max(1));
    // A hold without repetitions is counted in its seconds already.
    let hold = if dose.reps.is_some() || !dose.reps_by_set.is_empty() { hold } else { 1 };
    let total: i64 = asked.iter().map(|it| i64::from(*it) * hold).sum();
    let count = i64::try_from(asked.len()).unwrap_or(1).max(1);
    // How hard a set is counts for more than how many there are.
    let per_set = total * 1000 / count / a_set.max(1);
    let by_sets = 1000 + (count - sets) * 400 / sets.max(1);
    let load = match (dose.load_grams, written.load_kg) {
        (Some(grams), Some([low, _])) => 500 + i64::from(grams) * 500 / grams_of(low).max(1),
        _ => 1000,
    };
    difficulty(pack, entry) * per_set / 1000 * by_sets.max(300) / 1000 * load / 1000
}

fn written(entry: &Exercise, level: TrainingLevel) -> Option<&Written> {
    entry.dose.get(&level).or_else(|| entry.dose.values().next())
}

/// Sets, and the amount of one set, at the low end.
fn lowest(written: &Written) -> (i64, i64) {
    let low = |range: Option<[u16; 2]>| range.map(|[low, _]| i64::from(low));
    let hold = low(written.hold_secs);
    if let Some(first) = written.reps_by_set.first() {
        let sets = i64::try_from(written.reps_by_set.len()).unwrap_or(1);
        return (sets, i64::from(*first) * hold.unwrap_or(1));
    }
    let minutes = written.minutes.map(|[low, _]| grams_of(low) * 60 / 1000);
    let interval = written.interval_minutes.map(|[work, _]| grams_of(work) * 60 / 1000);
    let reps = low(written.reps).map(|it| it * hold.unwrap_or(1));
    let one = [minutes, reps, low(written.metres), low(written.breaths), hold, interval];
    (i64::from(written.sets[0]), one.into_iter().flatten().next().unwrap_or(1))
}

fn difficulty(pack: &Pack, entry: &Exercise) -> i64 {
    let load = match entry.load {
        LoadClass::Low => 850,
        LoadClass::Medium => 1000,
        LoadClass::High => 1150,
    };
    load + RUNG * rungs(pack, entry)
}

/// How many easier entries are below this one, along the first of each.
fn rungs(pack: &Pack, entry: &Exercise) -> i64 {
    let below = |it: &&Exercise| it.easier.first().and_then(|id| pack.exercises.get(id));
    let mut at = entry;
    let mut count = 0;
    while let Some(next) = below(&at)
        && count < RUNGS_MAX
    {
        at = next;
        count += 1;
    }
    count
}

/// Thousandths of a number of a file.
#[expect(clippy::cast_possible_truncation, reason = "written loads and minutes are small")]
fn grams_of(value: f64) -> i64 {
    (value * 1000.0).round() as i64
}
