//! What follows from a chart on a day: the screen in force, the replies, and the locks that old answers left.

use assessment::{Assessment, Clearance, ClinicianReply, Held, Intake, assess, screen};
use jiff::civil::Date;
use knowledge::Pack;
use model::{QuestionKey, TriageLevel};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::asked::{Wording, asked_differently};
use crate::entry::{Body, Entry};
use crate::locks::{Lock, is_lifted, session_locks};

/// What follows from a chart on a day.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The screen in force.
    pub intake: Intake,
    /// What it is assessed as.
    pub assessment: Assessment,
    /// Its answers that were given to other words than today's, or to words that were not kept (RF-43).
    pub asked_differently: BTreeMap<QuestionKey, Wording>,
    /// What earlier screens, sessions and alarms left, and nobody has lifted.
    pub locks: Vec<Lock>,
    /// Whether a programme may be made, earlier emergencies and urgent answers included.
    pub clearance: Result<Clearance, Held>,
}

/// Folds a chart as it stands on `as_of`; none when it holds no intake yet.
pub fn standing(pack: &Pack, entries: &[Entry], as_of: Date) -> Option<Standing> {
    let superseded: BTreeSet<Uuid> = entries.iter().filter_map(|it| it.supersedes).collect();
    let replies: Vec<ClinicianReply> = entries
        .iter()
        .filter(|it| !superseded.contains(&it.id))
        .filter_map(|it| if let Body::ClinicianReply(reply) = &it.body { Some(reply.clone()) } else { None })
        .collect();
    // A corrected screen still locks: an emergency answer is lowered by RF-46 alone, and both answers are kept (RF-44).
    let mut screens: Vec<(&Entry, &Intake)> = entries
        .iter()
        .filter_map(|it| if let Body::Intake(intake) = &it.body { Some((it, intake)) } else { None })
        .filter(|(_, intake)| intake.date <= as_of)
        .collect();
    screens.sort_by_key(|(entry, intake)| (intake.date, entry.occurred_at, entry.id));
    let (entry, in_force) = *screens.iter().rev().find(|(entry, _)| !superseded.contains(&entry.id))?;
    let assessment = assess(pack, in_force, &replies, as_of);
    let earlier = screens.iter().map(|(_, intake)| *intake).filter(|it| !std::ptr::eq(*it, in_force));
    let mut locks: Vec<Lock> = earlier.flat_map(|it| locks_of(pack, it, in_force, &replies)).collect();
    locks.extend(session_locks(pack, entries, in_force, &replies, as_of));
    let clearance = match locks.iter().map(|it| it.level).max() {
        Some(level) => Err(Held { level }),
        None => assessment.clearance.clone(),
    };
    let asked_differently = asked_differently(pack, entry);
    Some(Standing { intake: in_force.clone(), assessment, asked_differently, locks, clearance })
}

/// The locks that an earlier screen left, unless a clinician's own reply dated after it names the rule behind each;
/// after an emergency the screen in force must also be younger than that reply.
fn locks_of(pack: &Pack, earlier: &Intake, in_force: &Intake, replies: &[ClinicianReply]) -> Vec<Lock> {
    let disposition = screen(pack, earlier, earlier.date);
    let since = earlier.date;
    let locking = disposition.fired.iter().filter(|it| it.level >= Some(TriageLevel::Urgent));
    locking
        // What an unanswered question held is open only while it is unanswered; the newer screen answers it.
        .filter(|it| !matches!(it.cause, assessment::Cause::Missing(_)))
        .filter_map(|it| Some(Lock { level: it.level?, rule: it.cause.id().to_owned(), since }))
        .filter(|it| !is_lifted(&it.rule, it.level, since, in_force, replies))
        .collect()
}
