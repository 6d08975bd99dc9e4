//! The days of the programme in force, read from the lines that its decisions keep.

use jiff::civil::Date;
use knowledge::Pack;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::due_on;
use crate::course::Course;
use crate::entry::{Body, Decision, Entry};

const WEEK_DAYS: i32 = 7;

/// A programme by its days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Running {
    /// Its first day.
    pub start: Date,
    /// The last day of its last week.
    pub last_day: Date,
    /// The days with a session, in order; none where the decisions did not keep what they planned.
    pub days: BTreeSet<Date>,
}

impl Running {
    /// The programme that was put in force last.
    pub(super) fn of(pack: &Pack, entries: &[Entry], course: &Course) -> Option<Self> {
        let told: BTreeSet<Date> = course.sessions().iter().map(|it| it.date).collect();
        let mut days: BTreeSet<Date> = BTreeSet::new();
        let mut last = None;
        for entry in entries {
            let Body::Decision(decision) = &entry.body else { continue };
            if decision.parent.is_none() {
                days.clear();
            }
            if !decision.planned.is_empty() {
                // What is behind stands as it was planned, and so does a day on which a session was done already.
                let stays = |it: &Date| *it < decision.as_of || (*it == decision.as_of && told.contains(it));
                days.retain(stays);
                days.extend(planned(decision));
            }
            last = Some(decision);
        }
        let last = last?;
        Some(Self { start: last.start, last_day: last_day(pack, last, &days), days })
    }

    /// Whether a session was due after one day and before another. Where nothing says on which days, one was.
    pub(super) fn was_due_between(&self, after: Date, before: Date) -> bool {
        self.days.is_empty() || self.days.iter().any(|it| after < *it && *it < before)
    }
}

/// The days of the sessions that a decision planned; each line begins with its day.
fn planned(decision: &Decision) -> impl Iterator<Item = Date> {
    decision.planned.iter().filter_map(|line| line.split_once('.')?.0.parse().ok())
}

/// The end of the week of the last session; of the template's weeks where no session is known.
fn last_day(pack: &Pack, decision: &Decision, days: &BTreeSet<Date>) -> Date {
    let of_template = || pack.templates.get(&decision.template).map_or(1, |it| it.week.len());
    let weeks = match days.last() {
        Some(last) => (*last - decision.start).get_days().max(0) / WEEK_DAYS + 1,
        None => i32::try_from(of_template()).unwrap_or(1),
    };
    due_on(decision.start, weeks * WEEK_DAYS - 1)
}
