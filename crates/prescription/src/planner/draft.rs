//! A plan in the making: sessions whose items still know their catalogue entry.

use knowledge::raw::exercise::Exercise;
use model::{ExerciseId, LoadClass, Pattern};
use std::collections::{BTreeMap, BTreeSet};

use super::Setting;
use crate::dose::Dose;
use crate::permit::Permitted;
use crate::prescription::{Role, SessionKind};
use crate::reason::Reason;

/// The weeks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft<'a> {
    pub(crate) weeks: Vec<DraftWeek<'a>>,
}

/// One week.
#[derive(Clone, Debug, Default)]
pub(crate) struct DraftWeek<'a> {
    pub(crate) sessions: Vec<DraftSession<'a>>,
}

/// One session.
#[derive(Clone, Debug)]
pub(crate) struct DraftSession<'a> {
    pub(crate) day: u8,
    pub(crate) kind: SessionKind,
    pub(crate) items: Vec<DraftItem<'a>>,
}

/// One entry in a session.
#[derive(Clone, Debug)]
pub(crate) struct DraftItem<'a> {
    /// The template's slot that it fills; a lower one ranks higher.
    pub(crate) slot: Option<usize>,
    /// Whether the slot is open, so that it goes first when time is short.
    pub(crate) open: bool,
    pub(crate) entry: &'a Exercise,
    pub(crate) permitted: &'a Permitted,
    pub(crate) dose: Dose,
    pub(crate) role: Role,
    pub(crate) leads_to: Option<ExerciseId>,
    pub(crate) because: Vec<Reason>,
}

impl<'a> Draft<'a> {
    /// Every item with the number of its week, counted from 1.
    pub(crate) fn items(&self) -> impl Iterator<Item = (u8, &DraftItem<'a>)> {
        let weeks = self.weeks.iter().zip(1_u8..);
        weeks.flat_map(|(week, number)| {
            week.sessions.iter().flat_map(move |it| it.items.iter().map(move |item| (number, item)))
        })
    }

    /// The different entries.
    pub(crate) fn entries(&self) -> BTreeMap<&'a ExerciseId, &'a Exercise> {
        self.items().map(|(_, it)| (&it.entry.id, it.entry)).collect()
    }
}

impl<'a> DraftWeek<'a> {
    /// The strength sessions.
    pub(crate) fn strength(&self) -> impl Iterator<Item = &DraftSession<'a>> {
        self.sessions.iter().filter(|it| it.is_strength())
    }

    /// Strength sets of the week.
    pub(crate) fn strength_sets(&self) -> u32 {
        self.strength().flat_map(DraftSession::work).map(|it| it.dose.sets).sum()
    }

    /// Patterns that the week trains.
    pub(crate) fn patterns(&self) -> BTreeSet<Pattern> {
        self.sessions
            .iter()
            .flat_map(|it| &it.items)
            .flat_map(|it| it.entry.patterns.iter().copied())
            .collect()
    }

    /// Sessions on a day.
    pub(crate) fn sessions_on(&self, day: u8) -> usize {
        self.sessions.iter().filter(|it| it.day == day).count()
    }

    /// Seconds on a day.
    pub(crate) fn secs_on(&self, setting: &Setting<'_>, day: u8) -> u32 {
        self.sessions.iter().filter(|it| it.day == day).map(|it| it.secs(setting)).sum()
    }

    /// Whether a session of `secs` more still fits on a day.
    pub(crate) fn has_room(&self, setting: &Setting<'_>, day: u8, secs: u32) -> bool {
        setting.is_free(day)
            && self.sessions_on(day) < SESSIONS_A_DAY_MAX
            && secs <= setting.session_secs_max
            && self.secs_on(setting, day) + secs <= setting.day_secs_max
    }
}

/// Section 6.7: a line of the week is one session, or two.
pub(crate) const SESSIONS_A_DAY_MAX: usize = 2;

impl<'a> DraftSession<'a> {
    /// Whether it is a strength session.
    pub(crate) fn is_strength(&self) -> bool {
        matches!(self.kind, SessionKind::Strength(_))
    }

    /// Its strength items, without warm-up and mobility.
    pub(crate) fn work(&self) -> impl Iterator<Item = &DraftItem<'a>> {
        self.items.iter().filter(|it| it.role == Role::Strength)
    }

    /// Whether an entry is in it.
    pub(crate) fn has(&self, id: &ExerciseId) -> bool {
        self.items.iter().any(|it| it.entry.id == *id)
    }

    /// How many of its items are of load class H.
    pub(crate) fn heavy(&self) -> usize {
        self.items.iter().filter(|it| it.entry.load == LoadClass::High).count()
    }

    /// Estimated seconds (DP-60): a strength session has its warm-up and cool-down besides its items.
    pub(crate) fn secs(&self, setting: &Setting<'_>) -> u32 {
        let estimate = setting.estimate();
        let items: u32 = self.items.iter().map(|it| it.secs(setting)).sum();
        let cool_down = estimate.cool_down_minutes.max(setting.constraints.cool_down_minutes_min);
        items + if self.is_strength() { (estimate.warm_up_minutes + cool_down) * 60 } else { 0 }
    }
}

impl DraftItem<'_> {
    /// Estimated seconds; what is done within the warm-up takes none of its own.
    pub(crate) fn secs(&self, setting: &Setting<'_>) -> u32 {
        if self.role == Role::WarmUp { 0 } else { self.dose.item_secs(self.entry, setting.estimate()) }
    }
}
