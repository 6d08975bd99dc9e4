//! How long a step of the adaptation takes after six weeks of sessions: `cargo bench -p prescription --bench adapt`.
//!
//! What comes of it stands in `docs/benchmarks.md`, with the aims.

use assessment::{Assessment, assess, intake};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use knowledge::Pack;
use model::{Answer, Effort, Given, Leg, Nprs, QuestionKey, Sleep};
use prescription::{
    FollowUp, InForce, Input, ItemLog, Prescription, Request, Role, SESSION_FORM, Screened, Session,
    SessionLog, SetLog, Told, Verdict, adapt, differences, next, plan, validate,
};
use std::collections::BTreeSet;
use std::hint::black_box;
use std::process::abort;

const EXAMPLE: &[u8] = include_bytes!("../../../examples/office-worker-58.toml");
const AS_OF: Date = date(2026, 11, 22);
const START: Date = date(2026, 11, 23);

/// What a benchmark needs, or the end of it: there is nobody to hand an error to.
fn needed<T, E>(result: Result<T, E>) -> T {
    result.unwrap_or_else(|_| abort())
}

/// A session as it was planned, done and told in full.
fn told(session: &Session) -> SessionLog {
    let pain = Nprs::try_from(2).ok();
    let no = Given::Answered(Answer::YesNo(false));
    let keys = ["micro_neuro", "micro_unwell"];
    let items = session.items.iter().filter(|it| it.role != Role::WarmUp).map(|it| ItemLog {
        exercise: it.exercise.clone(),
        sets: it
            .dose
            .by_set()
            .into_iter()
            .map(|it| SetLog { prescribed: it, done: it, stopped: None })
            .collect(),
        pain_max: pain,
        effort: Effort::try_from(5).ok(),
        form_faults: Some(0),
    });
    SessionLog {
        form: SESSION_FORM,
        date: session.date,
        part: session.part,
        answers: keys.iter().map(|it| (needed(QuestionKey::try_from(*it)), no.clone())).collect(),
        pain_before: pain,
        leg_before: Some(Leg::None),
        leg_after: Some(Leg::None),
        effort: Effort::try_from(5).ok(),
        items: items.collect(),
        events: BTreeSet::new(),
    }
}

fn after(session: &Session) -> FollowUp {
    let pain = Nprs::try_from(2).ok();
    let (told, sleep) = (session.date.saturating_add(1.day()), Sleep::try_from(7).ok());
    FollowUp { session: session.date, told, evening: pain, morning: pain, sleep }
}

fn planned(pack: &Pack, assessment: &Assessment) -> Prescription {
    let request = Request { template: "six-week".to_owned(), start: START, parent: None };
    let clearance = needed(assessment.clearance.as_ref());
    needed(plan(pack, clearance, Input::from(assessment), &request))
}

fn benchmarks(criterion: &mut Criterion) {
    let pack = needed(knowledge::bundled());
    let assessment = assess(pack, &needed(intake::read(pack, EXAMPLE, AS_OF)), &[], AS_OF);
    let plan = planned(pack, &assessment);
    let done: Vec<&Session> = plan.weeks().iter().flat_map(|it| &it.sessions).collect();
    let sessions: Vec<SessionLog> = done.iter().map(|it| told(it)).collect();
    let follow_ups: Vec<FollowUp> = done.iter().map(|it| after(it)).collect();
    let told = Told { sessions: &sessions, follow_ups: &follow_ups, ..Told::default() };
    let screened = Screened { date: AS_OF, after_sessions: false };
    let in_force = InForce { prescription: &plan, decided: &[START], screened };
    let profile = &assessment.profile;
    for days in [7, 21, 40] {
        let day = START.saturating_add(days.days());
        criterion.bench_function(&format!("adapt, day {days}"), |bencher| {
            bencher.iter(|| adapt(black_box(pack), profile, in_force, told, day));
        });
    }
    let day = START.saturating_add(21.days());
    let Verdict::GoesOn(adapted) = adapt(pack, profile, in_force, told, day) else { abort() };
    let clearance = needed(assessment.clearance.as_ref());
    let input = Input::from(&assessment);
    criterion.bench_function("the next prescription, day 21", |bencher| {
        bencher.iter(|| needed(next(black_box(pack), clearance, input, in_force, &adapted)));
    });
    criterion.bench_function("hash of a prescription", |bencher| bencher.iter(|| black_box(&plan).hash()));
    criterion.bench_function("validate", |bencher| {
        bencher.iter(|| validate(black_box(pack), clearance, input, &plan));
    });
    criterion.bench_function("differences", |bencher| {
        bencher.iter(|| differences(black_box(&plan), &plan, day));
    });
}

criterion_group!(steps, benchmarks);
criterion_main!(steps);
