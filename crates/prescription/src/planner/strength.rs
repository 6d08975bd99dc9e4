//! The strength sessions: slots filled in the order of time, so that not too much is new at once (AD-46).

use knowledge::raw::exercise::Exercise;
use knowledge::raw::template::Week;
use model::ExerciseId;
use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, DraftItem, DraftSession, DraftWeek};
use super::slots::{Candidate, Choices, alternatives, candidates, step, why};
use super::{Setting, bounds};
use crate::permit::Purpose;
use crate::prescription::{Role, SessionKind};

/// What has been done before a session.
#[derive(Debug, Default)]
struct History<'a> {
    /// Entries of earlier sessions.
    seen: BTreeSet<&'a ExerciseId>,
    /// Names of the template's days that have had their first session.
    begun: BTreeSet<&'a str>,
    /// What stood in each slot last.
    in_slot: BTreeMap<usize, Candidate<'a>>,
}

/// The strength sessions of all weeks, within every bound.
pub(super) fn weeks<'a>(setting: &'a Setting<'_>, choices: &Choices) -> Draft<'a> {
    let mut draft = Draft::default();
    let mut history = History::default();
    for (index, week) in setting.template.week.iter().enumerate() {
        let mut made = DraftWeek::default();
        for (day, name) in &setting.strength_days[index] {
            let session = session(setting, choices, &mut history, week, (*day, name));
            made.sessions.extend(Some(session).filter(|it| !it.items.is_empty()));
        }
        bounds::keep_time(setting, week.number, &mut made);
        bounds::keep_rise(setting, &draft, week, &mut made);
        if week.deload {
            bounds::deload(setting, &draft, &mut made);
        }
        draft.weeks.push(made);
        // What was taken out again has not been done.
        history.seen = draft.items().map(|(_, it)| &it.entry.id).collect();
    }
    draft
}

fn session<'a>(
    setting: &'a Setting<'_>,
    choices: &Choices,
    history: &mut History<'a>,
    week: &Week,
    (day, name): (u8, &'a str),
) -> DraftSession<'a> {
    let mut made = DraftSession { day, kind: SessionKind::Strength(name.to_owned()), items: Vec::new() };
    let new_max = new_max(setting, history, week, name);
    let mut slots: Vec<usize> = (0..setting.layout.slot.len()).collect();
    slots.retain(|it| setting.layout.slot[*it].day == name);
    // What the template insists on has the first claim to what may be new.
    slots.sort_by_key(|it| (setting.layout.slot[*it].open, *it));
    for index in slots {
        if let Some(found) = fill(setting, choices, history, week, (&made, index, new_max)) {
            let item = item(setting, week, index, &found);
            history.in_slot.insert(index, found);
            made.items.push(item);
        }
    }
    made.items.sort_by_key(|it| it.slot);
    warm_up(setting, week, &mut made);
    history.begun.insert(name);
    history.seen.extend(made.items.iter().map(|it| &it.entry.id));
    made
}

/// How many entries of a session may be new; none in a deload week, which repeats what is known.
fn new_max(setting: &Setting<'_>, history: &History<'_>, week: &Week, name: &str) -> usize {
    let bounds = &setting.pack.dosage.bounds;
    if week.deload {
        return 0;
    }
    let first = bounds.new_max_first.get(&setting.profile.level).copied().unwrap_or(bounds.new_max);
    if history.begun.contains(name) { bounds.new_max } else { first }
}

/// The best candidate that fits; else what stood here last; else, if nothing could ever stand here, another
/// entry. A slot whose candidates are merely too many new ones waits for a later session.
fn fill<'a>(
    setting: &'a Setting<'_>,
    choices: &Choices,
    history: &History<'a>,
    week: &Week,
    (made, index, new_max): (&DraftSession<'a>, usize, usize),
) -> Option<Candidate<'a>> {
    let too_new = |it: &Candidate<'a>| {
        is_new(setting, history, it.found.entry) && count_new(setting, history, made) >= new_max
    };
    let fits = |it: &Candidate<'a>| is_possible(setting, made, it) && !too_new(it);
    let named = candidates(setting, choices, index, week.number);
    let wanted = |it: &Candidate<'a>| it.firm || setting.disliked(&it.found.entry.id).is_none();
    if let Some(found) = named.iter().find(|it| wanted(it) && fits(it)) {
        return Some(found.clone());
    }
    if let Some(last) = history.in_slot.get(&index).filter(|it| fits(it)) {
        return Some(last.clone());
    }
    if named.iter().any(|it| is_possible(setting, made, it) && too_new(it)) {
        return None;
    }
    let others = alternatives(setting, index, week.number);
    let same_pattern = |it: &&Candidate<'a>| it.found.route == crate::permit::Route::SamePattern;
    let liked = others.iter().filter(same_pattern).find(|it| wanted(it) && fits(it));
    liked.or_else(|| named.iter().find(|it| fits(it))).or_else(|| others.iter().find(|it| fits(it))).cloned()
}

/// Whether a candidate can be in the session at all.
fn is_possible(setting: &Setting<'_>, made: &DraftSession<'_>, it: &Candidate<'_>) -> bool {
    use model::LoadClass;
    let entry = it.found.entry;
    let heavy = entry.load == LoadClass::High && made.heavy() >= setting.pack.dosage.bounds.load_high_max;
    let full = setting.exercises_max.is_some_and(|max| made.items.len() >= max);
    Setting::is_strength(entry) && !made.has(&entry.id) && !heavy && !full
}

/// Whether an entry counts as new: not done before, and no step up from what was (AD-46).
fn is_new(setting: &Setting<'_>, history: &History<'_>, entry: &Exercise) -> bool {
    let known = history.seen.contains(&entry.id) || entry.easier.iter().any(|id| history.seen.contains(id));
    !known && !setting.pack.dosage.bounds.never_new.contains(&entry.id)
}

fn count_new(setting: &Setting<'_>, history: &History<'_>, made: &DraftSession<'_>) -> usize {
    made.items.iter().filter(|it| is_new(setting, history, it.entry)).count()
}

fn item<'a>(setting: &Setting<'_>, week: &Week, index: usize, it: &Candidate<'a>) -> DraftItem<'a> {
    let slot = &setting.layout.slot[index];
    let of_step = step(slot, week.number).and_then(|it| it.sets_max);
    let sets_max = of_step.into_iter().chain(setting.layout.sets_max).min();
    DraftItem {
        slot: Some(index),
        open: slot.open,
        entry: it.found.entry,
        permitted: it.found.permitted,
        dose: setting.dose(&it.found, usize::from(week.number) - 1, sets_max),
        role: Role::Strength,
        leads_to: it.leads_to.clone(),
        because: it.because.clone(),
    }
}

/// Puts the warm-up entries first; they take no time of their own and only one set.
fn warm_up<'a>(setting: &'a Setting<'_>, week: &Week, made: &mut DraftSession<'a>) {
    let mut first = Vec::new();
    for step in setting.layout.warm_up.iter().filter(|it| it.week <= week.number) {
        for named in &step.entries {
            let found = setting.resolver.resolve(named, Purpose::WarmUp).into_iter().next();
            let room = setting.exercises_max.is_none_or(|max| made.items.len() + first.len() < max);
            let Some(found) = found.filter(|it| room && !made.has(&it.entry.id)) else { continue };
            if first.iter().any(|it: &DraftItem<'_>| it.entry.id == found.entry.id) {
                continue;
            }
            first.push(DraftItem {
                slot: None,
                open: false,
                entry: found.entry,
                permitted: found.permitted,
                dose: setting.dose(&found, usize::from(week.number) - 1, Some(1)),
                role: Role::WarmUp,
                leads_to: None,
                because: vec![why(setting, named, &found.route, "warm-up".to_owned())],
            });
        }
    }
    made.items.splice(0..0, first);
}
