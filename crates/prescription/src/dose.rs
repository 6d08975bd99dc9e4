//! The dose that is planned for one entry, and the seconds it takes (DP-60).
//!
//! A plan starts at the low end of every range and from there only goes down: a share for irritability
//! (AD-30..32), fewer sets where the template has fewer, shorter holds where a tag asks for them. Rounding
//! is always downwards, but never to nothing. All arithmetic is in whole numbers.

use knowledge::Pack;
use knowledge::raw::adaptation::{Regress, Step};
use knowledge::raw::dosage::Estimate;
use knowledge::raw::exercise::{Dose as Written, Exercise, Tempo};
use model::{Limit, Stream, TrainingLevel};
use serde::Serialize;
use std::collections::BTreeSet;

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
    /// Effort cap of an entry with the limit `light` (EX-13).
    pub(crate) light_effort_max: u8,
}

impl Dose {
    /// The written dose at its low end, lowered by `terms`.
    pub(crate) fn planned(written: &Written, terms: &Terms<'_>) -> Self {
        Self::planned_at(written, terms, 0)
    }

    /// The written dose at one end of its ranges, 0 for the low one and 1 for the high one, lowered by `terms`.
    fn planned_at(written: &Written, terms: &Terms<'_>, end: usize) -> Self {
        let light = terms.limits.contains(&Limit::Light);
        let low = |range: Option<[u16; 2]>| range.map(|it| u32::from(it[end]));
        let sets = terms.sets_max.map_or(written.sets[end], |max| written.sets[end].min(max).max(1));
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
            duration_secs: written.minutes.map(|it| secs(it[end])),
            metres: low(written.metres),
            breaths: low(written.breaths),
            interval_secs: written.interval_minutes.map(|it| it.map(secs)),
            per_side: written.per_side,
            variations: written.variations.map(u32::from),
            load_grams: written.load_kg.map(|it| thousandths(it[end])),
            load_body_weight_percent_max: written.load_body_weight_percent_max,
            step_cm: written.step_cm,
            reps_in_reserve_min: written.reps_in_reserve_min,
            effort_cap: if light { terms.effort_cap.min(terms.light_effort_max) } else { terms.effort_cap },
        };
        dose.lower(terms.volume_percent);
        dose.shorten_holds(terms.hold_secs_max);
        dose
    }

    /// This dose, which is in force for an entry that has been done, within what `terms` allow of the written one.
    ///
    /// Where a part asks for more than the written range, it is the top of the range: so what was higher never becomes the
    /// lower one.
    pub(crate) fn kept(&self, written: &Written, terms: &Terms<'_>) -> Self {
        let low = Self::planned(written, &Terms { sets_max: None, ..terms.clone() });
        let most = Self::planned_at(written, &Terms { sets_max: None, ..terms.clone() }, 1);
        let mut dose = self.lowest(&most);
        dose.effort_cap = low.effort_cap;
        dose.load_grams = self.load_grams.or(low.load_grams).map(|it| it.min(most.load_grams.unwrap_or(it)));
        if terms.limits.contains(&Limit::Light) {
            dose.load_grams = low.load_grams;
        }
        dose.hold_secs = dose.hold_secs.map(|it| it.min(terms.hold_secs_max.unwrap_or(it)));
        (dose.per_side, dose.variations) = (low.per_side, low.variations);
        (dose.load_body_weight_percent_max, dose.step_cm) = (low.load_body_weight_percent_max, low.step_cm);
        (dose.reps_in_reserve_min, dose.interval_secs) = (low.reps_in_reserve_min, low.interval_secs);
        dose
    }

    /// The lower of the two in every part; what does not apply to this one is as in the other.
    pub(crate) fn lowest(&self, other: &Self) -> Self {
        let lower =
            |it: Option<u32>, other: Option<u32>| other.map(|other| it.map_or(other, |it| it.min(other)));
        let by_set = |at: usize, other: u32| self.reps_by_set.get(at).map_or(other, |it| (*it).min(other));
        Self {
            sets: self.sets.min(other.sets).max(1),
            reps: lower(self.reps, other.reps),
            reps_by_set: other.reps_by_set.iter().enumerate().map(|(at, it)| by_set(at, *it)).collect(),
            hold_secs: lower(self.hold_secs, other.hold_secs),
            duration_secs: lower(self.duration_secs, other.duration_secs),
            metres: lower(self.metres, other.metres),
            breaths: lower(self.breaths, other.breaths),
            ..other.clone()
        }
    }

    /// The higher of the two in every part.
    pub(crate) fn highest(&self, other: &Self) -> Self {
        let by_set = |at: usize| self.reps_by_set.get(at).max(other.reps_by_set.get(at)).copied();
        let sets = self.reps_by_set.len().max(other.reps_by_set.len());
        Self {
            sets: self.sets.max(other.sets),
            reps: self.reps.max(other.reps),
            reps_by_set: (0..sets).filter_map(by_set).collect(),
            hold_secs: self.hold_secs.max(other.hold_secs),
            duration_secs: self.duration_secs.max(other.duration_secs),
            metres: self.metres.max(other.metres),
            breaths: self.breaths.max(other.breaths),
            ..self.clone()
        }
    }

    /// Seconds below which nothing lowers a bout: together its bouts are no shorter than the shortest session.
    pub(crate) fn secs_min(&self, entry: &Exercise, pack: &Pack) -> u32 {
        let aerobic = entry.streams.contains(&Stream::Aerobic);
        if aerobic { pack.dosage.aerobic.session_minutes_min * 60 / self.sets.max(1) } else { 1 }
    }

    /// This dose at `percent` of its volume, for a day on which less is done.
    pub(crate) fn eased(&mut self, percent: u32, entry: &Exercise, pack: &Pack) {
        let least = self.secs_min(entry, pack);
        let secs = self.duration_secs;
        self.lower(percent.min(100));
        self.duration_secs = self.duration_secs.zip(secs).map(|(now, was)| now.max(least.min(was)));
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

    /// The same in one set.
    pub(crate) fn in_one_set(self) -> Self {
        self.in_sets(1)
    }

    /// The same in at most so many sets.
    pub(crate) fn in_sets(mut self, sets: u32) -> Self {
        while self.sets > sets && self.drop_set() {}
        self
    }

    /// What one set asks: its repetitions times their hold, or its metres or breaths.
    pub(crate) fn set_work(&self) -> u32 {
        let reps = self.reps.or(self.reps_by_set.iter().max().copied()).unwrap_or_default();
        reps * self.hold_secs.unwrap_or(1).max(1)
            + self.metres.unwrap_or_default()
            + self.breaths.unwrap_or_default()
    }

    /// Lowers what one set asks by `percent`, where there is no set to take away (DP-33), and below that share of what
    /// it usually asks.
    pub(crate) fn cut_single_set(&mut self, percent: u32, usual: Option<u32>) {
        self.cut(percent);
        let kept = 100_u32.saturating_sub(percent);
        while usual.is_some_and(|usual| self.set_work() > usual * kept / 100)
            && self.reps.is_some_and(|it| it > 1)
        {
            self.reps = self.reps.map(|it| it - 1);
        }
    }

    fn cut(&mut self, percent: u32) {
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

    /// This dose after so many steps up (DP-31: repetitions to the top of the range, then sets, then load) or down.
    pub(crate) fn moved(&self, entry: &Exercise, level: TrainingLevel, steps: i32, pack: &Pack) -> Self {
        let mut dose = self.clone();
        let Some(written) = entry.dose.get(&level) else { return dose };
        // Every automatic change is bounded: one step up at a time (AD-47); steps down are safety and are not.
        if steps > 0 {
            dose.step_up(written, &pack.adaptation.step);
        }
        for _ in steps..0 {
            dose.step_down(&pack.adaptation.regress, dose.secs_min(entry, pack));
        }
        dose
    }

    fn step_up(&mut self, written: &Written, rule: &Step) {
        let top = written.reps.map(|[_, high]| u32::from(high));
        if let (Some(reps), Some(top)) = (self.reps, top)
            && reps < top
        {
            self.reps = Some(top);
        } else if self.sets < rule.sets_max && self.duration_secs.is_none() && self.reps_by_set.is_empty() {
            self.sets += 1;
        } else {
            let more = |it: u32| it + (it * rule.load_percent_upper).div_ceil(100);
            self.load_grams = self.load_grams.map(more);
        }
    }

    /// Less by one set, else by a share; what is counted in time stays at `secs_min` or where it was below.
    fn step_down(&mut self, rule: &Regress, secs_min: u32) {
        if self.drop_set() {
            return;
        }
        self.cut(100_u32.saturating_sub(rule.reps_percent));
        let share = |it: u32| (it * rule.reps_percent / 100).max(secs_min.min(it));
        self.duration_secs = self.duration_secs.map(share);
    }

    /// What each set asks, in the unit of the dose: repetitions, or holds, seconds, metres or breaths.
    pub fn by_set(&self) -> Vec<u32> {
        if !self.reps_by_set.is_empty() {
            return self.reps_by_set.clone();
        }
        let interval = self.interval_secs.map(|[work, _]| work);
        let amounts = [self.duration_secs, self.reps, self.metres, self.breaths, self.hold_secs, interval];
        let one = amounts.into_iter().flatten().next().unwrap_or_default();
        vec![one; usize::try_from(self.sets).unwrap_or_default()]
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
