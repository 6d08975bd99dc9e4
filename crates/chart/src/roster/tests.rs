//! Each reason why a member needs somebody, and when it is none; and that a card does not depend on how its chart came in.

use super::*;
use crate::{
    Acknowledgement, AdverseEvent, Alarm, Asked, Author, Consent, Decision, FORM, Message, Role, read, replay,
};
use assessment::{Attested, ClinicianReply, Verdict};
use jiff::ToSpan;
use jiff::civil::date;
use knowledge::Locale;
use model::{Answer, ExerciseId, Given, Leg, Nprs, QuestionKey, TriageLevel};
use prescription::{FollowUp, ItemLog, SESSION_FORM, SessionLog, SetLog};
use std::cmp::Reverse;
use uuid::Uuid;

const EXAMPLE: &str = include_str!("../../../../examples/office-worker-58.toml");
const GOLDEN: [&str; 3] = [
    include_str!("../../tests/golden/charts/goes-well.ndjson"),
    include_str!("../../tests/golden/charts/hurts.ndjson"),
    include_str!("../../tests/golden/charts/says-little.ndjson"),
];
/// The day of the screen; the programme begins on the day after it, a Monday.
const SCREENED: Date = date(2026, 11, 22);

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A day of the programme, counted from 0.
fn day(offset: i32) -> Date {
    SCREENED.saturating_add((offset + 1).days())
}

fn at(offset: i32, hour: u8) -> jiff::Timestamp {
    format!("{}T{hour:02}:00:00Z", day(offset)).parse().unwrap()
}

/// A chart that grows by an entry at ten o'clock.
#[derive(Clone, Default)]
struct Chart(Vec<Entry>);

impl Chart {
    fn add(&mut self, role: Role, offset: i32, body: Body) -> Uuid {
        let number = self.0.len() as u64 + 1;
        let id = Uuid::from_u128(u128::from(number));
        self.0.push(Entry {
            form: FORM,
            id,
            author: Author { account: "invented".to_owned(), role, proxy_for: None },
            occurred_at: at(offset, 10),
            recorded_at: None,
            seq: Some(number),
            supersedes: None,
            asked: None,
            body,
        });
        id
    }

    fn last(&mut self) -> &mut Entry {
        self.0.last_mut().unwrap()
    }

    fn with(mut self, role: Role, offset: i32, body: Body) -> Self {
        self.add(role, offset, body);
        self
    }

    fn acknowledged(self, by: Role, of: Uuid) -> Self {
        let done = "Called.".to_owned();
        self.with(by, 6, Body::Acknowledgement(Acknowledgement { of, done }))
    }

    fn card(&self) -> Card {
        Card::of(pack(), &self.0)
    }

    /// The needs on a day of the programme.
    fn needs(&self, offset: i32) -> Vec<Need> {
        self.card().needs(pack(), day(offset))
    }
}

fn intake(on: Date) -> Body {
    let text = EXAMPLE.replacen("date = 2026-11-20", &format!("date = {on}"), 1);
    Body::Intake(assessment::intake::read(pack(), text.as_bytes(), on).unwrap())
}

/// A screen of the day before the programme with these answers.
fn answered(answers: &[(&str, Given)]) -> Body {
    let mut body = intake(SCREENED);
    if let Body::Intake(it) = &mut body {
        it.answers.extend(answers.iter().map(|(word, given)| (key(word), given.clone())));
    }
    body
}

/// The decision that begins a programme of a week, or goes on with it, with sessions on these days.
fn decision(parent: bool, as_of: i32, days: &[i32]) -> Body {
    Body::Decision(Decision {
        prescription: "invented".to_owned(),
        parent: parent.then(|| "invented".to_owned()),
        knowledge: "invented".to_owned(),
        engine: "invented".to_owned(),
        read_seq: 0,
        template: "six-week".to_owned(),
        as_of: day(as_of),
        start: day(0),
        planned: days.iter().map(|it| format!("{}.1 Strength(\"A\") C01 8+8", day(*it))).collect(),
    })
}

fn screened() -> Chart {
    Chart::default().with(Role::Member, -1, intake(SCREENED))
}

/// Screened, with three sessions a week for two weeks.
fn running() -> Chart {
    screened().with(Role::Engine, -1, decision(false, -1, &[0, 2, 4, 7, 9, 11]))
}

fn pain(value: i64) -> Option<Nprs> {
    Nprs::try_from(value).ok()
}

fn key(word: &str) -> QuestionKey {
    QuestionKey::try_from(word).unwrap()
}

fn yes_no(yes: bool) -> Given {
    Given::Answered(Answer::YesNo(yes))
}

fn events(names: &[&str]) -> Given {
    Given::Answered(Answer::Multi(names.iter().map(|it| (*it).to_owned()).collect()))
}

/// A session with this pain at its worst, from 2 at the start.
fn session(offset: i32, worst: i64) -> SessionLog {
    let set = SetLog { prescribed: 8, done: 8, stopped: None };
    SessionLog {
        form: SESSION_FORM,
        date: day(offset),
        part: 1,
        answers: [(key("micro_neuro"), yes_no(false)), (key("micro_unwell"), yes_no(false))].into(),
        pain_before: pain(2),
        leg_before: Some(Leg::None),
        leg_after: Some(Leg::None),
        effort: 5.try_into().ok(),
        items: vec![ItemLog {
            exercise: ExerciseId::try_from("C01").unwrap(),
            sets: vec![set],
            pain_max: pain(worst),
            effort: 5.try_into().ok(),
            form_faults: Some(0),
        }],
        events: [].into(),
    }
}

fn done(offset: i32, worst: i64) -> Body {
    Body::Session(session(offset, worst))
}

fn alarm(offset: i32, names: &[&str]) -> Body {
    let answers = [
        (key("micro_neuro"), yes_no(false)),
        (key("micro_unwell"), yes_no(false)),
        (key("stop_event"), events(names)),
    ];
    Body::Alarm(Alarm { date: day(offset), answers: answers.into() })
}

fn message(text: &str) -> Body {
    Body::Message(Message { text: text.to_owned() })
}

fn reply(on: Date, (rule, verdict): (&str, Verdict), expires: Option<Date>) -> Body {
    Body::ClinicianReply(ClinicianReply {
        reply: Attested {
            who: "Invented".to_owned(),
            profession: "family doctor".to_owned(),
            date: on,
            rules: [rule.to_owned()].into(),
            verdict,
            limits: String::new(),
            tags: [].into(),
            effort_cap: None,
            expires,
        },
        registration: "invented register 1".to_owned(),
    })
}

fn an_alarm(level: TriageLevel, offset: i32, entry: Uuid) -> Need {
    let hours = match level {
        TriageLevel::Emergency => 1,
        TriageLevel::Urgent => 4,
        TriageLevel::SeeClinician | TriageLevel::Incomplete | TriageLevel::Caution | TriageLevel::Ok => 24,
    };
    Need::Alarm {
        level: Reverse(level),
        due: at(offset, 10) + hours.hours(),
        occurred_at: at(offset, 10),
        entry,
    }
}

fn held(level: TriageLevel) -> Need {
    Need::Held { level: Reverse(level) }
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

#[test]
fn whoever_is_on_their_way_needs_nobody() {
    let chart = running().with(Role::Member, 0, done(0, 2));
    assert_eq!(chart.needs(0), []);
    assert_eq!(chart.needs(3), []);
    let card = chart.card();
    assert_eq!((card.intake_on, card.last_session_on), (Some(SCREENED), Some(day(0))));
    assert_eq!(card.screen_due_on, Some(SCREENED.saturating_add(42.days())));
    assert_eq!((card.last_seq, card.as_of, card.held), (3, Some(day(0)), None));
}

#[test]
fn an_empty_chart_and_one_without_an_intake_are_not_screened() {
    assert_eq!(Chart::default().needs(0), [Need::NotScreened]);
    let note = Chart::default().with(Role::Coach, 0, Body::Note("Likes mornings.".to_owned()));
    assert_eq!(note.needs(0), [Need::NotScreened]);
    // A screen of a day that cannot have come is none.
    let later = Chart::default().with(Role::Member, 0, intake(day(30)));
    assert_eq!(later.needs(0), [Need::NotScreened]);
    assert!(!running().needs(0).contains(&Need::NotScreened));
}

#[test]
fn an_alarm_is_on_the_roster_until_it_is_acknowledged_and_the_lock_stays() {
    let chart = running().with(Role::Member, 5, alarm(5, &["saddle_bladder_legs"]));
    let emergency = TriageLevel::Emergency;
    assert_eq!(chart.needs(5), [an_alarm(emergency, 5, id(3)), held(emergency)]);
    assert!(chart.card().held.unwrap().by.contains("SN-02"));
    // The member's own word takes nothing off.
    assert_eq!(chart.clone().acknowledged(Role::Member, id(3)).needs(6), chart.needs(5));
    assert_eq!(chart.acknowledged(Role::Coach, id(3)).needs(6), [held(emergency)]);
}

#[test]
fn a_corrected_emergency_stays_on_the_roster_and_locked() {
    let mut chart = running().with(Role::Member, 5, alarm(5, &["chest_faint_breathless"]));
    chart.add(Role::Member, 5, alarm(5, &[]));
    chart.last().supersedes = Some(id(3));
    let alarms = [
        an_alarm(TriageLevel::Emergency, 5, id(3)),
        an_alarm(TriageLevel::Incomplete, 5, id(4)),
        held(TriageLevel::Emergency),
    ];
    assert_eq!(chart.needs(5), alarms);
    let chart = chart.acknowledged(Role::Coach, id(3)).acknowledged(Role::Coach, id(4));
    assert_eq!(chart.needs(6), [held(TriageLevel::Emergency)]);
}

#[test]
fn an_alarm_in_which_nothing_was_found_still_needs_somebody_who_asks() {
    let chart = running().with(Role::Member, 5, alarm(5, &[]));
    assert_eq!(chart.needs(5), [an_alarm(TriageLevel::Incomplete, 5, id(3))]);
}

#[test]
fn a_session_that_stopped_at_urgent_or_above_is_an_alarm_and_a_quiet_one_is_none() {
    let mut log = session(0, 2);
    log.answers.insert(key("stop_event"), events(&["tearing_pain"]));
    let chart = running().with(Role::Member, 0, Body::Session(log.clone()));
    let emergency = TriageLevel::Emergency;
    assert_eq!(chart.needs(0), [an_alarm(emergency, 0, id(3)), held(emergency)]);
    log.answers.insert(key("stop_event"), events(&["dizzy_nausea"]));
    let chart = running().with(Role::Member, 0, Body::Session(log));
    assert_eq!(chart.card().alarms, []);
}

#[test]
fn a_screen_that_comes_to_urgent_or_above_is_an_alarm_until_it_is_acknowledged() {
    for (word, given, level, rule) in [
        ("ces_saddle", yes_no(true), TriageLevel::Emergency, "RF-02"),
        ("both_legs_pain_new", yes_no(true), TriageLevel::Urgent, "RF-06"),
        ("ces_bladder", Given::Unsure, TriageLevel::Urgent, "ces_bladder"),
    ] {
        let mut chart = Chart::default().with(Role::Member, -1, answered(&[(word, given)]));
        assert_eq!(chart.needs(0), [an_alarm(level, -1, id(1)), held(level)]);
        assert!(chart.card().held.unwrap().by.contains(rule), "{word}");
        // A correction and the next full screen take it off no more than they unlock.
        chart.add(Role::Member, -1, intake(SCREENED));
        chart.last().supersedes = Some(id(1));
        assert_eq!(chart.needs(0), [an_alarm(level, -1, id(1)), held(level)]);
        chart.add(Role::Member, 5, intake(day(5)));
        assert_eq!(chart.needs(5), [an_alarm(level, -1, id(1)), held(level)]);
        assert_eq!(chart.clone().acknowledged(Role::Member, id(1)).needs(6), chart.needs(5));
        assert_eq!(chart.acknowledged(Role::Coach, id(1)).needs(6), [held(level)]);
    }
}

#[test]
fn an_emergency_that_was_called_a_mistake_locks_no_more_and_still_somebody_asks() {
    let mut chart = Chart::default().with(Role::Member, -1, answered(&[("ces_saddle", yes_no(true))]));
    chart.add(Role::Member, -1, intake(SCREENED));
    let Body::Intake(again) = &chart.last().body else { panic!("a screen was added") };
    let asked = Asked::of(pack(), Locale::En, again).with_mistaken([(key("ces_saddle"), yes_no(true))]);
    chart.last().asked = Some(asked);
    chart.last().supersedes = Some(id(1));
    assert_eq!(chart.card().held, None);
    assert_eq!(chart.needs(0), [an_alarm(TriageLevel::Emergency, -1, id(1)), Need::NoProgramme]);
    assert_eq!(chart.acknowledged(Role::Coach, id(1)).needs(6), [Need::NoProgramme]);
}

#[test]
fn a_screen_below_urgent_and_one_with_open_questions_are_no_alarm() {
    assert_eq!(screened().card().alarms, []);
    let mut open = intake(SCREENED);
    if let Body::Intake(it) = &mut open {
        it.answers.remove(&key("ces_saddle"));
    }
    let open = Chart::default().with(Role::Member, -1, open);
    assert_eq!(open.needs(0), [held(TriageLevel::Incomplete)]);
    let signs = Given::Answered(Answer::Multi(["gait".to_owned()].into()));
    let see = Chart::default().with(Role::Member, -1, answered(&[("cord_signs", signs)]));
    assert_eq!(see.needs(0), [held(TriageLevel::SeeClinician)]);
}

#[test]
fn of_somebody_who_was_not_screened_every_alarm_is_urgent_at_least() {
    let alarms = |names: &[&str]| Chart::default().with(Role::Member, 0, alarm(0, names)).needs(0);
    assert_eq!(alarms(&["fall"]), [an_alarm(TriageLevel::Urgent, 0, id(1)), Need::NotScreened]);
    assert_eq!(alarms(&["tearing_pain"])[0], an_alarm(TriageLevel::Emergency, 0, id(1)));
}

#[test]
fn what_holds_is_said_with_what_made_it() {
    let mut log = session(0, 2);
    log.answers.insert(key("micro_neuro"), yes_no(true));
    let chart = running().with(Role::Member, 0, Body::Session(log));
    assert_eq!(chart.needs(0), [held(TriageLevel::Incomplete)], "a yes before a session halts it (RF-41)");
    assert_eq!(chart.card().held.unwrap().by, ["RF-41".to_owned()].into());
    let no = reply(day(0), ("PP-02", Verdict::NotOk), None);
    let chart = running().with(Role::Clinician, 0, no);
    assert_eq!(chart.needs(0), [held(TriageLevel::SeeClinician)]);
    assert_eq!(chart.card().held.unwrap().by, ["RF-46".to_owned()].into());
    assert_eq!(running().card().held, None);
}

#[test]
fn a_message_waits_until_somebody_who_could_have_read_it_answers() {
    let chart = running().with(Role::Member, 0, message("May I swim?"));
    let waits = [Need::Message { occurred_at: at(0, 10), entry: id(3) }];
    assert_eq!(chart.needs(0), waits);
    assert_eq!(chart.clone().with(Role::Coach, 1, message("Yes.")).needs(1), []);
    assert_eq!(chart.clone().acknowledged(Role::Coach, id(3)).needs(6), []);
    // What the coach wrote earlier is no answer, nor is what the member adds, nor what a coach typed for the member.
    assert_eq!(chart.clone().with(Role::Coach, -1, message("Welcome.")).needs(0), waits);
    assert_eq!(chart.clone().with(Role::Member, 1, message("Today?")).card().messages.len(), 2);
    let mut typed = chart.clone().with(Role::Coach, 1, message("Can I swim?"));
    typed.last().author.proxy_for = Some("invented".to_owned());
    assert_eq!(typed.card().messages.len(), 2);
    // An answer from before the message came in from a device without network was an answer to something else.
    let mut late = chart;
    late.last().recorded_at = Some(at(3, 10));
    assert_eq!(late.with(Role::Coach, 1, message("How are you?")).needs(1), waits);
}

#[test]
fn harm_waits_until_it_is_acknowledged_and_the_serious_comes_first() {
    let event = |serious: bool| {
        let what = "Slipped off the step.".to_owned();
        Body::AdverseEvent(AdverseEvent { date: day(0), what, serious, in_session: None, incident: None })
    };
    let chart = running().with(Role::Coach, 0, event(false)).with(Role::Coach, 0, event(true)).with(
        Role::Member,
        0,
        message("I fell."),
    );
    let need = |serious: bool, entry| Need::AdverseEvent { serious: Reverse(serious), on: day(0), entry };
    assert_eq!(chart.needs(0)[..2], [need(true, id(4)), need(false, id(3))]);
    let chart = chart.acknowledged(Role::Clinician, id(4)).acknowledged(Role::Coach, id(3));
    assert_eq!(chart.card().adverse_events, []);
}

#[test]
fn harm_is_counted_once_whether_dealt_with_or_not_and_said_for_a_hundred_sessions() {
    let event = |serious: bool| {
        let what = "Slipped off the step.".to_owned();
        Body::AdverseEvent(AdverseEvent { date: day(0), what, serious, in_session: None, incident: None })
    };
    assert_eq!(running().card().harm.tenths_per_hundred(), None, "no session, no rate");
    let chart = running().with(Role::Member, 0, event(false)).with(Role::Coach, 0, event(true));
    let chart = chart.acknowledged(Role::Member, id(3)).acknowledged(Role::Coach, id(4));
    let chart = chart.with(Role::Member, 0, done(0, 2)).with(Role::Member, 2, done(2, 2));
    let count = chart.card().harm;
    assert_eq!(count, HarmCount { events: 2, serious: 1, sessions: 2 });
    assert_eq!(count.tenths_per_hundred(), Some(1000), "100.0 in a hundred sessions");
    let three = HarmCount { events: 1, serious: 0, sessions: 1 };
    assert_eq!(count.with(three), HarmCount { events: 3, serious: 1, sessions: 3 });
    assert_eq!(
        HarmCount { events: 1, serious: 0, sessions: 600 }.tenths_per_hundred(),
        Some(2),
        "0.1666… is 0.2"
    );
    let dealt = |entry| harm(&chart.0).into_iter().find(|it| it.entry == entry).unwrap().dealt;
    assert!(dealt(id(4)).is_some());
    assert_eq!(dealt(id(3)), None, "a member deals with nothing");
}

#[test]
fn a_red_session_waits_until_one_that_says_how_it_is_was_not_red() {
    let chart = running().with(Role::Member, 0, done(0, 8));
    let red = [Need::Red { on: day(0) }];
    assert_eq!(chart.needs(1), red);
    // The next one says nothing of the pain.
    let mut silent = session(2, 2);
    silent.items[0].pain_max = None;
    assert_eq!(chart.clone().with(Role::Member, 2, Body::Session(silent)).needs(2), red);
    let told = FollowUp { session: day(2), told: day(3), evening: pain(2), morning: pain(2), sleep: None };
    let better = chart.clone().with(Role::Member, 2, done(2, 2)).with(Role::Member, 3, Body::FollowUp(told));
    assert_eq!(better.needs(3), []);
    assert_eq!(better.card().red.unwrap().on, day(0));
    assert_eq!(chart.acknowledged(Role::Coach, id(3)).needs(6), []);
}

#[test]
fn nothing_told_for_a_week_in_which_sessions_were_due_needs_somebody() {
    assert_eq!(running().needs(6), []);
    assert_eq!(running().needs(7), [Need::NoLog { since: day(0) }]);
    let once = running().with(Role::Member, 2, done(2, 2));
    assert_eq!(once.needs(8), []);
    assert_eq!(once.needs(9), [Need::NoLog { since: day(2) }]);
    // No session was due in that week.
    let rests =
        screened().with(Role::Engine, -1, decision(false, -1, &[0, 12])).with(Role::Member, 0, done(0, 2));
    assert_eq!(rests.needs(10), []);
    // Where the decision did not keep its days, nobody can say that none was due.
    let old = screened().with(Role::Engine, -1, decision(false, -1, &[]));
    assert_eq!(old.needs(7), [Need::NoLog { since: day(0) }]);
}

#[test]
fn a_full_screen_is_due_after_six_weeks_and_after_a_gap() {
    let weeks: Vec<i32> = (0..60).step_by(2).collect();
    let mut chart = screened().with(Role::Engine, -1, decision(false, -1, &weeks));
    for offset in (0..42).step_by(2) {
        chart.add(Role::Member, offset, done(offset, 2));
    }
    // The measures of week 3 were never told (OM-30).
    let measures = Need::MeasuresDue { since: day(21) };
    assert_eq!(chart.needs(20), []);
    assert_eq!(chart.needs(40), std::slice::from_ref(&measures));
    assert_eq!(chart.needs(41), [Need::RetestDue { on: day(41) }, measures]);
    let gap = running().with(Role::Member, 2, done(2, 2));
    assert!(!gap.needs(15).contains(&Need::RetestDue { on: day(16) }));
    assert!(gap.needs(16).contains(&Need::RetestDue { on: day(16) }));
}

#[test]
fn a_clearance_that_runs_out_is_said_ahead_and_afterwards() {
    let text = EXAMPLE.replacen("date = 2026-11-20", &format!("date = {SCREENED}"), 1);
    let text = text.replacen("both_legs_pain_new = false", "both_legs_pain_new = true", 1);
    let intake = assessment::intake::read(pack(), text.as_bytes(), SCREENED).unwrap();
    // What it came to was an alarm, and somebody has dealt with it.
    let seen = Body::Acknowledgement(Acknowledgement { of: id(1), done: "Asked her doctor.".to_owned() });
    let cleared = |expires| {
        Chart::default()
            .with(Role::Member, -1, Body::Intake(intake.clone()))
            .with(Role::Clinician, 0, reply(day(0), ("RF-06", Verdict::Ok), expires))
            .with(Role::Engine, 0, decision(false, 0, &[20]))
            .with(Role::Member, 3, done(3, 2))
            .with(Role::Coach, 3, seen.clone())
    };
    let chart = cleared(Some(day(18)));
    assert_eq!(chart.card().clearance_until, Some(day(18)));
    assert_eq!(chart.needs(3), []);
    assert_eq!(chart.needs(4), [Need::ClearanceExpiring { on: day(18) }]);
    assert!(chart.needs(19).contains(&Need::ClearanceExpiring { on: day(18) }));
    assert_eq!(cleared(None).needs(4), []);
}

#[test]
fn without_a_programme_somebody_makes_one_and_after_the_last_week_somebody_decides() {
    assert_eq!(screened().needs(0), [Need::NoProgramme]);
    assert!(!running().needs(0).contains(&Need::NoProgramme));
    let chart = running().with(Role::Member, 11, done(11, 2));
    assert_eq!(chart.needs(13), []);
    assert_eq!(chart.needs(14), [Need::BlockDone]);
    // What is held gets neither.
    let stopped = screened().with(Role::Member, 0, alarm(0, &["tearing_pain"]));
    assert!(!stopped.needs(1).contains(&Need::NoProgramme));
}

#[test]
fn the_most_urgent_need_comes_first() {
    let chart = running()
        .with(Role::Member, 0, message("May I swim?"))
        .with(Role::Member, 0, done(0, 8))
        .with(Role::Member, 1, alarm(1, &[]))
        .with(Role::Member, 2, alarm(2, &["tearing_pain"]));
    let (first, second) =
        (an_alarm(TriageLevel::Emergency, 2, id(6)), an_alarm(TriageLevel::Incomplete, 1, id(5)));
    let rest = [
        held(TriageLevel::Emergency),
        Need::Message { occurred_at: at(0, 10), entry: id(3) },
        Need::Red { on: day(0) },
    ];
    assert_eq!(chart.needs(2), [[first, second].as_slice(), &rest].concat());
    assert!(held(TriageLevel::Urgent) < held(TriageLevel::SeeClinician));
    assert!(held(TriageLevel::Incomplete) < Need::NotScreened);
}

#[test]
fn an_alarm_is_due_from_when_the_studio_had_it_and_the_earlier_due_comes_first() {
    let mut chart = running();
    // Told first, and on a telephone without network until the afternoon.
    chart.add(Role::Member, 1, alarm(1, &["tearing_pain"]));
    chart.last().recorded_at = Some(at(1, 15));
    chart.add(Role::Member, 1, alarm(1, &["tearing_pain"]));
    chart.last().occurred_at = at(1, 12);
    chart.last().recorded_at = Some(at(1, 12));
    chart.add(Role::Member, 1, alarm(1, &[]));
    chart.last().recorded_at = Some(at(1, 10));
    let alarm = |level, due, hour, number| Need::Alarm {
        level: Reverse(level),
        due,
        occurred_at: at(1, hour),
        entry: id(number),
    };
    let expected = [
        alarm(TriageLevel::Emergency, at(1, 13), 12, 4),
        alarm(TriageLevel::Emergency, at(1, 16), 10, 3),
        alarm(TriageLevel::Incomplete, at(2, 10), 10, 5),
    ];
    assert_eq!(chart.needs(1)[..3], expected);
    // A clock of the studio that is behind makes nothing due before it happened.
    chart.0.truncate(3);
    chart.last().recorded_at = Some(at(1, 8));
    assert_eq!(chart.needs(1)[0], alarm(TriageLevel::Emergency, at(1, 11), 10, 3));
}

#[test]
fn a_card_from_before_alarms_were_due_is_still_read() {
    let card = running().with(Role::Member, 5, alarm(5, &["tearing_pain"])).card();
    let text = serde_json::to_string(&card).unwrap();
    assert!(!text.contains("recorded_at"));
    assert_eq!(serde_json::from_str::<Card>(&text).unwrap(), card);
    let mut late = card.clone();
    late.alarms[0].recorded_at = Some(at(5, 12));
    let text = serde_json::to_string(&late).unwrap();
    assert_eq!(serde_json::from_str::<Card>(&text).unwrap(), late);
}

#[test]
fn a_consent_is_missing_until_it_is_given_and_once_it_is_taken_back() {
    let consent = |document: Document, given| {
        let version = pack().document_version(Locale::En, document.id()).unwrap();
        Body::Consent(Consent { document, version, given, signed: String::new(), told: None })
    };
    let mut chart = screened();
    assert_eq!(chart.card().consents_missing, Document::ALL);
    for document in Document::ALL {
        chart.add(Role::Member, 0, consent(document, true));
    }
    assert_eq!(chart.card().consents_missing, []);
    let chart = chart.with(Role::Member, 1, consent(Document::Waiver, false));
    assert_eq!(chart.card().consents_missing, [Document::Waiver]);
    let older = Consent {
        document: Document::PrivacyNotice,
        version: "0-other".to_owned(),
        given: true,
        signed: String::new(),
        told: None,
    };
    let chart = chart.with(Role::Member, 2, Body::Consent(older));
    assert_eq!(chart.card().consents_missing, [Document::Waiver, Document::PrivacyNotice], "other words");
}

#[test]
fn what_a_later_decision_does_not_plan_again_is_off_the_calendar() {
    let days = |chart: Chart| chart.card().programme.unwrap().days;
    let again = decision(true, 7, &[8, 10]);
    let expected = [0, 2, 4, 8, 10].map(day).into();
    assert_eq!(days(running().with(Role::Engine, 7, again.clone())), expected);
    // A session that was done on the day of the decision stays.
    let told = running().with(Role::Member, 7, done(7, 2)).with(Role::Engine, 7, again);
    assert!(days(told).contains(&day(7)));
}

fn golden() -> impl Iterator<Item = Vec<Entry>> {
    GOLDEN.into_iter().map(|it| read(pack(), it.as_bytes()).unwrap())
}

#[test]
fn the_days_are_those_of_the_programme_as_it_is_replayed() {
    for mut entries in golden() {
        // The charts were written by an earlier engine: each decision as it comes out today.
        let replayed = replay(pack(), &entries);
        let plans: Vec<_> = replayed.into_iter().map(|it| (it.stored, it.now.unwrap())).collect();
        let decisions = entries.iter_mut().filter(|it| matches!(it.body, Body::Decision(_)));
        for (entry, (stored, plan)) in decisions.zip(&plans) {
            entry.body = Body::Decision(crate::decision(plan, stored.as_of, stored.read_seq));
        }
        let (_, plan) = plans.last().unwrap();
        let days = plan.weeks().iter().flat_map(|it| &it.sessions).map(|it| it.date).collect();
        let running = Card::of(pack(), &entries).programme.unwrap();
        assert_eq!((running.start, running.days), (plan.start(), days));
        let last_week = plan.weeks().last().unwrap().number;
        assert_eq!(running.last_day, plan.start().saturating_add((i32::from(last_week) * 7 - 1).days()));
    }
}

#[test]
fn a_card_is_read_back_as_it_was_written() {
    for entries in golden() {
        let card = Card::of(pack(), &entries);
        let text = serde_json::to_string(&card).unwrap();
        assert_eq!(serde_json::from_str::<Card>(&text).unwrap(), card);
    }
}

/// A chart with something of everything, two entries of each moment.
fn busy() -> Vec<Entry> {
    let mut chart = running();
    chart.add(Role::Member, 0, done(0, 8));
    chart.add(Role::Member, 0, message("It hurt."));
    chart.add(Role::Coach, 1, message("Less tomorrow."));
    chart.add(Role::Member, 1, message("Thanks."));
    chart.add(Role::Member, 2, done(2, 2));
    chart.add(Role::Member, 3, alarm(3, &["saddle_bladder_legs"]));
    chart.add(Role::Member, 3, alarm(3, &[]));
    chart.last().supersedes = Some(id(8));
    chart.add(Role::Clinician, 4, reply(day(4), ("SN-02", Verdict::Ok), Some(day(90))));
    chart.add(Role::Clinician, 4, reply(day(4), ("SN-02", Verdict::Ok), Some(day(30))));
    chart.add(Role::Member, 5, intake(day(5)));
    chart.add(Role::Engine, 5, decision(true, 5, &[7, 10]));
    for given in [true, false] {
        let consent = Consent {
            document: Document::Waiver,
            version: "1".to_owned(),
            given,
            signed: String::new(),
            told: None,
        };
        chart.add(Role::Member, 5, Body::Consent(consent));
    }
    chart.acknowledged(Role::Coach, id(9)).0
}

#[test]
fn the_order_in_which_entries_came_in_makes_no_difference() {
    for entries in golden().chain([busy()]) {
        let card = Card::of(pack(), &entries);
        // A linear congruence, so that a failure can be had again.
        let mut state: u64 = 20_261_124;
        for _ in 0..12 {
            let mut otherwise = entries.clone();
            for index in (1..otherwise.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                otherwise.swap(index, usize::try_from(state >> 33).unwrap() % (index + 1));
            }
            for (number, entry) in (101..).zip(&mut otherwise) {
                entry.seq = Some(number);
            }
            let other = Card::of(pack(), &otherwise);
            assert_eq!(other.last_seq, 100 + entries.len() as u64);
            assert_eq!(Card { last_seq: card.last_seq, ..other }, card);
        }
    }
}
