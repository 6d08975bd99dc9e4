//! Screens everybody and counts who is held, at which level and by what.

use assessment::{Assessment, Cause, Intake, assess};
use knowledge::Pack;
use model::{Answer, Given, QuestionKey, TriageLevel};
use std::collections::{BTreeMap, BTreeSet};

use super::draw::Population;

/// The same people under another assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variation {
    /// As stated.
    Stated,
    /// Nobody answers "not sure" or "prefer not to say".
    AllSure,
    /// Nobody has a disease or a symptom of the ACSM questions.
    NoAcsm,
}

impl Variation {
    /// Every variation, the stated one first.
    pub(super) const ALL: [Self; 3] = [Self::Stated, Self::AllSure, Self::NoAcsm];

    /// In words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Stated => "as stated",
            Self::AllSure => "nobody answers \"not sure\" or \"prefer not to say\"",
            Self::NoAcsm => "nobody has a disease or symptom of the ACSM questions",
        }
    }

    fn change(self, intake: &mut Intake) {
        if self != Self::NoAcsm {
            return;
        }
        for (key, given) in &mut intake.answers {
            if ["disease", "symptoms"].contains(&key.as_str()) {
                *given = Given::Answered(Answer::Multi(BTreeSet::new()));
            }
        }
    }
}

/// What came of screening everybody.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// People.
    pub(super) people: u64,
    /// People by the level that was reached.
    pub(super) levels: BTreeMap<TriageLevel, u64>,
    /// People held, by what holds them: with others or alone, and alone.
    pub(super) holding: BTreeMap<String, (u64, u64)>,
    /// People held by answers of "not sure" or "prefer not to say" and by nothing else.
    pub(super) held_by_silence_alone: u64,
    /// People whom the ACSM branch sends for clearance: before any exercise, and only before vigorous.
    pub(super) acsm: (u64, u64),
    /// People with at least one answer that counts as a red flag.
    pub(super) with_red_flag: u64,
    /// People with a serious cause, and how many of them are held.
    pub(super) serious: BTreeMap<String, (u64, u64)>,
}

impl Counts {
    /// People who are held.
    pub(super) fn held(&self) -> u64 {
        self.levels.iter().filter(|(level, _)| !level.permits_programme()).map(|(_, count)| count).sum()
    }
}

/// Draws and screens everybody.
pub(super) fn count(pack: &Pack, population: &Population<'_>, variation: Variation) -> Counts {
    let mut counts = Counts::default();
    for number in 0..population.mix.people {
        let mut person = population.person(number, variation == Variation::AllSure);
        variation.change(&mut person.intake);
        let assessment = assess(pack, &person.intake, &[], population.mix.as_of);
        counts.add(&assessment);
        counts.with_red_flag +=
            u64::from(population.mix.red_flags.iter().any(|key| positive(&person.intake, key)));
        if let Some(name) = person.serious {
            let (all, held) = counts.serious.entry(name.to_owned()).or_default();
            *all += 1;
            *held += u64::from(assessment.clearance.is_err());
        }
    }
    counts
}

impl Counts {
    fn add(&mut self, assessment: &Assessment) {
        let disposition = &assessment.disposition;
        self.people += 1;
        let level = assessment.clearance.as_ref().err().map_or(disposition.level, |held| held.level);
        *self.levels.entry(level).or_default() += 1;
        let holds = |level: Option<TriageLevel>| level.is_some_and(|it| !it.permits_programme());
        let fired: Vec<&assessment::Fired> = disposition.fired.iter().filter(|it| holds(it.level)).collect();
        let open = disposition.unanswered.iter().map(|key| format!("RF-45 {key}, left out"));
        let causes: BTreeSet<String> = fired.iter().map(|it| cause(&it.cause)).chain(open).collect();
        for cause in &causes {
            let (all, alone) = self.holding.entry(cause.clone()).or_default();
            *all += 1;
            *alone += u64::from(causes.len() == 1);
        }
        self.held_by_silence_alone +=
            u64::from(!causes.is_empty() && fired.iter().all(|it| !matches!(it.cause, Cause::Rule(_))));
        let by = |rules: &[&str]| fired.iter().any(|it| rules.contains(&it.cause.id()));
        let any_exercise = by(&["PP-02", "PP-03", "PP-06"]);
        self.acsm.0 += u64::from(any_exercise);
        self.acsm.1 += u64::from(!any_exercise && by(&["PP-05"]));
    }
}

/// What holds, in few words.
fn cause(cause: &Cause) -> String {
    match cause {
        Cause::Rule(rule) => rule.to_string(),
        Cause::Missing(key) => format!("RF-45 {key}, left out"),
        Cause::Unsure(key) => format!("RF-45 {key}, not sure"),
        Cause::PreferNot(key) => format!("RF-45 {key}, prefer not to say"),
    }
}

/// Whether an answer says that there is something.
fn positive(intake: &Intake, key: &QuestionKey) -> bool {
    match intake.answers.get(key) {
        Some(Given::Answered(Answer::YesNo(yes))) => *yes,
        Some(Given::Answered(Answer::Choice(choice))) => {
            !["no", "none", "old_stable", "repaired"].contains(&choice.as_str())
        }
        Some(Given::Answered(Answer::Multi(choices))) => !choices.is_empty(),
        Some(
            Given::Answered(Answer::Number(_) | Answer::Words(_) | Answer::Numbers(_))
            | Given::Unsure
            | Given::PreferNot,
        )
        | None => false,
    }
}
