//! After red the next dose is not higher, and more pain in the last session never raises the next.

use jiff::ToSpan;
use jiff::civil::Date;
use model::{ExerciseId, Leg, Nprs};
use prescription::{
    Action, Adapted, Decision, Dose, FollowUp, Item, ItemLog, Prescription, Remembering, Role, SessionKind,
    SessionLog, Told, Verdict, adapt, next_by,
};
use std::collections::BTreeSet;

use super::Step;
use super::amount::{amount, amount_of_hold, first_doses, sessions};
use super::readings::{is_red, is_red_by_morning};

/// The last session that was told, and which of its exercises were red.
fn last_red<'a>(sessions: &'a [SessionLog], follow_ups: &[FollowUp]) -> Option<(&'a SessionLog, Vec<usize>)> {
    let last = sessions.iter().max_by_key(|it| (it.date, it.part))?;
    let all = is_red_by_morning(last, sessions, follow_ups);
    let red: Vec<usize> =
        (0..last.items.len()).filter(|index| all || is_red(last, &last.items[*index])).collect();
    (!red.is_empty()).then_some((last, red))
}

/// An exercise that was red in the last session and is neither out, nor replaced, nor has gone a step back for it, nor is in
/// a session that is eased; or that may go on to a harder one. What it then asks is looked at in the plan.
pub(super) fn next_is_higher(
    adapted: &Adapted,
    sessions: &[SessionLog],
    follow_ups: &[FollowUp],
) -> Option<String> {
    let (last, red) = last_red(sessions, follow_ups)?;
    let changes = &adapted.changes;
    let eased =
        changes.eased.iter().any(|it| it.percent < 100 && it.from <= adapted.from && adapted.from <= it.to);
    for index in red {
        let id = &last.items[index].exercise;
        let back = |it: &Decision| {
            matches!(it.action, Action::Regress { .. })
                && it.exercise.as_ref() == Some(id)
                && it.date >= last.date
        };
        let less = changes.out.contains_key(id)
            || changes.instead.contains_key(id)
            || adapted.decisions.iter().any(back);
        if changes.earned.contains(id) || !(less || eased) {
            return Some(format!("{id} was red on {} and is not eased", last.date));
        }
    }
    None
}

/// An exercise that was red in the last session and is planned with more than it had there. What it had on a day that was
/// eased for another reason is no measure.
pub(super) fn planned_higher(step: &Step<'_>) -> Option<String> {
    let (last, red) = last_red(step.told.sessions, step.told.follow_ups)?;
    let eased = sessions(step.in_force.prescription, last.date, last.date).any(|it| it.eased.is_some());
    if eased {
        return None;
    }
    let had = first_doses(step.in_force.prescription, last.date, last.date);
    let coming = first_doses(step.after, step.adapted.from, step.adapted.from.saturating_add(6.days()));
    for index in red {
        let id = &last.items[index].exercise;
        let (Some((_, had)), Some((_, coming))) = (had.get(id), coming.get(id)) else { continue };
        if amount(coming) > amount(had) {
            return Some(format!(
                "{id} was red on {} with {} and has {}",
                last.date,
                amount(had),
                amount(coming)
            ));
        }
    }
    None
}

/// A harder exercise that has not been planned before, in a warm-up neither, while an easier one on its ladder is
/// out. The gentle form of an eased day may be one: it stands for something harder still.
pub(super) fn harder_than_what_is_out(step: &Step<'_>) -> Option<String> {
    let pack = step.pack;
    // What was done today stays as it was done.
    let from = step.adapted.from;
    let done = sessions(step.in_force.prescription, step.after.start(), from.saturating_sub(1.days()));
    // What relief itself holds (FL-02) is as good as known.
    let relief = sessions(step.after, from, Date::MAX).filter(|it| it.kind == SessionKind::Relief);
    let before: BTreeSet<&ExerciseId> =
        done.chain(relief).flat_map(|it| &it.items).map(|it| &it.exercise).collect();
    let put_in: BTreeSet<&ExerciseId> = step.adapted.changes.instead.values().map(|(to, _)| to).collect();
    for out in step.adapted.changes.out.keys() {
        let mut harder: BTreeSet<&ExerciseId> = BTreeSet::new();
        let mut next: Vec<&ExerciseId> = vec![out];
        while let Some(entry) = next.pop().and_then(|it| pack.exercises.get(it)) {
            next.extend(entry.harder.iter().filter(|it| harder.insert(it)));
        }
        let ordinary = sessions(step.after, from, Date::MAX).filter(|it| it.eased.is_none());
        let trained = |it: &&Item| matches!(it.role, Role::Strength | Role::Mobility | Role::MindBody);
        let coming = ordinary.flat_map(|it| &it.items).filter(trained);
        let told = &step.adapted.changes.doses;
        let known = |it: &ExerciseId| before.contains(it) || put_in.contains(it) || told.contains_key(it);
        let mut new = coming.map(|it| &it.exercise).filter(|it| !known(it));
        if let Some(entry) = new.find(|it| harder.contains(it)) {
            return Some(format!("{entry} is planned while {out} is out"));
        }
    }
    None
}

/// Runs the same step with more pain in the last session, and compares the next dose of each of its exercises. How many sets
/// the week has in all is not compared: what takes the place of an exercise that is out may have more of them. A week's sets may
/// also be shared out otherwise, so that an exercise keeps what it had in that session, or on its last ordinary day, instead of
/// less; more it must not have. A refused plan, in whose place the shortest sessions stand, is no measure.
pub(super) fn more_pain_means_more(step: &Step<'_>) -> Option<String> {
    if step.after.fell_back() {
        return None;
    }
    let (index, last) = step.told.sessions.iter().enumerate().max_by_key(|(_, it)| (it.date, it.part))?;
    let worse: [fn(&mut SessionLog, &mut Vec<FollowUp>); 4] = [
        |log, _| log.items.iter_mut().for_each(|it| it.pain_max = more(it.pain_max)),
        |log, after| {
            after.iter_mut().filter(|it| it.session == log.date).for_each(|it| it.morning = more(it.morning));
        },
        |log, after| {
            after.iter_mut().filter(|it| it.session == log.date).for_each(|it| it.evening = more(it.evening));
        },
        |log, _| log.leg_after = log.leg_after.map(|_| Leg::Foot),
    ];
    let mut solver = Remembering::default();
    for (which, worsen) in worse.into_iter().enumerate() {
        let mut sessions = step.told.sessions.to_vec();
        let mut follow_ups = step.told.follow_ups.to_vec();
        worsen(&mut sessions[index], &mut follow_ups);
        let told = Told { sessions: &sessions, follow_ups: &follow_ups, ..step.told };
        if let Some(more) = means_more(step, told, last, &mut solver) {
            return Some(format!("way {which} of being worse: {more}"));
        }
    }
    None
}

/// What an exercise had last on an ordinary day up to this one.
fn ordinary<'a>(plan: &'a Prescription, to: Date, exercise: &ExerciseId) -> Option<&'a Dose> {
    let weeks = plan.weeks().iter().filter(|it| !it.deload).flat_map(|it| &it.sessions);
    let behind = weeks.filter(|it| it.date <= to && it.eased.is_none()).flat_map(|it| &it.items);
    behind.filter(|it| it.exercise == *exercise).map(|it| &it.dose).next_back()
}

/// What a session asked of an exercise, as it was told, at the shortest hold of some doses.
fn asked(item: &ItemLog, doses: [&Dose; 2]) -> u64 {
    let hold = doses.into_iter().map(amount_of_hold).min().unwrap_or(1);
    item.sets.iter().map(|it| u64::from(it.prescribed)).sum::<u64>() * hold
}

/// Whether a day lies in a deload week.
fn is_lighter(plan: &Prescription, day: Date) -> bool {
    plan.weeks().iter().any(|week| week.deload && week.sessions.iter().any(|it| it.date == day))
}

fn more(pain: Option<Nprs>) -> Option<Nprs> {
    pain.and_then(|it| Nprs::try_from((i64::from(it) + 3).min(10)).ok())
}

fn means_more(
    step: &Step<'_>,
    told: Told<'_>,
    last: &SessionLog,
    solver: &mut Remembering,
) -> Option<String> {
    let Verdict::GoesOn(worse) = adapt(step.pack, step.profile, step.in_force, told, step.date) else {
        return None;
    };
    let from = (step.in_force, &*worse, step.in_force.prescription.template());
    let plan = next_by(step.pack, step.clearance, step.input, from, solver).ok()?;
    let to = step.date.saturating_add(6.days());
    let had = first_doses(step.in_force.prescription, last.date, last.date);
    let (as_told, as_worse) = (first_doses(step.after, step.date, to), first_doses(&plan, step.date, to));
    // What has earned a step leaves its sets to a harder one.
    let earned = &step.adapted.changes.earned;
    for item in last.items.iter().filter(|it| !earned.contains(&it.exercise)) {
        let (Some((day, one)), Some((later, other))) =
            (as_told.get(&item.exercise), as_worse.get(&item.exercise))
        else {
            continue;
        };
        // It may be left out for some days first, or the lighter week may come later; then it is measured against what it would
        // have had by then.
        let put_off = day != later || (is_lighter(step.after, *day) && !is_lighter(&plan, *day));
        let then = sessions(step.after, *later, later.saturating_add(13.days())).filter(|_| put_off);
        let then = then.flat_map(|it| &it.items).filter(|it| it.exercise == item.exercise);
        let most = then.map(|it| amount(&it.dose)).chain([amount(one)]).max().unwrap_or_default();
        // Told under another day than it was planned for, it had what was told of it.
        let had = had.get(&item.exercise).map_or_else(|| asked(item, [one, other]), |(_, it)| amount(it));
        let no_more = amount(other) <= had
            || ordinary(step.in_force.prescription, last.date, &item.exercise)
                .is_some_and(|had| amount(other) <= amount(had));
        if amount(other) > most && !no_more {
            return Some(format!("{} has {} instead of {most}", item.exercise, amount(other)));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use prescription::SetLog;

    #[test]
    fn what_was_told_of_another_day_is_measured_at_the_shortest_hold() {
        let set = |prescribed: u32| SetLog { prescribed, done: 0, stopped: None };
        let exercise = "C09".parse().unwrap();
        let sets = vec![set(3), set(2)];
        let item = ItemLog { exercise, sets, pain_max: None, effort: None, form_faults: None };
        let held = |secs: Option<u32>| Dose { sets: 2, reps: Some(3), hold_secs: secs, ..Dose::default() };
        assert_eq!(asked(&item, [&held(Some(8)), &held(Some(5))]), 25);
        assert_eq!(asked(&item, [&held(Some(8)), &held(None)]), 5);
    }
}
