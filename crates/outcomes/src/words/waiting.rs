//! The "while you wait" card: ordinary walking, education and a letter; no exercise is prescribed on it.

use assessment::{Assessment, Intake};

use super::Words;
use super::letters::top;
use crate::WaitingCard;

/// The card covers a week.
const DAYS: usize = 7;

impl Words<'_> {
    /// The card for somebody who should see a health professional first (E2).
    pub fn waiting_card(&self, intake: &Intake, assessment: &Assessment) -> WaitingCard {
        let top = top(assessment);
        let cards: Vec<_> = self.pack.education.iter().filter(|it| it.while_waiting).collect();
        let day = |number: usize| {
            let mut lines = vec![self.say("waiting-walk-line"), self.say("waiting-light-line")];
            if let Some(card) = cards.get(number % cards.len().max(1)) {
                lines.push(self.say(&format!("{}.title", card.id)));
            }
            (self.with("waiting-day", &[("number", &(number + 1).to_string())]), lines)
        };
        WaitingCard {
            language: self.locale.tag().to_owned(),
            title: self.say("waiting-card"),
            lead: ["waiting-card.lead", "waiting-card.walk", "waiting-card.letter"]
                .map(|it| self.say(it))
                .to_vec(),
            because: top.iter().map(|it| self.because(it)).collect(),
            days: (0..DAYS).map(day).collect(),
            safety: self.safety_card(),
            status: self.status(top.iter().map(|it| it.cause.id())),
            letter: self.clearance_letter(intake, assessment),
        }
    }
}
