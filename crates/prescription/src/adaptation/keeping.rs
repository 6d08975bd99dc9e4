//! The present week of a block that keeps what was reached, its first one included.
//!
//! The weeks of such a block are alike, so that to follow an earlier one would change nothing. Rules that go back weeks
//! (DP-34, FL-04) hold the minutes of the week gone back to instead, and make the week a lighter one.

use jiff::ToSpan;
use jiff::civil::Date;

use super::changes::WeekChange;
use super::decision::{Action, Decision};
use super::flare::{Flare, Past};
use super::weeks::{Ground, aerobic_secs, deload, longest_away, number, reason, walking};

/// The week to go back to, by its number, whether the week is to be a lighter one, and the decision.
type Back = (u8, bool, Decision);

/// The present week, with what was decided about it. It may be the first behind the parent's last one.
pub(super) fn present(
    ground: Ground<'_>,
    week: u8,
    flares: (&[Past], Option<&Flare>),
) -> (WeekChange, Vec<Decision>) {
    let template_week = ground.week(week).map_or(1, |it| it.template_week);
    let mut change = WeekChange { template_week, deload: None, aerobic_secs_max: None, because: Vec::new() };
    let mut decisions = Vec::new();
    let before = ground.parent.weeks().iter().rev().find(|it| it.number < week).map(|it| it.number);
    let heavy = before.filter(|it| it + 1 == week).and_then(|it| deload(ground, it));
    let back: Vec<Back> = away(ground, week).into_iter().chain(after_flare(ground, week, flares)).collect();
    let lighter = back.iter().find(|(_, lighter, _)| *lighter).map(|(_, _, why)| why);
    let lighter = lighter.map(|why| Decision { action: Action::Deload, ..why.clone() });
    if let Some(decision) = lighter.or(heavy) {
        change.deload = Some(reason(&decision));
        decisions.push(decision);
    }
    let held =
        back.into_iter().filter_map(|(to, _, decision)| Some((aerobic_secs(ground.week(to)?), decision)));
    let done = before.and_then(|it| walking(ground, it));
    if let Some((secs, decision)) = done.into_iter().chain(held).min_by_key(|(secs, _)| *secs) {
        change.aerobic_secs_max = Some((secs, reason(&decision)));
        decisions.push(decision);
    }
    (change, decisions)
}

/// DP-34. After a time that asks for a new assessment besides, the block begins anew.
fn away(ground: Ground<'_>, week: u8) -> Option<Back> {
    let rule = &ground.pack.adaptation.absence;
    let (days, since) = longest_away(ground, week);
    let was = number(ground.parent.start(), since)?;
    let back = match days {
        it if it > rule.reassess_after_days => was.saturating_sub(ground.parent.block_from()).max(2),
        it if it >= rule.rescreen_from_days => 2,
        it if it >= rule.back_one_from_days => 1,
        it if it >= rule.repeat_from_days => 0,
        _ => return None,
    };
    let observed = format!("{days} days without a session");
    Some((was.saturating_sub(back).max(1), back > 0, held(since, "DP-34", observed)))
}

/// FL-04: while a flare lasts the minutes stay below what they were; the week after it is a lighter one.
fn after_flare(ground: Ground<'_>, week: u8, (past, open): (&[Past], Option<&Flare>)) -> Option<Back> {
    let back_to = |since: Date| {
        let was = number(ground.parent.start(), since)?;
        Some(was.saturating_sub(ground.pack.adaptation.flare.weeks_back).max(1))
    };
    if let Some(flare) = open {
        let observed = "a flare that is not over".to_owned();
        return Some((back_to(flare.since)?, false, held(flare.since, "FL-04", observed)));
    }
    let first = ground.first_day(week);
    let Past { since, over, .. } = past.iter().rev().find(|it| it.over >= first.saturating_sub(1.days()))?;
    Some((back_to(*since)?, true, held(*since, "FL-04", format!("a flare until {over}"))))
}

fn held(date: Date, rule: &str, observed: String) -> Decision {
    Decision {
        date,
        exercise: None,
        action: Action::MinutesHeld,
        rule: rule.to_owned(),
        observed: vec![observed],
    }
}
