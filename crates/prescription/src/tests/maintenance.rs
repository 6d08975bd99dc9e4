//! The block behind the six weeks: what it keeps, how it walks on, and what the validator says about it.

use jiff::ToSpan;

use super::adapts::{Story, good};
use super::*;
use crate::adaptation::{Adapted, InForce, Screened, Told, Verdict, adapt, adapt_beyond};
use crate::planner::course::Past;
use crate::planner::{PlanError, plan_next_within};
use crate::{Changes, Problem, Reason, Role, SetLog, Week, WeekChange, Why};

impl Person {
    /// The block of maintenance behind a programme, with the first week held to so many aerobic seconds.
    fn maintained(&self, parent: &Prescription, aerobic_secs_max: Option<u32>) -> Prescription {
        let last = parent.weeks().last().unwrap().number;
        let from = parent.start().saturating_add((i32::from(last) * 7).days());
        self.begun_on(parent, from, aerobic_secs_max).unwrap()
    }

    fn begun_on(
        &self,
        parent: &Prescription,
        from: Date,
        secs: Option<u32>,
    ) -> Result<Prescription, PlanError> {
        let request = Request {
            template: "maintenance".to_owned(),
            start: parent.start(),
            parent: Some(parent.hash()),
        };
        let because = Reason::new("DP-23", Why::MinimumSession);
        let first = WeekChange {
            template_week: 1,
            deload: None,
            aerobic_secs_max: secs.map(|it| (it, because)),
            because: Vec::new(),
        };
        let changes = Changes { weeks: vec![first], ..Changes::default() };
        let past = (Past { parent, from }, &changes);
        plan_next_within(pack(), &self.constraints, self.input(), &request, past)
    }
}

fn aerobic_secs(week: &Week) -> u32 {
    let items = week.sessions.iter().flat_map(|it| &it.items);
    items.filter(|it| it.role == Role::Aerobic).map(|it| it.seconds).sum()
}

/// What the six weeks and two blocks behind them are refused for, if they are.
fn refused(name: &str, person: &Person) -> Option<String> {
    let six = person.plan("six-week");
    let first = person.maintained(&six, None);
    let second = person.maintained(&first, None);
    let found = |plan: &Prescription| plan.fell_back().then(|| format!("{name}: {:?}", plan.violations()));
    found(&first).or_else(|| found(&second))
}

fn nobody_is_refused(people: impl IntoIterator<Item = (String, Person)>) {
    let found: Vec<String> = people.into_iter().filter_map(|(name, it)| refused(&name, &it)).collect();
    assert!(found.is_empty(), "{} refused:\n{}", found.len(), found.join("\n"));
}

fn everyone(change: impl Fn(Person) -> Person) -> Vec<(String, Person)> {
    let tags = std::iter::once(None).chain(Tag::ALL.iter().map(Some));
    let all = TrainingLevel::ALL.iter().flat_map(|level| tags.clone().map(move |tag| (level, tag)));
    all.map(|(level, tag)| {
        let tags: Vec<Tag> = tag.into_iter().copied().collect();
        (format!("{level} {tag:?}"), change(Person::at(*level).tagged(&tags)))
    })
    .collect()
}

#[test]
fn two_blocks_behind_the_six_weeks_pass_for_every_level_and_tag() {
    nobody_is_refused(everyone(|it| it));
    nobody_is_refused(everyone(Person::bare));
}

#[test]
fn they_pass_with_days_kept_free_little_time_and_easily_stirred_symptoms() {
    nobody_is_refused(everyone(|it| it.with(|has| has.blocked_days = [2, 4, 6].into())));
    nobody_is_refused(everyone(|it| it.with(|has| has.minutes_a_day = Some(15))));
    nobody_is_refused(everyone(|it| it.with(|has| has.irritability = Irritability::High)));
    nobody_is_refused(everyone(|it| it.with(|has| has.stage = Stage::SymptomModulation)));
    nobody_is_refused(everyone(|it| it.with(|has| has.walking_tolerance_minutes = Some(10))));
}

#[test]
fn it_has_two_strength_sessions_a_week_and_says_when_to_check_in() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.maintained(&person.plan("six-week"), None);
    assert_eq!((plan.block_from(), plan.block_start()), (7, MONDAY.saturating_add(42.days())));
    let numbers: Vec<u8> = plan.block().map(|it| it.number).collect();
    assert_eq!(numbers, [7, 8, 9, 10, 11, 12]);
    for week in plan.block() {
        let strength = week.sessions.iter().filter(|it| it.strength_name().is_some()).count();
        assert_eq!(strength, 2, "{}", outline(&plan));
    }
    let second = person.maintained(&plan, None);
    let checked: Vec<u8> = second
        .weeks()
        .iter()
        .filter(|it| it.checks.iter().any(|it| it == "month-3"))
        .map(|it| it.number)
        .collect();
    assert_eq!(checked, [14], "23 February 2027 lies in the fourteenth week");
}

#[test]
fn walking_rises_to_thirty_minutes_on_five_days_and_no_faster_than_a_tenth() {
    let person = Person::at(TrainingLevel::L2);
    let six = person.plan("six-week");
    let plan = person.maintained(&person.maintained(&six, None), None);
    let secs: Vec<u32> = plan.weeks().iter().map(aerobic_secs).collect();
    assert_eq!(secs.last(), Some(&(5 * 30 * 60)), "{secs:?}");
    let full: Vec<u32> = plan.weeks().iter().filter(|it| !it.deload).map(aerobic_secs).collect();
    for three in full.windows(3) {
        assert!(three[2] * 10 <= three[0].max(three[1]) * 11, "{secs:?}");
    }
    // A week that was not done keeps the minutes where they were.
    let held = person.maintained(&six, Some(secs[5]));
    assert!(aerobic_secs(&held.weeks()[6]) <= secs[5], "{}", outline(&held));
}

#[test]
fn what_stood_in_a_place_stays_and_no_step_comes_unearned() {
    let person = Person::at(TrainingLevel::L2);
    // Whoever never got beyond the first weeks: everything after them followed week 1.
    let mut slow = person.plan("six-week");
    let first: Vec<_> = slow.weeks[0].sessions.clone();
    for week in &mut slow.weeks[1..] {
        let days = (i32::from(week.number) - 1) * 7;
        week.sessions = first.clone();
        week.sessions.iter_mut().for_each(|it| it.date = it.date.saturating_add(days.days()));
    }
    let plan = person.maintained(&slow, None);
    assert!(!plan.fell_back(), "{:?}", plan.violations());
    let has = |name: &str| {
        plan.block().flat_map(|it| &it.sessions).flat_map(|it| &it.items).any(|it| it.exercise == id(name))
    };
    assert!(has("C02") && has("F01"), "{}", outline(&plan));
    for step in ["C08", "C09", "C10", "F02", "F08", "F04", "C05", "C06"] {
        assert!(!has(step), "{step} was not earned\n{}", outline(&plan));
    }
}

#[test]
fn without_a_programme_behind_it_there_is_nothing_to_keep() {
    let person = Person::at(TrainingLevel::L2);
    let alone = Request { template: "maintenance".to_owned(), start: MONDAY, parent: None };
    let made = crate::planner::plan_within(pack(), &person.constraints, person.input(), &alone);
    assert_eq!(made, Err(PlanError::NothingToKeep("maintenance".to_owned())));
    let week = person.plan("seven-day");
    let from = MONDAY.saturating_add(7.days());
    assert!(person.begun_on(&week, from, None).is_err(), "seven days are no programme to keep");
}

#[test]
fn a_raised_dose_is_refused_against_the_weeks_behind_the_border() {
    let person = Person::at(TrainingLevel::L2);
    let plan = person.maintained(&person.plan("six-week"), None);
    assert_eq!(person.validate(&plan), Vec::new());
    let raised = |breaks: &dyn Fn(&mut crate::Item)| -> Vec<Problem> {
        let mut bad = plan.clone();
        let week = bad.weeks.iter_mut().find(|it| it.number == 7).unwrap();
        for session in &mut week.sessions {
            for item in &mut session.items {
                let before = item.seconds;
                breaks(item);
                session.seconds = session.seconds + item.seconds - before;
            }
        }
        person.validate(&bad).into_iter().map(|it| it.problem).collect()
    };
    let longer = raised(&|it| {
        if it.role == Role::Aerobic {
            it.dose.duration_secs = it.dose.duration_secs.map(|_| 30 * 60);
            it.seconds = 30 * 60;
        }
    });
    assert!(longer.contains(&Problem::AerobicRise), "{longer:?}");
    let beyond = raised(&|it| {
        if it.role == Role::Aerobic {
            it.dose.duration_secs = it.dose.duration_secs.map(|_| 31 * 60);
            it.seconds = 31 * 60;
        }
    });
    assert!(beyond.contains(&Problem::TooMuch), "{beyond:?}");
    let sets = raised(&|it| {
        if it.role == Role::Strength {
            it.dose.sets += 4;
        }
    });
    assert!(sets.contains(&Problem::SetsRise) && sets.contains(&Problem::TooMuch), "{sets:?}");
}

#[test]
fn a_programme_of_one_level_may_be_kept_at_another() {
    for (was, is) in [(TrainingLevel::L1, TrainingLevel::L2), (TrainingLevel::L2, TrainingLevel::L1)] {
        let six = Person::at(was).plan("six-week");
        let plan = Person::at(is).maintained(&six, None);
        assert!(!plan.fell_back(), "{was} {is}: {:?}\n{}", plan.violations(), outline(&plan));
    }
}

/// The days on which the six weeks and the first block have a session, told as if all had gone well. Walks are told in
/// full, so that minutes may rise.
fn told(plan: &Prescription, days: impl Fn(i32) -> bool) -> Story {
    let mut sessions = Vec::new();
    for session in plan.weeks().iter().flat_map(|it| &it.sessions) {
        let day = (session.date - plan.start()).get_days();
        if !days(day) || session.items.is_empty() {
            continue;
        }
        let names: Vec<&str> = session.items.iter().map(|it| it.exercise.as_str()).collect();
        let mut log = good(day, &names);
        log.part = session.part;
        for (told, item) in log.items.iter_mut().zip(&session.items) {
            let sets = item.dose.by_set().into_iter();
            told.sets = sets.map(|it| SetLog { prescribed: it, done: it, stopped: None }).collect();
        }
        sessions.push(log);
    }
    Story::of(sessions)
}

/// What follows on a day from what was told, with a full screen on day 40.
fn judged(plan: &Prescription, story: &Story, as_of: i32, beyond: bool) -> Adapted {
    let screened = Screened { date: plan.start().saturating_add(40.days()), after_sessions: true };
    let in_force = InForce { prescription: plan, decided: &[MONDAY], screened };
    let told = Told { sessions: &story.sessions, follow_ups: &story.follow_ups, ..Told::default() };
    let as_of = plan.start().saturating_add(as_of.days());
    let profile = Person::at(TrainingLevel::L2).profile;
    let verdict = if beyond {
        assert_eq!(adapt(pack(), &profile, in_force, told, as_of), Verdict::BlockDone);
        adapt_beyond(pack(), &profile, in_force, told, as_of)
    } else {
        adapt(pack(), &profile, in_force, told, as_of)
    };
    match verdict {
        Verdict::GoesOn(adapted) => *adapted,
        other @ (Verdict::Halted(_) | Verdict::BlockDone) => panic!("it should go on: {other:?}"),
    }
}

/// The plan that follows.
fn next(plan: &Prescription, adapted: &Adapted) -> Prescription {
    let person = Person::at(TrainingLevel::L2);
    let request =
        Request { template: "maintenance".to_owned(), start: plan.start(), parent: Some(plan.hash()) };
    let past = (Past { parent: plan, from: adapted.from }, &adapted.changes);
    let made = plan_next_within(pack(), &person.constraints, person.input(), &request, past).unwrap();
    assert!(!made.fell_back(), "{:?}\n{}", made.violations(), outline(&made));
    made
}

fn rules(adapted: &Adapted) -> BTreeSet<&str> {
    adapted.decisions.iter().map(|it| it.rule.as_str()).collect()
}

#[test]
fn the_first_week_carries_what_the_sessions_changed() {
    let person = Person::at(TrainingLevel::L2);
    let six = person.plan("six-week");
    let mut story = told(&six, |_| true);
    // In the last week the row hurt much: it is out, and stays out over the border.
    let last = story.sessions.iter_mut().rev().find(|it| it.items.iter().any(|it| it.exercise == id("F11")));
    let row = last.unwrap().items.iter_mut().find(|it| it.exercise == id("F11")).unwrap();
    row.pain_max = Some(8.try_into().unwrap());
    let adapted = judged(&six, &story, 42, true);
    assert!(adapted.changes.out.contains_key(&id("F11")) && rules(&adapted).contains("SN-05"));
    let plan = next(&six, &adapted);
    let first = &plan.weeks()[6];
    assert!(first.sessions.iter().flat_map(|it| &it.items).all(|it| it.exercise != id("F11")));
    // Of what was done every day the dose is the one in force.
    let (dose, _) = &adapted.changes.doses[&id("G02")];
    let planned = first.sessions.iter().flat_map(|it| &it.items).find(|it| it.exercise == id("G02")).unwrap();
    assert!(planned.dose.sets <= dose.sets && planned.dose.reps <= dose.reps);
    assert_eq!(plan.parent(), Some(six.hash().as_str()));
}

#[test]
fn nothing_told_of_the_last_week_holds_the_minutes() {
    let six = Person::at(TrainingLevel::L2).plan("six-week");
    let before = aerobic_secs(&six.weeks()[5]);
    let full = next(&six, &judged(&six, &told(&six, |_| true), 42, true));
    assert!(aerobic_secs(&full.weeks()[6]) > before, "a week that was done lets minutes rise");
    let adapted = judged(&six, &told(&six, |day| day < 36), 42, true);
    assert!(rules(&adapted).contains("DP-23"), "{:?}", rules(&adapted));
    assert!(aerobic_secs(&next(&six, &adapted).weeks()[6]) <= before);
    // After more than a week away it is the week before, and a lighter one (DP-34).
    let away = judged(&six, &told(&six, |day| day < 33), 42, true);
    assert!(rules(&away).contains("DP-34"), "{:?}", rules(&away));
    let plan = next(&six, &away);
    assert!(aerobic_secs(&plan.weeks()[6]) <= aerobic_secs(&six.weeks()[3]));
    assert!(plan.weeks()[6].deload);
}

#[test]
fn a_flare_in_maintenance_is_eased_and_leads_back_by_a_lighter_week() {
    let six = Person::at(TrainingLevel::L2).plan("six-week");
    let plan = next(&six, &judged(&six, &told(&six, |_| true), 42, true));
    let mut story = told(&plan, |day| day < 58);
    let flare = story.sessions.iter_mut().find(|it| it.date == MONDAY.saturating_add(57.days())).unwrap();
    flare.events.insert(model::LifeEvent::Flare);
    let relief = judged(&plan, &story, 58, false);
    assert_eq!(relief.changes.eased[0].because.rule, "FL-02");
    let made = next(&plan, &relief);
    let here = |it: &&crate::Session| it.date == MONDAY.saturating_add(58.days());
    let session = made.weeks().iter().flat_map(|it| &it.sessions).find(here).unwrap();
    assert_eq!(session.kind, crate::SessionKind::Relief);
    // It settles: gentle days, days at three quarters, a lighter week, and then as before.
    let mut settled = told(&plan, |day| day < 67);
    let flare = settled.sessions.iter_mut().find(|it| it.date == MONDAY.saturating_add(57.days())).unwrap();
    flare.events.insert(model::LifeEvent::Flare);
    let back = judged(&plan, &settled, 67, false);
    assert!(back.changes.eased.is_empty(), "the flare is over: {:?}", back.changes.eased);
    assert!(rules(&back).contains("FL-04"));
    let made = next(&plan, &back);
    let week = &made.weeks()[9];
    assert!(week.deload && aerobic_secs(week) <= aerobic_secs(&plan.weeks()[7]), "{}", outline(&made));
    assert_eq!((made.block_from(), made.weeks().len()), (7, 12));
    assert!(made.weeks()[10].eased.is_empty(), "the week after is as before");
}
