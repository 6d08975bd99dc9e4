//! The three tests that a person may do at home, without a camera (MT-10, MT-10b, MT-50, MT-37, MT-39).
//!
//! Each is done twice. A test that a constraint tag rules out is not shown, and a test that was left out is
//! "not tested", never a low score (MT-03).

use assessment::{Assessment, Intake, Outcome, Source, TestResult, Trial, Why, left_out};
use jiff::civil::Date;
use knowledge::Pack;
use knowledge::raw::test::Test;
use model::{Side, TestId};

use super::sent::{Action, Sent};
use crate::answers::Answers;

/// The places of the three tests, with what may stand in each, best first.
const PLACES: [&[&str]; 3] = [&["MT-10b", "MT-10"], &["MT-50"], &["MT-37", "MT-39"]];

/// Whether a test is for a person of this age and health: it has a norm for the age, no tag rules it out, and it takes
/// no more effort than the person may give.
fn suits(pack: &Pack, test: &Test, intake: &Intake, assessment: &Assessment) -> bool {
    let age = intake.age_years(intake.date);
    let is_for = |from: u8, to: u8| (i64::from(from)..=i64::from(to)).contains(&age);
    let normed =
        test.norm.iter().any(|it| is_for(it.age_min, it.age_max.min(test.age_max.unwrap_or(u8::MAX))));
    test.at_home && normed && left_out(pack, test, intake, assessment).is_none()
}

/// The tests to offer to this person, in the order in which they are done (MT-04).
///
/// Where one that was left out has another to stand in for it, both are in the list, the other one behind it.
pub(crate) fn offered<'a>(pack: &'a Pack, intake: &Intake, answers: &Answers) -> Vec<&'a Test> {
    let assessment = assessment::assess(pack, intake, &[], intake.date);
    let find = |id: &&str| pack.tests.values().find(|it| it.id.as_str() == *id);
    let was_left_out = |test: &Test| answers.test(test.id.as_str()).is_some();
    let mut places: Vec<Vec<&Test>> = Vec::new();
    for place in PLACES {
        let mut suitable = place.iter().filter_map(find).filter(|it| suits(pack, it, intake, &assessment));
        let mut chosen: Vec<&Test> = Vec::new();
        while chosen.last().is_none_or(|it| was_left_out(it))
            && let Some(test) = suitable.next()
        {
            chosen.push(test);
        }
        places.push(chosen);
    }
    places.sort_by_key(|place| place.first().map_or(u32::MAX, |it| it.order));
    places.concat()
}

/// Notes in the answers that a test was left out, or that it was done after all.
pub(crate) fn record(pack: &Pack, sent: &mut Sent) {
    let Some(test) = pack.tests.values().find(|it| page(&it.id) == sent.page) else { return };
    match sent.action {
        Action::Skip => sent.answers.leave_out_test(test.id.as_str(), "skip"),
        Action::Hurt => sent.answers.leave_out_test(test.id.as_str(), "hurt"),
        Action::Next => sent.answers.take_up_test(test.id.as_str()),
        Action::Back | Action::Change(_) | Action::Open(_) | Action::Mistake(_) => {}
    }
}

/// Whether what was written down for a test cannot stand: not a result on every side, and not left out either.
pub(crate) fn is_wrong(test: &Test, answers: &Answers) -> bool {
    answers.test(test.id.as_str()).is_none()
        && sides(test).into_iter().any(|side| trials(test, side, answers).map_or(true, |it| it.is_empty()))
}

/// How often each test is done at least; twice makes it a repeated direct test (MT-02).
const ATTEMPTS_MIN: usize = 2;

/// The most attempts that any test takes.
const ATTEMPTS_MAX: usize = 9;

/// How many attempts there is room for.
pub(crate) fn attempts(test: &Test) -> usize {
    test.trials.map_or(ATTEMPTS_MIN, usize::from).clamp(ATTEMPTS_MIN, ATTEMPTS_MAX)
}

/// The sides on which a test is done.
pub(crate) fn sides(test: &Test) -> Vec<Option<Side>> {
    if test.sided { Side::ALL.iter().copied().map(Some).collect() } else { vec![None] }
}

/// The part of a field name that says which attempt it holds: `left.1`, or `both.2` for a test without sides.
pub(crate) fn attempt(side: Option<Side>, number: usize) -> String {
    format!("{}.{number}", side.map_or("both", Side::name))
}

/// Whether a part of a field name says which attempt it holds.
pub(crate) fn is_attempt(part: &str) -> bool {
    let sides = Side::ALL.iter().copied().map(Some).chain([None]);
    sides.flat_map(|side| (1..=ATTEMPTS_MAX).map(move |number| attempt(side, number))).any(|it| it == part)
}

/// Why what was written for an attempt cannot be its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TestProblem {
    /// Not a number.
    NotANumber,
    /// Below or above what the test can give.
    OutOfRange,
    /// One of the first two attempts is missing.
    Missing,
}

/// The attempts on one side, or what is wrong with them; nothing when none was written down.
pub(crate) fn trials(
    test: &Test,
    side: Option<Side>,
    answers: &Answers,
) -> Result<Vec<Trial>, Vec<(usize, TestProblem)>> {
    let written: Vec<Option<&str>> = (1..=attempts(test))
        .map(|number| answers.test(&format!("{}.{}", test.id, attempt(side, number))))
        .collect();
    if written.iter().all(Option::is_none) {
        return Ok(Vec::new());
    }
    let mut trials = Vec::new();
    let mut problems = Vec::new();
    for (number, words) in (1..).zip(written) {
        match words.map(|words| measured(test, words)) {
            Some(Ok(value)) => trials.push(Trial { value, error: None }),
            Some(Err(problem)) => problems.push((number, problem)),
            None if number <= ATTEMPTS_MIN => problems.push((number, TestProblem::Missing)),
            None => {}
        }
    }
    if problems.is_empty() { Ok(trials) } else { Err(problems) }
}

/// What was written down, in thousandths of the test's unit.
pub(crate) fn measured(test: &Test, words: &str) -> Result<i64, TestProblem> {
    let number: f64 = words.replace(',', ".").parse().map_err(|_| TestProblem::NotANumber)?;
    let max = test.max.unwrap_or(HIGHEST);
    if !(test.min.unwrap_or(0.0)..=max).contains(&number) {
        return Err(TestProblem::OutOfRange);
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked just before")]
    Ok((number * 1000.0).round() as i64)
}

/// More of anything than a home test can give, for tests that name no highest value.
pub(crate) const HIGHEST: f64 = 300.0;

/// Every result that was written down completely, and every test that was left out with its reason.
pub(crate) fn results(pack: &Pack, answers: &Answers, today: Date) -> Vec<TestResult> {
    let at_home = pack.tests.values().filter(|it| it.at_home);
    at_home
        .flat_map(|test| sides(test).into_iter().map(move |side| (test, side)))
        .filter_map(|(test, side)| {
            let outcome = outcome(test, side, answers)?;
            Some(TestResult { test: test.id.clone(), side, date: today, source: Source::Person, outcome })
        })
        .collect()
}

fn outcome(test: &Test, side: Option<Side>, answers: &Answers) -> Option<Outcome> {
    match answers.test(test.id.as_str()) {
        Some("hurt") => Some(Outcome::NotTested(Why::Pain)),
        Some("skip") => Some(Outcome::NotTested(Why::Declined)),
        _ => trials(test, side, answers).ok().filter(|it| !it.is_empty()).map(Outcome::Trials),
    }
}

/// How the name of the page of every test begins.
pub(crate) const PAGE: &str = "home-";

/// The page of a test.
pub(crate) fn page(test: &TestId) -> String {
    format!("{PAGE}{test}")
}
