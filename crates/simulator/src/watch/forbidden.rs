//! Nothing that a tag, a limit, missing equipment or a free day forbids: the rows of the catalogue and the position net, read
//! entry by entry for what is planned alone.

use knowledge::raw::exercise::Exercise;
use knowledge::raw::tag::{Net, TagEntry};
use prescription::{Item, Session};

use super::Step;

/// The first thing in the coming sessions that is forbidden.
pub(super) fn planned(step: &Step<'_>) -> Option<String> {
    let sessions = step.after.weeks().iter().flat_map(|it| &it.sessions).filter(|it| it.date >= step.date);
    for session in sessions {
        if let Some(fault) = on_a_free_day(step, session) {
            return Some(fault);
        }
        for item in &session.items {
            let Some(entry) = step.pack.exercises.get(&item.exercise) else {
                return Some(format!("{} does not exist", item.exercise));
            };
            let fault = equipment(step, entry).or_else(|| {
                let tags = step.clearance.tags().keys().filter_map(|it| step.pack.tags.get(it));
                let mut faults = tags.filter_map(|tag| tagged(step, tag, entry, item));
                faults.next()
            });
            if fault.is_some() {
                return fault;
            }
        }
    }
    None
}

fn on_a_free_day(step: &Step<'_>, session: &Session) -> Option<String> {
    let weekday = session.date.weekday().to_monday_one_offset();
    let free = step.profile.blocked_days.iter().any(|it| i64::from(*it) == i64::from(weekday));
    free.then(|| format!("a session on {}, a day that is kept free", session.date))
}

fn equipment(step: &Step<'_>, entry: &Exercise) -> Option<String> {
    let lacks = entry.equipment.iter().find(|it| !step.profile.equipment.contains(it))?;
    Some(format!("{} needs {lacks}", entry.id))
}

/// What one tag says against an item.
fn tagged(step: &Step<'_>, tag: &TagEntry, entry: &Exercise, item: &Item) -> Option<String> {
    let fault = |what: &str| Some(format!("{} with {}: {what}", entry.id, tag.id));
    let mut excused = false;
    for row in entry.swap.iter().filter(|it| it.tag == tag.id) {
        match row.limit {
            None => return fault("the row takes it away"),
            Some(limit) if !item.limits.contains(&limit) => return fault("a limit is not stated"),
            Some(_) => excused = true,
        }
    }
    if let (Some(most), Some(hold)) = (tag.hold_secs_max, item.dose.hold_secs)
        && hold > most
    {
        return fault("held too long");
    }
    for part in &tag.net {
        let waived = part.unless.is_some_and(|it| step.profile.equipment.contains(&it));
        if waived || part.except.contains(&entry.id) {
            continue;
        }
        let by_what_it_does = does(part, entry) && !excused;
        let by_position = item.positions.iter().any(|it| part.positions.contains(it));
        let stated = part.limit.is_some_and(|it| item.limits.contains(&it));
        if (by_what_it_does || by_position) && !stated {
            return fault("the net takes it away");
        }
    }
    None
}

fn does(part: &Net, entry: &Exercise) -> bool {
    let all = !part.spine_all.is_empty() && part.spine_all.iter().all(|it| entry.spine.contains(it));
    all || entry.spine.iter().any(|it| part.spine.contains(it))
        || entry.traits.iter().any(|it| part.traits.contains(it))
}
