//! The flare plan (FL-01..05): when a flare begins, which phase a day is in, and when it is over.

use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use model::LifeEvent;

use super::changes::Content;
use super::told::{Course, Judged};
use crate::response::Light;

/// A flare that is not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flare {
    /// Its first day.
    pub(crate) since: Date,
    /// The first day of the return to what was planned (FL-04), if it has come.
    pub(crate) returns: Option<Date>,
    /// What is left of the days now.
    pub(crate) content: Content,
    /// The share of every dose, per cent.
    pub(crate) percent: u32,
    /// The rule of the phase.
    pub(crate) rule: &'static str,
    /// What made it a flare.
    pub(crate) observed: String,
}

/// A flare that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Past {
    /// Its first day.
    pub(crate) since: Date,
    /// The first day of the return to what was planned (FL-04).
    pub(crate) returns: Date,
    /// Its last day.
    pub(crate) over: Date,
}

/// The phase that a flare is in.
struct Phase {
    returns: Option<Date>,
    content: Content,
    percent: u32,
    rule: &'static str,
}

/// The flares up to `as_of`: those that are over, and the one that is not.
pub(crate) fn flares(pack: &Pack, course: &Course<'_>, as_of: Date) -> (Vec<Past>, Option<Flare>) {
    let mut past: Vec<Past> = Vec::new();
    let mut from = course.sessions.first().map_or(as_of, |it| it.log.date);
    while let Some((since, observed)) = next_start(pack, course, from, as_of) {
        match end(pack, course, since, as_of) {
            Ok((returns, over)) => {
                past.push(Past { since, returns, over });
                from = over.saturating_add(1.day());
            }
            Err(Phase { returns, content, percent, rule }) => {
                return (past, Some(Flare { since, returns, content, percent, rule, observed }));
            }
        }
    }
    (past, None)
}

/// The first day from `from` on which a flare begins, and what says so.
fn next_start(pack: &Pack, course: &Course<'_>, from: Date, as_of: Date) -> Option<(Date, String)> {
    let (rule, reds) = (&pack.adaptation.flare, &pack.adaptation.red);
    let said = course.between(from, as_of).find(|it| it.log.events.contains(&LifeEvent::Flare));
    let said = said.map(|it| (it.log.date, "flare, in the person's word".to_owned()));
    let red_days: Vec<Date> =
        course.between(from, as_of).filter(|it| it.is_worsening(pack)).map(|it| it.log.date).collect();
    let close = red_days.windows(reds.flare_reds.max(1)).find_map(|it| {
        let (first, last) = (it.first()?, it.last()?);
        ((*last - *first).get_days() < reds.flare_within_days).then_some(*last)
    });
    let close = close.map(|day| (day, format!("{} red sessions in a week", reds.flare_reds)));
    let mut day = from;
    let mut mornings = None;
    while day <= as_of {
        let above = course.mornings.running_above(&pack.adaptation.baseline, day, rule.morning_rise_from);
        if above >= rule.mornings_running {
            mornings = Some((day, format!("{above} mornings running well above the usual one")));
            break;
        }
        day = day.saturating_add(1.day());
    }
    [said, close, mornings].into_iter().flatten().min()
}

/// The first day of the return and the last day of a flare, or the phase that it is in.
fn end(pack: &Pack, course: &Course<'_>, since: Date, as_of: Date) -> Result<(Date, Date), Phase> {
    let rule = &pack.adaptation.flare;
    let phase = |returns, content, percent, rule| Err(Phase { returns, content, percent, rule });
    let day = |number: i32| since.saturating_add((number - 1).days());
    let gentle_from = day(rule.relief_days + 1);
    if as_of < gentle_from {
        return phase(None, Content::Relief, rule.gentle_percent, "FL-02");
    }
    let Some(settled) = enough_greens(pack, course, gentle_from, as_of) else {
        return phase(None, Content::Gentle, rule.gentle_percent, "FL-03");
    };
    let return_from = settled.max(day(rule.gentle_until_day)).saturating_add(1.day());
    if as_of < return_from {
        return phase(None, Content::Gentle, rule.gentle_percent, "FL-03");
    }
    let Some(back) = enough_greens(pack, course, return_from, as_of) else {
        return phase(Some(return_from), Content::Planned, rule.return_percent, "FL-04");
    };
    let over = back.max(day(rule.return_until_day));
    if as_of <= over {
        return phase(Some(return_from), Content::Planned, rule.return_percent, "FL-04");
    }
    Ok((return_from, over))
}

/// The day of the session that brought the greens that a phase needs.
///
/// Whose pain is always high has no greens (DP-47), so that here a session counts which was high and unchanged, with every
/// reading told: neither evening nor morning was above the usual then.
fn enough_greens(pack: &Pack, course: &Course<'_>, from: Date, as_of: Date) -> Option<Date> {
    let needed = pack.adaptation.flare.greens_to_leave as usize;
    let settled = |it: &&Judged<'_>| it.light == Light::Green || (it.light == Light::Steady && it.complete);
    let mut greens = course.between(from, as_of).filter(settled);
    greens.nth(needed.saturating_sub(1)).map(|it| it.log.date)
}
