//! What is counted at the end of a week and at the end of a life.

use super::{Life, Lived, SignCourse};
use crate::dice::{Dice, Purpose};
use crate::ours::State;
use crate::tally::{Count, Weekly};

impl Life<'_> {
    pub(super) fn week_ends(&mut self, day: u64) {
        let week = std::mem::take(&mut self.week);
        let first_work = if day == 6 { week.work } else { week.first_work };
        if self.is_running() {
            self.weekly(day, Weekly::In, 1);
            self.weekly(day, Weekly::Work, week.work);
            self.weekly(day, Weekly::FirstWork, first_work);
            self.weekly(day, Weekly::Sets, week.sets);
            self.weekly(day, Weekly::AerobicSecs, week.aerobic_secs);
        }
        self.week.first_work = first_work;
    }

    pub(super) fn weekly(&mut self, day: u64, what: Weekly, by: u64) {
        self.tally.weekly(usize::try_from(day / 7).unwrap_or_default(), what, by);
    }

    pub(super) fn dice(&self, purpose: Purpose, day: u64, which: u64) -> Dice {
        Dice::at(self.member.place, purpose, day * 16 + which)
    }

    pub(super) fn finished(mut self) -> Lived {
        let stopped = matches!(self.state(), State::Halted(_) | State::Held);
        let completed = !self.left && !stopped;
        let progressed = self.decisions();
        let mut count = |what: Count, holds: bool| self.tally.count(what, u64::from(holds));
        count(Count::Members, true);
        count(Count::Left, self.left);
        count(Count::StoppedAtEnd, stopped && !self.left);
        count(Count::Completed, completed);
        let stayed = !self.left && self.sign.began.is_none();
        count(Count::StayedWithoutSign, stayed);
        count(Count::CarriedThrough, stayed && completed);
        count(
            Count::StoppedWithoutRise,
            self.ever_stopped && self.sign.began.is_none() && self.risen.is_empty(),
        );
        count(Count::NeverProgressed, completed && !progressed && self.ours.is_some());
        self.signs();
        Lived { tally: self.tally, completed, progressed }
    }

    /// Counts what was decided in the end, and says whether there was a step up.
    fn decisions(&mut self) -> bool {
        use prescription::Action;
        let Some(ours) = &self.ours else { return false };
        let mut without_rise = std::collections::BTreeSet::new();
        let mut counts = Vec::new();
        for it in &ours.decisions {
            let what = match it.action {
                Action::Progress => Count::Progress,
                Action::Regress { .. } => Count::Regress,
                Action::Swap { .. } => Count::Swap,
                Action::Stop => Count::Stop,
                Action::Hold
                | Action::Dose
                | Action::Pin
                | Action::Ease { .. }
                | Action::Deload
                | Action::Week { .. }
                | Action::NothingNew
                | Action::MinutesHeld
                | Action::Flare { .. }
                | Action::Direction { .. }
                | Action::Stage => continue,
            };
            counts.push((what, 1));
            let for_pain = ["DP-41", "DP-42", "SN-04", "SN-05"].contains(&it.rule.as_str());
            if what != Count::Progress && for_pain && !self.risen.contains(&it.date) {
                without_rise.insert(it.date);
            }
        }
        let progressed = counts.iter().any(|(what, _)| *what == Count::Progress);
        counts.push((Count::BackWithoutRise, u64::try_from(without_rise.len()).unwrap_or_default()));
        counts.push((Count::MembersBackWithoutRise, u64::from(!without_rise.is_empty())));
        counts.push((Count::Replanned, ours.replanned));
        counts.push((Count::FellBack, ours.fell_back));
        counts.push((Count::PlanErrors, ours.plan_errors));
        for (what, by) in counts {
            self.tally.count(what, by);
        }
        progressed
    }

    fn signs(&mut self) {
        let SignCourse { began, told, stopped, sessions_since, sessions_after_told, .. } = self.sign;
        let Some(began) = began else { return };
        let mut count = |what: Count, by: u64| self.tally.count(what, by);
        count(Count::RedFlags, 1);
        count(Count::RedFlagsTold, u64::from(told.is_some()));
        count(Count::SessionsAfterTold, sessions_after_told);
        if let Some(stopped) = stopped {
            count(Count::RedFlagsStopped, 1);
            count(Count::RedFlagsStoppedSameDay, u64::from(told == Some(stopped)));
            count(Count::DaysToStop, stopped - began);
            count(Count::SessionsToStop, sessions_since);
        }
        self.tally.sessions_after_told_most = sessions_after_told;
    }
}
