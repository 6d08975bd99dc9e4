//! One exercise of one session, with all that its decision rests on.

use assessment::Profile;
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use knowledge::raw::exercise::Exercise;
use model::{Effort, ExerciseId};

use super::decision::{Action, Decision};
use super::flare::Past;
use super::told::{Course, Judged};
use crate::response::{Light, Said};
use crate::session::ItemLog;

/// What the fold needs besides the sessions.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) profile: &'a Profile,
    /// Days on which a programme was put in force, in order.
    pub(crate) decided: &'a [Date],
    /// Flares that are over, and the first day of one that is not, with that of its return.
    pub(crate) flares: (&'a [Past], Option<(Date, Option<Date>)>),
    pub(crate) start: Date,
}

impl Ground<'_> {
    /// Whether an entry can take another one's place: at the person's level it is more than a warm-up (EX-14).
    pub(super) fn is_trained(&self, id: &ExerciseId) -> bool {
        let dose = self.pack.exercises.get(id).and_then(|it| it.dose.get(&self.profile.level));
        dose.is_some_and(|it| !it.warm_up_only)
    }
}

/// One exercise of one session, with all that its decision rests on.
pub(super) struct Case<'a> {
    pub(super) ground: Ground<'a>,
    pub(super) session: &'a Judged<'a>,
    pub(super) log: &'a ItemLog,
    pub(super) light: Light,
    pub(super) because: &'a [Said],
    pub(super) entry: &'a Exercise,
}

impl Case<'_> {
    pub(super) fn effort(&self) -> Option<i64> {
        self.log.effort.or(self.session.log.effort).map(Effort::into)
    }

    /// The first day of the flare that the session lies in, and that of its return, if that has come.
    fn within(&self) -> Option<(Date, Option<Date>)> {
        let day = self.session.log.date;
        let (past, open) = self.ground.flares;
        let over = past.iter().find(|it| it.since <= day && day <= it.over);
        over.map(|it| (it.since, Some(it.returns))).or(open.filter(|(since, _)| *since <= day))
    }

    /// The first day of the flare that the session lies in.
    pub(super) fn flare(&self) -> Option<Date> {
        self.within().map(|(since, _)| since)
    }

    /// Whether a step back, by its day and the flare it was in, is the one that this session asks for: taken in the same flare,
    /// before the programme returned one step below (FL-04), or not in force yet, so that nobody has tried it. What hurts in the
    /// return was tried with the step. A plan of the same day may have come before or after; it counts as tried, which is the
    /// safe way to be wrong.
    pub(super) fn is_answered_by(&self, (last, in_flare): (Date, Option<Date>)) -> bool {
        let day = self.session.log.date;
        let in_force = self.ground.decided.iter().any(|it| *it >= last && *it <= day);
        let before_return = |(since, returns): (Date, Option<Date>)| {
            in_flare == Some(since) && returns.is_none_or(|it| day < it)
        };
        !in_force || self.within().is_some_and(before_return)
    }

    /// Whether the last set went beyond its target as far as DP-30 asks.
    pub(super) fn extra(&self) -> bool {
        let rule = &self.ground.pack.adaptation.two_for_two;
        let counted = self.entry.dose.values().any(|it| it.reps.is_some());
        self.log.sets.last().is_some_and(|set| {
            let beyond = set.done.saturating_sub(set.prescribed);
            let enough = if counted {
                rule.extra_reps_from
            } else {
                (set.prescribed * rule.extra_percent_from).div_ceil(100).max(1)
            };
            beyond >= enough
        })
    }

    pub(super) fn decision(&self, action: Action, rule: &str, observed: Vec<String>) -> Decision {
        Decision {
            date: self.session.log.date,
            exercise: Some(self.log.exercise.clone()),
            action,
            rule: rule.to_owned(),
            observed,
        }
    }
}

/// SN-05: the pain of this exercise, or its rise, is one at which it stops.
pub(super) fn stop_now(case: &Case<'_>) -> Option<Vec<String>> {
    let rule = &case.ground.pack.adaptation.light;
    let (p0, pmax) = (case.session.log.pain_before.map(i64::from), case.log.pain_max.map(i64::from)?);
    let rise = pmax - p0?.max(rule.start_at_least);
    let high = pmax >= rule.red_pain_from && rise >= rule.red_pain_rise_from;
    (high || rise >= rule.red_rise_from).then(|| vec![format!("pmax = {pmax}"), format!("rise = {rise}")])
}

/// Whether an amber light came from this exercise's own pain, and not from the evening or the morning.
pub(super) fn stirred_by_itself(case: &Case<'_>) -> bool {
    let rule = &case.ground.pack.adaptation.light;
    let rise = case
        .log
        .pain_max
        .zip(case.session.log.pain_before)
        .map(|(pmax, p0)| i64::from(pmax) - i64::from(p0).max(rule.start_at_least));
    rise.is_some_and(|rise| rise >= rule.high_pain_amber_rise)
}

/// DP-35: no step in a week with a new medicine, a flare, an illness, or a screen that is due.
pub(super) fn may_progress(ground: Ground<'_>, course: &Course<'_>, day: Date) -> bool {
    let into = (day - ground.start).get_days().rem_euclid(7);
    let monday = day.saturating_sub(into.days());
    let sunday = monday.saturating_add(6.days());
    let disturbed = course.between(monday, sunday).any(|it| !it.log.events.is_empty());
    let (past, open) = ground.flares;
    let in_flare = past.iter().any(|it| it.since <= sunday && it.over >= monday)
        || open.is_some_and(|(since, _)| since <= sunday);
    !disturbed && !in_flare
}
