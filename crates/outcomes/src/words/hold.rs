//! A hold in words: what somebody for whom there is no programme is told first.

use assessment::Assessment;
use model::TriageLevel;

use super::Words;
use super::letters::top;

impl Words<'_> {
    /// The title of a hold; a doctor today is not called a doctor "within the next day or two".
    pub(super) fn hold_title(&self, level: TriageLevel, same_day: bool) -> String {
        match level {
            TriageLevel::Urgent if same_day => self.say("urgent-today"),
            TriageLevel::Urgent
            | TriageLevel::Emergency
            | TriageLevel::SeeClinician
            | TriageLevel::Incomplete
            | TriageLevel::Caution
            | TriageLevel::Ok => self.say(&format!("level-{level}.title")),
        }
    }

    /// What is said first where there is no programme: a title, why, and what to do.
    pub fn hold(&self, assessment: &Assessment) -> [String; 3] {
        let disposition = &assessment.disposition;
        let level = assessment.clearance.as_ref().err().map_or(disposition.level, |held| held.level);
        let same_day = top(assessment).iter().any(|it| it.same_day);
        let title = self.hold_title(level, same_day);
        // With every answer there, what is missing is a screen of late (RF-40).
        if level == TriageLevel::Incomplete && disposition.unanswered.is_empty() {
            let days = self.pack.dosage.freshness.intake_days.to_string();
            let stale = self.with("level-incomplete.stale", &[("days", &days)]);
            return [title, stale, self.say("level-incomplete.stale-next")];
        }
        [title, self.say(&format!("level-{level}.lead")), self.say(&format!("level-{level}.next"))]
    }
}
