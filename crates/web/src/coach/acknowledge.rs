//! What a coach writes down at a member's page: what was done about an entry, whom to call, who answers for the member, and a
//! note for other coaches.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use chart::{Acknowledgement, Body, Contact, ContactKind, LeadCoach};
use store::{By, Draft};

use crate::doors::Doors;
use crate::identity::{At, Fields};
use crate::pages::{Page, PageError};

/// `POST …/acknowledge`: takes an entry off the roster. It lifts no lock.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let of = fields.text("of").parse().map_err(|_| PageError::Unreadable)?;
    keep(
        &doors,
        &at,
        &fields,
        Body::Acknowledgement(Acknowledgement { of, done: fields.text("done").to_owned() }),
    )
    .await
}

/// `POST …/contact`: whom to call.
pub(crate) async fn contact(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let kind = match fields.text("kind") {
        "emergency" => ContactKind::Emergency,
        "doctor" => ContactKind::Doctor,
        _ => return Err(PageError::Unreadable),
    };
    let [name, telephone] = ["name", "telephone"].map(|it| fields.text(it).to_owned());
    keep(&doors, &at, &fields, Body::Contact(Contact { kind, name, telephone })).await
}

/// `POST …/lead`: the coach who answers for the member.
pub(crate) async fn lead(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let staff = doors.store.staff(at.studio.access()).await?;
    let named = staff.iter().find(|(id, _)| id.to_string() == fields.text("coach"));
    let (coach, _) = named.ok_or(PageError::Unreadable)?;
    keep(&doors, &at, &fields, Body::LeadCoach(LeadCoach { account: coach.0 })).await
}

/// `POST …/note`: words for whoever coaches next.
pub(crate) async fn note(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    if fields.text("text").is_empty() {
        return Err(PageError::Unreadable);
    }
    keep(&doors, &at, &fields, Body::Note(fields.text("text").to_owned())).await
}

async fn keep(doors: &Doors, at: &At, fields: &Fields, body: Body) -> Page {
    let draft = Draft { by: By::Writer, ..at.draft(fields.entry(doors.now())?, body) };
    at.keep(vec![draft], None).await?;
    Ok(Redirect::to(at.base.trim_end_matches("/door")).into_response())
}
