//! How far a draft reaches the planner's aims, in the order of `planner.toml`. It judges and changes nothing.

use knowledge::raw::planner::Aim;
use model::{Confidence, ExerciseId, Stream};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::Setting;
use super::draft::Draft;

/// What a plan reaches of every aim; the greater of two is the better plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Aims {
    /// The aims in order, each with a whole number of which more is better.
    pub reached: Vec<Reached>,
    /// The entries of the plan; where all numbers are the same, the lower ids win.
    pub ids: Vec<ExerciseId>,
}

/// What a plan reaches of one aim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reached {
    /// The aim.
    pub aim: Aim,
    /// More is better; minutes that are off are below zero.
    pub value: i64,
}

impl Ord for Aims {
    fn cmp(&self, other: &Self) -> Ordering {
        self.reached.cmp(&other.reached).then_with(|| other.ids.cmp(&self.ids))
    }
}

impl PartialOrd for Aims {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Scores a draft.
pub(super) fn score(setting: &Setting<'_>, draft: &Draft<'_>) -> Aims {
    let entries = draft.entries();
    let value = |aim: Aim| match aim {
        Aim::FindingCoverage => finding_coverage(setting, draft),
        Aim::StreamMinutes => -minutes_off(setting, draft),
        Aim::PatternCoverage => pattern_coverage(setting, draft),
        Aim::Preferences => preferences(setting, draft),
        Aim::Variety => count(entries.len()),
        Aim::LowestIds => 0,
    };
    let reached =
        setting.pack.planner.objective.iter().map(|it| Reached { aim: it.name, value: value(it.name) });
    Aims { reached: reached.collect(), ids: entries.keys().map(|id| (*id).clone()).collect() }
}

/// Whether a training decision is met by something in the draft.
pub(super) fn is_covered(setting: &Setting<'_>, draft: &Draft<'_>, priority: &assessment::Priority) -> bool {
    let covering = setting.covering(priority);
    draft.items().any(|(_, it)| covering.contains(&it.entry.id))
}

/// Findings met, each weighing its rank of confidence.
fn finding_coverage(setting: &Setting<'_>, draft: &Draft<'_>) -> i64 {
    let rank =
        |it: Confidence| Confidence::ALL.iter().position(|has| *has == it).map_or(0, |at| count(at) + 1);
    let met = setting.priorities.iter().filter(|it| is_covered(setting, draft, it));
    met.map(|it| rank(it.confidence)).sum()
}

/// Whole minutes by which the streams miss the mix of DP-09, over all weeks.
fn minutes_off(setting: &Setting<'_>, draft: &Draft<'_>) -> i64 {
    let mix = mix(setting);
    draft.weeks.iter().zip(1_u8..).map(|(_, week)| minutes_off_in_week(setting, draft, week, &mix)).sum()
}

fn minutes_off_in_week(
    setting: &Setting<'_>,
    draft: &Draft<'_>,
    week: u8,
    mix: &BTreeMap<Stream, i64>,
) -> i64 {
    let mut secs: BTreeMap<Stream, i64> = BTreeMap::new();
    let mut all = 0;
    for (_, item) in draft.items().filter(|(number, _)| *number == week) {
        let spent = i64::from(item.secs(setting));
        all += spent;
        for stream in &item.entry.streams {
            let stream = if *stream == Stream::Movement { Stream::StrengthCore } else { *stream };
            *secs.entry(stream).or_default() += spent;
        }
    }
    let off = |(stream, percent): (&Stream, &i64)| {
        let missed = all * percent / 100 - secs.get(stream).copied().unwrap_or_default();
        // Balance counts besides another stream, so that more of it is never too much.
        if *stream == Stream::Balance { missed.max(0) } else { missed.abs() }
    };
    mix.iter().map(off).sum::<i64>() / 60
}

/// The wanted share of each stream, per cent: DP-09, with what age and findings change.
fn mix(setting: &Setting<'_>) -> BTreeMap<Stream, i64> {
    let rule = &setting.pack.dosage.mix;
    let mut mix: BTreeMap<Stream, i64> =
        rule.percent.iter().map(|(it, percent)| (*it, i64::from(*percent))).collect();
    if setting.profile.age_years >= rule.senior_age_from {
        mix.insert(Stream::Balance, i64::from(rule.senior_shift_to_balance));
    }
    if let Some(share) = setting.priorities.iter().filter_map(|it| it.aerobic_share_percent).max() {
        mix.insert(Stream::Aerobic, i64::from(share));
    }
    mix
}

fn pattern_coverage(setting: &Setting<'_>, draft: &Draft<'_>) -> i64 {
    let covered = |(made, week): (&super::draft::DraftWeek<'_>, u8)| {
        let wanted = setting.wanted_patterns(week);
        count(made.patterns().intersection(&wanted).count())
    };
    draft.weeks.iter().zip(1_u8..).map(covered).sum()
}

/// Items that are liked, less those that are disliked.
fn preferences(setting: &Setting<'_>, draft: &Draft<'_>) -> i64 {
    let taste =
        |id: &ExerciseId| i64::from(setting.liked(id).is_some()) - i64::from(setting.disliked(id).is_some());
    draft.items().map(|(_, it)| taste(&it.entry.id)).sum()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
