//! Examination: test results, each with its source, its unit, and "not tested because" where it has none.

use jiff::civil::Date;
use knowledge::Pack;
use knowledge::expression::{TestOutcome, thousandths};
use knowledge::raw::test::{Counts, Norm, ResultKind, Test};
use model::{Sex, Side, TestId, Truth};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::Intake;
use crate::intake::{in_bounds, sex_of};

/// One result of one test on one side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestResult {
    /// The test.
    pub test: TestId,
    /// The side, for tests of one side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// When.
    pub date: Date,
    /// Who or what measured.
    pub source: Source,
    /// The trials, or why there are none.
    pub outcome: Outcome,
}

/// Who or what measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A coach.
    Coach,
    /// A clinician.
    Clinician,
    /// The person, at home.
    #[serde(rename = "self")]
    Person,
    /// A camera.
    Camera,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was done.
    Trials(Vec<Trial>),
    /// It was not tested, and why (MT-03). Never counted as a low score.
    NotTested(Why),
}

/// One trial.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// The value in the test's unit, in thousandths; for pass/fail, 0 failed and 1000 passed; for seen, 1000 seen.
    pub value: i64,
    /// The error of the measurement in the same unit, in thousandths, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<i64>,
}

/// Why a test was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It raised pain (MT-03).
    Pain,
    /// A constraint tag rules it out.
    Tag,
    /// The person did not want to.
    Declined,
    /// Something needed was not there.
    Equipment,
    /// The camera could not see it.
    NotSeen,
}

/// All results that still count on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Examination {
    results: BTreeMap<(TestId, Option<Side>), Vec<TestResult>>,
}

impl Examination {
    /// The results of an intake that still count on `as_of`; older ones are stale and left out.
    pub fn of(pack: &Pack, intake: &Intake, as_of: Date) -> Self {
        let mut examination = Self::default();
        let fresh = |it: &&TestResult| {
            it.date <= as_of
                && as_of
                    .since(it.date)
                    .is_ok_and(|age| i64::from(age.get_days()) <= pack.dosage.freshness.test_days)
        };
        for result in intake.tests.iter().filter(fresh) {
            examination.results.entry((result.test.clone(), result.side)).or_default().push(result.clone());
        }
        for results in examination.results.values_mut() {
            results.sort_by_key(|it| (it.date, it.source));
        }
        examination
    }

    /// Whether anything was measured.
    pub fn is_empty(&self) -> bool {
        !self.results.values().flatten().any(|it| matches!(it.outcome, Outcome::Trials(_)))
    }

    /// Every result, test by test.
    pub fn results(&self) -> impl Iterator<Item = &TestResult> {
        self.results.values().flatten()
    }

    /// The sides on which a test has a value, with that value in thousandths and the newest result behind it.
    pub(crate) fn values(&self, pack: &Pack, test: &TestId) -> Vec<(Option<Side>, i64, &TestResult)> {
        let Some(known) = pack.tests.get(test) else { return Vec::new() };
        let of_test = self.results.iter().filter(|((id, _), _)| id == test);
        of_test
            .filter_map(|((_, side), results)| {
                let newest = results.iter().rev().find(|it| matches!(it.outcome, Outcome::Trials(_)))?;
                Some((*side, value_of(known, newest)?, newest))
            })
            .collect()
    }

    /// Whether a value is flagged for this person: low, short, failed or seen. Unknown without a norm that fits.
    pub(crate) fn flagged(pack: &Pack, intake: &Intake, as_of: Date, test: &TestId, value: i64) -> Truth {
        let Some(test) = pack.tests.get(test) else { return Truth::Unknown };
        match test.result {
            ResultKind::PassFail => Truth::from(value == 0),
            ResultKind::Seen => Truth::from(value != 0),
            ResultKind::Derived => Truth::Unknown,
            ResultKind::Number => {
                let norms = fitting(test, sex_of(intake), intake.age_years(as_of));
                norms.iter().map(|norm| outside(norm, value)).reduce(Truth::or).unwrap_or(Truth::Unknown)
            }
        }
    }

    /// Decides a statement of the rule language about a test.
    pub(crate) fn decide(
        &self,
        pack: &Pack,
        (intake, as_of): (&Intake, Date),
        test: &TestId,
        outcome: TestOutcome,
    ) -> Truth {
        let values = self.values(pack, test);
        match outcome {
            TestOutcome::Done => Truth::from(!values.is_empty()),
            TestOutcome::Pain => Truth::from(
                self.results().any(|it| it.test == *test && it.outcome == Outcome::NotTested(Why::Pain)),
            ),
            TestOutcome::Low => {
                let flags =
                    values.iter().map(|(_, value, _)| Self::flagged(pack, intake, as_of, test, *value));
                flags.reduce(Truth::or).unwrap_or(Truth::Unknown)
            }
            TestOutcome::Asymmetric => asymmetric(pack, test, &values),
        }
    }

    /// A test in the words of the data: `MT-10 = 9 reps`.
    pub(crate) fn in_words(&self, pack: &Pack, test: &TestId) -> String {
        let unit = pack.tests.get(test).map_or("", |it| it.unit.as_str());
        let values = self.values(pack, test);
        if values.is_empty() {
            return format!("{test} not tested");
        }
        let one = |(side, value, _): &(Option<Side>, i64, &TestResult)| {
            let side = side.map_or(String::new(), |it| format!("{it} "));
            format!("{side}{} {unit}", thousandths(*value)).trim_end().to_owned()
        };
        format!("{test} = {}", values.iter().map(one).collect::<Vec<_>>().join(", "))
    }
}

/// The value that counts of a result's trials.
pub(crate) fn value_of(test: &Test, result: &TestResult) -> Option<i64> {
    let Outcome::Trials(trials) = &result.outcome else { return None };
    let mut values: Vec<i64> = trials.iter().map(|it| it.value).collect();
    values.sort_unstable();
    let count = i64::try_from(values.len()).ok().filter(|it| *it > 0)?;
    match test.counts {
        Counts::Best if test.higher_is_better == Some(false) => values.first().copied(),
        Counts::Best => values.last().copied(),
        Counts::Median => values.get((values.len() - 1) / 2).copied(),
        Counts::Mean => Some(values.iter().sum::<i64>() / count),
    }
}

/// Norms for this person; with the sex not given, those of both, so that either may flag.
fn fitting(test: &Test, sex: Option<Sex>, age_years: i64) -> Vec<&Norm> {
    let fits = |norm: &&Norm| {
        let age = i64::from(norm.age_min) <= age_years && age_years <= i64::from(norm.age_max);
        age && (norm.sex.is_none() || sex.is_none() || norm.sex == sex)
    };
    test.norm.iter().filter(fits).collect()
}

fn outside(norm: &Norm, value: i64) -> Truth {
    let limits = [
        norm.flag_below.map(|it| !in_bounds(value, Some(it), None)),
        norm.flag_above.map(|it| !in_bounds(value, None, Some(it))),
    ];
    let known: Vec<bool> = limits.into_iter().flatten().collect();
    if known.is_empty() { Truth::Unknown } else { Truth::from(known.contains(&true)) }
}

fn asymmetric(pack: &Pack, test: &TestId, values: &[(Option<Side>, i64, &TestResult)]) -> Truth {
    let flag = pack.tests.get(test).and_then(|it| it.side_difference_flag);
    let side =
        |wanted: Side| values.iter().find(|(side, ..)| *side == Some(wanted)).map(|(_, value, _)| *value);
    match (flag, side(Side::Left), side(Side::Right)) {
        (Some(flag), Some(left), Some(right)) => {
            Truth::from(!in_bounds((left - right).abs(), None, Some(flag)))
        }
        _ => Truth::Unknown,
    }
}

/// The median of a test's norm for this person, if there is one, in thousandths.
pub(crate) fn median_of(pack: &Pack, intake: &Intake, as_of: Date, test: &TestId) -> Option<i64> {
    let test = pack.tests.get(test)?;
    let norms = fitting(test, sex_of(intake), intake.age_years(as_of));
    // With several norms that fit, the higher median is the more cautious one to ask for.
    let medians = norms.iter().filter_map(|it| it.p50.or_else(|| Some(f64::midpoint(it.p25?, it.p75?))));
    #[expect(clippy::cast_possible_truncation, reason = "norms are small numbers")]
    medians.map(|it| (it * 1000.0) as i64).max()
}
