//! The hard filter, entry by entry, and against the validator's own reading of the same files.

use model::{Equipment, Limit, Position, Tag, TrainingLevel};
use std::collections::BTreeSet;

use super::{Person, id, pack};
use crate::permit::{Permission, Permitted, Purpose, Reach, Resolver, Route, permit};
use crate::validator::reading;

fn everything() -> BTreeSet<Equipment> {
    Equipment::ALL.iter().copied().collect()
}

fn permission(entry: &str, tags: &[Tag]) -> Permission {
    permit(pack(), &pack().exercises[&id(entry)], &tags.iter().copied().collect(), &everything())
}

fn form(entry: &str, tags: &[Tag]) -> (Vec<Position>, Vec<Limit>) {
    let (positions, limits) = permission(entry, tags).permitted().map(Permitted::form).unwrap();
    (positions, limits.into_iter().collect())
}

/// The first thing that stands for an entry: its id, how it was found, and how many sets it has.
fn stands_for(entry: &str, level: TrainingLevel, tags: &[Tag]) -> (String, Route, u8) {
    let equipment = everything();
    let reach =
        Reach { level, equipment: &equipment, load_max: model::LoadClass::High, kept_out: BTreeSet::new() };
    let resolver = Resolver::new(pack(), &tags.iter().copied().collect(), reach);
    let found = resolver.resolve(&id(entry), Purpose::Main);
    (found[0].entry.id.to_string(), found[0].route.clone(), found[0].dose.sets[0])
}

#[test]
fn an_entry_stays_in_the_positions_that_are_left() {
    assert_eq!(form("G01", &[]), (vec![Position::Supine, Position::Standing], vec![]));
    assert_eq!(form("G01", &[Tag::Pg]), (vec![Position::Standing], vec![]));
    assert_eq!(form("C16", &[Tag::Kr]), (vec![Position::Standing], vec![Limit::Stand]));
}

#[test]
fn a_bed_is_asked_for_only_where_nothing_else_is_left() {
    assert_eq!(form("G05", &[Tag::Fl]), (vec![Position::SideLying], vec![Limit::Bed]));
    assert_eq!(form("C01", &[Tag::Fl]), (vec![Position::Sitting], vec![]));
    assert_eq!(form("M09b", &[Tag::Fall]), (vec![Position::Prone], vec![Limit::Bed]));
}

#[test]
fn a_limit_can_name_the_position_and_the_tighter_one_counts() {
    assert_eq!(form("C16", &[Tag::Fall]), (vec![Position::Sitting], vec![Limit::Seat]));
    assert_eq!(
        form("C16", &[Tag::Fall, Tag::Fl]),
        (vec![Position::Sitting], vec![Limit::Stand, Limit::Seat])
    );
    assert_eq!(form("C12", &[Tag::Kr]), (vec![Position::Incline], vec![Limit::Bench]));
}

#[test]
fn a_limit_in_the_row_makes_a_caught_direction_admissible() {
    assert_eq!(form("M12", &[Tag::Op]), (vec![Position::Supine], vec![Limit::Small]));
    assert!(permission("M12", &[Tag::Op, Tag::Fu]).permitted().is_none(), "a block wins over every limit");
}

#[test]
fn a_block_names_its_tag_and_what_is_offered() {
    let permission = permission("F16", &[Tag::Op, Tag::Sl]);
    let offers: Vec<_> = permission.blocks().iter().map(|it| (it.tag, it.offered.clone())).collect();
    assert_eq!(offers, [(Tag::Op, Some(id("C16"))), (Tag::Sl, Some(id("C16")))]);
}

#[test]
fn what_stands_for_a_blocked_entry_is_filtered_again() {
    let (found, route, _) = stands_for("C10", TrainingLevel::L2, &[Tag::Kr]);
    assert!(found == "F11b" && matches!(route, Route::Swapped { tag: Tag::Kr, .. }));
    let (found, ..) = stands_for("C10", TrainingLevel::L2, &[Tag::Kr, Tag::Fall]);
    assert_eq!(found, "F11", "F11b is blocked by FALL in its turn");
}

#[test]
fn the_ladder_is_walked_down_when_too_hard_and_up_when_outgrown() {
    assert_eq!(stands_for("C10", TrainingLevel::L1, &[]), ("C09".to_owned(), Route::Easier, 1));
    assert_eq!(stands_for("C17", TrainingLevel::L3, &[]), ("C05".to_owned(), Route::Harder, 2));
}

#[test]
fn a_stand_in_that_the_level_has_outgrown_takes_a_lower_levels_dose() {
    let (found, route, sets) = stands_for("F10", TrainingLevel::L3, &[Tag::Sh]);
    assert!(found == "F09" && matches!(route, Route::Swapped { tag: Tag::Sh, .. }));
    assert_eq!(sets, pack().exercises[&id("F09")].dose[&TrainingLevel::L2].sets[0]);
}

/// Two readings of the same files, written apart, agree on every entry under every pair of tags.
#[test]
fn the_planner_and_the_validator_read_the_files_alike() {
    for first in Tag::ALL {
        for second in Tag::ALL {
            let person = Person::at(TrainingLevel::L2).tagged(&[*first, *second]);
            let tags: BTreeSet<Tag> = BTreeSet::from([*first, *second]);
            for (id, left) in reading(pack(), &person.constraints, person.input(), TrainingLevel::L2) {
                let permission = permit(pack(), &pack().exercises[&id], &tags, &everything());
                let ways = permission
                    .permitted()
                    .map(|it| it.ways.iter().map(|way| way.position).collect::<BTreeSet<_>>());
                assert_eq!(ways, left, "{id} under {first} and {second}");
            }
        }
    }
}
