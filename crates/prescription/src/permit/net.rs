//! The position net (EX-11): what a tag takes from an entry by its positions, spine directions and traits.

use knowledge::raw::exercise::Exercise;
use knowledge::raw::tag::{Net, TagEntry};
use model::Equipment;
use std::collections::BTreeSet;

use super::Way;

/// Takes from `ways` what one tag's net takes, and says whether the whole entry is blocked.
pub(super) fn apply(
    tag: &TagEntry,
    entry: &Exercise,
    equipment: &BTreeSet<Equipment>,
    ways: &mut Vec<Way>,
) -> bool {
    let in_force =
        |net: &&Net| !net.except.contains(&entry.id) && !net.unless.is_some_and(|it| equipment.contains(&it));
    // Only a limit in the row for this very tag makes a caught direction or trait admissible.
    let row_limit = entry.swap.iter().any(|it| it.tag == tag.id && it.limit.is_some());
    let mut blocked = false;
    for net in tag.net.iter().filter(in_force) {
        let caught = catches(net, entry) && !row_limit;
        let is_hit = |way: &Way| net.positions.contains(&way.position);
        if let Some(limit) = net.limit {
            for way in ways.iter_mut().filter(|way| caught || is_hit(way)) {
                way.limits.insert(limit);
            }
        } else {
            blocked |= caught;
            ways.retain(|way| !is_hit(way));
        }
    }
    blocked
}

/// Whether a part of the net catches an entry by what it does, wherever it is done.
fn catches(net: &Net, entry: &Exercise) -> bool {
    let spine = entry.spine.iter().any(|it| net.spine.contains(it));
    let combined = !net.spine_all.is_empty() && net.spine_all.iter().all(|it| entry.spine.contains(it));
    let traits = entry.traits.iter().any(|it| net.traits.contains(it));
    spine || combined || traits
}
