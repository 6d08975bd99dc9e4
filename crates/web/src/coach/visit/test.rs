//! `GET` and `POST …/visit/tests/TEST`: one test: how it is done, a timer or a counter, and what came of it.

use askama::Template;
use assessment::{Outcome, Source, TestResult, Trial, Why, left_out};
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use knowledge::raw::test::{ResultKind, Test};
use model::{Side, TestId};

use super::{Visit, here, keep_tests, said};
use crate::check::fields::Field;
use crate::check::home::{TestProblem, attempt, attempts, measured, sides};
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields, part};
use crate::member::asked::one_of;
use crate::pages::home::{Timer, Try, said as said_problem, sentences, timer};
use crate::pages::{Page, PageError};

/// What a coach presses when a test was not done, and what it means.
const NOT_DONE: [(&str, Why); 3] =
    [("pain", Why::Pain), ("declined", Why::Declined), ("equipment", Why::Equipment)];

/// One test.
#[derive(Template)]
#[template(path = "coach/visit/test.html")]
pub(crate) struct TestPage {
    frame: Frame,
    here: String,
    person: String,
    test: String,
    name: String,
    /// What to do, one sentence a line.
    how: Vec<String>,
    safety: Option<String>,
    unit: String,
    timer: Option<Timer>,
    /// Whether there is something to count.
    counts: bool,
    /// What it was the last time, a side a line.
    before: Vec<String>,
    /// Attempts to write down, of a test that gives a number.
    tries: Vec<Try>,
    /// "As described" or "not yet" on each side, of a test that gives none.
    judged: Vec<Field>,
    /// Why it may not be done, each with its button.
    why: Vec<(&'static str, String)>,
    entry: String,
}

impl TestPage {
    fn of(
        words: Words,
        about: (String, String, String),
        visit: &Visit,
        test: &Test,
        given: Option<&Fields>,
    ) -> Self {
        let (here, person, entry) = about;
        let id = test.id.as_str();
        let is_number = test.result == ResultKind::Number;
        Self {
            frame: Frame::new(words, [id, "MT-03", "MT-04", "MT-05"]),
            here,
            person,
            test: id.to_owned(),
            name: words.say(id),
            how: sentences(&words.say(&format!("{id}.how"))),
            safety: words.find(&format!("{id}.safety")),
            unit: if is_number { words.say(&format!("unit-{}", test.unit)) } else { String::new() },
            timer: timer(test),
            counts: is_number && test.unit == "reps",
            before: before(words, visit, test),
            tries: if is_number { tries(words, visit, test, given) } else { Vec::new() },
            judged: if is_number { Vec::new() } else { judged(words, visit, test, given) },
            why: NOT_DONE.map(|(value, why)| (value, words.say(said::not_tested(why)))).into(),
            entry,
        }
    }

    fn wrong(&self) -> Vec<(String, &str, &str)> {
        let tries =
            self.tries.iter().filter_map(|it| Some((it.id.clone(), it.label.as_str(), it.error.as_deref()?)));
        let judged = self
            .judged
            .iter()
            .filter_map(|it| Some((it.target(), it.question.as_str(), it.error.as_deref()?)));
        tries.chain(judged).collect()
    }
}

/// The newest results of earlier days.
fn before(words: Words, visit: &Visit, test: &Test) -> Vec<String> {
    let of_side = |side: Option<Side>| {
        let result = assessment::newest(words.pack, visit.results(), &test.id, side, visit.today)?;
        let date = outcomes::Words::new(words.pack, words.locale, None).date(result.date);
        Some(
            words
                .say_with("visit-before", &[("date", &date), ("result", &said::result(words, test, result))]),
        )
    };
    sides(test).into_iter().filter_map(of_side).collect()
}

/// The name of the field of one attempt, or of one side that is judged.
fn field(side: Option<Side>, number: Option<usize>) -> String {
    match number {
        Some(number) => attempt(side, number),
        None => side.map_or("both", Side::name).to_owned(),
    }
}

/// The boxes for the attempts: with what was typed, or with what was kept today.
fn tries(words: Words, visit: &Visit, test: &Test, given: Option<&Fields>) -> Vec<Try> {
    let places =
        sides(test).into_iter().flat_map(|side| (1..=attempts(test)).map(move |number| (side, number)));
    let one = |(side, number): (Option<Side>, usize)| {
        let name = field(side, Some(number));
        let kept = || {
            let Outcome::Trials(trials) = &visit.result(&test.id, side)?.outcome else { return None };
            Some(knowledge::expression::thousandths(trials.get(number - 1)?.value))
        };
        let value = given.map_or_else(|| kept().unwrap_or_default(), |it| it.text(&name).to_owned());
        let problem = given.and_then(|it| read_trial(test, it, (side, number)).err());
        let label = match side {
            None => "home-attempt",
            Some(Side::Left) => "visit-attempt-left",
            Some(Side::Right) => "visit-attempt-right",
        };
        Try {
            id: format!("t-{}", name.replace('.', "-")),
            name,
            label: words.say1(label, "number", number),
            value,
            error: problem.map(|it| said_problem(words, test, it)),
        }
    };
    places.map(one).collect()
}

/// The choice on each side, of a test that is judged by eye.
fn judged(words: Words, visit: &Visit, test: &Test, given: Option<&Fields>) -> Vec<Field> {
    let one = |side: Option<Side>| {
        let name = field(side, None);
        let message = match side {
            None => "visit-judged",
            Some(Side::Left) => "visit-judged-left",
            Some(Side::Right) => "visit-judged-right",
        };
        let value = visit.result(&test.id, side).and_then(|it| assessment::value(words.pack, it));
        let kept = value.map_or("", |it| if it > 0 { "pass" } else { "fail" });
        let kept = Fields::kept(&name, kept);
        let choices = vec![("pass", words.say("visit-as-described")), ("fail", words.say("visit-not-yet"))];
        let mut field = one_of(words, (&name, message), choices, given.unwrap_or(&kept));
        let is_missing = given.is_some_and(|it| it.text(&name).is_empty());
        field.error = is_missing.then(|| words.say("fault-missing-choice"));
        field
    };
    sides(test).into_iter().map(one).collect()
}

/// One attempt as it was written down; none where nothing was, and a fault where the first is missing.
fn read_trial(
    test: &Test,
    fields: &Fields,
    (side, number): (Option<Side>, usize),
) -> Result<Option<Trial>, TestProblem> {
    let words = fields.text(&field(side, Some(number)));
    match (words.is_empty(), number) {
        (true, 1) => Err(TestProblem::Missing),
        (true, _) => Ok(None),
        (false, _) => measured(test, words).map(|value| Some(Trial { value, error: None })),
    }
}

/// Which test an address names.
pub(crate) struct Named(String);

impl FromRequestParts<Doors> for Named {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, doors: &Doors) -> Result<Self, PageError> {
        part(parts, doors, "test").await?.map(Self).ok_or(PageError::NotFound)
    }
}

impl Named {
    /// The test, if there is such a one and this person may do it now.
    fn test<'a>(&self, at: &'a At, visit: &Visit) -> Result<&'a Test, PageError> {
        let id: TestId = self.0.parse().map_err(|_| PageError::NotFound)?;
        let is_done_here = |it: &&Test| matches!(it.result, ResultKind::Number | ResultKind::PassFail);
        let test = at.pack().tests.get(&id).filter(is_done_here).ok_or(PageError::NotFound)?;
        let standing = visit.standing.as_ref().ok_or(PageError::NotFound)?;
        match left_out(at.pack(), test, &standing.intake, &standing.assessment) {
            Some(_) => Err(PageError::NotFound),
            None => Ok(test),
        }
    }
}

/// Shows it.
pub(crate) async fn show(at: At, named: Named) -> Page {
    let visit = Visit::of(&at).await?;
    if !visit.is_open() {
        return Ok(Redirect::to(&format!("{}/visit", here(&at))).into_response());
    }
    let test = named.test(&at, &visit)?;
    page(&at, &visit, test, None)
}

fn page(at: &At, visit: &Visit, test: &Test, given: Option<&Fields>) -> Result<Response, PageError> {
    let about = (here(at), at.member.name.clone(), at.fresh()?.to_string());
    let status = if given.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(html(status, &TestPage::of(at.words(), about, visit, test, given)))
}

/// Keeps what came of it, and goes back to the visit.
pub(crate) async fn send(State(doors): State<Doors>, at: At, named: Named, fields: Fields) -> Page {
    let visit = Visit::of(&at).await?;
    if !visit.is_open() {
        return Err(PageError::Stale);
    }
    let test = named.test(&at, &visit)?;
    let Some(outcomes) = outcomes(test, &fields) else { return page(&at, &visit, test, Some(&fields)) };
    let result = |(side, outcome)| TestResult {
        test: test.id.clone(),
        side,
        date: visit.today,
        source: Source::Coach,
        outcome,
    };
    keep_tests(&at, fields.entry(doors.now())?, outcomes.into_iter().map(result).collect()).await?;
    Ok(Redirect::to(&format!("{}/visit#next", here(&at))).into_response())
}

/// What came of it on each side; none if something is missing or is no result.
fn outcomes(test: &Test, fields: &Fields) -> Option<Vec<(Option<Side>, Outcome)>> {
    if let Some((_, why)) = NOT_DONE.iter().find(|it| it.0 == fields.text("action")) {
        return Some(sides(test).into_iter().map(|side| (side, Outcome::NotTested(*why))).collect());
    }
    let of_side = |side: Option<Side>| {
        let trials = if test.result == ResultKind::Number {
            let read = (1..=attempts(test)).map(|number| read_trial(test, fields, (side, number)));
            read.collect::<Result<Vec<_>, _>>().ok()?.into_iter().flatten().collect()
        } else {
            let value = match fields.text(&field(side, None)) {
                "pass" => 1000,
                "fail" => 0,
                _ => return None,
            };
            vec![Trial { value, error: None }]
        };
        Some((side, Outcome::Trials(trials)))
    };
    sides(test).into_iter().map(of_side).collect()
}

#[cfg(test)]
impl crate::pages::Samples for TestPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let visit = Visit::sample(words.pack, crate::tests::studio::visited());
        let done = words
            .pack
            .tests
            .values()
            .filter(|it| matches!(it.result, ResultKind::Number | ResultKind::PassFail));
        let page = |test: &Test, given: Option<&Fields>| {
            let about = ("/studio/1/members/2".to_owned(), "Invented Person".to_owned(), "entry".to_owned());
            Self::of(words, about, &visit, test, given)
        };
        done.flat_map(|it| [("fresh", page(it, None)), ("with faults", page(it, Some(&Fields::default())))])
            .collect()
    }
}
