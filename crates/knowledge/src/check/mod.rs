//! Turns files into a pack, or lists every fault found in them.
//!
//! Faults are collected, never thrown: a clinician who mends one file sees at once what else is wrong.

mod battery;
mod exercises;
mod expressions;
mod items;
mod numbers;
mod outcomes;
mod policy;
mod questions;
mod rules;
mod words;

use model::QuestionKey;
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::expression::{Expression, parse};
use crate::pack::HighImpact;
use crate::read::Reading;
use crate::text::Text;
use crate::{Fault, Files, Pack, raw};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Concepts {
    concept: BTreeMap<QuestionKey, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublicPages {
    pages: Vec<String>,
    optional: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Activities {
    activity: Vec<HighImpact>,
}

/// Everything as read, before any link is checked.
pub(crate) struct Raw {
    pub(crate) questions: Vec<(String, raw::question::QuestionFile)>,
    pub(crate) concepts: BTreeMap<QuestionKey, String>,
    pub(crate) rules: Vec<(String, raw::rule::Rule)>,
    pub(crate) tests: Vec<(String, raw::test::Test)>,
    pub(crate) finding_rules: Vec<(String, raw::test::FindingRule)>,
    pub(crate) exercises: Vec<(String, raw::exercise::Exercise)>,
    pub(crate) instruments: Vec<(String, raw::instrument::Instrument)>,
    pub(crate) templates: Vec<(String, raw::template::Template)>,
    pub(crate) guidance: Vec<(String, raw::Guidance)>,
    pub(crate) tags: Vec<raw::tag::TagEntry>,
    pub(crate) references: Vec<raw::Reference>,
    pub(crate) education: Vec<raw::EducationCard>,
    pub(crate) documents: Vec<raw::document::Document>,
    pub(crate) high_impact: Vec<HighImpact>,
    pub(crate) public: PublicPages,
}

/// Reads and checks files, or lists every fault found in them.
#[expect(clippy::too_many_lines, reason = "a line or two a file, in one order")]
pub(crate) fn check(files: &Files) -> Result<Pack, Vec<Fault>> {
    let mut reading = Reading { files, faults: Vec::new() };
    let raw = read(&mut reading);
    let dosage = reading.file::<raw::dosage::Dosage>("dosage.toml");
    let adaptation = reading.file("adaptation.toml");
    let planner = reading.file::<raw::planner::Planner>("planner.toml");
    let battery = reading.file::<raw::battery::BatteryFile>("examination/battery.toml").map(|it| it.battery);
    let outcomes = reading.file::<raw::outcomes::OutcomesFile>("outcomes.toml").map(|it| it.outcomes);
    let roster = reading.file::<raw::roster::RosterFile>("roster.toml").map(|it| it.roster);
    let adults = reading.file::<raw::Adults>("screening/adults.toml");
    let policy = reading.file::<raw::rule::PolicyFile>("screening/policy.toml");
    let wording = reading.file::<raw::Wording>("wording.toml");
    let countries = reading.file::<raw::Countries>("countries.toml");
    let signatures = reading.file::<raw::Signatures>("signatures.toml").unwrap_or_default();
    let mut faults = reading.faults;
    let text = Text::read(files, &mut faults);
    let concepts = concepts(&raw, &mut faults);
    let questions = questions::check(&raw, &concepts, &mut faults);
    let rules = rules::check(&raw, &mut faults);
    let finding_rules = items::finding_rules(&raw, &mut faults);
    expressions::check(&raw, &concepts, &questions, (&rules, &finding_rules), &mut faults);
    exercises::check(&raw, &mut faults);
    items::check(&raw, &mut faults);
    numbers::check(&raw, (dosage.as_ref(), planner.as_ref(), roster.as_ref(), adults.as_ref()), &mut faults);
    outcomes::check(&raw, outcomes.as_ref(), &mut faults);
    battery::check(&raw, battery.as_ref(), &mut faults);
    policy::check(files, &raw, policy.as_ref(), &signatures.signature, &mut faults);
    words::check(&raw, &text, (dosage.as_ref(), planner.as_ref(), wording.as_ref()), &mut faults);
    faults.sort();
    faults.dedup();
    let (
        Some(dosage),
        Some(adaptation),
        Some(planner),
        Some(roster),
        Some(battery),
        Some(outcomes),
        Some(adults),
        Some(policy),
        Some(wording),
        Some(countries),
        true,
    ) = (
        dosage,
        adaptation,
        planner,
        roster,
        battery,
        outcomes,
        adults,
        policy,
        wording,
        countries,
        faults.is_empty(),
    )
    else {
        return Err(faults);
    };
    let exercises = raw.exercises.into_iter().map(|(_, it)| (it.id.clone(), it)).collect();
    Ok(Pack {
        hash: files.hash(),
        references: raw.references.into_iter().map(|it| (it.key.clone(), it)).collect(),
        questions,
        adults,
        public_pages: raw.public.pages,
        public_optional: raw.public.optional,
        concepts,
        rules,
        policy: policy.in_force,
        tags: raw.tags.into_iter().map(|it| (it.id, it)).collect(),
        tests: raw.tests.into_iter().map(|(_, it)| (it.id.clone(), it)).collect(),
        finding_rules,
        above: exercises::above(&exercises),
        exercises,
        high_impact: raw.high_impact,
        instruments: raw.instruments.into_iter().map(|(_, it)| (it.id.clone(), it)).collect(),
        dosage,
        adaptation,
        planner,
        roster,
        battery,
        outcomes,
        documents: raw.documents,
        templates: raw.templates.into_iter().map(|(_, it)| (it.id.clone(), it)).collect(),
        guidance: raw.guidance.into_iter().flat_map(|(_, it)| it.rule).collect(),
        education: raw.education,
        wording,
        countries,
        signatures: signatures.signature,
        text,
        files: files.clone(),
    })
}

fn read(reading: &mut Reading<'_>) -> Raw {
    let tests = ["tests", "compensations", "posture"];
    Raw {
        questions: reading.folder("screening/questions"),
        concepts: reading
            .file::<Concepts>("screening/concepts.toml")
            .map(|it| it.concept)
            .unwrap_or_default(),
        rules: reading.folder("screening/rules"),
        tests: tests.iter().flat_map(|it| reading.folder(&format!("examination/{it}"))).collect(),
        finding_rules: reading.folder("findings"),
        exercises: reading.folder("exercises"),
        instruments: reading.folder("instruments"),
        templates: reading.folder("templates"),
        guidance: reading.folder("guidance"),
        tags: reading.file::<raw::tag::TagFile>("tags.toml").map(|it| it.tag).unwrap_or_default(),
        references: reading
            .file::<raw::References>("references.toml")
            .map(|it| it.reference)
            .unwrap_or_default(),
        education: reading.file::<raw::Education>("education.toml").map(|it| it.card).unwrap_or_default(),
        documents: reading
            .file::<raw::document::Documents>("documents.toml")
            .map(|it| it.document)
            .unwrap_or_default(),
        high_impact: reading.file::<Activities>("high-impact.toml").map(|it| it.activity).unwrap_or_default(),
        public: reading.file("screening/public.toml").unwrap_or_default(),
    }
}

fn concepts(raw: &Raw, faults: &mut Vec<Fault>) -> BTreeMap<QuestionKey, Expression> {
    let mut read = BTreeMap::new();
    for (name, text) in &raw.concepts {
        match parse(text) {
            Ok(expression) => {
                read.insert(name.clone(), expression);
            }
            Err(error) => faults.push(Fault::new("screening/concepts.toml", name, error)),
        }
    }
    read
}

#[cfg(test)]
mod tests;
