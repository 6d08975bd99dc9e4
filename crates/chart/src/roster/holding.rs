//! What holds a member, and what made it: screening, locks, and what the sessions stop for.

use assessment::Held;
use knowledge::Pack;
use model::TriageLevel;
use prescription::halted;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::course::{Course, screened};
use crate::entry::Entry;
use crate::fold::Standing;

/// Why no session may be planned, as of the newest entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// The level: the highest that holds.
    pub level: TriageLevel,
    /// The rules and questions that hold at this level.
    pub by: BTreeSet<String>,
}

impl Holding {
    /// Everything that holds on the day of an assessment; none if a session may be planned.
    pub(super) fn of(pack: &Pack, entries: &[Entry], standing: &Standing, course: &Course) -> Option<Self> {
        let mut causes: Vec<(TriageLevel, String)> =
            standing.locks.iter().map(|it| (it.level, it.rule.clone())).collect();
        if let Err(held) = standing.assessment.clearance {
            causes.extend(screening(pack, standing, held).into_iter().map(|it| (held.level, it)));
        }
        // A programme that screening lets go on may still be halted: by what was answered before a session, for one (RF-41).
        let screened = screened(entries, &standing.intake);
        let halt = halted(pack, course.told(), screened, standing.assessment.as_of);
        causes.extend(halt.map(|it| (it.level, it.rule)));
        let level = causes.iter().map(|(level, _)| *level).max()?;
        let by = causes.into_iter().filter(|it| it.0 == level).map(|(_, by)| by).collect();
        Some(Self { level, by })
    }
}

/// What made screening hold at a level: answers, or what no answer shows.
fn screening(pack: &Pack, standing: &Standing, held: Held) -> Vec<String> {
    let found = &standing.assessment.disposition;
    let fired = found.fired.iter().filter(|it| it.level == Some(held.level));
    let mut by: Vec<String> = fired.map(|it| it.cause.id().to_owned()).collect();
    by.extend(found.unanswered.iter().map(ToString::to_string));
    if by.is_empty() {
        let days = i64::from((standing.assessment.as_of - standing.intake.date).get_days());
        let is_stale = days > pack.dosage.freshness.intake_days;
        // Nothing fired: the screen is too old, or a clinician said no.
        by.push(if is_stale && held.level == TriageLevel::Incomplete { "RF-40" } else { "RF-46" }.to_owned());
    }
    by
}
