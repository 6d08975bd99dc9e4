//! What is fixed for one person and one request before anything is chosen.

use assessment::{Irritability, Priority, Profile, Stage};
use jiff::civil::Date;
use knowledge::Pack;
use knowledge::raw::dosage::Estimate;
use knowledge::raw::exercise::{Dose as Written, Exercise};
use knowledge::raw::template::{Layout, Template};
use model::{ExerciseId, Limit, LoadClass, Pattern, Stream, Tag};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::course::{Coming, Course, Past};
use super::{Input, PlanError, Request, calendar};
use crate::adaptation::Changes;
use crate::constraints::Constraints;
use crate::dose::{Dose, Terms};
use crate::permit::{Purpose, Reach, Resolved, Resolver};
use crate::reason::{Reason, Why};

/// Everything that a plan for one person starts from.
#[derive(Debug)]
pub(crate) struct Setting<'a> {
    /// The knowledge.
    pub(crate) pack: &'a Pack,
    /// Tags and caps.
    pub(crate) constraints: &'a Constraints,
    /// The person.
    pub(crate) profile: &'a Profile,
    /// Training decisions, the surest first, then by rule.
    pub(crate) priorities: Vec<&'a Priority>,
    /// For each of them the entries by which it counts as met.
    pub(crate) covering: Vec<BTreeSet<ExerciseId>>,
    /// The template.
    pub(crate) template: &'a Template,
    /// Its layout for the level.
    pub(crate) layout: &'a Layout,
    /// The first day.
    pub(crate) start: Date,
    /// What can be done at all.
    pub(crate) resolver: Resolver<'a>,
    /// The weeks to plan.
    pub(crate) coming: Vec<Coming<'a>>,
    /// What changes from now on.
    pub(crate) changes: &'a Changes,
    /// What went before.
    pub(crate) past: Option<Past<'a>>,
    /// What entries that went before ask at most, as long as nobody has told of them.
    pub(crate) ceilings: BTreeMap<&'a ExerciseId, Dose>,
    /// Entries kept out by findings and answers, with the reason.
    pub(crate) kept_out: BTreeMap<ExerciseId, Reason>,
    /// The highest load class of the stage.
    pub(crate) load_max: LoadClass,
    /// A session's longest, in seconds.
    pub(crate) session_secs_max: u32,
    /// A day's longest, in seconds.
    pub(crate) day_secs_max: u32,
    /// Exercises in a session at most, where irritability limits them.
    pub(crate) exercises_max: Option<usize>,
}

impl<'a> Setting<'a> {
    /// Gathers it.
    pub(crate) fn new(
        pack: &'a Pack,
        constraints: &'a Constraints,
        input: Input<'a>,
        request: &Request,
        (changes, past): (&'a Changes, Option<Past<'a>>),
    ) -> Result<Self, PlanError> {
        let (profile, level) = (input.profile, input.profile.level);
        let no_template = || PlanError::NoSuchTemplate(request.template.clone());
        let no_layout = || PlanError::NoLayout { template: request.template.clone(), level };
        let template = pack.templates.get(&request.template).ok_or_else(no_template)?;
        let layout = template.level.get(&level).ok_or_else(no_layout)?;
        let keeps = template.keeps.as_ref();
        let follows = |it: Past<'_>| {
            let parent = it.parent.template();
            parent == template.id || keeps.is_some_and(|it| it.after.iter().any(|id| id == parent))
        };
        if keeps.is_some() && !past.is_some_and(follows) {
            return Err(PlanError::NothingToKeep(request.template.clone()));
        }
        let dosage = &pack.dosage;
        let mut priorities: Vec<&Priority> = input.priorities.iter().collect();
        priorities.sort_by(|a, b| b.confidence.cmp(&a.confidence).then_with(|| a.rule.cmp(&b.rule)));
        let mut kept_out = kept_out(pack, profile, &priorities);
        kept_out.extend(changes.out.iter().map(|(id, reason)| (id.clone(), reason.clone())));
        let modulation = profile.stage == Stage::SymptomModulation;
        let load_max = if modulation { dosage.stage.modulation_load_max } else { LoadClass::High };
        let tags: BTreeSet<Tag> = constraints.tags.keys().copied().collect();
        let ids = kept_out.keys().cloned().collect();
        let reach = Reach { level, equipment: &profile.equipment, load_max, kept_out: ids };
        let [_, cap] = dosage.session.minutes.get(&level).copied().unwrap_or_default();
        let within = |minutes: u32| profile.minutes_a_day.map_or(minutes, |it| minutes.min(it)) * 60;
        // A programme that is under way keeps its first day.
        let start = past.map_or(request.start, |it| it.parent.start());
        let blocked = &profile.blocked_days;
        let course = Course { pack, constraints, template, layout, start, blocked, changes, past };
        let mut setting = Self {
            pack,
            constraints,
            profile,
            template,
            layout,
            start,
            resolver: Resolver::new(pack, &tags, reach),
            coming: course.weeks(),
            changes,
            past,
            ceilings: past.map(Past::ceilings).unwrap_or_default(),
            session_secs_max: within(cap),
            day_secs_max: within(cap * dosage.session.day_percent_max / 100),
            exercises_max: (profile.irritability == Irritability::High)
                .then_some(dosage.irritability.high_exercises_max),
            priorities,
            covering: Vec::new(),
            kept_out,
            load_max,
        };
        setting.covering = setting.covering();
        Ok(setting)
    }

    /// The numbers of DP-60.
    pub(crate) fn estimate(&self) -> &'a Estimate {
        &self.pack.dosage.estimate
    }

    /// Seconds of warm-up and cool-down around a strength session.
    pub(crate) fn around_secs(&self) -> u32 {
        let estimate = self.estimate();
        let cool_down = estimate.cool_down_minutes.max(self.constraints.cool_down_minutes_min);
        (estimate.warm_up_minutes + cool_down) * 60
    }

    /// Whether a day of the programme's week is free for sessions (DP-53).
    pub(crate) fn is_free(&self, day: u8) -> bool {
        !self.profile.blocked_days.contains(&calendar::weekday(self.start, day))
    }

    /// The share of the dose for irritability, per cent (AD-30..32).
    pub(crate) fn volume_percent(&self) -> u32 {
        let it = &self.pack.dosage.irritability;
        match self.profile.irritability {
            Irritability::High => it.high_volume_percent,
            Irritability::Moderate => it.moderate_volume_percent,
            Irritability::Low => it.low_volume_percent,
        }
    }

    /// Patterns that a week of the template must train.
    pub(crate) fn wanted_patterns(&self, week: u8) -> BTreeSet<Pattern> {
        let bounds = &self.pack.dosage.bounds;
        let weekly = self.template.weekly_patterns.as_ref().unwrap_or(&bounds.weekly_patterns);
        let later = self.template.later_patterns.as_ref().unwrap_or(&bounds.later_patterns);
        let later = later.iter().filter(|_| week >= bounds.later_from_week);
        weekly.iter().chain(later).copied().collect()
    }

    /// The dose of an entry in a week with at most `sets_max` sets: as planned, or the one in force if the entry has
    /// been done.
    pub(crate) fn dose(&self, found: &Resolved<'_>, coming: &Coming<'_>, sets_max: Option<u8>) -> Dose {
        self.dose_within(found, coming.effort_cap.value, sets_max)
    }

    /// The dose of an entry at an effort of at most `effort_cap`.
    pub(crate) fn dose_within(&self, found: &Resolved<'_>, effort_cap: u8, sets_max: Option<u8>) -> Dose {
        if let Some(mut dose) = self.dose_in_force(found, effort_cap) {
            let held = self.changes.sets_held.get(&found.entry.id);
            while held.is_some_and(|it| dose.sets > u32::from(*it)) && dose.drop_set() {}
            return dose;
        }
        let (_, limits) = found.permitted.form();
        let planned = Dose::planned(found.dose, &self.terms(found, &limits, (effort_cap, sets_max)));
        self.ceilings.get(&found.entry.id).map_or(planned.clone(), |it| it.lowest(&planned))
    }

    /// The dose in force of an entry that has been done, as today's limits allow it, sets that are held (DP-41) included.
    pub(crate) fn dose_in_force(&self, found: &Resolved<'_>, effort_cap: u8) -> Option<Dose> {
        let (in_force, _) = self.changes.doses.get(&found.entry.id)?;
        let (_, limits) = found.permitted.form();
        Some(in_force.kept(&self.stepped(found), &self.terms(found, &limits, (effort_cap, None))))
    }

    fn terms<'t>(
        &self,
        found: &Resolved<'_>,
        limits: &'t BTreeSet<Limit>,
        (effort_cap, sets_max): (u8, Option<u8>),
    ) -> Terms<'t> {
        Terms {
            volume_percent: self.volume_percent(),
            sets_max,
            hold_secs_max: found.permitted.hold_secs_max,
            limits,
            effort_cap,
            light_effort_max: self.pack.dosage.limits.light_effort_max,
        }
    }

    /// The written dose, with a set more where a step up has added one (DP-31).
    fn stepped(&self, found: &Resolved<'a>) -> Cow<'a, Written> {
        let counted = found.dose.minutes.is_none() && found.dose.reps_by_set.is_empty();
        let up = self.changes.steps.get(&found.entry.id).is_some_and(|it| *it > 0);
        let max = u8::try_from(self.pack.adaptation.step.sets_max).unwrap_or(u8::MAX);
        if !(counted && up) || max <= found.dose.sets[1] {
            return Cow::Borrowed(found.dose);
        }
        Cow::Owned(Written { sets: [found.dose.sets[0], max], ..found.dose.clone() })
    }

    /// What stands for an entry that is named somewhere: what changes put in its place, else the entry itself.
    pub(crate) fn itself(
        &self,
        id: &ExerciseId,
        purpose: Purpose,
    ) -> Option<(Resolved<'_>, Option<&'a Reason>)> {
        self.instead(id, purpose).or_else(|| Some((self.resolver.itself(id, purpose)?, None)))
    }

    /// What stands for an entry that is named somewhere, nearest first.
    pub(crate) fn resolve(
        &self,
        id: &ExerciseId,
        purpose: Purpose,
    ) -> Vec<(Resolved<'_>, Option<&'a Reason>)> {
        let mut found: Vec<_> = self.instead(id, purpose).into_iter().collect();
        for it in self.resolver.resolve(id, purpose) {
            found.push(self.instead(&it.entry.id, purpose).unwrap_or((it, None)));
        }
        let mut seen = BTreeSet::new();
        found.retain(|(it, _)| seen.insert(&it.entry.id));
        found
    }

    /// What changes put in the place of an entry, if it can be done and is the same kind of work.
    fn instead(&self, id: &ExerciseId, purpose: Purpose) -> Option<(Resolved<'_>, Option<&'a Reason>)> {
        let (to, why) = self.changes.instead.get(id)?;
        let replaced = self.pack.exercises.get(id)?;
        let found = self.resolver.itself(to, purpose)?;
        Self::are_of_a_kind(replaced, found.entry).then_some((found, Some(why)))
    }

    /// Entries that changes have put another one in the place of, each with that one.
    pub(crate) fn swapped(&self) -> BTreeMap<ExerciseId, ExerciseId> {
        let stands = |id: &&ExerciseId| Some(self.instead(id, Purpose::Main)?.0.entry.id.clone());
        let swaps = self.changes.instead.keys();
        swaps.filter_map(|id| Some((id.clone(), stands(&id)?))).collect()
    }

    /// Whether an easier entry on one of its ladders is out.
    pub(crate) fn is_above_what_is_out(&self, entry: &Exercise) -> bool {
        self.changes.out.keys().any(|id| self.pack.above(id).contains(&entry.id))
    }

    /// The words among the person's likes that mean this entry.
    pub(crate) fn liked(&self, id: &ExerciseId) -> Option<&'a str> {
        self.word(id, &self.profile.likes)
    }

    /// The words among the person's dislikes that mean this entry.
    pub(crate) fn disliked(&self, id: &ExerciseId) -> Option<&'a str> {
        self.word(id, &self.profile.dislikes)
    }

    fn word(&self, id: &ExerciseId, words: &BTreeSet<String>) -> Option<&'a str> {
        let meant =
            |it: &&knowledge::raw::planner::Preference| words.contains(&it.key) && it.entries.contains(id);
        self.pack.planner.preference.iter().find(meant).map(|it| it.key.as_str())
    }

    /// The entries by which each training decision counts as met: those it names that can be done, and only if there are
    /// none, what stands for them.
    fn covering(&self) -> Vec<BTreeSet<ExerciseId>> {
        let itself = |id: &ExerciseId| self.itself(id, Purpose::Main).map(|(it, _)| it.entry.id.clone());
        let first = |id: &ExerciseId| {
            self.resolve(id, Purpose::Main).into_iter().next().map(|(it, _)| it.entry.id.clone())
        };
        let of = |it: &&Priority| {
            let own: BTreeSet<ExerciseId> = it.select.iter().filter_map(itself).collect();
            if own.is_empty() { it.select.iter().filter_map(first).collect() } else { own }
        };
        self.priorities.iter().map(of).collect()
    }

    /// Whether one can stand in the other's place: both are for strength and movement, both are aerobic, or neither.
    pub(crate) fn are_of_a_kind(one: &Exercise, other: &Exercise) -> bool {
        let kind = |it: &Exercise| (Self::is_strength(it), it.streams.contains(&Stream::Aerobic));
        kind(one) == kind(other)
    }

    /// Whether an entry counts as strength or movement.
    pub(crate) fn is_strength(entry: &Exercise) -> bool {
        entry.streams.iter().any(|it| matches!(it, Stream::StrengthCore | Stream::Movement))
    }
}

/// What findings keep out, and what goes to the end of a direction that hurts (DP-46).
fn kept_out(pack: &Pack, profile: &Profile, priorities: &[&Priority]) -> BTreeMap<ExerciseId, Reason> {
    let mut out = BTreeMap::new();
    for direction in pack.planner.direction.iter().filter(|it| profile.aggravating.contains(&it.word)) {
        let ends = &direction.spine;
        let hurts = pack.exercises.values().filter(|it| it.spine.iter().any(|has| ends.contains(has)));
        let why = Why::Aggravates { direction: direction.word.clone() };
        out.extend(hurts.map(|it| (it.id.clone(), Reason::new("DP-46", why.clone()))));
    }
    for priority in priorities {
        let why = Why::AvoidedByFinding { observed: priority.observed.clone() };
        out.extend(
            priority.avoid.iter().map(|id| (id.clone(), Reason::new(priority.rule.clone(), why.clone()))),
        );
    }
    out
}
