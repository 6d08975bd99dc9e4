//! A person's own activities (OM-03), each beside the number for how well it goes.
//!
//! Two questions of the pack stand behind them; on the page they are one, so that no number can slip to another line.

use super::fields::{Choice, Control, Input};
use super::reading::{Fault, Problem};
use crate::answers::{Answers, field_name};
use crate::frame::Words;

/// The questions for own activities, and for how well each goes: they belong together, line by line.
pub(crate) const ACTIVITIES: &str = "psfs_activities";
pub(crate) const SCORES: &str = "psfs_scores";
/// How many own activities the web form has room for.
const ACTIVITIES_MAX: usize = 3;

/// Whether a line has an activity without its number, or a number without its activity.
fn is_unpaired(answers: &Answers, line: usize) -> bool {
    answers.to_part(ACTIVITIES, line).is_some() != answers.to_part(SCORES, line).is_some()
}

/// What is wrong when a line has one of the two.
pub(crate) fn unpaired(answers: &Answers) -> Option<Fault> {
    let any = (1..=ACTIVITIES_MAX).any(|line| is_unpaired(answers, line));
    any.then(|| Fault { key: ACTIVITIES.to_owned(), problem: Problem::Unpaired })
}

/// One activity of one's own.
#[derive(Clone, Debug)]
pub(crate) struct Activity {
    /// "First activity".
    pub(crate) title: String,
    pub(crate) named: Input,
    pub(crate) score_name: String,
    pub(crate) numbers: Vec<Choice>,
    /// Whether one of the two is missing.
    pub(crate) wrong: bool,
}

impl Activity {
    /// What is missing, to put the focus on: the activity, or its number.
    pub(super) fn target(&self) -> String {
        let score = self.numbers.first().filter(|_| self.wrong && !self.named.value.is_empty());
        score.map_or_else(|| self.named.id.clone(), |it| it.id.clone())
    }
}

/// Own activities, each with how well it goes.
pub(super) fn activities(words: Words, answers: &Answers) -> Control {
    let row = |number: usize| {
        let score = |value: i32| {
            let value = value.to_string();
            let chosen = answers.to_part(SCORES, number) == Some(value.as_str());
            Choice { id: format!("q-{SCORES}-{number}-{value}"), words: value.clone(), value, chosen }
        };
        Activity {
            title: words.say(&format!("OM-03.item-{number:02}")),
            named: Input {
                id: format!("q-{ACTIVITIES}-{number}"),
                name: format!("{}.{number}", field_name(ACTIVITIES)),
                label: None,
                value: answers.to_part(ACTIVITIES, number).unwrap_or_default().to_owned(),
            },
            score_name: format!("{}.{number}", field_name(SCORES)),
            numbers: (0..=10).map(score).collect(),
            wrong: is_unpaired(answers, number),
        }
    };
    Control::Activities {
        rows: (1..=ACTIVITIES_MAX).map(row).collect(),
        low: words.say("OM-03.low"),
        high: words.say("OM-03.high"),
    }
}
