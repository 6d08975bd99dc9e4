//! A plan in the making: sessions whose items still know their catalogue entry.

use knowledge::raw::exercise::Exercise;
use model::ExerciseId;

use super::Setting;
use super::history::Begun;
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
    /// What the week has had already.
    pub(crate) begun: Begun,
}

/// One session.
#[derive(Clone, Debug)]
pub(crate) struct DraftSession<'a> {
    pub(crate) day: u8,
    pub(crate) kind: SessionKind,
    pub(crate) items: Vec<DraftItem<'a>>,
    /// The rule by which less is done than was planned.
    pub(crate) eased: Option<Reason>,
}

/// One entry in a session.
#[derive(Clone, Debug)]
pub(crate) struct DraftItem<'a> {
    /// The template's slot that it fills.
    pub(crate) slot: Option<usize>,
    pub(crate) entry: &'a Exercise,
    pub(crate) permitted: &'a Permitted,
    pub(crate) dose: Dose,
    pub(crate) role: Role,
    pub(crate) leads_to: Option<ExerciseId>,
    pub(crate) because: Vec<Reason>,
}

impl<'a> Draft<'a> {
    /// Every item.
    pub(crate) fn items(&self) -> impl Iterator<Item = &DraftItem<'a>> {
        self.weeks.iter().flat_map(|it| &it.sessions).flat_map(|it| &it.items)
    }
}

impl DraftWeek<'_> {
    /// Strength sets of the week.
    pub(crate) fn strength_sets(&self) -> u32 {
        let planned = self.sessions.iter().flat_map(DraftSession::work).map(|it| it.dose.sets);
        self.begun.volume.sets + planned.sum::<u32>()
    }

    /// Seconds of aerobic work of the week. The short walks of relief are none.
    pub(crate) fn aerobic_secs(&self, setting: &Setting<'_>) -> u32 {
        let sessions = self.sessions.iter().filter(|it| it.kind != SessionKind::Relief);
        let items = sessions.flat_map(|it| &it.items).filter(|it| it.role == Role::Aerobic);
        self.begun.volume.aerobic_secs + items.map(|it| it.secs(setting)).sum::<u32>()
    }

    /// Entries of the week, those of its sessions so far included.
    pub(crate) fn has(&self, id: &ExerciseId) -> bool {
        self.begun.entries.contains(id) || self.sessions.iter().any(|it| it.has(id))
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
            && self.sessions_on(day) < setting.pack.dosage.session.day_sessions_max
            && secs <= setting.session_secs_max
            && self.secs_on(setting, day) + secs <= setting.day_secs_max
    }
}

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

    /// Estimated seconds (DP-60): a strength session has its warm-up and cool-down besides its items.
    pub(crate) fn secs(&self, setting: &Setting<'_>) -> u32 {
        let items: u32 = self.items.iter().map(|it| it.secs(setting)).sum();
        items + if self.is_strength() { setting.around_secs() } else { 0 }
    }
}

impl DraftItem<'_> {
    /// Estimated seconds; what is done within the warm-up takes none of its own.
    pub(crate) fn secs(&self, setting: &Setting<'_>) -> u32 {
        if self.role == Role::WarmUp { 0 } else { self.dose.item_secs(self.entry, setting.estimate()) }
    }
}
