//! [`WeekModel`], as its fields are documented.

mod way;

use knowledge::raw::planner::Aim;
use prescription::exact::{Pick, WeekModel, Worth};
use std::collections::{BTreeMap, BTreeSet};

use crate::program::{Program, Terms, Tier, Variable};
use way::{Way, ways, whole};

/// A week as a program, and what its variables stand for.
#[derive(Clone, Debug)]
pub struct Week<'m> {
    /// The model it states.
    pub model: &'m WeekModel,
    /// The program.
    pub program: Program,
    /// What the first variables stand for.
    ways: Vec<Way<'m>>,
    places: Vec<Place>,
}

/// Slots whose order of ids is asked for together, each with the weight of one place in it.
type Place = Vec<(usize, i64)>;

/// As many places of ids are put into one number.
const TOGETHER: i64 = 500_000;

impl<'m> Week<'m> {
    /// States a week.
    pub fn new(model: &'m WeekModel) -> Self {
        let ways: Vec<Way<'m>> =
            model.slots.iter().enumerate().flat_map(|(slot, it)| ways(model, slot, it)).collect();
        let program = Program { variables: vec![Variable::Choice; ways.len()], ..Program::default() };
        let mut week = Self { model, program, places: together(model, &ways), ways };
        week.slots();
        week.sessions();
        week.whole_week();
        for aim in &model.aims {
            let tier = week.tier(*aim);
            week.program.tiers.extend(tier);
        }
        for place in 0..week.places.len() {
            // A slot that stays empty has the last place.
            let before = week.places[place].iter().map(|(slot, by)| -by * week.last_place(*slot)).sum();
            let terms = week.sum(|way| week.before_the_last(place, way));
            week.program.tiers.push(Tier { name: format!("ids {place}"), before, terms });
        }
        week
    }

    /// The variables of the ways for which this is not zero, with it.
    fn sum(&self, of: impl Fn(&Way<'m>) -> i64) -> Terms {
        let all = self.ways.iter().map(of).enumerate();
        all.filter(|(_, factor)| *factor != 0).collect()
    }

    fn count(&self, of: impl Fn(&Way<'m>) -> bool) -> Terms {
        self.sum(|way| i64::from(of(way)))
    }

    fn day(&self, way: &Way<'m>) -> usize {
        self.model.slots[way.slot].day
    }

    /// At most one choice in a slot, and no entry twice in a day.
    fn slots(&mut self) {
        for slot in 0..self.model.slots.len() {
            let here = self.count(|it| it.slot == slot);
            self.program.at_most(&here, 1);
            self.program.groups.push(here.into_iter().map(|(variable, _)| variable).collect());
        }
        let pairs: BTreeSet<(usize, usize)> =
            self.ways.iter().map(|it| (self.day(it), it.choice.entry)).collect();
        for (day, entry) in pairs {
            let here = self.count(|it| self.day(it) == day && it.choice.entry == entry);
            self.program.at_most(&here, 1);
        }
    }

    /// What one session has room for.
    fn sessions(&mut self) {
        for (at, day) in self.model.days.iter().enumerate() {
            for session in 0..day.times {
                let has = |way: &Way<'m>| self.day(way) == at && way.pick.from <= session;
                let secs = self.sum(|way| if has(way) { way.secs() } else { 0 });
                let items = self.count(has);
                let heavy = self.count(|it| has(it) && it.choice.heavy);
                let fresh = self.count(|it| self.day(it) == at && it.pick.from == session && it.choice.fresh);
                let fresh_max = day.fresh_max.get(session).copied().unwrap_or_default();
                self.program.at_most(&secs, day.secs_max.into());
                let limits = [(items, day.items_max), (heavy, day.heavy_max), (fresh, fresh_max)];
                for (terms, most) in limits {
                    if terms.len() > most {
                        self.program.at_most(&terms, whole(most));
                    }
                }
            }
        }
    }

    /// What holds for the week: its sets, a deload's share, moves that are new to the programme.
    fn whole_week(&mut self) {
        if let Some(most) = self.model.sets_max {
            let sets = self.sum(|way| i64::from(way.pick.sets) * way.times);
            self.program.at_most(&sets, most.into());
        }
        if let Some(percent) = self.model.kept_percent {
            let left = |way: &Way<'m>| i64::from(percent) * i64::from(way.choice.usual_sets);
            let mut over = self.sum(|way| way.times * (100 * i64::from(way.pick.sets) - left(way)));
            let most: i64 = over.iter().map(|(_, it)| (*it).max(0)).sum();
            // Either the sets come down to the share, or nothing has more than one.
            let single = self.program.variable(Variable::Choice);
            over.push((single, -most));
            self.program.at_most(&over, 0);
            for slot in 0..self.model.slots.len() {
                let mut more = self.count(|it| it.slot == slot && it.pick.sets > 1);
                more.push((single, 1));
                self.program.at_most(&more, 1);
            }
        }
        if let Some(most) = self.model.moves_max {
            let firsts: BTreeSet<usize> =
                self.ways.iter().filter(|it| it.choice.first).map(|it| it.choice.entry).collect();
            let mut moves = Vec::new();
            for entry in firsts {
                let brought = self.program.variable(Variable::Share);
                for slot in 0..self.model.slots.len() {
                    let mut here =
                        self.count(|it| it.slot == slot && it.choice.entry == entry && it.choice.first);
                    here.push((brought, -1));
                    self.program.at_most(&here, 0);
                }
                moves.push((brought, 1));
            }
            self.program.at_most(&moves, whole(most));
        }
    }

    fn tier(&mut self, aim: Aim) -> Option<Tier> {
        let (before, terms) = match aim {
            Aim::LowestIds => return None,
            Aim::StreamMinutes => (0, self.minutes()),
            Aim::Variety => (0, self.variety()),
            Aim::MainSets => (0, self.sum(|it| it.worth().main_sets * it.times)),
            Aim::SlotsFilled => (0, self.sum(|it| it.worth().slots_filled)),
            Aim::TemplateOrder => (0, self.sum(|it| it.worth().template_order - whole(it.pick.from))),
            Aim::LightSets => (0, self.sum(|it| it.worth().light_sets * it.times)),
            Aim::Preferences => (0, self.sum(|it| it.worth().preferences * it.times)),
            Aim::Pins
            | Aim::NamedMoves
            | Aim::RequiredPatterns
            | Aim::FindingCoverage
            | Aim::PatternCoverage => self.coverage(aim),
        };
        Some(Tier { name: format!("{aim:?}"), before, terms })
    }

    fn coverage(&mut self, aim: Aim) -> (i64, Terms) {
        let Some(list) = WeekModel::COVERAGES.iter().position(|it| *it == aim) else {
            return (0, Vec::new());
        };
        let (mut before, mut terms) = (0, Vec::new());
        for (bit, cover) in self.model.covers[list].iter().enumerate() {
            let by: Terms = self.count(|it| it.choice.covers[list] >> bit & 1 == 1);
            if cover.done {
                before += cover.weight;
            } else if !by.is_empty() {
                let covered = self.program.variable(Variable::Share);
                let row = by.into_iter().chain([(covered, -1)]).collect();
                self.program.at_least(row, 0);
                terms.push((covered, cover.weight));
            }
        }
        (before, terms)
    }

    /// By how much each share is missed, in hundredths of seconds.
    fn minutes(&mut self) -> Terms {
        let mut terms = Vec::new();
        for (at, share) in self.model.shares.iter().enumerate() {
            let inside = |way: &Way<'m>| i64::from(way.choice.shares >> at & 1 == 1);
            let over = self.sum(|way| way.secs() * way.times * (100 * inside(way) - share.percent));
            let missed = self.program.variable(Variable::Amount);
            let too_little = over.iter().copied().chain([(missed, 1)]).collect();
            self.program.at_least(too_little, -share.over);
            if !share.at_least {
                let too_much = over.iter().map(|(it, by)| (*it, -by)).chain([(missed, 1)]).collect();
                self.program.at_least(too_much, share.over);
            }
            terms.push((missed, -1));
        }
        terms
    }

    fn variety(&mut self) -> Terms {
        let entries: BTreeSet<usize> = self.ways.iter().map(|it| it.choice.entry).collect();
        let mut terms = Vec::new();
        for entry in entries {
            let stands = self.program.variable(Variable::Share);
            let by = self.count(|it| it.choice.entry == entry);
            self.program.at_least(by.into_iter().chain([(stands, -1)]).collect(), 0);
            terms.push((stands, 1));
        }
        terms
    }

    /// How many places a way comes before the last one of its slot, as far as they count in a number of places.
    fn before_the_last(&self, place: usize, way: &Way<'m>) -> i64 {
        let by = self.places[place].iter().find(|(slot, _)| *slot == way.slot);
        by.map_or(0, |(_, by)| by * (way.last - way.rank))
    }

    /// The place of a slot that stays empty.
    fn last_place(&self, slot: usize) -> i64 {
        whole(self.ways.iter().filter(|it| it.slot == slot).count())
    }

    /// What was chosen, slot by slot.
    pub fn picks(&self, chosen: &[bool]) -> Vec<Option<Pick>> {
        let mut picks = vec![None; self.model.slots.len()];
        for (way, _) in self.ways.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
            picks[way.slot] = Some(way.pick);
        }
        picks
    }

    /// What the picks reach in every tier, reckoned session by session; or the rule that they break.
    pub fn reckon(&self, picks: &[Option<Pick>]) -> Result<Vec<i64>, String> {
        let taken = self.taken(picks)?;
        self.keeps_week(&taken)?;
        let mut values = Vec::new();
        for aim in self.model.aims.iter().filter(|it| **it != Aim::LowestIds) {
            values.push(self.value(*aim, &taken)?);
        }
        for places in &self.places {
            let of = |(slot, by): &(usize, i64)| {
                let here = taken.iter().find(|it| it.slot == *slot);
                -by * here.map_or(self.last_place(*slot), |it| it.rank)
            };
            values.push(places.iter().map(of).sum());
        }
        Ok(values)
    }

    fn taken(&self, picks: &[Option<Pick>]) -> Result<Vec<Way<'m>>, String> {
        let mut taken = Vec::new();
        for (slot, pick) in picks.iter().enumerate() {
            let Some(pick) = pick else { continue };
            let way = self.ways.iter().find(|it| it.slot == slot && it.pick == *pick);
            taken.push(*way.ok_or_else(|| format!("slot {slot} cannot have {pick:?}"))?);
        }
        Ok(taken)
    }

    fn keeps_week(&self, taken: &[Way<'m>]) -> Result<(), String> {
        let model = self.model;
        let mut sets = 0;
        let mut usual = 0;
        for (at, day) in model.days.iter().enumerate() {
            for session in 0..day.times {
                let here: Vec<&Way<'m>> =
                    taken.iter().filter(|it| self.day(it) == at && it.pick.from <= session).collect();
                let entries: BTreeSet<usize> = here.iter().map(|it| it.choice.entry).collect();
                let fresh = here.iter().filter(|it| it.choice.fresh && it.pick.from == session).count();
                let kept = here.iter().map(|it| it.secs()).sum::<i64>() <= i64::from(day.secs_max)
                    && here.len() <= day.items_max
                    && here.iter().filter(|it| it.choice.heavy).count() <= day.heavy_max
                    && fresh <= day.fresh_max.get(session).copied().unwrap_or_default()
                    && entries.len() == here.len();
                if !kept {
                    return Err(format!("day {at} has no room for session {session}"));
                }
                sets += here.iter().map(|it| i64::from(it.pick.sets)).sum::<i64>();
                usual += here.iter().map(|it| i64::from(it.choice.usual_sets)).sum::<i64>();
            }
        }
        let moves: BTreeSet<usize> =
            taken.iter().filter(|it| it.choice.first).map(|it| it.choice.entry).collect();
        let cut = |percent: u32| {
            100 * sets <= i64::from(percent) * usual || taken.iter().all(|it| it.pick.sets == 1)
        };
        let kept = model.sets_max.is_none_or(|max| sets <= max.into())
            && model.moves_max.is_none_or(|max| moves.len() <= max)
            && model.kept_percent.is_none_or(cut);
        if kept { Ok(()) } else { Err("the week has too much".to_owned()) }
    }

    fn value(&self, aim: Aim, taken: &[Way<'m>]) -> Result<i64, String> {
        let model = self.model;
        let each = |of: &dyn Fn(&Worth) -> i64| {
            let sessions = |way: &Way<'m>| model.days[self.day(way)].times - way.pick.from;
            taken.iter().map(|way| of(&way.worth()) * whole(sessions(way))).sum::<i64>()
        };
        Ok(match aim {
            Aim::MainSets => each(&|it| it.main_sets),
            Aim::LightSets => each(&|it| it.light_sets),
            Aim::Preferences => each(&|it| it.preferences),
            Aim::SlotsFilled => taken.iter().map(|it| it.worth().slots_filled).sum(),
            Aim::TemplateOrder => {
                taken.iter().map(|it| it.worth().template_order - whole(it.pick.from)).sum()
            }
            Aim::Variety => whole(taken.iter().map(|it| it.choice.entry).collect::<BTreeSet<_>>().len()),
            Aim::StreamMinutes => -(0..model.shares.len()).map(|at| self.missed(at, taken)).sum::<i64>(),
            Aim::Pins
            | Aim::NamedMoves
            | Aim::RequiredPatterns
            | Aim::FindingCoverage
            | Aim::PatternCoverage => {
                let list = WeekModel::COVERAGES.iter().position(|it| *it == aim).ok_or("no list")?;
                let is_covered = |bit: usize| taken.iter().any(|it| it.choice.covers[list] >> bit & 1 == 1);
                let covers = model.covers[list].iter().enumerate();
                covers.filter(|(bit, it)| it.done || is_covered(*bit)).map(|(_, it)| it.weight).sum()
            }
            Aim::LowestIds => 0,
        })
    }

    fn missed(&self, at: usize, taken: &[Way<'m>]) -> i64 {
        let share = &self.model.shares[at];
        let secs = |of: &dyn Fn(&Way<'m>) -> bool| {
            let sessions = |it: &Way<'m>| whole(self.model.days[self.day(it)].times - it.pick.from);
            taken.iter().filter(|it| of(it)).map(|it| it.secs() * sessions(it)).sum::<i64>()
        };
        let (mine, all) = (secs(&|it| it.choice.shares >> at & 1 == 1), secs(&|_| true));
        let over = share.over + 100 * mine - share.percent * all;
        if share.at_least { (-over).max(0) } else { over.abs() }
    }
}

/// Slots are gone through in order; as many as fit into one number are asked for at once.
fn together(model: &WeekModel, ways: &[Way<'_>]) -> Vec<Place> {
    let mut sizes: BTreeMap<usize, i64> = (0..model.slots.len()).map(|it| (it, 1)).collect();
    for way in ways {
        *sizes.entry(way.slot).or_default() += 1;
    }
    let mut groups: Vec<Vec<(usize, i64)>> = Vec::new();
    let mut room = 0;
    for (slot, size) in sizes.into_iter().filter(|(_, size)| *size > 1) {
        if size > room {
            groups.push(Vec::new());
            room = TOGETHER;
        }
        room /= size;
        if let Some(group) = groups.last_mut() {
            for (_, by) in group.iter_mut() {
                *by *= size;
            }
            group.push((slot, 1));
        }
    }
    groups
}
