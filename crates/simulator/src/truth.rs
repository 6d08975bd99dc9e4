//! The hidden truth of a member: how much it hurts, how strong they are, whether they keep at it. The engine never sees it.

use model::ExerciseId;

use crate::dice::{Dice, Purpose};
use crate::world::{Sign, StratumNumbers, World};

/// What somebody is like, as drawn.
#[derive(Clone, Debug)]
pub(crate) struct Truth {
    /// Usual pain, in thousandths.
    pub(crate) usual_pain: i64,
    pub(crate) fitness: i64,
    pub(crate) gain: i64,
    /// Sessions done in the first days, of ten thousand.
    pub(crate) adherence: i64,
    /// The first day with a warning sign, and how it is told.
    pub(crate) red_flag: Option<(i64, Sign)>,
    pub(crate) numbers: StratumNumbers,
}

impl Truth {
    /// Draws it.
    pub(crate) fn draw(world: &World<'_>, numbers: &StratumNumbers, place: (u64, u64), attempt: u64) -> Self {
        let mut dice = Dice::at(place, Purpose::Truth, attempt);
        let body = &world.numbers.body;
        Self {
            usual_pain: dice.between(numbers.pain),
            fitness: dice.between(body.fitness),
            gain: dice.between(body.gain),
            adherence: dice.between(numbers.adherence),
            red_flag: numbers.red_flag.then(|| red_flag(world, &mut dice)),
            numbers: numbers.clone(),
        }
    }
}

fn red_flag(world: &World<'_>, dice: &mut Dice) -> (i64, Sign) {
    let rule = &world.numbers.red_flag;
    let day = dice.between(rule.days);
    let mut left = dice.below(crate::dice::WHOLE);
    let sign = rule.signs.iter().find(|it| {
        let here = left < it.share;
        left = left.saturating_sub(it.share);
        here
    });
    (day, sign.map_or(Sign::Saddle, |it| it.name))
}

/// How a member's body stands on a day.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    place: (u64, u64),
    usual: i64,
    noise: i64,
    /// Pain that the last sessions left.
    carried: i64,
    /// Pain of a flare, its days, and the day it is in.
    flare: Option<(i64, i64, i64)>,
    /// Whether a flare began today.
    pub(crate) flare_began: bool,
    pub(crate) fitness: i64,
    gain: i64,
    idle_days: i64,
}

impl Body {
    /// At the start.
    pub(crate) fn new(place: (u64, u64), truth: &Truth) -> Self {
        Self {
            place,
            usual: truth.usual_pain,
            noise: 0,
            carried: 0,
            flare: None,
            flare_began: false,
            fitness: truth.fitness,
            gain: truth.gain,
            idle_days: 0,
        }
    }

    /// Wakes up on a day.
    pub(crate) fn wake(&mut self, world: &World<'_>, truth: &Truth, day: u64) {
        let numbers = &world.numbers.body;
        let mut dice = Dice::at(self.place, Purpose::Morning, day);
        self.noise = self.noise * numbers.noise_kept_percent / 100 + dice.about(truth.numbers.noise);
        self.carried = self.carried * numbers.carried_kept_percent / 100;
        self.flare = self.flare.map(|(pain, days, at)| (pain, days, at + 1)).filter(|it| it.2 < it.1);
        let (begins, pain, days) = (
            dice.hits(truth.numbers.flares_per_day),
            dice.between(numbers.flare_pain),
            dice.between(numbers.flare_days),
        );
        self.flare_began = begins && self.flare.is_none();
        if self.flare_began {
            self.flare = Some((pain, days, 0));
        }
        self.idle_days += 1;
        if self.idle_days > 3 {
            self.fitness = (self.fitness - numbers.lost_per_idle_day).max(500);
        }
    }

    /// Pain now, in thousandths.
    pub(crate) fn pain(&self) -> i64 {
        // A flare falls off evenly.
        let flare = self.flare.map_or(0, |(pain, days, at)| pain * (days - at) / days.max(1));
        (self.usual + self.noise + self.carried + flare).clamp(0, 10_000)
    }

    /// How far pain is above the usual.
    pub(crate) fn above_usual(&self) -> i64 {
        (self.pain() - self.usual).max(0)
    }

    /// Fitness for one exercise today.
    pub(crate) fn fitness_for(&self, world: &World<'_>, exercise: &ExerciseId) -> i64 {
        let numbers = &world.numbers.body;
        let mut dice = Dice::at(self.place, Purpose::Aptitude, named(exercise));
        let lost = self.above_usual() * numbers.high_pain_costs_percent / 100;
        ((self.fitness - lost) * dice.between(numbers.aptitude) / 1000).max(300)
    }

    /// Whether an exercise does not agree with this member.
    pub(crate) fn is_touchy(&self, world: &World<'_>, exercise: &ExerciseId) -> bool {
        let mut dice = Dice::at(self.place, Purpose::Aptitude, named(exercise).wrapping_add(1 << 40));
        dice.hits(world.numbers.body.touchy_share)
    }

    /// After a session: what it leaves, and what it gains.
    pub(crate) fn after(&mut self, world: &World<'_>, worst_rise: i64) {
        let numbers = &world.numbers.body;
        self.carried += worst_rise.max(0) * numbers.carried_percent / 100;
        self.idle_days = 0;
        self.fitness = (self.fitness + self.gain).min(numbers.fitness_max);
        if worst_rise < 1000 {
            self.usual = (self.usual - numbers.eased_per_session).max(0);
        }
    }
}

/// A number for the name of an exercise.
pub(crate) fn named(exercise: &ExerciseId) -> u64 {
    exercise.as_str().bytes().fold(0, |sum, byte| sum * 128 + u64::from(byte & 127))
}
