//! What the sessions before a week were: the only way in which one week bears on the next.

use knowledge::Pack;
use knowledge::raw::exercise::Exercise;
use model::{ExerciseId, Pattern};
use std::collections::{BTreeMap, BTreeSet};

use super::Setting;
use super::course::Coming;
use super::draft::{DraftItem, DraftWeek};
use crate::dose::Dose;
use crate::prescription::{Item, Role, Session, SessionKind, Week};
use crate::reason::Reason;

/// The rule by which nothing new comes into a week.
const NOTHING_NEW: &str = "DP-35";

/// What has been planned before a week.
#[derive(Clone, Debug, Default)]
pub(super) struct History<'a> {
    /// Entries of earlier sessions.
    pub(super) known: BTreeSet<&'a ExerciseId>,
    /// Moves of the weeks planned so far, that is what is not aerobic; a programme that is planned anew may have others.
    pub(super) moves: BTreeSet<&'a ExerciseId>,
    /// Those of them that are daily mobility.
    pub(super) mobility: BTreeSet<&'a ExerciseId>,
    /// Names of the template's days that have had their first session as it is meant.
    pub(super) begun: BTreeSet<String>,
    /// What stood in each slot last.
    pub(super) in_slot: BTreeMap<usize, Stood<'a>>,
    /// The most sets that each entry had, and the most that one of its sets asked.
    pub(super) usual: BTreeMap<&'a ExerciseId, (u32, u32)>,
    /// The weeks, in order.
    pub(super) volumes: Vec<Volume>,
}

/// What stood in a slot, and why.
#[derive(Clone, Debug)]
pub(super) struct Stood<'a> {
    pub(super) entry: &'a Exercise,
    pub(super) because: Vec<Reason>,
    pub(super) leads_to: Option<ExerciseId>,
}

/// What a week asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Volume {
    pub(super) sets: u32,
    pub(super) aerobic_secs: u32,
    /// Whether a rule or a deload lowered its sets, so that those of a later week are not measured against it (AD-47).
    pub(super) lowered: bool,
    /// Whether it was a deload, had an eased day or nothing aerobic at all, so that minutes of a later week are not
    /// measured against it (DP-22). Minutes that were held are measured against: they are what the person does.
    pub(super) eased: bool,
}

/// What the present week has had before the day from which it is planned anew.
#[derive(Clone, Debug, Default)]
pub(super) struct Begun {
    pub(super) volume: Volume,
    /// Whether one of its days was eased.
    pub(super) eased: bool,
    /// Days with strength or aerobic sessions.
    pub(super) hard_days: BTreeSet<u8>,
    pub(super) aerobic_sessions: usize,
    pub(super) mind_body_sessions: u8,
    pub(super) patterns: BTreeSet<Pattern>,
    pub(super) entries: BTreeSet<ExerciseId>,
}

impl<'a> History<'a> {
    /// What the parent's sessions before the present week's first planned day were.
    pub(super) fn before(setting: &Setting<'a>) -> (Self, Begun) {
        let (mut history, mut begun) = (Self::default(), Begun::default());
        history.add_known(setting.pack, setting.changes.doses.keys());
        let (Some(past), Some(present)) = (setting.past, setting.coming.first()) else {
            return (history, begun);
        };
        for week in past.parent.weeks().iter().filter(|it| it.number < present.number) {
            history.add_volume(week);
            history.add_sessions(setting, &week.sessions.iter().collect::<Vec<_>>(), week.eased.is_empty());
        }
        let sessions: Vec<&Session> = past.before(present.number, present.first_day).collect();
        if let Some(week) = past.parent.weeks().iter().find(|it| it.number == present.number) {
            // What lowered its days to come may have been over since.
            let whole = present.eased.is_empty() && sessions.iter().all(|it| it.eased.is_none());
            history.add_sessions(setting, &sessions, whole);
            begun = Begun::of(setting.pack, week, &sessions);
        }
        (history, begun)
    }

    fn add_known<'i>(&mut self, pack: &'a Pack, ids: impl Iterator<Item = &'i ExerciseId>) {
        self.known.extend(ids.filter_map(|id| pack.exercises.get(id)).map(|it| &it.id));
    }

    /// Adds sessions of a week that was whole, or that a rule had lowered.
    fn add_sessions(&mut self, setting: &Setting<'a>, sessions: &[&Session], whole: bool) {
        for session in sessions {
            self.add_session(setting, session, whole);
        }
        if whole {
            let names = sessions.iter().filter_map(|it| it.strength_name());
            self.begun.extend(names.map(str::to_owned));
        }
    }

    fn add_session(&mut self, setting: &Setting<'a>, session: &Session, whole: bool) {
        for item in &session.items {
            let Some(entry) = setting.pack.exercises.get(&item.exercise) else { continue };
            self.add_entry(entry, (item.role, &item.dose), session.eased.is_some());
            let place = session.strength_name().zip(item.slot.as_deref()).filter(|_| whole);
            let slot = place.and_then(|(day, name)| {
                setting.layout.slot.iter().position(|it| it.day == day && it.name == name)
            });
            if let Some(slot) = slot {
                self.in_slot.insert(slot, Stood::of(entry, item));
            }
        }
    }

    fn add_entry(&mut self, entry: &'a Exercise, (role, dose): (Role, &Dose), eased: bool) {
        self.known.insert(&entry.id);
        if role == Role::Strength && !eased {
            let (sets, work) = self.usual.entry(&entry.id).or_default();
            *sets = dose.sets.max(*sets);
            *work = dose.set_work().max(*work);
        }
    }

    /// Adds a week that has just been planned.
    pub(super) fn add_week(&mut self, setting: &Setting<'_>, coming: &Coming<'_>, made: &DraftWeek<'a>) {
        for session in &made.sessions {
            for item in &session.items {
                // The gentle form of an eased day may be harder than what is out; that alone does not make it known.
                if session.eased.is_some() && setting.is_above_what_is_out(item.entry) {
                    continue;
                }
                self.add_entry(item.entry, (item.role, &item.dose), session.eased.is_some());
                // What takes a place while a rule lowers the week is no step down; on an eased day it is no move of the
                // programme either.
                if session.eased.is_some() {
                    continue;
                }
                if item.role != Role::Aerobic {
                    self.moves.insert(&item.entry.id);
                }
                if item.role == Role::Mobility {
                    self.mobility.insert(&item.entry.id);
                }
                if let Some(slot) = item.slot.filter(|_| !is_less(coming, made)) {
                    self.in_slot.insert(slot, Stood::in_draft(item));
                }
            }
        }
        if !is_less(coming, made) {
            let kinds = made.sessions.iter().map(|it| &it.kind);
            self.begun.extend(kinds.filter_map(SessionKind::strength_name).map(str::to_owned));
        }
        let eased = coming.deload || made.begun.eased || made.sessions.iter().any(|it| it.eased.is_some());
        let aerobic_secs = made.aerobic_secs(setting);
        self.volumes.push(Volume {
            sets: made.strength_sets(),
            aerobic_secs,
            lowered: eased || nothing_new(&coming.eased),
            eased: eased || aerobic_secs == 0,
        });
    }

    /// Adds the sets and minutes of a week as it stands in the record.
    pub(super) fn add_volume(&mut self, week: &Week) {
        self.volumes.push(volume(&week.sessions.iter().collect::<Vec<_>>(), week));
    }

    /// Whether an entry counts as new (AD-46).
    pub(super) fn is_new(&self, setting: &Setting<'_>, entry: &Exercise) -> bool {
        is_new(setting, &self.known, entry)
    }

    /// The most sets of the last weeks that had as much as usual (AD-47); nothing before the first. A week that a rule has
    /// lowered is none to measure by: what comes after it may go back to where it was.
    fn usual_sets(&self, setting: &Setting<'_>) -> Option<u32> {
        self.highest(setting, |it| (!it.lowered).then_some(it.sets))
    }

    /// The same for aerobic seconds (DP-22).
    fn usual_aerobic_secs(&self, setting: &Setting<'_>) -> Option<u32> {
        self.highest(setting, |it| (!it.eased).then_some(it.aerobic_secs))
    }

    /// The most sets that AD-47 allows after the weeks so far; no bound for the first week.
    pub(super) fn allowed_sets(&self, setting: &Setting<'_>) -> Option<u32> {
        let bounds = &setting.pack.dosage.bounds;
        let highest = self.usual_sets(setting)?;
        Some(highest + (highest * bounds.sets_rise_percent_max / 100).max(bounds.sets_rise_max))
    }

    /// The most aerobic seconds that DP-22 allows; no bound for the first week.
    pub(super) fn allowed_aerobic_secs(&self, setting: &Setting<'_>) -> Option<u32> {
        let aerobic = &setting.pack.dosage.aerobic;
        let highest = self.usual_aerobic_secs(setting)?;
        let usual = highest * (100 + aerobic.rise_percent_max) / 100;
        let short = highest * (100 + aerobic.rise_percent_max_short) / 100;
        Some(usual.max(short.min(aerobic.short_week_minutes * 60)))
    }

    fn highest(&self, setting: &Setting<'_>, of: impl Fn(&Volume) -> Option<u32>) -> Option<u32> {
        let reference_weeks = setting.pack.dosage.bounds.reference_weeks;
        self.volumes.iter().rev().filter_map(of).take(reference_weeks).max()
    }
}

/// Whether a week has less than the template has, by a rule.
fn is_less(coming: &Coming<'_>, made: &DraftWeek<'_>) -> bool {
    !coming.eased.is_empty() || made.begun.eased || made.sessions.iter().any(|it| it.eased.is_some())
}

/// Whether nothing new was to come into a week, so that it may have fewer sets than the template has.
fn nothing_new(eased: &[Reason]) -> bool {
    eased.iter().any(|it| it.rule == NOTHING_NEW)
}

/// Whether an entry is new to someone who knows these: neither known, nor a step up from what is, nor an easier form
/// of it (AD-46).
pub(super) fn is_new(setting: &Setting<'_>, known: &BTreeSet<&ExerciseId>, entry: &Exercise) -> bool {
    let is_known = |id: &&ExerciseId| known.contains(*id);
    !is_known(&&entry.id)
        && !setting.pack.dosage.bounds.never_new.contains(&entry.id)
        && !entry.easier.iter().any(|id| is_known(&id))
        && !setting.pack.above(&entry.id).iter().any(|id| is_known(&id))
}

impl<'a> Stood<'a> {
    fn of(entry: &'a Exercise, item: &Item) -> Self {
        Self { entry, because: item.because.clone(), leads_to: item.leads_to.clone() }
    }

    fn in_draft(item: &DraftItem<'a>) -> Self {
        Self { entry: item.entry, because: item.because.clone(), leads_to: item.leads_to.clone() }
    }
}

impl Begun {
    fn of(pack: &Pack, week: &Week, sessions: &[&Session]) -> Self {
        let kinds = |kind: &SessionKind| sessions.iter().filter(|it| it.kind == *kind).count();
        let hard = |it: &&&Session| it.kind == SessionKind::Aerobic || it.strength_name().is_some();
        let items = || sessions.iter().flat_map(|it| &it.items);
        let entries = items().filter_map(|it| pack.exercises.get(&it.exercise));
        Self {
            volume: volume(sessions, week),
            eased: sessions.iter().any(|it| it.eased.is_some()),
            hard_days: sessions.iter().filter(hard).map(|it| it.day).collect(),
            aerobic_sessions: kinds(&SessionKind::Aerobic),
            mind_body_sessions: u8::try_from(kinds(&SessionKind::MindBody)).unwrap_or(u8::MAX),
            patterns: entries.flat_map(|it| &it.patterns).copied().collect(),
            entries: items().map(|it| it.exercise.clone()).collect(),
        }
    }
}

fn volume(sessions: &[&Session], week: &Week) -> Volume {
    let trained = || sessions.iter().filter(|it| it.kind != SessionKind::Relief);
    let items = |role: Role| trained().flat_map(|it| &it.items).filter(move |it| it.role == role);
    let eased = week.deload || sessions.iter().any(|it| it.eased.is_some());
    let aerobic_secs = items(Role::Aerobic).map(|it| it.seconds).sum();
    Volume {
        sets: items(Role::Strength).map(|it| it.dose.sets).sum(),
        aerobic_secs,
        lowered: eased || nothing_new(&week.eased),
        eased: eased || aerobic_secs == 0,
    }
}
