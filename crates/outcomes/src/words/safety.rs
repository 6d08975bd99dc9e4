//! The safety card (RF-42).

use super::Words;
use crate::SafetyCard;

impl Words<'_> {
    /// The safety card, with the numbers of the person's country.
    pub fn safety_card(&self) -> SafetyCard {
        SafetyCard {
            title: self.say("safety-card"),
            intro: self.say("safety-card.intro"),
            signs: self.list("safety-card", "item"),
            same_day_title: self.say("safety-card.urgent"),
            same_day: self.list("safety-card", "urgent"),
            stop: self.list("stop-now", "item"),
            emergency: self.with("emergency-line", &[("number", self.emergency())]),
            advice: self.advice().map(|number| self.with("advice-line", &[("number", number)])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use knowledge::Locale;

    #[test]
    fn the_signs_of_an_emergency_and_those_of_the_same_day_stand_apart() {
        let pack = knowledge::bundled().unwrap();
        let card = Words::new(pack, Locale::En, Some("GB")).safety_card();
        assert_eq!((card.signs.len(), card.same_day.len()), (9, 4));
        assert!(!card.same_day_title.ends_with(':'), "a heading, not the beginning of a sentence");
        let all: Vec<&String> = card.signs.iter().chain(&card.same_day).collect();
        assert!(!all.contains(&&card.same_day_title), "the heading is no sign");
    }
}
