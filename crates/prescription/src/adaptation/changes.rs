//! What the coming sessions of a programme change, and by which rule: the word between the adaptation, which
//! decides it, and the planner, which plans within it.

use jiff::civil::Date;
use model::ExerciseId;
use std::collections::{BTreeMap, BTreeSet};

use crate::dose::Dose;
use crate::reason::Reason;

/// What changes from a day on. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The present week and those after it, in order. Weeks beyond the list follow the template one by one.
    pub weeks: Vec<WeekChange>,
    /// Days on which less is done.
    pub eased: Vec<Eased>,
    /// Entries that are out for now: stopped, banned, not wanted.
    pub out: BTreeMap<ExerciseId, Reason>,
    /// Entries in whose place another one is taken, if that one is permitted and the same kind of work.
    pub instead: BTreeMap<ExerciseId, (ExerciseId, Reason)>,
    /// The dose in force of each entry that has been done: it may be trimmed, and never rises by itself.
    pub doses: BTreeMap<ExerciseId, (Dose, Reason)>,
    /// Sets at most of an entry until it has gone well again (DP-41), where its dose in force has more: a week that was short of
    /// sets gave it fewer, and amber is no time to give them back.
    pub sets_held: BTreeMap<ExerciseId, u8>,
    /// Entries from which a step to a harder one has been earned (DP-30). From any other entry that has been done, no
    /// step is taken in the present week; later weeks of the plan show the steps that are meant to come.
    pub earned: BTreeSet<ExerciseId>,
    /// Nothing that has not been done before comes in during the present week.
    pub nothing_new: Option<Reason>,
    /// Steps of each dose since the programme began, kept in the prescription so that none is taken twice.
    pub steps: BTreeMap<ExerciseId, i32>,
    /// Entries that a coach wants in: the name of the template's day, the entry, and why.
    pub pins: Vec<Pin>,
}

/// How a coming week differs from the one that would follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekChange {
    /// The week of the template that it follows.
    pub template_week: u8,
    /// Sets are cut besides, as in a deload week, and why (DP-33).
    pub deload: Option<Reason>,
    /// Seconds of aerobic work in the week at most, and why (DP-20..24).
    pub aerobic_secs_max: Option<(u32, Reason)>,
    /// Why the template's week is not the next one.
    pub because: Vec<Reason>,
}

/// Days on which less is done than the plan would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eased {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The share of every dose that is left, per cent.
    pub percent: u32,
    /// What is left of the sessions: all of them, or the relief list alone (FL-02).
    pub content: Content,
    /// Why.
    pub because: Reason,
}

/// What an eased day holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// The planned sessions.
    Planned,
    /// The planned sessions in their gentlest form: nothing above load class L.
    Gentle,
    /// Positions of ease, breathing and short walks.
    Relief,
}

/// An entry that a coach wants in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The template's day, `A`, if it is a strength entry; anywhere otherwise.
    pub day: Option<String>,
    /// The entry.
    pub exercise: ExerciseId,
    /// Why.
    pub because: Reason,
}
