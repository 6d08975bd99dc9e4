//! The weeks, one after the other: each is decided with what went before it, and bears on the next by its history
//! alone.
//!
//! Within a week the steps are: what the other sessions would cover, the strength sessions, the aerobic sessions, mind–body
//! sessions, daily mobility. Each but the aerobic sessions is a model that is solved exactly.

use knowledge::raw::planner::Aim;
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
use super::strength::{self, Besides, Stated};
use super::{Setting, aerobic, mind_body, mix, mobility};
use crate::exact::{ListModel, ListSolution, Solution};
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

/// The models of a week, with what solves them.
struct Answered<'s> {
    stated: Stated<'s>,
    solution: Solution,
    lists: Vec<(ListModel, ListSolution)>,
}

impl<'s> Weeks<'_, 's, '_> {
    /// One week. Where few moves have to do, strength and mobility are given other shares of them as long as a finding
    /// goes without; the first that reaches most stands.
    fn week(&mut self, history: &History<'s>, coming: &Coming<'_>, begun: &Begun) -> DraftWeek<'s> {
        let mut best: Option<(Vec<i64>, DraftWeek<'s>, Answered<'s>)> = None;
        for share in self.shares(history) {
            if !share.trusted && !self.relies_on_mobility(history, coming, share) {
                continue;
            }
            let (made, answered) = self.week_with(history, coming, begun, share);
            let worth = self.worth(coming, &made);
            let heard = self.setting.covering.iter().all(|it| trains(&made, it));
            if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                best = Some((worth, made, answered));
            }
            if heard {
                break;
            }
        }
        let Some((_, mut made, answered)) = best else { return DraftWeek::default() };
        self.count(&answered);
        made.sessions.sort_by(|a, b| (a.day, &a.kind).cmp(&(b.day, &b.kind)));
        ease::ease(self.setting, coming, &mut made);
        made
    }

    /// Adds up what a week reaches, and shows its models.
    fn count(&mut self, answered: &Answered<'s>) {
        let relaxed = answered.stated.relaxed.as_ref().map(|it| self.solver.relaxed(it));
        self.tally.add_week(&answered.stated, &answered.solution, relaxed.as_ref());
        for (model, solution) in &answered.lists {
            self.tally.add_list(model, solution);
        }
    }

    /// Whether daily mobility is expected to train a finding, so that it matters if strength sessions leave it to do so.
    fn relies_on_mobility(&mut self, history: &History<'s>, coming: &Coming<'_>, share: Share) -> bool {
        let (items, _) = self.mobility(history, coming, &DraftWeek::default(), share.places);
        items.iter().any(|item| self.setting.covering.iter().any(|it| it.contains(&item.entry.id)))
    }

    /// The shares of the moves that daily mobility may have, the usual one first: a slot that the template fills has a
    /// move, mobility the rest. The others leave every move that is there by name.
    fn shares(&self, history: &History<'_>) -> Vec<Share> {
        let Some(max) = self.setting.template.moves_max else {
            return vec![Share { places: None, trusted: true }];
        };
        let filled = self.setting.layout.slot.iter().filter(|it| !it.steps.is_empty()).count();
        let usual = max.saturating_sub(filled);
        let most = max.saturating_sub(self.setting.template.named_moves.len());
        let sizes = std::iter::once(usual).chain((0..=most).rev().filter(|it| *it != usual));
        let sizes = sizes.map(|it| Some(it.saturating_sub(history.mobility.len())));
        sizes.flat_map(|places| [true, false].map(|trusted| Share { places, trusted })).collect()
    }

    /// What a week has of what tags ask for on most days, then what it reaches of the aims that stand before everything that
    /// is a matter of choice.
    fn worth(&self, coming: &Coming<'_>, made: &DraftWeek<'s>) -> Vec<i64> {
        let setting = self.setting;
        let items = || made.sessions.iter().flat_map(|it| &it.items);
        let named =
            |id: &ExerciseId| items().any(|it| it.entry.id == *id || it.leads_to.as_ref() == Some(id));
        let trained = |it: &Pattern| items().any(|item| item.entry.patterns.contains(it));
        let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
        let tags = &setting.constraints.tags;
        let needs = setting.pack.dosage.most_days.iter().filter(|it| tags.contains_key(&it.tag));
        let met = needs.filter(|it| it.entries.iter().any(|id| made.has(id))).count();
        let findings = setting.priorities.iter().zip(&self.setting.covering);
        let heard = findings.filter(|(_, it)| trains(made, it)).map(|(it, _)| mix::rank(it.confidence));
        let wanted = setting.wanted_patterns(coming.shape.number);
        let first = [
            (Aim::NamedMoves, count(setting.template.named_moves.iter().filter(|it| named(it)).count())),
            (Aim::RequiredPatterns, count(wanted.iter().filter(|it| trained(it)).count())),
            (Aim::Pins, count(setting.changes.pins.iter().filter(|it| made.has(&it.exercise)).count())),
            (Aim::FindingCoverage, heard.sum()),
        ];
        let aims = setting.pack.planner.objective.iter();
        let aims = aims.map_while(|it| first.iter().find(|(aim, _)| *aim == it.name).map(|(_, it)| *it));
        std::iter::once(count(met)).chain(aims).collect()
    }

    /// One week with a share of the moves for daily mobility. What the other sessions were expected to have and then found
    /// no place for is not counted on when it is tried again.
    fn week_with(
        &mut self,
        history: &History<'s>,
        coming: &Coming<'_>,
        begun: &Begun,
        share: Share,
    ) -> (DraftWeek<'s>, Answered<'s>) {
        let mut missed: BTreeSet<ExerciseId> = BTreeSet::new();
        loop {
            let (made, expected, answered) = self.try_week((history, coming, begun), &missed, share);
            let gone: Vec<ExerciseId> = expected.into_iter().filter(|it| !made.has(it)).collect();
            if gone.is_empty() {
                return (made, answered);
            }
            missed.extend(gone);
        }
    }

    fn try_week(
        &mut self,
        (history, coming, begun): (&History<'s>, &Coming<'_>, &Begun),
        missed: &BTreeSet<ExerciseId>,
        share: Share,
    ) -> (DraftWeek<'s>, BTreeSet<ExerciseId>, Answered<'s>) {
        let setting = self.setting;
        let mut made = DraftWeek { sessions: Vec::new(), begun: begun.clone() };
        let (mobility, _) = self.mobility(history, coming, &made, share.places);
        let turns = begun.aerobic_sessions..aerobic::sessions(setting, coming);
        let week = (coming, aerobic::share(setting, history, coming));
        let walks = turns.filter_map(|turn| aerobic::item(setting, &self.modes, week, turn)).collect();
        let solve = &mut |model: &ListModel| self.solver.list(model);
        let poses = mind_body::expected(setting, &self.poses, (history, coming), &made, solve);
        let expected = Expected { walks, mobility, poses, trusted: share.trusted }.without(missed);
        let besides = self.besides(history, coming, begun, &expected);
        let wanted = (&besides, &self.possible, self.solver.wants_bounds());
        let stated = strength::state(setting, &mut self.offers, history, coming, wanted);
        let solution = self.solver.week(&stated.model);
        stated.sessions(setting, coming, &solution, &mut made);
        aerobic::place(setting, &self.modes, (history, coming), &mut made);
        let mut lists = Vec::new();
        let solver = &mut *self.solver;
        mind_body::place(setting, &self.poses, (history, coming), &mut made, &mut |model| {
            let solution = solver.list(model);
            lists.push((model.clone(), solution.clone()));
            solution
        });
        let (set, listed) = self.mobility(history, coming, &made, self.places_after(coming, share.places));
        lists.extend(listed);
        mobility::place(setting, coming, &set, &mut made);
        (made, besides.entries, Answered { stated, solution, lists })
    }

    /// The moves kept for mobility once the strength sessions are decided: in the last week as many as are left.
    fn places_after(&self, coming: &Coming<'_>, places: Option<usize>) -> Option<usize> {
        let last = self.setting.coming.last().is_some_and(|it| it.number == coming.number);
        places.filter(|_| !last)
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
            for stream in mix::streams(item.entry) {
                *besides.secs.entry(stream).or_default() += item.secs(setting) * times;
            }
        }
        let mobility = expected.mobility.iter().filter(|_| expected.trusted);
        let all = expected.walks.iter().chain(mobility).chain(&expected.poses);
        besides.entries.extend(all.map(|it| it.entry.id.clone()));
        let mind_body = coming.shape.mind_body_minutes * 60 * u32::from(coming.shape.mind_body_sessions);
        *besides.secs.entry(Stream::FlexMind).or_default() += mind_body;
        besides
    }
}

/// Whether a week has one of these entries.
fn trains(made: &DraftWeek<'_>, entries: &BTreeSet<ExerciseId>) -> bool {
    entries.iter().any(|id| made.has(id))
}

/// How a small number of moves is shared out in a week.
#[derive(Clone, Copy, Debug)]
struct Share {
    /// Moves kept for daily mobility while the strength sessions are still to be decided; none where their number has
    /// no bound.
    places: Option<usize>,
    /// Whether the strength sessions leave to daily mobility the findings that it would train. If not, they train what
    /// they can, and mobility is left free for others.
    trusted: bool,
}

/// What the other sessions of a week will have if they find a place.
struct Expected<'s> {
    walks: Vec<DraftItem<'s>>,
    mobility: Vec<DraftItem<'s>>,
    poses: Vec<DraftItem<'s>>,
    /// See [`Share::trusted`].
    trusted: bool,
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
