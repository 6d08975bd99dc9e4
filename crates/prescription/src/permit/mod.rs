//! The hard filter (EX-10, EX-11): whether an entry may be done under a set of tags, and in which form.
//!
//! Every tag is judged on its own and the judgements are only ever added up: a block from any tag stands, a
//! way of doing the entry stays only if every tag leaves it, limits accumulate, the shortest hold counts.
//! So a tag more can only take away (invariant 4). Nothing here knows of levels, likes or findings.

mod net;
mod resolve;

use knowledge::Pack;
use knowledge::raw::exercise::Exercise;
use model::{Equipment, ExerciseId, Limit, Position, RuleId, Tag};
use serde::Serialize;
use std::collections::BTreeSet;

pub use resolve::Route;
pub(crate) use resolve::{Purpose, Reach, Resolved, Resolver};

/// What the tags say of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Permission {
    /// It may be done, in these forms.
    Permitted(Permitted),
    /// It may not be done; every block with the tag behind it.
    Blocked(Vec<Block>),
}

/// The forms in which an entry may be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Permitted {
    /// The positions left, each with what the net asks of it there; never empty.
    pub(crate) ways: Vec<Way>,
    /// Limits of the rows, which hold in every position.
    pub(crate) limits: BTreeSet<Limit>,
    /// The longest hold, in seconds.
    pub(crate) hold_secs_max: Option<u32>,
}

/// One position in which an entry may be done.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Way {
    /// The position.
    pub(crate) position: Position,
    /// What the position net asks there.
    pub(crate) limits: BTreeSet<Limit>,
}

/// One tag's block of an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Block {
    /// The tag.
    pub(crate) tag: Tag,
    /// The rule behind the tag.
    pub(crate) rule: RuleId,
    /// What its row offers instead; filtered again before it is used.
    pub(crate) offered: Option<ExerciseId>,
}

impl Permission {
    /// The forms that are left, if any.
    pub(crate) fn permitted(&self) -> Option<&Permitted> {
        match self {
            Self::Permitted(permitted) => Some(permitted),
            Self::Blocked(_) => None,
        }
    }

    /// What blocks it; empty when nothing does.
    pub(crate) fn blocks(&self) -> &[Block] {
        match self {
            Self::Permitted(_) => &[],
            Self::Blocked(blocks) => blocks,
        }
    }
}

impl Permitted {
    /// The positions to plan, and every limit that then holds: ways without a condition of the net if there
    /// are any, else all ways with all their conditions.
    pub(crate) fn form(&self) -> (Vec<Position>, BTreeSet<Limit>) {
        let free: Vec<&Way> = self.ways.iter().filter(|it| it.limits.is_empty()).collect();
        let used = if free.is_empty() { self.ways.iter().collect() } else { free };
        let limits = used.iter().flat_map(|it| &it.limits).chain(&self.limits).copied().collect();
        (used.iter().map(|it| it.position).collect(), limits)
    }
}

/// Judges `entry` under `tags`. `equipment` matters only where a part of the net falls away with it.
pub(crate) fn permit(
    pack: &Pack,
    entry: &Exercise,
    tags: &BTreeSet<Tag>,
    equipment: &BTreeSet<Equipment>,
) -> Permission {
    let mut permitted = Permitted::default();
    let mut ways = positions(entry, tags);
    let mut blocks = Vec::new();
    for tag in tags.iter().filter_map(|it| pack.tags.get(it)) {
        let rows: Vec<_> = entry.swap.iter().filter(|it| it.tag == tag.id).collect();
        let block = |offered| Block { tag: tag.id, rule: tag.rule.clone(), offered };
        blocks.extend(rows.iter().filter(|it| it.limit.is_none()).map(|it| block(it.to.clone())));
        permitted.limits.extend(rows.iter().filter_map(|it| it.limit));
        permitted.hold_secs_max = permitted.hold_secs_max.into_iter().chain(tag.hold_secs_max).min();
        let had_ways = !ways.is_empty();
        let blocked = net::apply(tag, entry, equipment, &mut ways);
        if blocked || (had_ways && ways.is_empty()) {
            blocks.push(block(None));
        }
    }
    if blocks.is_empty() {
        permitted.ways = ways;
        return Permission::Permitted(permitted);
    }
    blocks.sort();
    blocks.dedup();
    // A block that offers something says more than one of the same tag that does not.
    let offers: BTreeSet<Tag> = blocks.iter().filter(|it| it.offered.is_some()).map(|it| it.tag).collect();
    blocks.retain(|it| it.offered.is_some() || !offers.contains(&it.tag));
    Permission::Blocked(blocks)
}

/// The positions to start from: those of the entry, or the one that a limit of its rows names.
///
/// Of two such limits the tighter counts: sitting before leaning, leaning before standing.
fn positions(entry: &Exercise, tags: &BTreeSet<Tag>) -> Vec<Way> {
    let limits: BTreeSet<Limit> =
        entry.swap.iter().filter(|it| tags.contains(&it.tag)).filter_map(|it| it.limit).collect();
    let named = [
        (Limit::Seat, Position::Sitting),
        (Limit::Bench, Position::Incline),
        (Limit::Stand, Position::Standing),
    ];
    let only = named.iter().find(|(limit, _)| limits.contains(limit)).map(|(_, position)| *position);
    let positions = only.map_or_else(|| entry.positions.clone(), |it| vec![it]);
    positions.into_iter().map(|position| Way { position, limits: BTreeSet::new() }).collect()
}
