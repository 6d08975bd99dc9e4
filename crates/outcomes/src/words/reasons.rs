//! Reasons in words: why an exercise is in, or out.

use model::ExerciseId;
use prescription::{Reason, Route, Why};

use super::Words;

impl Words<'_> {
    /// The name of an exercise.
    pub fn exercise(&self, id: &ExerciseId) -> String {
        self.say(id.as_str())
    }

    /// One reason why an exercise is in, or out, as a sentence.
    pub fn reason(&self, id: &ExerciseId, reason: &Reason) -> String {
        let rule = reason.rule.as_str();
        match &reason.why {
            Why::Template { .. } => self.by_template(id),
            Why::StandsInFor { named, route } => self.stands_in(id, named, route),
            Why::Finding { confidence, .. } => {
                let opportunity = self.say(&format!("{rule}.opportunity"));
                let opportunity = opportunity.trim_end_matches('.');
                let confidence = self.say(&format!("confidence-{confidence}"));
                self.with("reason-finding", &[("opportunity", opportunity), ("confidence", &confidence)])
            }
            Why::Pattern { pattern } => {
                self.with("reason-pattern", &[("pattern", &self.say(&format!("pattern-{pattern}")))])
            }
            Why::Liked { word } => self.with("reason-liked", &[("word", &self.liked(word))]),
            Why::OwnActivity { key } => {
                self.with("reason-own-activity", &[("activity", &self.say(&format!("transfer-{key}")))])
            }
            Why::NamedMove { .. } => self.say("reason-named-move"),
            Why::MostDays { what } => {
                self.with("reason-most-days", &[("what", &self.say(&format!("most-days-{what}")))])
            }
            Why::MinimumSession => self.say("reason-minimum-session"),
            Why::BlockedByTag { tag, offered, .. } => {
                let tag = self.say(&format!("tag-{tag}"));
                match offered {
                    None => self.with("reason-blocked", &[("tag", &tag), ("rule", rule)]),
                    Some(instead) => {
                        let instead = self.exercise(instead);
                        self.with(
                            "reason-blocked-instead",
                            &[("tag", &tag), ("rule", rule), ("instead", &instead)],
                        )
                    }
                }
            }
            Why::NoDoseAtLevel { .. } => self.say("reason-no-dose"),
            Why::WarmUpOnly { .. } => self.say("reason-warm-up-only"),
            Why::DirectionalOnly => self.say("reason-directional-only"),
            Why::Equipment { missing } => {
                let list = missing.iter().map(|it| self.equipment(it.name())).collect::<Vec<_>>().join(", ");
                self.with("reason-equipment", &[("list", &list)])
            }
            Why::LoadAboveStage { .. } => self.say("reason-load"),
            Why::AvoidedByFinding { .. } => self.say("reason-avoided"),
            Why::Aggravates { .. } => self.say("reason-aggravates"),
            Why::IntervalsLater => self.say("reason-intervals-later"),
            Why::Disliked { word } => self.with("reason-disliked", &[("word", &self.liked(word))]),
            Why::ProgrammeFull { moves_max } => self.with("reason-full", &[("max", &moves_max.to_string())]),
            Why::Answered { observed } => self.with("reason-answered", &[("observed", &observed.join(", "))]),
            Why::NotNeeded { instead: None } => self.say("reason-not-needed"),
            Why::NotNeeded { instead: Some(instead) } => {
                self.with("reason-not-needed-instead", &[("instead", &self.exercise(instead))])
            }
        }
    }

    /// It is in for what it trains.
    fn by_template(&self, id: &ExerciseId) -> String {
        let aim = self.say(&format!("{id}.aim"));
        self.with("reason-template", &[("aim", &format!("{}.", aim.trim_end_matches('.')))])
    }

    fn stands_in(&self, id: &ExerciseId, named: &ExerciseId, route: &Route) -> String {
        let named = self.exercise(named);
        match route {
            Route::Itself => self.by_template(id),
            Route::Swapped { tag, .. } => self.with(
                "reason-stands-in-tag",
                &[("named", &named), ("tag", &self.say(&format!("tag-{tag}")))],
            ),
            Route::Easier => self.with("reason-stands-in-easier", &[("named", &named)]),
            Route::Harder => self.with("reason-stands-in-harder", &[("named", &named)]),
            Route::SamePattern | Route::SameStream => {
                self.with("reason-stands-in-pattern", &[("named", &named)])
            }
        }
    }

    /// A word of the questions `likes` and `dislikes`.
    pub(super) fn liked(&self, word: &str) -> String {
        self.find(&format!("q-likes.choice-{word}")).unwrap_or_else(|| word.to_owned())
    }

    /// A piece of equipment.
    pub(super) fn equipment(&self, name: &str) -> String {
        self.find(&format!("q-equipment.choice-{name}")).unwrap_or_else(|| name.replace('_', " "))
    }
}
