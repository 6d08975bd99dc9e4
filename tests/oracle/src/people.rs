//! Invented members, drawn wilder than people are: tags by the handful, no equipment, few days, few minutes. Each goes
//! through the front door, and the planner states the models.

use assessment::{Assessment, Clearance, Intake, Outcome, assess};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use knowledge::raw::question::Kind;
use knowledge::{Pack, Question};
use model::{Answer, ExerciseId, Given, QuestionKey, TestId};
use prescription::exact::{ListModel, ListSolution, Solution, WeekModel};
use prescription::{
    Changes, Input, Pin, PlanError, Prescription, Reason, Request, Solver, WeekChange, Why, plan_by,
    plan_next_by,
};

use crate::dice::Dice;

/// The person whose answers stand where none is drawn.
const BASE: &[u8] = include_bytes!("../../../examples/office-worker-58.toml");
const AS_OF: Date = date(2026, 11, 22);
const START: Date = date(2026, 11, 23);
/// People who are drawn for one member; most are held by screening.
const DRAWS_MAX: u64 = 200;

/// Questions whose answers are drawn, each with the share of people, per cent, who answer at random. Of a number also the
/// lowest and the highest.
const DRAWN: [(&str, usize, [i64; 2]); 29] = [
    ("sex", 50, [0, 0]),
    ("active_3mo", 60, [0, 0]),
    ("intent", 60, [0, 0]),
    ("strength_days", 60, [0, 5]),
    ("evs_days", 60, [0, 7]),
    ("evs_minutes", 60, [0, 60]),
    ("walking_tolerance_minutes", 60, [5, 60]),
    ("osteoporosis", 20, [0, 0]),
    ("conditions", 30, [0, 0]),
    ("falls_12mo", 30, [0, 2]),
    ("joint_limits", 40, [0, 0]),
    ("vertigo", 15, [0, 0]),
    ("eye_pressure", 15, [0, 0]),
    ("floor_transfer", 30, [0, 0]),
    ("medicines", 20, [0, 0]),
    ("pregnant_postpartum", 5, [0, 0]),
    ("fear_of_movement", 50, [0, 10]),
    ("pain_now", 50, [0, 8]),
    ("pain_7d_average", 50, [0, 8]),
    ("aggravating", 60, [0, 0]),
    ("easing", 40, [0, 0]),
    ("pain_settles", 40, [0, 0]),
    ("pain_provoked_by", 40, [0, 0]),
    ("pain_volatile", 20, [0, 0]),
    ("likes", 60, [0, 0]),
    ("dislikes", 40, [0, 0]),
    ("equipment", 75, [0, 0]),
    ("minutes_a_day", 60, [10, 70]),
    ("blocked_days", 50, [0, 0]),
];

/// A member who was cleared, and the programme asked for.
#[derive(Clone, Debug)]
pub struct Member {
    /// What the engine makes of their answers.
    pub assessment: Assessment,
    /// Proof that a programme may be made.
    pub clearance: Clearance,
    /// The programme.
    pub request: Request,
    dice: Dice,
}

/// What the planner had to decide for a member.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Strength sessions of a week.
    pub weeks: Vec<WeekModel>,
    /// The same without what went before.
    pub relaxed: Vec<WeekModel>,
    /// Mind–body sessions and mobility sets.
    pub lists: Vec<ListModel>,
}

impl Solver for Seen {
    fn week(&mut self, model: &WeekModel) -> Solution {
        self.weeks.push(model.clone());
        model.solve()
    }

    fn relaxed(&mut self, model: &WeekModel) -> Solution {
        self.relaxed.push(model.clone());
        model.solve()
    }

    fn wants_bounds(&self) -> bool {
        true
    }

    fn list(&mut self, model: &ListModel) -> ListSolution {
        self.lists.push(model.clone());
        model.solve()
    }
}

/// Everybody who can be drawn.
#[derive(Clone, Debug)]
pub struct Crowd<'p> {
    pack: &'p Pack,
    base: Intake,
    questions: Vec<(&'p Question, usize, [i64; 2])>,
}

impl<'p> Crowd<'p> {
    /// The crowd that a pack's questions allow.
    pub fn new(pack: &'p Pack) -> Result<Self, String> {
        let base = assessment::intake::read(pack, BASE, AS_OF).map_err(|it| format!("{it:?}"))?;
        let question = |(key, share, range): &(&str, usize, [i64; 2])| {
            let found = pack.questions.iter().find(|it| it.raw.key.as_str() == *key);
            Ok((found.ok_or_else(|| format!("there is no question `{key}`"))?, *share, *range))
        };
        Ok(Self { pack, base, questions: DRAWN.iter().map(question).collect::<Result<_, String>>()? })
    }

    /// The member with a number; nobody if all who were drawn for it are held.
    pub fn member(&self, seed: u64, number: u64) -> Option<Member> {
        let mut dice = Dice::new(seed, number);
        for _ in 0..DRAWS_MAX {
            let intake = self.intake(&mut dice);
            let assessment = assess(self.pack, &intake, &[], AS_OF);
            if let Ok(clearance) = &assessment.clearance {
                let clearance = clearance.clone();
                let template = if dice.hits(35) { "seven-day" } else { "six-week" };
                let request = Request { template: template.to_owned(), start: START, parent: None };
                return Some(Member { assessment, clearance, request, dice });
            }
        }
        None
    }

    fn intake(&self, dice: &mut Dice) -> Intake {
        let mut intake = self.base.clone();
        let age = dice.between(20, 88);
        intake.birth_year = i16::try_from(2026 - age).unwrap_or(intake.birth_year);
        let kept = dice.below(101);
        intake.tests.retain(|_| dice.hits(kept));
        intake.tests.iter_mut().for_each(|it| it.date = AS_OF);
        let (test, low, high) = if age >= 60 { ("MT-10", 6, 20) } else { ("MT-10b", 15, 50) };
        let chair_stand = intake.tests.iter_mut().find(|it| it.test.as_str().starts_with("MT-10"));
        if let (Some(result), Ok(test)) = (chair_stand, TestId::try_from(test)) {
            result.test = test;
            if let Outcome::Trials(trials) = &mut result.outcome {
                for trial in trials {
                    trial.value = dice.between(low, high) * 1000;
                }
            }
        }
        for (question, share, range) in &self.questions {
            if dice.hits(*share) {
                let answer = answer(question, *range, dice);
                intake.answers.extend(answer.map(|it| (question.raw.key.clone(), Given::Answered(it))));
            }
        }
        if let Ok(key) = QuestionKey::try_from("blocked_days") {
            // Somebody who has no day at all but one, or none.
            if dice.hits(4) {
                let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
                let kept = dice.below(9);
                let blocked = days.iter().enumerate().filter(|(at, _)| *at != kept);
                let blocked = blocked.map(|(_, it)| (*it).to_owned()).collect();
                intake.answers.insert(key, Given::Answered(Answer::Multi(blocked)));
            }
        }
        intake
    }

    /// The programme of a member, and for many of those with six weeks the next one after random changes.
    pub fn seen(&self, member: &Member) -> Result<Seen, PlanError> {
        let mut dice = member.dice.clone();
        let mut seen = Seen::default();
        let input = Input::from(&member.assessment);
        let plan = plan_by(self.pack, &member.clearance, input, &member.request, &mut seen)?;
        if member.request.template == "six-week" && dice.hits(70) {
            let from = START.saturating_add(dice.between(0, 40).days());
            let changes = self.changes(&mut dice, &plan);
            let request = Request { parent: Some(plan.hash()), ..member.request.clone() };
            let next = (&plan, from, &changes);
            plan_next_by(self.pack, &member.clearance, input, &request, next, &mut seen)?;
        }
        Ok(seen)
    }

    /// What sessions or a coach may have changed, at random.
    fn changes(&self, dice: &mut Dice, plan: &Prescription) -> Changes {
        let reason = || Reason { rule: "DP-41".to_owned(), why: Why::MinimumSession };
        let all: Vec<ExerciseId> = self.pack.exercises.keys().cloned().collect();
        let sessions = || plan.weeks().iter().flat_map(|it| &it.sessions);
        let items: Vec<_> = sessions().flat_map(|it| &it.items).collect();
        let days: Vec<&str> = sessions().filter_map(|it| it.strength_name()).collect();
        let mut changes = Changes::default();
        let some = |dice: &mut Dice, most: usize| if dice.hits(60) { dice.below(most + 1) } else { 0 };
        for _ in 0..some(dice, 12) {
            changes.out.extend(dice.one(&items).map(|it| (it.exercise.clone(), reason())));
        }
        for _ in 0..some(dice, 20) {
            changes.out.extend(dice.one(&all).map(|it| (it.clone(), reason())));
        }
        for _ in 0..some(dice, 3) {
            if let (Some(item), Some(to)) = (dice.one(&items), dice.one(&all)) {
                changes.instead.insert(item.exercise.clone(), (to.clone(), reason()));
            }
        }
        for _ in 0..some(dice, 4) {
            let day = if dice.hits(60) { dice.one(&days).map(|it| (*it).to_owned()) } else { None };
            let pin = dice.one(&all).map(|it| Pin { day, exercise: it.clone(), because: reason() });
            changes.pins.extend(pin);
        }
        for _ in 0..some(dice, 8) {
            if let Some(item) = dice.one(&items) {
                let mut dose = item.dose.clone();
                dose.sets = dose.sets.saturating_sub(1).max(1);
                changes.doses.insert(item.exercise.clone(), (dose, reason()));
                changes.earned.insert(item.exercise.clone());
            }
        }
        changes.nothing_new = dice.hits(30).then(reason);
        if dice.hits(50) {
            let template_week = u8::try_from(dice.between(1, 6)).unwrap_or(1);
            let deload = dice.hits(50).then(reason);
            let because = vec![reason()];
            changes.weeks.push(WeekChange { template_week, deload, aerobic_secs_max: None, because });
        }
        changes
    }
}

/// An answer at random; none where the form of the answer is not drawn.
fn answer(question: &Question, [low, high]: [i64; 2], dice: &mut Dice) -> Option<Answer> {
    match question.raw.kind {
        Kind::YesNo => Some(Answer::YesNo(dice.hits(50))),
        Kind::Choice => dice.one(&question.raw.choices).map(|it| Answer::Choice(it.clone())),
        Kind::Multi => {
            let share = dice.below(60);
            let ticked = question.raw.choices.iter().filter(|_| dice.hits(share));
            Some(Answer::Multi(ticked.cloned().collect()))
        }
        Kind::Int => Some(Answer::Number(dice.between(low, high) * 1000)),
        Kind::Decimal | Kind::Numbers | Kind::Words => None,
    }
}
