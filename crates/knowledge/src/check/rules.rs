//! Checks screening rules and puts them into an order in which each comes after those it asks about.

use model::RuleId;
use std::collections::{BTreeMap, BTreeSet};

use super::Raw;
use super::questions::{expression, level};
use crate::Fault;
use crate::expression::Fact;
use crate::pack::{Outcome, Rule};
use crate::raw::rule::{Moment, Rule as RawRule};

pub(super) fn check(raw: &Raw, faults: &mut Vec<Fault>) -> Vec<Rule> {
    let mut rules: BTreeMap<RuleId, Rule> = BTreeMap::new();
    for (path, rule) in &raw.rules {
        if !path.ends_with(&format!("/{}.toml", rule.id)) {
            faults.push(Fault::new(path, &rule.id, "the file is not named after its rule"));
        }
        if rule.outcome.is_empty() && rule.moment != Moment::Policy {
            faults.push(Fault::new(path, &rule.id, "a rule without an outcome can never fire"));
        }
        rules.insert(rule.id.clone(), one(path, rule, faults));
    }
    if rules.values().filter(|it| it.raw.moment == Moment::Screen).count() == 0 {
        faults.push(Fault::new("screening/rules", "", "an empty protocol would clear everyone"));
    }
    in_order(rules, faults)
}

fn one(path: &str, raw: &RawRule, faults: &mut Vec<Fault>) -> Rule {
    let points = raw
        .points
        .iter()
        .filter_map(|it| Some((expression(path, &raw.id, &it.when, faults)?, it.add)))
        .collect();
    let mut outcomes = Vec::new();
    for outcome in &raw.outcome {
        let mut read =
            |code: &Option<String>| code.as_deref().and_then(|it| level(path, &raw.id, it, faults));
        let (own, unknown) =
            (read(&outcome.level), read(&outcome.unknown.as_ref().and_then(|it| it.level.clone())));
        let Some(when) = expression(path, &raw.id, &outcome.when, faults) else { continue };
        outcomes.push(Outcome { when, level: own, unknown_level: unknown, raw: outcome.clone() });
    }
    Rule { raw: raw.clone(), points, outcomes }
}

/// The rules that a rule asks about.
fn asks_about(rule: &Rule) -> BTreeSet<RuleId> {
    let expressions = rule.outcomes.iter().map(|it| &it.when).chain(rule.points.iter().map(|(it, _)| it));
    let facts = expressions.flat_map(crate::expression::Expression::facts);
    facts.filter_map(|fact| if let Fact::Fired(id, _) = fact { Some(id.clone()) } else { None }).collect()
}

/// Whether a rule asks for a tag. Such rules come last, when every tag is known.
fn asks_for_tags(rule: &Rule) -> bool {
    rule.outcomes.iter().flat_map(|it| it.when.facts()).any(|fact| matches!(fact, Fact::Tag(_)))
}

fn in_order(mut rules: BTreeMap<RuleId, Rule>, faults: &mut Vec<Fault>) -> Vec<Rule> {
    let mut ordered: Vec<Rule> = Vec::new();
    while !rules.is_empty() {
        let done: BTreeSet<RuleId> = ordered.iter().map(|it| it.raw.id.clone()).collect();
        let ready = |rule: &&Rule| asks_about(rule).is_subset(&done);
        let next = rules.values().filter(ready).min_by_key(|it| (asks_for_tags(it), it.raw.id.clone()));
        let Some(id) = next.map(|it| it.raw.id.clone()) else {
            let circle = rules.keys().map(RuleId::as_str).collect::<Vec<_>>().join(", ");
            faults.push(Fault::new(
                "screening/rules",
                "",
                format!("these rules wait for each other or for a rule that is not there: {circle}"),
            ));
            break;
        };
        ordered.extend(rules.remove(&id));
    }
    ordered
}
