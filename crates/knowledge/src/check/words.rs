//! Checks the words: everything shown to people has some, and none of them frightens or promises (WS-01, WS-03).

use model::{Confidence, Muscle, Pattern, Tag, TriageLevel};

use super::Raw;
use crate::Fault;
use crate::raw::Wording;
use crate::raw::dosage::Dosage;
use crate::raw::planner::Planner;
use crate::raw::rule::Moment;
use crate::text::{Locale, Text};

pub(super) fn check(
    raw: &Raw,
    text: &Text,
    (dosage, planner, wording): (Option<&Dosage>, Option<&Planner>, Option<&Wording>),
    faults: &mut Vec<Fault>,
) {
    let needs = dosage.into_iter().flat_map(|it| &it.most_days).map(|it| format!("most-days-{}", it.name));
    let own = planner.into_iter().flat_map(|it| &it.transfer).map(|it| format!("transfer-{}", it.key));
    for id in needed(raw).into_iter().chain(needs).chain(own).filter(|id| !text.has(id)) {
        faults.push(Fault::new("text/en", id, "there are no words for it"));
    }
    let Some(wording) = wording else { return };
    let avoid = wording.avoid.get(Locale::En.tag()).into_iter().flatten();
    let avoid: Vec<&String> = avoid.chain(&wording.brands).collect();
    for id in text.ids() {
        let words = text.say(Locale::En, id).to_lowercase();
        for phrase in avoid.iter().filter(|phrase| contains_phrase(&words, phrase)) {
            faults.push(Fault::new(
                "text/en",
                id,
                format!("says `{phrase}`, which WS-01, WS-03 or 11.1 rule out"),
            ));
        }
    }
}

/// Whether `words` contain `phrase` as whole words.
fn contains_phrase(words: &str, phrase: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    words.match_indices(phrase).any(|(at, _)| {
        edge(words[..at].chars().next_back()) && edge(words[at + phrase.len()..].chars().next())
    })
}

/// The ids that must have words.
fn needed(raw: &Raw) -> Vec<String> {
    let mut ids: Vec<String> = raw.documents.iter().map(|it| format!("document-{}", it.id)).collect();
    for (_, file) in &raw.questions {
        for question in &file.question {
            let id = format!("q-{}", question.key);
            ids.push(format!("{id}.label"));
            // The items of an instrument stand with the instrument.
            if !raw.instruments.iter().any(|(_, it)| it.question.as_ref() == Some(&question.key)) {
                ids.extend(question.choices.iter().map(|choice| format!("{id}.choice-{choice}")));
            }
            ids.push(id);
            ids.push(format!("page-{}", question.page));
        }
    }
    for (_, rule) in raw.rules.iter().filter(|(_, it)| it.moment == Moment::Screen) {
        ids.push(rule.id.to_string());
        ids.push(format!("{}.because", rule.id));
    }
    for (_, exercise) in &raw.exercises {
        ids.push(exercise.id.to_string());
        ids.extend(["aim", "start", "move"].map(|it| format!("{}.{it}", exercise.id)));
        ids.extend((1..=exercise.cues).map(|cue| format!("{}.cue-{cue}", exercise.id)));
    }
    for (_, rule) in &raw.finding_rules {
        ids.push(format!("{}.opportunity", rule.id));
    }
    for (_, test) in &raw.tests {
        ids.push(test.id.to_string());
    }
    for (_, template) in &raw.templates {
        ids.push(format!("handout-{}", template.id));
        ids.extend(template.week.iter().map(|it| format!("phase-{}", it.phase)));
        ids.extend(template.week.iter().flat_map(|it| &it.checks).map(|it| format!("check-{it}")));
        ids.extend(
            template.keeps.iter().flat_map(|it| &it.check_in_months).map(|it| format!("check-month-{it}")),
        );
    }
    ids.extend(
        TriageLevel::ALL
            .iter()
            .flat_map(|it| ["title", "lead", "next"].map(|part| format!("level-{it}.{part}"))),
    );
    ids.extend(Confidence::ALL.iter().map(|it| format!("confidence-{it}")));
    ids.extend((1..=7).map(|day| format!("weekday-{day}")));
    ids.extend((1..=12).map(|month| format!("month-{month}")));
    ids.extend(
        raw.high_impact
            .iter()
            .flat_map(|it| ["", ".because", ".instead"].map(|part| format!("impact-{}{part}", it.key))),
    );
    ids.extend(Tag::ALL.iter().flat_map(|it| [format!("tag-{it}"), format!("tag-{it}.because")]));
    ids.extend(model::Limit::ALL.iter().map(|it| format!("limit-{it}")));
    ids.extend(Muscle::ALL.iter().map(|it| format!("muscle-{it}")));
    ids.extend(Pattern::ALL.iter().map(|it| format!("pattern-{it}")));
    ids.extend(raw.education.iter().flat_map(|it| [format!("{}.title", it.id), format!("{}.body", it.id)]));
    ids
}
