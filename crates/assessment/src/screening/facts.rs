//! What is known of a person: decides the plain statements of the rule language.

use jiff::civil::Date;
use knowledge::Pack;
use knowledge::expression::{Compare, Expression, Fact, Facts, TestOutcome};
use model::{Answer, Given, InstrumentId, QuestionKey, RuleId, Tag, TestId, TriageLevel, Truth};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::{Examination, Intake, Measures};

/// What rules then see in the place of a silence, by question.
pub(crate) type StandIns = BTreeMap<QuestionKey, Answer>;

/// Everything known while rules are evaluated, one after the other.
pub(crate) struct Known<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) intake: &'a Intake,
    pub(crate) as_of: Date,
    pub(crate) stand_ins: StandIns,
    pub(crate) not_asked: BTreeSet<QuestionKey>,
    pub(crate) measures: Option<&'a Measures>,
    pub(crate) examination: Option<&'a Examination>,
    pub(crate) fired: BTreeMap<RuleId, Option<TriageLevel>>,
    pub(crate) undecided: BTreeSet<RuleId>,
    pub(crate) tags: BTreeSet<Tag>,
    pub(crate) points: (i64, i64),
    /// Concepts being worked out, so that one that names itself stays unknown instead of going round for ever.
    busy: RefCell<BTreeSet<QuestionKey>>,
}

impl<'a> Known<'a> {
    pub(crate) fn new(pack: &'a Pack, intake: &'a Intake, as_of: Date) -> Self {
        Self {
            pack,
            intake,
            as_of,
            stand_ins: StandIns::new(),
            not_asked: BTreeSet::new(),
            measures: None,
            examination: None,
            fired: BTreeMap::new(),
            undecided: BTreeSet::new(),
            tags: BTreeSet::new(),
            points: (0, 0),
            busy: RefCell::default(),
        }
    }

    /// The answer that rules see: what was given, or what stands in for silence; none when it is unknown.
    fn seen(&self, key: &QuestionKey) -> Option<&Answer> {
        self.intake.answer(key.as_str()).or_else(|| self.stand_ins.get(key))
    }

    /// Decides a statement about an answer: `No` when the question does not arise, `Unknown` in silence.
    fn about(&self, key: &QuestionKey, decide: impl Fn(&Answer) -> Truth) -> Truth {
        if self.not_asked.contains(key) {
            return Truth::No;
        }
        self.seen(key).map_or(Truth::Unknown, decide)
    }

    fn key(&self, key: &QuestionKey) -> Truth {
        if let Some(concept) = self.pack.concepts.get(key) {
            return self.concept(key, concept);
        }
        self.about(key, |answer| match answer {
            Answer::YesNo(yes) => Truth::from(*yes),
            Answer::Choice(_)
            | Answer::Multi(_)
            | Answer::Number(_)
            | Answer::Words(_)
            | Answer::Numbers(_) => Truth::Unknown,
        })
    }

    fn concept(&self, key: &QuestionKey, concept: &Expression) -> Truth {
        if !self.busy.borrow_mut().insert(key.clone()) {
            return Truth::Unknown;
        }
        let truth = concept.evaluate(self).truth;
        self.busy.borrow_mut().remove(key);
        truth
    }

    /// A number that rules may compare: an answer, or one worked out from answers.
    fn number(&self, key: &QuestionKey) -> Option<i64> {
        let mean = |numbers: &[i64]| {
            let count = i64::try_from(numbers.len()).ok().filter(|it| *it > 0)?;
            Some(numbers.iter().sum::<i64>() / count)
        };
        match key.as_str() {
            "age" => Some(self.intake.age_years(self.as_of) * 1000),
            "bmi" => bmi(self.intake),
            "bp_sys_mean" => self.intake.numbers("bp_sys").and_then(mean),
            "bp_dia_mean" => self.intake.numbers("bp_dia").and_then(mean),
            "evs_minutes_week" => active_minutes(self.intake).map(|it| it * 1000),
            _ => {
                let told = if let Some(Answer::Number(value)) = self.seen(key) { Some(*value) } else { None };
                [told, self.tested(key)].into_iter().flatten().min()
            }
        }
    }

    /// The worse side of the test that counts beside an answer, if it was done: seconds on one leg.
    fn tested(&self, key: &QuestionKey) -> Option<i64> {
        let test = self.pack.question(key)?.raw.test.as_ref()?;
        self.examination?.values(self.pack, test).iter().map(|it| it.1).min()
    }

    fn compare(&self, key: &QuestionKey, compare: Compare, value: i64) -> Truth {
        if self.not_asked.contains(key) {
            return Truth::No;
        }
        self.number(key).map_or(Truth::Unknown, |known| Truth::from(compare.holds(known, value)))
    }

    fn fired(&self, rule: &RuleId, at: Option<TriageLevel>) -> Truth {
        match self.fired.get(rule) {
            Some(level) if at.is_none_or(|at| level.is_some_and(|level| level >= at)) => Truth::Yes,
            _ if self.undecided.contains(rule) => Truth::Unknown,
            _ => Truth::No,
        }
    }

    fn test(&self, test: &TestId, outcome: TestOutcome) -> Truth {
        self.examination
            .map_or(Truth::Unknown, |it| it.decide(self.pack, (self.intake, self.as_of), test, outcome))
    }

    fn score(&self, instrument: &InstrumentId, part: Option<&str>, compare: Compare, value: i64) -> Truth {
        let score = self.measures.and_then(|it| it.scores.get(instrument));
        let known = score.and_then(|score| match part {
            None => Some(score.value),
            Some(part) => score.parts.get(part).copied(),
        });
        known.map_or(Truth::Unknown, |known| Truth::from(compare.holds(known, value)))
    }
}

impl Facts for Known<'_> {
    fn decide(&self, fact: &Fact) -> Truth {
        match fact {
            Fact::Key(key) => self.key(key),
            Fact::Is(key, choice) => self.about(key, |answer| match answer {
                Answer::Choice(made) => Truth::from(made == choice),
                Answer::YesNo(_)
                | Answer::Multi(_)
                | Answer::Number(_)
                | Answer::Words(_)
                | Answer::Numbers(_) => Truth::Unknown,
            }),
            Fact::Has(key, choice) => self.about(key, |answer| match answer {
                Answer::Multi(made) if choice == "any" => Truth::from(!made.is_empty()),
                Answer::Multi(made) => Truth::from(made.contains(choice)),
                Answer::YesNo(_)
                | Answer::Choice(_)
                | Answer::Number(_)
                | Answer::Words(_)
                | Answer::Numbers(_) => Truth::Unknown,
            }),
            Fact::Count(key, compare, value) => self.about(key, |answer| match answer {
                Answer::Multi(made) => {
                    Truth::from(i64::try_from(made.len()).is_ok_and(|it| compare.holds(it, *value)))
                }
                Answer::YesNo(_)
                | Answer::Choice(_)
                | Answer::Number(_)
                | Answer::Words(_)
                | Answer::Numbers(_) => Truth::Unknown,
            }),
            Fact::Compare(key, compare, value) => self.compare(key, *compare, *value),
            Fact::Points(compare, value) => compare.holds_between(self.points.0, self.points.1, *value),
            Fact::Fired(rule, level) => self.fired(rule, *level),
            Fact::Tag(tag) => Truth::from(self.tags.contains(tag)),
            Fact::Unsure(key) => Truth::from(self.intake.given(key.as_str()) == Some(&Given::Unsure)),
            Fact::Answered(key) => Truth::from(self.intake.answer(key.as_str()).is_some()),
            Fact::Test(test, outcome) => self.test(test, *outcome),
            Fact::Score(instrument, part, compare, value) => {
                self.score(instrument, part.as_deref(), *compare, *value)
            }
        }
    }
}

/// Body-mass index in thousandths, from centimetres and kilograms.
fn bmi(intake: &Intake) -> Option<i64> {
    let number = |key| match intake.answer(key) {
        Some(Answer::Number(value)) if *value > 0 => Some(i128::from(*value)),
        _ => None,
    };
    let (height_cm, weight_kg) = (number("height_cm")?, number("weight_kg")?);
    // Both are in thousandths: kg/m² = weight · 10⁴ / cm², and one factor of a thousand stays as the scale.
    i64::try_from(weight_kg * 10_000 * 1_000_000 / (height_cm * height_cm)).ok()
}

/// Active minutes a week (OM-14), if both parts were given.
pub(crate) fn active_minutes(intake: &Intake) -> Option<i64> {
    match intake.whole("evs_days")? {
        0 => Some(0),
        days => Some(days * intake.whole("evs_minutes")?),
    }
}

/// A statement in the words of the data, with what was answered: `ces_saddle = yes`.
pub(crate) fn observed(known: &Known<'_>, fact: &Fact) -> String {
    let given = |key: &QuestionKey| match known.intake.given(key.as_str()) {
        Some(Given::Answered(answer)) => words(answer),
        Some(Given::Unsure) => "not sure".to_owned(),
        Some(Given::PreferNot) => "prefer not to say".to_owned(),
        None => {
            known.number(key).map_or_else(|| "not answered".to_owned(), knowledge::expression::thousandths)
        }
    };
    match fact {
        Fact::Key(key) if known.pack.concepts.contains_key(key) => concept_observed(known, key),
        Fact::Key(key)
        | Fact::Is(key, _)
        | Fact::Has(key, _)
        | Fact::Compare(key, ..)
        | Fact::Count(key, ..)
        | Fact::Unsure(key)
        | Fact::Answered(key) => format!("{key} = {}", given(key)),
        Fact::Points(..) => format!("points = {} to {}", known.points.0, known.points.1),
        Fact::Fired(rule, _) => format!("{rule} fired"),
        Fact::Tag(tag) => format!("tag {tag}"),
        Fact::Test(test, _) => {
            known.examination.map_or_else(|| format!("{test} not tested"), |it| it.in_words(known.pack, test))
        }
        Fact::Score(instrument, part, ..) => {
            let score = known.measures.and_then(|it| it.scores.get(instrument));
            let value = score.and_then(|it| match part {
                None => Some(it.value),
                Some(part) => it.parts.get(part).copied(),
            });
            let name = part.as_deref().unwrap_or(instrument.as_str());
            value.map_or_else(
                || format!("{name} not scored"),
                |it| format!("{name} = {}", knowledge::expression::thousandths(it)),
            )
        }
    }
}

/// What a named concept rests on. Concepts do not rest on each other, so this goes one step deep.
fn concept_observed(known: &Known<'_>, key: &QuestionKey) -> String {
    let Some(concept) = known.pack.concepts.get(key) else { return key.to_string() };
    let inner = concept.evaluate(known).because;
    let plain = inner.iter().filter(|it| it.key().is_none_or(|key| !known.pack.concepts.contains_key(key)));
    let mut parts: Vec<String> = plain.map(|it| observed(known, it)).collect();
    parts.dedup();
    parts.join(", ")
}

/// An answer in the words of the data.
fn words(answer: &Answer) -> String {
    let join = |numbers: &[i64]| {
        numbers.iter().map(|it| knowledge::expression::thousandths(*it)).collect::<Vec<_>>().join(", ")
    };
    match answer {
        Answer::YesNo(true) => "yes".to_owned(),
        Answer::YesNo(false) => "no".to_owned(),
        Answer::Choice(choice) => choice.clone(),
        Answer::Multi(choices) if choices.is_empty() => "none of these".to_owned(),
        Answer::Multi(choices) => choices.iter().cloned().collect::<Vec<_>>().join(", "),
        Answer::Number(value) => knowledge::expression::thousandths(*value),
        Answer::Words(_) => "words".to_owned(),
        Answer::Numbers(numbers) => join(numbers),
    }
}
