//! What a rule or a silence rests on, in the words of the questions: "Numbness between the legs: not sure".
//!
//! Records hold observations as `key = value`, in the words of the rule language. Those are for the chart and for
//! JSON; a person and their doctor read the label of each question and what was answered.

use assessment::{Fired, Intake};
use knowledge::Question;

use super::Words;

/// What rules see that no question asks for as it stands: the message that names it.
const WORKED_OUT: [(&str, &str); 2] = [("age", "observed-age"), ("bmi", "observed-bmi")];

impl Words<'_> {
    /// The answers that something rests on, one a line; a question that played no part is not among them.
    pub fn rests_on(&self, fired: &Fired, intake: &Intake) -> Vec<String> {
        let told = |key: &str| fired.observations.iter().any(|it| names(it, key));
        let asked = |it: &&Question| fired.questions.contains(&it.raw.key) && told(it.raw.key.as_str());
        let questions = self.pack.questions.iter().filter(asked).map(|it| self.answer_line(it, intake));
        let worked_out = WORKED_OUT.iter().filter_map(|(key, message)| {
            let value = fired.observations.iter().find_map(|it| it.strip_prefix(&format!("{key} = ")))?;
            Some(self.with(message, &[("value", value)]))
        });
        questions.chain(worked_out).collect()
    }
}

/// Whether an observation speaks of a key: by itself, or as a part of what a concept rests on.
fn names(observation: &str, key: &str) -> bool {
    let said = format!("{key} = ");
    observation.starts_with(&said) || observation.contains(&format!(", {said}"))
}

/// A line that begins with a capital letter, as a sentence does.
pub(super) fn capital(line: &str) -> String {
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{Words, capital, names};
    use assessment::{Assessment, Intake, assess, intake};
    use jiff::civil::date;
    use knowledge::Locale;

    fn person(answers: &str) -> (Intake, Assessment) {
        let pack = knowledge::bundled().unwrap();
        let day = date(2026, 11, 22);
        let file = format!("form = 1\ndate = 2026-11-22\nbirth_year = 1968\n{answers}");
        let intake = intake::read(pack, file.as_bytes(), day).unwrap();
        let assessment = assess(pack, &intake, &[], day);
        (intake, assessment)
    }

    #[test]
    fn a_reason_is_told_in_the_words_of_the_question() {
        let (intake, assessment) = person("[safety]\nces_saddle = \"unsure\"\n");
        let words = Words::new(knowledge::bundled().unwrap(), Locale::En, None);
        let fired = assessment.disposition.fired.iter().find(|it| it.cause.id() == "ces_saddle").unwrap();
        assert_eq!(words.rests_on(fired, &intake), ["Numbness between the legs: not sure"]);
    }

    #[test]
    fn a_letter_holds_no_word_of_the_rule_language() {
        let pack = knowledge::bundled().unwrap();
        let words = Words::new(pack, Locale::En, None);
        for answers in [
            "[safety]\nces_saddle = \"unsure\"\n",
            "[safety]\nces_bladder = true\nces_onset_days = 2\nback_pain_area = [\"low\"]\n",
            "[health]\ndisease = [\"cardiac\"]\nsymptoms = []\n[activity]\nactive_3mo = false\n",
        ] {
            let (intake, assessment) = person(answers);
            for letter in
                [words.red_flag_letter(&intake, &assessment), words.clearance_letter(&intake, &assessment)]
            {
                let lines: Vec<String> = letter.parts.iter().flat_map(|it| it.lines.clone()).collect();
                for raw in [" = ", "loader", "_3mo", "ces_", "E0 or E1"] {
                    assert!(!lines.concat().contains(raw), "`{raw}` in {lines:#?}");
                }
            }
        }
    }

    #[test]
    fn a_key_is_not_found_inside_another() {
        assert!(names("active_3mo = no", "active_3mo") && names("a = 1, bmi = 31", "bmi"));
        assert!(!names("active_3mo = no", "3mo") && !names("ces_bladder = yes", "bladder"));
        assert_eq!(capital("age when it began"), "Age when it began");
    }
}
