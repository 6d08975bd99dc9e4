//! Exercise by exercise: stop, regress, swap, hold or progress (section 6.5, DP-30..32), in the order of time.

use assessment::Irritability;
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::raw::exercise::Exercise;
use model::{Direction, ExerciseId};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::case::{Case, Ground, may_progress, stirred_by_itself, stop_now};
use super::decision::{Action, Decision};
use super::gate::is_quiet;
use super::told::{Course, Judged};
use super::wish::{Wants, Wish};
use crate::planted::{Bug, planted};
use crate::response::{Light, Said, in_words};

/// How an exercise stands after everything that was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Whether it was ever done; what only goes the way of something that hurt is stopped without that.
    pub(crate) done: bool,
    /// Steps of the dose up or down since the programme began.
    pub(crate) steps: i32,
    /// Whether a step to a harder entry is earned (DP-30).
    pub(crate) earned: bool,
    /// Out until this day, it included; for good where there is none.
    pub(crate) out: Option<(Option<Date>, Decision)>,
    /// Sets at most until it has gone well again: what its last amber sessions had (DP-41).
    pub(crate) sets_held: Option<u8>,
    /// Whether its last session went well, with nothing of it untold.
    pub(crate) gone_well: bool,
    /// The days of its red sessions, until it has gone well again.
    pub(crate) reds: Vec<Date>,
    /// The entry in its place.
    pub(crate) instead: Option<Instead>,
    /// The last decision about it; that it stays as it is is put into words once, for the last session alone.
    pub(crate) last: Option<Decision>,
    /// That it stays as it is, if that was decided last.
    held: Option<Held>,
    /// Sessions with a green light, in all.
    greens: u32,
    ambers_running: u32,
    short_running: u32,
    /// Sessions running that earn a step.
    extra_running: u32,
    /// Sessions running that would earn one but for what the body said. It claims a place among the steps of a session,
    /// so that pain in one exercise never lets another one rise.
    beyond_running: u32,
    last_step: Option<Date>,
    /// When it last went a step back, and the first day of the flare in which that was, until it has gone well again.
    last_back: Option<(Date, Option<Date>)>,
}

/// That an exercise stays as it is: the session's day, its light, and what that rests on.
type Held = (Date, Light, Vec<Said>);

/// An entry that takes another one's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Instead {
    pub(crate) to: ExerciseId,
    /// Only until it has gone well once (DP-41).
    pub(crate) until_green: bool,
    pub(crate) decision: Decision,
}

/// What the fold of the exercises found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entries {
    pub(crate) standing: BTreeMap<ExerciseId, Standing>,
    pub(crate) decisions: Vec<Decision>,
    /// Entries that another one took the place of, once.
    replaced: BTreeSet<ExerciseId>,
}

impl Entries {
    /// Folds the sessions, and the wishes between them.
    pub(crate) fn of(ground: Ground<'_>, course: &Course<'_>, wishes: &[Wish], as_of: Date) -> Self {
        let mut entries = Self::default();
        let mut wishes: Vec<&Wish> = wishes.iter().filter(|it| it.date <= as_of).collect();
        wishes.sort_by_key(|it| (it.date, it.exercise.clone()));
        let mut waiting = wishes.into_iter().peekable();
        for session in &course.sessions {
            while let Some(wish) = waiting.next_if(|it| it.date < session.log.date) {
                entries.wish(ground, wish);
            }
            entries.session(ground, course, session);
        }
        for wish in waiting {
            entries.wish(ground, wish);
        }
        entries.put_holds_into_words();
        entries
    }

    /// A hold is overtaken by the next session, so that only the last one of each exercise is a decision that stands.
    fn put_holds_into_words(&mut self) {
        for (id, standing) in &mut self.standing {
            let Some((date, light, because)) = standing.held.take() else { continue };
            let decision = Decision {
                date,
                exercise: Some(id.clone()),
                action: Action::Hold,
                rule: light.rule().to_owned(),
                observed: in_words(&because),
            };
            standing.last = Some(decision.clone());
            self.decisions.push(decision);
        }
    }

    fn session(&mut self, ground: Ground<'_>, course: &Course<'_>, session: &Judged<'_>) {
        let may_progress = LazyCell::new(|| may_progress(ground, course, session.log.date));
        let mut progressed = 0;
        let spread = session.log.leg_spread() == Some(true);
        for (log, light, because) in session.items() {
            let Some(entry) = ground.pack.exercises.get(&log.exercise) else { continue };
            let case = Case { ground, session, log, light, because, entry };
            let standing = self.standing.entry(log.exercise.clone()).or_default();
            standing.count(&case);
            let room = progressed < ground.pack.adaptation.two_for_two.progressed_a_session_max;
            progressed += usize::from(standing.claims_step(&case));
            match standing.decide(&case, || room && *may_progress) {
                Some(decision) => self.note(decision),
                None => standing.held = Some((session.log.date, light, because.to_vec())),
            }
            if light == Light::Green && !self.replaced.is_empty() {
                self.went_well(&log.exercise);
            }
        }
        if spread {
            self.stop_direction(ground, session);
        }
    }

    fn note(&mut self, decision: Decision) {
        if let Some(standing) = decision.exercise.as_ref().and_then(|id| self.standing.get_mut(id)) {
            standing.last = Some(decision.clone());
            standing.held = None;
            self.replaced.extend(decision.exercise.clone().filter(|_| standing.instead.is_some()));
        }
        self.decisions.push(decision);
    }

    /// An entry that went well gives its place back to the one it stood in for: at once after a swap, else when it
    /// has earned a step.
    fn went_well(&mut self, done: &ExerciseId) {
        let earned = self.standing.get(done).is_some_and(|it| it.earned);
        for id in &self.replaced {
            let Some(standing) = self.standing.get_mut(id) else { continue };
            let over =
                standing.instead.as_ref().is_some_and(|it| it.to == *done && (it.until_green || earned));
            if over {
                standing.instead = None;
                standing.ambers_running = 0;
            }
        }
    }

    /// SN-04: what most likely sent symptoms down the leg is stopped, and its direction with it.
    fn stop_direction(&mut self, ground: Ground<'_>, session: &Judged<'_>) {
        let provoking: Vec<ExerciseId> = session.provoking(ground.pack).into_iter().cloned().collect();
        let of = |id: &ExerciseId| ground.pack.exercises.get(id);
        let ways = |it: &Exercise| it.spine.iter().filter_map(|it| it.direction()).collect::<BTreeSet<_>>();
        let directions: BTreeSet<Direction> = provoking.iter().filter_map(of).flat_map(ways).collect();
        let same = |it: &&Exercise| !ways(it).is_disjoint(&directions);
        let mut stopped: BTreeSet<ExerciseId> =
            ground.pack.exercises.values().filter(same).map(|it| it.id.clone()).collect();
        stopped.extend(provoking);
        let until = session.log.date.saturating_add(ground.pack.adaptation.rest.stopped_days.days());
        for id in stopped {
            let decision = Decision {
                date: session.log.date,
                exercise: Some(id.clone()),
                action: Action::Stop,
                rule: "SN-04".to_owned(),
                observed: vec!["symptoms went further down the leg".to_owned()],
            };
            self.standing.entry(id).or_default().stop(Some(until), decision.clone());
            self.note(decision);
        }
    }

    fn wish(&mut self, ground: Ground<'_>, wish: &Wish) {
        let Some(entry) = ground.pack.exercises.get(&wish.exercise) else { return };
        let rule = &ground.pack.adaptation;
        let standing = self.standing.entry(wish.exercise.clone()).or_default();
        let decision = |action: Action, rule: &str, observed: &str| Decision {
            date: wish.date,
            exercise: Some(wish.exercise.clone()),
            action,
            rule: rule.to_owned(),
            observed: vec![observed.to_owned()],
        };
        let made = match wish.wants {
            Wants::NotThis => {
                let made = decision(Action::Stop, "AD-44", "the member wants another one");
                standing.stop(None, made.clone());
                made
            }
            Wants::Easier => {
                let made = decision(Action::Regress { to: None }, "AD-44", "the member wants an easier one");
                standing.step_back(ground, entry, made, false)
            }
            Wants::Hurts { pain } if pain.is_none_or(|it| i64::from(it) >= rule.light.red_pain_from) => {
                let back = decision(Action::Regress { to: None }, "SN-05", "it hurts much");
                standing.step_back(ground, entry, back, false);
                let made = decision(Action::Stop, "SN-05", "it hurts much");
                standing.stop(Some(wish.date.saturating_add(rule.rest.stopped_days.days())), made.clone());
                made
            }
            Wants::Hurts { .. } => {
                let made = decision(Action::Regress { to: None }, "DP-41", "it hurts");
                standing.step_back(ground, entry, made, true)
            }
        };
        self.note(made);
    }
}

impl Standing {
    /// Counts what runs.
    fn count(&mut self, case: &Case<'_>) {
        let rule = &case.ground.pack.adaptation;
        let told = case.effort().is_some() && case.log.form_faults.is_some();
        // A session in which a warning was told earns nothing, also after somebody has looked at it.
        let quiet = is_quiet(case.session.log);
        self.gone_well = case.light == Light::Green && told && quiet;
        self.done = true;
        match case.light {
            Light::Green => {
                self.greens += 1;
                self.ambers_running = 0;
                self.reds.retain(|_| !self.gone_well);
                self.sets_held = self.sets_held.filter(|_| !self.gone_well);
            }
            Light::Amber => {
                self.ambers_running += 1;
                let had = u8::try_from(case.log.sets.len()).ok().filter(|it| *it > 0);
                self.sets_held = self.sets_held.into_iter().chain(had).min();
            }
            // Neither green nor amber in any count (DP-47, DP-48).
            Light::Steady | Light::Hold => {}
            Light::Red => {
                self.ambers_running = 0;
                self.reds.push(case.session.log.date);
            }
        }
        let short = case.log.done_percent() < rule.regress.completed_percent_below;
        self.short_running = if short { self.short_running + 1 } else { 0 };
        let gentle_enough = case.effort().is_some_and(|it| it <= rule.two_for_two.effort_max);
        let beyond = case.extra() && gentle_enough && case.log.form_faults == Some(0) && quiet;
        self.beyond_running = if beyond { self.beyond_running + 1 } else { 0 };
        let good = beyond && case.light == Light::Green;
        self.extra_running = if good { self.extra_running + 1 } else { 0 };
    }

    /// Whether it takes one of the places that a session has for steps.
    fn claims_step(&self, case: &Case<'_>) -> bool {
        self.beyond_running >= case.ground.pack.adaptation.two_for_two.sessions_running
    }

    /// `next = stop if SN*; regress if RED or DP-32; hold if AMBER, STEADY or HOLD; progress if DP-30 and GREEN; else
    /// hold` (section 6.5); none means that it stays as it is.
    fn decide(&mut self, case: &Case<'_>, may_progress: impl FnOnce() -> bool) -> Option<Decision> {
        let rule = &case.ground.pack.adaptation;
        let said = || in_words(case.because);
        let regress = |rule: &str, observed| case.decision(Action::Regress { to: None }, rule, observed);
        if let Some(observed) = stop_now(case) {
            let until = case.session.log.date.saturating_add(rule.rest.stopped_days.days());
            // It comes back a step below, as after a red that did not stop it.
            self.go_back(case, regress("SN-05", observed.clone()), false);
            let decision = case.decision(Action::Stop, "SN-05", observed);
            self.stop(Some(until), decision.clone());
            return Some(decision);
        }
        if case.light == Light::Red {
            return self.go_back(case, regress("DP-42", said()), false);
        }
        if let Some(observed) = self.too_much(case) {
            self.ambers_running = 0;
            self.short_running = 0;
            return self.go_back(case, regress("DP-32", observed), false);
        }
        if case.light == Light::Green {
            self.last_back = None;
        }
        match case.light {
            Light::Amber if stirred_by_itself(case) => self.go_back(case, regress("DP-41", said()), true),
            Light::Green if self.has_earned(case) && may_progress() => Some(self.progress(case)),
            Light::Green | Light::Hold | Light::Steady | Light::Amber | Light::Red => None,
        }
    }

    /// A step back, unless the one before still stands for it.
    fn go_back(&mut self, case: &Case<'_>, decision: Decision, until_green: bool) -> Option<Decision> {
        if self.last_back.is_some_and(|last| case.is_answered_by(last)) {
            self.earned = false;
            self.extra_running = 0;
            return None;
        }
        let steps = self.steps;
        let made = self.step_back(case.ground, case.entry, decision, until_green);
        if !until_green || self.steps < steps {
            self.last_back = Some((case.session.log.date, case.flare()));
        }
        Some(made)
    }

    /// DP-32, the amber light's own count included.
    fn too_much(&self, case: &Case<'_>) -> Option<Vec<String>> {
        let rule = &case.ground.pack.adaptation.regress;
        let faults = case.log.form_faults.unwrap_or_default();
        let effort = case.effort();
        let mut met = Vec::new();
        if case.light == Light::Amber && self.ambers_running >= rule.ambers_running {
            met.push(format!("amber {} times running", self.ambers_running));
        }
        if faults >= rule.form_faults {
            met.push(format!("form_faults = {faults}"));
        }
        if let Some(effort) = effort.filter(|it| *it >= rule.effort_from) {
            met.push(format!("effort = {effort}"));
        }
        if self.short_running >= rule.short_sessions_running {
            met.push(format!("done = {} %", case.log.done_percent()));
        }
        (!met.is_empty()).then_some(met)
    }

    /// DP-30, and what DP-31 and AD-30 ask besides.
    fn has_earned(&self, case: &Case<'_>) -> bool {
        let rule = &case.ground.pack.adaptation.two_for_two;
        let ready = case.ground.profile.irritability != Irritability::High
            || self.greens >= rule.greens_first_high_irritability;
        let rested = self.last_step.is_none_or(|last| {
            let days = (case.session.log.date - last).get_days();
            let in_force = case.ground.decided.iter().any(|it| *it > last && *it <= case.session.log.date);
            (days >= rule.days_between_steps_min && in_force) || planted(Bug::StepsUnbounded)
        });
        ready && rested && self.extra_running >= rule.sessions_running
    }

    fn progress(&mut self, case: &Case<'_>) -> Decision {
        self.steps += 1;
        self.earned = true;
        self.last_step = Some(case.session.log.date);
        self.extra_running = 0;
        self.beyond_running = 0;
        let sessions = case.ground.pack.adaptation.two_for_two.sessions_running;
        let observed = vec![format!("more than asked in {sessions} sessions running, green, form good")];
        let rule = if planted(Bug::RuleUnnamed) { "" } else { "DP-30" };
        case.decision(Action::Progress, rule, observed)
    }

    fn stop(&mut self, until: Option<Date>, decision: Decision) {
        self.earned = false;
        self.extra_running = 0;
        // A stop for good is not shortened by one for some days.
        let longer = match &self.out {
            Some((None, _)) => false,
            Some((Some(known), _)) => until.is_none_or(|until| until > *known),
            None => true,
        };
        if longer {
            self.out = Some((until, decision));
        }
    }

    /// Undoes the last step; without one, the easier entry; without that, less of the same.
    fn step_back(
        &mut self,
        ground: Ground<'_>,
        entry: &Exercise,
        decision: Decision,
        until_green: bool,
    ) -> Decision {
        self.earned = false;
        self.gone_well = false;
        self.extra_running = 0;
        let easier = entry.easier.iter().find(|it| ground.is_trained(it));
        let easier = easier.filter(|_| until_green || self.steps <= 0);
        let Some(to) = easier else {
            self.steps -= 1;
            return decision;
        };
        let action = if until_green {
            Action::Swap { to: to.clone() }
        } else {
            Action::Regress { to: Some(to.clone()) }
        };
        let decision = Decision { action, ..decision };
        let lasting = self.instead.as_ref().is_some_and(|it| !it.until_green);
        if !lasting {
            self.instead = Some(Instead { to: to.clone(), until_green, decision: decision.clone() });
        }
        decision
    }
}
