//! Invariant 4: a tag more never gives a person more.

use model::{Equipment, Limit, Position, Tag, TrainingLevel};
use proptest::prelude::*;
use std::collections::BTreeSet;

use super::{Person, pack};
use crate::dose::{Dose, Terms};
use crate::permit::{Permitted, permit};

fn forms(tags: &BTreeSet<Tag>, entry: &knowledge::raw::exercise::Exercise) -> Option<Permitted> {
    let equipment: BTreeSet<Equipment> = Equipment::ALL.iter().copied().collect();
    permit(pack(), entry, tags, &equipment).permitted().cloned()
}

/// What a form may ask at most.
fn most(entry: &knowledge::raw::exercise::Exercise, form: &Permitted) -> Vec<Dose> {
    let (_, limits) = form.form();
    let terms = Terms {
        volume_percent: 100,
        sets_max: None,
        hold_secs_max: form.hold_secs_max,
        limits: &limits,
        effort_cap: 6,
        light_effort_max: 5,
    };
    TrainingLevel::ALL
        .iter()
        .filter_map(|it| entry.dose.get(it))
        .map(|it| Dose::planned(it, &terms))
        .collect()
}

fn work(dose: &Dose) -> u32 {
    let reps: u32 = if dose.reps_by_set.is_empty() {
        dose.sets * dose.reps.unwrap_or_default()
    } else {
        dose.reps_by_set.iter().sum()
    };
    reps * dose.hold_secs.unwrap_or(1)
}

/// Positions that a limit names: doing an entry there is the reduced form of doing it at all.
fn named(limit: Limit) -> Option<Position> {
    [(Limit::Seat, Position::Sitting), (Limit::Bench, Position::Incline), (Limit::Stand, Position::Standing)]
        .into_iter()
        .find_map(|(it, position)| (it == limit).then_some(position))
}

fn check(fewer: &BTreeSet<Tag>, more: &BTreeSet<Tag>) -> Result<(), TestCaseError> {
    for entry in pack().exercises.values() {
        let Some(after) = forms(more, entry) else { continue };
        let Some(before) = forms(fewer, entry) else {
            return Err(TestCaseError::fail(format!("{}: {fewer:?} blocks it, {more:?} does not", entry.id)));
        };
        prop_assert!(
            before.limits.is_subset(&after.limits),
            "{}: {fewer:?} → {more:?} loses a limit",
            entry.id
        );
        let reduced: BTreeSet<Position> = after.limits.iter().filter_map(|it| named(*it)).collect();
        for way in &after.ways {
            let was = before.ways.iter().find(|it| it.position == way.position);
            prop_assert!(
                was.is_some_and(|it| it.limits.is_subset(&way.limits)) || reduced.contains(&way.position),
                "{}: {fewer:?} → {more:?} adds {}",
                entry.id,
                way.position
            );
        }
        for (most_after, most_before) in most(entry, &after).iter().zip(most(entry, &before)) {
            prop_assert!(
                work(most_after) <= work(&most_before),
                "{}: {fewer:?} → {more:?} asks more",
                entry.id
            );
            prop_assert!(most_after.hold_secs <= most_before.hold_secs);
            prop_assert!(most_after.effort_cap <= most_before.effort_cap);
        }
    }
    Ok(())
}

fn tags() -> impl Strategy<Value = BTreeSet<Tag>> {
    proptest::collection::btree_set(proptest::sample::select(Tag::ALL), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_tag_more_never_enlarges_what_is_permitted(fewer in tags(), added in tags()) {
        let more: BTreeSet<Tag> = fewer.union(&added).copied().collect();
        check(&fewer, &more)?;
    }
}

#[test]
fn every_single_tag_only_takes_away() {
    for tag in Tag::ALL {
        check(&BTreeSet::new(), &BTreeSet::from([*tag])).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is planned, in a fallback too, may be done.
    #[test]
    fn no_mix_of_tags_plans_what_a_tag_forbids(tags in tags(), level in proptest::sample::select(TrainingLevel::ALL)) {
        let tags: Vec<Tag> = tags.into_iter().collect();
        let person = Person::at(level).tagged(&tags);
        let set: BTreeSet<Tag> = tags.into_iter().collect();
        for template in super::TEMPLATES {
            let plan = person.plan(template);
            let sessions = plan.weeks().iter().flat_map(|it| &it.sessions).flat_map(|it| &it.items);
            for item in sessions.chain(plan.minimum_session().iter().flat_map(|it| &it.items)) {
                let entry = &pack().exercises[&item.exercise];
                let form = forms(&set, entry);
                prop_assert!(form.is_some(), "{} under {set:?}", item.exercise);
                prop_assert!(form.unwrap().limits.is_subset(&item.limits));
            }
        }
    }
}
