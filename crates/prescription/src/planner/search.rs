//! The search: starts from the template as it is and keeps each replacement that makes the plan better.
//!
//! It is greedy and deterministic, and knows nothing of what makes a plan good: `score` does. A week that
//! misses a pattern it could train counts before every aim, for the validator would refuse it (AD-46).

use model::{Pattern, Stream};
use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::draft::Draft;
use super::score::{Aims, is_covered, score};
use super::slots::{Choices, with_pattern};
use super::{Setting, aerobic, bounds, mind_body, mobility, strength};
use crate::permit::{Purpose, Resolved};
use crate::reason::{Reason, Why};

/// Replacements tried for one missing pattern in one slot.
const REPLACEMENTS_MAX: usize = 3;

/// A draft and how good it is.
#[derive(Clone, Debug)]
pub(super) struct Plan<'a> {
    pub(super) draft: Draft<'a>,
    pub(super) aims: Aims,
    choices: Choices,
    missing: usize,
}

/// Finds the plan.
pub(super) fn search<'a>(setting: &'a Setting<'_>) -> Plan<'a> {
    let fixed = Fixed::new(setting);
    let mut best = fixed.plan(setting, Choices::default());
    for pattern in fixed.possible.clone() {
        if best.misses(setting, &fixed, pattern) {
            best = better(setting, &fixed, best, pattern_options(setting, pattern));
        }
    }
    for priority in &setting.priorities {
        if !is_covered(setting, &best.draft, priority) {
            best = better(setting, &fixed, best, finding_options(setting, priority));
        }
    }
    best
}

/// What is the same for every draft.
struct Fixed<'a> {
    modes: Vec<Resolved<'a>>,
    offers: Vec<mind_body::Offer<'a>>,
    possible: BTreeSet<Pattern>,
}

impl<'a> Fixed<'a> {
    fn new(setting: &'a Setting<'_>) -> Self {
        let done = setting.pack.exercises.keys().filter_map(|id| setting.resolver.itself(id, Purpose::Main));
        let trains =
            done.filter(|it| Setting::is_strength(it.entry) || it.entry.streams.contains(&Stream::Aerobic));
        let possible = trains.flat_map(|it| &it.entry.patterns).copied().collect();
        Self { modes: aerobic::modes(setting), offers: mind_body::offers(setting), possible }
    }

    /// Makes the plan that follows from the choices.
    fn plan(&self, setting: &'a Setting<'_>, choices: Choices) -> Plan<'a> {
        let strength = strength::weeks(setting, &choices);
        let mut draft = Draft::default();
        for mut made in strength.weeks {
            aerobic::place(setting, &self.modes, &draft, &mut made);
            mind_body::place(setting, &self.offers, &draft, &mut made);
            draft.weeks.push(made);
        }
        mobility::place(setting, &mut draft);
        for made in &mut draft.weeks {
            made.sessions.sort_by(|a, b| (a.day, &a.kind).cmp(&(b.day, &b.kind)));
        }
        let weeks = draft.weeks.iter().zip(1_u8..);
        let missing =
            weeks.map(|(made, week)| bounds::missing(setting, week, made, &self.possible).len()).sum();
        Plan { aims: score(setting, &draft), draft, choices, missing }
    }
}

impl Plan<'_> {
    fn key(&self) -> (Reverse<usize>, &Aims) {
        (Reverse(self.missing), &self.aims)
    }

    fn misses(&self, setting: &Setting<'_>, fixed: &Fixed<'_>, pattern: Pattern) -> bool {
        let mut weeks = self.draft.weeks.iter().zip(1_u8..);
        weeks.any(|(made, week)| bounds::missing(setting, week, made, &fixed.possible).contains(&pattern))
    }
}

/// One replacement: a slot and what would stand there.
type Replacement = (usize, model::ExerciseId, Reason);

/// The best plan among the present one and those with one replacement more; of equals the first.
fn better<'a>(
    setting: &'a Setting<'_>,
    fixed: &Fixed<'a>,
    present: Plan<'a>,
    options: Vec<Replacement>,
) -> Plan<'a> {
    let mut best = present;
    let start = best.choices.clone();
    for (slot, id, reason) in options {
        let mut choices = start.clone();
        choices.slots.insert(slot, (id, reason));
        let plan = fixed.plan(setting, choices);
        if plan.key() > best.key() {
            best = plan;
        }
    }
    best
}

/// Entries that train a missing pattern, in the slot meant for it, else in an open one, else in any.
fn pattern_options(setting: &Setting<'_>, pattern: Pattern) -> Vec<Replacement> {
    let mut slots: Vec<usize> =
        (0..setting.layout.slot.len()).filter(|it| !is_by_name(setting, *it)).collect();
    slots.sort_by_key(|it| (!is_for(setting, *it, pattern), !setting.layout.slot[*it].open, *it));
    let reason = Reason::new("AD-46", Why::Pattern { pattern });
    let entries: Vec<_> = with_pattern(setting, pattern).into_iter().take(REPLACEMENTS_MAX).collect();
    let pairs =
        slots.iter().flat_map(|slot| entries.iter().map(|it| (*slot, it.entry.id.clone(), reason.clone())));
    pairs.collect()
}

/// Entries that a finding selects, in an open slot or in one that trains the same pattern.
fn finding_options(setting: &Setting<'_>, priority: &assessment::Priority) -> Vec<Replacement> {
    let why = Why::Finding { confidence: priority.confidence, observed: priority.observed.clone() };
    let reason = Reason::new(priority.rule.clone(), why);
    let mut options = Vec::new();
    for id in &priority.select {
        let found = setting.resolver.resolve(id, Purpose::Main).into_iter().next();
        let Some(found) = found.filter(|it| Setting::is_strength(it.entry)) else { continue };
        let pattern = found.entry.patterns.first().copied();
        for (index, slot) in setting.layout.slot.iter().enumerate() {
            let fits = slot.open || pattern.is_some_and(|it| is_for(setting, index, it));
            if fits && !is_by_name(setting, index) {
                options.push((index, found.entry.id.clone(), reason.clone()));
            }
        }
    }
    options
}

/// Whether a slot holds a move that is there by name, which nothing replaces.
fn is_by_name(setting: &Setting<'_>, index: usize) -> bool {
    let mut named = setting.layout.slot[index].steps.iter().flat_map(|it| &it.entries);
    named.any(|id| setting.template.named_moves.contains(id))
}

/// Whether the template means a slot for a pattern.
fn is_for(setting: &Setting<'_>, index: usize, pattern: Pattern) -> bool {
    let named = setting.layout.slot[index].steps.iter().flat_map(|it| &it.entries);
    let mut entries = named.filter_map(|id| setting.pack.exercises.get(id));
    entries.any(|it| it.patterns.first() == Some(&pattern))
}
