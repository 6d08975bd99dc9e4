//! One step for an exercise in a week, two exercises a session, sets and minutes within their bounds.

use jiff::civil::Date;
use model::ExerciseId;
use prescription::{Action, Decision, Role, SessionKind, SessionLog, Week};
use std::collections::BTreeMap;

use super::Step;

const DAYS_BETWEEN_STEPS: i32 = 7;
const STEPS_A_SESSION: usize = 2;

/// Steps up that come too soon after each other, or too many at once. A session that is told under a wrong day makes one more of
/// that day.
pub(super) fn steps(decisions: &[Decision], sessions: &[SessionLog]) -> Option<String> {
    let mut last: BTreeMap<&ExerciseId, Date> = BTreeMap::new();
    let mut a_day: BTreeMap<Date, usize> = BTreeMap::new();
    let mut up: Vec<&Decision> = decisions.iter().filter(|it| it.action == Action::Progress).collect();
    up.sort_by_key(|it| it.date);
    for it in up {
        let Some(exercise) = &it.exercise else { continue };
        let before = last.insert(exercise, it.date);
        if before.is_some_and(|before| (it.date - before).get_days() < DAYS_BETWEEN_STEPS) {
            return Some(format!("{exercise} goes up on {before:?} and on {}", it.date));
        }
        let today = a_day.entry(it.date).or_default();
        *today += 1;
        let told = sessions.iter().filter(|log| log.date == it.date).count();
        if *today > STEPS_A_SESSION * told {
            return Some(format!("{today} exercises go up on {}", it.date));
        }
    }
    None
}

/// Sets (AD-47) and aerobic seconds (DP-22) of the coming weeks, each against the higher of the last two weeks that were no
/// deload and had no eased day: for sets those into which something new might come, for seconds those that had any. The short
/// walks of relief (FL-02) are no training.
pub(super) fn weeks(step: &Step<'_>) -> Option<String> {
    let dosage = &step.pack.dosage;
    let present = (step.date - step.after.start()).get_days() / 7 + 1;
    let (mut sets_before, mut moving_before): (Vec<u64>, Vec<u64>) = (Vec::new(), Vec::new());
    let most = |of: &[u64]| of.iter().rev().take(2).max().copied();
    for week in step.after.weeks() {
        let (sets, moving) =
            (sum(week, Role::Strength, |it| it.dose.sets), sum(week, Role::Aerobic, |it| it.seconds));
        let coming = i32::from(week.number) >= present;
        if let Some(most) = most(&sets_before).filter(|_| coming) {
            let allowed = (most + u64::from(dosage.bounds.sets_rise_max))
                .max(most * u64::from(100 + dosage.bounds.sets_rise_percent_max) / 100);
            if sets > allowed {
                return Some(format!("week {}: {sets} sets after {most}", week.number));
            }
        }
        if let Some(most) = most(&moving_before).filter(|_| coming) {
            let percent = if moving <= u64::from(dosage.aerobic.short_week_minutes) * 60 {
                dosage.aerobic.rise_percent_max_short
            } else {
                dosage.aerobic.rise_percent_max
            };
            if moving * 100 > most * u64::from(100 + percent) {
                return Some(format!("week {}: {moving} aerobic seconds after {most}", week.number));
            }
        }
        if week.deload || week.sessions.iter().any(|it| it.eased.is_some()) {
            continue;
        }
        if !week.eased.iter().any(|it| it.rule == "DP-35") {
            sets_before.push(sets);
        }
        if moving > 0 {
            moving_before.push(moving);
        }
    }
    None
}

fn sum(week: &Week, role: Role, of: fn(&prescription::Item) -> u32) -> u64 {
    let trained = week.sessions.iter().filter(|it| it.kind != SessionKind::Relief);
    let items = trained.flat_map(|it| &it.items).filter(|it| it.role == role);
    items.map(|it| u64::from(of(it))).sum()
}
