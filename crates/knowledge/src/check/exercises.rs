//! Checks the catalogue: ladders are symmetric and have no circle, swaps lead somewhere, doses make sense.

use model::{ExerciseId, LoadClass, Stream};
use std::collections::{BTreeMap, BTreeSet};

use super::Raw;
use crate::Fault;
use crate::raw::exercise::{Camera, Dose, Exercise};

type Catalogue<'a> = BTreeMap<&'a ExerciseId, (&'a str, &'a Exercise)>;

pub(super) fn check(raw: &Raw, faults: &mut Vec<Fault>) {
    let catalogue: Catalogue<'_> =
        raw.exercises.iter().map(|(path, it)| (&it.id, (path.as_str(), it))).collect();
    for (path, exercise) in catalogue.values() {
        let mut fault = |problem: String| faults.push(Fault::new(path, &exercise.id, problem));
        if !path.ends_with(&format!("/{}.toml", exercise.id)) {
            fault("the file is not named after its exercise".to_owned());
        }
        links(exercise, &catalogue, &mut fault);
        ladder(exercise, &catalogue, &mut fault);
        shape(exercise, &mut fault);
        for (level, dose) in &exercise.dose {
            if let Err(problem) = dose_makes_sense(dose) {
                fault(format!("dose {level}: {problem}"));
            }
        }
        for rule in &exercise.camera {
            if let Err(problem) = camera_makes_sense(rule, exercise.cues) {
                fault(problem);
            }
        }
    }
    named_elsewhere(raw, &catalogue, faults);
}

fn links(exercise: &Exercise, catalogue: &Catalogue<'_>, fault: &mut impl FnMut(String)) {
    let ladder = exercise.easier.iter().chain(&exercise.harder).chain(&exercise.variant_of);
    for id in ladder.chain(exercise.swap.iter().filter_map(|it| it.to.as_ref())) {
        if !catalogue.contains_key(id) {
            fault(format!("names {id}, which is not in the catalogue"));
        }
    }
    for swap in &exercise.swap {
        let says = [swap.block, swap.to.is_some(), swap.limit.is_some()].iter().filter(|it| **it).count();
        if says != 1 {
            fault(format!("the swap for {} must say exactly one of block, to, limit", swap.tag));
        }
    }
}

fn ladder(exercise: &Exercise, catalogue: &Catalogue<'_>, fault: &mut impl FnMut(String)) {
    let all = |ids: &[ExerciseId]| {
        ids.iter().filter_map(|id| catalogue.get(id)).map(|(_, it)| *it).collect::<Vec<_>>()
    };
    for harder in all(&exercise.harder) {
        if !harder.easier.contains(&exercise.id) {
            fault(format!("has {} as harder, but that does not have it as easier", harder.id));
        }
        if rank(harder.load) > rank(exercise.load) + 1 {
            fault(format!("a step to {} raises the load class by more than one", harder.id));
        }
    }
    for easier in all(&exercise.easier) {
        if !easier.harder.contains(&exercise.id) {
            fault(format!("has {} as easier, but that does not have it as harder", easier.id));
        }
    }
    let mut path = vec![&exercise.id];
    if circles(exercise, catalogue, &mut path) {
        fault("its ladder goes round in a circle".to_owned());
    }
}

fn rank(load: LoadClass) -> usize {
    LoadClass::ALL.iter().position(|it| *it == load).unwrap_or(usize::MAX)
}

fn circles<'a>(exercise: &'a Exercise, catalogue: &Catalogue<'a>, path: &mut Vec<&'a ExerciseId>) -> bool {
    for harder in exercise.harder.iter().filter_map(|id| catalogue.get(id)).map(|(_, it)| *it) {
        if path.contains(&&harder.id) {
            return true;
        }
        path.push(&harder.id);
        if circles(harder, catalogue, path) {
            return true;
        }
        path.pop();
    }
    false
}

fn shape(exercise: &Exercise, fault: &mut impl FnMut(String)) {
    let streams = exercise.streams.iter().filter(|it| **it != Stream::Balance).count();
    if streams != 1 {
        fault("counts towards exactly one stream besides balance".to_owned());
    }
    for (name, empty) in [
        ("patterns", exercise.patterns.is_empty()),
        ("targets", exercise.targets.is_empty()),
        ("positions", exercise.positions.is_empty()),
        ("spine", exercise.spine.is_empty()),
        ("dose", exercise.dose.is_empty()),
        ("camera", exercise.camera.is_empty()),
    ] {
        if empty {
            fault(format!("`{name}` is empty"));
        }
    }
}

fn dose_makes_sense(dose: &Dose) -> Result<(), &'static str> {
    let kinds = [
        dose.reps.is_some() || !dose.reps_by_set.is_empty(),
        dose.minutes.is_some(),
        dose.metres.is_some(),
        dose.breaths.is_some(),
        dose.interval_minutes.is_some(),
    ];
    if kinds.iter().filter(|it| **it).count() != 1 {
        return Err("needs exactly one of reps, reps_by_set, minutes, metres, breaths, interval_minutes");
    }
    if dose.sets[0] == 0 || dose.sets[0] > dose.sets[1] {
        return Err("`sets` is not a range of at least one set");
    }
    if !dose.reps_by_set.is_empty() && dose.reps_by_set.len() != usize::from(dose.sets[1]) {
        return Err("`reps_by_set` and `sets` disagree");
    }
    let ranges = [dose.reps, dose.hold_secs, dose.metres, dose.breaths];
    if ranges.iter().flatten().any(|[low, high]| *low == 0 || low > high) {
        return Err("a range is upside down or starts at zero");
    }
    if dose.minutes.is_some_and(|[low, high]| low <= 0.0 || low > high) {
        return Err("`minutes` is upside down or starts at zero");
    }
    Ok(())
}

fn camera_makes_sense(rule: &Camera, cues: u8) -> Result<(), String> {
    if !rule.measurable {
        return if rule.reason.is_empty() {
            Err("a camera rule that cannot be measured needs a reason".to_owned())
        } else {
            Ok(())
        };
    }
    let complete = rule.view.is_some()
        && rule.measure.is_some()
        && rule.comparison.is_some()
        && rule.value.is_some()
        && rule.unit.is_some();
    if !complete {
        return Err("a camera rule needs view, measure, comparison, value and unit".to_owned());
    }
    match rule.cue {
        Some(cue) if cue == 0 || cue > cues => {
            Err(format!("a camera rule names cue {cue}, but there are {cues}"))
        }
        _ => Ok(()),
    }
}

/// Exercise ids that other files name.
fn named_elsewhere(raw: &Raw, catalogue: &Catalogue<'_>, faults: &mut Vec<Fault>) {
    let mut named: Vec<(&str, String, &ExerciseId)> = Vec::new();
    for (path, rule) in &raw.finding_rules {
        named
            .extend(rule.select.iter().chain(&rule.avoid).map(|id| (path.as_str(), rule.id.to_string(), id)));
    }
    for (path, template) in &raw.templates {
        let layouts = template.level.values();
        let steps =
            layouts.clone().flat_map(|it| it.slot.iter().flat_map(|slot| &slot.steps).chain(&it.warm_up));
        let ids = steps
            .flat_map(|it| &it.entries)
            .chain(layouts.flat_map(|it| &it.mobility))
            .chain(&template.named_moves);
        named.extend(ids.map(|id| (path.as_str(), template.id.clone(), id)));
    }
    for tag in &raw.tags {
        named
            .extend(tag.net.iter().flat_map(|it| &it.except).map(|id| ("tags.toml", tag.id.to_string(), id)));
    }
    for activity in &raw.high_impact {
        named.extend(activity.instead.iter().map(|id| ("high-impact.toml", activity.key.clone(), id)));
    }
    for (path, item, id) in named {
        if !catalogue.contains_key(id) {
            faults.push(Fault::new(path, item, format!("names {id}, which is not in the catalogue")));
        }
    }
}

/// Everything further up on the ladders of each exercise that has a harder form.
pub(super) fn above(
    exercises: &BTreeMap<ExerciseId, Exercise>,
) -> BTreeMap<ExerciseId, BTreeSet<ExerciseId>> {
    let further_up = |entry: &Exercise| {
        let mut todo: Vec<&ExerciseId> = entry.harder.iter().collect();
        let mut above = BTreeSet::new();
        while let Some(id) = todo.pop() {
            if above.insert(id.clone()) {
                todo.extend(exercises.get(id).into_iter().flat_map(|it| &it.harder));
            }
        }
        above
    };
    let with = exercises.values().filter(|it| !it.harder.is_empty());
    with.map(|it| (it.id.clone(), further_up(it))).collect()
}
