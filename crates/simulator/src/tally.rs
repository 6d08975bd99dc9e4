//! What is counted: whole numbers that add up the same in any order.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::policy::Policy;
use crate::watch::Found;
use crate::world::Stratum;

/// What is counted once or more for a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Count {
    /// Members.
    Members,
    /// Members who left by themselves.
    Left,
    /// Members whom the programme had stopped at the end.
    StoppedAtEnd,
    /// Members who neither left nor were stopped at the end.
    Completed,
    /// Members who did not leave by themselves and had no warning sign.
    StayedWithoutSign,
    /// Of these, who were not stopped at the end.
    CarriedThrough,
    /// Sessions that the programme had for members who were in it.
    Planned,
    /// Sessions done.
    Done,
    /// Sessions told.
    Told,
    /// Sessions done that were red in truth: the rise, the height or the spread of section 6.5.
    Red,
    /// Times the programme was planned anew.
    Replanned,
    /// Times it could not be.
    PlanErrors,
    /// Plans that the validator refused (DP-54).
    FellBack,
    /// Times the programme was stopped until a full screen.
    HaltedForScreen,
    /// Times it was stopped until a clinician's reply.
    HaltedForClinician,
    /// Days on which it was stopped.
    HaltedDays,
    /// Steps up.
    Progress,
    /// Steps back, lasting.
    Regress,
    /// Swaps for an easier entry until it went well.
    Swap,
    /// Exercises stopped.
    Stop,
    /// Sessions that led to a step back, a swap or a stop for pain, although none had risen in truth.
    BackWithoutRise,
    /// Members to whom that happened.
    MembersBackWithoutRise,
    /// Members without a warning sign whom it had stopped at some time although nothing had ever risen in truth.
    StoppedWithoutRise,
    /// Of the members who completed: those who never had a step up.
    NeverProgressed,
    /// Of these, those who would have had one, had they told everything.
    NeverProgressedForGaps,
    /// Warning signs that began while somebody was in the programme.
    RedFlags,
    /// Of these, told.
    RedFlagsTold,
    /// Of these, stopped by the programme.
    RedFlagsStopped,
    /// Of these, on the day on which they were told.
    RedFlagsStoppedSameDay,
    /// Days from the beginning of a sign to the stop.
    DaysToStop,
    /// Sessions done from the beginning of a sign to the stop.
    SessionsToStop,
    /// Sessions done after a sign was told.
    SessionsAfterTold,
}

/// What is counted week by week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Weekly {
    /// Mornings, of everybody.
    Mornings,
    /// Their true pain, in thousandths.
    Pain,
    /// Members who were in the programme at the end of the week.
    In,
    /// Their planned work, in thousandths of the lowest dose of one exercise.
    Work,
    /// The same in the first week of these very members, to compare with.
    FirstWork,
    /// Their planned sets.
    Sets,
    /// Their planned aerobic seconds.
    AerobicSecs,
    /// Sessions planned.
    Planned,
    /// Sessions done.
    Done,
    /// Red in truth.
    Red,
}

/// The sums of one stratum under one policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    pub(crate) counts: BTreeMap<Count, u64>,
    pub(crate) weeks: Vec<BTreeMap<Weekly, u64>>,
    /// Halts by their rule.
    pub(crate) halts: BTreeMap<String, u64>,
    /// Sessions done after a warning sign was told, the most of any member.
    pub(crate) sessions_after_told_most: u64,
}

impl Tally {
    pub(crate) fn count(&mut self, what: Count, by: u64) {
        *self.counts.entry(what).or_default() += by;
    }

    pub(crate) fn weekly(&mut self, week: usize, what: Weekly, by: u64) {
        if self.weeks.len() <= week {
            self.weeks.resize(week + 1, BTreeMap::new());
        }
        if let Some(it) = self.weeks.get_mut(week) {
            *it.entry(what).or_default() += by;
        }
    }

    pub(crate) fn of(&self, what: Count) -> u64 {
        self.counts.get(&what).copied().unwrap_or_default()
    }

    pub(crate) fn add(&mut self, other: &Self) {
        other.counts.iter().for_each(|(what, by)| self.count(*what, *by));
        for (week, sums) in other.weeks.iter().enumerate() {
            for (what, by) in sums {
                self.weekly(week, *what, *by);
            }
        }
        other.halts.iter().for_each(|(rule, by)| *self.halts.entry(rule.clone()).or_default() += by);
        self.sessions_after_told_most = self.sessions_after_told_most.max(other.sessions_after_told_most);
    }
}

/// The sums of a part of a run, or of all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Members whose turn it was.
    pub(crate) members: u64,
    /// People held by screening and drawn again.
    pub(crate) held: u64,
    /// Members for whom nobody was cleared.
    pub(crate) not_cleared: u64,
    pub(crate) policies: BTreeMap<Policy, BTreeMap<Stratum, Tally>>,
    pub(crate) found: Found,
}

impl Totals {
    /// The members counted so far.
    pub fn members(&self) -> u64 {
        self.members
    }

    /// What went against each invariant.
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// Adds other members' sums.
    pub fn add(&mut self, other: &Self) {
        self.members += other.members;
        self.held += other.held;
        self.not_cleared += other.not_cleared;
        for (policy, strata) in &other.policies {
            for (stratum, tally) in strata {
                self.tally(*policy, *stratum).add(tally);
            }
        }
        self.found.add(&other.found);
    }

    pub(crate) fn tally(&mut self, policy: Policy, stratum: Stratum) -> &mut Tally {
        self.policies.entry(policy).or_default().entry(stratum).or_default()
    }
}
