//! The dose that is planned for one entry, and the seconds it takes (DP-60).
//!
//! A plan starts at the low end of every range and from there only goes down: a share for irritability
//! (AD-30..32), fewer sets where the template has fewer, shorter holds where a tag asks for them. Rounding
//! is always downwards, but never to nothing. All arithmetic is in whole numbers.

use knowledge::raw::exercise::{Dose as Written, Exercise, Tempo};
use knowledge::raw::planner::Estimate;
use model::Limit;
use serde::Serialize;
use std::collections::BTreeSet;

/// EX-13: the limit `light` means an effort of at most this. It belongs in `dosage.toml`, which has no place
/// for it yet.
const LIGHT_EFFORT_CAP: u8 = 5;

/// What is to be done of one entry. Fields that do not apply are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Dose {
    /// Sets, or bouts, or rounds of intervals.
    pub sets: u32,
    /// Repetitions a set; of a timed hold, how many holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reps: Option<u32>,
    /// Repetitions of each set where they descend.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reps_by_set: Vec<u32>,
    /// Seconds that each repetition is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold_secs: Option<u32>,
    /// Seconds of each set that is counted in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_secs: Option<u32>,
    /// Metres a set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metres: Option<u32>,
    /// Breaths a set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breaths: Option<u32>,
    /// Seconds of work and of rest in each round of intervals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval_secs: Option<[u32; 2]>,
    /// Each side.
    pub per_side: bool,
    /// Each of so many variations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variations: Option<u32>,
    /// Load to start with, in grams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load_grams: Option<u32>,
    /// Load at most this share of body weight, per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load_body_weight_percent_max: Option<u8>,
    /// Step height, in centimetres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_cm: Option<u8>,
    /// Repetitions that are left in reserve at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reps_in_reserve_min: Option<u8>,
    /// Effort at most, of ten.
    pub effort_cap: u8,
}

/// What lowers a written dose for one person in one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Terms<'a> {
    /// Share of the dose for irritability, per cent.
    pub(crate) volume_percent: u32,
    /// Sets at most.
    pub(crate) sets_max: Option<u8>,
    /// Seconds of a hold at most.
    pub(crate) hold_secs_max: Option<u32>,
    /// Limits of the entry.
    pub(crate) limits: &'a BTreeSet<Limit>,
    /// Effort cap of the week.
    pub(crate) effort_cap: u8,
}

impl Dose {
    /// The written dose at its low end, lowered by `terms`.
    pub(crate) fn planned(written: &Written, terms: &Terms<'_>) -> Self {
        let light = terms.limits.contains(&Limit::Light);
        let low = |range: Option<[u16; 2]>| range.map(|[low, _]| u32::from(low));
        let sets = terms.sets_max.map_or(written.sets[0], |max| written.sets[0].min(max).max(1));
        let mut dose = Self {
            sets: u32::from(sets),
            reps: low(written.reps),
            reps_by_set: written
                .reps_by_set
                .iter()
                .take(usize::from(sets))
                .map(|it| u32::from(*it))
                .collect(),
            hold_secs: low(written.hold_secs),
            duration_secs: written.minutes.map(|[low, _]| secs(low)),
            metres: low(written.metres),
            breaths: low(written.breaths),
            interval_secs: written.interval_minutes.map(|it| it.map(secs)),
            per_side: written.per_side,
            variations: written.variations.map(u32::from),
            load_grams: written.load_kg.map(|[low, _]| thousandths(low)),
            load_body_weight_percent_max: written.load_body_weight_percent_max,
            step_cm: written.step_cm,
            reps_in_reserve_min: written.reps_in_reserve_min,
            effort_cap: if light { terms.effort_cap.min(LIGHT_EFFORT_CAP) } else { terms.effort_cap },
        };
        dose.lower(terms.volume_percent);
        dose.shorten_holds(terms.hold_secs_max);
        dose
    }

    /// Lowers the volume to `percent`: repetitions first, else sets, else the hold.
    fn lower(&mut self, percent: u32) {
        let share = |it: u32| (it * percent / 100).max(1);
        if self.reps.is_some_and(|it| it > 1) {
            self.reps = self.reps.map(share);
        } else if !self.reps_by_set.is_empty() {
            self.reps_by_set.iter_mut().for_each(|it| *it = share(*it));
        } else if self.sets > 1 && (self.reps.is_some() || self.interval_secs.is_some()) {
            self.sets = share(self.sets);
        } else {
            self.hold_secs = self.hold_secs.map(share);
        }
        self.duration_secs = self.duration_secs.map(share);
        self.metres = self.metres.map(share);
        self.breaths = self.breaths.map(share);
    }

    /// Cuts a longer hold into more, shorter ones; in all it never gets longer.
    fn shorten_holds(&mut self, hold_secs_max: Option<u32>) {
        let (Some(hold), Some(max)) = (self.hold_secs, hold_secs_max) else { return };
        if hold > max && max > 0 {
            self.hold_secs = Some(max);
            self.reps = self.reps.map(|it| it * (hold / max));
            self.reps_by_set.iter_mut().for_each(|it| *it *= hold / max);
        }
    }

    /// One set fewer, if there is more than one.
    pub(crate) fn drop_set(&mut self) -> bool {
        if self.sets < 2 {
            return false;
        }
        self.sets -= 1;
        self.reps_by_set.pop();
        true
    }

    /// Lowers what one set asks by `percent`, where there is no set to take away (DP-33).
    pub(crate) fn cut_single_set(&mut self, percent: u32) {
        let kept = 100_u32.saturating_sub(percent);
        let share = |it: u32| (it * kept / 100).max(1);
        self.reps_by_set.iter_mut().for_each(|it| *it = share(*it));
        self.metres = self.metres.map(share);
        self.breaths = self.breaths.map(share);
        if self.reps.is_some_and(|it| it > 1) {
            self.reps = self.reps.map(share);
        } else {
            self.hold_secs = self.hold_secs.map(share);
        }
    }

    /// The seconds of work and of rest between sets, without the change to the next entry (DP-60).
    pub(crate) fn work_secs(&self, entry: &Exercise, estimate: &Estimate) -> u32 {
        if let Some([work, rest]) = self.interval_secs {
            return self.sets * (work + rest);
        }
        if let Some(duration) = self.duration_secs {
            return self.sets * duration;
        }
        let rest = if self.effort_cap >= estimate.high_effort_from {
            estimate.rest_secs_high_effort
        } else {
            estimate.rest_secs.get(&entry.load).copied().unwrap_or_default()
        };
        let sides = if self.per_side { 2 } else { 1 } * self.variations.unwrap_or(1);
        self.all_sets_secs(entry, estimate) * sides + (self.sets - 1) * rest
    }

    fn all_sets_secs(&self, entry: &Exercise, estimate: &Estimate) -> u32 {
        let rep = match entry.tempo {
            Tempo::Usual => estimate.rep_secs,
            Tempo::SlowDown => estimate.rep_secs_slow_down,
            Tempo::Hold => estimate.rep_secs_hold,
            Tempo::Breath => estimate.breath_secs,
        };
        let reps = if self.reps_by_set.is_empty() {
            self.sets * self.reps.unwrap_or_default()
        } else {
            self.reps_by_set.iter().sum()
        };
        let metres = self.metres.unwrap_or_default() * estimate.metre_secs;
        let breaths = self.breaths.unwrap_or_default() * estimate.breath_secs;
        reps * (rep + self.hold_secs.unwrap_or_default()) + self.sets * (metres + breaths)
    }

    /// All seconds of the item; minutes count as written, the rest with the change to the next (DP-60).
    pub(crate) fn item_secs(&self, entry: &Exercise, estimate: &Estimate) -> u32 {
        let as_written = self.duration_secs.is_some() || self.interval_secs.is_some();
        self.work_secs(entry, estimate) + if as_written { 0 } else { estimate.change_secs }
    }
}

/// Minutes of a file as whole seconds.
pub(crate) fn secs(minutes: f64) -> u32 {
    whole(minutes * 60.0)
}

fn thousandths(value: f64) -> u32 {
    whole(value * 1000.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the range of the target first"
)]
fn whole(value: f64) -> u32 {
    value.round().clamp(0.0, f64::from(u32::MAX)) as u32
}
