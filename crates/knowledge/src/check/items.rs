//! Checks what concerns items of every kind: unique ids, known sources, licences, and finding rules.

use model::{ReferenceKey, ReviewStatus, Tag};
use std::collections::BTreeSet;

use super::Raw;
use super::questions::expression;
use crate::Fault;
use crate::expression::Expression;
use crate::raw::Evidence;
use crate::raw::instrument::{Instrument, Licence, Scoring};
use crate::raw::test::FindingRule;

/// Reads the expressions of the finding rules.
pub(super) fn finding_rules(raw: &Raw, faults: &mut Vec<Fault>) -> Vec<(FindingRule, Expression)> {
    let read = |(path, rule): &(String, FindingRule)| {
        Some((rule.clone(), expression(path, &rule.id, &rule.when, faults)?))
    };
    raw.finding_rules.iter().filter_map(read).collect()
}

pub(super) fn check(raw: &Raw, faults: &mut Vec<Fault>) {
    let items = evidence(raw);
    let known: BTreeSet<&ReferenceKey> = raw.references.iter().map(|it| &it.key).collect();
    let mut seen = BTreeSet::new();
    for (path, id, evidence) in items {
        if !seen.insert(id.clone()) {
            faults.push(Fault::new(&path, &id, "the id is used twice"));
        }
        for key in evidence.source.iter().filter(|key| !known.contains(key)) {
            faults.push(Fault::new(&path, &id, format!("cites {key}, which is not in references.toml")));
        }
        if evidence.source.is_empty() && evidence.status == ReviewStatus::Verified {
            faults.push(Fault::new(&path, &id, "is `verified` but cites nothing"));
        }
    }
    for tag in Tag::ALL.iter().filter(|tag| !raw.tags.iter().any(|it| it.id == **tag)) {
        faults.push(Fault::new("tags.toml", tag, "the tag has no table"));
    }
    for (path, instrument) in &raw.instruments {
        if let Err(problem) = licence(instrument) {
            faults.push(Fault::new(path, &instrument.id, problem));
        }
    }
}

/// OM-35: the words of a B or C instrument cannot be bundled without a recorded permission.
fn licence(instrument: &Instrument) -> Result<(), &'static str> {
    let restricted = matches!(instrument.licence, Licence::B | Licence::C);
    let ships = instrument.question.is_some()
        || instrument.scoring != Scoring::External && !instrument.version.is_empty();
    if restricted && ships && instrument.permission_id.is_none() {
        return Err("is of licence class B or C and cannot be bundled without a permission id (OM-35)");
    }
    Ok(())
}

fn evidence(raw: &Raw) -> Vec<(String, String, Evidence)> {
    let mut items: Vec<(String, String, Evidence)> = Vec::new();
    let mut add =
        |path: &str, id: String, evidence: &Evidence| items.push((path.to_owned(), id, evidence.clone()));
    for (path, it) in &raw.rules {
        add(path, it.id.to_string(), &it.evidence);
    }
    for (path, file) in &raw.questions {
        file.question.iter().for_each(|it| add(path, it.key.to_string(), &it.evidence));
    }
    for (path, it) in &raw.tests {
        add(path, it.id.to_string(), &it.evidence);
    }
    for (path, it) in &raw.finding_rules {
        add(path, it.id.to_string(), &it.evidence);
    }
    for (path, it) in &raw.exercises {
        add(path, it.id.to_string(), &it.evidence);
    }
    for (path, it) in &raw.instruments {
        add(path, it.id.to_string(), &it.evidence);
    }
    for (path, it) in &raw.templates {
        add(path, it.id.clone(), &it.evidence);
    }
    for (path, file) in &raw.guidance {
        file.rule.iter().for_each(|it| add(path, it.id.to_string(), &it.evidence));
    }
    raw.tags.iter().for_each(|it| add("tags.toml", it.id.to_string(), &it.evidence));
    raw.education.iter().for_each(|it| add("education.toml", it.id.to_string(), &it.evidence));
    raw.high_impact.iter().for_each(|it| add("high-impact.toml", it.key.clone(), &it.evidence));
    items
}
