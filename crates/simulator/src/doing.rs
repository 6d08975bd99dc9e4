//! What a member really does in a session, and what it really does to them.

use model::{ExerciseId, Stopped};
use prescription::{Dose, Item, Role, Session};

use crate::dice::{Dice, Purpose};
use crate::member::Member;
use crate::truth::{Body, named};
use crate::work::work;
use crate::world::World;

/// What is asked of one exercise.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) item: &'a Item,
    /// The dose, which a policy may have raised.
    pub(crate) dose: Dose,
}

/// What was done of one exercise.
#[derive(Clone, Debug)]
pub(crate) struct Did {
    pub(crate) exercise: ExerciseId,
    /// What was asked and done, set by set.
    pub(crate) sets: Vec<(u32, u32)>,
    pub(crate) stopped: Option<Stopped>,
    /// Worst pain, in thousandths.
    pub(crate) pain_max: i64,
    /// Effort, in thousandths of a point.
    pub(crate) effort: i64,
    pub(crate) form_faults: u32,
}

/// What was done in a session.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    pub(crate) pain_before: i64,
    pub(crate) evening: i64,
    pub(crate) leg_spread: bool,
    pub(crate) items: Vec<Did>,
}

impl Deed {
    /// How far the worst pain was above the start.
    pub(crate) fn worst_rise(&self) -> i64 {
        self.items.iter().map(|it| it.pain_max - self.pain_before).max().unwrap_or_default()
    }
}

/// The exercises of a session that are done and told: the warm-up has no sets of its own.
pub(crate) fn asked(session: &Session) -> impl Iterator<Item = &Item> {
    session.items.iter().filter(|it| it.role != Role::WarmUp)
}

/// Does a session.
pub(crate) fn does(
    world: &World<'_>,
    member: &Member,
    body: &mut Body,
    (day, part): (u64, u8),
    asked: &[Asked<'_>],
) -> Deed {
    let pain_before = body.pain();
    let numbers = &world.numbers.body;
    let mut dice = Dice::at(member.place, Purpose::Session, day * 4 + u64::from(part));
    let leg_spread = dice.hits(numbers.leg_spread_per_session);
    let short = dice.hits(world.numbers.keeping.stopped_early);
    let items: Vec<Did> = asked
        .iter()
        .enumerate()
        .filter(|(index, _)| !short || index * 2 < asked.len())
        .map(|(_, it)| exercise(world, member, body, day, it))
        .collect();
    let mut deed = Deed { pain_before, evening: pain_before, leg_spread, items };
    let rise = deed.worst_rise();
    deed.evening = (pain_before + rise.max(0) * numbers.carried_percent / 100 + dice.about(400)).max(0);
    if !deed.items.is_empty() {
        body.after(world, rise);
    }
    deed
}

fn exercise(world: &World<'_>, member: &Member, body: &Body, day: u64, asked: &Asked<'_>) -> Did {
    let numbers = &world.numbers.body;
    let id = &asked.item.exercise;
    let mut dice = Dice::at(member.place, Purpose::Exercise, day ^ (named(id) << 12));
    let fitness = body.fitness_for(world, id);
    let level = member.assessment.profile.level;
    let work = world.pack.exercises.get(id).map_or(1000, |it| work(world.pack, level, it, &asked.dose));
    let strain = work * 1000 / fitness;
    let provoked =
        dice.hits(if body.is_touchy(world, id) { numbers.touchy_provokes } else { numbers.provokes });
    let by = dice.between(numbers.provoked_pain);
    let overload = (strain - numbers.overload_from).max(0) * numbers.overload_pain_percent / 100;
    let rise = overload + if provoked { by } else { 0 } + dice.about(350);
    let pain_max = (body.pain() + rise.max(0)).min(10_000);
    let willing = dice.hits(member.truth.numbers.willing);
    let hurts = provoked && by >= 3000;
    let form = dice.hits(if overload > 0 { numbers.form_fails * 3 } else { numbers.form_fails });
    Did {
        exercise: id.clone(),
        sets: sets(&asked.dose, strain, willing && !hurts, hurts),
        stopped: if hurts { Some(Stopped::Pain) } else { (strain > 1300).then_some(Stopped::Fatigue) },
        pain_max,
        effort: (2500 + strain * 9 / 2 + dice.about(500)).clamp(500, 10_000),
        form_faults: if form { u32::try_from(dice.between([1, 3])).unwrap_or(1) } else { 0 },
    }
}

/// The sets: all that was asked where there is strength for it, and more in the last one.
fn sets(dose: &Dose, strain: i64, willing: bool, hurts: bool) -> Vec<(u32, u32)> {
    let share =
        |asked: u32, percent: i64| u32::try_from(i64::from(asked) * percent / 100).unwrap_or_default();
    let asked = dose.by_set();
    let last = asked.len().saturating_sub(1);
    let mut sets: Vec<(u32, u32)> = asked.into_iter().map(|it| (it, it)).collect();
    if strain > 1300 {
        let percent = 1300 * 100 / strain;
        for (asked, done) in &mut *sets {
            *done = share(*asked, percent);
        }
    } else if hurts {
        if let Some((asked, done)) = sets.last_mut() {
            *done = share(*asked, 50);
        }
    } else if let Some((asked, done)) = sets.get_mut(last).filter(|_| willing && strain < 1000) {
        // Up to the set that would be as hard as can be, and never half as much again.
        *done = share(*asked, (100_000 / strain.max(1)).min(150));
    }
    sets
}
