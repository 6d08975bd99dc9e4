//! Planning anew: what changes, what stays, and that less is never turned into more.

use assessment::Irritability;
use jiff::ToSpan;
use jiff::civil::Date;
use model::{Confidence, LoadClass, Tag, TrainingLevel};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

use super::{Person, TEMPLATES, id, outline, pack};
use crate::planner::course::Past;
use crate::planner::plan_next_within;
use crate::{
    Changes, Content, Dose, Eased, Pin, Prescription, Reason, Request, Session, SessionKind, WeekChange, Why,
};

/// A reason for the tests: any word that exists will do.
fn reason() -> Reason {
    Reason::new("DP-41", Why::MinimumSession)
}

impl Person {
    pub(super) fn next(&self, parent: &Prescription, from: Date, changes: &Changes) -> Prescription {
        let request = Request {
            template: parent.template().to_owned(),
            start: parent.start(),
            parent: Some(parent.hash()),
        };
        let past = Past { parent, from };
        plan_next_within(pack(), &self.constraints, self.input(), &request, (past, changes)).unwrap()
    }

    pub(super) fn six_weeks(&self) -> Prescription {
        self.plan("six-week")
    }
}

/// The day so many days after the programme's first.
fn day(plan: &Prescription, days: i32) -> Date {
    plan.start().saturating_add(days.days())
}

fn follow(template_week: u8) -> WeekChange {
    WeekChange { template_week, deload: None, aerobic_secs_max: None, because: vec![reason()] }
}

fn sessions(plan: &Prescription, from: Date) -> impl Iterator<Item = &Session> {
    plan.weeks().iter().flat_map(|it| &it.sessions).filter(move |it| it.date >= from)
}

fn entries(plan: &Prescription, from: Date) -> BTreeSet<&str> {
    sessions(plan, from).flat_map(|it| &it.items).map(|it| it.exercise.as_str()).collect()
}

fn sound(plan: &Prescription) {
    assert!(!plan.fell_back(), "{:#?}\n{}", plan.violations(), outline(plan));
}

#[test]
fn without_changes_the_weeks_are_those_of_the_first_plan() {
    for level in TrainingLevel::ALL {
        for template in TEMPLATES {
            for rule in ["MP-03", "MP-07", "MP-16"] {
                let person = Person::at(*level).finding(rule, Confidence::High);
                let plan = person.plan(template);
                let next = person.next(&plan, plan.start(), &Changes::default());
                assert_eq!(plan.weeks(), next.weeks(), "{level} {template} {rule}");
                assert_eq!(plan.objective(), next.objective());
            }
        }
    }
}

#[test]
fn the_sessions_before_the_day_stay_as_they_were() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    for days in [1, 3, 9, 17, 24, 40] {
        let from = day(&plan, days);
        let now = person.clone().tagged(&[Tag::Kr, Tag::Sh]);
        let next = now.next(&plan, from, &Changes::default());
        sound(&next);
        let before = |plan: &Prescription| -> Vec<Session> {
            plan.weeks().iter().flat_map(|it| it.sessions.clone()).filter(|it| it.date < from).collect()
        };
        assert_eq!(before(&plan), before(&next), "{days}");
        assert_eq!(next.planned_from(), from);
        assert!(next.weeks().len() == 6 && !entries(&next, from).contains("C10"), "{}", outline(&next));
    }
}

#[test]
fn in_the_middle_of_a_programme_nothing_changes_that_need_not() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    // From the second week of each pair on, all steps are taken already.
    let next = person.next(&plan, day(&plan, 35), &Changes::default());
    sound(&next);
    assert_eq!(plan.weeks()[..5], next.weeks()[..5]);
}

#[test]
fn repeated_weeks_make_the_programme_longer() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let changes = Changes { weeks: vec![follow(2), follow(2)], ..Changes::default() };
    let next = person.next(&plan, day(&plan, 14), &changes);
    sound(&next);
    let followed: Vec<u8> = next.weeks().iter().map(|it| it.template_week).collect();
    assert_eq!(followed, [1, 2, 2, 2, 3, 4, 5, 6]);
    let numbers: Vec<u8> = next.weeks().iter().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(next.weeks()[2].because, [reason()]);
    let again = person.next(&next, day(&plan, 28), &Changes::default());
    sound(&again);
    assert_eq!(again.weeks().last().map(|it| it.template_week), Some(6));
    assert_eq!(again.weeks().len(), 8);
}

#[test]
fn what_is_out_stays_out_and_says_why() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 16);
    for out in ["F11", "C05", "M08", "Y01", "A01", "G02"] {
        let changes = Changes { out: [(id(out), reason())].into(), ..Changes::default() };
        let next = person.next(&plan, from, &changes);
        sound(&next);
        assert!(!entries(&next, from).contains(out), "{out}\n{}", outline(&next));
        assert!(next.rationale().left_out[&id(out)].contains(&reason()));
    }
}

#[test]
fn nothing_harder_comes_in_while_an_easier_one_is_out() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let harder = |entry: &str| -> BTreeSet<&str> {
        let (mut found, mut next) = (BTreeSet::new(), vec![id(entry)]);
        while let Some(it) = next.pop().and_then(|it| pack().exercises.get(&it)) {
            next.extend(it.harder.iter().filter(|it| found.insert(it.as_str())).cloned());
        }
        found
    };
    for out in ["G02", "F03", "F09", "F11", "C02"] {
        let changes = Changes { out: [(id(out), reason())].into(), ..Changes::default() };
        let next = person.next(&plan, day(&plan, 4), &changes);
        sound(&next);
        let (before, after) = (entries(&plan, plan.start()), entries(&next, day(&plan, 4)));
        assert!(before.contains(out) && !after.contains(out), "{out}");
        let behind: BTreeSet<&str> = sessions(&plan, plan.start())
            .filter(|it| it.date < day(&plan, 4))
            .flat_map(|it| &it.items)
            .map(|it| it.exercise.as_str())
            .collect();
        let new: Vec<_> =
            harder(out).intersection(&after).filter(|it| !behind.contains(*it)).copied().collect();
        let strength = |it: &&str| !it.starts_with('T') && !it.starts_with('Y') && !it.starts_with('M');
        assert!(!new.iter().any(strength), "{out}: {new:?}\n{}", outline(&next));
    }
}

#[test]
fn a_pattern_of_which_everything_is_out_is_not_asked_for() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let pulls = ["F11", "F11b", "F12"].map(|it| (id(it), reason()));
    let next = person.next(&plan, day(&plan, 14), &Changes { out: pulls.into(), ..Changes::default() });
    sound(&next);
}

#[test]
fn another_entry_takes_the_place_and_is_not_new() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 28);
    let changes = Changes { instead: [(id("C10"), (id("C09"), reason()))].into(), ..Changes::default() };
    let next = person.next(&plan, from, &changes);
    sound(&next);
    let there = entries(&next, from);
    assert!(there.contains("C09") && !there.contains("C10"), "{}", outline(&next));
    let item = sessions(&next, from).flat_map(|it| &it.items).find(|it| it.exercise == id("C09")).unwrap();
    assert!(item.because.contains(&reason()));
}

#[test]
fn a_named_move_is_given_up_where_something_else_was_put_in_its_place() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.plan("seven-day");
    for (to, leads) in [("C09", true), ("C13", false)] {
        let changes = Changes {
            instead: [(id("C10"), (id(to), reason()))].into(),
            weeks: vec![follow(1), follow(1)],
            nothing_new: Some(reason()),
            ..Changes::default()
        };
        let next = person.next(&plan, day(&plan, 7), &changes);
        sound(&next);
        let mut items = sessions(&next, day(&plan, 7)).flat_map(|it| &it.items);
        let labelled = items.any(|it| it.leads_to == Some(id("C10")) && it.exercise == id(to));
        assert_eq!(labelled, leads, "{to}\n{}", outline(&next));
    }
}

#[test]
fn a_pattern_that_was_swapped_away_is_not_asked_for_and_other_work_takes_no_place() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 35);
    for (to, stays) in [("F01", false), ("A01", true), ("M01", true)] {
        let changes = Changes { instead: [(id("F09"), (id(to), reason()))].into(), ..Changes::default() };
        let next = person.next(&plan, from, &changes);
        sound(&next);
        assert_eq!(entries(&next, from).contains("F09"), stays, "{to}\n{}", outline(&next));
        assert_eq!(next.swapped().is_empty(), stays);
    }
}

#[test]
fn the_dose_in_force_is_kept_and_never_raised() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 14);
    let was =
        sessions(&plan, plan.start()).flat_map(|it| &it.items).find(|it| it.exercise == id("G02")).unwrap();
    let less = Dose { sets: 1, reps: Some(6), ..was.dose.clone() };
    let changes = Changes { doses: [(id("G02"), (less, reason()))].into(), ..Changes::default() };
    let next = person.next(&plan, from, &changes);
    sound(&next);
    let bridges: Vec<_> =
        sessions(&next, from).flat_map(|it| &it.items).filter(|it| it.exercise == id("G02")).collect();
    assert!(!bridges.is_empty() && bridges.iter().all(|it| it.dose.sets == 1 && it.dose.reps <= Some(6)));
    assert!(bridges[0].because.contains(&reason()));
}

#[test]
fn sets_that_are_held_come_back_with_the_dose_in_force() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let mut items = sessions(&plan, plan.start()).flat_map(|it| &it.items);
    let was = items.find(|it| it.exercise == id("G02")).unwrap();
    let whole = Dose { sets: 2, ..was.dose.clone() };
    let most = |plan: &Prescription, days: i32| {
        let items = sessions(plan, day(plan, days)).flat_map(|it| &it.items);
        items.filter(|it| it.exercise == id("G02")).map(|it| it.dose.sets).max()
    };
    let doses = BTreeMap::from([(id("G02"), (whole.clone(), reason()))]);
    let held = Changes { doses, sets_held: [(id("G02"), 1)].into(), ..Changes::default() };
    let next = person.next(&plan, day(&plan, 14), &held);
    sound(&next);
    assert_eq!(most(&next, 14), Some(1));
    let in_force = crate::adaptation::in_force::doses_in_force(&next)[&id("G02")].clone();
    // How hard it may be is said by the week.
    assert_eq!(Dose { effort_cap: whole.effort_cap, ..in_force }, whole);
    let after = Changes { sets_held: BTreeMap::new(), ..held };
    let again = person.next(&next, day(&plan, 16), &after);
    sound(&again);
    assert_eq!(most(&again, 16), Some(2));
}

#[test]
fn a_step_is_taken_this_week_only_if_it_was_earned() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 14);
    let in_week = |plan: &Prescription, entry: &str| {
        let week = plan.weeks().iter().find(|it| it.number == 3).unwrap();
        week.sessions.iter().any(|it| it.items.iter().any(|it| it.exercise == id(entry)))
    };
    let held = person.next(&plan, from, &Changes::default());
    sound(&held);
    assert!(in_week(&held, "C08") && !in_week(&held, "C09"), "{}", outline(&held));
    assert!(entries(&held, from).contains("C09"), "a later week shows the step that is meant to come");
    let earned = Changes { earned: [id("C08")].into(), ..Changes::default() };
    let stepped = person.next(&plan, from, &earned);
    assert!(in_week(&stepped, "C09") && !in_week(&stepped, "F02"), "{}", outline(&stepped));
}

#[test]
fn nothing_new_means_nothing_new() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 14);
    let known: BTreeSet<&str> = plan.weeks()[..2]
        .iter()
        .flat_map(|it| &it.sessions)
        .flat_map(|it| &it.items)
        .map(|it| it.exercise.as_str())
        .collect();
    let changes = Changes { nothing_new: Some(reason()), ..Changes::default() };
    let next = person.next(&plan, from, &changes);
    sound(&next);
    let week = &next.weeks()[2];
    let there: BTreeSet<&str> =
        week.sessions.iter().flat_map(|it| &it.items).map(|it| it.exercise.as_str()).collect();
    assert!(there.is_subset(&known), "{}", outline(&next));
    assert_eq!(week.eased, [reason()]);
}

#[test]
fn what_a_coach_pins_is_there_if_it_is_permitted() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 7);
    for (entry, on) in [("C04", Some("B")), ("F05", Some("A")), ("M16", None), ("T04", None), ("A09", None)] {
        let pin = Pin { day: on.map(str::to_owned), exercise: id(entry), because: reason() };
        let next = person.next(&plan, from, &Changes { pins: vec![pin], ..Changes::default() });
        sound(&next);
        assert!(entries(&next, from).contains(entry), "{entry}\n{}", outline(&next));
        let wrong =
            sessions(&next, from).filter(|it| it.strength_name().is_some_and(|name| Some(name) != on));
        assert!(!wrong.flat_map(|it| &it.items).any(|it| it.exercise == id(entry) && it.slot.is_some()));
    }
    let pin = Pin { day: None, exercise: id("C07"), because: reason() };
    let thin = person.tagged(&[Tag::Op]);
    let next = thin.next(&plan, from, &Changes { pins: vec![pin], ..Changes::default() });
    assert!(!entries(&next, from).contains("C07"), "a tag outweighs a coach");
}

#[test]
fn a_deload_cuts_the_sets_of_a_week_that_has_none() {
    let person = Person::at(TrainingLevel::L3);
    let plan = person.six_weeks();
    let week = WeekChange { deload: Some(reason()), ..follow(3) };
    let next = person.next(&plan, day(&plan, 14), &Changes { weeks: vec![week], ..Changes::default() });
    sound(&next);
    let sets = |plan: &Prescription, week: usize| -> u32 {
        let items = plan.weeks()[week].sessions.iter().flat_map(|it| &it.items);
        items.filter(|it| it.role == crate::Role::Strength).map(|it| it.dose.sets).sum()
    };
    assert!(next.weeks()[2].deload && sets(&next, 2) * 10 <= sets(&plan, 2) * 7, "{}", outline(&next));
}

#[test]
fn aerobic_seconds_keep_to_their_limit() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let week = WeekChange { aerobic_secs_max: Some((1800, reason())), ..follow(3) };
    let next = person.next(&plan, day(&plan, 14), &Changes { weeks: vec![week], ..Changes::default() });
    sound(&next);
    let items = next.weeks()[2].sessions.iter().flat_map(|it| &it.items);
    let secs: u32 = items.filter(|it| it.role == crate::Role::Aerobic).map(|it| it.seconds).sum();
    assert!(secs > 0 && secs <= 1800, "{secs}\n{}", outline(&next));
}

#[test]
fn eased_days_do_less_and_relief_leaves_relief_alone() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 16);
    let eased = |content, percent| Changes {
        eased: vec![Eased { from, to: day(&plan, 18), percent, content, because: reason() }],
        ..Changes::default()
    };
    let here = |it: &&Session| it.date <= day(&plan, 18);
    let base = person.next(&plan, from, &Changes::default());
    let secs = |plan: &Prescription| sessions(plan, from).filter(here).map(|it| it.seconds).sum::<u32>();
    let half = person.next(&plan, from, &eased(Content::Planned, 50));
    sound(&half);
    assert!(secs(&half) < secs(&base));
    let gentle = person.next(&plan, from, &eased(Content::Gentle, 70));
    sound(&gentle);
    let mut items = sessions(&gentle, from).filter(here).flat_map(|it| &it.items);
    assert!(items.all(|it| pack().exercises[&it.exercise].load == LoadClass::Low), "{}", outline(&gentle));
    let relief = person.next(&plan, from, &eased(Content::Relief, 100));
    sound(&relief);
    let days: Vec<&Session> = sessions(&relief, from).filter(here).collect();
    assert!(days.len() == 3 && days.iter().all(|it| it.kind == SessionKind::Relief), "{}", outline(&relief));
    assert!(days.iter().all(|it| it.eased == Some(reason()) && it.items.len() >= 4));
    assert_eq!(relief.weeks()[2].eased, [reason()]);
}

/// The most that each entry asks on ordinary days: the work of a set, and the seconds of a bout.
fn asks(plan: &Prescription, of: impl Fn(&Session) -> bool) -> BTreeMap<&str, (u32, u32)> {
    let mut most: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let weeks = plan.weeks().iter().filter(|it| !it.deload).flat_map(|it| &it.sessions);
    for item in weeks.filter(|it| of(it)).flat_map(|it| &it.items) {
        if item.role != crate::Role::WarmUp {
            let known = most.entry(item.exercise.as_str()).or_default();
            let secs = item.dose.duration_secs.unwrap_or_default();
            *known = (known.0.max(item.dose.set_work()), known.1.max(secs));
        }
    }
    most
}

#[test]
fn a_new_screen_alone_raises_nothing_that_went_before() {
    let sore = Person::at(TrainingLevel::L2).with(|it| it.irritability = Irritability::High);
    let plan = sore.six_weeks();
    let from = day(&plan, 8);
    let now = Person::at(TrainingLevel::L2).next(&plan, from, &Changes::default());
    sound(&now);
    let (before, after) = (asks(&plan, |_| true), asks(&now, |it| it.date >= from));
    let behind = asks(&plan, |it| it.date < from);
    let kept: Vec<_> = behind.keys().filter(|it| after.contains_key(*it)).collect();
    assert!(kept.len() > 8, "{kept:?}");
    for it in kept {
        assert!(
            after[it].0 <= before[it].0 && after[it].1 <= before[it].1,
            "{it}: {:?} {:?}",
            before[it],
            after[it]
        );
    }
    // What is new begins as somebody begins to whom little is sore.
    let fresh = Person::at(TrainingLevel::L2).six_weeks();
    let fresh = asks(&fresh, |_| true);
    let new = after.iter().filter(|(it, _)| !before.contains_key(*it));
    assert!(
        new.clone().count() > 0 && new.clone().all(|(it, asks)| fresh.get(it).is_none_or(|has| has == asks))
    );
}

#[test]
fn a_walk_in_relief_is_no_longer_than_the_weeks_own() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let from = day(&plan, 16);
    let eased = vec![Eased { from, to: from, percent: 50, content: Content::Relief, because: reason() }];
    let week = WeekChange { aerobic_secs_max: Some((2_400, reason())), ..follow(3) };
    let next = person.next(&plan, from, &Changes { eased, weeks: vec![week], ..Changes::default() });
    sound(&next);
    let walks = |kind: SessionKind| {
        let here = next.weeks()[2].sessions.iter().filter(move |it| it.date >= from && it.kind == kind);
        let items = here.flat_map(|it| &it.items).filter(|it| it.role == crate::Role::Aerobic);
        items.filter_map(|it| it.dose.duration_secs).collect::<Vec<_>>()
    };
    let (relief, others) = (walks(SessionKind::Relief), walks(SessionKind::Aerobic));
    assert!(!relief.is_empty() && !others.is_empty(), "{}", outline(&next));
    assert!(relief.iter().max() <= others.iter().min(), "{relief:?} {others:?}");
}

#[test]
fn a_walk_that_was_told_goes_on_rising_and_a_step_down_holds_it() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let walk = |plan: &Prescription, week: usize| {
        let items = plan.weeks()[week].sessions.iter().flat_map(|it| &it.items);
        items.filter(|it| it.exercise == id("A01")).filter_map(|it| it.dose.duration_secs).max()
    };
    let items = plan.weeks()[0].sessions.iter().flat_map(|it| &it.items);
    let dose = items.clone().find(|it| it.exercise == id("A01")).map(|it| it.dose.clone()).unwrap();
    let doses = [(id("A01"), (dose, reason()))].into();
    let told = Changes { doses, steps: [(id("A01"), 0)].into(), ..Changes::default() };
    let next = person.next(&plan, day(&plan, 14), &told);
    sound(&next);
    assert!(walk(&plan, 5) > walk(&plan, 0));
    assert_eq!([walk(&next, 2), walk(&next, 5)], [walk(&plan, 2), walk(&plan, 5)]);
    let back = person.next(&plan, day(&plan, 14), &Changes { steps: [(id("A01"), -1)].into(), ..told });
    sound(&back);
    assert!(walk(&back, 5) <= walk(&plan, 0), "{}", outline(&back));
}

#[test]
fn after_weeks_without_any_walk_it_begins_where_it_was() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let aerobic = |it: &knowledge::raw::exercise::Exercise| it.streams.contains(&model::Stream::Aerobic);
    let all = pack().exercises.values().filter(|it| aerobic(it));
    let out = all.map(|it| (it.id.clone(), reason())).collect();
    let stopped = person.next(&plan, day(&plan, 7), &Changes { out, ..Changes::default() });
    sound(&stopped);
    let secs = |plan: &Prescription, week: usize| -> u32 {
        let items = plan.weeks()[week].sessions.iter().flat_map(|it| &it.items);
        items.filter(|it| it.role == crate::Role::Aerobic).map(|it| it.seconds).sum()
    };
    assert_eq!((secs(&stopped, 1), secs(&stopped, 2)), (0, 0));
    let again =
        person.next(&stopped, day(&plan, 21), &Changes { weeks: vec![follow(3)], ..Changes::default() });
    sound(&again);
    let rise = pack().dosage.aerobic.rise_percent_max_short.max(pack().dosage.aerobic.rise_percent_max);
    assert!(
        secs(&again, 3) > 0 && secs(&again, 3) * 100 <= secs(&plan, 0) * (100 + rise),
        "{}",
        outline(&again)
    );
}

#[test]
fn after_the_end_nothing_but_the_last_week_follows() {
    let person = Person::at(TrainingLevel::L1);
    let plan = person.six_weeks();
    let next = person.next(&plan, day(&plan, 45), &Changes::default());
    sound(&next);
    assert_eq!(next.weeks().last().map(|it| (it.number, it.template_week)), Some((7, 6)));
}

/// Changes of every kind, over entries that the plan has or could have.
fn changes() -> impl Strategy<Value = (i32, Changes)> {
    let ids: Vec<model::ExerciseId> = pack().exercises.keys().cloned().collect();
    let some = |most: usize| proptest::collection::btree_set(proptest::sample::select(ids.clone()), 0..most);
    let pairs = proptest::collection::vec(
        (proptest::sample::select(ids.clone()), proptest::sample::select(ids.clone())),
        0..3,
    );
    let weeks =
        proptest::collection::vec((1_u8..7, any::<bool>(), proptest::option::of(600_u32..6000)), 0..3);
    let content = proptest::sample::select(vec![Content::Planned, Content::Gentle, Content::Relief]);
    let eased = proptest::option::of((0_i32..10, 0_i32..6, 30_u32..100, content));
    (0_i32..45, some(6), pairs, weeks, some(8), any::<bool>(), eased, some(2)).prop_map(
        |(days, out, pairs, weeks, earned, nothing_new, eased, pins)| {
            let start = super::MONDAY;
            let after = |it: i32| start.saturating_add((days + it).days());
            let week = |(template_week, deload, secs): (u8, bool, Option<u32>)| WeekChange {
                template_week,
                deload: deload.then(reason),
                aerobic_secs_max: secs.map(|it| (it, reason())),
                because: vec![reason()],
            };
            let changes = Changes {
                weeks: weeks.into_iter().map(week).collect(),
                eased: eased
                    .into_iter()
                    .map(|(first, more, percent, content)| Eased {
                        from: after(first),
                        to: after(first + more),
                        percent,
                        content,
                        because: reason(),
                    })
                    .collect(),
                out: out.into_iter().map(|it| (it, reason())).collect(),
                instead: pairs.into_iter().map(|(from, to)| (from, (to, reason()))).collect(),
                earned,
                // The rule by which a week is known to have had nothing new.
                nothing_new: nothing_new.then(|| Reason::new("DP-35", Why::MinimumSession)),
                pins: pins
                    .into_iter()
                    .map(|exercise| Pin { day: None, exercise, because: reason() })
                    .collect(),
                ..Changes::default()
            };
            (days, changes)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever changes, the validator accepts what is planned, the past stays, and what is out stays out.
    #[test]
    fn any_changes_leave_a_sound_plan(
        level in proptest::sample::select(TrainingLevel::ALL),
        template in proptest::sample::select(TEMPLATES.to_vec()),
        irritability in proptest::sample::select(vec![Irritability::Low, Irritability::Moderate, Irritability::High]),
        tag in proptest::option::of(proptest::sample::select(Tag::ALL)),
        (days, mut changes) in changes(),
    ) {
        // Seven days are over before a second week of them could be repeated.
        changes.weeks.truncate(if template == "seven-day" { 1 } else { usize::MAX });
        let before = Person::at(level).with(|it| it.irritability = irritability);
        let plan = before.plan(template);
        let person = before.tagged(&tag.into_iter().collect::<Vec<_>>());
        let from = day(&plan, days);
        let next = person.next(&plan, from, &changes);
        prop_assert!(!next.fell_back(), "{:#?}\n{changes:#?}\n{}", next.violations(), outline(&next));
        prop_assert!(next.objective().proved);
        for session in sessions(&next, from) {
            for item in &session.items {
                prop_assert!(!changes.out.contains_key(&item.exercise));
            }
        }
    }

    /// Less is less: an eased day keeps each dose within what the day would have had, and a gentle one holds nothing
    /// heavier than load class L.
    #[test]
    fn eased_never_enlarges((days, changes) in changes()) {
        let person = Person::at(TrainingLevel::L2);
        let plan = person.six_weeks();
        let from = day(&plan, days.min(41));
        let whole = Changes { eased: Vec::new(), ..changes.clone() };
        let (less, more) = (person.next(&plan, from, &changes), person.next(&plan, from, &whole));
        prop_assert!(!less.fell_back() && !more.fell_back(), "{:#?} {:#?}", less.violations(), more.violations());
        let first = less.weeks().iter().find(|it| it.sessions.iter().any(|it| it.eased.is_some()));
        // Weeks after the first eased one have another history.
        let here = first.into_iter().flat_map(|it| &it.sessions).filter(|it| it.eased.is_some());
        for session in here.filter(|it| it.kind != SessionKind::Relief) {
            let content = changes.eased[0].content;
            let same = sessions(&more, from).filter(|it| it.date == session.date);
            let before: Vec<&crate::Item> = same.flat_map(|it| &it.items).collect();
            for item in &session.items {
                let was = before.iter().find(|it| it.exercise == item.exercise && it.role == item.role);
                prop_assert!(content == Content::Gentle || was.is_some(), "{}\n\n{}", outline(&less), outline(&more));
                prop_assert!(was.is_none_or(|was| item.seconds <= was.seconds && item.dose.sets <= was.dose.sets));
                let light = pack().exercises[&item.exercise].load == LoadClass::Low;
                prop_assert!(light || content != Content::Gentle);
            }
        }
    }

    /// One entry more that is out takes that entry away and nothing else in.
    #[test]
    fn out_never_enlarges((days, changes) in changes(), one in proptest::sample::select(
        pack().exercises.keys().cloned().collect::<Vec<_>>()
    )) {
        let person = Person::at(TrainingLevel::L2);
        let plan = person.six_weeks();
        let mut more = changes.clone();
        more.out.insert(one, reason());
        let from = day(&plan, days.min(41));
        let next = person.next(&plan, from, &more);
        let there = entries(&next, from);
        prop_assert!(more.out.keys().all(|id| !there.contains(id.as_str())));
        prop_assert!(next.minimum_session().is_some_and(|it| it.items.iter().all(|it| !more.out.contains_key(&it.exercise))));
    }
}

#[test]
fn the_shortest_sessions_that_stand_in_rise_no_faster_than_other_weeks() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    // Five minutes a day have no room for a session with its warm-up.
    let hurried = Person::at(TrainingLevel::L2).with(|it| it.minutes_a_day = Some(5));
    let moving = |week: &crate::Week| -> u32 {
        let items = week.sessions.iter().flat_map(|it| &it.items);
        items.filter(|it| it.role == crate::Role::Aerobic).map(|it| it.seconds).sum()
    };
    let mut fell_back = hurried.next(&plan, plan.start(), &Changes::default());
    assert!(fell_back.fell_back());
    // In the middle of a week whose first days had nothing.
    fell_back.weeks[0].sessions.clear();
    let next = hurried.next(&fell_back, day(&plan, 4), &Changes::default());
    let (first, second) = (moving(&next.weeks()[0]), moving(&next.weeks()[1]));
    let percent = pack().dosage.aerobic.rise_percent_max_short;
    assert!(first > 0 && second * 100 <= first * (100 + percent), "{second} s after {first} s");

    let (from, to) = (day(&plan, 5), day(&plan, 5));
    let eased = Eased { from, to, percent: 50, content: Content::Planned, because: reason() };
    let next = hurried.next(&fell_back, day(&plan, 4), &Changes { eased: vec![eased], ..Changes::default() });
    let on = |days: i32| sessions(&next, day(&plan, days)).next().unwrap();
    let reps = |it: &Session| it.items.iter().filter_map(|it| it.dose.reps).sum::<u32>();
    assert!(next.fell_back() && on(5).eased.is_some() && on(6).eased.is_none());
    assert!(reps(on(5)) < reps(on(6)), "{} and {}", reps(on(5)), reps(on(6)));
}

#[test]
fn a_week_whose_easing_is_over_says_that_it_was_eased() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let (from, to) = (day(&plan, 0), day(&plan, 4));
    let eased = Eased { from, to, percent: 50, content: Content::Planned, because: reason() };
    let hurt = person.next(&plan, from, &Changes { eased: vec![eased], ..Changes::default() });
    let calm = person.next(&hurt, day(&plan, 5), &Changes::default());
    assert_eq!(calm.weeks()[0].eased, [reason()]);
    assert!(sessions(&calm, day(&plan, 5)).all(|it| it.eased.is_none()));
    // What its days were to begin comes in with the next week, as much of it as in a first one.
    sound(&calm);
}
