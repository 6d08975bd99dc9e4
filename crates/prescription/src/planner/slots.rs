//! What may fill a slot of the template, best first, each with its reasons.

use knowledge::raw::template::{Slot, Step};
use model::{ExerciseId, Pattern};
use std::collections::BTreeMap;

use super::Setting;
use crate::permit::{Purpose, Resolved, Route};
use crate::reason::{Reason, Why};

/// What the search has decided: entries that take over slots; an open slot at once, another from its own first week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    /// By the slot's place in the layout: the entry, and the reason for it.
    pub(crate) slots: BTreeMap<usize, (ExerciseId, Reason)>,
}

/// One candidate for a slot.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) found: Resolved<'a>,
    pub(super) because: Vec<Reason>,
    pub(super) leads_to: Option<ExerciseId>,
    /// Whether it stands here even if it is disliked: the search chose it, or it is there by name.
    pub(super) firm: bool,
}

/// The step of a slot that stands in a week.
pub(super) fn step(slot: &Slot, week: u8) -> Option<&Step> {
    slot.steps.iter().rev().find(|it| it.week <= week)
}

/// What the search, the template and the ladders offer for a slot in a week.
pub(super) fn candidates<'a>(
    setting: &'a Setting<'_>,
    choices: &Choices,
    index: usize,
    week: u8,
) -> Vec<Candidate<'a>> {
    let slot = &setting.layout.slot[index];
    let mut list: Vec<Candidate<'a>> = Vec::new();
    let begun = slot.open || step(slot, week).is_some();
    if let Some((id, reason)) = choices.slots.get(&index).filter(|_| begun) {
        let chosen = setting.resolver.resolve(id, Purpose::Main).into_iter().take(1);
        list.extend(chosen.map(|found| firm(found, reason.clone())));
    }
    let Some(step) = step(slot, week) else { return list };
    let itself = step.entries.iter().filter_map(|id| Some((id, setting.resolver.itself(id, Purpose::Main)?)));
    list.extend(itself.map(|(id, found)| candidate(setting, slot, id, found)));
    for id in &step.entries {
        let found = setting.resolver.resolve(id, Purpose::Main);
        list.extend(found.into_iter().map(|it| candidate(setting, slot, id, it)));
    }
    list
}

/// What the search chose.
fn firm(found: Resolved<'_>, reason: Reason) -> Candidate<'_> {
    Candidate { found, because: vec![reason], leads_to: None, firm: true }
}

/// What else could fill it: the same pattern, then the same stream; the lightest and lowest id first.
pub(super) fn alternatives<'a>(setting: &'a Setting<'_>, index: usize, week: u8) -> Vec<Candidate<'a>> {
    let slot = &setting.layout.slot[index];
    let Some(named) = step(slot, week).and_then(|it| it.entries.first()) else { return Vec::new() };
    let Some(entry) = setting.pack.exercises.get(named) else { return Vec::new() };
    let pattern = entry.patterns.first().copied();
    let mut list: Vec<(Route, Resolved<'a>)> = usable(setting)
        .filter_map(|it| {
            let same = pattern.is_some_and(|pattern| it.entry.patterns.contains(&pattern));
            let stream = it.entry.streams.first() == entry.streams.first();
            let route = if same { Route::SamePattern } else { Route::SameStream };
            (same || stream).then_some((route, it))
        })
        .collect();
    list.sort_by_key(|(route, it)| {
        let first = it.entry.patterns.first().copied() != pattern;
        (route.clone(), setting.disliked(&it.entry.id).is_some(), first, it.entry.load, it.entry.id.clone())
    });
    list.into_iter().map(|(route, it)| candidate(setting, slot, named, Resolved { route, ..it })).collect()
}

/// Strength and movement entries with this pattern that can be done, the lightest and lowest id first.
pub(super) fn with_pattern<'a>(setting: &'a Setting<'_>, pattern: Pattern) -> Vec<Resolved<'a>> {
    let mut list: Vec<_> = usable(setting).filter(|it| it.entry.patterns.contains(&pattern)).collect();
    list.sort_by_key(|it| (setting.disliked(&it.entry.id).is_some(), it.entry.load, it.entry.id.clone()));
    list
}

fn usable<'a>(setting: &'a Setting<'_>) -> impl Iterator<Item = Resolved<'a>> {
    let strength = setting.pack.exercises.values().filter(|it| Setting::is_strength(it));
    strength.filter_map(|it| setting.resolver.itself(&it.id, Purpose::Main))
}

fn candidate<'a>(
    setting: &Setting<'_>,
    slot: &Slot,
    named: &ExerciseId,
    found: Resolved<'a>,
) -> Candidate<'a> {
    let place = format!("{} {}", slot.day, slot.name);
    let mut because = vec![why(setting, named, &found.route, place)];
    let by_name = setting.template.named_moves.contains(named);
    let leads = by_name && matches!(found.route, Route::Easier | Route::Swapped { .. });
    if by_name && (leads || found.route == Route::Itself) {
        because.push(Reason::new(setting.template.rule.clone(), Why::NamedMove { named: named.clone() }));
    }
    Candidate { found, because, leads_to: leads.then(|| named.clone()), firm: by_name }
}

/// The reason for an entry that the template names, or that stands for one it names.
pub(super) fn why(setting: &Setting<'_>, named: &ExerciseId, route: &Route, place: String) -> Reason {
    let rule = match route {
        Route::Itself => return Reason::new(setting.template.rule.clone(), Why::Template { place }),
        Route::Swapped { rule, .. } => String::from(rule.clone()),
        Route::Easier | Route::Harder => "EX-14".to_owned(),
        Route::SamePattern => "AD-46".to_owned(),
        Route::SameStream => setting.template.rule.to_string(),
    };
    Reason::new(rule, Why::StandsInFor { named: named.clone(), route: route.clone() })
}
