//! What mind–body sessions and daily mobility have in common: a list in order, of which as much is taken as fits.

use knowledge::raw::exercise::Exercise;
use model::{ExerciseId, Family};
use std::collections::BTreeSet;

use super::course::Coming;
use super::draft::DraftItem;
use super::{Setting, mix};
use crate::exact::{Cover, ListItem, ListModel};
use crate::permit::{Purpose, Resolved};
use crate::prescription::Role;
use crate::reason::{Reason, Why};

/// One entry of the list to choose from, with its reason.
pub(super) type Offer<'a> = (Resolved<'a>, Reason);

/// Entries that a list looks at; more would never fit into its minutes.
const LIST_MAX: usize = 64;

/// What there is room for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) secs: u32,
    pub(super) items: usize,
    pub(super) fresh: usize,
    pub(super) moves: usize,
}

/// What a coach asks for of these families.
pub(super) fn pinned<'a>(setting: &'a Setting<'_>, families: &[Family]) -> Vec<Offer<'a>> {
    let found = setting.changes.pins.iter().filter_map(|pin| {
        let (found, _) = setting.itself(&pin.exercise, Purpose::Main)?;
        Some((found, pin.because.clone()))
    });
    found.filter(|(it, _)| families.contains(&it.entry.family)).collect()
}

/// What the findings select from these families, turn by turn so that each finding is heard.
pub(super) fn asked_for<'a>(setting: &'a Setting<'_>, families: &[Family]) -> Vec<Offer<'a>> {
    let longest = setting.priorities.iter().map(|it| it.select.len()).max().unwrap_or_default();
    let mut offers = Vec::new();
    for turn in 0..longest {
        for priority in &setting.priorities {
            let why = Why::Finding { confidence: priority.confidence, observed: priority.observed.clone() };
            let of_family = |id: &&ExerciseId| {
                setting.pack.exercises.get(*id).is_some_and(|it| families.contains(&it.family))
            };
            let id = priority.select.iter().filter(of_family).nth(turn);
            let found = id.and_then(|id| setting.resolve(id, Purpose::Main).into_iter().next());
            let found = found.filter(|(it, _)| families.contains(&it.entry.family));
            offers.extend(found.map(|(it, _)| (it, Reason::new(priority.rule.clone(), why))));
        }
    }
    first_of_each(&mut offers);
    offers
}

/// Keeps the first offer of each entry.
pub(super) fn first_of_each(offers: &mut Vec<Offer<'_>>) {
    let mut seen = BTreeSet::new();
    offers.retain(|(it, _)| seen.insert(&it.entry.id));
}

/// States a list. `counts` says of an entry whether it is new, where new ones are limited, or a first move.
pub(super) fn model(
    setting: &Setting<'_>,
    open: &[&Offer<'_>],
    (coming, room): (&Coming<'_>, &Room),
    stands: &dyn Fn(&ExerciseId) -> bool,
    counts: &dyn Fn(&Exercise) -> bool,
) -> ListModel {
    let pins = &setting.changes.pins;
    let bits = |list: &mut dyn Iterator<Item = bool>| {
        list.take(LIST_MAX).enumerate().fold(0, |bits, (at, it)| bits | u64::from(it) << at)
    };
    let item = |offer: &&Offer<'_>| {
        let entry = offer.0.entry;
        let dose = setting.dose(&offer.0, coming, None);
        ListItem {
            secs: dose.item_secs(entry, setting.estimate()),
            fresh: room.fresh < usize::MAX && counts(entry),
            first: room.moves < usize::MAX && counts(entry),
            pins: bits(&mut pins.iter().map(|it| it.exercise == entry.id)),
            findings: bits(&mut setting.covering.iter().map(|it| it.contains(&entry.id))),
        }
    };
    let pin = |it: &crate::adaptation::Pin| Cover {
        name: it.exercise.to_string(),
        weight: 1,
        done: stands(&it.exercise),
    };
    let findings = setting.priorities.iter().zip(&setting.covering).map(|(it, ids)| Cover {
        name: it.rule.to_string(),
        weight: mix::rank(it.confidence),
        done: ids.iter().any(stands),
    });
    ListModel {
        items: open.iter().take(LIST_MAX).map(item).collect(),
        secs_max: room.secs,
        items_max: room.items,
        fresh_max: room.fresh,
        moves_max: room.moves,
        pins: pins.iter().map(pin).collect(),
        findings: findings.collect(),
    }
}

/// The item of an offer.
pub(super) fn item<'a>(
    setting: &Setting<'_>,
    (found, reason): &Offer<'a>,
    coming: &Coming<'_>,
    role: Role,
) -> DraftItem<'a> {
    DraftItem {
        slot: None,
        entry: found.entry,
        permitted: found.permitted,
        dose: setting.dose(found, coming, None),
        role,
        leads_to: None,
        because: vec![reason.clone()],
    }
}
