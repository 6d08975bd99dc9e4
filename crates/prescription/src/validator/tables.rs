//! What is forbidden, worked out entry by tag straight from the files.

use assessment::{Priority, Profile, Stage};
use knowledge::Pack;
use knowledge::raw::exercise::{Dose, Exercise};
use knowledge::raw::tag::Net;
use model::{ExerciseId, Limit, LoadClass, Position, Spine, Stream, TrainingLevel};
use std::collections::{BTreeMap, BTreeSet};

use crate::constraints::Constraints;

/// What holds for this person, entry by entry.
pub(super) struct Tables<'a> {
    /// Entries that a tag forbids, each with the rule of one such tag.
    pub(super) forbidden: BTreeMap<&'a ExerciseId, String>,
    /// Positions that are left.
    pub(super) positions: BTreeMap<&'a ExerciseId, BTreeSet<Position>>,
    /// Limits that must be stated wherever the entry is done.
    pub(super) limits: BTreeMap<&'a ExerciseId, BTreeSet<Limit>>,
    /// Limits that must be stated in a position.
    pub(super) limits_in: BTreeSet<(&'a ExerciseId, Position, Limit)>,
    /// The longest hold.
    pub(super) hold_secs_max: Option<u32>,
    /// The heaviest load class.
    pub(super) load_max: LoadClass,
    /// Entries that a finding or an answer keeps out.
    pub(super) kept_out: BTreeSet<&'a ExerciseId>,
    /// Entries that the row of a tag in force offers.
    pub(super) offered: BTreeSet<&'a ExerciseId>,
    /// Entries that could be planned as strength, movement or aerobic work at the level.
    pub(super) available: BTreeSet<&'a ExerciseId>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(
        pack: &'a Pack,
        constraints: &Constraints,
        profile: &Profile,
        priorities: &'a [Priority],
        level: TrainingLevel,
    ) -> Self {
        let tags: Vec<_> = constraints.tags.keys().filter_map(|tag| pack.tags.get(tag)).collect();
        let mut made = Self {
            forbidden: BTreeMap::new(),
            positions: BTreeMap::new(),
            limits: BTreeMap::new(),
            limits_in: BTreeSet::new(),
            hold_secs_max: tags.iter().filter_map(|it| it.hold_secs_max).min(),
            load_max: match profile.stage {
                Stage::SymptomModulation => pack.dosage.stage.modulation_load_max,
                Stage::MovementControl | Stage::FunctionalOptimisation => LoadClass::High,
            },
            kept_out: kept_out(pack, profile, priorities),
            offered: BTreeSet::new(),
            available: BTreeSet::new(),
        };
        for (id, entry) in &pack.exercises {
            let mut left: BTreeSet<Position> = entry.positions.iter().copied().collect();
            for row in entry.swap.iter().filter(|row| constraints.tags.contains_key(&row.tag)) {
                made.offered.extend(&row.to);
                match row.limit {
                    Some(limit) => {
                        made.limits.entry(id).or_default().insert(limit);
                    }
                    None => {
                        made.forbidden.insert(id, "EX-10".to_owned());
                    }
                }
            }
            // A limit can name the one position; sitting is tighter than leaning, leaning than standing.
            let named = made.limits.get(id).and_then(|limits| {
                let seat = limits.contains(&Limit::Seat).then_some(Position::Sitting);
                let bench = limits.contains(&Limit::Bench).then_some(Position::Incline);
                seat.or(bench).or(limits.contains(&Limit::Stand).then_some(Position::Standing))
            });
            if let Some(position) = named {
                left = BTreeSet::from([position]);
            }
            for tag in &tags {
                let excused = entry.swap.iter().any(|row| row.tag == tag.id && row.limit.is_some());
                for part in &tag.net {
                    if part.except.contains(id)
                        || part.unless.is_some_and(|it| profile.equipment.contains(&it))
                    {
                        continue;
                    }
                    let hit = !excused && hits(part, entry);
                    match part.limit {
                        None => {
                            if hit {
                                made.forbidden.insert(id, tag.rule.to_string());
                            }
                            left.retain(|position| !part.positions.contains(position));
                        }
                        Some(limit) => {
                            let at = left.iter().filter(|position| hit || part.positions.contains(position));
                            made.limits_in.extend(at.map(|position| (id, *position, limit)));
                        }
                    }
                }
            }
            if left.is_empty() {
                made.forbidden.insert(id, "EX-11".to_owned());
            }
            made.positions.insert(id, left);
        }
        let available = pack.exercises.iter().filter(|(id, entry)| {
            let kind = [Stream::StrengthCore, Stream::Movement, Stream::Aerobic];
            let proper = entry.dose.get(&level).is_some_and(|dose| !dose.warm_up_only);
            proper
                && entry.streams.iter().any(|it| kind.contains(it))
                && !made.forbidden.contains_key(id)
                && !made.kept_out.contains(id)
                && !entry.directional_only
                && entry.load <= made.load_max
                && entry.equipment.iter().all(|it| profile.equipment.contains(it))
        });
        made.available = available.map(|(id, _)| id).collect();
        made
    }
}

fn hits(part: &Net, entry: &Exercise) -> bool {
    let spine: BTreeSet<Spine> = entry.spine.iter().copied().collect();
    let all: BTreeSet<Spine> = part.spine_all.iter().copied().collect();
    part.spine.iter().any(|it| spine.contains(it))
        || part.traits.iter().any(|it| entry.traits.contains(it))
        || (!all.is_empty() && all.is_subset(&spine))
}

fn kept_out<'a>(pack: &'a Pack, profile: &Profile, priorities: &'a [Priority]) -> BTreeSet<&'a ExerciseId> {
    let mut out: BTreeSet<&ExerciseId> = priorities.iter().flat_map(|it| &it.avoid).collect();
    for entry in pack.exercises.values() {
        let hurts = entry.spine.iter().any(|it| match it {
            Spine::Flexion => profile.aggravating.contains("bending"),
            Spine::Extension | Spine::ExtensionEnd => profile.aggravating.contains("arching"),
            Spine::Rotation => profile.aggravating.contains("twisting"),
            Spine::Neutral
            | Spine::FlexionSmall
            | Spine::ExtensionSmall
            | Spine::RotationSmall
            | Spine::LateralFlexion
            | Spine::AntiRotation
            | Spine::AntiLateralFlexion
            | Spine::AntiExtension
            | Spine::ThoracicExtension
            | Spine::ThoracicRotation => false,
        });
        out.extend(hurts.then_some(&entry.id));
    }
    out
}

/// The doses of an entry that may be planned at a level: its own, or that of a lower one.
pub(super) fn doses_up_to(entry: &Exercise, level: TrainingLevel, warm_up: bool) -> Vec<&Dose> {
    let levels = TrainingLevel::ALL.iter().filter(|it| **it <= level);
    levels.filter_map(|it| entry.dose.get(it)).filter(|it| warm_up || !it.warm_up_only).collect()
}
