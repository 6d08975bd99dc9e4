//! How far back red sessions and flares lead: one step each time that somebody could try, and no further in one flare.

use assessment::Irritability;
use jiff::ToSpan;
use jiff::civil::Date;
use model::{ExerciseId, LifeEvent, Nprs};

use super::adapts::{Story, good};
use super::*;
use crate::adaptation::in_force::doses_in_force;
use crate::adaptation::{Adapted, Changes, Content, Eased, InForce, Screened, Told, Verdict, adapt};
use crate::reason::{Reason, Why};

const SCREENED: Screened = Screened { date: MONDAY, after_sessions: false };

fn day(offset: i32) -> Date {
    MONDAY.saturating_add(offset.days())
}

/// Sessions on these days, in all of which it hurts more than it may.
fn red(days: &[i32], exercises: &[&str]) -> Story {
    let mut story = Story::of(days.iter().map(|it| good(*it, exercises)).collect());
    let items = story.sessions.iter_mut().flat_map(|it| &mut it.items);
    items.for_each(|it| it.pain_max = Some(Nprs::try_from(5).unwrap()));
    story
}

fn adapted(plan: &Prescription, story: &Story, decided: &[i32], as_of: i32) -> Adapted {
    adapted_for(&Person::at(TrainingLevel::L2), plan, story, (decided, as_of))
}

fn adapted_for(
    person: &Person,
    plan: &Prescription,
    story: &Story,
    (decided, as_of): (&[i32], i32),
) -> Adapted {
    let decided: Vec<Date> = decided.iter().map(|it| day(*it)).collect();
    let in_force = InForce { prescription: plan, decided: &decided, screened: SCREENED };
    let told = Told { sessions: &story.sessions, follow_ups: &story.follow_ups, ..Told::default() };
    match adapt(pack(), &person.profile, in_force, told, day(as_of)) {
        Verdict::GoesOn(adapted) => *adapted,
        other @ (Verdict::Halted(_) | Verdict::BlockDone) => panic!("it should go on: {other:?}"),
    }
}

#[test]
fn a_step_back_that_is_not_in_force_yet_is_not_taken_twice() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    let steps = |decided: &[i32]| {
        let story = red(&[1, 9, 10], &["A01"]);
        adapted(&plan, &story, decided, 11).changes.steps[&id("A01")]
    };
    assert_eq!(steps(&[0]), -1, "one plan was in force all the time");
    assert_eq!(steps(&[0, 2]), -2);
    assert_eq!(steps(&[0, 1]), -2, "a plan of the same day may have come after");
}

#[test]
fn what_has_gone_well_in_between_goes_back_again() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    let mut story = red(&[1, 9], &["F03"]);
    let well = Story::of([3, 5, 7].map(|it| good(it, &["F03"])).into());
    story.sessions.splice(1..1, well.sessions);
    story.follow_ups.splice(1..1, well.follow_ups);
    let before = adapted(&plan, &story, &[0], 8);
    assert!(before.changes.earned.contains(&id("F03")), "it has earned a step since it hurt");
    // The second red comes under the same plan; the step up is gone all the same.
    story.sessions[4].date = day(8);
    story.follow_ups[4].session = day(8);
    let after = adapted(&plan, &story, &[0], 9);
    assert!(!after.changes.earned.contains(&id("F03")));
    assert!(after.changes.steps[&id("F03")] < before.changes.steps[&id("F03")]);
}

#[test]
fn a_flare_leads_one_step_back_however_often_it_hurts() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    let mut story = red(&[0, 1, 2, 3], &["A01"]);
    let every_day = [0, 1, 2, 3, 4];
    let before = adapted(&plan, &story, &every_day, 4);
    assert!(before.changes.steps[&id("A01")] >= -2, "two reds make the flare: {:?}", before.changes.steps);
    story.sessions[0].events.insert(LifeEvent::Flare);
    let flare = adapted(&plan, &story, &every_day, 4);
    assert_eq!(flare.changes.steps[&id("A01")], -1);
    // What goes well but for its form is no new beginning either.
    let mut faulty = good(4, &["A01"]);
    faulty.items[0].form_faults = Some(3);
    let more = Story::of(vec![faulty]);
    story.sessions.extend(more.sessions);
    story.follow_ups.extend(more.follow_ups);
    let flare = adapted(&plan, &story, &[0, 1, 2, 3, 4, 5], 5);
    assert_eq!(flare.changes.steps[&id("A01")], -1);
}

#[test]
fn what_hurts_in_the_return_of_a_flare_goes_back_once_more() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    // It hurts on the first day of the flare; what else is done then goes well, and brings the return (FL-04).
    let mut story = red(&[0, 9], &["A01"]);
    story.sessions[0].events.insert(LifeEvent::Flare);
    let well = Story::of([3, 4, 6, 7].map(|it| good(it, &["F03"])).into());
    story.sessions.splice(1..1, well.sessions);
    story.follow_ups.splice(1..1, well.follow_ups);
    let every_day: Vec<i32> = (0..=10).collect();
    let before = adapted(&plan, &story, &every_day, 8);
    assert_eq!(before.changes.eased[0].content, Content::Planned, "it is in the return");
    let after = adapted(&plan, &story, &every_day, 10);
    let steps = |it: &Adapted| it.changes.steps[&id("A01")];
    assert_eq!((steps(&before), steps(&after)), (-1, -2));
}

#[test]
fn a_flare_that_returns_follows_a_week_below() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    // It begins in week 2, and two sessions have gone well after its first days.
    let mut story = Story::of([0, 3, 6, 8, 10, 11, 12].map(|it| good(it, &["F03"])).into());
    story.sessions[3].events.insert(LifeEvent::Flare);
    let present = adapted(&plan, &story, &[0], 13).changes;
    assert_eq!((present.eased[0].content, present.weeks[0].template_week), (Content::Planned, 2));
    let next = adapted(&plan, &story, &[0], 14).changes;
    assert_eq!((next.eased[0].content, next.weeks[0].template_week), (Content::Planned, 1));
    assert_eq!(next.weeks[0].because[0].rule, "FL-04");
}

#[test]
fn the_week_after_a_red_walk_has_fewer_minutes_already_in_todays_plan() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    let calm = adapted(&plan, &Story::of(vec![good(5, &["A01"])]), &[0], 6);
    assert_eq!(calm.changes.weeks.len(), 1);
    let hurt = adapted(&plan, &red(&[5], &["A01"]), &[0], 6);
    let (secs, why) = hurt.changes.weeks[1].aerobic_secs_max.clone().unwrap();
    let planned: u32 = plan.weeks()[0]
        .sessions
        .iter()
        .flat_map(|it| &it.items)
        .filter(|it| it.exercise == id("A01"))
        .map(|it| it.seconds)
        .sum();
    let percent = pack().adaptation.walking.red_percent;
    assert_eq!((secs, why.rule.as_str()), (planned * percent / 100, "DP-42"));
}

#[test]
fn what_was_red_in_a_week_with_fewer_sets_has_no_more_after_it() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    let lighter = plan.weeks().iter().find(|it| it.deload).unwrap();
    let session = lighter.sessions.iter().find(|it| it.strength_name().is_some()).unwrap();
    let item = session.items.iter().find(|it| it.dose.reps.is_some()).unwrap();
    let offset = (session.date - MONDAY).get_days();
    let before: Vec<i32> = (0..offset).step_by(3).collect();
    let mut story = red(&[offset], &[item.exercise.as_str()]);
    let calm = Story::of(before.iter().map(|it| good(*it, &["Y10"])).collect());
    story.sessions.splice(0..0, calm.sessions);
    story.follow_ups.splice(0..0, calm.follow_ups);
    let changes = adapted(&plan, &story, &[0], offset + 1).changes;
    let (dose, _) = &changes.doses[&item.exercise];
    let sets = changes.sets_held.get(&item.exercise).map_or(dose.sets, |it| u32::from(*it).min(dose.sets));
    assert!(dose.reps <= item.dose.reps && sets <= item.dose.sets, "{dose:?} after {:?}", item.dose);
}

/// What is asked of an exercise at most: sets, and repetitions of each.
fn asks(changes: &Changes, exercise: &ExerciseId) -> (u32, u32) {
    let (dose, _) = &changes.doses[exercise];
    let held = changes.sets_held.get(exercise).map_or(dose.sets, |it| u32::from(*it));
    (held.min(dose.sets), dose.reps.unwrap_or_default())
}

#[test]
fn sets_that_a_red_capped_come_back_only_after_a_session_of_which_nothing_is_untold() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    let lighter = plan.weeks().iter().find(|it| it.deload).unwrap();
    let mut tried = 0;
    for (session, item) in
        lighter.sessions.iter().flat_map(|session| session.items.iter().map(move |it| (session, it)))
    {
        let (offset, name) = ((session.date - MONDAY).get_days(), item.exercise.as_str());
        let before: Vec<i32> = (0..offset).step_by(3).collect();
        let after_it = |form: Option<u32>| {
            let mut story = red(&[offset], &[name]);
            // A morning alone: it does not stop the exercise.
            story.sessions[0].items[0].pain_max = Some(Nprs::try_from(2).unwrap());
            story.follow_ups[0].morning = Some(Nprs::try_from(5).unwrap());
            let mut well = good(offset + 2, &[name]);
            well.items[0].form_faults = form;
            let calm = before.iter().map(|it| good(*it, &["Y10"])).chain([well]).collect();
            let Story { sessions, follow_ups, .. } = Story::of(calm);
            story.sessions.extend(sessions);
            story.follow_ups.extend(follow_ups);
            asks(&adapted(&plan, &story, &[0], offset + 3).changes, &item.exercise)
        };
        let (untold, told) = (after_it(None), after_it(Some(0)));
        let had = (item.dose.sets, item.dose.reps.unwrap_or_default());
        assert!(untold.0 <= had.0 && untold.1 <= had.1, "{name}: {untold:?} after {had:?}");
        tried += usize::from(told > untold);
    }
    assert!(tried > 0, "nothing has more again once everything was told");
}

#[test]
fn what_has_been_in_a_week_with_fewer_sets_alone_begins_with_no_more_after_amber() {
    let person = Person::at(TrainingLevel::L2);
    let because = Reason::new("DP-33", Why::MinimumSession);
    let lighter = |deload: bool| crate::WeekChange {
        template_week: 1,
        deload: deload.then(|| because.clone()),
        aerobic_secs_max: None,
        because: Vec::new(),
    };
    let first = Changes { weeks: vec![lighter(true)], ..Changes::default() };
    let plan = person.next(&person.six_weeks(), day(0), &first);
    let monday = plan.weeks()[0].sessions.iter().find(|it| it.strength_name().is_some()).unwrap();
    let offset = (monday.date - MONDAY).get_days();
    let mut tried = 0;
    for item in monday.items.iter().filter(|it| it.role == crate::Role::Strength) {
        // No day to come has it, so that nothing says what it has on an ordinary one.
        let out = BTreeMap::from([(item.exercise.clone(), because.clone())]);
        let parent = person.next(&plan, day(offset + 1), &Changes { out, ..first.clone() });
        let mut story = Story::of(vec![good(offset, &[item.exercise.as_str()])]);
        story.sessions[0].items[0].sets.truncate(1);
        story.follow_ups[0].evening = Some(Nprs::try_from(4).unwrap());
        let mut changes = adapted(&parent, &story, &[0], offset + 1).changes;
        assert!(asks(&changes, &item.exercise) <= (1, item.dose.reps.unwrap_or_default()));
        changes.weeks = vec![lighter(false)];
        let next = person.next(&parent, day(offset + 1), &changes);
        let coming = next.weeks().iter().flat_map(|it| &it.sessions).filter(|it| it.date > monday.date);
        for it in coming.flat_map(|it| &it.items).filter(|it| it.exercise == item.exercise) {
            let (now, had) = (&it.dose, &item.dose);
            assert!(now.sets <= 1 && now.set_work() <= had.set_work(), "{now:?} after {had:?}");
            tried += 1;
        }
    }
    assert!(tried > 0, "nothing of it comes again");
}

#[test]
fn an_exercise_without_an_ordinary_day_to_come_keeps_its_dose_in_force() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let last = plan.weeks().last().unwrap();
    let first_day = last.sessions[0].date;
    let items = || last.sessions.iter().flat_map(|it| &it.items);
    let walk = items().find(|it| it.exercise == id("A01")).unwrap();
    let less = crate::Dose { duration_secs: Some(300), ..walk.dose.clone() };
    let because = Reason::new("DP-42", Why::MinimumSession);
    let to = first_day.saturating_add(6.days());
    let eased =
        Eased { from: first_day, to, percent: 70, content: Content::Planned, because: because.clone() };
    let doses = BTreeMap::from([(id("A01"), (less.clone(), because))]);
    let changes = Changes { doses, eased: vec![eased], ..Changes::default() };
    let next = person.next(&plan, first_day, &changes);
    assert_eq!(doses_in_force(&next)[&id("A01")], &less, "not what the weeks behind had");
}

#[test]
fn a_step_up_that_what_was_told_later_takes_back_leaves_no_more_than_before() {
    // Repetitions begin below the written range, so that the first step up is one of repetitions. It comes into force once
    // a new screen has found the person calmer.
    let calmer = Person::at(TrainingLevel::L2);
    let mut person = Person::at(TrainingLevel::L2);
    person.profile.irritability = Irritability::Moderate;
    let plan = person.six_weeks();
    let first_week = plan.weeks()[0].sessions.iter().flat_map(|it| &it.items);
    let with_sets = first_week.filter(|it| it.dose.reps.is_some() && it.dose.sets > 1);
    let doses: BTreeMap<&str, &crate::Dose> = with_sets.map(|it| (it.exercise.as_str(), &it.dose)).collect();
    let mut undone = 0;
    for (name, had) in doses {
        let mut story = Story::of([1, 3, 5].map(|it| good(it, &[name])).into());
        let up = adapted_for(&person, &plan, &story, (&[0], 7));
        let next = calmer.next(&plan, day(7), &up.changes);
        if doses_in_force(&next).get(&id(name)).is_none_or(|it| it.set_work() <= had.set_work()) {
            continue;
        }
        story.follow_ups.iter_mut().for_each(|it| it.morning = Some(Nprs::try_from(6).unwrap()));
        let back = adapted_for(&calmer, &next, &story, (&[0, 7], 8));
        assert!(back.changes.steps[&id(name)] <= 0, "{name}");
        let (dose, _) = &back.changes.doses[&id(name)];
        assert!(dose.set_work() <= had.set_work() && dose.sets <= had.sets, "{name}: {dose:?} after {had:?}");
        undone += 1;
    }
    assert!(undone > 0, "no exercise had more of itself after a step up");
}

#[test]
fn steps_back_make_no_walk_shorter_than_is_worth_the_while() {
    let least = pack().dosage.aerobic.session_minutes_min * 60;
    let lowered = |name: &str, secs: u32| {
        let dose = crate::Dose { sets: 1, duration_secs: Some(secs), ..crate::Dose::default() };
        let entry = &pack().exercises[&id(name)];
        dose.moved(entry, TrainingLevel::L1, -20, pack()).duration_secs.unwrap()
    };
    assert_eq!(lowered("A01", 600), least);
    assert_eq!(lowered("A01", least / 2), least / 2, "what was shorter before stays as it was");
    assert!(lowered("T01", 300) < least, "a position that is held may become as short as it has to be");
}

#[test]
fn the_gentle_form_of_an_eased_day_brings_nothing_harder_than_what_is_out_into_the_days_after_it() {
    let because = Reason::new("FL-03", Why::MinimumSession);
    for (level, week, out) in [(TrainingLevel::L2, 3, ["C01", "C03"]), (TrainingLevel::L3, 2, ["C02", "F10"])]
    {
        let person = Person::at(level);
        let plan = person.six_weeks();
        let (from, to) = (day(7 * week + 2), day(7 * week + 8));
        let eased = Eased { from, to, percent: 50, content: Content::Gentle, because: because.clone() };
        let behind = plan.weeks().iter().flat_map(|it| &it.sessions).filter(|it| it.date < from);
        let known: BTreeSet<&ExerciseId> = behind.flat_map(|it| &it.items).map(|it| &it.exercise).collect();
        let changes = Changes {
            out: out.map(|it| (id(it), because.clone())).into(),
            eased: vec![eased],
            ..Changes::default()
        };
        let next = person.next(&plan, from, &changes);
        let harder = |it: &ExerciseId| changes.out.keys().any(|out| pack().above(out).contains(it));
        let found = |eased: bool| {
            let sessions = next.weeks().iter().flat_map(|it| &it.sessions).filter(|it| it.date >= from);
            let items = sessions.filter(|it| it.eased.is_some() == eased).flat_map(|it| &it.items);
            let strength = items.filter(|it| it.role == crate::Role::Strength).map(|it| &it.exercise);
            strength.filter(|it| harder(it) && !known.contains(it)).collect::<BTreeSet<_>>()
        };
        assert!(!found(true).is_empty(), "{level}: no eased day has such a form, so that nothing is tried");
        assert!(found(false).is_empty(), "{level}: {:?} while {out:?} are out", found(false));
    }
}

#[test]
fn a_red_on_an_eased_day_does_not_lift_what_an_earlier_one_capped() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    // An easier one takes its place, so that its own dose goes no step back.
    let trained = |it: &ExerciseId| {
        pack().exercises[it].dose.get(&TrainingLevel::L2).is_some_and(|it| !it.warm_up_only)
    };
    let has_easier = |it: &crate::Item| pack().exercises[&it.exercise].easier.iter().any(trained);
    let suits =
        |it: &crate::Item| it.role == crate::Role::Strength && it.dose.reps.is_some() && has_easier(it);
    let because = Reason::new("DP-42", Why::MinimumSession);
    let mut tried = 0;
    let lighter = plan.weeks().iter().filter(|it| it.deload).flat_map(|it| &it.sessions);
    for (session, item) in lighter.flat_map(|session| session.items.iter().map(move |it| (session, it))) {
        let offset = (session.date - MONDAY).get_days();
        let (from, to) = (day(offset + 1), day(offset + 13));
        let eased = Eased { from, to, percent: 70, content: Content::Planned, because: because.clone() };
        let next = person.next(&plan, from, &Changes { eased: vec![eased], ..Changes::default() });
        let later = next.weeks().iter().flat_map(|it| &it.sessions).filter(|it| it.date >= from);
        let mut later = later.filter(|it| it.items.iter().any(|it| it.exercise == item.exercise));
        let Some(second) = later.next().filter(|it| suits(item) && it.eased.is_some()) else { continue };
        let days = [offset, (second.date - MONDAY).get_days()];
        let mut story = red(&days, &[item.exercise.as_str()]);
        // Until then all went well, so that nobody was away.
        let before: Vec<i32> = (0..offset).step_by(3).collect();
        let calm = Story::of(before.iter().map(|it| good(*it, &["Y10"])).collect());
        story.sessions.splice(0..0, calm.sessions);
        story.follow_ups.splice(0..0, calm.follow_ups);
        let changes = adapted(&next, &story, &[0, offset + 1], days[1] + 1).changes;
        let (dose, _) = &changes.doses[&item.exercise];
        let held = changes.sets_held.get(&item.exercise).map_or(dose.sets, |it| u32::from(*it));
        assert!(changes.instead.contains_key(&item.exercise));
        assert!(
            dose.reps <= item.dose.reps && held <= item.dose.sets,
            "{}: {held} sets of {dose:?} after {:?}",
            item.exercise,
            item.dose
        );
        tried += 1;
    }
    assert!(tried > 0, "no exercise of a lighter week comes again");
}

#[test]
fn what_is_only_a_warm_up_takes_no_place() {
    let plan = Person::at(TrainingLevel::L2).six_weeks();
    let easier = &pack().exercises[&id("G02")].easier;
    assert!(easier.iter().all(|it| pack().exercises[it].dose[&TrainingLevel::L2].warm_up_only), "{easier:?}");
    let changes = adapted(&plan, &red(&[1], &["G02"]), &[0], 2).changes;
    assert_eq!((changes.instead.get(&id("G02")), changes.steps[&id("G02")]), (None, -1));
}

#[test]
fn a_warm_up_that_hurt_gives_its_place_to_nothing_harder() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.six_weeks();
    let out = BTreeMap::from([(id("C01"), Reason::new("SN-05", Why::MinimumSession))]);
    let next = person.next(&plan, day(0), &Changes { out, ..Changes::default() });
    let items = next.weeks().iter().flat_map(|it| &it.sessions).flat_map(|it| &it.items);
    let warm_ups: BTreeSet<&ExerciseId> =
        items.filter(|it| it.role == crate::Role::WarmUp).map(|it| &it.exercise).collect();
    assert!(warm_ups.is_disjoint(&pack().above(&id("C01")).iter().collect()), "{warm_ups:?}");
}
