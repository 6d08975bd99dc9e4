//! What would have to change, in words.

use prescription::{Fact, WhatIf};

use super::Words;

impl Words<'_> {
    /// A smallest set of facts: what it would bring, then the facts.
    pub fn what_if(&self, it: &WhatIf) -> (String, Vec<String>) {
        let lead = if it.planned { "what-if-planned" } else { "what-if-possible" };
        (self.say(lead), it.facts.iter().map(|it| self.fact(it)).collect())
    }

    fn fact(&self, fact: &Fact) -> String {
        match fact {
            Fact::WithoutTag { tag, causes } => {
                let tag = self.say(&format!("tag-{tag}"));
                self.with("fact-without-tag", &[("tag", &tag), ("causes", &causes.join(", "))])
            }
            Fact::Equipment { equipment } => {
                self.with("fact-equipment", &[("equipment", &self.equipment(equipment.name()))])
            }
            Fact::Level { level } => self.with("fact-level", &[("level", level.name())]),
            Fact::LaterStage => self.say("fact-later-stage"),
            Fact::WithoutFinding { rule } => self.with("fact-without-finding", &[("rule", rule.as_str())]),
            Fact::WithoutDirection { direction } => {
                let word = self.find(&format!("q-aggravating.choice-{direction}"));
                self.with("fact-without-direction", &[("direction", word.as_deref().unwrap_or(direction))])
            }
            Fact::Liked { word } => self.with("fact-liked", &[("word", &self.liked(word))]),
            Fact::NotDisliked { word } => self.with("fact-not-disliked", &[("word", &self.liked(word))]),
        }
    }
}
