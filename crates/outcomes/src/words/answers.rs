//! Answers in words, for summaries and letters.

use assessment::Intake;
use knowledge::Question;
use knowledge::expression::thousandths;
use model::{Answer, Given};

use super::Words;
use super::observed::capital;

impl Words<'_> {
    /// The short label of a question.
    pub fn label(&self, question: &Question) -> String {
        self.say(&format!("q-{}.label", question.raw.key))
    }

    /// What was given to a question, as people read it.
    pub fn given(&self, question: &Question, given: Option<&Given>) -> String {
        match given {
            None => self.say("said-missing"),
            Some(Given::Unsure) => self.say("said-unsure"),
            Some(Given::PreferNot) => self.say("said-prefer-not"),
            Some(Given::Answered(answer)) => self.answer(question, answer),
        }
    }

    fn answer(&self, question: &Question, answer: &Answer) -> String {
        let unit = &question.raw.unit;
        let choice = |word: &String| self.say(&format!("q-{}.choice-{word}", question.raw.key));
        match answer {
            Answer::YesNo(true) => self.say("said-yes"),
            Answer::YesNo(false) => self.say("said-no"),
            Answer::Choice(word) => choice(word),
            Answer::Multi(words) if words.is_empty() => self.say("said-none"),
            Answer::Multi(words) => words.iter().map(choice).collect::<Vec<_>>().join("; "),
            Answer::Number(value) => format!("{} {unit}", thousandths(*value)).trim_end().to_owned(),
            Answer::Words(words) => words.clone(),
            Answer::Numbers(values) => {
                let list = values.iter().map(|it| thousandths(*it)).collect::<Vec<_>>().join(", ");
                format!("{list} {unit}").trim_end().to_owned()
            }
        }
    }

    /// A question and what was given to it, on one line.
    pub(super) fn answer_line(&self, question: &Question, intake: &Intake) -> String {
        let answer = self.given(question, intake.given(question.raw.key.as_str()));
        let question = capital(&self.label(question));
        self.with("letter-answer-line", &[("question", &question), ("answer", &answer)])
    }
}
