//! The locks that sessions and alarms leave, and what lifts a lock (RF-46).

use assessment::{ClinicianReply, Intake};
use jiff::civil::Date;
use knowledge::Pack;
use model::TriageLevel;
use prescription::{Halt, Needs, alarm_halts, session_halts};

use std::collections::BTreeMap;

use crate::alarm::Alarm;
use crate::course::superseded;
use crate::entry::{Body, Entry};

/// Whether a clinician's own reply, dated after the day of the symptom, names the rule; after an emergency the screen in
/// force must also be no older than that reply.
pub(crate) fn is_lifted(
    rule: &str,
    level: TriageLevel,
    day: Date,
    in_force: &Intake,
    replies: &[ClinicianReply],
) -> bool {
    let answers = |reply: &&ClinicianReply| {
        !reply.registration.is_empty()
            && reply.reply.rules.contains(rule)
            && reply.reply.date > day
            && (level < TriageLevel::Emergency || in_force.date >= reply.reply.date)
    };
    replies.iter().any(|reply| answers(&reply))
}

/// A lock that nobody has lifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The level that holds.
    pub level: TriageLevel,
    /// The rule behind it.
    pub rule: String,
    /// The day it goes back to.
    pub since: Date,
}

/// The locks that sessions and alarms left and nobody has lifted.
pub(crate) fn session_locks(
    pack: &Pack,
    entries: &[Entry],
    in_force: &Intake,
    replies: &[ClinicianReply],
    as_of: Date,
) -> Vec<Lock> {
    let corrected = superseded(entries);
    let mut locks = Vec::new();
    for entry in entries {
        let halts = halts_of(pack, in_force, entry).into_iter().filter(|it| it.since <= as_of);
        // A corrected emergency still locks, as a corrected screen does.
        let is_corrected = corrected.contains(&entry.id);
        let open =
            halts.filter(|it| !is_corrected || it.level >= TriageLevel::Urgent).filter(|it| match it.needs {
                Needs::Clinician => !is_lifted(&it.rule, it.level, it.since, in_force, replies),
                Needs::FullScreen => !is_answered(entries, in_force, entry, it.since),
            });
        locks.extend(open.map(|it| Lock { level: it.level, rule: it.rule, since: it.since }));
    }
    locks
}

/// What the answers of a session or of an alarm give by themselves; nothing from any other entry.
pub(crate) fn halts_of(pack: &Pack, in_force: &Intake, entry: &Entry) -> Vec<Halt> {
    match &entry.body {
        Body::Session(log) => session_halts(pack, in_force, log),
        Body::Alarm(alarm) => alarm_halts(pack, in_force, &alarm.as_session()),
        Body::Examination(visit) => {
            visit.as_session().map(|it| alarm_halts(pack, in_force, &it)).unwrap_or_default()
        }
        Body::Intake(_)
        | Body::ClinicianReply(_)
        | Body::FollowUp(_)
        | Body::DirectionalTest(_)
        | Body::Wish(_)
        | Body::Order(_)
        | Body::Decision(_)
        | Body::Note(_)
        | Body::Message(_)
        | Body::Acknowledgement(_)
        | Body::Consent(_)
        | Body::Contact(_)
        | Body::LeadCoach(_)
        | Body::Measured(_)
        | Body::AdverseEvent(_) => Vec::new(),
    }
}

/// What an alarm's answers come to, over the screen in force, or over nothing where there is none.
pub fn alarm_comes_to(pack: &Pack, in_force: Option<&Intake>, alarm: &Alarm) -> Vec<Halt> {
    let unknown = unknown(alarm.date);
    alarm_halts(pack, in_force.unwrap_or(&unknown), &alarm.as_session())
}

/// The screen of somebody of whom nothing is known.
pub(crate) fn unknown(date: Date) -> Intake {
    Intake {
        form: assessment::intake::FORM,
        date,
        birth_year: date.year(),
        answers: BTreeMap::new(),
        tests: Vec::new(),
        clearances: Vec::new(),
    }
}

/// Whether the screen in force was given after something that an entry told of a day.
fn is_answered(entries: &[Entry], in_force: &Intake, told: &Entry, day: Date) -> bool {
    let screens = entries.iter().filter(|it| matches!(&it.body, Body::Intake(has) if has == in_force));
    let later = || screens.map(|it| it.occurred_at).max().is_some_and(|it| it > told.occurred_at);
    in_force.date > day || (in_force.date == day && later())
}
