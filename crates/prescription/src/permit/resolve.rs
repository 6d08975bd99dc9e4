//! What stands in for a named entry at a level (EX-10, EX-14), and by which way it was found.
//!
//! In this order: the entry itself; what a tag's row offers, at most so many hops away and filtered again each
//! time; the nearest easier entry, or the nearest harder one where the level has outgrown it. The way is
//! kept, because it is the reason that people are told.

use knowledge::Pack;
use knowledge::raw::exercise::{Dose, Exercise};
use model::{Equipment, ExerciseId, LoadClass, RuleId, Tag, TrainingLevel};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

use super::{Permission, Permitted, permit};

/// How an entry came to stand where another was named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// It was named itself.
    Itself,
    /// A tag blocks the named entry, and its row offers this one.
    Swapped {
        /// The tag.
        tag: Tag,
        /// The rule behind it.
        rule: RuleId,
    },
    /// The named entry is too hard, blocked or out of reach; this is the nearest easier one.
    Easier,
    /// The level has outgrown the named entry; this is the nearest harder one.
    Harder,
    /// Nothing on the named entry's own ladder can be done; this trains the same pattern.
    SamePattern,
    /// Nothing of the same pattern can be done; this belongs to the same stream.
    SameStream,
}

/// What an entry is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The session proper.
    Main,
    /// The warm-up, where `warm_up_only` doses count as well.
    WarmUp,
}

/// An entry that can be done, with everything needed to dose it.
#[derive(Clone, Debug)]
pub(crate) struct Resolved<'a> {
    /// The entry.
    pub(crate) entry: &'a Exercise,
    /// The forms in which it may be done.
    pub(crate) permitted: &'a Permitted,
    /// The dose, as the catalogue has it.
    pub(crate) dose: &'a Dose,
    /// How it was found.
    pub(crate) route: Route,
}

/// What narrows the catalogue besides the tags.
#[derive(Debug)]
pub(crate) struct Reach<'a> {
    /// The dose level.
    pub(crate) level: TrainingLevel,
    /// Equipment at hand.
    pub(crate) equipment: &'a BTreeSet<Equipment>,
    /// The highest load class of the stage.
    pub(crate) load_max: LoadClass,
    /// Entries that findings or answers keep out.
    pub(crate) kept_out: BTreeSet<ExerciseId>,
}

/// Answers what can be done at one level under one set of tags.
#[derive(Debug)]
pub(crate) struct Resolver<'a> {
    pack: &'a Pack,
    reach: Reach<'a>,
    permissions: BTreeMap<&'a ExerciseId, Permission>,
}

impl<'a> Resolver<'a> {
    /// Judges the whole catalogue once.
    pub(crate) fn new(pack: &'a Pack, tags: &BTreeSet<Tag>, reach: Reach<'a>) -> Self {
        let judged = |it| permit(pack, it, tags, reach.equipment);
        let permissions = pack.exercises.iter().map(|(id, it)| (id, judged(it))).collect();
        Self { pack, reach, permissions }
    }

    /// What the tags say of an entry.
    pub(crate) fn permission(&self, id: &ExerciseId) -> Option<&Permission> {
        self.permissions.get(id)
    }

    /// Equipment that the entry needs and the person has not.
    pub(crate) fn missing_equipment(&self, entry: &Exercise) -> Vec<Equipment> {
        entry.equipment.iter().filter(|it| !self.reach.equipment.contains(it)).copied().collect()
    }

    /// Whether the entry is heavier than the stage allows.
    pub(crate) fn too_heavy(&self, entry: &Exercise) -> bool {
        entry.load > self.reach.load_max
    }

    /// The dose of an entry at the level, if it is offered there for this purpose.
    pub(crate) fn dose(&self, entry: &'a Exercise, purpose: Purpose) -> Option<&'a Dose> {
        entry.dose.get(&self.reach.level).filter(|it| purpose == Purpose::WarmUp || !it.warm_up_only)
    }

    /// The entry itself, if it can be done as named.
    pub(crate) fn itself(&'a self, id: &ExerciseId, purpose: Purpose) -> Option<Resolved<'a>> {
        let entry = self.pack.exercises.get(id)?;
        self.found(entry, self.dose(entry, purpose), Route::Itself)
    }

    /// What stands for `id`, nearest first; the caller takes the first that suits it.
    pub(crate) fn resolve(&'a self, id: &ExerciseId, purpose: Purpose) -> Vec<Resolved<'a>> {
        let Some(entry) = self.pack.exercises.get(id) else { return Vec::new() };
        let mut found: Vec<Resolved<'a>> = self.itself(id, purpose).into_iter().collect();
        if found.is_empty() {
            found.extend(self.swaps(entry, purpose));
        }
        let ladder = if self.outgrown(entry, purpose) { Ladder::Harder } else { Ladder::Easier };
        found.extend(self.walk(entry, ladder, purpose));
        let mut seen = BTreeSet::new();
        found.retain(|it| seen.insert(&it.entry.id));
        found
    }

    fn found(&'a self, entry: &'a Exercise, dose: Option<&'a Dose>, route: Route) -> Option<Resolved<'a>> {
        let permitted = self.permissions.get(&entry.id)?.permitted()?;
        let at_hand = self.missing_equipment(entry).is_empty() && !self.too_heavy(entry);
        let wanted = at_hand && !entry.directional_only && !self.reach.kept_out.contains(&entry.id);
        Some(Resolved { entry, permitted, dose: dose.filter(|_| wanted)?, route })
    }

    /// What the rows of the blocking tags offer, followed hop by hop (EX-10).
    fn swaps(&'a self, entry: &'a Exercise, purpose: Purpose) -> Vec<Resolved<'a>> {
        let blocks = self.permissions.get(&entry.id).map_or(&[][..], Permission::blocks);
        let mut found = Vec::new();
        for first in blocks {
            let route = Route::Swapped { tag: first.tag, rule: first.rule.clone() };
            let mut next = first.offered.as_ref();
            for _ in 0..self.pack.dosage.swaps.hops_max {
                let Some(target) = next.and_then(|id| self.pack.exercises.get(id)) else { break };
                if let Some(it) = self.found(target, self.dose_of_stand_in(target, purpose), route.clone()) {
                    found.push(it);
                    break;
                }
                let onward = self.permissions.get(&target.id).map_or(&[][..], Permission::blocks);
                next = onward.iter().find_map(|it| it.offered.as_ref());
                if next.is_none() {
                    found.extend(
                        self.walk(target, Ladder::Easier, purpose)
                            .into_iter()
                            .map(|it| Resolved { route: route.clone(), ..it }),
                    );
                }
            }
        }
        found
    }

    /// A stand-in without a dose at the level takes its nearest lower level's (EX-14).
    fn dose_of_stand_in(&self, entry: &'a Exercise, purpose: Purpose) -> Option<&'a Dose> {
        let lower =
            entry.dose.range(..self.reach.level).rev().map(|(_, dose)| dose).find(|it| !it.warm_up_only);
        self.dose(entry, purpose).or(lower)
    }

    /// Whether a lower level has a dose and this one has not.
    fn outgrown(&self, entry: &'a Exercise, purpose: Purpose) -> bool {
        let lower = entry.dose.range(..self.reach.level).next().is_some();
        let blocked = self.permissions.get(&entry.id).is_none_or(|it| it.permitted().is_none());
        lower && !blocked && self.dose(entry, purpose).is_none()
    }

    /// Everything on one side of the ladder that can be done, the nearest first.
    fn walk(&'a self, from: &'a Exercise, ladder: Ladder, purpose: Purpose) -> Vec<Resolved<'a>> {
        let mut seen: BTreeSet<&ExerciseId> = BTreeSet::from([&from.id]);
        let mut row = vec![from];
        let mut found = Vec::new();
        while !row.is_empty() {
            let ids = row.iter().flat_map(|it| ladder.of(it)).filter(|id| seen.insert(id));
            row = ids.filter_map(|id| self.pack.exercises.get(id)).collect();
            let here = row.iter().filter_map(|it| self.found(it, self.dose(it, purpose), ladder.route()));
            found.extend(here);
        }
        found
    }
}

#[derive(Clone, Copy)]
enum Ladder {
    Easier,
    Harder,
}

impl Ladder {
    fn of(self, entry: &Exercise) -> &[ExerciseId] {
        match self {
            Self::Easier => &entry.easier,
            Self::Harder => &entry.harder,
        }
    }

    fn route(self) -> Route {
        match self {
            Self::Easier => Route::Easier,
            Self::Harder => Route::Harder,
        }
    }
}
