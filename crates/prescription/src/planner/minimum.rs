//! The shortest session (DP-54): the same for every day, and what a day falls back to.

use model::ExerciseId;
use std::collections::BTreeSet;

use super::Setting;
use super::draft::{Draft, DraftItem};
use super::finish;
use super::offers::why;
use crate::permit::{Purpose, Resolved};
use crate::prescription::{MinimumSession, Role};
use crate::reason::{Reason, Why};

/// Its entries under the same filter as everything else; none only if nothing at all is permitted.
///
/// Where a programme has a fixed number of different moves, it is made of those alone.
pub(super) fn session(setting: &Setting<'_>, draft: &Draft<'_>) -> Option<MinimumSession> {
    let rule = &setting.pack.dosage.minimum_session;
    let moves: Option<BTreeSet<&ExerciseId>> =
        setting.template.moves_max.map(|_| draft.items().map(|it| &it.entry.id).collect());
    let mut items: Vec<DraftItem<'_>> = Vec::new();
    for named in rule.entries.iter().chain([&rule.walk]) {
        let suits = |it: &Resolved<'_>| {
            let known = moves.as_ref().is_none_or(|moves| moves.contains(&it.entry.id));
            known && !items.iter().any(|has| has.entry.id == it.entry.id)
        };
        let found = setting.resolve(named, Purpose::WarmUp).into_iter().map(|(it, _)| it).find(suits);
        items.extend(found.map(|it| item(setting, named, &it)));
    }
    if items.is_empty() {
        let any = setting
            .pack
            .exercises
            .keys()
            .find_map(|id| Some((id, setting.resolver.itself(id, Purpose::WarmUp)?)));
        items.extend(any.map(|(id, it)| item(setting, id, &it)));
    }
    let secs = items.iter().map(|it| it.dose.work_secs(it.entry, setting.estimate())).sum();
    let items: Vec<_> = items.iter().map(|it| finish::item(setting, it)).collect();
    (!items.is_empty()).then_some(MinimumSession { minutes: rule.minutes, items, seconds: secs })
}

/// One set of an entry; the walk as long as the rule says.
fn item<'a>(setting: &Setting<'_>, named: &ExerciseId, found: &Resolved<'a>) -> DraftItem<'a> {
    let rule = &setting.pack.dosage.minimum_session;
    let effort_cap =
        setting.coming.first().map_or(setting.pack.dosage.caps.moderate, |it| it.effort_cap.value);
    let mut dose = setting.dose_within(found, effort_cap, Some(1)).in_one_set();
    let walk = *named == rule.walk;
    if walk {
        let secs = rule.walk_minutes * 60 * setting.volume_percent() / 100;
        dose.sets = 1;
        dose.duration_secs = dose.duration_secs.map(|it| it.min(secs));
    }
    let mut because = vec![Reason::new("DP-54", Why::MinimumSession)];
    if *named != found.entry.id {
        because.push(why(setting, named, &found.route, "shortest session".to_owned()));
    }
    DraftItem {
        slot: None,
        entry: found.entry,
        permitted: found.permitted,
        dose,
        role: if walk { Role::Aerobic } else { Role::Strength },
        leads_to: None,
        because,
    }
}
