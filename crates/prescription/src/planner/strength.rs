//! The strength sessions of a week: stated as a model, solved exactly, and written down.

use knowledge::raw::exercise::Exercise;
use model::{ExerciseId, LoadClass, Pattern, Stream, Tag};
use std::collections::{BTreeMap, BTreeSet};

use super::course::Coming;
use super::draft::{DraftItem, DraftSession, DraftWeek};
use super::history::History;
use super::offers::{self, Offer, Offers};
use super::warm_up::warm_up;
use super::{Setting, mix};
use crate::dose::Dose;
use crate::exact::{COVERS, Choice, Cover, Day, Pick, Share, Slot, Solution, WeekModel, Worth};
use crate::prescription::{Role, SessionKind};

/// What other parts of the week do besides, as far as it bears on the strength sessions.
#[derive(Clone, Debug, Default)]
pub(super) struct Besides {
    /// Patterns that the week trains already.
    pub(super) patterns: BTreeSet<Pattern>,
    /// Entries of the week that stand already.
    pub(super) entries: BTreeSet<ExerciseId>,
    /// Strength sets that the week has had.
    pub(super) sets: u32,
    /// Different moves that the strength sessions may still bring into the programme.
    pub(super) moves_max: Option<usize>,
    /// Planned seconds of the other sessions, by stream.
    pub(super) secs: BTreeMap<Stream, u32>,
}

/// The model of a week's strength sessions, and what its choices stand for.
#[derive(Clone, Debug)]
pub(super) struct Stated<'s> {
    pub(super) model: WeekModel,
    /// The same week as if nothing had gone before, if bounds are wanted: no week of it can be better (block bound).
    pub(super) relaxed: Option<WeekModel>,
    /// The layout's slots, in the order of the model.
    slots: Vec<usize>,
    /// What the choices of each slot stand for.
    offered: Vec<Vec<Offer<'s>>>,
    /// Their doses with one set, with two, and so on.
    doses: Vec<Vec<Vec<Dose>>>,
}

/// States a week.
pub(super) fn state<'s>(
    setting: &'s Setting<'_>,
    offers: &mut Offers<'_, 's>,
    history: &History<'s>,
    coming: &Coming<'_>,
    (besides, possible, bounds): (&Besides, &BTreeSet<Pattern>, bool),
) -> Stated<'s> {
    let slots = slots(setting, coming);
    let wanted: BTreeSet<Pattern> = setting.wanted_patterns(coming.shape.number);
    let wanted: Vec<Pattern> = wanted.into_iter().filter(|it| possible.contains(it)).collect();
    let missing = wanted.iter().filter(|it| !besides.patterns.contains(it)).copied().collect();
    let mut offered = offers.of_week(coming, &slots, history, &missing);
    if let Some(max) = besides.moves_max.filter(|_| history.moves.is_empty()) {
        offers::keep_first(&mut offered, max);
    }
    let all: BTreeSet<&ExerciseId> = offered.iter().flatten().map(|it| &it.found.entry.id).collect();
    let entries: Vec<ExerciseId> = all.into_iter().cloned().collect();
    let statement = Statement { setting, history, coming, besides, slots: &slots, entries: &entries };
    let covers = statement.covers(&wanted, &offered);
    let relaxed = bounds.then(|| statement.model(&offered, &covers, false).0);
    for (index, offers) in slots.iter().zip(&mut offered) {
        offers.retain(|it| statement.may_stand(*index, it));
    }
    let (model, doses) = statement.model(&offered, &covers, true);
    Stated { model, relaxed, slots, offered, doses }
}

/// The slots of the week's days, the highest-ranked first: what the template insists on, then what is open.
fn slots(setting: &Setting<'_>, coming: &Coming<'_>) -> Vec<usize> {
    let here =
        |index: &usize| coming.strength_days.iter().any(|(_, name)| setting.layout.slot[*index].day == *name);
    let mut slots: Vec<usize> = (0..setting.layout.slot.len()).filter(here).collect();
    slots.sort_by_key(|index| (setting.layout.slot[*index].open, *index));
    slots
}

/// What a model is stated from.
struct Statement<'x, 's> {
    setting: &'s Setting<'s>,
    history: &'x History<'s>,
    coming: &'x Coming<'x>,
    besides: &'x Besides,
    slots: &'x [usize],
    entries: &'x [ExerciseId],
}

/// The lists of what is wanted once, and the bits that an entry covers in a slot.
struct Covers {
    lists: [Vec<Cover>; COVERS],
    wanted: Vec<Pattern>,
    all: Vec<Pattern>,
}

impl<'s> Statement<'_, 's> {
    fn model(
        &self,
        offered: &[Vec<Offer<'s>>],
        covers: &Covers,
        history: bool,
    ) -> (WeekModel, Vec<Vec<Vec<Dose>>>) {
        let days = self.days(history);
        let shares = mix::shares(self.setting, &self.besides.secs);
        let mut slots = Vec::with_capacity(self.slots.len());
        let mut all_doses = Vec::with_capacity(self.slots.len());
        for (place, index) in self.slots.iter().enumerate() {
            let name = &self.setting.layout.slot[*index].day;
            let day = days.iter().position(|it| it.name == *name).unwrap_or_default();
            let rank = i64::try_from(self.slots.len() - place).unwrap_or_default();
            let mut choices = Vec::with_capacity(offered[place].len());
            let mut doses_here = Vec::with_capacity(offered[place].len());
            for offer in &offered[place] {
                let doses = self.doses(*index, offer, history);
                choices.push(self.choice((rank, *index), offer, &doses, (covers, &shares, history)));
                doses_here.push(doses);
            }
            slots.push(Slot { day, choices });
            all_doses.push(doses_here);
        }
        let deload = &self.setting.pack.dosage.deload;
        let rise = self.history.allowed_sets(self.setting).map(|it| it.saturating_sub(self.besides.sets));
        let model = WeekModel {
            aims: self.setting.pack.planner.objective.iter().map(|it| it.name).collect(),
            days,
            slots,
            entries: self.entries.to_vec(),
            covers: covers.lists.clone(),
            shares: shares.into_iter().map(|(_, it)| it).collect(),
            sets_max: rise.filter(|_| history),
            kept_percent: self.coming.deload.then(|| 100 - deload.sets_cut_percent.min(100)),
            moves_max: self.besides.moves_max.filter(|_| history),
        };
        (model, all_doses)
    }

    fn days(&self, history: bool) -> Vec<Day> {
        let setting = self.setting;
        let mut days: Vec<Day> = Vec::new();
        for (_, name) in &self.coming.strength_days {
            if let Some(day) = days.iter_mut().find(|it| it.name == *name) {
                day.times += 1;
                continue;
            }
            days.push(Day {
                name: (*name).to_owned(),
                times: 1,
                secs_max: setting.session_secs_max.saturating_sub(setting.around_secs()),
                items_max: setting.exercises_max.unwrap_or(usize::MAX),
                heavy_max: setting.pack.dosage.bounds.load_high_max,
                fresh_max: Vec::new(),
            });
        }
        for day in &mut days {
            let new_max = |at| if history { self.new_max(&day.name, at) } else { usize::MAX };
            day.fresh_max = (0..day.times).map(new_max).collect();
        }
        days
    }

    /// How many entries of a day's session may be new; none in a deload week, which repeats what is known, unless the
    /// day has never been done.
    fn new_max(&self, name: &str, session: usize) -> usize {
        let bounds = &self.setting.pack.dosage.bounds;
        if self.coming.deload && self.history.begun.contains(name) {
            return 0;
        }
        let first = bounds.new_max_first.get(&self.setting.profile.level).copied().unwrap_or(bounds.new_max);
        if session > 0 || self.history.begun.contains(name) { bounds.new_max } else { first }
    }

    /// Nothing unknown that is harder than what is out for now; at most one step up the ladder from what stood in the slot last (AD-47), and in the present week only one that
    /// has been earned (DP-30); nothing unknown while nothing new is to come in.
    fn may_stand(&self, index: usize, offer: &Offer<'s>) -> bool {
        let changes = self.setting.changes;
        let entry = offer.found.entry;
        let known = self.history.known.contains(&entry.id);
        if self.coming.present && changes.nothing_new.is_some() && !known && !self.is_put_in(entry) {
            return false;
        }
        if !known && !self.is_put_in(entry) && self.setting.is_above_what_is_out(entry) {
            return false;
        }
        let Some(last) = self.history.in_slot.get(&index) else { return true };
        if !self.setting.pack.above(&last.entry.id).contains(&entry.id) || self.is_put_in(entry) {
            return true;
        }
        let step = entry.easier.contains(&last.entry.id);
        // A block that keeps shows no step that is meant to come.
        let shown = !self.coming.present && self.setting.template.keeps.is_none();
        let earned = shown || known || changes.earned.contains(&last.entry.id);
        step && earned
    }

    /// Whether a change has put this entry in another's place.
    fn is_put_in(&self, entry: &Exercise) -> bool {
        self.setting.changes.instead.values().any(|(to, _)| *to == entry.id)
    }

    /// The doses of an offer with one set, with two, and so on; in a deload week what has a single set anyway is cut
    /// within it (DP-33).
    fn doses(&self, index: usize, offer: &Offer<'s>, history: bool) -> Vec<Dose> {
        let setting = self.setting;
        let slot = &setting.layout.slot[index];
        let mut whole = setting.dose(&offer.found, self.coming, offers::sets_max(setting, slot, self.coming));
        if self.coming.deload && (whole.sets == 1 || self.usual_sets(offer, &whole, history) == 1) {
            while whole.drop_set() {}
            let usual = self.history.usual.get(&offer.found.entry.id).map(|(_, work)| *work);
            whole.cut_single_set(setting.pack.dosage.deload.sets_cut_percent, usual);
        }
        let mut doses = vec![whole];
        while let Some(mut fewer) = doses.last().cloned().filter(|it| it.sets > 1) {
            fewer.drop_set();
            doses.push(fewer);
        }
        doses.reverse();
        doses
    }

    fn usual_sets(&self, offer: &Offer<'s>, whole: &Dose, history: bool) -> u32 {
        // What has not been done may turn out to have a single set in every other week.
        let unknown = if history { 1 } else { whole.sets };
        let usual = self.history.usual.get(&offer.found.entry.id).filter(|_| history);
        usual.map_or(unknown, |(sets, _)| *sets).min(whole.sets)
    }

    fn choice(
        &self,
        (rank, index): (i64, usize),
        offer: &Offer<'s>,
        doses: &[Dose],
        (covers, shares, history): (&Covers, &[(Stream, Share)], bool),
    ) -> Choice {
        let setting = self.setting;
        let entry = offer.found.entry;
        let usual = doses.last().map_or(1, |whole| self.usual_sets(offer, whole, history));
        let taste =
            i64::from(setting.liked(&entry.id).is_some()) - i64::from(setting.disliked(&entry.id).is_some());
        let mine = |stream: Stream| mix::streams(entry).any(|it| it == stream);
        let bits = shares.iter().enumerate().filter(|(_, (stream, _))| mine(*stream));
        Choice {
            entry: self.entries.iter().position(|it| *it == entry.id).unwrap_or_default(),
            secs: doses.iter().map(|it| it.item_secs(entry, setting.estimate())).collect(),
            heavy: entry.load == LoadClass::High,
            fresh: history && self.history.is_new(setting, entry),
            first: history && !self.history.moves.contains(&entry.id),
            usual_sets: usual,
            covers: self.covered(covers, index, offer),
            worth: (1..=doses.len())
                .map(|sets| self.worth(rank, offer, (sets, doses.len()), taste))
                .collect(),
            shares: bits.fold(0, |bits, (at, _)| bits | 1 << at),
        }
    }

    /// What a choice adds to the aims that are sums, with `sets` of its `whole` sets.
    fn worth(&self, rank: i64, offer: &Offer<'s>, (sets, whole): (usize, usize), taste: i64) -> Worth {
        let (light, deload) = (offer.found.entry.load == LoadClass::Low, self.coming.deload);
        // The second set is worth more than the third, and a set of a higher-ranked entry a little more.
        let set = |number: usize| (8 - i64::try_from(number.min(7)).unwrap_or(7)) * 16 + rank;
        let kept: i64 = (2..=sets).map(set).sum();
        let lost: i64 = (sets + 1..=whole).map(set).sum();
        Worth {
            main_sets: if light || deload { 0 } else { -lost },
            slots_filled: 1 << rank.clamp(0, 40),
            template_order: -offer.cost,
            // A deload cuts all sets alike; those of the main work go last.
            light_sets: match (light, deload) {
                (true, _) => kept,
                (false, true) => kept * 16,
                (false, false) => 0,
            },
            preferences: taste,
        }
    }

    /// The lists of what is wanted once in the week.
    fn covers(&self, wanted: &[Pattern], offered: &[Vec<Offer<'s>>]) -> Covers {
        let setting = self.setting;
        let cover = |name: String, weight: i64, done: bool| Cover { name, weight, done };
        let stands = |id: &ExerciseId| self.besides.entries.contains(id);
        let pins = setting.changes.pins.iter();
        let pins = pins.map(|it| cover(it.exercise.to_string(), 1, stands(&it.exercise)));
        let named = setting.template.named_moves.iter().map(|it| cover(it.to_string(), 1, stands(it)));
        let balance = offered.iter().zip(self.slots).filter(|(it, _)| self.is_balance(it));
        let balance = balance
            .map(|(_, index)| cover(format!("balance {}", setting.layout.slot[*index].name), 1, false));
        let bounds = &setting.pack.dosage.bounds;
        let all: Vec<Pattern> =
            bounds.weekly_patterns.iter().chain(&bounds.later_patterns).copied().collect();
        let pattern = |it: &Pattern| cover(it.to_string(), 1, self.besides.patterns.contains(it));
        let findings =
            setting.priorities.iter().zip(&setting.covering).map(|(it, ids)| {
                cover(it.rule.to_string(), mix::rank(it.confidence), ids.iter().any(stands))
            });
        let lists = [
            pins.collect(),
            named.chain(balance).collect(),
            wanted.iter().map(pattern).collect(),
            findings.collect(),
            all.iter().map(pattern).collect(),
        ];
        Covers { lists, wanted: wanted.to_vec(), all }
    }

    /// DP-61: a balance entry is never trimmed for someone who may fall or whose bone is thin.
    fn is_balance(&self, offers: &[Offer<'s>]) -> bool {
        let tags = &self.setting.constraints.tags;
        let balance = |it: &&Offer<'s>| {
            it.found.entry.streams.contains(&Stream::Balance) && it.cost < offers::ELSEWHERE
        };
        [Tag::Fall, Tag::Op].iter().any(|it| tags.contains_key(it))
            && offers.first().as_ref().is_some_and(balance)
    }

    /// The bits that an offer covers in its slot.
    fn covered(&self, covers: &Covers, index: usize, offer: &Offer<'s>) -> [u64; COVERS] {
        let setting = self.setting;
        let entry = offer.found.entry;
        let slot = &setting.layout.slot[index];
        let bits = |list: &mut dyn Iterator<Item = bool>| {
            list.take(64).enumerate().fold(0, |bits, (at, it)| bits | u64::from(it) << at)
        };
        let here = |it: &crate::adaptation::Pin| {
            it.exercise == entry.id && it.day.as_ref().is_none_or(|day| *day == slot.day)
        };
        let is_named = |it: &ExerciseId| *it == entry.id || offer.leads_to.as_ref() == Some(it);
        let balance = format!("balance {}", slot.name);
        let by_balance = covers.lists[1].iter().skip(setting.template.named_moves.len());
        let by_balance = by_balance.map(|it| it.name == balance && entry.streams.contains(&Stream::Balance));
        [
            bits(&mut setting.changes.pins.iter().map(here)),
            bits(&mut setting.template.named_moves.iter().map(is_named).chain(by_balance)),
            bits(&mut covers.wanted.iter().map(|it| entry.patterns.contains(it))),
            bits(&mut setting.covering.iter().map(|it| it.contains(&entry.id))),
            bits(&mut covers.all.iter().map(|it| entry.patterns.contains(it))),
        ]
    }
}

impl<'s> Stated<'s> {
    /// Writes a solution down as the sessions of the week.
    pub(super) fn sessions(
        &self,
        setting: &'s Setting<'_>,
        coming: &Coming<'_>,
        solution: &Solution,
        made: &mut DraftWeek<'s>,
    ) {
        let mut had: BTreeMap<&str, usize> = BTreeMap::new();
        for (day, name) in &coming.strength_days {
            let turn = had.entry(name).or_default();
            let kind = SessionKind::Strength((*name).to_owned());
            let mut session = DraftSession { day: *day, kind, items: Vec::new(), eased: None };
            for (place, index) in self.slots.iter().enumerate() {
                let pick = solution.picks.get(place).copied().flatten();
                let here = setting.layout.slot[*index].day == *name;
                let pick = pick.filter(|it| here && it.from <= *turn);
                session.items.extend(pick.and_then(|it| self.item(place, *index, it)));
            }
            *turn += 1;
            session.items.sort_by_key(|it| it.slot);
            if !session.items.is_empty() {
                warm_up(setting, coming, &mut session);
                made.sessions.push(session);
            }
        }
    }

    fn item(&self, place: usize, index: usize, pick: Pick) -> Option<DraftItem<'s>> {
        let offer = self.offered.get(place)?.get(pick.choice)?;
        let doses = self.doses.get(place)?.get(pick.choice)?;
        let sets = usize::try_from(pick.sets).ok()?.checked_sub(1)?;
        Some(DraftItem {
            slot: Some(index),
            entry: offer.found.entry,
            permitted: offer.found.permitted,
            dose: doses.get(sets)?.clone(),
            role: Role::Strength,
            leads_to: offer.leads_to.clone(),
            because: offer.because.clone(),
        })
    }
}
