//! What is fixed for one person and one request before anything is chosen.

use assessment::{Irritability, Priority, Profile, Stage};
use jiff::civil::Date;
use knowledge::Pack;
use knowledge::raw::exercise::Exercise;
use knowledge::raw::planner::Estimate;
use knowledge::raw::template::{Layout, Template};
use model::{ExerciseId, LoadClass, Pattern, Spine, Tag};
use std::collections::{BTreeMap, BTreeSet};

use super::{Input, PlanError, Request, calendar, effort};
use crate::constraints::Constraints;
use crate::dose::{Dose, Terms};
use crate::permit::{Purpose, Reach, Resolved, Resolver};
use crate::prescription::EffortCap;
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
    /// The template.
    pub(crate) template: &'a Template,
    /// Its layout for the level.
    pub(crate) layout: &'a Layout,
    /// The first day.
    pub(crate) start: Date,
    /// What can be done at all.
    pub(crate) resolver: Resolver<'a>,
    /// Strength days and their names, by week.
    pub(crate) strength_days: Vec<Vec<(u8, &'a str)>>,
    /// Effort caps, by week.
    pub(crate) effort_caps: Vec<EffortCap>,
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
    ) -> Result<Self, PlanError> {
        let (profile, level) = (input.profile, input.profile.level);
        let no_template = || PlanError::NoSuchTemplate(request.template.clone());
        let no_layout = || PlanError::NoLayout { template: request.template.clone(), level };
        let template = pack.templates.get(&request.template).ok_or_else(no_template)?;
        let layout = template.level.get(&level).ok_or_else(no_layout)?;
        let dosage = &pack.dosage;
        let mut priorities: Vec<&Priority> = input.priorities.iter().collect();
        priorities.sort_by(|a, b| b.confidence.cmp(&a.confidence).then_with(|| a.rule.cmp(&b.rule)));
        let kept_out = kept_out(pack, profile, &priorities);
        let modulation = profile.stage == Stage::SymptomModulation;
        let load_max = if modulation { dosage.stage.modulation_load_max } else { LoadClass::High };
        let tags: BTreeSet<Tag> = constraints.tags.keys().copied().collect();
        let ids = kept_out.keys().cloned().collect();
        let reach = Reach { level, equipment: &profile.equipment, load_max, kept_out: ids };
        let [_, cap] = dosage.session.minutes.get(&level).copied().unwrap_or_default();
        let within = |minutes: u32| profile.minutes_a_day.map_or(minutes, |it| minutes.min(it)) * 60;
        let weeks = &template.week;
        Ok(Self {
            pack,
            constraints,
            profile,
            template,
            layout,
            start: request.start,
            resolver: Resolver::new(pack, &tags, reach),
            strength_days: calendar::strength_days(pack, layout, weeks, request.start, &profile.blocked_days),
            effort_caps: weeks.iter().map(|it| effort::cap(pack, constraints, template, it)).collect(),
            session_secs_max: within(cap),
            day_secs_max: within(cap * dosage.session.day_percent_max / 100),
            exercises_max: (profile.irritability == Irritability::High)
                .then_some(dosage.irritability.high_exercises_max),
            priorities,
            kept_out,
            load_max,
        })
    }

    /// The numbers of DP-60.
    pub(crate) fn estimate(&self) -> &'a Estimate {
        &self.pack.dosage.estimate
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

    /// Patterns that a week must train, counted from 1.
    pub(crate) fn wanted_patterns(&self, week: u8) -> BTreeSet<Pattern> {
        let bounds = &self.pack.dosage.bounds;
        let weekly = self.template.weekly_patterns.as_ref().unwrap_or(&bounds.weekly_patterns);
        let later = self.template.later_patterns.as_ref().unwrap_or(&bounds.later_patterns);
        let later = later.iter().filter(|_| week >= bounds.later_from_week);
        weekly.iter().chain(later).copied().collect()
    }

    /// The planned dose of an entry in a week (counted from 0), with at most `sets_max` sets.
    pub(crate) fn dose(&self, found: &Resolved<'_>, week: usize, sets_max: Option<u8>) -> Dose {
        let (_, limits) = found.permitted.form();
        let effort_cap = self.effort_caps.get(week).map_or(self.pack.dosage.caps.moderate, |it| it.value);
        let terms = Terms {
            volume_percent: self.volume_percent(),
            sets_max,
            hold_secs_max: found.permitted.hold_secs_max,
            limits: &limits,
            effort_cap,
        };
        Dose::planned(found.dose, &terms)
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

    /// The entries by which a training decision counts as met: those it names, or what stands for them.
    pub(crate) fn covering(&self, priority: &Priority) -> BTreeSet<&ExerciseId> {
        let first = |id| self.resolver.resolve(id, Purpose::Main).into_iter().next();
        priority.select.iter().filter_map(first).map(|it| &it.entry.id).collect()
    }

    /// Whether an entry counts as strength or movement.
    pub(crate) fn is_strength(entry: &Exercise) -> bool {
        use model::Stream;
        entry.streams.iter().any(|it| matches!(it, Stream::StrengthCore | Stream::Movement))
    }
}

/// What findings keep out, and what goes to the end of a direction that hurts (DP-46).
fn kept_out(pack: &Pack, profile: &Profile, priorities: &[&Priority]) -> BTreeMap<ExerciseId, Reason> {
    let ends: [(&str, &[Spine]); 3] = [
        ("bending", &[Spine::Flexion]),
        ("arching", &[Spine::Extension, Spine::ExtensionEnd]),
        ("twisting", &[Spine::Rotation]),
    ];
    let mut out = BTreeMap::new();
    for (direction, spine) in ends.iter().filter(|(word, _)| profile.aggravating.contains(*word)) {
        let hurts = pack.exercises.values().filter(|it| it.spine.iter().any(|has| spine.contains(has)));
        let why = Why::Aggravates { direction: (*direction).to_owned() };
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
