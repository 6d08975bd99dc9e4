//! The profile: level, stage, irritability and what the person likes and has, each with its reason.
//!
//! An input that is missing counts as the more cautious one.

use jiff::civil::Date;
use knowledge::{HighImpact, Pack};
use model::{Answer, Equipment, TrainingLevel, Truth};
use serde::Serialize;
use std::collections::BTreeSet;

use crate::examination::median_of;
use crate::screening::active_minutes;
use crate::{Disposition, Examination, Intake, Measures};

/// What the planner needs to know of a person besides tags and findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// Age in whole years.
    pub age_years: i64,
    /// Dose level (EX-07).
    pub level: TrainingLevel,
    /// Why this level.
    pub level_because: Vec<Reason>,
    /// Stage (AD-10..12).
    pub stage: Stage,
    /// Why this stage.
    pub stage_because: Vec<Reason>,
    /// Irritability (AD-30..32).
    pub irritability: Irritability,
    /// Why this irritability.
    pub irritability_because: Vec<Reason>,
    /// Support stratum (AD-01..03 proxy, unvalidated).
    pub risk: Risk,
    /// Equipment at hand, including what everybody has.
    pub equipment: BTreeSet<Equipment>,
    /// Words of the question `likes`.
    pub likes: BTreeSet<String>,
    /// Words of the question `dislikes`.
    pub dislikes: BTreeSet<String>,
    /// Days of the week, counted from Monday as 1, on which there is no session (DP-53).
    pub blocked_days: BTreeSet<u8>,
    /// Minutes a day that the person has, if they said.
    pub minutes_a_day: Option<u32>,
    /// Directions that the person says hurt (DP-46).
    pub aggravating: BTreeSet<String>,
    /// Keys of the high-impact activities the person asked for (running, jumping, …).
    pub asked_for: BTreeSet<String>,
    /// Keys of what the person's own activities ask for (`transfer` of `planner.toml`).
    pub transfers: BTreeSet<String>,
    /// Minutes of comfortable walking, if known (DP-21).
    pub walking_tolerance_minutes: Option<u32>,
    /// Whether anything was measured, or the plan rests on answers alone.
    pub examined: bool,
}

/// A rule and the observation that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reason {
    /// The rule.
    pub rule: String,
    /// What was observed, in the words of the data: `pain_7d_average = 5`, `MT-10 not tested`.
    pub observed: String,
}

/// The stage (AD-10..12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// AD-10.
    SymptomModulation,
    /// AD-11.
    MovementControl,
    /// AD-12.
    FunctionalOptimisation,
}

/// How easily symptoms are stirred up (AD-30..32).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Irritability {
    /// AD-32.
    Low,
    /// AD-31.
    Moderate,
    /// AD-30.
    High,
}

/// The support stratum of 7.1, by an unvalidated proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Risk {
    /// AD-01.
    Low,
    /// AD-02.
    Medium,
    /// AD-03.
    High,
}

impl Profile {
    /// Works out the profile from an intake, its scores and its results.
    pub(crate) fn of(
        pack: &Pack,
        intake: &Intake,
        as_of: Date,
        measures: &Measures,
        examination: &Examination,
    ) -> Self {
        let known = Inputs { pack, intake, as_of, measures, examination };
        let (irritability, irritability_because) = known.irritability();
        let (level, level_because) = known.level(irritability);
        let (stage, stage_because) = known.stage();
        let words = |key: &str| intake.choices(key).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        let at_hand = intake.choices("equipment").into_iter().filter_map(|it| it.parse().ok());
        let minutes = |key: &str| intake.whole(key).and_then(|it| u32::try_from(it).ok());
        Self {
            age_years: intake.age_years(as_of),
            level,
            level_because,
            stage,
            stage_because,
            irritability,
            irritability_because,
            risk: known.risk(),
            equipment: at_hand.chain(pack.planner.always_at_hand.iter().copied()).collect(),
            likes: words("likes"),
            dislikes: words("dislikes"),
            blocked_days: intake.choices("blocked_days").into_iter().filter_map(day_number).collect(),
            minutes_a_day: minutes("minutes_a_day"),
            aggravating: words("aggravating"),
            asked_for: asked_for(pack, intake),
            transfers: transfers(pack, intake),
            walking_tolerance_minutes: minutes("walking_tolerance_minutes"),
            examined: !examination.is_empty(),
        }
    }

    /// The profile without the activities that are answered for others alone, by the tags of a disposition.
    pub(crate) fn answered(mut self, pack: &Pack, disposition: &Disposition) -> Self {
        let others = |it: &&HighImpact| {
            !it.tags.is_empty() && !it.tags.iter().any(|tag| disposition.tags.contains_key(tag))
        };
        for activity in pack.high_impact.iter().filter(others) {
            self.asked_for.remove(&activity.key);
        }
        self
    }
}

/// The day of the week, counted from Monday as 1.
fn day_number(word: &str) -> Option<u8> {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    days.iter().position(|it| *it == word).and_then(|it| u8::try_from(it + 1).ok())
}

/// High-impact activities named in the person's own words.
fn asked_for(pack: &Pack, intake: &Intake) -> BTreeSet<String> {
    let spoken = Spoken::of(intake, &["wishes", "goals", "psfs_activities"]);
    pack.high_impact.iter().filter(|it| spoken.names(&it.words)).map(|it| it.key.clone()).collect()
}

/// What the person's own activities ask for (section 6.7).
fn transfers(pack: &Pack, intake: &Intake) -> BTreeSet<String> {
    let spoken = Spoken::of(intake, &["psfs_activities", "goals"]);
    pack.planner.transfer.iter().filter(|it| spoken.names(&it.words)).map(|it| it.key.clone()).collect()
}

/// A person's own words, each between spaces.
struct Spoken(String);

impl Spoken {
    fn of(intake: &Intake, keys: &[&str]) -> Self {
        let told: Vec<&str> = keys.iter().filter_map(|key| intake.words(key)).collect();
        let words = told.join(" ").to_lowercase();
        let spaced: String = words.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        Self(format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    /// Whether one of these is among them.
    fn names(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.0.contains(&format!(" {} ", word.replace('-', " "))))
    }
}

struct Inputs<'a> {
    pack: &'a Pack,
    intake: &'a Intake,
    as_of: Date,
    measures: &'a Measures,
    examination: &'a Examination,
}

fn reason(rule: &str, observed: impl Into<String>) -> Reason {
    Reason { rule: rule.to_owned(), observed: observed.into() }
}

/// A number in the words of the data.
fn shown(name: &str, value: Option<i64>) -> String {
    value.map_or_else(|| format!("{name} not known"), |it| format!("{name} = {it}"))
}

impl Inputs<'_> {
    fn rmdq(&self) -> Option<i64> {
        self.measures.whole("OM-01")
    }

    /// The worst 7-day pain that is known; "now" stands in only when it is higher or alone.
    fn pain(&self) -> Option<i64> {
        let average = self.intake.whole("pain_7d_average");
        let now = self.intake.whole("pain_now");
        average.max(now)
    }

    /// Whether the chair stand is below its norm, and at or above the median, each unknown without a fresh result.
    fn chair_stand(&self) -> (Truth, Truth, String) {
        let rule = &self.pack.dosage.level;
        let thirty = self.intake.age_years(self.as_of) >= rule.thirty_second_test_from_age;
        let test = if thirty { &rule.chair_stand_senior } else { &rule.chair_stand };
        let words = self.examination.in_words(self.pack, test);
        let Some((_, value, _)) = self.examination.values(self.pack, test).into_iter().next() else {
            return (Truth::Unknown, Truth::Unknown, words);
        };
        let low = Examination::flagged(self.pack, self.intake, self.as_of, test, value);
        let median = median_of(self.pack, self.intake, self.as_of, test);
        (low, median.map_or(Truth::Unknown, |median| Truth::from(value >= median)), words)
    }

    /// EX-07: each way to L1 is taken when it holds or is not known; L3 only when all of its conditions are known.
    fn level(&self, irritability: Irritability) -> (TrainingLevel, Vec<Reason>) {
        let rule = &self.pack.dosage.level;
        let id = rule.id.as_str();
        let (age, active, rmdq) =
            (self.intake.age_years(self.as_of), active_minutes(self.intake), self.rmdq());
        let (low, median, chair) = self.chair_stand();
        let ways_down = [
            (
                active.is_none_or(|it| it < rule.l1_active_minutes_below),
                shown("active minutes a week", active),
            ),
            (low != Truth::No, chair.clone()),
            (rmdq.is_none_or(|it| it >= rule.l1_rmdq_from), shown("RMDQ", rmdq)),
            (age >= rule.l1_age_from, shown("age", Some(age))),
            (irritability == Irritability::High, "irritability high".to_owned()),
        ];
        let down: Vec<Reason> = ways_down
            .into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, observed)| reason(id, observed))
            .collect();
        if !down.is_empty() {
            return (TrainingLevel::L1, down);
        }
        let ways_up = [
            (
                active.is_some_and(|it| it >= rule.l3_active_minutes_from),
                shown("active minutes a week", active),
            ),
            (median == Truth::Yes, chair),
            (rmdq.is_some_and(|it| it <= rule.l3_rmdq_to), shown("RMDQ", rmdq)),
            (irritability == Irritability::Low, format!("irritability {irritability:?}").to_lowercase()),
        ];
        let missing: Vec<Reason> = ways_up
            .iter()
            .filter(|(holds, _)| !*holds)
            .map(|(_, observed)| reason(id, observed.clone()))
            .collect();
        if missing.is_empty() {
            let all = ways_up.into_iter().map(|(_, observed)| reason(id, observed)).collect();
            return (TrainingLevel::L3, all);
        }
        (TrainingLevel::L2, missing)
    }

    /// AD-30..32: the highest level that any known part reaches; what is not known counts as moderate.
    fn irritability(&self) -> (Irritability, Vec<Reason>) {
        let rule = &self.pack.dosage.irritability;
        let by_pain = self.pain().map(|pain| match pain {
            pain if pain >= rule.high_pain_from => Irritability::High,
            pain if pain >= rule.moderate_pain_from => Irritability::Moderate,
            _ => Irritability::Low,
        });
        let by_choice = |key: &str, low: &str, high: &str| {
            self.intake.choice(key).map(|choice| match choice {
                choice if choice == high => Irritability::High,
                choice if choice == low => Irritability::Low,
                _ => Irritability::Moderate,
            })
        };
        let rest = match self.intake.answer("rest_night_pain") {
            Some(Answer::YesNo(true)) => Some(Irritability::High),
            Some(Answer::YesNo(false)) => Some(Irritability::Low),
            _ => None,
        };
        let parts = [
            ("pain", by_pain),
            ("pain_settles", by_choice("pain_settles", "under_30_min", "over_2_h")),
            ("pain_provoked_by", by_choice("pain_provoked_by", "heavy_or_prolonged", "small_task")),
            ("rest_night_pain", rest),
        ];
        let level = parts
            .iter()
            .map(|(_, it)| it.unwrap_or(Irritability::Moderate))
            .max()
            .unwrap_or(Irritability::Moderate);
        let id = match level {
            Irritability::High => "AD-30",
            Irritability::Moderate => "AD-31",
            Irritability::Low => "AD-32",
        };
        let because =
            parts.iter().filter(|(_, it)| it.unwrap_or(Irritability::Moderate) == level).map(|(name, it)| {
                reason(id, if it.is_some() { (*name).to_owned() } else { format!("{name} not known") })
            });
        (level, because.collect())
    }

    /// AD-10..12.
    fn stage(&self) -> (Stage, Vec<Reason>) {
        let rule = &self.pack.dosage.stage;
        let (pain, rmdq) = (self.pain(), self.rmdq());
        let volatile = matches!(self.intake.answer("pain_volatile"), Some(Answer::YesNo(true)));
        let seen = vec![shown("7-day pain", pain), shown("RMDQ", rmdq)];
        let because = |id: &str, seen: Vec<String>| seen.into_iter().map(|it| reason(id, it)).collect();
        let modulation = volatile
            || pain.is_none_or(|it| it >= rule.modulation_pain_from)
            || rmdq.is_some_and(|it| it >= rule.modulation_rmdq_from);
        if modulation {
            return (Stage::SymptomModulation, because("AD-10", seen));
        }
        let optimisation = pain.is_some_and(|it| it <= rule.optimisation_pain_to)
            && rmdq.is_some_and(|it| it <= rule.optimisation_rmdq_to);
        if optimisation {
            return (Stage::FunctionalOptimisation, because("AD-12", seen));
        }
        (Stage::MovementControl, because("AD-11", seen))
    }

    /// The proxy of 7.1, labelled unvalidated wherever it is shown.
    fn risk(&self) -> Risk {
        let rule = &self.pack.dosage.risk;
        let high = self.measures.whole("OM-10").is_some_and(|it| it >= rule.high_phq4_from)
            || self.intake.whole("fear_of_movement").is_some_and(|it| it >= rule.high_fear_from);
        if high {
            Risk::High
        } else if self.rmdq().is_none_or(|it| it >= rule.medium_rmdq_from) {
            Risk::Medium
        } else {
            Risk::Low
        }
    }
}
