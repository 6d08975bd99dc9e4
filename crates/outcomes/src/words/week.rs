//! The days of a programme around one day, for whoever opens it day by day.

use assessment::{Assessment, Intake};
use jiff::ToSpan;
use jiff::civil::Date;
use prescription::{Prescription, Session, Week};
use std::collections::BTreeSet;

use super::Words;
use super::programme::said_once;
use crate::Handout;

/// Days in a week.
const WEEK: i32 = 7;

/// One day of a week, by its sessions' names alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayAtAGlance {
    /// The date.
    pub date: Date,
    /// The weekday, in words.
    pub title: String,
    /// Name and minutes of each session.
    pub sessions: Vec<(String, String)>,
}

impl Words<'_> {
    /// The week in which a day lies, day by day, without a single exercise; none outside the programme.
    pub fn week_at_a_glance(&self, plan: &Prescription, date: Date) -> Option<Vec<DayAtAGlance>> {
        let (week, first) = week_of(plan, date)?;
        let day = |offset: i32| {
            let date = first.saturating_add(offset.days());
            let of_day = week.sessions.iter().filter(|it| it.date == date);
            let sessions =
                of_day.map(|it| (self.session_title(week, it), self.minutes(it.minutes))).collect();
            DayAtAGlance { date, title: self.weekday(date), sessions }
        };
        Some((0..WEEK).map(day).collect())
    }

    /// The handout with one week alone, to be filled in by hand; none outside the programme.
    pub fn week_handout(
        &self,
        intake: &Intake,
        assessment: &Assessment,
        plan: &Prescription,
        date: Date,
    ) -> Option<Handout> {
        let (week, _) = week_of(plan, date)?;
        let mut handout = self.handout(intake, assessment, plan, None);
        handout.weeks = said_once(vec![self.week(plan, week)]);
        let done: BTreeSet<String> =
            week.sessions.iter().flat_map(|it| &it.items).map(|it| it.exercise.to_string()).collect();
        handout.moves.retain(|it| done.contains(&it.id));
        Some(handout)
    }

    /// One session of a programme in words.
    pub fn session_in_words(&self, plan: &Prescription, session: &Session) -> Option<crate::Session> {
        let (week, _) = week_of(plan, session.date)?;
        Some(self.session(week, session))
    }
}

/// The week in which a day lies, and its first day.
fn week_of(plan: &Prescription, date: Date) -> Option<(&Week, Date)> {
    plan.weeks().iter().find_map(|week| {
        let first = plan.start().saturating_add(((i32::from(week.number) - 1) * WEEK).days());
        (0..WEEK).contains(&(date - first).get_days()).then_some((week, first))
    })
}
