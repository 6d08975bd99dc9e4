//! What must never happen, said once more in few words and in another way than the engine says it, and looked at on every
//! step of our policy.
//!
//! One file an invariant. Nothing here calls a rule of the engine; `sound` asks the validator, which is a second opinion by
//! design, and the shadow runs of `red` and `again` ask the engine the same question twice.

mod again;
mod amount;
mod bounds;
mod forbidden;
mod gaps;
mod readings;
mod reasons;
mod red;
mod sound;
mod stop;

use assessment::{Clearance, Profile};
use jiff::civil::Date;
use knowledge::Pack;
use prescription::{Adapted, Decision, FollowUp, InForce, Input, Needs, Prescription, SessionLog, Told};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Examples kept of each invariant.
const EXAMPLES_MAX: usize = 3;
/// One member in so many has shadow runs.
const SHADOW_EVERY: u64 = 50;

/// What must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Invariant {
    /// Nothing is planned or done after an emergency or urgent answer was told, until help came.
    StopsAfterWarning,
    /// No step up where a reading is missing.
    NoStepOverGaps,
    /// After red the next dose is not higher, and more pain in the last session never raises the next.
    RedNeverRises,
    /// The validator finds nothing.
    Sound,
    /// Every decision has a rule and an observation, and every difference a decision.
    Explained,
    /// The same input gives the same bytes.
    Repeatable,
    /// One step for an exercise in a week, two exercises a session, sets and minutes within their bounds.
    Bounded,
    /// Nothing that a tag, a limit, missing equipment or a free day forbids.
    Permitted,
}

impl Invariant {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::StopsAfterWarning,
        Self::NoStepOverGaps,
        Self::RedNeverRises,
        Self::Sound,
        Self::Explained,
        Self::Repeatable,
        Self::Bounded,
        Self::Permitted,
    ];
}

/// One thing that went against an invariant, for whoever looks for the fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Example {
    /// The member's number.
    pub member: u64,
    /// The day.
    pub day: Date,
    /// What.
    pub what: String,
}

/// How often each invariant was looked at and broken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    counts: BTreeMap<Invariant, u64>,
    checks: BTreeMap<Invariant, u64>,
    examples: BTreeMap<Invariant, Vec<Example>>,
}

impl Found {
    /// How often an invariant was broken.
    pub fn count(&self, it: Invariant) -> u64 {
        self.counts.get(&it).copied().unwrap_or_default()
    }

    /// How often it was looked at.
    pub fn checks(&self, it: Invariant) -> u64 {
        self.checks.get(&it).copied().unwrap_or_default()
    }

    /// The first examples, by member and day.
    pub fn examples(&self, it: Invariant) -> &[Example] {
        self.examples.get(&it).map_or(&[], Vec::as_slice)
    }

    /// How often any was broken.
    pub fn all(&self) -> u64 {
        self.counts.values().sum()
    }

    pub(crate) fn add(&mut self, other: &Self) {
        other.counts.iter().for_each(|(it, by)| *self.counts.entry(*it).or_default() += by);
        other.checks.iter().for_each(|(it, by)| *self.checks.entry(*it).or_default() += by);
        for (it, examples) in &other.examples {
            let known = self.examples.entry(*it).or_default();
            known.extend(examples.iter().cloned());
            known.sort();
            known.truncate(EXAMPLES_MAX);
        }
    }
}

/// One time that a programme was planned anew.
#[derive(Clone, Copy)]
pub(crate) struct Step<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) clearance: &'a Clearance,
    pub(crate) profile: &'a Profile,
    pub(crate) input: Input<'a>,
    pub(crate) in_force: InForce<'a>,
    pub(crate) told: Told<'a>,
    pub(crate) adapted: &'a Adapted,
    /// The decisions of the time before.
    pub(crate) known: &'a [Decision],
    pub(crate) after: &'a Prescription,
    pub(crate) date: Date,
    pub(crate) week_begins: bool,
    /// Whether there was a new full screen, which may change the level and the tags.
    pub(crate) rescreened: bool,
}

/// Looks on while one member's programme goes on.
pub(crate) struct Watch {
    pub(crate) found: Found,
    member: u64,
    /// Whether shadow runs are made.
    shadows: bool,
    warned: Option<stop::Warned>,
}

impl Watch {
    /// Looks on at a member.
    pub(crate) fn of(member: u64) -> Self {
        Self { found: Found::default(), member, shadows: member.is_multiple_of(SHADOW_EVERY), warned: None }
    }

    /// A session was told.
    pub(crate) fn told(&mut self, log: &SessionLog) {
        self.warned = self.warned.max(stop::warned(log));
    }

    /// The help that a halt asks for has come.
    pub(crate) fn helped(&mut self, needs: Needs) {
        self.warned = self.warned.filter(|it| !it.ends_with(needs));
    }

    /// A session is done.
    pub(crate) fn does(&mut self, date: Date, part: u8) {
        let broken = self.warned.is_some();
        self.look(Invariant::StopsAfterWarning, date, broken.then(|| format!("session {part} was done")));
    }

    /// Something was decided.
    pub(crate) fn decided(
        &mut self,
        known: &[Decision],
        adapted: &Adapted,
        sessions: &[SessionLog],
        follow_ups: &[FollowUp],
    ) {
        for it in new_decisions(known, &adapted.decisions) {
            let faults = gaps::step_over_gaps(it, sessions, follow_ups);
            self.look(Invariant::NoStepOverGaps, adapted.from, faults);
            self.look(Invariant::Explained, adapted.from, reasons::unexplained(it));
        }
        let faults = bounds::steps(&adapted.decisions, sessions);
        self.look(Invariant::Bounded, adapted.from, faults);
        let faults = red::next_is_higher(adapted, sessions, follow_ups);
        self.look(Invariant::RedNeverRises, adapted.from, faults);
    }

    /// The programme was planned anew.
    pub(crate) fn replanned(&mut self, step: &Step<'_>) {
        let warned = self.warned.is_some().then(|| "a prescription was put in force".to_owned());
        self.look(Invariant::StopsAfterWarning, step.date, warned);
        self.look(Invariant::Sound, step.date, sound::violations(step));
        self.look(Invariant::Explained, step.date, reasons::difference_without_decision(step));
        self.look(Invariant::Bounded, step.date, bounds::weeks(step));
        self.look(Invariant::Permitted, step.date, forbidden::planned(step));
        // A planner that plans afresh and hears nothing of the changes says so by having no steps.
        let hears = step.adapted.changes.steps.is_empty() || !step.after.steps().is_empty();
        if hears {
            self.look(Invariant::RedNeverRises, step.date, red::planned_higher(step));
            self.look(Invariant::RedNeverRises, step.date, red::harder_than_what_is_out(step));
            self.look(Invariant::NoStepOverGaps, step.date, gaps::planned_without_step(step));
        }
        if self.shadows {
            self.look(Invariant::Repeatable, step.date, again::differs(step));
            self.look(Invariant::RedNeverRises, step.date, red::more_pain_means_more(step));
        }
    }

    fn look(&mut self, invariant: Invariant, day: Date, fault: Option<String>) {
        *self.found.checks.entry(invariant).or_default() += 1;
        let Some(what) = fault else { return };
        *self.found.counts.entry(invariant).or_default() += 1;
        let examples = self.found.examples.entry(invariant).or_default();
        if examples.len() < EXAMPLES_MAX {
            examples.push(Example { member: self.member, day, what });
        }
    }
}

/// The decisions that were not there before; both lists are in order.
fn new_decisions<'a>(known: &'a [Decision], now: &'a [Decision]) -> impl Iterator<Item = &'a Decision> {
    now.iter().filter(|it| known.binary_search(it).is_err())
}
