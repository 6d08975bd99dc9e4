//! Why a member needs somebody, in words.

use chart::roster::Need;
use jiff::tz::TimeZone;
use model::TriageLevel;
use outcomes::Words as Said;
use std::cmp::Reverse;

use crate::frame::Words;

/// One reason, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reason {
    /// What it is.
    pub(crate) words: String,
    /// How it looks: `now`, `today`, `soon`.
    pub(crate) weight: &'static str,
}

/// The reason in words.
pub(super) fn reason(words: Words, zone: &TimeZone, need: &Need) -> Reason {
    let date = |day| Said::new(words.pack, words.locale, None).date(day);
    let (words, weight) = match need {
        Need::Alarm { level: Reverse(level), due, .. } => {
            let due = due.to_zoned(zone.clone());
            let (day, time) = (date(due.date()), due.strftime("%H:%M").to_string());
            let by = words.say_with("need-by", &[("date", &day), ("time", &time)]);
            (format!("{} {by}", alarm(words, *level)), "at-once")
        }
        Need::Held { level: Reverse(level) } => (held(words, *level), "today"),
        Need::AdverseEvent { serious: Reverse(true), on, .. } => {
            (words.say1("need-harm-serious", "date", date(*on)), "at-once")
        }
        Need::AdverseEvent { on, .. } => (words.say1("need-harm", "date", date(*on)), "today"),
        Need::Message { .. } => (words.say("need-message"), "today"),
        Need::Red { on } => (words.say1("need-red", "date", date(*on)), "today"),
        Need::NoLog { since } => (words.say1("need-no-log", "date", date(*since)), "soon"),
        Need::RetestDue { on } => (words.say1("need-retest", "date", date(*on)), "soon"),
        Need::MeasuresDue { since } => (words.say1("need-measures", "date", date(*since)), "soon"),
        Need::ClearanceExpiring { on } => (words.say1("need-clearance", "date", date(*on)), "soon"),
        Need::NotScreened => (words.say("need-not-screened"), "soon"),
        Need::NoProgramme => (words.say("need-no-programme"), "soon"),
        Need::BlockDone => (words.say("need-block-done"), "soon"),
    };
    Reason { words, weight }
}

fn alarm(words: Words, level: TriageLevel) -> String {
    match level {
        TriageLevel::Emergency => words.say("need-alarm-emergency"),
        TriageLevel::Urgent => words.say("need-alarm-urgent"),
        TriageLevel::SeeClinician | TriageLevel::Incomplete | TriageLevel::Caution | TriageLevel::Ok => {
            words.say("need-alarm")
        }
    }
}

fn held(words: Words, level: TriageLevel) -> String {
    match level {
        TriageLevel::Emergency => words.say("need-held-emergency"),
        TriageLevel::Urgent => words.say("need-held-urgent"),
        TriageLevel::SeeClinician => words.say("need-held-see-clinician"),
        TriageLevel::Incomplete | TriageLevel::Caution | TriageLevel::Ok => words.say("need-held-incomplete"),
    }
}
