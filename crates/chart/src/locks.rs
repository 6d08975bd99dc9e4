//! The locks that a session leaves, and what lifts a lock (RF-46).

use assessment::{ClinicianReply, Held, Intake};
use jiff::civil::Date;
use knowledge::Pack;
use model::TriageLevel;
use prescription::session_halts;

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

/// The highest lock that a session left and nobody has lifted.
pub(crate) fn session_lock(
    pack: &Pack,
    entries: &[Entry],
    in_force: &Intake,
    replies: &[ClinicianReply],
    as_of: Date,
) -> Option<Held> {
    let corrected = superseded(entries);
    // A corrected emergency still locks, as a corrected screen does.
    let sessions = entries
        .iter()
        .filter_map(|it| if let Body::Session(log) = &it.body { Some((it, log)) } else { None })
        .filter(|(_, log)| log.date <= as_of);
    let halts = sessions.flat_map(|(entry, log)| {
        let halts = session_halts(pack, in_force, log).into_iter();
        let is_corrected = corrected.contains(&entry.id);
        halts.filter(move |it| !is_corrected || it.level >= TriageLevel::Urgent)
    });
    halts
        .filter(|it| !is_lifted(&it.rule, it.level, it.since, in_force, replies))
        .map(|it| Held { level: it.level })
        .max_by_key(|it| it.level)
}
