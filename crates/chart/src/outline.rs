//! What a decision planned, in lines that people can compare when it comes out otherwise.

use prescription::{Prescription, Session};
use std::fmt::Write as _;

/// The sessions that a decision planned, a line each: those before its day stand with the decisions before it.
///
/// A line is the day with the session's number on it, the kind, each exercise with what its sets ask and how long each repetition is
/// held, and whether the day is eased: `2026-12-07.1 Strength("A") C01 8+8 F14 20 M03 1@30 (eased)`.
pub fn outline(plan: &Prescription) -> Vec<String> {
    let sessions = plan.weeks().iter().flat_map(|it| &it.sessions);
    sessions.filter(|it| it.date >= plan.planned_from()).map(line).collect()
}

fn line(session: &Session) -> String {
    let mut text = format!("{}.{} {:?}", session.date, session.part, session.kind);
    for item in &session.items {
        let sets: Vec<String> = item.dose.by_set().iter().map(u32::to_string).collect();
        let _ = write!(text, " {} {}", item.exercise, sets.join("+"));
        let _ = item.dose.hold_secs.map(|it| write!(text, "@{it}"));
    }
    if session.eased.is_some() {
        text.push_str(" (eased)");
    }
    text
}
