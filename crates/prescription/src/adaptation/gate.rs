//! What stops the programme between two plans: a stop-now event, an answer before a session, a full screen that is due
//! (RF-40, RF-41), a flare that does not settle (FL-05), dizziness that comes again (SN-06).

use assessment::{Intake, screen_session};
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::Pack;
use model::{Answer, Given, LifeEvent, TriageLevel};
use serde::Serialize;

use super::flare::Flare;
use super::told::{Course, Judged, Told};
use crate::planted::{Bug, planted};
use crate::session::SessionLog;

/// Why no session may be planned now, and what would change that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Halt {
    /// The level: emergency and urgent answers lock, the others wait.
    pub level: TriageLevel,
    /// The rule.
    pub rule: String,
    /// What was observed.
    pub observed: Vec<String>,
    /// The day it goes back to.
    pub since: Date,
    /// What is needed.
    pub needs: Needs,
}

/// What a halt needs to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needs {
    /// A new full screen (RF-40).
    FullScreen,
    /// A clinician's reply (RF-46).
    Clinician,
}

/// The full screen in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screened {
    /// Its day.
    pub date: Date,
    /// Whether it was done after the sessions of that day.
    pub after_sessions: bool,
}

impl Screened {
    /// Whether it is younger than something that happened on a day.
    fn answers(self, day: Date) -> bool {
        self.date > day || (self.date == day && self.after_sessions)
    }
}

/// What the answers of one session give by themselves: the rules of the moment `session`, over the screen in force.
pub fn session_halts(pack: &Pack, intake: &Intake, log: &SessionLog) -> Vec<Halt> {
    if is_quiet(log) || planted(Bug::HaltUnheard) {
        return Vec::new();
    }
    let disposition = screen_session(pack, intake, &log.answers, log.date);
    let fired = disposition.fired.iter().filter_map(|it| {
        let level = it.level.filter(|it| !it.permits_programme())?;
        Some(Halt {
            level,
            rule: it.cause.id().to_owned(),
            observed: it.observations.clone(),
            since: log.date,
            needs: Needs::Clinician,
        })
    });
    fired.collect()
}

/// What an alarm outside a session gives by itself: what a session with the same answers would, and all questions again unless
/// both of RF-41 were answered "no". A session that nobody has begun is not looked at by [`adapt`](super::adapt), so that
/// here a missing answer must hold as well.
pub fn alarm_halts(pack: &Pack, intake: &Intake, alarm: &SessionLog) -> Vec<Halt> {
    let mut halts = session_halts(pack, intake, alarm);
    if !micro_screen_is_clear(alarm) && !planted(Bug::HaltUnheard) {
        halts.push(full_screen("RF-41", alarm.date, "an alarm".to_owned()));
    }
    halts
}

/// What stops a programme on a day, the most serious first, without deciding anything else: the same that [`adapt`](super::adapt) stops
/// for.
pub fn halted(pack: &Pack, told: Told<'_>, screened: Screened, as_of: Date) -> Option<Halt> {
    let (course, _, flare) = super::judged(pack, told, as_of);
    halt(pack, &course, flare.as_ref(), screened, as_of)
}

/// What stops the programme as it stands, the most serious first; locks that a clinician must lift are left to the chart.
pub(crate) fn halt(
    pack: &Pack,
    course: &Course<'_>,
    flare: Option<&Flare>,
    screened: Screened,
    as_of: Date,
) -> Option<Halt> {
    let asked =
        course.sessions.iter().filter(|it| !screened.answers(it.log.date)).find_map(|it| told_before(it.log));
    let events = course.sessions.iter().filter(|it| !screened.answers(it.log.date)).find_map(new_event);
    let mut halts: Vec<Halt> = Vec::new();
    halts.extend(asked);
    halts.extend(events);
    halts.extend(away(pack, course, screened, as_of));
    halts.extend(not_settling(pack, flare, screened, as_of));
    halts.extend(dizzy_again(pack, course, screened));
    halts.into_iter().max_by_key(|it| it.level).filter(|_| !planted(Bug::HaltUnheard))
}

fn full_screen(rule: &str, since: Date, observed: String) -> Halt {
    let level = TriageLevel::Incomplete;
    Halt { level, rule: rule.to_owned(), observed: vec![observed], since, needs: Needs::FullScreen }
}

/// RF-41: "yes" or "not sure" to a question before a session asks all questions again.
fn told_before(log: &SessionLog) -> Option<Halt> {
    let said = |key: &str| match given(log, key) {
        Some(Given::Answered(Answer::YesNo(true))) => Some(format!("{key} = yes")),
        Some(Given::Unsure) => Some(format!("{key} = not sure")),
        _ => None,
    };
    let observed = said("micro_neuro").or_else(|| said("micro_unwell"))?;
    Some(full_screen("RF-41", log.date, observed))
}

/// RF-40: what asks for a full screen besides time.
fn new_event(session: &Judged<'_>) -> Option<Halt> {
    let asks = [LifeEvent::Fall, LifeEvent::Surgery, LifeEvent::NewDiagnosis, LifeEvent::NewMedicine];
    let event = asks.into_iter().find(|it| session.log.events.contains(it))?;
    Some(full_screen("RF-40", session.log.date, event.name().to_owned()))
}

/// RF-40: a gap of two weeks.
fn away(pack: &Pack, course: &Course<'_>, screened: Screened, as_of: Date) -> Option<Halt> {
    let last = course.last_day()?;
    let days = (as_of - last).get_days();
    let long = days >= pack.adaptation.absence.rescreen_from_days;
    (long && !screened.answers(last))
        .then(|| full_screen("RF-40", last, format!("{days} days without a session")))
}

/// FL-05. What is looked at anew once it did not settle has as many days again; otherwise it could never end, for it
/// ends with sessions.
fn not_settling(pack: &Pack, flare: Option<&Flare>, screened: Screened, as_of: Date) -> Option<Halt> {
    let (flare, days_max) = (flare?, pack.adaptation.flare.not_settling_after_days);
    let due = flare.since.saturating_add(days_max.days());
    let since = if screened.answers(due) { screened.date } else { flare.since };
    let days = (as_of - since).get_days();
    (days > days_max).then(|| Halt {
        level: TriageLevel::SeeClinician,
        rule: "FL-05".to_owned(),
        observed: vec![format!("a flare for {days} days")],
        since: flare.since,
        needs: Needs::Clinician,
    })
}

/// SN-06: the second time within a week.
fn dizzy_again(pack: &Pack, course: &Course<'_>, screened: Screened) -> Option<Halt> {
    let rule = &pack.adaptation.dizziness;
    let is_dizzy = |it: &&Judged<'_>| has_event(it.log, "dizzy_nausea") && !screened.answers(it.log.date);
    let days: Vec<Date> = course.sessions.iter().filter(is_dizzy).map(|it| it.log.date).collect();
    let close = days.windows(rule.events.max(1)).find(|it| {
        it.first().zip(it.last()).is_some_and(|(first, last)| (*last - *first).get_days() <= rule.within_days)
    })?;
    Some(Halt {
        level: TriageLevel::SeeClinician,
        rule: "SN-06".to_owned(),
        observed: vec![format!("dizzy or sick {} times within a week", rule.events)],
        since: close.last().copied()?,
        needs: Needs::Clinician,
    })
}

/// Whether a session's answers hold nothing that any rule could ask about.
pub(super) fn is_quiet(log: &SessionLog) -> bool {
    log.answers.values().all(|it| match it {
        Given::Answered(Answer::YesNo(yes)) => !yes,
        Given::Answered(Answer::Multi(words)) => words.is_empty(),
        Given::Answered(_) | Given::Unsure | Given::PreferNot => false,
    })
}

/// Whether the questions before the session were all answered "no" (RF-41).
pub(crate) fn micro_screen_is_clear(log: &SessionLog) -> bool {
    let no = |key: &str| matches!(given(log, key), Some(Given::Answered(Answer::YesNo(false))));
    no("micro_neuro") && no("micro_unwell")
}

fn given<'a>(log: &'a SessionLog, key: &str) -> Option<&'a Given> {
    log.answers.iter().find(|(it, _)| it.as_str() == key).map(|(_, given)| given)
}

fn has_event(log: &SessionLog, event: &str) -> bool {
    match given(log, "stop_event") {
        Some(Given::Answered(Answer::Multi(words))) => words.contains(event),
        // "Not sure" names no event, so it counts as every one of them.
        Some(Given::Unsure) => true,
        _ => false,
    }
}
