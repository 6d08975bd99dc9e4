//! What was told of a session, read straight from the logs.

use jiff::civil::Date;
use prescription::{FollowUp, ItemLog, SessionLog};

/// Days within which an evening or a morning may be recalled (DP-45).
const RECALL_DAYS: i32 = 7;

/// The worst evening and morning told of the sessions of a day.
pub(super) fn after(follow_ups: &[FollowUp], day: Date) -> (Option<i64>, Option<i64>) {
    let of_day = || {
        follow_ups.iter().filter(|it| it.session == day && (it.told - it.session).get_days() <= RECALL_DAYS)
    };
    (
        of_day().filter_map(|it| it.evening).max().map(i64::from),
        of_day().filter_map(|it| it.morning).max().map(i64::from),
    )
}

/// How far the worst pain of an exercise was above the start, a start of less than two counting as two.
pub(super) fn rise(log: &SessionLog, item: &ItemLog) -> Option<i64> {
    let start = i64::from(log.pain_before?).max(2);
    Some(i64::from(item.pain_max?) - start)
}

/// Whether every reading about an exercise of a session is there, and nothing stood in the way before it.
pub(super) fn is_complete(log: &SessionLog, item: &ItemLog, follow_ups: &[FollowUp]) -> bool {
    let (evening, morning) = after(follow_ups, log.date);
    let leg = log.leg_before.is_some() && log.leg_after.is_some();
    let pain = log.pain_before.is_some() && item.pain_max.is_some() && evening.is_some() && morning.is_some();
    let effort = item.effort.is_some() || log.effort.is_some();
    leg && pain && effort && item.form_faults.is_some() && super::stop::warned(log).is_none()
}

/// RED by what the session itself shows (6.5): the leg, the height, the rise.
pub(super) fn is_red(log: &SessionLog, item: &ItemLog) -> bool {
    let spread = log.leg_before.zip(log.leg_after).is_some_and(|(before, after)| after > before);
    let worst = item.pain_max.map(i64::from);
    let rise = rise(log, item);
    let from = |rise: Option<i64>, least: i64| rise.is_some_and(|it| it >= least);
    spread || from(rise, 3) || (from(worst, 7) && from(rise, 1)) || (worst == Some(6) && from(rise, 2))
}

/// RED by the next morning: three above every morning and start told in the week before, and above the usual by any
/// reckoning.
pub(super) fn is_red_by_morning(log: &SessionLog, sessions: &[SessionLog], follow_ups: &[FollowUp]) -> bool {
    let Some(morning) = after(follow_ups, log.date).1 else { return false };
    let starts = sessions.iter().filter(|it| it.date <= log.date).filter_map(|it| it.pain_before);
    let mornings = follow_ups.iter().filter(|it| it.session < log.date).filter_map(|it| it.morning);
    let highest = starts.chain(mornings).map(i64::from).max();
    highest.is_some_and(|highest| morning >= highest + 3)
}
