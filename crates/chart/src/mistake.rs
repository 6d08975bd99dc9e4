//! "I pressed this by mistake" (RF-44): when a screen takes back what locked in an earlier one.
//!
//! An emergency answer is kept at once, as a screen of what was answered so far. The screen that is finished afterwards
//! supersedes it and keeps, in [`Asked::mistaken`](crate::Asked), what was answered first to the question that was asked again.
//! Both entries stay in the chart, and the first stays on the roster until somebody has dealt with it.
//!
//! Nothing else about a correction lifts a lock. Where it is in doubt, the lock stays: another author, a correction that was
//! itself corrected, an answer that changed without being called a mistake, a question asked again that was answered with an
//! emergency again or with "not sure", a rule that still holds. To be confirmed by a clinician (H).

use assessment::screening::asked;
use assessment::{Cause, Disposition, Fired, Intake, screen};
use knowledge::Pack;
use model::{Given, QuestionKey, TriageLevel};
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::asked::Asked;
use crate::entry::{Body, Entry};

/// A screen with its entry.
#[derive(Clone, Copy)]
pub(crate) struct Screen<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) intake: &'a Intake,
}

impl<'a> Screen<'a> {
    /// The screen that an entry holds, if it holds one.
    pub(crate) fn of(entry: &'a Entry) -> Option<Self> {
        if let Body::Intake(intake) = &entry.body { Some(Self { entry, intake }) } else { None }
    }

    /// What was answered first to a question that had been asked again before this screen was kept.
    fn was_asked_again(&self, key: &QuestionKey) -> bool {
        self.entry.asked.as_ref().is_some_and(|it| it.mistaken.contains_key(key))
    }
}

/// A screen that corrects an earlier one and calls answers of it a mistake.
pub(crate) struct Correction<'a> {
    screen: Screen<'a>,
    asked: &'a Asked,
    found: Disposition,
}

impl<'a> Correction<'a> {
    /// The screens that call answers of `earlier` a mistake. None of them has to be the screen in force: the next full screen
    /// must not bring back what was taken back.
    pub(crate) fn all_of(
        pack: &Pack,
        screens: &[Screen<'a>],
        superseded: &BTreeSet<Uuid>,
        earlier: Screen<'_>,
    ) -> Vec<Self> {
        let stand = screens.iter().filter(|it| !superseded.contains(&it.entry.id));
        stand
            .filter_map(|it| Some((*it, it.entry.asked.as_ref().filter(|it| !it.mistaken.is_empty())?)))
            .filter(|(later, _)| corrects(screens, *later, earlier))
            .map(|(later, asked)| Self {
                screen: later,
                asked,
                found: screen(pack, later.intake, later.intake.date),
            })
            .collect()
    }

    /// Whether it takes back what fired in the earlier screen.
    pub(crate) fn takes_back(
        &self,
        pack: &Pack,
        earlier: Screen<'_>,
        found: &Disposition,
        fired: &Fired,
    ) -> bool {
        let now = &self.screen.intake.answers;
        let still_holds = |it: &&Fired| it.cause == fired.cause && it.level > Some(TriageLevel::Caution);
        if !matches!(fired.cause, Cause::Rule(_)) || self.found.fired.iter().any(|it| still_holds(&it)) {
            return false;
        }
        let answered = fired.questions.iter().filter_map(|key| Some((key, earlier.intake.answers.get(key)?)));
        let changed: Vec<(&QuestionKey, &Given)> =
            answered.filter(|(key, was)| now.get(*key) != Some(*was)).collect();
        let is_mistake = |(key, was): &(&QuestionKey, &Given)| {
            self.asked.mistaken.get(*key) == Some(*was)
                && matches!(now.get(*key), Some(Given::Answered(_)))
                && !earlier.was_asked_again(key)
        };
        changed.iter().any(|it| is_mistake(it) && gave_an_emergency(found, it.0))
            && changed.iter().all(|it| is_mistake(it) || !self.arises(pack, it.0))
    }

    /// Whether a question is still asked: how long a change has been there is not, where there is none.
    fn arises(&self, pack: &Pack, key: &QuestionKey) -> bool {
        let intake = self.screen.intake;
        pack.question(key).is_none_or(|it| asked(pack, intake, it, intake.date))
    }
}

/// Whether an answer to a question is behind an emergency that was found: only after one is a question asked again (RF-44).
fn gave_an_emergency(found: &Disposition, key: &QuestionKey) -> bool {
    let emergencies = found.fired.iter().filter(|it| it.level == Some(TriageLevel::Emergency));
    emergencies.filter(|it| !it.because_unknown).any(|it| it.questions.contains(key))
}

/// Whether a screen corrects an earlier one, directly or through other screens, all in the same hand and none before the earlier.
fn corrects(screens: &[Screen<'_>], later: Screen<'_>, earlier: Screen<'_>) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = later;
    // A file may hold corrections that go round in a circle.
    while seen.insert(at.entry.id) {
        let corrected = at.entry.supersedes;
        let Some(next) = screens.iter().find(|it| Some(it.entry.id) == corrected) else { return false };
        let is_before = next.intake.date <= at.intake.date && next.entry.occurred_at <= at.entry.occurred_at;
        if next.entry.author != later.entry.author || !is_before {
            return false;
        }
        if next.entry.id == earlier.entry.id {
            return true;
        }
        at = *next;
    }
    false
}
