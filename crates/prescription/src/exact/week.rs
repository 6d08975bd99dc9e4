//! The strength sessions of one week as plain numbers.

use knowledge::raw::planner::Aim;
use model::ExerciseId;

/// What can be decided of the strength sessions of one week, and what each decision is worth.
///
/// For every slot at most one choice is picked, with a number of sets and the first of the week's sessions of its
/// day that has it. A day that comes twice in the week has the same picks both times, except that something new
/// may wait for the second. A day has no entry twice. Nothing else is free.
///
/// Where all aims are level, the slots decide in order: the lower entry wins, then more sets, then the earlier session; a
/// slot that stays empty comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeekModel {
    /// The aims, the weightiest first; [`Aim::LowestIds`] is always the last.
    pub aims: Vec<Aim>,
    /// The days of the template that stand in this week.
    pub days: Vec<Day>,
    /// The slots of these days, the highest-ranked first. This is also the order in which lower ids win.
    pub slots: Vec<Slot>,
    /// The entries that [`Choice::entry`] counts, in the order of their ids.
    pub entries: Vec<ExerciseId>,
    /// Things that are wanted once in the week, in the order of [`WeekModel::COVERAGES`].
    pub covers: [Vec<Cover>; COVERS],
    /// The wanted mix of minutes (DP-09).
    pub shares: Vec<Share>,
    /// Strength sets of the week at most (AD-47), less those that are already done.
    pub sets_max: Option<u32>,
    /// In a deload week: the share of the usual sets that is left, per cent (DP-33). A week in which every entry has
    /// one set is cut as far as it can be.
    pub kept_percent: Option<u32>,
    /// Different entries that are not in the programme yet, at most; none where there is no such limit.
    pub moves_max: Option<usize>,
}

/// Coverage aims of a week.
pub(crate) const COVERS: usize = 5;
/// Aims of a week that are plain sums.
pub(crate) const SUMS: usize = 5;

impl WeekModel {
    /// The aims that count what is covered, in the order of [`WeekModel::covers`] and [`Choice::covers`].
    pub const COVERAGES: [Aim; COVERS] =
        [Aim::Pins, Aim::NamedMoves, Aim::RequiredPatterns, Aim::FindingCoverage, Aim::PatternCoverage];

    /// The aims that are sums over the picks, in the order of the fields of [`Worth`].
    pub const ADDED: [Aim; SUMS] =
        [Aim::MainSets, Aim::SlotsFilled, Aim::TemplateOrder, Aim::LightSets, Aim::Preferences];
}

/// A strength day of the template in this week.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Its name: `A`.
    pub name: String,
    /// How many sessions the week still has of it.
    pub times: usize,
    /// Seconds for the items of one session (DP-08), without its warm-up and cool-down.
    pub secs_max: u32,
    /// Items of one session at most (AD-30).
    pub items_max: usize,
    /// Items of load class H in one session at most (AD-46).
    pub heavy_max: usize,
    /// What may be new in the first session, in the second, and so on (AD-46).
    pub fresh_max: Vec<usize>,
}

/// A place in a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The day, as a place in [`WeekModel::days`].
    pub day: usize,
    /// What may stand here; the slot may always stay empty.
    pub choices: Vec<Choice>,
}

/// One entry that may stand in a slot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// The entry, as a place in [`WeekModel::entries`].
    pub entry: usize,
    /// Seconds of the item with one set, with two, and so on: as many as it has at most (DP-60).
    pub secs: Vec<u32>,
    /// Whether it is of load class H.
    pub heavy: bool,
    /// Whether it counts as new (AD-46). Only then may it wait for a later session of the week.
    pub fresh: bool,
    /// Whether it is a move that the programme has not had yet.
    pub first: bool,
    /// Its usual sets, against which a deload week is cut (DP-33).
    pub usual_sets: u32,
    /// What it covers of each list of [`WeekModel::covers`], as bits.
    pub covers: [u64; COVERS],
    /// What it adds to the aims that are sums, with one set, with two, and so on.
    pub worth: Vec<Worth>,
    /// The shares of [`WeekModel::shares`] that its seconds belong to, as bits.
    pub shares: u64,
}

/// What a choice adds to the aims that are sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worth {
    /// [`Aim::MainSets`], for every session that has it: below zero for sets that are taken from it.
    pub main_sets: i64,
    /// [`Aim::SlotsFilled`].
    pub slots_filled: i64,
    /// [`Aim::TemplateOrder`]; besides, one is lost for every session it waits.
    pub template_order: i64,
    /// [`Aim::LightSets`], for every session that has it.
    pub light_sets: i64,
    /// [`Aim::Preferences`], for every session that has it.
    pub preferences: i64,
}

/// Something that is wanted once in the week.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cover {
    /// What it is, for people: a pattern, a rule, an entry.
    pub name: String,
    /// What it is worth.
    pub weight: i64,
    /// Whether it is covered before anything is chosen.
    pub done: bool,
}

/// One stream's share of the week's minutes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    /// The share, per cent of all seconds of the week.
    pub percent: i64,
    /// Hundredths of seconds by which the stream is over its share before anything is chosen; below zero if under.
    pub over: i64,
    /// Whether more than the share is never too much (balance).
    pub at_least: bool,
}

impl Choice {
    /// Its sets at most.
    pub fn sets(&self) -> u32 {
        u32::try_from(self.secs.len()).unwrap_or(u32::MAX)
    }
}
