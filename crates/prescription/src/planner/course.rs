//! The weeks that are to be planned: which week of the template each follows, from which day, and what changes it.

use jiff::civil::Date;
use knowledge::Pack;
use knowledge::raw::template::{Layout, Template, Week};
use model::ExerciseId;
use std::collections::{BTreeMap, BTreeSet};

use super::calendar::{self, WEEK};
use super::effort;
use crate::adaptation::{Changes, WeekChange};
use crate::constraints::Constraints;
use crate::dose::Dose;
use crate::prescription::{EffortCap, Item, Prescription, Role, Session, SessionKind};
use crate::reason::Reason;

/// A programme that is under way, and the day from which it is planned anew.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Past<'a> {
    /// What has been planned so far; the sessions before `from` stay.
    pub(crate) parent: &'a Prescription,
    /// The first day that is planned anew.
    pub(crate) from: Date,
}

/// One week to plan.
#[derive(Clone, Debug)]
pub(crate) struct Coming<'a> {
    /// Its number in the programme, from 1.
    pub(crate) number: u8,
    /// The week of the template that it follows.
    pub(crate) shape: &'a Week,
    /// The first of its days that is planned; 1 unless the week has begun.
    pub(crate) first_day: u8,
    /// Strength days that are still to come, with their names.
    pub(crate) strength_days: Vec<(u8, &'a str)>,
    /// The effort cap.
    pub(crate) effort_cap: EffortCap,
    /// Whether sets are cut (DP-33).
    pub(crate) deload: bool,
    /// Seconds of aerobic work at most, where something sets a limit.
    pub(crate) aerobic_secs_max: Option<u32>,
    /// Why it is not the template's next week, or less than that.
    pub(crate) because: Vec<Reason>,
    /// Rules by which less is done in it than the template has.
    pub(crate) eased: Vec<Reason>,
    /// Whether it is the week that the plan starts in.
    pub(crate) present: bool,
}

impl Coming<'_> {
    /// The place of the template's week in its lists.
    pub(crate) fn index(&self) -> usize {
        usize::from(self.shape.number).saturating_sub(1)
    }
}

/// What the weeks of a course have in common.
#[derive(Clone, Copy)]
pub(super) struct Course<'a> {
    pub(super) pack: &'a Pack,
    pub(super) constraints: &'a Constraints,
    pub(super) template: &'a Template,
    pub(super) layout: &'a Layout,
    pub(super) start: Date,
    pub(super) blocked: &'a BTreeSet<u8>,
    pub(super) changes: &'a Changes,
    pub(super) past: Option<Past<'a>>,
}

impl<'a> Course<'a> {
    /// The weeks, in order.
    pub(super) fn weeks(&self) -> Vec<Coming<'a>> {
        let (number, first_day) = self.present();
        let mut last_strength = self.last_strength(number, first_day);
        let mut weeks = Vec::new();
        for (index, (shape, change)) in self.shapes(number).into_iter().enumerate() {
            let present = index == 0;
            let number = number.saturating_add(u8::try_from(index).unwrap_or(u8::MAX));
            let first_day = if present { first_day } else { 1 };
            let begun = if present { first_day } else { 1 };
            let mut wanted = calendar::wanted(self.layout, shape.number, &self.done(number, begun));
            wanted.truncate(self.days_left(number, begun));
            let days = calendar::strength_days(self.pack, &wanted, &self.free(first_day), last_strength);
            last_strength = days.last().map(|(day, _)| i16::from(*day)).or(last_strength);
            last_strength = last_strength.map(|day| day - i16::from(WEEK));
            weeks.push(self.week((number, first_day, present), shape, change, days));
        }
        weeks
    }

    fn week(
        &self,
        (number, first_day, present): (u8, u8, bool),
        shape: &'a Week,
        change: Option<&WeekChange>,
        strength_days: Vec<(u8, &'a str)>,
    ) -> Coming<'a> {
        let deload = change.and_then(|it| it.deload.clone());
        let aerobic = change.and_then(|it| it.aerobic_secs_max.clone());
        let nothing_new = self.changes.nothing_new.clone().filter(|_| present);
        Coming {
            number,
            shape,
            first_day,
            strength_days,
            effort_cap: effort::cap(self.pack, self.constraints, self.template, shape),
            deload: shape.deload || deload.is_some(),
            aerobic_secs_max: aerobic.as_ref().map(|(secs, _)| *secs),
            because: change.map_or_else(Vec::new, |it| it.because.clone()),
            eased: deload.into_iter().chain(aerobic.map(|(_, why)| why)).chain(nothing_new).collect(),
            present,
        }
    }

    /// The number of the present week, and its first day that is planned.
    fn present(&self) -> (u8, u8) {
        let Some(past) = self.past else { return (1, 1) };
        let days = (past.from - self.start).get_days().max(0);
        let week = u8::try_from(days / i32::from(WEEK)).unwrap_or(u8::MAX - 1);
        (week + 1, u8::try_from(days % i32::from(WEEK)).unwrap_or_default() + 1)
    }

    /// The template's weeks that the coming ones follow: those that are asked for, then the rest of the template.
    fn shapes(&self, number: u8) -> Vec<(&'a Week, Option<&'a WeekChange>)> {
        let weeks = &self.template.week;
        let shape = |number: u8| weeks.iter().rev().find(|it| it.number <= number.max(1)).or(weeks.first());
        let mut shapes: Vec<_> = self
            .changes
            .weeks
            .iter()
            .filter_map(|change| Some((shape(change.template_week)?, Some(change))))
            .collect();
        if shapes.is_empty() {
            shapes.extend(shape(self.next(number)).map(|it| (it, None)));
        }
        let last = shapes.last().map_or(0, |(it, _)| it.number);
        shapes.extend(weeks.iter().filter(|it| it.number > last).map(|it| (it, None)));
        shapes
    }

    /// The template's week that the present one would follow; a new block begins with its first.
    fn next(&self, number: u8) -> u8 {
        let Some(past) = self.past else { return 1 };
        if past.parent.template() != self.template.id {
            return 1;
        }
        let weeks = past.parent.weeks();
        let there = weeks.iter().find(|it| it.number == number).map(|it| it.template_week);
        there.or_else(|| Some(weeks.last()?.template_week.saturating_add(1))).unwrap_or(1)
    }

    /// Names of the strength sessions that the present week has had.
    fn done(&self, number: u8, first_day: u8) -> Vec<&'a str> {
        let sessions = self.past.into_iter().flat_map(|it| it.before(number, first_day));
        sessions.filter_map(Session::strength_name).collect()
    }

    /// How many days of a week may still become hard ones, so that it keeps an easy day (DP-51).
    fn days_left(&self, number: u8, first_day: u8) -> usize {
        let hard = |it: &&Session| it.kind == SessionKind::Aerobic || it.strength_name().is_some();
        let sessions = self.past.into_iter().flat_map(|it| it.before(number, first_day));
        let hard: BTreeSet<u8> = sessions.filter(hard).map(|it| it.day).collect();
        let easy = usize::try_from(self.pack.dosage.spacing.easy_days_min).unwrap_or_default();
        usize::from(WEEK).saturating_sub(easy).saturating_sub(hard.len())
    }

    /// The day of the last strength session before, counted from the present week's first day as 1.
    fn last_strength(&self, number: u8, first_day: u8) -> Option<i16> {
        let parent = self.past?.parent;
        let weeks = parent.weeks().iter().filter(|it| it.number <= number);
        let days = weeks.flat_map(|week| {
            let back = i16::from(week.number) - i16::from(number);
            week.sessions
                .iter()
                .filter(|it| matches!(it.kind, SessionKind::Strength(_)))
                .map(move |it| back * i16::from(WEEK) + i16::from(it.day))
        });
        days.filter(|day| *day < i16::from(first_day)).max()
    }

    fn free(&self, first_day: u8) -> Vec<u8> {
        let free = |day: &u8| !self.blocked.contains(&calendar::weekday(self.start, *day));
        (first_day..=WEEK).filter(free).collect()
    }
}

impl<'a> Past<'a> {
    /// What the entries of the sessions behind were to ask at most on ordinary days, ahead included. Nobody has told how
    /// they went, or they would have a dose in force; so a new screen alone, after which more would be planned, raises
    /// none of them.
    pub(super) fn ceilings(self) -> BTreeMap<&'a ExerciseId, Dose> {
        let weeks = || self.parent.weeks().iter();
        let trained = |it: &&Item| it.role != Role::WarmUp;
        let sessions = weeks().flat_map(|it| &it.sessions).filter(|it| it.date < self.from);
        let behind: BTreeSet<&ExerciseId> =
            sessions.flat_map(|it| &it.items).filter(trained).map(|it| &it.exercise).collect();
        let ordinary = weeks().filter(|it| !it.deload).flat_map(|it| &it.sessions);
        let items = ordinary.filter(|it| it.eased.is_none()).flat_map(|it| &it.items).filter(trained);
        let mut ceilings: BTreeMap<&ExerciseId, Dose> = BTreeMap::new();
        for item in items.filter(|it| behind.contains(&it.exercise)) {
            let most = ceilings.entry(&item.exercise).or_insert_with(|| item.dose.clone());
            *most = most.highest(&item.dose);
        }
        ceilings
    }

    /// The sessions of a week that stay as they are.
    pub(crate) fn before(self, number: u8, first_day: u8) -> impl Iterator<Item = &'a Session> {
        let weeks = self.parent.weeks().iter().filter(move |it| it.number == number);
        weeks.flat_map(|it| &it.sessions).filter(move |it| it.day < first_day)
    }
}
