//! The checked pack: what the rest of Plumbline works with.

use model::{Answer, ExerciseId, InstrumentId, QuestionKey, ReferenceKey, RuleId, Tag, TestId, TriageLevel};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

use crate::expression::Expression;
use crate::text::Text;
use crate::{Fault, Files, check, raw};

/// Everything Plumbline knows, checked and immutable.
#[derive(Debug)]
pub struct Pack {
    /// SHA-256 of the files it was read from.
    pub hash: String,
    /// References by key.
    pub references: BTreeMap<ReferenceKey, raw::Reference>,
    /// Questions in the order of the form.
    pub questions: Vec<Question>,
    /// Whom Plumbline is for.
    pub adults: raw::Adults,
    /// Pages of the public self-check, in order.
    pub public_pages: Vec<String>,
    /// Pages that the public self-check offers behind these, for those who want to tell more.
    pub public_optional: Vec<String>,
    /// Shared sub-expressions by name.
    pub concepts: BTreeMap<QuestionKey, Expression>,
    /// Screening rules in an order in which every rule comes after those it asks about.
    pub rules: Vec<Rule>,
    /// The pre-participation policy in force (PP-08).
    pub policy: raw::rule::Policy,
    /// What each constraint tag means.
    pub tags: BTreeMap<Tag, raw::tag::TagEntry>,
    /// Tests, screens, compensations, posture.
    pub tests: BTreeMap<TestId, raw::test::Test>,
    /// From findings to training decisions.
    pub finding_rules: Vec<(raw::test::FindingRule, Expression)>,
    /// The catalogue.
    pub exercises: BTreeMap<ExerciseId, raw::exercise::Exercise>,
    /// Everything further up on the ladders of each exercise that has a harder form.
    pub(crate) above: BTreeMap<ExerciseId, BTreeSet<ExerciseId>>,
    /// Activities that are recognised and never planned.
    pub high_impact: Vec<HighImpact>,
    /// Outcome instruments.
    pub instruments: BTreeMap<InstrumentId, raw::instrument::Instrument>,
    /// Numbers of the planner.
    pub dosage: raw::dosage::Dosage,
    /// Numbers of the response to a session and of what follows from it.
    pub adaptation: raw::adaptation::Adaptation,
    /// Aims of the planner.
    pub planner: raw::planner::Planner,
    /// When a member who asks for nothing needs somebody all the same.
    pub roster: raw::roster::Roster,
    /// The order of an assessment visit.
    pub battery: raw::battery::Battery,
    /// When the measures are asked again.
    pub outcomes: raw::outcomes::Outcomes,
    /// What a studio asks every member to agree to.
    pub documents: Vec<raw::document::Document>,
    /// Programme templates by id.
    pub templates: BTreeMap<String, raw::template::Template>,
    /// Rules for people, letters and wording.
    pub guidance: Vec<raw::GuidanceRule>,
    /// Education cards.
    pub education: Vec<raw::EducationCard>,
    /// Phrases to avoid.
    pub wording: raw::Wording,
    /// Emergency and advice numbers.
    pub countries: raw::Countries,
    /// Signatures, valid and void.
    pub signatures: Vec<raw::Signature>,
    /// The words people read.
    pub text: Text,
    /// The files, for hashes of single items.
    pub files: Files,
}

/// A checked question.
#[derive(Clone, Debug)]
pub struct Question {
    /// As written.
    pub raw: raw::question::Question,
    /// The table of the intake file in which its answer stands.
    pub section: String,
    /// Asked unless this is "no".
    pub ask_when: Option<Expression>,
    /// What a missing answer does.
    pub missing: Vec<Effect>,
    /// What "not sure" does.
    pub unsure: Vec<Effect>,
    /// What "prefer not to say" does.
    pub prefer_not: Vec<Effect>,
}

/// A checked effect of silence (RF-45).
#[derive(Clone, Debug)]
pub struct Effect {
    /// Applies only when this is "yes".
    pub when: Option<Expression>,
    /// Whether it holds, and how.
    pub hold: Hold,
    /// The value rules then see.
    pub value: Option<Answer>,
    /// Tags attached.
    pub tags: Vec<Tag>,
    /// Effort cap.
    pub effort_cap: Option<u8>,
    /// Whether the safety card is shown.
    pub safety_card: bool,
    /// Whether there is no session today.
    pub no_session: bool,
}

/// Whether and how silence holds the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// It does not.
    No,
    /// Until the question is answered, with no level of its own.
    UntilAnswered,
    /// At this level.
    At(TriageLevel),
}

/// A checked screening rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// As written.
    pub raw: raw::rule::Rule,
    /// Points, each with its condition.
    pub points: Vec<(Expression, u8)>,
    /// Outcomes, each with its condition.
    pub outcomes: Vec<Outcome>,
}

/// A checked outcome of a rule.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The condition.
    pub when: Expression,
    /// The level.
    pub level: Option<TriageLevel>,
    /// The level when the condition is unknown.
    pub unknown_level: Option<TriageLevel>,
    /// As written.
    pub raw: raw::rule::Outcome,
}

/// An activity that is recognised when a person asks for it, and answered with a safer one (`high-impact.toml`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HighImpact {
    /// Its key.
    pub key: String,
    /// What people write for it, in small letters.
    pub words: Vec<String>,
    /// The rule behind it.
    pub rule: RuleId,
    /// The tags of which one must hold; without any it is answered for everybody.
    #[serde(default)]
    pub tags: BTreeSet<Tag>,
    /// The nearest safe alternatives, best first.
    pub instead: Vec<ExerciseId>,
    /// Evidence.
    pub evidence: raw::Evidence,
}

impl Pack {
    /// Reads and checks files, or lists every fault found in them.
    pub fn from_files(files: &Files) -> Result<Self, Vec<Fault>> {
        check::check(files)
    }

    /// Everything further up on the ladders of an exercise.
    pub fn above(&self, id: &ExerciseId) -> &BTreeSet<ExerciseId> {
        static NOTHING: BTreeSet<ExerciseId> = BTreeSet::new();
        self.above.get(id).unwrap_or(&NOTHING)
    }

    /// The question with this key.
    pub fn question(&self, key: &QuestionKey) -> Option<&Question> {
        self.questions.iter().find(|it| it.raw.key == *key)
    }

    /// The screening rule with this id.
    pub fn rule(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|it| it.raw.id == *id)
    }

    /// Whether a rule holds under the policy in force (PP-08).
    pub fn is_in_force(&self, rule: &Rule) -> bool {
        rule.raw.policies.is_empty() || rule.raw.policies.contains(&self.policy)
    }

    /// The numbers to call in `country`, or in the default country when it is not known.
    pub fn country(&self, code: Option<&str>) -> Option<&raw::Country> {
        let find = |code: &str| self.countries.country.iter().find(|it| it.code == code);
        code.and_then(find).or_else(|| find(&self.countries.default))
    }

    /// Every item that carries a review status: id, status, note.
    pub fn items(&self) -> Vec<(String, model::ReviewStatus, String)> {
        let mut items: Vec<(String, &raw::Evidence)> = Vec::new();
        items.extend(self.rules.iter().map(|it| (it.raw.id.to_string(), &it.raw.evidence)));
        items.extend(self.questions.iter().map(|it| (it.raw.key.to_string(), &it.raw.evidence)));
        items.extend(self.tags.values().map(|it| (it.id.to_string(), &it.evidence)));
        items.extend(self.tests.values().map(|it| (it.id.to_string(), &it.evidence)));
        items.extend(self.finding_rules.iter().map(|(it, _)| (it.id.to_string(), &it.evidence)));
        items.extend(self.exercises.values().map(|it| (it.id.to_string(), &it.evidence)));
        items.extend(self.high_impact.iter().map(|it| (it.key.clone(), &it.evidence)));
        items.extend(self.instruments.values().map(|it| (it.id.to_string(), &it.evidence)));
        items.extend(self.templates.values().map(|it| (it.id.clone(), &it.evidence)));
        items.extend(self.guidance.iter().map(|it| (it.id.to_string(), &it.evidence)));
        items.extend(self.education.iter().map(|it| (it.id.to_string(), &it.evidence)));
        items.into_iter().map(|(id, evidence)| (id, evidence.status, evidence.note.clone())).collect()
    }
}
