//! From what was told of the sessions to the next prescription: what changes, by which rule, on which observation.
//!
//! In reading order: `told` puts in order and judges what was told; `entries` decides exercise by exercise, `flare`,
//! `weeks` and `stage` for the days and weeks; `gate` says what stops the programme; `in_force` holds the doses; `changes`
//! is what the planner is given; `difference` says in the end what is not as it was.
//!
//! Everything is worked out anew from all that was told, so that a value told late counts as if it had been there.

mod block;
mod case;
mod changes;
mod decision;
mod difference;
mod direction;
mod entries;
mod flare;
mod gate;
pub(crate) mod in_force;
mod keeping;
mod orders;
mod stage;
mod today;
mod told;
mod weeks;
mod wish;

use assessment::{Clearance, Irritability, Profile};
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;

pub use block::{
    BlockDecision, Change, NextBlock, Outcomes, Pair, after_keeping, next_block, overall_change,
};
pub use changes::{Changes, Content, Eased, Pin, WeekChange};
pub use decision::{Action, Decision};
pub use difference::{Difference, differences};
pub use direction::{DirectionalTest, Preference, offered as directions_offered, preference};
pub use gate::{Halt, Needs, Screened, alarm_halts, halted, session_halts};
pub use orders::{Refusal, refusal};
pub use today::{HighStart, high_start};
pub use told::{Told, session_lights};
pub use wish::{Order, Wants, What, Wish};

use crate::planner::{Afresh, Input, PlanError, Request, Solver, plan_next_by};
use crate::planted::{Bug, planted, turn};
use crate::prescription::Prescription;
use crate::response::{Light, in_words};
use entries::Entries;
use flare::Flare;
use told::Course;

/// The programme that is in force, and what is known of how it came about.
#[derive(Clone, Copy, Debug)]
pub struct InForce<'a> {
    /// The programme.
    pub prescription: &'a Prescription,
    /// The days on which it and those before it were put in force, in order.
    pub decided: &'a [Date],
    /// The full screen in force.
    pub screened: Screened,
}

/// What follows from what was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The programme goes on, with these changes.
    GoesOn(Box<Adapted>),
    /// No session until something has happened.
    Halted(Halt),
    /// The last week of the template is over: the next block is to be decided.
    BlockDone,
}

/// The changes and the decisions behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adapted {
    /// From this day on.
    pub from: Date,
    /// What the planner is given.
    pub changes: Changes,
    /// The profile in force: its stage and irritability may have changed.
    pub profile: Profile,
    /// Every decision that was made, in the order of time.
    pub decisions: Vec<Decision>,
}

/// Decides what changes from `as_of` on. It makes no plan: [`next`] does.
pub fn adapt(pack: &Pack, profile: &Profile, in_force: InForce<'_>, told: Told<'_>, as_of: Date) -> Verdict {
    adapt_within(pack, profile, in_force, told, (as_of, false))
}

/// Decides what a block that keeps what was reached begins with, once [`adapt`] says that the last week is over. [`next_in`] makes the plan.
pub fn adapt_beyond(
    pack: &Pack,
    profile: &Profile,
    in_force: InForce<'_>,
    told: Told<'_>,
    as_of: Date,
) -> Verdict {
    adapt_within(pack, profile, in_force, told, (as_of, true))
}

fn adapt_within(
    pack: &Pack,
    profile: &Profile,
    in_force: InForce<'_>,
    told: Told<'_>,
    (as_of, beyond): (Date, bool),
) -> Verdict {
    let parent = in_force.prescription;
    let (course, past, open) = judged(pack, told, as_of);
    if let Some(halt) = gate::halt(pack, &course, open.as_ref(), in_force.screened, as_of) {
        return Verdict::Halted(halt);
    }
    let start = parent.start();
    // What was done today stays as it was done.
    let from = if course.last_day() == Some(as_of) { as_of.saturating_add(1.day()) } else { as_of };
    let from = from.max(start);
    let week = weeks::number(start, from).unwrap_or(1);
    let over = parent.weeks().last().is_none_or(|last| week > last.number);
    if over && !beyond {
        return Verdict::BlockDone;
    }
    let ground = case::Ground {
        pack,
        profile,
        decided: in_force.decided,
        flares: (&past, open.as_ref().map(|it| (it.since, it.returns))),
        start,
    };
    let entries = Entries::of(ground, &course, told.wishes, as_of);
    let (stage, staged) = stage::stage(pack, profile.stage, &course, told.rmdq, (start, as_of));
    let mut changes = Changes::default();
    let mut decisions = entries.decisions.clone();
    decisions.extend(staged);
    let ground = weeks::Ground { pack, parent, course: &course, as_of };
    let flares = (past.as_slice(), open.as_ref());
    let keeps = over || pack.templates.get(parent.template()).is_some_and(|it| it.keeps.is_some());
    let (present, weekly) =
        if keeps { keeping::present(ground, week, flares) } else { weeks::present(ground, week, flares) };
    decisions.extend(weekly);
    let following = weeks::following(ground, week, &present);
    changes.weeks.push(present);
    if let Some((change, decision)) = following {
        changes.weeks.push(change);
        decisions.push(decision);
    }
    for eased in eased(pack, profile, &course, (&past, open.as_ref()), from) {
        decisions.push(eased.1);
        changes.eased.push(eased.0);
    }
    let nothing_new = nothing_new(&course, open.as_ref(), (start, from));
    changes.nothing_new = nothing_new.as_ref().map(weeks::reason);
    decisions.extend(nothing_new);
    of_entries(pack, parent, &entries, from, &mut changes);
    decisions.extend(direction::apply(pack, told.directions, from, &mut changes));
    decisions.extend(orders::apply(pack, told.orders, as_of, &mut changes));
    decisions.sort();
    Verdict::GoesOn(Box::new(Adapted {
        from,
        changes,
        profile: Profile { stage, ..profile.clone() },
        decisions,
    }))
}

/// The sessions with their lights, and the flares. Days of a flare are no usual mornings, so that a flare that was found
/// has the sessions judged once more.
fn judged<'a>(pack: &Pack, told: Told<'a>, as_of: Date) -> (Course<'a>, Vec<flare::Past>, Option<Flare>) {
    let course = Course::of(pack, told, &[], as_of);
    let (past, open) = flare::flares(pack, &course, as_of);
    let mut out: Vec<(Date, Date)> = past.iter().map(|it| (it.since, it.over)).collect();
    out.extend(open.iter().map(|it| (it.since, as_of)));
    if out.is_empty() { (course, past, open) } else { (Course::of(pack, told, &out, as_of), past, open) }
}

/// Plans what [`adapt`] decided.
pub fn next(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    in_force: InForce<'_>,
    adapted: &Adapted,
) -> Result<Prescription, PlanError> {
    next_in(pack, clearance, input, in_force, (adapted, in_force.prescription.template()))
}

/// Plans what [`adapt_beyond`] decided, as a new block of another template or of the same.
pub fn next_in(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    in_force: InForce<'_>,
    (adapted, template): (&Adapted, &str),
) -> Result<Prescription, PlanError> {
    next_by(pack, clearance, input, (in_force, adapted, template), &mut Afresh)
}

/// [`next_in`], with the models solved by somebody else.
pub fn next_by(
    pack: &Pack,
    clearance: &Clearance,
    input: Input<'_>,
    (in_force, adapted, template): (InForce<'_>, &Adapted, &str),
    solver: &mut dyn Solver,
) -> Result<Prescription, PlanError> {
    let parent = in_force.prescription;
    let request =
        Request { template: template.to_owned(), start: parent.start(), parent: Some(parent.hash()) };
    let input = Input { profile: &adapted.profile, ..input };
    let coming = (parent, adapted.from, &adapted.changes);
    let mut made = plan_next_by(pack, clearance, input, &request, coming, solver)?;
    spoil(&mut made);
    Ok(made)
}

/// Puts in what a test has planted; nothing otherwise.
fn spoil(made: &mut Prescription) {
    if planted(Bug::Unsteady) && turn().is_multiple_of(2) {
        made.weeks.iter_mut().for_each(|it| it.checks.push(String::new()));
    }
    let last = made.weeks.last_mut().and_then(|it| it.sessions.last_mut());
    if let Some(session) = last.filter(|_| planted(Bug::Unvalidated)) {
        session.items.extend(session.items.last().cloned());
    }
}

/// What the exercises' standing means for the planner.
fn of_entries(pack: &Pack, parent: &Prescription, entries: &Entries, from: Date, changes: &mut Changes) {
    in_force::apply(pack, parent, entries, from, changes);
    for (id, standing) in &entries.standing {
        changes.steps.insert(id.clone(), standing.steps);
        if standing.earned {
            changes.earned.insert(id.clone());
        }
        if let Some((until, decision)) = &standing.out
            && until.is_none_or(|until| from <= until)
        {
            changes.out.insert(id.clone(), weeks::reason(decision));
        }
        if let Some(instead) = &standing.instead {
            changes.instead.insert(id.clone(), (instead.to.clone(), weeks::reason(&instead.decision)));
        }
    }
}

/// The days on which less is done, each with its decision.
fn eased(
    pack: &Pack,
    profile: &Profile,
    course: &Course<'_>,
    (past, flare): (&[flare::Past], Option<&Flare>),
    from: Date,
) -> Vec<(Eased, Decision)> {
    let rule = &pack.adaptation;
    let mut found = Vec::new();
    // Until something is told: the next plan lifts it.
    let until = from.saturating_add(6.days());
    let mut ease = |(from, to): (Date, Date), percent: u32, content: Content, decision: Decision| {
        let because = weeks::reason(&decision);
        found.push((Eased { from, to, percent, content, because }, decision));
    };
    if let Some(flare) = flare {
        let mut phase = |from: Date, to: Date, content: Content, rule: &str| {
            let decision = Decision {
                date: flare.since,
                exercise: None,
                action: Action::Flare { day: (from - flare.since).get_days() + 1 },
                rule: rule.to_owned(),
                observed: vec![flare.observed.clone()],
            };
            if from <= to {
                ease((from, to), flare.percent, content, decision);
            }
        };
        if flare.content == Content::Relief {
            let gentle_from = flare.since.saturating_add(rule.flare.relief_days.days());
            phase(from, gentle_from.saturating_sub(1.day()), Content::Relief, flare.rule);
            phase(from.max(gentle_from), until, Content::Gentle, "FL-03");
        } else {
            phase(from, until, flare.content, flare.rule);
        }
    }
    let last = course.sessions.last().filter(|it| it.light == Light::Red);
    if let Some(red) = last {
        let day = red.log.date;
        let in_flare = past.iter().any(|it| it.since <= day && day <= it.over)
            || flare.is_some_and(|it| it.since <= day);
        let percent = if profile.irritability == Irritability::High {
            rule.red.volume_percent_high_irritability
        } else {
            rule.red.volume_percent
        };
        // A session that hurt although it was a gentle one is not followed by more than that.
        let percent = if in_flare { percent.min(rule.flare.gentle_percent) } else { percent };
        let decision = Decision {
            date: red.log.date,
            exercise: None,
            action: Action::Ease { percent },
            rule: "DP-42".to_owned(),
            observed: in_words(&red.because),
        };
        ease((from, until), percent, Content::Planned, decision);
    }
    found
}

/// DP-35: what keeps everything new out of the present week.
fn nothing_new(course: &Course<'_>, flare: Option<&Flare>, (start, from): (Date, Date)) -> Option<Decision> {
    let into = (from - start).get_days().rem_euclid(7);
    let monday = from.saturating_sub(into.days());
    let event = course.between(monday, from).find_map(|it| {
        let event = it.log.events.iter().next()?;
        Some((it.log.date, event.name().to_owned()))
    });
    let flare = flare.map(|it| (it.since, it.observed.clone()));
    let (date, observed) = event.or(flare)?;
    Some(Decision {
        date,
        exercise: None,
        action: Action::NothingNew,
        rule: "DP-35".to_owned(),
        observed: vec![observed],
    })
}
