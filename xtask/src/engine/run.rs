//! The object of `plumbline simulate --json` (`docs/simulate.md`), as far as it is shown.

use anyhow::{Context as _, bail, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The version of the object that is understood.
const VERSION: u32 = 1;
/// The stratum that is everybody together.
pub(super) const ALL: &str = "all";
/// The policy that is the engine.
pub(super) const OURS: &str = "ours";

/// A run. New fields may come at any time, so that unknown ones are passed over.
#[derive(Debug, Deserialize)]
pub(super) struct Run {
    pub(super) version: u32,
    pub(super) note: String,
    pub(super) members: u64,
    pub(super) members_done: u64,
    pub(super) complete: bool,
    pub(super) weeks: usize,
    pub(super) seed: u64,
    pub(super) world: String,
    pub(super) engine: String,
    pub(super) held_by_screening: u64,
    pub(super) not_cleared: u64,
    pub(super) violations: BTreeMap<String, Checked>,
    pub(super) policies: BTreeMap<String, BTreeMap<String, Fared>>,
}

/// What was found about one invariant.
#[derive(Debug, Deserialize)]
pub(super) struct Checked {
    pub(super) checks: u64,
    pub(super) violations: u64,
    pub(super) below_one_in: Option<u64>,
    #[serde(default)]
    pub(super) examples: Vec<Example>,
}

/// Where an invariant was broken.
#[derive(Debug, Deserialize)]
pub(super) struct Example {
    pub(super) member: u64,
    pub(super) day: String,
    pub(super) what: String,
}

/// How the members of a stratum fared under a policy. Shares are per cent.
#[derive(Debug, Deserialize)]
pub(super) struct Fared {
    pub(super) members: u64,
    pub(super) completed_percent: f64,
    pub(super) left_percent: f64,
    pub(super) stopped_percent: f64,
    pub(super) sessions_planned: u64,
    pub(super) adherence_percent: f64,
    pub(super) red_percent: f64,
    pub(super) warnings: Option<Warnings>,
    pub(super) weeks: Vec<Week>,
}

/// What became of warning signs.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Warnings {
    pub(super) began: u64,
    pub(super) told: u64,
    pub(super) stopped: u64,
    pub(super) stopped_same_day: u64,
    pub(super) days_to_stop: f64,
    pub(super) sessions_to_stop: f64,
    pub(super) sessions_after_told: u64,
    pub(super) sessions_after_told_most: u64,
}

/// One week of a stratum.
#[derive(Debug, Deserialize)]
pub(super) struct Week {
    #[serde(rename = "week")]
    pub(super) number: usize,
    pub(super) in_programme: u64,
    pub(super) dose_percent: f64,
    pub(super) pain: f64,
    pub(super) adherence_percent: f64,
    pub(super) red_percent: f64,
}

impl Run {
    /// Reads a file and says which one is not what it should be.
    pub(super) fn read(file: &Path) -> anyhow::Result<Self> {
        let named = || file.display().to_string();
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", named()))?;
        Self::from_json(&text).with_context(|| {
            format!("{} is not an object of `plumbline simulate --json` that can be shown", named())
        })
    }

    /// Reads the object and refuses one that would make empty or misleading pictures.
    pub(super) fn from_json(text: &str) -> anyhow::Result<Self> {
        let run: Self = serde_json::from_str(text)?;
        ensure!(run.version == VERSION, "version is {}; this command understands {VERSION}", run.version);
        ensure!(run.members_done > 0, "members_done is 0: nobody is in the numbers");
        ensure!(!run.policies.is_empty(), "policies is empty: nothing was run");
        for (policy, strata) in &run.policies {
            ensure!(strata.contains_key(ALL), "policies.{policy} has no `{ALL}`");
            for (stratum, fared) in strata {
                run.has_its_weeks(&fared.weeks).with_context(|| format!("policies.{policy}.{stratum}"))?;
            }
        }
        Ok(run)
    }

    /// A stratum that nobody is in has no weeks; any other has those of the run, in their order.
    fn has_its_weeks(&self, weeks: &[Week]) -> anyhow::Result<()> {
        if !weeks.is_empty() && !weeks.iter().map(|it| it.number).eq(1..=self.weeks) {
            bail!("weeks are not 1 to {}", self.weeks);
        }
        for week in weeks {
            let shown = [week.dose_percent, week.pain, week.adherence_percent, week.red_percent];
            ensure!(shown.iter().all(|it| *it >= 0.0), "week {} has a value below 0", week.number);
        }
        Ok(())
    }

    /// Everybody under each policy, ours first.
    pub(super) fn everybody(&self) -> Vec<(&str, &Fared)> {
        self.by_policy().into_iter().filter_map(|(name, strata)| Some((name, strata.get(ALL)?))).collect()
    }

    /// The policies, ours first, the others in the order of their names.
    pub(super) fn by_policy(&self) -> Vec<(&str, &BTreeMap<String, Fared>)> {
        let mut policies: Vec<_> = self.policies.iter().map(|(name, it)| (name.as_str(), it)).collect();
        policies.sort_by_key(|(name, _)| (*name != OURS, *name));
        policies
    }
}
