//! A reason for every exercise of the catalogue: chosen because, or left out because; never both, never none.

use jiff::civil::Date;
use knowledge::raw::exercise::Exercise;
use model::{ExerciseId, Pattern};
use std::collections::BTreeMap;

use super::Setting;
use crate::permit::{Permission, Purpose};
use crate::prescription::{Choice, MinimumSession, Rationale, Role, Week};
use crate::reason::{Reason, Why};

/// The reasons behind finished weeks, from the day on which they were planned.
pub(super) fn rationale(
    setting: &Setting<'_>,
    (weeks, from): (&[Week], Date),
    minimum: Option<&MinimumSession>,
) -> Rationale {
    let mut chosen = chosen(weeks, from, minimum);
    add_findings(setting, &mut chosen);
    let others = setting.pack.exercises.values().filter(|it| !chosen.contains_key(&it.id));
    let left_out = others.map(|it| (it.id.clone(), left_out(setting, it, &chosen, weeks))).collect();
    Rationale { chosen, left_out }
}

fn chosen(weeks: &[Week], from: Date, minimum: Option<&MinimumSession>) -> BTreeMap<ExerciseId, Choice> {
    let mut chosen: BTreeMap<ExerciseId, Choice> = BTreeMap::new();
    for week in weeks {
        for item in week.sessions.iter().filter(|it| it.date >= from).flat_map(|it| &it.items) {
            let choice = chosen.entry(item.exercise.clone()).or_default();
            choice.sessions += 1;
            choice.from_week = choice.from_week.or(Some(week.number));
            choice.because.extend(item.because.iter().cloned());
        }
    }
    for item in minimum.iter().flat_map(|it| &it.items) {
        chosen.entry(item.exercise.clone()).or_default().because.extend(item.because.iter().cloned());
    }
    for choice in chosen.values_mut() {
        let mut seen = std::collections::BTreeSet::new();
        choice.because.retain(|it| seen.insert(it.clone()));
    }
    chosen
}

/// Adds what an exercise does for a finding, where it was chosen for another reason: by the template, or by name.
fn add_findings(setting: &Setting<'_>, chosen: &mut BTreeMap<ExerciseId, Choice>) {
    for (priority, covering) in setting.priorities.iter().zip(&setting.covering) {
        let rule = String::from(priority.rule.clone());
        for id in covering {
            let Some(choice) = chosen.get_mut(id) else { continue };
            if !choice.because.iter().any(|it| it.rule == rule) {
                let (confidence, observed) = (priority.confidence, priority.observed.clone());
                choice.because.push(Reason::new(rule.clone(), Why::Finding { confidence, observed }));
            }
        }
    }
}

/// Every hard reason that holds; if none does, the soft one.
fn left_out(
    setting: &Setting<'_>,
    entry: &Exercise,
    chosen: &BTreeMap<ExerciseId, Choice>,
    weeks: &[Week],
) -> Vec<Reason> {
    let mut because = blocked(setting, entry);
    let level = setting.profile.level;
    match setting.resolver.dose(entry, Purpose::WarmUp) {
        None => because.push(Reason::new("EX-14", Why::NoDoseAtLevel { level })),
        Some(it) if it.warm_up_only => because.push(Reason::new("EX-14", Why::WarmUpOnly { level })),
        Some(_) => {}
    }
    if entry.directional_only {
        because.push(Reason::new("AD-20", Why::DirectionalOnly));
    }
    let missing = setting.resolver.missing_equipment(entry);
    if !missing.is_empty() {
        because.push(Reason::new("AD-44", Why::Equipment { missing }));
    }
    if setting.resolver.too_heavy(entry) {
        let (load, load_max) = (entry.load, setting.load_max);
        because.push(Reason::new("AD-10", Why::LoadAboveStage { load, load_max }));
    }
    because.extend(setting.kept_out.get(&entry.id).cloned());
    because.extend(setting.changes.instead.get(&entry.id).map(|(_, reason)| reason.clone()));
    if because.is_empty() {
        because.push(not_chosen(setting, entry, chosen, weeks));
    }
    because
}

fn blocked(setting: &Setting<'_>, entry: &Exercise) -> Vec<Reason> {
    let blocks = setting.resolver.permission(&entry.id).map_or(&[][..], Permission::blocks);
    let reason = |it: &crate::permit::Block| {
        let causes = setting.constraints.tags.get(&it.tag).into_iter().flatten();
        let why = Why::BlockedByTag {
            tag: it.tag,
            causes: causes.map(ToString::to_string).collect(),
            offered: it.offered.clone(),
        };
        Reason::new(it.rule.clone(), why)
    };
    blocks.iter().map(reason).collect()
}

/// Why something that could be done is not in the plan.
fn not_chosen(
    setting: &Setting<'_>,
    entry: &Exercise,
    chosen: &BTreeMap<ExerciseId, Choice>,
    weeks: &[Week],
) -> Reason {
    if let Some(word) = setting.disliked(&entry.id) {
        return Reason::new("AD-44", Why::Disliked { word: word.to_owned() });
    }
    if entry.dose.get(&setting.profile.level).is_some_and(|it| it.interval_minutes.is_some()) {
        return Reason::new("DP-43", Why::IntervalsLater);
    }
    if let Some(moves_max) = setting.template.moves_max {
        let items = weeks.iter().flat_map(|it| &it.sessions).flat_map(|it| &it.items);
        let moves: std::collections::BTreeSet<_> =
            items.filter(|it| it.role != Role::Aerobic).map(|it| &it.exercise).collect();
        if moves.len() >= moves_max {
            return Reason::new(setting.template.rule.clone(), Why::ProgrammeFull { moves_max });
        }
    }
    let entries = chosen.keys().filter_map(|id| setting.pack.exercises.get(id));
    // Every stretch has the pattern mobility; only one for the same muscle does the same.
    let targets = |it: &&Exercise| it.targets.iter().any(|it| entry.targets.contains(it));
    let pattern = |it: &&Exercise| {
        it.patterns.first() == entry.patterns.first()
            && (it.patterns.first() != Some(&Pattern::Mobility) || targets(it))
    };
    let same = |it: &&Exercise| it.family == entry.family && pattern(it);
    let instead =
        entries.clone().find(same).or_else(|| entries.clone().find(pattern)).map(|it| it.id.clone());
    Reason::new(setting.template.rule.clone(), Why::NotNeeded { instead })
}
