//! One virtual member: a hidden truth, the intake that follows from it, and the assessment that the engine makes of that.
//!
//! A person whom screening holds is counted, and another one is drawn for the same number.

use assessment::{Assessment, Clearance, Intake, Outcome, assess};
use jiff::ToSpan;
use model::{Answer, Given, QuestionKey, TestId};
use std::collections::BTreeSet;

use crate::dice::{Dice, Purpose};
use crate::truth::Truth;
use crate::world::{Stratum, StratumNumbers, World};

/// A member who was cleared.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The seed of the run and the member's number in it.
    pub(crate) place: (u64, u64),
    pub(crate) stratum: Stratum,
    pub(crate) truth: Truth,
    pub(crate) intake: Intake,
    pub(crate) assessment: Assessment,
    pub(crate) clearance: Clearance,
}

/// What came of drawing a member.
pub(crate) struct Drawn {
    pub(crate) stratum: Stratum,
    /// People who were held by screening before one was cleared.
    pub(crate) held: u64,
    /// None if nobody was cleared.
    pub(crate) member: Option<Member>,
}

/// Draws the member with a number.
pub(crate) fn draw(world: &World<'_>, place: (u64, u64)) -> Option<Drawn> {
    let numbers = stratum(world, place)?;
    let as_of = world.start().saturating_sub(1.day());
    for attempt in 0..world.numbers.draws_max {
        let truth = Truth::draw(world, numbers, place, attempt);
        let intake = intake(world, numbers, &truth, Dice::at(place, Purpose::Intake, attempt));
        let assessment = assess(world.pack, &intake, &[], as_of);
        if let Ok(clearance) = &assessment.clearance {
            let clearance = clearance.clone();
            let stratum = numbers.name;
            let member = Member { place, stratum, truth, intake, assessment, clearance };
            return Some(Drawn { stratum, held: attempt, member: Some(member) });
        }
    }
    Some(Drawn { stratum: numbers.name, held: world.numbers.draws_max, member: None })
}

fn stratum<'w>(world: &'w World<'_>, place: (u64, u64)) -> Option<&'w StratumNumbers> {
    let mut left = Dice::at(place, Purpose::Stratum, 0).below(crate::dice::WHOLE);
    world.numbers.stratum.iter().find(|it| {
        let here = left < it.share;
        left = left.saturating_sub(it.share);
        here
    })
}

fn intake(world: &World<'_>, numbers: &StratumNumbers, truth: &Truth, mut dice: Dice) -> Intake {
    let mut intake = world.base.clone();
    let age = dice.between(world.numbers.age);
    intake.birth_year = i16::try_from(i64::from(world.start().year()) - age).unwrap_or(intake.birth_year);
    for (key, options) in &world.answers {
        let mut left = dice.below(crate::dice::WHOLE);
        let drawn = options.iter().find(|(share, _)| {
            let here = left < *share;
            left = left.saturating_sub(*share);
            here
        });
        if let Some((_, given)) = drawn {
            intake.answers.insert(key.clone(), given.clone());
        }
    }
    let pain = (truth.usual_pain + 500) / 1000;
    let number = |it: i64| Answer::Number(it * 1000);
    put(&mut intake, "pain_now", number(pain));
    put(&mut intake, "pain_7d_average", number(pain));
    put(&mut intake, "pain_7d_worst", number((pain + 2).min(10)));
    put(&mut intake, "fear_of_movement", number(dice.between(numbers.fear)));
    let ticked = pain * world.numbers.intake.rmdq_per_point + dice.between(world.numbers.intake.rmdq_besides);
    let items: BTreeSet<String> = (1..=ticked.min(24)).map(|it| format!("i{it:02}")).collect();
    put(&mut intake, "rmdq", Answer::Multi(items));
    let (test, range) = if age >= 60 {
        ("MT-10", world.numbers.intake.chair_stand_from_60)
    } else {
        ("MT-10b", world.numbers.intake.chair_stand_under_60)
    };
    chair_stand(&mut intake, test, dice.between(range));
    intake
}

/// The chair stand decides about the level; the base has it for its own age alone.
fn chair_stand(intake: &mut Intake, test: &str, value: i64) {
    let Ok(test) = TestId::try_from(test) else { return };
    let known = intake.tests.iter_mut().find(|it| it.test.as_str().starts_with("MT-10"));
    let Some(result) = known else { return };
    result.test = test;
    if let Outcome::Trials(trials) = &mut result.outcome {
        for it in trials {
            it.value = value * 1000;
        }
    }
}

pub(crate) fn put(intake: &mut Intake, key: &str, answer: Answer) {
    if let Ok(key) = QuestionKey::try_from(key) {
        intake.answers.insert(key, Given::Answered(answer));
    }
}
