//! Week by week: which week of the template comes, absence (DP-34), deload (DP-33), and how far minutes may rise
//! (DP-20..24).

use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use model::Stream;

use super::changes::{Content, WeekChange};
use super::decision::{Action, Decision};
use super::flare::{Flare, Past};
use super::told::{Course, Judged};
use crate::prescription::{Prescription, Role, Week};
use crate::reason::{Reason, Why};
use crate::response::Light;
use crate::session::ItemLog;

const WEEK_DAYS: i32 = 7;

/// What the present week is judged by.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) parent: &'a Prescription,
    pub(crate) course: &'a Course<'a>,
    pub(crate) as_of: Date,
}

/// The number of the week of a programme in which a day lies, counted from 1; none before it begins.
pub(crate) fn number(start: Date, day: Date) -> Option<u8> {
    let days = (day - start).get_days();
    (days >= 0).then(|| u8::try_from(days / WEEK_DAYS + 1).unwrap_or(u8::MAX))
}

impl Ground<'_> {
    pub(super) fn first_day(&self, week: u8) -> Date {
        self.parent.start().saturating_add(((i32::from(week) - 1) * WEEK_DAYS).days())
    }

    fn last_day(&self, week: u8) -> Date {
        self.first_day(week).saturating_add((WEEK_DAYS - 1).days())
    }

    pub(super) fn week(&self, number: u8) -> Option<&Week> {
        self.parent.weeks().iter().find(|it| it.number == number)
    }

    fn sessions_in(&self, week: u8) -> impl Iterator<Item = &Judged<'_>> {
        self.course.between(self.first_day(week), self.last_day(week).min(self.as_of))
    }
}

/// The present week, with what was decided about it.
pub(crate) fn present(
    ground: Ground<'_>,
    week: u8,
    flares: (&[Past], Option<&Flare>),
) -> (WeekChange, Vec<Decision>) {
    let mut decisions = Vec::new();
    let planned = ground.week(week).map_or(week, |it| it.template_week);
    let mut change =
        WeekChange { template_week: planned, deload: None, aerobic_secs_max: None, because: Vec::new() };
    for (follows, decision) in
        [absence(ground, week), after_flare(ground, week, flares)].into_iter().flatten()
    {
        if follows < change.template_week {
            change.template_week = follows;
            change.because.push(reason(&decision));
            decisions.push(decision);
        }
    }
    if let Some(decision) = week.checked_sub(1).and_then(|before| deload(ground, before)) {
        change.deload = Some(reason(&decision));
        decisions.push(decision);
    }
    if let Some((secs, decision)) = week.checked_sub(1).and_then(|before| walking(ground, before)) {
        change.aerobic_secs_max = Some((secs, reason(&decision)));
        decisions.push(decision);
    }
    (change, decisions)
}

/// The reason that a decision gives to what it changes.
pub(crate) fn reason(decision: &Decision) -> Reason {
    Reason::new(decision.rule.clone(), Why::Answered { observed: decision.observed.clone() })
}

/// The longest time without a session that ended in a week or has not ended, in days, and the day since when.
pub(super) fn longest_away(ground: Ground<'_>, week: u8) -> (i32, Date) {
    let (first, last) = (ground.first_day(week), ground.last_day(week));
    let days: Vec<Date> = ground.course.sessions.iter().map(|it| it.log.date).collect();
    let before = days.iter().rev().find(|it| **it < first).copied().unwrap_or(ground.parent.start());
    let here = days.iter().copied().filter(|it| first <= *it && *it <= last);
    let mut since = before;
    let mut longest = (0, before);
    for day in here.chain([ground.as_of]) {
        longest = longest.max(((day - since).get_days(), since));
        since = day;
    }
    longest
}

/// DP-34: where an absence goes back to.
fn absence(ground: Ground<'_>, week: u8) -> Option<(u8, Decision)> {
    let rule = &ground.pack.adaptation.absence;
    let (away, since) = longest_away(ground, week);
    let was =
        number(ground.parent.start(), since).and_then(|it| ground.week(it)).map(|it| it.template_week)?;
    let back = match away {
        it if it > rule.reassess_after_days => was,
        it if it >= rule.rescreen_from_days => 2,
        it if it >= rule.back_one_from_days => 1,
        it if it >= rule.repeat_from_days => 0,
        _ => return None,
    };
    let follows = was.saturating_sub(back).max(1);
    let decision = Decision {
        date: since,
        exercise: None,
        action: Action::Week { follows },
        rule: "DP-34".to_owned(),
        observed: vec![format!("{away} days without a session")],
    };
    Some((follows, decision))
}

/// FL-04: the programme returns a step below where it was when the flare began; before that the week stays.
fn after_flare(
    ground: Ground<'_>,
    week: u8,
    (past, open): (&[Past], Option<&Flare>),
) -> Option<(u8, Decision)> {
    let was = |day: Date| {
        let number = number(ground.parent.start(), day)?;
        ground.week(number).map(|it| it.template_week)
    };
    let below = |day: Date| {
        let back = ground.pack.adaptation.flare.weeks_back;
        Some(was(day)?.saturating_sub(back).max(1))
    };
    let decision = |since: Date, follows: u8, observed: String| {
        let action = Action::Week { follows };
        (
            follows,
            Decision {
                date: since,
                exercise: None,
                action,
                rule: "FL-04".to_owned(),
                observed: vec![observed],
            },
        )
    };
    if let Some(flare) = open {
        let returns =
            flare.content == Content::Planned && number(ground.parent.start(), flare.since) < Some(week);
        let follows = if returns { below(flare.since) } else { was(flare.since) };
        return Some(decision(flare.since, follows?, "a flare that is not over".to_owned()));
    }
    let first = ground.first_day(week);
    let Past { since, over, .. } = past.iter().rev().find(|it| it.over >= first.saturating_sub(1.days()))?;
    Some(decision(*since, below(*since)?, format!("a flare until {over}")))
}

/// DP-33: what the week before says about this one.
pub(super) fn deload(ground: Ground<'_>, before: u8) -> Option<Decision> {
    let rule = &ground.pack.adaptation.deload;
    if ground.week(before).is_none_or(|it| it.deload) {
        return None;
    }
    let efforts: Vec<u8> = ground.sessions_in(before).filter_map(|it| Some(it.log.effort?.get())).collect();
    let sleeps: Vec<u8> = ground.sessions_in(before).filter_map(|it| it.sleep).collect();
    let ambers = ground.sessions_in(before).filter(|it| it.light == Light::Amber).count();
    let mean = |it: &[u8]| {
        let sum: u32 = it.iter().map(|it| u32::from(*it)).sum();
        u32::try_from(it.len()).ok().and_then(|count| (sum * 10).checked_div(count))
    };
    let tenths = |it: f64| crate::dose::secs(it / 6.0);
    let effort = mean(&efforts).filter(|it| *it >= tenths(rule.effort_mean_from));
    let sleep = mean(&sleeps).filter(|it| *it <= tenths(rule.sleep_mean_to));
    let mut observed = Vec::new();
    observed.extend(effort.map(|it| format!("mean effort = {}.{}", it / 10, it % 10)));
    observed.extend(sleep.map(|it| format!("mean sleep = {}.{}", it / 10, it % 10)));
    observed.extend((ambers >= rule.ambers_from).then(|| format!("{ambers} amber sessions")));
    (!observed.is_empty()).then(|| Decision {
        date: ground.last_day(before),
        exercise: None,
        action: Action::Deload,
        rule: "DP-33".to_owned(),
        observed,
    })
}

/// The aerobic seconds that a week asks for.
pub(super) fn aerobic_secs(week: &Week) -> u32 {
    let items = week.sessions.iter().flat_map(|it| &it.items);
    items.filter(|it| it.role == Role::Aerobic).map(|it| it.seconds).sum()
}

/// The week after the present one, as far as it is known already: fewer minutes after a red aerobic session of this week.
/// Whoever looks ahead on its last day is shown no more than the next morning's plan has.
pub(super) fn following(
    ground: Ground<'_>,
    week: u8,
    present: &WeekChange,
) -> Option<(WeekChange, Decision)> {
    let template = ground.pack.templates.get(ground.parent.template())?;
    let template_week = present.template_week.checked_add(1)?;
    template.week.iter().find(|it| it.number == template_week)?;
    let (secs, decision) = after_red(ground, week)?;
    let aerobic_secs_max = Some((secs, reason(&decision)));
    Some((WeekChange { template_week, deload: None, aerobic_secs_max, because: Vec::new() }, decision))
}

/// DP-22, DP-23: minutes stay unless the week before was done, and fall after a red.
pub(super) fn walking(ground: Ground<'_>, before: u8) -> Option<(u32, Decision)> {
    after_red(ground, before).or_else(|| not_done(ground, before))
}

fn is_aerobic(ground: Ground<'_>, log: &ItemLog) -> bool {
    let entry = ground.pack.exercises.get(&log.exercise);
    entry.is_some_and(|it| it.streams.contains(&Stream::Aerobic))
}

fn minutes_held(ground: Ground<'_>, before: u8, (rule, observed): (&str, String)) -> Decision {
    Decision {
        date: ground.last_day(before).min(ground.as_of),
        exercise: None,
        action: Action::MinutesHeld,
        rule: rule.to_owned(),
        observed: vec![observed],
    }
}

/// DP-42: the share of a week's aerobic seconds that is left after a red one.
fn after_red(ground: Ground<'_>, before: u8) -> Option<(u32, Decision)> {
    let red =
        |it: &Judged<'_>| it.items().any(|(log, light, _)| light == Light::Red && is_aerobic(ground, log));
    let planned = aerobic_secs(ground.week(before)?);
    let secs = planned * ground.pack.adaptation.walking.red_percent / 100;
    let decision = minutes_held(ground, before, ("DP-42", "a red aerobic session".to_owned()));
    ground.sessions_in(before).any(red).then_some((secs, decision))
}

fn not_done(ground: Ground<'_>, before: u8) -> Option<(u32, Decision)> {
    let planned = aerobic_secs(ground.week(before)?);
    let logs = ground.sessions_in(before).flat_map(|it| &it.log.items).filter(|it| is_aerobic(ground, it));
    let done: u32 = logs.flat_map(|it| &it.sets).map(|it| it.done).sum();
    let enough = done * 100 >= planned * ground.pack.adaptation.walking.held_below_percent;
    let observed = format!("{} of {} aerobic minutes told", done / 60, planned / 60);
    (!enough && planned > 0).then(|| (planned, minutes_held(ground, before, ("DP-23", observed))))
}
