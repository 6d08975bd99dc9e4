//! What a rule or a silence rests on, in the words of the questions: "Numbness between the legs: not sure".
//!
//! Records hold observations as `key = value`, in the words of the rule language. Those are for the chart and for
//! JSON; a person and their doctor read the label of each question and what was answered.

use assessment::{Assessment, Cause, Fired, Intake};
use knowledge::Question;
use prescription::{Reason, Why};

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

    /// Why a rule or a silence fired, with the answers it rests on: "You told us … [RF-16: Osteoporosis: yes]". A silence has
    /// said its answer already.
    pub fn fired_line(&self, fired: &Fired, intake: &Intake) -> String {
        let because = self.because(fired);
        let Cause::Rule(rule) = &fired.cause else { return format!("{because} [RF-45]") };
        let answers = self.rests_on(fired, intake);
        if answers.is_empty() {
            format!("{because} [{rule}]")
        } else {
            format!("{because} [{rule}: {}]", answers.join("; "))
        }
    }

    /// What was observed behind the reason for an exercise, one a line.
    pub fn observations(&self, reason: &Reason, intake: &Intake, assessment: &Assessment) -> Vec<String> {
        if let Why::BlockedByTag { tag, .. } = &reason.why {
            let causes = assessment.clearance.as_ref().ok().and_then(|it| it.tags().get(tag));
            let fired = |cause: &Cause| assessment.disposition.fired.iter().find(|it| it.cause == *cause);
            let line =
                |it: &Cause| fired(it).map_or_else(|| it.to_string(), |it| self.fired_line(it, intake));
            return causes.into_iter().flatten().map(line).collect();
        }
        if let Why::Finding { observed, .. } | Why::AvoidedByFinding { observed } = &reason.why {
            return observed.iter().flat_map(|it| self.observation(it, intake)).collect();
        }
        Vec::new()
    }

    /// An observation of the data: the name of a test with what it showed, or the questions that it speaks of. What
    /// neither names stays as it is.
    fn observation(&self, observation: &str, intake: &Intake) -> Vec<String> {
        let parts = observation.split_once(" = ");
        let test = parts.and_then(|(id, value)| Some((self.pack.tests.get(&id.parse().ok()?)?, value)));
        if let Some((test, value)) = test {
            let blanks = [("question", self.say(&test.id.to_string())), ("answer", value.to_owned())];
            let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, it)| (*name, it.as_str())).collect();
            return vec![self.with("letter-answer-line", &blanks)];
        }
        let told = |it: &&Question| names(observation, it.raw.key.as_str());
        let lines: Vec<String> =
            self.pack.questions.iter().filter(told).map(|it| self.answer_line(it, intake)).collect();
        if lines.is_empty() { vec![observation.to_owned()] } else { lines }
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
    fn a_letter_speaks_to_a_doctor_and_holds_no_word_of_the_rule_language() {
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
                // A doctor is not told to see a doctor.
                assert!(
                    letter.status.iter().all(|it| !it.contains("if you are unsure")),
                    "{:#?}",
                    letter.status
                );
                assert!(
                    letter.status.iter().any(|it| it.contains("Your own assessment")),
                    "{:#?}",
                    letter.status
                );
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
