//! The plan as one JSON object, versioned and documented in `docs/json.md`.

use knowledge::Pack;
use model::ExerciseId;
use outcomes::Words;
use prescription::{Prescription, Reason};
use serde_json::{Value, json};

use crate::commands::person::Person;
use crate::report::Failure;

/// The version of the object.
const VERSION: u32 = 1;

/// A plan, or a hold when there is none.
pub(crate) fn plan(
    pack: &Pack,
    words: &Words<'_>,
    person: &Person,
    plan: Option<&Prescription>,
) -> Result<String, Failure> {
    let disposition = &person.assessment.disposition;
    let because: Vec<Value> = disposition
        .fired
        .iter()
        .map(|it| {
            json!({
                "rule": it.cause.to_string(),
                "level": it.level,
                "because_unknown": it.because_unknown,
                "same_day": it.same_day,
                "observed": it.observations,
                "says": words.because(it),
            })
        })
        .collect();
    let level = person.assessment.clearance.as_ref().err().map_or(disposition.level, |held| held.level);
    let object = json!({
        "version": VERSION,
        "as_of": person.assessment.as_of,
        "knowledge": pack.hash,
        "engine": env!("CARGO_PKG_VERSION"),
        "status": words.status([]),
        "disposition": {
            "level": level,
            "tags": disposition.tags.keys().collect::<Vec<_>>(),
            "because": because,
            "letters": disposition.letters,
            "safety_card": disposition.safety_card,
            "no_session": disposition.no_session,
        },
        "unanswered": disposition.unanswered,
        "profile": person.assessment.profile,
        "findings": person.assessment.findings,
        "programme": plan.map(|it| programme(words, it)),
        "excluded": plan.map_or_else(Vec::new, |it| excluded(words, it)),
        "not_offered": words.not_offered(&person.assessment),
    });
    Ok(serde_json::to_string_pretty(&object)?)
}

fn reasons(words: &Words<'_>, id: &ExerciseId, reasons: &[Reason]) -> Vec<Value> {
    reasons
        .iter()
        .map(|it| json!({ "rule": it.rule, "says": words.reason(id, it), "detail": it.why }))
        .collect()
}

fn programme(words: &Words<'_>, plan: &Prescription) -> Value {
    let weeks: Vec<Value> = plan
        .block()
        .map(|week| {
            let sessions: Vec<Value> = week
                .sessions
                .iter()
                .map(|session| {
                    let exercises: Vec<Value> = session
                        .items
                        .iter()
                        .map(|item| {
                            json!({
                                "id": item.exercise,
                                "name": words.exercise(&item.exercise),
                                "role": item.role,
                                "dose": item.dose,
                                "dose_words": words.dose(&item.dose),
                                "limits": item.limits,
                                "positions": item.positions,
                                "leads_to": item.leads_to,
                                "because": reasons(words, &item.exercise, &item.because),
                            })
                        })
                        .collect();
                    json!({
                        "day": session.day,
                        "date": session.date,
                        "part": session.part,
                        "kind": session.kind,
                        "minutes": session.minutes,
                        "exercises": exercises,
                    })
                })
                .collect();
            json!({
                "number": week.number,
                "phase": week.phase,
                "effort_cap": week.effort_cap,
                "deload": week.deload,
                "checks": week.checks,
                "sessions": sessions,
            })
        })
        .collect();
    let check_ins: Vec<Value> = words
        .check_ins(plan)
        .into_iter()
        .map(|(months, date)| json!({ "months": months, "date": date }))
        .collect();
    json!({
        "hash": plan.hash(),
        "template": plan.template(),
        "start": plan.start(),
        "block_from": plan.block_from(),
        "check_ins": check_ins,
        "level": plan.level(),
        "stage": plan.stage(),
        "irritability": plan.irritability(),
        "objective": plan.objective(),
        "fell_back": plan.fell_back(),
        "weeks": weeks,
    })
}

fn excluded(words: &Words<'_>, plan: &Prescription) -> Vec<Value> {
    let left_out = plan.rationale().left_out.iter();
    left_out
        .map(|(id, why)| json!({ "id": id, "name": words.exercise(id), "because": reasons(words, id, why) }))
        .collect()
}
