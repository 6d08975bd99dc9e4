//! What may stand in a slot in a week, each with its reason and its place in the order of preference.
//!
//! The template is the frame: its own entry comes first, then the easier forms of it. Something else is offered
//! only for a finding, for a pattern that the week would miss, for a like, because a coach asks for it, or because
//! nothing that the template names can be done.

mod findings;

use knowledge::raw::planner::Transfer;
use knowledge::raw::template::{Slot, Step};
use model::{ExerciseId, Pattern};
use std::collections::{BTreeMap, BTreeSet};

use super::Setting;
use super::course::Coming;
use super::history::History;
use crate::permit::{Purpose, Resolved, Route};
use crate::reason::{Reason, Why};

/// One entry that may stand in a slot.
#[derive(Clone, Debug)]
pub(super) struct Offer<'a> {
    pub(super) found: Resolved<'a>,
    pub(super) because: Vec<Reason>,
    pub(super) leads_to: Option<ExerciseId>,
    /// How far down in the order of preference it stands; 0 is the first choice.
    pub(super) cost: i64,
}

/// Places in the order of preference. Within each, [`STEP`] apart, so that to wait for a later session of the week
/// weighs less than to take the next choice.
const STEP: i64 = 4;
/// What is not on the template's own ladder, but trains the same.
const ALTERNATIVE: i64 = 20 * STEP;
/// From here on nothing is of the template.
pub(super) const ELSEWHERE: i64 = ALTERNATIVE;
/// What a finding selects.
const FINDING: i64 = 30 * STEP;
/// What a coach asks for.
const PIN: i64 = 40 * STEP;
/// What trains a pattern that the week would miss.
const FILLER: i64 = 50 * STEP;
/// What the person does not like.
const DISLIKED: i64 = 100 * STEP;
/// What stood here last and is no longer named.
const LAST: i64 = 19 * STEP;

/// Other entries offered for a slot of which nothing that is named can be done.
const ALTERNATIVES_MAX: usize = 6;
/// Entries offered in one slot for a missing pattern.
const FILLERS_MAX: usize = 3;

/// Finds offers; it remembers what stands for which entry, for the weeks ask the same again and again.
pub(super) struct Offers<'a, 's> {
    setting: &'s Setting<'a>,
    usable: Vec<Resolved<'s>>,
    resolved: BTreeMap<&'s ExerciseId, Vec<Found<'s>>>,
}

/// What stands for an entry, and why if a change put it there.
type Found<'s> = (Resolved<'s>, Option<&'s Reason>);

/// The step of a slot that stands in a week of the template.
fn step(slot: &Slot, week: u8) -> Option<&Step> {
    slot.steps.iter().rev().find(|it| it.week <= week)
}

/// Sets at most of what stands in a slot in a week.
pub(super) fn sets_max(setting: &Setting<'_>, slot: &Slot, coming: &Coming<'_>) -> Option<u8> {
    let of_step = step(slot, coming.shape.number).and_then(|it| it.sets_max);
    of_step.into_iter().chain(setting.layout.sets_max).min()
}

impl<'a, 's> Offers<'a, 's> {
    pub(super) fn new(setting: &'s Setting<'a>) -> Self {
        let strength = setting.pack.exercises.values().filter(|it| Setting::is_strength(it));
        let usable = strength.filter_map(|it| setting.resolver.itself(&it.id, Purpose::Main)).collect();
        Self { setting, usable, resolved: BTreeMap::new() }
    }

    /// What is offered for each of these slots in a week, the best first.
    pub(super) fn of_week(
        &mut self,
        coming: &Coming<'_>,
        slots: &[usize],
        history: &History<'s>,
        missing: &BTreeSet<Pattern>,
    ) -> Vec<Vec<Offer<'s>>> {
        let mut claimed: BTreeMap<&str, BTreeSet<&ExerciseId>> = BTreeMap::new();
        let mut all = Vec::new();
        for index in slots {
            let day = self.setting.layout.slot[*index].day.as_str();
            let offers = self.named(coming, *index, claimed.entry(day).or_default());
            claimed.entry(day).or_default().extend(offers.first().map(|it| &it.found.entry.id));
            all.push(offers);
        }
        let heard = self.heard(slots, &all);
        let trained: BTreeSet<Pattern> =
            all.iter().filter_map(|it| it.first()).flat_map(|it| &it.found.entry.patterns).copied().collect();
        for (index, offers) in slots.iter().zip(&mut all) {
            self.besides(coming, *index, (history, &heard), offers);
            for pattern in missing.iter().filter(|it| !trained.contains(it)) {
                self.fillers(coming, *index, *pattern, offers);
            }
            finish(offers);
        }
        all
    }

    /// Whether a slot stands in a week: from its first step on, and an open one from the start.
    fn stands(&self, coming: &Coming<'_>, index: usize) -> bool {
        let slot = &self.setting.layout.slot[index];
        slot.open || step(slot, coming.shape.number).is_some()
    }

    /// The template's entry and its easier forms; something else of the same kind if none of them can be done, or all
    /// stand in the day already.
    fn named(
        &mut self,
        coming: &Coming<'_>,
        index: usize,
        claimed: &BTreeSet<&ExerciseId>,
    ) -> Vec<Offer<'s>> {
        let setting = self.setting;
        let slot = &setting.layout.slot[index];
        let Some(step) = step(slot, coming.shape.number) else { return Vec::new() };
        let mut offers: Vec<Offer<'s>> = self.transfers(step);
        for id in &step.entries {
            let itself = setting.itself(id, Purpose::Main).map(|it| self.offer(slot, id, it));
            offers.extend(itself.filter(|it| Setting::is_strength(it.found.entry)));
        }
        for id in &step.entries {
            let found: Vec<Found<'s>> = self.resolve(id).to_vec();
            let offered = found.into_iter().map(|it| self.offer(slot, id, it));
            offers.extend(offered.filter(|it| Setting::is_strength(it.found.entry)));
        }
        let mut seen = BTreeSet::new();
        offers.retain(|it| seen.insert(&it.found.entry.id));
        for (place, offer) in (0_i64..).zip(&mut offers) {
            // A choice further down weighs a little more where the template insists on the place.
            let closed = i64::from(place > 0 && !slot.open);
            offer.cost = place * STEP + closed + self.dislike(index, offer);
        }
        offers.sort_by_key(|it| it.cost);
        let open = |it: &Offer<'_>| !claimed.contains(&it.found.entry.id) && it.cost < DISLIKED;
        if !offers.iter().any(open) {
            self.alternatives(index, step, claimed, &mut offers);
        }
        offers
    }

    /// What the person's own activities ask for, where the template leaves room for it (section 6.7).
    fn transfers(&self, step: &Step) -> Vec<Offer<'s>> {
        let setting = self.setting;
        let mut offers = Vec::new();
        let wanted = |it: &&Transfer| step.transfer && setting.profile.transfers.contains(&it.key);
        for it in setting.pack.planner.transfer.iter().filter(wanted) {
            for id in &it.entries {
                let Some((found, _)) = setting.itself(id, Purpose::Main) else { continue };
                let why = Why::OwnActivity { key: it.key.clone() };
                let because = vec![Reason::new(setting.template.rule.clone(), why)];
                offers.push(Offer { found, because, leads_to: None, cost: 0 });
            }
        }
        offers.retain(|it| Setting::is_strength(it.found.entry));
        offers
    }

    /// The extra cost of what the person does not like; what is there by name stays all the same.
    fn dislike(&self, index: usize, offer: &Offer<'_>) -> i64 {
        let disliked = self.setting.disliked(&offer.found.entry.id).is_some() && !self.is_by_name(index);
        if disliked { DISLIKED } else { 0 }
    }

    fn offer(&self, slot: &Slot, named: &ExerciseId, (found, instead): Found<'s>) -> Offer<'s> {
        let setting = self.setting;
        let place = format!("{} {}", slot.day, slot.name);
        let mut because = vec![instead.cloned().unwrap_or_else(|| why(setting, named, &found.route, place))];
        let by_name = setting.template.named_moves.contains(named);
        let itself = found.entry.id == *named;
        let leads = by_name && !itself && self.leads_on(named, (&found, instead.is_some()));
        if by_name && (leads || itself) {
            because.push(Reason::new(setting.template.rule.clone(), Why::NamedMove { named: named.clone() }));
        }
        Offer { found, because, leads_to: leads.then(|| named.clone()), cost: 0 }
    }

    /// Whether what stands for a move is a step towards it: an easier one, what a tag offers, or, where a change has put
    /// it there, only if its ladders lead up to the move.
    fn leads_on(&self, named: &ExerciseId, (found, by_change): (&Resolved<'s>, bool)) -> bool {
        if by_change {
            return self.setting.pack.above(&found.entry.id).contains(named);
        }
        matches!(found.route, Route::Easier | Route::Swapped { .. })
    }

    /// What else could fill a slot: the same pattern, then the same stream; the lightest and lowest id first.
    fn alternatives(
        &self,
        index: usize,
        step: &Step,
        claimed: &BTreeSet<&ExerciseId>,
        offers: &mut Vec<Offer<'s>>,
    ) {
        let setting = self.setting;
        let slot = &setting.layout.slot[index];
        let Some(entry) = step.entries.first().and_then(|id| setting.pack.exercises.get(id)) else { return };
        let pattern = entry.patterns.first();
        let mut list: Vec<(Route, &Resolved<'s>)> = Vec::new();
        for it in self.usable.iter().filter(|it| !claimed.contains(&it.entry.id)) {
            let same = pattern.is_some_and(|pattern| it.entry.patterns.contains(pattern));
            let stream = it.entry.streams.first() == entry.streams.first();
            if same || stream {
                list.push((if same { Route::SamePattern } else { Route::SameStream }, it));
            }
        }
        list.sort_by_key(|(route, it)| {
            let first = it.entry.patterns.first() != pattern;
            (route.clone(), setting.disliked(&it.entry.id).is_some(), first, it.entry.load, &it.entry.id)
        });
        for (place, (route, it)) in (0_i64..).zip(list.into_iter().take(ALTERNATIVES_MAX)) {
            let found = Resolved { route, ..it.clone() };
            let mut offer = self.offer(slot, &step.entries[0], (found, None));
            offer.cost = ALTERNATIVE + place * STEP + self.dislike(index, &offer);
            offers.push(offer);
        }
    }

    /// What stood here last, what is liked, and what findings and a coach ask for.
    fn besides(
        &mut self,
        coming: &Coming<'_>,
        index: usize,
        (history, heard): (&History<'s>, &BTreeSet<usize>),
        offers: &mut Vec<Offer<'s>>,
    ) {
        if let Some(last) = history.in_slot.get(&index) {
            let found = self.setting.itself(&last.entry.id, Purpose::Main);
            offers.extend(found.map(|(found, instead)| Offer {
                found,
                because: instead.map_or_else(|| last.because.clone(), |it| vec![it.clone()]),
                leads_to: last.leads_to.clone(),
                cost: self.cost_of_last(&last.entry.id),
            }));
        }
        if self.is_by_name(index) || !self.stands(coming, index) {
            return;
        }
        self.liked(coming, index, offers);
        self.found(index, heard, offers);
        self.pinned(index, offers);
    }

    /// In a block that keeps, what stood somewhere last goes before all else there, unless a step from it has been earned.
    fn cost_of_last(&self, id: &ExerciseId) -> i64 {
        let kept = self.setting.template.keeps.is_some() && !self.setting.changes.earned.contains(id);
        let disliked = self.setting.disliked(id).is_some();
        if kept && !disliked { -2 * STEP } else { LAST }
    }

    /// A liked entry of the same pattern goes before the template's, if it is no harder and that one is not liked.
    fn liked(&self, coming: &Coming<'_>, index: usize, offers: &mut Vec<Offer<'s>>) {
        let setting = self.setting;
        let slot = &setting.layout.slot[index];
        let named = step(slot, coming.shape.number).and_then(|it| it.entries.first());
        let Some(named) = named.and_then(|id| setting.pack.exercises.get(id)) else { return };
        if setting.liked(&named.id).is_some() {
            return;
        }
        let harder = setting.pack.above(&named.id);
        let suits = |it: &&Resolved<'s>| {
            it.entry.patterns.first() == named.patterns.first()
                && it.entry.load <= named.load
                && !harder.contains(&it.entry.id)
                && setting.disliked(&it.entry.id).is_none()
        };
        for it in self.usable.iter().filter(suits) {
            let Some(word) = setting.liked(&it.entry.id) else { continue };
            let because = vec![Reason::new("AD-44", Why::Liked { word: word.to_owned() })];
            offers.push(Offer { found: it.clone(), because, leads_to: None, cost: -STEP });
        }
    }

    /// What a coach asks for on this day.
    fn pinned(&self, index: usize, offers: &mut Vec<Offer<'s>>) {
        let setting = self.setting;
        let slot = &setting.layout.slot[index];
        let here = |it: &&crate::adaptation::Pin| it.day.as_ref().is_none_or(|day| *day == slot.day);
        for pin in setting.changes.pins.iter().filter(here) {
            let Some((found, _)) = setting.itself(&pin.exercise, Purpose::Main) else { continue };
            if Setting::is_strength(found.entry) {
                let near = if self.is_for(index, found.entry.patterns.first()) { 0 } else { 2 * STEP };
                let cost = PIN + if slot.open { near.min(STEP) } else { near };
                offers.push(Offer { found, because: vec![pin.because.clone()], leads_to: None, cost });
            }
        }
    }

    /// What trains a pattern that the week would miss, best where the slot is meant for it, then where it is open.
    fn fillers(&self, coming: &Coming<'_>, index: usize, pattern: Pattern, offers: &mut Vec<Offer<'s>>) {
        if self.is_by_name(index) || !self.stands(coming, index) {
            return;
        }
        let setting = self.setting;
        let mut list: Vec<_> = self.usable.iter().filter(|it| it.entry.patterns.contains(&pattern)).collect();
        list.sort_by_key(|it| (setting.disliked(&it.entry.id).is_some(), it.entry.load, &it.entry.id));
        let elsewhere = if self.is_for(index, Some(&pattern)) {
            0
        } else if setting.layout.slot[index].open {
            4 * STEP
        } else {
            8 * STEP
        };
        for (place, it) in (0_i64..).zip(list.into_iter().take(FILLERS_MAX)) {
            let because = vec![Reason::new("AD-46", Why::Pattern { pattern })];
            let cost = FILLER + elsewhere + place;
            offers.push(Offer { found: it.clone(), because, leads_to: None, cost });
        }
    }

    fn resolve(&mut self, id: &'s ExerciseId) -> &[Found<'s>] {
        let setting = self.setting;
        self.resolved.entry(id).or_insert_with(|| setting.resolve(id, Purpose::Main))
    }

    /// Whether a slot holds a move that is there by name, which nothing replaces.
    fn is_by_name(&self, index: usize) -> bool {
        let mut named = self.setting.layout.slot[index].steps.iter().flat_map(|it| &it.entries);
        named.any(|id| self.setting.template.named_moves.contains(id))
    }

    /// Whether the template means a slot for a pattern.
    fn is_for(&self, index: usize, pattern: Option<&Pattern>) -> bool {
        let named = self.setting.layout.slot[index].steps.iter().flat_map(|it| &it.entries);
        let mut entries = named.filter_map(|id| self.setting.pack.exercises.get(id));
        pattern.is_some() && entries.any(|it| it.patterns.first() == pattern)
    }
}

/// Puts them in order and keeps the best offer of each entry.
fn finish(offers: &mut Vec<Offer<'_>>) {
    offers.sort_by(|a, b| (a.cost, &a.found.entry.id).cmp(&(b.cost, &b.found.entry.id)));
    let mut seen = BTreeSet::new();
    offers.retain(|it| seen.insert(&it.found.entry.id));
}

/// Leaves offers to as many slots as there may be moves, the highest-ranked first: the others would stay empty all the same, and
/// the search would look at every way to find that out.
pub(super) fn keep_first(offered: &mut [Vec<Offer<'_>>], max: usize) {
    let filled = offered.iter_mut().filter(|it| !it.is_empty());
    filled.skip(max).for_each(Vec::clear);
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
