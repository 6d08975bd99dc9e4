//! The directional self-test (AD-20..23): when it is offered, and what it says.

use assessment::{Clearance, Stage};
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use model::{Direction, ExerciseId, Leg, Nprs, Tag};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::changes::Changes;
use super::decision::{Action, Decision};
use super::weeks::reason;
use crate::permit::permit;

/// One test: ten repetitions in one direction, with what was felt before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectionalTest {
    /// The day.
    pub date: Date,
    /// The entry that was done ten times.
    pub exercise: ExerciseId,
    /// Pain before.
    pub pain_before: Option<Nprs>,
    /// Pain after.
    pub pain_after: Option<Nprs>,
    /// The furthest point in the leg before.
    pub leg_before: Option<Leg>,
    /// The furthest point in the leg after.
    pub leg_after: Option<Leg>,
    /// Minutes for which the change lasted.
    pub lasting_minutes: Option<u32>,
}

/// A direction that eases, while it is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Preference {
    /// The direction.
    pub direction: Direction,
    /// The entry that eased.
    pub exercise: ExerciseId,
    /// The last day on which it is done in its own rhythm (AD-23).
    pub until: Date,
    /// What was observed.
    pub observed: Vec<String>,
}

/// The entries with which the self-test may be offered, in the order of AD-21: those whose tags permit them.
pub fn offered(pack: &Pack, clearance: &Clearance, stage: Stage) -> Vec<ExerciseId> {
    let rule = &pack.adaptation.directional;
    if stage == Stage::FunctionalOptimisation || clearance.tags().contains_key(&Tag::Sl) {
        return Vec::new();
    }
    let tags = clearance.tags().keys().copied().collect();
    let passes = |id: &&ExerciseId| {
        pack.exercises
            .get(*id)
            .is_some_and(|it| permit(pack, it, &tags, &BTreeSet::new()).permitted().is_some())
    };
    [&rule.extension, &rule.flexion, &rule.side_glide]
        .into_iter()
        .filter_map(|list| list.iter().find(passes).cloned())
        .collect()
}

/// What a test says (AD-22): a preference, or nothing. Symptoms further down the leg are worse, whatever the back says.
pub fn preference(pack: &Pack, test: &DirectionalTest) -> Option<Preference> {
    let rule = &pack.adaptation.directional;
    let direction = pack.exercises.get(&test.exercise)?.spine.iter().find_map(|it| it.direction())?;
    let leg = test.leg_before.zip(test.leg_after);
    if leg.is_none_or(|(before, after)| after > before) {
        return None;
    }
    let dropped = test.pain_before.zip(test.pain_after).map(|(was, is)| i64::from(was) - i64::from(is));
    let eased = dropped.is_some_and(|it| it >= rule.pain_drop_from);
    let nearer = leg.is_some_and(|(before, after)| after < before);
    let lasted = test.lasting_minutes.is_some_and(|it| it >= rule.lasting_minutes_from);
    ((eased || nearer) && lasted).then(|| Preference {
        direction,
        exercise: test.exercise.clone(),
        until: test.date.saturating_add(rule.days_max.days()),
        observed: vec![
            format!("pain lower by {}", dropped.unwrap_or_default()),
            format!("lasting {} min", test.lasting_minutes.unwrap_or_default()),
        ],
    })
}

/// Leaves out the opposite of the direction that the last test found to ease, while its rhythm lasts.
pub(super) fn apply(
    pack: &Pack,
    tests: &[DirectionalTest],
    from: Date,
    changes: &mut Changes,
) -> Option<Decision> {
    let last = tests.iter().filter(|it| it.date <= from).max_by_key(|it| it.date)?;
    let found = preference(pack, last).filter(|it| from <= it.until)?;
    let decision = Decision {
        date: last.date,
        exercise: None,
        action: Action::Direction { by: found.exercise, until: found.until },
        rule: "AD-22".to_owned(),
        observed: found.observed,
    };
    let opposite = match found.direction {
        Direction::Flexion => Direction::Extension,
        Direction::Extension => Direction::Flexion,
        // A side glide has no opposite that could be left out.
        Direction::RotationFrontal => return Some(decision),
    };
    for entry in pack.exercises.values() {
        if entry.spine.iter().any(|it| it.direction() == Some(opposite)) {
            changes.out.entry(entry.id.clone()).or_insert_with(|| reason(&decision));
        }
    }
    Some(decision)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tests::pack;

    fn pain(value: i64) -> Option<Nprs> {
        Nprs::try_from(value).ok()
    }

    fn eased() -> DirectionalTest {
        DirectionalTest {
            date: date(2026, 11, 23),
            exercise: "M11".parse().unwrap(),
            pain_before: pain(5),
            pain_after: pain(3),
            leg_before: Some(Leg::Thigh),
            leg_after: Some(Leg::Thigh),
            lasting_minutes: Some(10),
        }
    }

    #[test]
    fn pain_down_by_two_for_ten_minutes_is_a_preference() {
        assert_eq!(preference(pack(), &eased()).map(|it| it.direction), Some(Direction::Extension));
        assert_eq!(preference(pack(), &DirectionalTest { lasting_minutes: Some(9), ..eased() }), None);
        assert_eq!(preference(pack(), &DirectionalTest { pain_after: pain(4), ..eased() }), None);
        assert_eq!(preference(pack(), &DirectionalTest { lasting_minutes: None, ..eased() }), None);
    }

    #[test]
    fn nearer_the_spine_is_one_and_further_down_is_worse() {
        let nearer = DirectionalTest { pain_after: pain(5), leg_after: Some(Leg::Buttock), ..eased() };
        assert!(preference(pack(), &nearer).is_some());
        let further = DirectionalTest { pain_after: pain(0), leg_after: Some(Leg::Calf), ..eased() };
        assert_eq!(preference(pack(), &further), None);
        assert_eq!(preference(pack(), &DirectionalTest { leg_after: None, ..eased() }), None);
    }
}
