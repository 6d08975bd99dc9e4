//! The dose in force of each exercise: what the programme in force asks of it, and what the sessions make of that.

use jiff::civil::Date;
use knowledge::Pack;
use model::ExerciseId;
use std::collections::BTreeMap;

use super::changes::Changes;
use super::entries::{Entries, Standing};
use super::weeks::reason;
use crate::dose::Dose;
use crate::prescription::{Prescription, Session};

/// Puts the doses of what has been done into the changes.
pub(super) fn apply(
    pack: &Pack,
    parent: &Prescription,
    entries: &Entries,
    from: Date,
    changes: &mut Changes,
) {
    let (in_force, had, lighter) = (doses_in_force(parent), last_had(parent), last_lighter(parent, from));
    // What was only stopped has none of its own.
    let has_dose = |it: &Standing| it.done || it.steps != 0;
    for (id, standing) in entries.standing.iter().filter(|(_, it)| has_dose(it)) {
        let Some((entry, last)) = pack.exercises.get(id).zip(standing.last.as_ref()) else { continue };
        let moved = standing.steps - parent.steps().get(id).copied().unwrap_or_default();
        let red = red_with(parent, id, standing);
        // What has been in weeks with fewer sets alone, and did not go well there, begins with no more than it had (DP-41).
        let lighter = lighter.get(id).filter(|_| standing.sets_held.is_some());
        let dose = in_force.get(id).or(lighter).map(|it| it.moved(entry, parent.level(), moved, pack));
        let Some(dose) = dose.or_else(|| red.clone()) else { continue };
        // What undoes a step up, or comes back after a time in which no day showed it, asks no more of a set than it did, and
        // has no more sets until it has gone well.
        let comes_back = moved < 0 || parent.held.contains_key(id);
        let had = had.get(id).copied().filter(|_| comes_back);
        let caps = red.iter().chain(had);
        let dose = caps.fold(dose, |dose, cap| Dose { sets: dose.sets, ..cap.lowest(&dose) });
        let sets_of = |it: &Dose| u8::try_from(it.sets).ok();
        let held = had.filter(|_| !standing.gone_well).and_then(sets_of);
        let sets = red.as_ref().and_then(sets_of).into_iter().chain(held).chain(standing.sets_held).min();
        if let Some(sets) = sets.filter(|it| dose.sets > u32::from(*it)) {
            changes.sets_held.insert(id.clone(), sets);
        }
        changes.doses.insert(id.clone(), (dose, reason(last)));
    }
}

/// What each entry had last on an ordinary day that is behind the parent. A step back may undo a step up that rested on what was
/// told otherwise later, and that nobody has tried.
fn last_had(parent: &Prescription) -> BTreeMap<&ExerciseId, &Dose> {
    let behind = ordinary(parent).filter(|it| it.date < parent.planned_from());
    behind.flat_map(|it| &it.items).map(|it| (&it.exercise, &it.dose)).collect()
}

/// What each entry had last in a week with fewer sets that is behind, on a day that was not eased.
fn last_lighter(parent: &Prescription, from: Date) -> BTreeMap<&ExerciseId, &Dose> {
    let weeks = parent.weeks().iter().filter(|it| it.deload);
    let behind = weeks.flat_map(|it| &it.sessions).filter(|it| it.eased.is_none() && it.date < from);
    behind.flat_map(|it| &it.items).map(|it| (&it.exercise, &it.dose)).collect()
}

/// The least that an entry asked in the red sessions after which it has not gone well yet; the next one asks no more (DP-42), also
/// where that was in a week with fewer sets. A day that was eased is no measure: it is lifted by its own rule.
fn red_with(parent: &Prescription, id: &ExerciseId, standing: &Standing) -> Option<Dose> {
    let sessions = parent.weeks().iter().flat_map(|it| &it.sessions);
    let red = sessions.filter(|it| it.eased.is_none() && standing.reds.contains(&it.date));
    let had = red.filter_map(|it| it.items.iter().find(|it| it.exercise == *id));
    had.map(|it| it.dose.clone()).reduce(|least, it| it.lowest(&least))
}

/// The dose of each entry as it would be on an ordinary day: the highest that the parent plans outside eased days and weeks
/// with fewer sets, or what it keeps for entries that have no such day to come or whose sets are held. Sessions behind it have
/// the doses of older prescriptions, which count only for what has none of these.
pub(crate) fn doses_in_force(parent: &Prescription) -> BTreeMap<&ExerciseId, &Dose> {
    let (coming, behind): (Vec<_>, Vec<_>) =
        ordinary(parent).partition(|it| it.date >= parent.planned_from());
    let mut doses = highest(&behind);
    doses.extend(highest(&coming));
    doses.extend(&parent.held);
    doses
}

/// Sessions on days that are not eased, in weeks without fewer sets.
fn ordinary(plan: &Prescription) -> impl Iterator<Item = &Session> {
    let weeks = plan.weeks().iter().filter(|it| !it.deload);
    weeks.flat_map(|it| &it.sessions).filter(|it| it.eased.is_none())
}

/// Of each entry the first dose with the most sets.
fn highest<'a>(sessions: &[&'a Session]) -> BTreeMap<&'a ExerciseId, &'a Dose> {
    let mut doses: BTreeMap<&ExerciseId, &Dose> = BTreeMap::new();
    for item in sessions.iter().flat_map(|it| &it.items) {
        let known = doses.entry(&item.exercise).or_insert(&item.dose);
        if item.dose.sets > known.sets {
            *known = &item.dose;
        }
    }
    doses
}
