//! `GET` and `POST …/visit/checklist/STAGE`: what is seen in passing: posture, and how somebody moves out of the way of a test.
//!
//! What nobody looked at is not written down. "Nothing else was seen" is a button of its own.

use askama::Template;
use assessment::{Outcome, Source, TestResult, Trial, battery};
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect};
use knowledge::raw::test::{ResultKind, Test};
use model::Side;

use super::{Visit, here, keep_tests, said};
use crate::check::fields::Field;
use crate::check::home::sides;
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields, part};
use crate::member::asked::one_of;
use crate::pages::{Page, PageError};

/// Everything of a stage that is seen or not seen.
#[derive(Template)]
#[template(path = "coach/visit/checklist.html")]
pub(crate) struct ChecklistPage {
    frame: Frame,
    here: String,
    person: String,
    stage: String,
    title: String,
    fields: Vec<Field>,
    entry: String,
}

impl ChecklistPage {
    fn of(
        words: Words,
        about: (String, String, String),
        visit: &Visit,
        (stage, tests): (&str, &[&Test]),
    ) -> Self {
        let (here, person, entry) = about;
        Self {
            frame: Frame::new(words, tests.iter().map(|it| it.id.as_str()).chain(["MT-01", "MT-02"])),
            here,
            person,
            stage: stage.to_owned(),
            title: words.say(&format!("visit-stage-{stage}")),
            fields: tests.iter().map(|it| row(words, visit, it)).collect(),
            entry,
        }
    }
}

/// One thing to look for, with what was kept of it today.
fn row(words: Words, visit: &Visit, test: &Test) -> Field {
    let id = test.id.as_str();
    let seen_on: Vec<Side> = Side::ALL
        .iter()
        .copied()
        .filter(|side| is_seen(words, visit, test, Some(*side)) == Some(true))
        .collect();
    let kept = if test.sided {
        let looked = Side::ALL.iter().all(|side| is_seen(words, visit, test, Some(*side)).is_some());
        looked.then(|| match seen_on.as_slice() {
            [] => "no",
            [one] => one.name(),
            _ => "both",
        })
    } else {
        is_seen(words, visit, test, None).map(|it| if it { "both" } else { "no" })
    };
    let mut choices = vec![("no", words.say("visit-not-seen"))];
    if test.sided {
        choices.extend(Side::ALL.iter().map(|it| (it.name(), words.say(said::of_side(*it)))));
        choices.push(("both", words.say("visit-both")));
    } else {
        choices.push(("both", words.say("visit-seen")));
    }
    let field = one_of(words, (id, id), choices, &Fields::kept(id, kept.unwrap_or_default()));
    Field { hint: words.find(&format!("{id}.how")), optional: true, ..field }
}

fn is_seen(words: Words, visit: &Visit, test: &Test, side: Option<Side>) -> Option<bool> {
    visit.result(&test.id, side).and_then(|it| assessment::value(words.pack, it)).map(|it| it > 0)
}

/// Which stage an address names.
pub(crate) struct Named(String);

impl FromRequestParts<Doors> for Named {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, doors: &Doors) -> Result<Self, PageError> {
        part(parts, doors, "stage").await?.map(Self).ok_or(PageError::NotFound)
    }
}

impl Named {
    /// What there is to look for in it.
    fn tests<'a>(&self, at: &'a At, visit: &Visit) -> Result<Vec<&'a Test>, PageError> {
        let standing = visit.standing.as_ref().ok_or(PageError::NotFound)?;
        let stages = battery(at.pack(), &standing.intake, &standing.assessment);
        let stage = stages.into_iter().find(|it| it.stage.id == self.0).ok_or(PageError::NotFound)?;
        let tests: Vec<&Test> =
            stage.tests.into_iter().map(|it| it.0).filter(|it| it.result == ResultKind::Seen).collect();
        if tests.is_empty() { Err(PageError::NotFound) } else { Ok(tests) }
    }
}

/// Shows it.
pub(crate) async fn show(at: At, named: Named) -> Page {
    let visit = Visit::of(&at).await?;
    if !visit.is_open() {
        return Ok(Redirect::to(&format!("{}/visit", here(&at))).into_response());
    }
    let tests = named.tests(&at, &visit)?;
    let about = (here(&at), at.member.name.clone(), at.fresh()?.to_string());
    Ok(html(StatusCode::OK, &ChecklistPage::of(at.words(), about, &visit, (&named.0, &tests))))
}

/// Keeps what was looked at.
pub(crate) async fn send(State(doors): State<Doors>, at: At, named: Named, fields: Fields) -> Page {
    let visit = Visit::of(&at).await?;
    if !visit.is_open() {
        return Err(PageError::Stale);
    }
    let tests = named.tests(&at, &visit)?;
    let nothing_else = fields.text("action") == "nothing-else";
    let results: Vec<TestResult> =
        tests.iter().flat_map(|it| looked_at(it, &fields, nothing_else, &visit)).collect();
    if !results.is_empty() {
        keep_tests(&at, fields.entry(doors.now())?, results).await?;
    }
    Ok(Redirect::to(&format!("{}/visit#next", here(&at))).into_response())
}

/// The results of one row; none where nobody looked.
fn looked_at(test: &Test, fields: &Fields, nothing_else: bool, visit: &Visit) -> Vec<TestResult> {
    let given = match fields.text(test.id.as_str()) {
        "" if nothing_else => "no",
        given => given,
    };
    let seen = |side: Option<Side>| match (given, side) {
        ("no", _) => Some(false),
        ("both", _) => Some(true),
        (name, Some(side)) if Side::ALL.iter().any(|it| it.name() == name) => Some(side.name() == name),
        _ => None,
    };
    let result = |side: Option<Side>| {
        let value = if seen(side)? { 1000 } else { 0 };
        let outcome = Outcome::Trials(vec![Trial { value, error: None }]);
        Some(TestResult { test: test.id.clone(), side, date: visit.today, source: Source::Coach, outcome })
    };
    sides(test).into_iter().filter_map(result).collect()
}

#[cfg(test)]
impl crate::pages::Samples for ChecklistPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let visit = Visit::sample(words.pack, crate::tests::studio::visited());
        let Some(standing) = &visit.standing else { return Vec::new() };
        let stages = battery(words.pack, &standing.intake, &standing.assessment);
        let page = |it: assessment::BatteryStage<'_>| {
            let about = ("/studio/1/members/2".to_owned(), "Invented Person".to_owned(), "entry".to_owned());
            let tests: Vec<&Test> =
                it.tests.iter().map(|it| it.0).filter(|it| it.result == ResultKind::Seen).collect();
            (!tests.is_empty()).then(|| ("stage", Self::of(words, about, &visit, (&it.stage.id, &tests))))
        };
        stages.into_iter().filter_map(page).collect()
    }
}
