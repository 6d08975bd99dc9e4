//! `GET` and `POST …/orders`: a coach's hand in the programme: an exercise out, in, swapped, or with another dose.
//!
//! An order is carried out within the hard filters, or refused with the filter that stands against it; it takes effect with the
//! next programme that is put in force.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::{Body, Entry};
use model::ExerciseId;
use prescription::{Order, What, refusal};
use store::{By, Draft};

use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields};
use crate::member::{Running, Stands};
use crate::pages::{Page, PageError};

/// What can be ordered, with the message that says it.
const KINDS: [(&str, &str); 5] = [
    ("ban", "order-ban"),
    ("swap", "order-swap"),
    ("dose", "order-dose"),
    ("pin", "order-pin"),
    ("free", "order-free"),
];

/// The form, and what was ordered before.
#[derive(Template)]
#[template(path = "coach/orders.html")]
pub(crate) struct OrdersPage {
    frame: Frame,
    here: String,
    name: String,
    /// Exercises of the programme, then the rest of the catalogue: id and name.
    exercises: Vec<(String, String)>,
    kinds: [(&'static str, &'static str); 5],
    /// Orders so far, the newest first.
    orders: Vec<String>,
    /// Why the order that was sent is refused, one filter a line.
    refused: Vec<String>,
    entry: String,
}

impl OrdersPage {
    fn of(
        words: Words,
        (here, name, entry): (String, String, String),
        (running, entries): (&Running, &[Entry]),
        refused: Vec<String>,
    ) -> Self {
        let said = outcomes::Words::of(words.pack, words.locale, &running.standing.intake);
        let chosen = &running.next.prescription.rationale().chosen;
        let named = |id: &ExerciseId| (id.to_string(), said.exercise(id));
        let rest = words.pack.exercises.keys().filter(|it| !chosen.contains_key(*it));
        let mut rest: Vec<(String, String)> = rest.map(named).collect();
        rest.sort_by(|one, other| one.1.cmp(&other.1));
        let orders = entries
            .iter()
            .rev()
            .filter_map(|it| if let Body::Order(it) = &it.body { Some(it) } else { None });
        let line = |it: &Order| {
            let what = KINDS.iter().find(|(kind, _)| *kind == kind_of(&it.what)).map_or("", |it| it.1);
            let blanks = [("exercise", said.exercise(&it.exercise)), ("date", said.date(it.date))];
            let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, it)| (*name, it.as_str())).collect();
            format!("{}: {} {}", words.say_with("order-line", &blanks), words.say(what), it.note)
        };
        Self {
            frame: Frame::new(words, ["AD-44"]),
            here,
            name,
            exercises: chosen.keys().map(named).chain(rest).collect(),
            kinds: KINDS,
            orders: orders.map(line).collect(),
            refused,
            entry,
        }
    }
}

/// The name of what is ordered.
fn kind_of(what: &What) -> &'static str {
    match what {
        What::Ban => "ban",
        What::Swap { .. } => "swap",
        What::Dose { .. } => "dose",
        What::Pin { .. } => "pin",
        What::Free => "free",
    }
}

/// Shows the form.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    page(&at, &entries, Vec::new())
}

fn page(at: &At, entries: &[Entry], refused: Vec<String>) -> Result<Response, PageError> {
    let Stands::Runs(running) = Stands::of(at.pack(), entries, at.today()) else {
        return Ok(Redirect::to(&format!("{}/programme", here(at))).into_response());
    };
    let status = if refused.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let about = (here(at), at.member.name.clone(), at.fresh()?.to_string());
    Ok(html(status, &OrdersPage::of(at.words(), about, (&running, entries), refused)))
}

/// Keeps an order that no filter stands against.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let entries = at.chart().await?;
    let Stands::Runs(running) = Stands::of(at.pack(), &entries, at.today()) else {
        return Err(PageError::Stale);
    };
    let exercise = fields.text("exercise").parse().map_err(|_| PageError::Unreadable)?;
    let what = what(&fields).ok_or(PageError::Unreadable)?;
    let order = Order { date: at.today(), exercise, what, note: fields.text("note").to_owned() };
    if let Some(refused) = refusal(at.pack(), &running.programme.prescription, &order) {
        let said = outcomes::Words::of(at.pack(), at.words().locale, &running.standing.intake);
        return page(&at, &entries, said.refusal(&refused));
    }
    let draft = Draft { by: By::Writer, ..at.draft(fields.entry(doors.now())?, Body::Order(order)) };
    at.keep(vec![draft], None).await?;
    Ok(Redirect::to(&format!("{}/programme", here(&at))).into_response())
}

/// What is ordered; none if it is not said wholly.
fn what(fields: &Fields) -> Option<What> {
    let number = |name: &str| fields.text(name).parse::<u32>().ok();
    match fields.text("what") {
        "ban" => Some(What::Ban),
        "free" => Some(What::Free),
        "pin" => Some(What::Pin { day: None }),
        "swap" => fields.text("to").parse().ok().map(|to| What::Swap { to }),
        "dose" => {
            let (sets, reps) = (number("sets"), number("reps"));
            (sets.is_some() || reps.is_some()).then_some(What::Dose { sets, reps })
        }
        _ => None,
    }
}

fn here(at: &At) -> String {
    at.base.trim_end_matches("/door").to_owned()
}

#[cfg(test)]
impl crate::pages::Samples for OrdersPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let entries = crate::tests::studio::running();
        let Stands::Runs(running) = Stands::of(words.pack, &entries, crate::tests::TODAY) else {
            panic!("it runs");
        };
        let page = |refused| {
            let about = ("/studio/1/members/2".to_owned(), "Invented Person".to_owned(), "entry".to_owned());
            Self::of(words, about, (&running, &entries), refused)
        };
        vec![("empty", page(Vec::new())), ("refused", page(vec![words.say("order-refused")]))]
    }
}
