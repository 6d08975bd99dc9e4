//! The safety card (RF-42).

use super::Words;
use crate::SafetyCard;

impl Words<'_> {
    /// The safety card, with the numbers of the person's country.
    pub fn safety_card(&self) -> SafetyCard {
        let mut signs = self.list("safety-card", "item");
        signs.extend(self.find("safety-card.urgent"));
        signs.extend(self.list("safety-card", "urgent"));
        SafetyCard {
            title: self.say("safety-card"),
            intro: self.say("safety-card.intro"),
            signs,
            stop: self.list("stop-now", "item"),
            emergency: self.with("emergency-line", &[("number", self.emergency())]),
            advice: self.advice().map(|number| self.with("advice-line", &[("number", number)])),
        }
    }
}
