//! A JSON Schema of the intake file, for editors that check TOML while a person types.

use knowledge::raw::question::Kind;
use knowledge::{Locale, Pack, Question};
use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::{FORM, is_intake_question};

/// The schema (draft 2020-12), made from the questions of the pack.
pub fn json_schema(pack: &Pack) -> Value {
    let mut sections: BTreeMap<&str, BTreeMap<String, Value>> = BTreeMap::new();
    for question in pack.questions.iter().filter(|it| is_intake_question(it)) {
        sections
            .entry(&question.section)
            .or_default()
            .insert(question.raw.key.to_string(), answer(pack, question));
    }
    let date = json!({ "type": "string", "format": "date" });
    let mut properties = json!({
        "form": { "const": FORM },
        "date": date,
        "birth_year": { "type": "integer" },
        "test": { "type": "array", "items": test(pack) },
        "clearance": { "type": "array", "items": clearance(pack) },
    });
    for (section, questions) in sections {
        properties[section] =
            json!({ "type": "object", "additionalProperties": false, "properties": questions });
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plumbline intake file",
        "type": "object",
        "additionalProperties": false,
        "required": ["form", "date", "birth_year"],
        "properties": properties,
    })
}

fn answer(pack: &Pack, question: &Question) -> Value {
    let raw = &question.raw;
    let number = |kind: &str| json!({ "type": kind, "minimum": raw.min, "maximum": raw.max });
    let own = match raw.kind {
        Kind::YesNo => json!({ "type": "boolean" }),
        Kind::Choice => json!({ "enum": raw.choices }),
        Kind::Multi => json!({ "type": "array", "uniqueItems": true, "items": { "enum": raw.choices } }),
        Kind::Int => number("integer"),
        Kind::Decimal => number("number"),
        Kind::Numbers => json!({ "type": "array", "maxItems": raw.count_max, "items": number("number") }),
        Kind::Words => json!({ "type": "string" }),
    };
    let mut any = vec![own];
    if raw.offers_unsure {
        any.push(json!({ "const": "unsure" }));
    }
    if raw.offers_prefer_not {
        any.push(json!({ "const": "prefer_not" }));
    }
    json!({ "description": pack.text.say(Locale::En, &format!("q-{}", raw.key)), "anyOf": any })
}

fn test(pack: &Pack) -> Value {
    let ids: Vec<&str> = pack.tests.keys().map(model::TestId::as_str).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["id"],
        "properties": {
            "id": { "enum": ids },
            "side": { "enum": ["left", "right"] },
            "date": { "type": "string", "format": "date" },
            "source": { "enum": ["self", "coach", "clinician", "camera"] },
            "trials": { "type": "array", "minItems": 1 },
            "not_tested": { "enum": ["pain", "tag", "declined", "equipment", "not-seen"] },
        },
    })
}

fn clearance(pack: &Pack) -> Value {
    let mut rules: Vec<&str> = pack.rules.iter().map(|it| it.raw.id.as_str()).collect();
    rules.extend(pack.questions.iter().map(|it| it.raw.key.as_str()));
    let tags: Vec<&str> = model::Tag::ALL.iter().map(|it| it.name()).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["who", "profession", "date", "rules", "verdict"],
        "properties": {
            "who": { "type": "string" },
            "profession": { "type": "string" },
            "date": { "type": "string", "format": "date" },
            "rules": { "type": "array", "minItems": 1, "items": { "enum": rules } },
            "verdict": { "enum": ["ok", "ok-with-limits", "not-ok", "wants-to-see"] },
            "limits": { "type": "string" },
            "tags": { "type": "array", "items": { "enum": tags } },
            "effort_cap": { "type": "integer", "minimum": 0, "maximum": 10 },
            "expires": { "type": "string", "format": "date" },
        },
    })
}
