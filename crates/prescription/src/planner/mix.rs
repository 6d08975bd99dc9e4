//! The wanted mix of minutes (DP-09), and what counts towards it.

use knowledge::raw::exercise::Exercise;
use model::{Confidence, Stream};
use std::collections::BTreeMap;

use super::Setting;
use crate::exact::Share;

/// The streams that an entry's seconds count towards; movement counts as strength.
pub(super) fn streams(entry: &Exercise) -> impl Iterator<Item = Stream> {
    entry.streams.iter().map(|it| if *it == Stream::Movement { Stream::StrengthCore } else { *it })
}

/// The shares of the week, given the seconds that other sessions take.
pub(super) fn shares(setting: &Setting<'_>, secs: &BTreeMap<Stream, u32>) -> Vec<(Stream, Share)> {
    // Balance counts besides another stream, so its seconds are in the whole once.
    let whole: i64 =
        secs.iter().filter(|(it, _)| **it != Stream::Balance).map(|(_, it)| i64::from(*it)).sum();
    let share = |(stream, percent): (Stream, i64)| {
        let here = secs.get(&stream).copied().unwrap_or_default();
        let over = 100 * i64::from(here) - percent * whole;
        (stream, Share { percent, over, at_least: stream == Stream::Balance })
    };
    wanted(setting).into_iter().map(share).collect()
}

/// The wanted share of each stream, per cent: DP-09, with what age and findings change.
fn wanted(setting: &Setting<'_>) -> BTreeMap<Stream, i64> {
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

/// What a finding weighs: the rank of its confidence.
pub(super) fn rank(confidence: Confidence) -> i64 {
    let place = Confidence::ALL.iter().position(|it| *it == confidence).unwrap_or_default();
    i64::try_from(place).unwrap_or_default() + 1
}
