//! What is forbidden, worked out entry by tag straight from the files.

use assessment::{Priority, Profile, Stage};
use knowledge::Pack;
use knowledge::raw::exercise::{Dose, Exercise};
use knowledge::raw::tag::{Net, TagEntry};
use model::{ExerciseId, Limit, LoadClass, Pattern, Position, Spine, Stream, TrainingLevel};
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
    /// Entries that could be planned as anything at the level.
    pub(super) doable: BTreeSet<&'a ExerciseId>,
    /// Patterns that a week may miss.
    pub(super) excused: BTreeSet<Pattern>,
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
            doable: BTreeSet::new(),
            excused: BTreeSet::new(),
        };
        for entry in pack.exercises.values() {
            made.rows(constraints, entry);
            made.nets(&tags, profile, entry);
        }
        let doable = || pack.exercises.values().filter(|it| made.is_doable(profile, level, it));
        let available = doable().filter(|it| is_work(it)).map(|it| &it.id).collect();
        made.doable = doable().map(|it| &it.id).collect();
        made.available = available;
        made
    }

    /// What the rows of the catalogue say (EX-10).
    fn rows(&mut self, constraints: &Constraints, entry: &'a Exercise) {
        for row in entry.swap.iter().filter(|row| constraints.tags.contains_key(&row.tag)) {
            self.offered.extend(&row.to);
            if let Some(limit) = row.limit {
                self.limits.entry(&entry.id).or_default().insert(limit);
            } else {
                self.forbidden.insert(&entry.id, "EX-10".to_owned());
            }
        }
    }

    /// What the position net says (EX-11), from the positions that the rows leave.
    fn nets(&mut self, tags: &[&TagEntry], profile: &Profile, entry: &'a Exercise) {
        let mut left = self.start(entry);
        for tag in tags {
            let excused = entry.swap.iter().any(|row| row.tag == tag.id && row.limit.is_some());
            for part in &tag.net {
                let waived = part.unless.is_some_and(|it| profile.equipment.contains(&it));
                if waived || part.except.contains(&entry.id) {
                    continue;
                }
                let hit = !excused && hits(part, entry);
                if let Some(limit) = part.limit {
                    let at = left.iter().filter(|position| hit || part.positions.contains(position));
                    self.limits_in.extend(at.map(|position| (&entry.id, *position, limit)));
                } else {
                    left.retain(|position| !part.positions.contains(position));
                    if hit || left.is_empty() {
                        self.forbidden.insert(&entry.id, tag.rule.to_string());
                    }
                }
            }
        }
        self.positions.insert(&entry.id, left);
    }

    /// A limit can name the one position; sitting is tighter than leaning, leaning than standing.
    fn start(&self, entry: &Exercise) -> BTreeSet<Position> {
        let stated = |limit| self.limits.get(&entry.id).is_some_and(|it| it.contains(&limit));
        if stated(Limit::Seat) {
            BTreeSet::from([Position::Sitting])
        } else if stated(Limit::Bench) {
            BTreeSet::from([Position::Incline])
        } else if stated(Limit::Stand) {
            BTreeSet::from([Position::Standing])
        } else {
            entry.positions.iter().copied().collect()
        }
    }

    /// Takes out what the answers to sessions keep out for now. A pattern that such an entry trains may be missing: where
    /// one of its entries hurts, a harder one need not be taken instead (AD-47), and whatever the harder ones train may be missing
    /// as well. So may one that was given up with a swap.
    pub(super) fn keep_out(
        &mut self,
        pack: &Pack,
        out: &'a BTreeSet<ExerciseId>,
        swapped: &BTreeMap<ExerciseId, ExerciseId>,
    ) {
        self.kept_out.extend(out);
        self.available.retain(|id| !out.contains(*id));
        self.doable.retain(|id| !out.contains(*id) && !swapped.contains_key(*id));
        let patterns = |id: &ExerciseId| -> BTreeSet<Pattern> {
            pack.exercises.get(id).into_iter().flat_map(|it| &it.patterns).copied().collect()
        };
        let mut harder: BTreeSet<&ExerciseId> = BTreeSet::new();
        let mut next: Vec<&ExerciseId> = out.iter().collect();
        while let Some(entry) = next.pop().and_then(|it| pack.exercises.get(it)) {
            next.extend(entry.harder.iter().filter(|it| harder.insert(it)));
        }
        self.doable.retain(|id| !harder.contains(*id));
        self.excused = out.iter().chain(harder).flat_map(patterns).collect();
        self.excused.extend(swapped.iter().flat_map(|(id, to)| &patterns(id) - &patterns(to)));
    }

    fn is_doable(&self, profile: &Profile, level: TrainingLevel, entry: &Exercise) -> bool {
        entry.dose.get(&level).is_some_and(|dose| !dose.warm_up_only)
            && !self.forbidden.contains_key(&entry.id)
            && !self.kept_out.contains(&entry.id)
            && !entry.directional_only
            && entry.load <= self.load_max
            && entry.equipment.iter().all(|it| profile.equipment.contains(it))
    }
}

/// Whether it is strength, movement or aerobic work.
fn is_work(entry: &Exercise) -> bool {
    let kinds = [Stream::StrengthCore, Stream::Movement, Stream::Aerobic];
    entry.streams.iter().any(|it| kinds.contains(it))
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
    let hurting: BTreeSet<Spine> = pack
        .planner
        .direction
        .iter()
        .filter(|it| profile.aggravating.contains(&it.word))
        .flat_map(|it| it.spine.iter().copied())
        .collect();
    for entry in pack.exercises.values() {
        let moves: BTreeSet<Spine> = entry.spine.iter().copied().collect();
        out.extend((!hurting.is_disjoint(&moves)).then_some(&entry.id));
    }
    out
}

/// The doses of an entry that may be planned at a level: its own, or that of a lower one.
pub(super) fn doses_up_to(entry: &Exercise, level: TrainingLevel, warm_up: bool) -> Vec<&Dose> {
    let levels = TrainingLevel::ALL.iter().filter(|it| **it <= level);
    levels.filter_map(|it| entry.dose.get(it)).filter(|it| warm_up || !it.warm_up_only).collect()
}
