//! What changes from one plan to the next, in words.

use prescription::{Action, BlockDecision, Decision, Difference, Halt, HighStart, Needs, NextBlock, Refusal};

use super::Words;

impl Words<'_> {
    /// One decision as a sentence, without its rule.
    pub fn decision(&self, decision: &Decision) -> String {
        let name = decision.exercise.as_ref().map_or(String::new(), |it| self.exercise(it));
        let of = |id: &str| self.with(id, &[("exercise", &name)]);
        match &decision.action {
            Action::Stop => of("decision-stop"),
            Action::Regress { to: None } => of("decision-regress"),
            Action::Regress { to: Some(to) } => {
                self.with("decision-regress-to", &[("exercise", &name), ("to", &self.exercise(to))])
            }
            Action::Swap { to } => {
                self.with("decision-swap", &[("exercise", &name), ("to", &self.exercise(to))])
            }
            Action::Hold => of("decision-hold"),
            Action::Progress => of("decision-progress"),
            Action::Dose => of("decision-dose"),
            Action::Pin => of("decision-pin"),
            Action::Ease { percent } => self.with("decision-ease", &[("percent", &percent.to_string())]),
            Action::Deload => self.say("decision-deload"),
            Action::Week { follows } => self.with("decision-week", &[("follows", &follows.to_string())]),
            Action::NothingNew => self.say("decision-nothing-new"),
            Action::MinutesHeld => self.say("decision-minutes-held"),
            Action::Flare { day } => self.with("decision-flare", &[("day", &day.to_string())]),
            Action::Direction { by, until } => {
                self.with("decision-direction", &[("by", &self.exercise(by)), ("until", &until.to_string())])
            }
            Action::Stage => self.say("decision-stage"),
        }
    }

    /// One difference between two plans.
    pub fn difference(&self, difference: &Difference) -> String {
        match difference {
            Difference::In { exercise } => {
                self.with("difference-in", &[("exercise", &self.exercise(exercise))])
            }
            Difference::Out { exercise } => {
                self.with("difference-out", &[("exercise", &self.exercise(exercise))])
            }
            Difference::Dose { exercise, was, is } => self.with(
                "difference-dose",
                &[("exercise", &self.exercise(exercise)), ("was", &self.dose(was)), ("is", &self.dose(is))],
            ),
            Difference::Seconds { was, is } => {
                let minutes = |it: &u32| it.div_ceil(60).to_string();
                self.with("difference-seconds", &[("was", &minutes(was)), ("is", &minutes(is))])
            }
            Difference::End { was, is } => {
                self.with("difference-end", &[("was", &was.to_string()), ("is", &is.to_string())])
            }
        }
    }

    /// What a halt asks for, and why.
    pub fn halt(&self, halt: &Halt) -> [String; 2] {
        let asks = match halt.needs {
            Needs::FullScreen => "halt-full-screen",
            Needs::Clinician => "halt-clinician",
        };
        let observed = halt.observed.join(", ");
        [self.say(asks), self.with("halt-why", &[("observed", &observed), ("rule", &halt.rule)])]
    }

    /// What pain at the start changes about the session.
    pub fn start(&self, it: &HighStart) -> Vec<String> {
        let ease = self.with("start-ease", &[("percent", &it.percent.to_string())]);
        let flare = it.offer_flare.then(|| self.say("start-flare"));
        std::iter::once(ease).chain(flare).collect()
    }

    /// What is proposed after the last week, and what it rests on.
    pub fn block(&self, decision: &BlockDecision) -> [String; 2] {
        let next = match decision.next {
            NextBlock::GoOnOrMaintain => "block-go-on",
            NextBlock::Maintain => "block-maintain",
            NextBlock::TryFirst => "block-try-first",
            NextBlock::ChangeEmphasis => "block-change",
            NextBlock::SeeClinician => "block-see-clinician",
        };
        let observed = decision.observed.join(", ");
        [self.say(next), self.with("halt-why", &[("observed", &observed), ("rule", &decision.rule)])]
    }

    /// Why a coach's order is refused: one sentence a filter.
    pub fn refusal(&self, refusal: &Refusal) -> Vec<String> {
        match refusal {
            Refusal::Unknown(id) => vec![self.with("refusal-unknown", &[("exercise", id.as_str())])],
            Refusal::Filtered { exercise, because } => {
                let name = self.exercise(exercise);
                let of = |it| {
                    let reason = self.reason(exercise, it);
                    self.with("refusal-filtered", &[("exercise", &name), ("reason", &reason)])
                };
                because.iter().map(of).collect()
            }
            Refusal::OtherKind { exercise, place_of } => {
                let names = [("exercise", self.exercise(exercise)), ("place", self.exercise(place_of))];
                let names = names.each_ref().map(|(key, name)| (*key, name.as_str()));
                vec![self.with("refusal-other-kind", &names)]
            }
            Refusal::TooMuch { sets_max, reps_max: None } => {
                vec![self.with("refusal-too-much", &[("sets", &sets_max.to_string())])]
            }
            Refusal::TooMuch { sets_max, reps_max: Some(reps) } => {
                let numbers = [("sets", sets_max.to_string()), ("reps", reps.to_string())];
                let numbers: Vec<(&str, &str)> =
                    numbers.iter().map(|(key, it)| (*key, it.as_str())).collect();
                vec![self.with("refusal-too-much-reps", &numbers)]
            }
        }
    }
}
