//! Finds answers that cannot both be right.

use knowledge::Pack;
use model::QuestionKey;

use crate::Intake;

/// Answers that cannot both be right, each with the question to correct.
///
/// Every form calls it, so that all of them refuse the same things.
pub fn validate(pack: &Pack, intake: &Intake) -> Vec<(QuestionKey, String)> {
    let mut found = Vec::new();
    let mut add = |key: &str, problem: String| {
        if let Ok(key) = QuestionKey::try_from(key) {
            found.push((key, problem));
        }
    };
    if let (Some(average), Some(worst)) = (intake.whole("pain_7d_average"), intake.whole("pain_7d_worst"))
        && worst < average
    {
        add("pain_7d_worst", format!("is {worst}, lower than the average of {average}"));
    }
    if let (Some(systolic), Some(diastolic)) = (intake.numbers("bp_sys"), intake.numbers("bp_dia")) {
        if systolic.len() != diastolic.len() {
            add("bp_dia", "needs as many readings as bp_sys".to_owned());
        }
        if systolic.iter().zip(diastolic).any(|(high, low)| low >= high) {
            add("bp_dia", "has a lower reading that is not below the upper one".to_owned());
        }
    }
    if intake.numbers("bp_sys").is_some() != intake.numbers("bp_dia").is_some() {
        add("bp_dia", "and bp_sys are read together; give both or neither".to_owned());
    }
    let arising = crate::screening::prepared(pack, intake, intake.date);
    for question in pack.questions.iter().filter(|it| arising.not_asked.contains(&it.raw.key)) {
        let key = &question.raw.key;
        if intake.given(key.as_str()).is_some() {
            let when = question.raw.ask_when.as_deref().unwrap_or_default();
            add(key.as_str(), format!("is answered, but is only asked when {when}"));
        }
    }
    found
}
