//! Week by week: time, spacing, free and easy days, patterns, effort caps.

use model::{ExerciseId, Pattern};
use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Problem, Violation, fault};
use crate::prescription::{Item, Role, Session, SessionKind, Week};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Violation>) {
    for week in case.weeks() {
        let mut here = Vec::new();
        for session in week.sessions.iter().filter(|it| case.judges(it)) {
            times(case, session, &mut here);
        }
        days(case, week, &mut here);
        if !case.had_begun(week) && !Case::is_eased(week) {
            patterns(case, week, &mut here);
            most_days(case, week, &mut here);
        }
        effort(case, week, &mut here);
        found.extend(here.into_iter().map(|it| it.in_week(week.number)));
    }
    spacing(case, found);
}

fn is_strength(session: &Session) -> bool {
    matches!(session.kind, SessionKind::Strength(_))
}

/// DP-08, DP-53, DP-60, AD-30.
fn times(case: &Case<'_>, session: &Session, found: &mut Vec<Violation>) {
    let dosage = &case.pack.dosage;
    let around = dosage.estimate.warm_up_minutes
        + dosage.estimate.cool_down_minutes.max(case.constraints.cool_down_minutes_min);
    let items: u32 = session.items.iter().map(|it| it.seconds).sum();
    if session.seconds != items + if is_strength(session) { around * 60 } else { 0 } {
        found.push(fault("DP-60", Problem::Seconds).on(session.day));
    }
    let cap = dosage.session.minutes.get(&case.plan.level()).map_or(0, |it| it[1]);
    if session.seconds > cap.min(case.profile.minutes_a_day.unwrap_or(cap)) * 60 {
        found.push(fault("DP-08", Problem::SessionTooLong).on(session.day));
    }
    let weekday = session.date.weekday().to_monday_one_offset();
    if case.profile.blocked_days.iter().any(|it| i64::from(*it) == i64::from(weekday)) {
        found.push(fault("DP-53", Problem::BlockedDay).on(session.day));
    }
    if case.volume() == u64::from(dosage.irritability.high_volume_percent)
        && session.items.len() > dosage.irritability.high_exercises_max
    {
        found.push(fault("AD-30", Problem::TooManyExercises).on(session.day));
    }
}

/// DP-08 for the day, DP-51.
fn days(case: &Case<'_>, week: &Week, found: &mut Vec<Violation>) {
    let session = &case.pack.dosage.session;
    let cap = session.minutes.get(&case.plan.level()).map_or(0, |it| it[1]) * session.day_percent_max / 100;
    let cap = cap.min(case.profile.minutes_a_day.unwrap_or(cap)) * 60;
    let mut by_day: BTreeMap<u8, Vec<&Session>> = BTreeMap::new();
    let judged = week.sessions.iter().filter(|it| case.judges(it));
    judged.for_each(|it| by_day.entry(it.day).or_default().push(it));
    for (day, sessions) in &by_day {
        if sessions.len() > session.day_sessions_max
            || sessions.iter().map(|it| it.seconds).sum::<u32>() > cap
        {
            found.push(fault("DP-08", Problem::DayTooFull).on(*day));
        }
    }
    let hard: BTreeSet<u8> = week
        .sessions
        .iter()
        .filter(|it| is_strength(it) || it.kind == SessionKind::Aerobic)
        .map(|it| it.day)
        .collect();
    if u32::try_from(hard.len()).map_or(0, |hard| 7 - hard.min(7)) < case.pack.dosage.spacing.easy_days_min {
        found.push(fault("DP-51", Problem::NoEasyDay));
    }
}

/// DP-50, across the border of weeks as well.
fn spacing(case: &Case<'_>, found: &mut Vec<Violation>) {
    let all = case.plan.weeks().iter().flat_map(|week| week.sessions.iter().map(move |it| (week.number, it)));
    let strength: Vec<(u8, &Session)> = all.filter(|(_, it)| is_strength(it)).collect();
    for pair in strength.windows(2) {
        let ((_, earlier), (week, later)) = (pair[0], pair[1]);
        let hours = (later.date - earlier.date).get_days() * 24;
        if case.judges(later) && i64::from(hours) < i64::from(case.pack.dosage.spacing.strength_hours_min) {
            found.push(fault("DP-50", Problem::TooClose).in_week(week).on(later.day));
        }
    }
}

/// AD-46: every wanted pattern that something could train.
fn patterns(case: &Case<'_>, week: &Week, found: &mut Vec<Violation>) {
    let bounds = &case.pack.dosage.bounds;
    let mut wanted: Vec<Pattern> =
        case.template.weekly_patterns.clone().unwrap_or_else(|| bounds.weekly_patterns.clone());
    if week.template_week >= bounds.later_from_week {
        wanted.extend(case.template.later_patterns.as_ref().unwrap_or(&bounds.later_patterns));
    }
    let trains = |id: &ExerciseId, pattern: Pattern| {
        case.pack.exercises.get(id).is_some_and(|it| it.patterns.contains(&pattern))
    };
    let items: Vec<_> = week.sessions.iter().flat_map(|it| &it.items).collect();
    for pattern in wanted {
        let possible = case.tables.available.iter().any(|id| trains(id, pattern));
        if possible
            && !case.tables.excused.contains(&pattern)
            && !items.iter().any(|it| trains(&it.exercise, pattern))
        {
            found.push(fault("AD-46", Problem::PatternMissing(pattern)));
        }
    }
}

/// CM-01, CM-12: what a tag asks for on most days stands on so many of the days that have a daily set. Where the
/// template has no place for another move, the first of these needs is enough.
fn most_days(case: &Case<'_>, week: &Week, found: &mut Vec<Violation>) {
    let days_with = |counts: &dyn Fn(&Item) -> bool| -> BTreeSet<u8> {
        week.sessions.iter().filter(|it| it.items.iter().any(counts)).map(|it| it.day).collect()
    };
    let daily = days_with(&|it| it.role == Role::Mobility).len();
    let needs = case.pack.dosage.most_days.iter().filter(|it| case.constraints.tags.contains_key(&it.tag));
    let needs = needs.filter(|it| it.entries.iter().any(|id| case.tables.doable.contains(id)));
    let names: BTreeSet<&str> = needs.clone().take(1).map(|it| it.name.as_str()).collect();
    for need in needs.filter(|it| case.template.moves_max.is_none() || names.contains(it.name.as_str())) {
        let there = days_with(&|it| need.entries.contains(&it.exercise)).len();
        if there < need.days_min.min(daily) {
            found.push(fault(need.rule.as_str(), Problem::TooFewDays(need.name.clone())));
        }
    }
}

/// No cap in force is lower than the one that the week states.
fn effort(case: &Case<'_>, week: &Week, found: &mut Vec<Violation>) {
    let shape = case.template.week.iter().find(|it| it.number == week.template_week);
    let mut caps: Vec<(String, u8)> = vec![("DP-10".to_owned(), case.pack.dosage.caps.moderate)];
    caps.extend(shape.map(|it| (case.template.rule.to_string(), it.effort_cap)));
    caps.extend(case.constraints.effort_caps.iter().map(|(cap, rule)| (rule.clone(), *cap)));
    let in_force: Vec<_> = case.constraints.tags.keys().filter_map(|it| case.pack.tags.get(it)).collect();
    let raisable = in_force.iter().filter(|it| it.cap_raised_by_clinician_only).count();
    for tag in in_force {
        let raised = tag.cap_raised_by_clinician_only && case.constraints.clinician_limits;
        let alone = raisable == usize::from(tag.cap_raised_by_clinician_only);
        let cap = if alone && tag.effort_cap_alone.is_some() { tag.effort_cap_alone } else { tag.effort_cap };
        caps.extend(cap.filter(|_| !raised).map(|cap| (tag.rule.to_string(), cap)));
    }
    let vigorous = &case.pack.dosage.vigorous;
    if week.number < vigorous.week_from {
        caps.push(("PP-09".to_owned(), vigorous.effort_from.saturating_sub(1)));
    }
    let broken = caps.into_iter().filter(|(_, cap)| *cap < week.effort_cap.value);
    found.extend(broken.map(|(rule, _)| fault(&rule, Problem::EffortCap)));
}
