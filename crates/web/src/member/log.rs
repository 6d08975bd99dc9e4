//! A session as it was done, read from its form.

use knowledge::Pack;
use model::{Effort, LifeEvent, Nprs, Stopped};
use prescription::{Item, ItemLog, Role, SESSION_FORM, Session, SessionLog, SetLog};
use std::collections::BTreeSet;

use super::asked::given;
use super::session::Before;
use crate::identity::Fields;

/// Reads it. What was not told stays open: an open value never lets anything go up.
pub(super) fn read(pack: &Pack, session: &Session, before: &Before, fields: &Fields) -> SessionLog {
    let mut answers = before.answers.clone();
    answers.extend(given(pack, "stop_event", fields));
    // The warm-up is done and not told: it has no sets of its own.
    let told = session.items.iter().enumerate().filter(|(_, it)| it.role != Role::WarmUp);
    let items = told.map(|(number, it)| item(it, number, fields));
    SessionLog {
        form: SESSION_FORM,
        date: session.date,
        part: session.part,
        answers,
        pain_before: before.pain,
        leg_before: before.leg,
        leg_after: fields.text("leg_after").parse().ok(),
        effort: number(fields.text("effort")).and_then(|it| Effort::try_from(it).ok()),
        items: items.collect(),
        events: fields.all("events").filter_map(|it| it.parse::<LifeEvent>().ok()).collect::<BTreeSet<_>>(),
    }
}

/// One exercise. Where nothing was told of it, nothing was done.
fn item(item: &Item, number: usize, fields: &Fields) -> ItemLog {
    let field = |part: &str| fields.text(&field_name(part, number));
    let asked = item.dose.by_set();
    let stopped: Option<Stopped> = field("stopped").parse().ok();
    let mut left = match field("done") {
        "all" => asked.iter().sum(),
        "some" => self::number(field("amount")).and_then(|it| u32::try_from(it).ok()).unwrap_or_default(),
        _ => 0,
    };
    let last = asked.len().saturating_sub(1);
    let sets = asked.iter().enumerate().map(|(at, prescribed)| {
        // What was done beyond the plan counts to the last set.
        let done = if at == last { left } else { left.min(*prescribed) };
        left -= done;
        SetLog { prescribed: *prescribed, done, stopped: stopped.filter(|_| at == last) }
    });
    ItemLog {
        exercise: item.exercise.clone(),
        sets: sets.collect(),
        pain_max: self::number(field("pain")).and_then(|it| Nprs::try_from(it).ok()),
        effort: None,
        form_faults: None,
    }
}

/// The name of a field of one exercise.
pub(super) fn field_name(part: &str, number: usize) -> String {
    format!("{part}.{number}")
}

fn number(text: &str) -> Option<i64> {
    text.parse().ok()
}
