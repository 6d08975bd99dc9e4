//! What came of a run, as one object: what went against the invariants, and how members fared under each policy.

use serde::Serialize;
use std::collections::BTreeMap;

use crate::policy::Policy;
use crate::run::Progress;
use crate::tally::{Count, Tally, Weekly};
use crate::watch::{Example, Invariant};
use crate::world::Stratum;

/// What nobody may read out of the numbers.
const NOTE: &str = "Behaviour of the engine with invented people; no clinical effect. Every rate of the invented world is an \
assumption (docs/simulator.toml). Zero found in N checks means a rate below 3/N (95 %), in this world.";

/// The object.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The version of this object.
    pub version: u32,
    /// What it does not say.
    pub note: &'static str,
    /// Members asked for.
    pub members: u64,
    /// Members whose turn it was.
    pub members_done: u64,
    /// Whether it was everybody's; otherwise the run was ended before its end.
    pub complete: bool,
    /// Weeks.
    pub weeks: u64,
    /// Seed.
    pub seed: u64,
    /// Knowledge and assumptions.
    pub world: String,
    /// Version of the engine.
    pub engine: String,
    /// People held by screening; for each another one was drawn.
    pub held_by_screening: u64,
    /// Members for whom nobody was cleared.
    pub not_cleared: u64,
    /// By invariant.
    pub violations: BTreeMap<Invariant, Checked>,
    /// By policy and stratum; `all` is every stratum together.
    pub policies: BTreeMap<Policy, BTreeMap<String, Fared>>,
}

/// What was found about one invariant.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// How often it was looked at.
    pub checks: u64,
    /// How often it was broken.
    pub violations: u64,
    /// Where none was found: the rate is below one in so many, with 95 % confidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below_one_in: Option<u64>,
    /// The first ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

/// How the members of a stratum fared under a policy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fared {
    /// Members.
    pub members: u64,
    /// Who neither left nor was stopped at the end, per cent.
    pub completed_percent: f64,
    /// Who left by themselves, per cent.
    pub left_percent: f64,
    /// Whom the programme had stopped at the end, per cent.
    pub stopped_percent: f64,
    /// Of those who did not leave by themselves and had no warning sign: who were not stopped at the end, per cent.
    pub carried_through_percent: f64,
    /// Sessions planned.
    pub sessions_planned: u64,
    /// Sessions done, of those planned, per cent.
    pub adherence_percent: f64,
    /// Sessions done that were red in truth, per cent.
    pub red_percent: f64,
    /// Everything else that was counted.
    pub counts: BTreeMap<Count, u64>,
    /// Halts by their rule.
    pub halts: BTreeMap<String, u64>,
    /// Of those who completed: who never had a step up, per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never_progressed_percent: Option<f64>,
    /// Of those who completed: who never had one because of what they left untold, per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never_progressed_for_gaps_percent: Option<f64>,
    /// Members with a step back, a swap or a stop for pain after a session in which none rose in truth, per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub back_without_rise_percent: Option<f64>,
    /// Warning signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warnings: Option<Warnings>,
    /// Week by week.
    pub weeks: Vec<Week>,
}

/// What became of warning signs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Warnings {
    /// Signs that began.
    pub began: u64,
    /// Told.
    pub told: u64,
    /// Stopped by the programme.
    pub stopped: u64,
    /// Stopped on the day on which they were told.
    pub stopped_same_day: u64,
    /// Days from the beginning to the stop, in the mean.
    pub days_to_stop: f64,
    /// Sessions done from the beginning to the stop, in the mean.
    pub sessions_to_stop: f64,
    /// Sessions done after a sign was told, in all.
    pub sessions_after_told: u64,
    /// The most of any member.
    pub sessions_after_told_most: u64,
}

/// One week of a stratum.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Week {
    /// From 1.
    pub week: usize,
    /// Members who were in the programme at its end.
    pub in_programme: u64,
    /// Planned strength work of these members, per cent of their own first week.
    pub dose_percent: f64,
    /// Strength sets planned, in the mean.
    pub sets: f64,
    /// Aerobic minutes planned, in the mean.
    pub aerobic_minutes: f64,
    /// True morning pain of everybody, in the mean, of ten.
    pub pain: f64,
    /// Sessions done, of those planned, per cent.
    pub adherence_percent: f64,
    /// Red sessions, of those done, per cent.
    pub red_percent: f64,
}

impl Report {
    /// What came of the part of a run that is finished.
    pub fn of(progress: &Progress) -> Self {
        let (settings, totals) = (&progress.settings, &progress.totals);
        let checked = |it: Invariant| {
            let (checks, violations) = (totals.found.checks(it), totals.found.count(it));
            // With fewer checks than three nothing can be said.
            let below_one_in = (violations == 0 && checks >= 3).then_some(checks / 3);
            (it, Checked { checks, violations, below_one_in, examples: totals.found.examples(it).to_vec() })
        };
        let policy = |(policy, strata): (&Policy, &BTreeMap<Stratum, Tally>)| {
            let mut all = Tally::default();
            for it in strata.values() {
                all.add(it);
            }
            let mut fared: BTreeMap<String, Fared> =
                strata.iter().map(|(it, tally)| (it.name().to_owned(), Fared::of(*policy, tally))).collect();
            fared.insert("all".to_owned(), Fared::of(*policy, &all));
            (*policy, fared)
        };
        let has_ours = settings.policies.contains(&Policy::Ours);
        Self {
            version: 1,
            note: NOTE,
            members: settings.members,
            members_done: totals.members,
            complete: progress.is_complete(),
            weeks: settings.weeks,
            seed: settings.seed,
            world: progress.world.clone(),
            engine: progress.engine.clone(),
            held_by_screening: totals.held,
            not_cleared: totals.not_cleared,
            violations: Invariant::ALL.into_iter().filter(|_| has_ours).map(checked).collect(),
            policies: totals.policies.iter().map(policy).collect(),
        }
    }

    /// How often any invariant was broken.
    pub fn violations(&self) -> u64 {
        self.violations.values().map(|it| it.violations).sum()
    }
}

impl Fared {
    fn of(policy: Policy, tally: &Tally) -> Self {
        let of = |what: Count| tally.of(what);
        let members = of(Count::Members);
        let of_members = |what: Count| percent(of(what), members);
        let of_completed = |what: Count| percent(of(what), of(Count::Completed));
        let ours = policy == Policy::Ours;
        let stayed = of(Count::StayedWithoutSign);
        Self {
            members,
            completed_percent: of_members(Count::Completed),
            left_percent: of_members(Count::Left),
            stopped_percent: of_members(Count::StoppedAtEnd),
            carried_through_percent: percent(of(Count::CarriedThrough), stayed),
            sessions_planned: of(Count::Planned),
            adherence_percent: percent(of(Count::Done), of(Count::Planned)),
            red_percent: percent(of(Count::Red), of(Count::Done)),
            counts: tally.counts.clone(),
            halts: tally.halts.clone(),
            never_progressed_percent: ours.then(|| of_completed(Count::NeverProgressed)),
            never_progressed_for_gaps_percent: ours.then(|| of_completed(Count::NeverProgressedForGaps)),
            back_without_rise_percent: ours.then(|| of_members(Count::MembersBackWithoutRise)),
            warnings: (of(Count::RedFlags) > 0).then(|| Warnings::of(tally)),
            weeks: tally.weeks.iter().zip(1..).map(|(sums, week)| Week::of(sums, week)).collect(),
        }
    }
}

impl Warnings {
    fn of(tally: &Tally) -> Self {
        let of = |what: Count| tally.of(what);
        let stopped = of(Count::RedFlagsStopped);
        Self {
            began: of(Count::RedFlags),
            told: of(Count::RedFlagsTold),
            stopped,
            stopped_same_day: of(Count::RedFlagsStoppedSameDay),
            days_to_stop: tenths(of(Count::DaysToStop) * 10, stopped),
            sessions_to_stop: tenths(of(Count::SessionsToStop) * 10, stopped),
            sessions_after_told: of(Count::SessionsAfterTold),
            sessions_after_told_most: tally.sessions_after_told_most,
        }
    }
}

impl Week {
    fn of(sums: &BTreeMap<Weekly, u64>, week: usize) -> Self {
        let of = |what: Weekly| sums.get(&what).copied().unwrap_or_default();
        let members = of(Weekly::In);
        Self {
            week,
            in_programme: members,
            dose_percent: percent(of(Weekly::Work), of(Weekly::FirstWork)),
            sets: tenths(of(Weekly::Sets) * 10, members),
            aerobic_minutes: tenths(of(Weekly::AerobicSecs) * 10 / 60, members),
            pain: tenths(of(Weekly::Pain) / 100, of(Weekly::Mornings)),
            adherence_percent: percent(of(Weekly::Done), of(Weekly::Planned)),
            red_percent: percent(of(Weekly::Red), of(Weekly::Done)),
        }
    }
}

/// A share in per cent with one decimal.
fn percent(part: u64, whole: u64) -> f64 {
    tenths(part * 1000, whole)
}

/// A number of tenths, divided and rounded in whole numbers, so that it is the same everywhere.
fn tenths(tenths: u64, by: u64) -> f64 {
    let rounded = (tenths + by / 2).checked_div(by).unwrap_or_default();
    f64::from(u32::try_from(rounded).unwrap_or(u32::MAX)) / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_one_decimal() {
        assert_eq!(percent(1, 3).to_string(), "33.3");
        assert_eq!(percent(2, 3).to_string(), "66.7");
        assert_eq!(percent(0, 0).to_string(), "0");
    }
}
