//! `questions.md`: the one vocabulary of form, rules and data.

use knowledge::raw::question::{Effect, Kind, Question};
use knowledge::{Locale, Pack};

use crate::markdown::{Page, code, list};

pub(super) fn page(pack: &Pack) -> String {
    let lead =
        "Every question in the order of the form, and what leaving it out or \"not sure\" does (RF-45).";
    let mut page = super::page("Questions", lead);
    let mut section = "";
    for question in &pack.questions {
        if question.section != section {
            section = &question.section;
            page.part(&format!("`[{section}]`"));
        }
        one(pack, &question.raw, &mut page);
    }
    page.finish()
}

fn one(pack: &Pack, question: &Question, page: &mut Page) {
    page.item(code(question.key.as_str()), "");
    let words = pack.text.say(Locale::En, &format!("q-{}", question.key));
    page.line(&format!("{}\n", words.replace('\n', " ")));
    page.point("Answer", &answer(question));
    page.point("Asked only when", &code(question.ask_when.as_deref().unwrap_or_default()));
    page.point("Left out", &effects(&question.missing));
    page.point("Not sure", &effects(&question.unsure));
    page.point("Prefer not to say", &effects(&question.prefer_not));
    page.point("Version", &question.version.to_string());
    page.evidence(&question.evidence);
}

fn answer(question: &Question) -> String {
    let number = || match (question.min, question.max) {
        (Some(min), Some(max)) => format!("from {min} to {max} {}", question.unit).trim_end().to_owned(),
        _ => question.unit.clone(),
    };
    match question.kind {
        Kind::YesNo => "yes or no".to_owned(),
        Kind::Choice => format!("one of: {}", list(&question.choices)),
        Kind::Multi => format!("none of these, or any of: {}", list(&question.choices)),
        Kind::Int => format!("a whole number {}", number()),
        Kind::Decimal => format!("a number {}", number()),
        Kind::Numbers => format!("at most {} numbers {}", list(question.count_max), number()),
        Kind::Words => "words".to_owned(),
    }
}

fn effects(effects: &[Effect]) -> String {
    effects.iter().map(effect).collect::<Vec<_>>().join("; ")
}

fn effect(effect: &Effect) -> String {
    let mut parts = Vec::new();
    parts.extend(effect.ask.then(|| "no plan until it is answered".to_owned()));
    parts.extend(effect.hold.as_ref().map(|it| format!("holds at {it}")));
    parts.extend(effect.value.as_ref().map(|it| format!("counts as {it}")));
    parts.extend(effect.tags.as_ref().map(|it| format!("tags {}", list(it))));
    parts.extend(effect.effort_cap.map(|it| format!("effort at most {it}")));
    parts.extend(effect.safety_card.then(|| "safety card".to_owned()));
    parts.extend(effect.no_session.then(|| "no session".to_owned()));
    parts.extend(effect.no_effect.then(|| "no effect".to_owned()));
    let what = parts.join(", ");
    effect.when.as_ref().map_or_else(|| what.clone(), |when| format!("{what} when `{when}`"))
}
