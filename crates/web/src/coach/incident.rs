//! `GET` and `POST …/incident`: a fall or an emergency in class. Whom to call stands first; the form is for afterwards.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::{AdverseEvent, Body, Called, Entry, Incident, IncidentKind};
use jiff::civil::Date;
use store::{By, Draft};

use super::member::contacts;
use crate::check::fields::Field;
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields};
use crate::made::emergency_number;
use crate::member::asked::one_of;
use crate::pages::{Page, PageError};

/// Whom to call, and what is written down.
#[derive(Template)]
#[template(path = "coach/incident.html")]
pub(crate) struct IncidentPage {
    frame: Frame,
    /// The address of the member's page.
    here: String,
    name: String,
    /// The emergency number of the member's country.
    number: String,
    contacts: Vec<(&'static str, String, String)>,
    today: Date,
    date: String,
    choices: Vec<Field>,
    what: String,
    done: String,
    entry: String,
    is_wrong: bool,
}

impl IncidentPage {
    fn of(
        words: Words,
        (here, name, entry): (String, String, String),
        entries: &[Entry],
        today: Date,
        sent: Option<&Fields>,
    ) -> Self {
        let country = chart::standing(words.pack, entries, today)
            .and_then(|it| it.intake.choice("country").map(str::to_owned));
        let empty = Fields::default();
        let given = sent.unwrap_or(&empty);
        let date =
            if given.text("date").is_empty() { today.to_string() } else { given.text("date").to_owned() };
        Self {
            frame: Frame::new(words, ["RF-42"]),
            here,
            name,
            number: emergency_number(words.pack, country.as_deref()),
            contacts: contacts(entries),
            today,
            date,
            choices: choices(words, given),
            what: given.text("what").to_owned(),
            done: given.text("done").to_owned(),
            entry,
            is_wrong: sent.is_some(),
        }
    }
}

/// What is chosen: the kind, who was called, and whether it was serious or in a session.
fn choices(words: Words, given: &Fields) -> Vec<Field> {
    let said = |message: &str, id: &str| words.say(&format!("{message}.choice-{id}"));
    let kinds = IncidentKind::ALL.map(|it| (it.id(), said("incident-kind", it.id())));
    let called = Called::ALL.map(|it| (it.id(), said("incident-called", it.id())));
    let yes_no = || vec![("yes", words.say("answer-yes")), ("no", words.say("answer-no"))];
    vec![
        one_of(words, ("kind", "incident-kind"), kinds.to_vec(), given),
        one_of(words, ("called", "incident-called"), called.to_vec(), given),
        one_of(words, ("serious", "incident-serious"), yes_no(), given),
        one_of(words, ("in-session", "incident-in-session"), yes_no(), given),
    ]
}

/// Asks.
pub(crate) async fn show(at: At) -> Page {
    page(&at, None).await
}

async fn page(at: &At, sent: Option<&Fields>) -> Result<Response, PageError> {
    let entries = at.chart().await?;
    let here = at.base.trim_end_matches("/door").to_owned();
    let about = (here, at.member.name.clone(), at.fresh()?.to_string());
    let status = if sent.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(html(status, &IncidentPage::of(at.words(), about, &entries, at.today(), sent)))
}

/// Keeps it.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let Some(event) = read(&fields, at.today()) else { return page(&at, Some(&fields)).await };
    let body = Body::AdverseEvent(event);
    let draft = Draft { by: By::Writer, ..at.draft(fields.entry(doors.now())?, body) };
    at.keep(vec![draft], None).await?;
    Ok(Redirect::to(at.base.trim_end_matches("/door")).into_response())
}

/// What was written down; none while something is missing: nobody can fill it in later.
fn read(fields: &Fields, today: Date) -> Option<AdverseEvent> {
    let yes_no = |name: &str| match fields.text(name) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let words = |name: &str| Some(fields.text(name).to_owned()).filter(|it| !it.is_empty());
    let date: Date = fields.text("date").parse().ok().filter(|it| *it <= today)?;
    let incident = Incident {
        kind: IncidentKind::ALL.into_iter().find(|it| it.id() == fields.text("kind"))?,
        called: Called::ALL.into_iter().find(|it| it.id() == fields.text("called"))?,
        done: words("done")?,
    };
    Some(AdverseEvent {
        date,
        what: words("what")?,
        serious: yes_no("serious")?,
        in_session: yes_no("in-session")?.then_some(date),
        incident: Some(incident),
    })
}

#[cfg(test)]
impl crate::pages::Samples for IncidentPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page = |sent: Option<&Fields>| {
            let about = ("/studio/1/members/2".to_owned(), "Invented Person".to_owned(), "entry".to_owned());
            let chart = crate::tests::studio::screened();
            Self::of(words, about, &chart, crate::tests::TODAY, sent)
        };
        vec![("fresh", page(None)), ("incomplete", page(Some(&Fields::kept("kind", "fall"))))]
    }
}
