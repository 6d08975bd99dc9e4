//! How much is planned, counted in the plainest way: what is done in all sets, times the seconds that it is held.

use jiff::civil::Date;
use model::ExerciseId;
use prescription::{Dose, Item, Prescription, Role, Session, SessionKind};
use std::collections::BTreeMap;

/// Repetitions, seconds, metres or breaths in all sets, times the hold.
pub(super) fn amount(dose: &Dose) -> u64 {
    dose.by_set().iter().map(|it| u64::from(*it)).sum::<u64>() * amount_of_hold(dose)
}

/// What each thing counted is held; one where nothing is counted or held.
pub(super) fn amount_of_hold(dose: &Dose) -> u64 {
    let counted = dose.reps.is_some() || !dose.reps_by_set.is_empty();
    u64::from(if counted { dose.hold_secs.unwrap_or(1).max(1) } else { 1 })
}

/// The most that one set asks.
pub(super) fn amount_of_a_set(dose: &Dose) -> u64 {
    dose.by_set().iter().map(|it| u64::from(*it) * amount_of_hold(dose)).max().unwrap_or_default()
}

/// The sessions of some days, both ends included.
pub(super) fn sessions(plan: &Prescription, from: Date, to: Date) -> impl Iterator<Item = &Session> {
    plan.weeks().iter().flat_map(|it| &it.sessions).filter(move |it| from <= it.date && it.date <= to)
}

/// What is done in them besides the warm-up.
pub(super) fn items(plan: &Prescription, from: Date, to: Date) -> impl Iterator<Item = &Item> {
    sessions(plan, from, to).flat_map(|it| &it.items).filter(|it| it.role != Role::WarmUp)
}

/// The first dose of each exercise in some days, with its day. The positions of ease and the breathing of relief (FL-02) are no training;
/// its walks are.
pub(super) fn first_doses(plan: &Prescription, from: Date, to: Date) -> BTreeMap<&ExerciseId, (Date, &Dose)> {
    let mut doses = BTreeMap::new();
    let counts = |session: &Session, item: &Item| {
        item.role != Role::WarmUp && (session.kind != SessionKind::Relief || item.role == Role::Aerobic)
    };
    for session in sessions(plan, from, to) {
        for item in session.items.iter().filter(|it| counts(session, it)) {
            doses.entry(&item.exercise).or_insert((session.date, &item.dose));
        }
    }
    doses
}
