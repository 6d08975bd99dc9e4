//! Findings: what to train first, with confidence and the results each rests on (MT-02, 4.7).

use jiff::civil::Date;
use knowledge::Pack;
use knowledge::expression::{Fact, Verdict};
use knowledge::raw::test::{FindingKind, FindingRule, Shows, Test, Weight};
use model::{Confidence, ExerciseId, Muscle, Pattern, RuleId, Side, TestId, Truth};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

use crate::examination::{Outcome, TestResult};
use crate::screening::{Known, observed, prepared};
use crate::{Disposition, Examination, Intake, Measures};

/// A weak or tight muscle, or a movement pattern to train.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What is found.
    pub subject: FindingSubject,
    /// On which side, when one side alone shows it.
    pub side: Option<Side>,
    /// How sure.
    pub confidence: Confidence,
    /// The sum of weights behind it, in hundredths (MT-02).
    pub weight: u32,
    /// The results it rests on.
    pub evidence: Vec<Evidence>,
}

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingSubject {
    /// A muscle to strengthen.
    Weak(Muscle),
    /// A muscle to lengthen.
    Tight(Muscle),
    /// A movement pattern to train.
    Pattern(Pattern),
}

/// One result behind a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Evidence {
    /// The test.
    pub test: TestId,
    /// The side tested.
    pub side: Option<Side>,
    /// What it weighs, in hundredths.
    pub weight: u32,
    /// Whether it was a direct test done twice or more with the same outcome.
    pub repeated: bool,
    /// In words of the data: `9 reps, flagged below 12`.
    pub observed: String,
}

/// A training decision (MP-01..16) that fired: what to choose from, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Priority {
    /// `MP-01`.
    pub rule: RuleId,
    /// The emphasis.
    pub patterns: Vec<Pattern>,
    /// Exercises to choose from, best first.
    pub select: Vec<ExerciseId>,
    /// Exercises to keep out while it stands.
    pub avoid: Vec<ExerciseId>,
    /// Share of the weekly minutes for the aerobic stream, per cent.
    pub aerobic_share_percent: Option<u8>,
    /// How sure: by what its own tests weigh (MT-02); low where it rests on answers alone.
    pub confidence: Confidence,
    /// What made it fire, in the words of the data.
    pub observed: Vec<String>,
    /// The tests it rests on; none when it rests on answers alone.
    pub tests: BTreeSet<TestId>,
}

/// Everything that findings are worked out from.
pub(crate) struct Grounds<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) intake: &'a Intake,
    pub(crate) as_of: Date,
    pub(crate) measures: &'a Measures,
    pub(crate) examination: &'a Examination,
    pub(crate) disposition: &'a Disposition,
}

impl Grounds<'_> {
    /// Weak and tight muscles and patterns to train, the surest first.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let mut grounds: BTreeMap<FindingSubject, Vec<Evidence>> = BTreeMap::new();
        for test in self.pack.tests.values() {
            for evidence in self.evidence(test) {
                for subject in test.shows.iter().filter_map(subject_of) {
                    grounds.entry(subject).or_default().push(evidence.clone());
                }
            }
        }
        let mut findings: Vec<Finding> =
            grounds.into_iter().filter_map(|(subject, evidence)| self.finding(subject, evidence)).collect();
        findings.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.subject.cmp(&b.subject)));
        findings
    }

    /// What a test says against a norm, side by side.
    fn evidence(&self, test: &Test) -> Vec<Evidence> {
        let weights = &self.pack.dosage.findings;
        let weight = match test.weight {
            Weight::Direct => weights.direct,
            Weight::Movement => weights.movement,
            Weight::Posture => weights.posture,
            Weight::SelfReport => weights.self_report,
            Weight::None => return Vec::new(),
        };
        let values = self.examination.values(self.pack, &test.id);
        let low = |value: i64| {
            Examination::flagged(self.pack, self.intake, self.as_of, &test.id, value) == Truth::Yes
        };
        values
            .into_iter()
            .filter(|(_, value, _)| low(*value))
            .map(|(side, _, result)| Evidence {
                test: test.id.clone(),
                side,
                weight,
                repeated: test.weight == Weight::Direct && self.repeated(test, result),
                observed: self.examination.in_words(self.pack, &test.id),
            })
            .collect()
    }

    /// Whether at least two trials of a result were each flagged: a direct test repeated with the same outcome.
    fn repeated(&self, test: &Test, result: &TestResult) -> bool {
        let Outcome::Trials(trials) = &result.outcome else { return false };
        let flagged = |value: i64| {
            Examination::flagged(self.pack, self.intake, self.as_of, &test.id, value) == Truth::Yes
        };
        trials.len() >= 2 && trials.iter().all(|it| flagged(it.value))
    }

    /// MT-02: a muscle is named from two independent sources or a repeated direct test; a pattern from one failed test.
    fn finding(&self, subject: FindingSubject, evidence: Vec<Evidence>) -> Option<Finding> {
        let rule = &self.pack.dosage.findings;
        let repeated = evidence.iter().any(|it| it.repeated);
        let weight = weight_of(&evidence);
        let sources = evidence.iter().map(|it| &it.test).collect::<BTreeSet<_>>().len();
        let named = match subject {
            FindingSubject::Pattern(_) => true,
            FindingSubject::Weak(_) | FindingSubject::Tight(_) => {
                repeated || (weight >= rule.named_from && sources >= rule.sources_min)
            }
        };
        if !named {
            return None;
        }
        let sides: BTreeSet<Option<Side>> = evidence.iter().map(|it| it.side).collect();
        let side = if sides.len() == 1 { sides.into_iter().next().flatten() } else { None };
        Some(Finding { subject, side, confidence: self.confidence(weight, repeated), weight, evidence })
    }

    fn confidence(&self, weight: u32, repeated: bool) -> Confidence {
        let rule = &self.pack.dosage.findings;
        if weight >= rule.high_from {
            Confidence::High
        } else if weight >= rule.medium_from && repeated || weight > rule.medium_from {
            Confidence::Medium
        } else {
            Confidence::Low
        }
    }

    /// Training decisions that fire, the surest first; the one for "nothing flagged" only when no other does.
    pub(crate) fn priorities(&self) -> Vec<Priority> {
        let mut known = prepared(self.pack, self.intake, self.as_of);
        known.measures = Some(self.measures);
        known.examination = Some(self.examination);
        known.tags = self.disposition.tags.keys().copied().collect();
        let mut fired: Vec<Priority> = Vec::new();
        for (rule, when) in self.pack.finding_rules.iter().filter(|(rule, _)| !rule.otherwise) {
            let verdict = when.evaluate(&known);
            if verdict.truth == Truth::Yes {
                fired.push(self.priority(&known, rule, &verdict));
            }
        }
        fired.sort_by(|a, b| b.confidence.cmp(&a.confidence).then_with(|| a.rule.cmp(&b.rule)));
        if fired.is_empty() {
            let general = self.pack.finding_rules.iter().filter(|(rule, _)| rule.otherwise);
            let nothing = Verdict { truth: Truth::Yes, because: BTreeSet::new() };
            fired.extend(general.map(|(rule, _)| self.priority(&known, rule, &nothing)));
        }
        fired
    }

    fn priority(&self, known: &Known<'_>, rule: &FindingRule, verdict: &Verdict) -> Priority {
        let tests: BTreeSet<TestId> = verdict
            .because
            .iter()
            .filter_map(|fact| if let Fact::Test(test, _) = fact { Some(test.clone()) } else { None })
            .collect();
        let own = tests.iter().filter_map(|id| self.pack.tests.get(id));
        let behind: Vec<Evidence> = own.flat_map(|it| self.evidence(it)).collect();
        Priority {
            rule: rule.id.clone(),
            patterns: rule.patterns.clone(),
            select: rule.select.clone(),
            avoid: rule.avoid.clone(),
            aerobic_share_percent: rule.aerobic_share_percent,
            confidence: self.confidence(weight_of(&behind), behind.iter().any(|it| it.repeated)),
            observed: verdict.because.iter().map(|fact| observed(known, fact)).collect(),
            tests,
        }
    }
}

/// The sum of what the tests weigh; both sides of one test count once.
fn weight_of(evidence: &[Evidence]) -> u32 {
    let by_test: BTreeMap<&TestId, u32> = evidence.iter().map(|it| (&it.test, it.weight)).collect();
    by_test.values().sum()
}

fn subject_of(shows: &Shows) -> Option<FindingSubject> {
    match shows.kind {
        FindingKind::Weak => shows.muscle.map(FindingSubject::Weak),
        FindingKind::Tight => shows.muscle.map(FindingSubject::Tight),
        FindingKind::Pattern => shows.pattern.map(FindingSubject::Pattern),
    }
}
