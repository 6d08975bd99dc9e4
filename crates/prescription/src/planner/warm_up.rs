//! What a strength session begins with, within the minutes of its warm-up.

use super::Setting;
use super::course::Coming;
use super::draft::{DraftItem, DraftSession};
use super::offers::why;
use crate::permit::Purpose;
use crate::prescription::Role;

/// Puts the warm-up entries first; they take no time of their own and only one set.
pub(super) fn warm_up<'s>(setting: &'s Setting<'_>, coming: &Coming<'_>, made: &mut DraftSession<'s>) {
    let mut first: Vec<DraftItem<'s>> = Vec::new();
    let steps = setting.layout.warm_up.iter().filter(|it| it.week <= coming.shape.number);
    for named in steps.flat_map(|it| &it.entries) {
        // What is out because it hurt makes no room for something harder.
        let mut found = setting.resolve(named, Purpose::WarmUp).into_iter();
        let found = found.find(|(it, _)| !setting.is_above_what_is_out(it.entry));
        let room = setting.exercises_max.is_none_or(|max| made.items.len() + first.len() < max);
        let Some((found, instead)) = found.filter(|(it, _)| room && !made.has(&it.entry.id)) else {
            continue;
        };
        if first.iter().any(|it| it.entry.id == found.entry.id) {
            continue;
        }
        let reason = || why(setting, named, &found.route, "warm-up".to_owned());
        first.push(DraftItem {
            slot: None,
            entry: found.entry,
            permitted: found.permitted,
            dose: setting.dose(&found, coming, Some(1)).in_one_set(),
            role: Role::WarmUp,
            leads_to: None,
            because: vec![instead.cloned().unwrap_or_else(reason)],
        });
    }
    made.items.splice(0..0, first);
}
