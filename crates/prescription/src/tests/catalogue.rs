//! What the catalogue itself must offer (EX-16).

use model::{Stream, Tag, TrainingLevel};
use std::collections::BTreeSet;

use super::pack;
use crate::permit::permit;

/// Every tag alone leaves at least three entries a stream and two aerobic ones at each level.
#[test]
fn every_tag_leaves_a_floor_of_choice_at_every_level() {
    let equipment = model::Equipment::ALL.iter().copied().collect();
    let mut short = Vec::new();
    for tag in std::iter::once(None).chain(Tag::ALL.iter().copied().map(Some)) {
        let tags: BTreeSet<Tag> = tag.into_iter().collect();
        for level in TrainingLevel::ALL {
            for stream in Stream::ALL {
                let offered = pack().exercises.values().filter(|it| {
                    it.streams.contains(stream)
                        && it.dose.contains_key(level)
                        && permit(pack(), it, &tags, &equipment).permitted().is_some()
                });
                let floor = if *stream == Stream::Aerobic { 2 } else { 3 };
                let count = offered.count();
                if count < floor {
                    short.push(format!("{tag:?} {level} {stream}: {count}"));
                }
            }
        }
    }
    assert!(short.is_empty(), "too little choice (EX-16):\n{}", short.join("\n"));
}
