//! The weeks, one after the other: each is decided with what went before it, and bears on the next by its history
//! alone.
//!
//! Within a week the steps are: what the other sessions would cover, the strength sessions, the aerobic sessions, mind–body
//! sessions, daily mobility. Each but the aerobic sessions is a model that is solved exactly.

use model::{ExerciseId, Pattern, Stream};
use std::collections::{BTreeMap, BTreeSet};

use super::course::Coming;
use super::draft::{Draft, DraftItem, DraftWeek};
use super::ease;
use super::history::{Begun, History};
use super::lists::Offer;
use super::objective::Tally;
use super::offers::Offers;
use super::solver::Solver;
use super::strength::{self, Besides};
use super::{Setting, aerobic, mind_body, mobility};
use crate::exact::{ListModel, ListSolution};
use crate::permit::{Purpose, Resolved};

/// A draft, what it reaches of the aims, and the models that it answers.
#[derive(Debug, Default)]
pub(crate) struct Plan<'a> {
    pub(super) draft: Draft<'a>,
    pub(super) tally: Tally,
}

/// Plans every coming week.
pub(crate) fn plan<'a>(setting: &'a Setting<'_>, solver: &mut dyn Solver) -> Plan<'a> {
    let (mut history, begun) = History::before(setting);
    let mut weeks = Weeks {
        setting,
        modes: aerobic::modes(setting),
        poses: mind_body::offers(setting),
        moves: mobility::offers(setting),
        possible: possible(setting),
        offers: Offers::new(setting),
        tally: Tally::default(),
        solver,
    };
    let mut draft = Draft::default();
    for coming in &setting.coming {
        let begun = if coming.present { begun.clone() } else { Begun::default() };
        let made = weeks.week(&history, coming, &begun);
        history.add_week(setting, coming, &made);
        draft.weeks.push(made);
    }
    Plan { draft, tally: weeks.tally }
}

/// Patterns that anything can train.
fn possible(setting: &Setting<'_>) -> BTreeSet<Pattern> {
    let done = setting.pack.exercises.keys().filter_map(|id| setting.resolver.itself(id, Purpose::Main));
    let trains =
        done.filter(|it| Setting::is_strength(it.entry) || it.entry.streams.contains(&Stream::Aerobic));
    trains.flat_map(|it| &it.entry.patterns).copied().collect()
}

/// What is the same for every week.
struct Weeks<'a, 's, 'w> {
    setting: &'s Setting<'a>,
    modes: Vec<Resolved<'s>>,
    poses: Vec<Offer<'s>>,
    moves: Vec<Offer<'s>>,
    possible: BTreeSet<Pattern>,
    offers: Offers<'a, 's>,
    tally: Tally,
    solver: &'w mut dyn Solver,
}

impl<'s> Weeks<'_, 's, '_> {
    /// One week. What the other sessions were expected to have and then found no place for is not counted on when
    /// it is tried again.
    fn week(&mut self, history: &History<'s>, coming: &Coming<'_>, begun: &Begun) -> DraftWeek<'s> {
        let before = self.tally.clone();
        let mut missed: BTreeSet<ExerciseId> = BTreeSet::new();
        let mut made = loop {
            let (made, expected) = self.try_week(history, coming, begun, &missed);
            let gone: Vec<ExerciseId> = expected.into_iter().filter(|it| !made.has(it)).collect();
            if gone.is_empty() {
                break made;
            }
            missed.extend(gone);
            self.tally = before.clone();
        };
        made.sessions.sort_by(|a, b| (a.day, &a.kind).cmp(&(b.day, &b.kind)));
        ease::ease(self.setting, coming, &mut made);
        made
    }

    fn try_week(
        &mut self,
        history: &History<'s>,
        coming: &Coming<'_>,
        begun: &Begun,
        missed: &BTreeSet<ExerciseId>,
    ) -> (DraftWeek<'s>, BTreeSet<ExerciseId>) {
        let setting = self.setting;
        let mut made = DraftWeek { sessions: Vec::new(), begun: begun.clone() };
        let (mobility, _) = self.mobility(history, coming, &made, self.places(history));
        let turns = begun.aerobic_sessions..aerobic::sessions(setting, coming);
        let week = (coming, aerobic::share(setting, history, coming));
        let walks = turns.filter_map(|turn| aerobic::item(setting, &self.modes, week, turn)).collect();
        let solve = &mut |model: &ListModel| self.solver.list(model);
        let poses = mind_body::expected(setting, &self.poses, (history, coming), &made, solve);
        let expected = Expected { walks, mobility, poses }.without(missed);
        let besides = self.besides(history, coming, begun, &expected);
        let stated = strength::state(setting, &mut self.offers, history, coming, (&besides, &self.possible));
        let solution = self.solver.week(&stated.model);
        self.tally.add_week(&stated, &solution, &self.solver.relaxed(&stated.relaxed));
        stated.sessions(setting, coming, &solution, &mut made);
        aerobic::place(setting, &self.modes, (history, coming), &mut made);
        let (tally, solver) = (&mut self.tally, &mut *self.solver);
        mind_body::place(setting, &self.poses, (history, coming), &mut made, &mut |model| {
            let solution = solver.list(model);
            tally.add_list(model, &solution);
            solution
        });
        let (set, listed) = self.mobility(history, coming, &made, self.places_after(history, coming));
        if let Some((model, solution)) = listed {
            self.tally.add_list(&model, &solution);
        }
        mobility::place(setting, coming, &set, &mut made);
        (made, besides.entries)
    }

    /// Different moves left for mobility while strength sessions are still to be decided: one is kept for each slot.
    fn places(&self, history: &History<'_>) -> Option<usize> {
        let max = self.setting.template.moves_max?;
        Some(max.saturating_sub(self.setting.layout.slot.len()).saturating_sub(history.mobility.len()))
    }

    /// The same once they are decided: in the last week as many as are left.
    fn places_after(&self, history: &History<'_>, coming: &Coming<'_>) -> Option<usize> {
        let last = self.setting.coming.last().is_some_and(|it| it.number == coming.number);
        self.places(history).filter(|_| !last)
    }

    /// The mobility set of a week, with `places` moves that the programme has not had, or as many as are left.
    fn mobility(
        &mut self,
        history: &History<'s>,
        coming: &Coming<'_>,
        made: &DraftWeek<'s>,
        places: Option<usize>,
    ) -> (Vec<DraftItem<'s>>, Option<(ListModel, ListSolution)>) {
        let setting = self.setting;
        if mobility::days(setting, coming).is_empty() {
            return (Vec::new(), None);
        }
        let here = made.sessions.iter().flat_map(|it| &it.items).filter(|it| it.role != crate::Role::Aerobic);
        let here: BTreeSet<_> =
            here.map(|it| &it.entry.id).filter(|id| !history.moves.contains(*id)).collect();
        let left = setting.template.moves_max.map(|max| max.saturating_sub(history.moves.len() + here.len()));
        let moves_max = places.or(left).unwrap_or(usize::MAX);
        let (items, model, solution) =
            mobility::set(setting, &self.moves, (history, coming, moves_max), made, self.solver);
        (items, Some((model, solution)))
    }

    /// What the strength sessions need to know of the rest of the week.
    fn besides(
        &self,
        history: &History<'s>,
        coming: &Coming<'_>,
        begun: &Begun,
        expected: &Expected<'s>,
    ) -> Besides {
        let setting = self.setting;
        let mut besides = Besides {
            patterns: begun.patterns.clone(),
            entries: begun.entries.clone(),
            sets: begun.volume.sets,
            moves_max: setting.template.moves_max.map(|max| {
                let new = expected.mobility.iter().filter(|it| !history.moves.contains(&it.entry.id)).count();
                max.saturating_sub(history.moves.len() + new)
            }),
            secs: BTreeMap::new(),
        };
        let days = u32::try_from(mobility::days(setting, coming).len()).unwrap_or(u32::MAX);
        besides.patterns.extend(expected.walks.iter().flat_map(|it| &it.entry.patterns));
        let mobility = expected.mobility.iter().map(|it| (it, days));
        for (item, times) in expected.walks.iter().map(|it| (it, 1)).chain(mobility) {
            for stream in super::mix::streams(item.entry) {
                *besides.secs.entry(stream).or_default() += item.secs(setting) * times;
            }
        }
        let all = expected.walks.iter().chain(&expected.mobility).chain(&expected.poses);
        besides.entries.extend(all.map(|it| it.entry.id.clone()));
        let mind_body = coming.shape.mind_body_minutes * 60 * u32::from(coming.shape.mind_body_sessions);
        *besides.secs.entry(Stream::FlexMind).or_default() += mind_body;
        besides
    }
}

/// What the other sessions of a week will have if they find a place.
struct Expected<'s> {
    walks: Vec<DraftItem<'s>>,
    mobility: Vec<DraftItem<'s>>,
    poses: Vec<DraftItem<'s>>,
}

impl Expected<'_> {
    /// All but what found no place when it was tried.
    fn without(mut self, missed: &BTreeSet<ExerciseId>) -> Self {
        for list in [&mut self.walks, &mut self.mobility, &mut self.poses] {
            list.retain(|it| !missed.contains(&it.entry.id));
        }
        self
    }
}
