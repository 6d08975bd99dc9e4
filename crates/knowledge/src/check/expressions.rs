//! Checks that every name in every expression means something.

use model::QuestionKey;
use std::collections::BTreeMap;

use super::Raw;
use crate::Fault;
use crate::expression::{Expression, Fact};
use crate::pack::{Question, Rule};
use crate::raw::question::Kind;
use crate::raw::test::FindingRule;

/// Numbers that the engine works out from answers; rules use them like questions.
const DERIVED: &[&str] = &["age", "bmi", "bp_sys_mean", "bp_dia_mean", "evs_minutes_week"];

pub(super) fn check(
    raw: &Raw,
    concepts: &BTreeMap<QuestionKey, Expression>,
    questions: &[Question],
    (rules, finding_rules): (&[Rule], &[(FindingRule, Expression)]),
    faults: &mut Vec<Fault>,
) {
    let names = Names { raw, concepts, questions };
    for (name, expression) in concepts {
        names.check("screening/concepts.toml", name.as_str(), expression, faults);
    }
    for question in questions {
        let effects = [&question.missing, &question.unsure, &question.prefer_not].into_iter().flatten();
        let all = question.ask_when.iter().chain(effects.filter_map(|it| it.when.as_ref()));
        for expression in all {
            names.check("screening/questions", question.raw.key.as_str(), expression, faults);
        }
    }
    for rule in rules {
        for expression in rule.outcomes.iter().map(|it| &it.when).chain(rule.points.iter().map(|(it, _)| it))
        {
            names.check("screening/rules", rule.raw.id.as_str(), expression, faults);
        }
    }
    for (rule, expression) in finding_rules {
        names.check("findings", rule.id.as_str(), expression, faults);
    }
}

struct Names<'a> {
    raw: &'a Raw,
    concepts: &'a BTreeMap<QuestionKey, Expression>,
    questions: &'a [Question],
}

impl Names<'_> {
    fn check(&self, file: &str, item: &str, expression: &Expression, faults: &mut Vec<Fault>) {
        for fact in expression.facts() {
            if let Err(problem) = self.means_something(fact) {
                faults.push(Fault::new(file, item, problem));
            }
        }
    }

    fn means_something(&self, fact: &Fact) -> Result<(), String> {
        match fact {
            Fact::Key(key) if self.concepts.contains_key(key) => Ok(()),
            Fact::Key(key) => self.of_kind(key, &[Kind::YesNo]),
            Fact::Is(key, choice) => self.choice(key, choice, Kind::Choice),
            Fact::Has(key, choice) if choice == "any" => self.of_kind(key, &[Kind::Multi]),
            Fact::Has(key, choice) => self.choice(key, choice, Kind::Multi),
            Fact::Count(key, ..) => self.of_kind(key, &[Kind::Multi]),
            Fact::Compare(key, ..) if DERIVED.contains(&key.as_str()) => Ok(()),
            Fact::Compare(key, ..) => self.of_kind(key, &[Kind::Int, Kind::Decimal]),
            Fact::Unsure(key) | Fact::Answered(key) => self.question(key).map(|_| ()),
            Fact::Fired(id, _) if self.raw.rules.iter().any(|(_, it)| it.id == *id) => Ok(()),
            Fact::Fired(id, _) => Err(format!("there is no rule {id}")),
            Fact::Test(id, _) if self.raw.tests.iter().any(|(_, it)| it.id == *id) => Ok(()),
            Fact::Test(id, _) => Err(format!("there is no test {id}")),
            Fact::Score(id, part, ..) => self.score(id, part.as_deref()),
            Fact::Points(..) | Fact::Tag(_) => Ok(()),
        }
    }

    fn question(&self, key: &QuestionKey) -> Result<&Question, String> {
        self.questions
            .iter()
            .find(|it| it.raw.key == *key)
            .ok_or_else(|| format!("there is no question `{key}`"))
    }

    fn of_kind(&self, key: &QuestionKey, kinds: &[Kind]) -> Result<(), String> {
        let question = self.question(key)?;
        if kinds.contains(&question.raw.kind) {
            Ok(())
        } else {
            Err(format!("`{key}` is not a question of that kind"))
        }
    }

    fn choice(&self, key: &QuestionKey, choice: &str, kind: Kind) -> Result<(), String> {
        self.of_kind(key, &[kind])?;
        let known = self.question(key)?.raw.choices.iter().any(|it| it == choice);
        if known { Ok(()) } else { Err(format!("`{choice}` is not a choice of `{key}`")) }
    }

    fn score(&self, id: &model::InstrumentId, part: Option<&str>) -> Result<(), String> {
        let found = self.raw.instruments.iter().find(|(_, it)| it.id == *id);
        let (_, instrument) = found.ok_or_else(|| format!("there is no instrument {id}"))?;
        match part {
            Some(part) if !instrument.part.iter().any(|it| it.name == part) => {
                Err(format!("{id} has no part {part}"))
            }
            _ => Ok(()),
        }
    }
}
