//! How the golden charts were made: an invented person lives four weeks, tells something after each session, and is planned for
//! anew every week.

use assessment::Intake;
use chart::{Author, Body, Entry, FORM, Proposal, Role, decision, proposal, standing};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use model::{Answer, Given, Leg, Nprs, QuestionKey, Sleep};
use prescription::{
    FollowUp, Input, Item, ItemLog, Prescription, Request, SESSION_FORM, SessionLog, SetLog, plan,
};
use uuid::Uuid;

use super::pack;

const EXAMPLE: &[u8] = include_bytes!("../../../../examples/office-worker-58.toml");
const SCREENED: Date = date(2026, 11, 22);
const START: Date = date(2026, 11, 23);
const WEEKS: i32 = 4;

/// A chart so far.
#[derive(Default)]
struct Chart {
    entries: Vec<Entry>,
}

impl Chart {
    fn add(&mut self, day: Date, body: Body) {
        let seq = self.entries.len() as u64 + 1;
        self.entries.push(Entry {
            form: FORM,
            id: Uuid::from_u128(u128::from(seq)),
            author: Author { account: "invented".to_owned(), role: Role::Member, proxy_for: None },
            occurred_at: format!("{day}T10:00:00Z").parse().unwrap(),
            recorded_at: None,
            seq: Some(seq),
            supersedes: None,
            asked: None,
            body,
        });
    }

    fn decide(&mut self, day: Date, made: &Prescription) {
        let read = self.entries.len() as u64;
        self.add(day, Body::Decision(decision(made, day, read)));
    }
}

/// The chart of a story.
pub(super) fn chart(name: &str) -> Vec<Entry> {
    let intake: Intake = assessment::intake::read(pack(), EXAMPLE, SCREENED).unwrap();
    let mut chart = Chart::default();
    chart.add(SCREENED, Body::Intake(intake));
    let mut made = first(&chart.entries);
    chart.decide(SCREENED, &made);
    for week in 0..WEEKS {
        for day in (0..7).map(|it| START.saturating_add((week * 7 + it).days())) {
            live(name, &mut chart, &made, (week, day));
        }
        let next = START.saturating_add(((week + 1) * 7).days());
        let Ok(Proposal::Next(proposed)) = proposal(pack(), &chart.entries, next) else {
            panic!("{name}: nothing was proposed for {next}")
        };
        made = proposed.prescription;
        chart.decide(next, &made);
    }
    chart.entries
}

fn first(entries: &[Entry]) -> Prescription {
    let standing = standing(pack(), entries, SCREENED).unwrap();
    let clearance = standing.clearance.as_ref().unwrap();
    let request = Request { template: "six-week".to_owned(), start: START, parent: None };
    plan(pack(), clearance, Input::from(&standing.assessment), &request).unwrap()
}

fn live(name: &str, chart: &mut Chart, made: &Prescription, (week, day): (i32, Date)) {
    let sessions = made.weeks().iter().flat_map(|it| &it.sessions).filter(|it| it.date == day);
    for session in sessions {
        // Who says little tells nothing of every second session, and no morning.
        let silent = name == "says-little" && (day.day() % 2 == 0);
        if silent {
            continue;
        }
        // In the second week it hurts; after it, it is as before.
        let worst = if name == "hurts" && week == 1 { 6 } else { 3 };
        let log = SessionLog {
            form: SESSION_FORM,
            date: day,
            part: session.part,
            answers: ["micro_neuro", "micro_unwell"]
                .map(|it| (QuestionKey::try_from(it).unwrap(), Given::Answered(Answer::YesNo(false))))
                .into(),
            pain_before: pain(3),
            leg_before: Some(Leg::None),
            leg_after: Some(Leg::None),
            effort: 5.try_into().ok(),
            items: session.items.iter().map(|it| done(name, it, worst)).collect(),
            events: [].into(),
        };
        chart.add(day, Body::Session(log));
        let told = day.saturating_add(1.day());
        let sleep = Sleep::try_from(7).ok();
        if name != "says-little" {
            let follow_up = FollowUp { session: day, told, evening: pain(3), morning: pain(3), sleep };
            chart.add(told, Body::FollowUp(follow_up));
        }
    }
}

fn done(name: &str, item: &Item, worst: i64) -> ItemLog {
    let more = u32::from(name == "goes-well") * 2;
    let asked = item.dose.by_set();
    let last = asked.len().saturating_sub(1);
    let set = |(at, prescribed): (usize, u32)| SetLog {
        prescribed,
        done: if at == last { prescribed + more } else { prescribed },
        stopped: None,
    };
    ItemLog {
        exercise: item.exercise.clone(),
        sets: asked.into_iter().enumerate().map(set).collect(),
        pain_max: pain(worst),
        effort: 5.try_into().ok(),
        form_faults: Some(0),
    }
}

fn pain(value: i64) -> Option<Nprs> {
    Nprs::try_from(value).ok()
}
