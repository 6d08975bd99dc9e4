//! What follows from a chart on a day: the screen in force, the replies, and the locks that old answers left.

use assessment::{Assessment, Clearance, ClinicianReply, Held, Intake, assess, screen};
use jiff::civil::Date;
use knowledge::Pack;
use model::{QuestionKey, TriageLevel};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::asked::{Wording, asked_differently};
use crate::entry::{Body, Entry};
use crate::examined::Visits;
use crate::locks::{Lock, is_lifted, session_locks};
use crate::measured::put_over;
use crate::mistake::{Correction, Screen};

/// What follows from a chart on a day.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The screen in force, with what was measured and tested since.
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
    let mut screens: Vec<Screen<'_>> =
        entries.iter().filter_map(Screen::of).filter(|it| it.intake.date <= as_of).collect();
    screens.sort_by_key(|it| (it.intake.date, it.entry.occurred_at, it.entry.id));
    let Screen { entry, intake: in_force } =
        *screens.iter().rev().find(|it| !superseded.contains(&it.entry.id))?;
    let visits = Visits::until(entries, &superseded, as_of);
    let mut intake = visits.over(pack, in_force, entry.occurred_at, as_of);
    put_over(entries, &superseded, (&mut intake, entry.occurred_at, as_of));
    let assessment = assess(pack, &intake, &replies, as_of);
    // A corrected screen still locks: both answers are kept, and an emergency is lowered by RF-46, or by RF-44's re-ask.
    let earlier = screens.iter().filter(|it| !std::ptr::eq(it.intake, in_force));
    let locks_of = |it: &Screen<'_>| {
        let mistakes = Correction::all_of(pack, &screens, &superseded, *it);
        locks_of(pack, *it, &mistakes, in_force, &replies)
    };
    let mut locks: Vec<Lock> = earlier.flat_map(locks_of).collect();
    // What the screen in force found at E1 or E0 stays found, although a younger reading or measure stands in its place.
    let still_found =
        |it: &Lock| assessment.disposition.fired.iter().any(|fired| fired.cause.id() == it.rule);
    let own = locks_of(&Screen { entry, intake: in_force });
    locks.extend(own.into_iter().filter(|it| !still_found(it)));
    locks.extend(visits.locks(pack, in_force, &replies));
    locks.extend(session_locks(pack, entries, in_force, &replies, as_of));
    let clearance = match locks.iter().map(|it| it.level).max() {
        Some(level) => Err(Held { level }),
        None => assessment.clearance.clone(),
    };
    let asked_differently = asked_differently(pack, entry);
    Some(Standing { intake, assessment, asked_differently, locks, clearance })
}

/// The locks that an earlier screen left, unless a clinician's own reply dated after it names the rule behind each;
/// after an emergency the screen in force must also be younger than that reply. What a mistake gave leaves none (RF-44).
fn locks_of(
    pack: &Pack,
    earlier: Screen<'_>,
    mistakes: &[Correction<'_>],
    in_force: &Intake,
    replies: &[ClinicianReply],
) -> Vec<Lock> {
    let since = earlier.intake.date;
    let disposition = screen(pack, earlier.intake, since);
    let locking = disposition.fired.iter().filter(|it| it.level >= Some(TriageLevel::Urgent));
    locking
        // What an unanswered question held is open only while it is unanswered; the newer screen answers it.
        .filter(|it| !matches!(it.cause, assessment::Cause::Missing(_)))
        .filter(|fired| !mistakes.iter().any(|it| it.takes_back(pack, earlier, &disposition, fired)))
        .filter_map(|it| Some(Lock { level: it.level?, rule: it.cause.id().to_owned(), since }))
        .filter(|it| !is_lifted(&it.rule, it.level, since, in_force, replies))
        .collect()
}
