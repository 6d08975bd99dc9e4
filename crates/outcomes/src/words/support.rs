//! The supportive card (OM-33): shown wherever its answers led, and never a diagnosis.

use assessment::{Assessment, Fired};

use super::Words;
use crate::Support;

/// The rule that sees distress in the answers about mood.
const RULE: &str = "OM-33";

impl Words<'_> {
    /// The supportive card, if answers about mood call for it. It says that the plan goes on where nothing holds it, and nowhere else.
    pub fn support(&self, assessment: &Assessment, goes_on: bool) -> Option<Support> {
        // What fired at the higher level comes first, and says more.
        let fired = assessment.disposition.fired.iter().find(|it| is_support(it))?;
        let goes_on = goes_on.then(|| self.say("OM-33.goes-on"));
        let lines =
            std::iter::once(self.because(fired)).chain(goes_on).chain(self.advice_for(fired)).collect();
        Some(Support { title: self.say(RULE), lines })
    }
}

/// Whether it is the supportive card that says what is to be said about this.
pub(super) fn is_support(fired: &Fired) -> bool {
    fired.cause.id() == RULE
}
