//! `GET /studio/STUDIO`: who needs somebody today, and why; and the form that begins a new member's chart.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use chart::roster::{Card, Need};
use jiff::Zoned;
use store::{AccountId, Member};
use uuid::Uuid;

use super::needs::{Reason, reason};
use crate::doors::Doors;
use crate::frame::{Door, Frame, Words, html};
use crate::identity::{Fields, Staff};
use crate::pages::{Page, PageError};

/// Everybody of the studio, whoever needs somebody first.
#[derive(Template)]
#[template(path = "coach/roster.html")]
pub(crate) struct RosterPage {
    frame: Frame,
    base: String,
    day: String,
    /// Members with at least one reason, the most urgent first.
    needed: Vec<Row>,
    /// Everybody else, by name.
    others: Vec<Row>,
    may_invite: bool,
    /// Whether the form was sent without a name.
    nameless: bool,
}

/// One member.
struct Row {
    address: String,
    name: String,
    /// The coach who answers for the member, if one was named.
    lead: Option<String>,
    reasons: Vec<Reason>,
}

impl RosterPage {
    fn of(
        words: Words,
        (base, may_invite, nameless): (String, bool, bool),
        now: &Zoned,
        members: Vec<(Member, Option<Card>)>,
        staff: &[(AccountId, String)],
    ) -> Self {
        let today = now.date();
        let with_needs = |(member, card): (Member, Option<Card>)| {
            let card = card.unwrap_or_else(|| Card::of(words.pack, &[]));
            (card.needs(words.pack, today), member, card.lead_coach)
        };
        let mut rows: Vec<(Vec<Need>, Member, Option<Uuid>)> = members.into_iter().map(with_needs).collect();
        // Needs are in order of urgency, so the first of each settles it; the list was by name before.
        rows.sort_by(|one, other| one.0.first().cmp(&other.0.first()));
        let named = |lead: Uuid| staff.iter().find(|(id, _)| id.0 == lead).map(|it| it.1.clone());
        let row = |(needs, member, lead): (Vec<Need>, Member, Option<Uuid>)| Row {
            address: format!("{base}/members/{}", member.id),
            name: member.name,
            lead: lead.and_then(named),
            reasons: needs.iter().map(|it| reason(words, now.time_zone(), it)).collect(),
        };
        let (needed, others) = rows.into_iter().map(row).partition(|it| !it.reasons.is_empty());
        let day = outcomes::Words::new(words.pack, words.locale, None).date(today);
        Self { frame: Frame::new(words, []), base, day, needed, others, may_invite, nameless }
    }
}

/// Shows it.
pub(crate) async fn show(State(doors): State<Doors>, staff: Staff) -> Page {
    list(&doors, &staff, false).await
}

async fn list(doors: &Doors, staff: &Staff, nameless: bool) -> Page {
    let members = staff.studio.cards().await?;
    let coaches = doors.store.staff(staff.studio.access()).await?;
    let about = (staff.base(), staff.is_owner(), nameless);
    let page =
        RosterPage::of(doors.app.words_of(Door::Member), about, &doors.app.clock.now(), members, &coaches);
    Ok(html(if nameless { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page))
}

/// `POST /studio/STUDIO/members`: begins the chart of a new member.
pub(crate) async fn add(State(doors): State<Doors>, staff: Staff, fields: Fields) -> Page {
    let name = fields.text("name");
    if name.is_empty() {
        return list(&doors, &staff, true).await;
    }
    let member = staff.studio.add_member(name, doors.now()).await?.ok_or(PageError::NotFound)?;
    Ok(Redirect::to(&format!("{}/members/{member}", staff.base())).into_response())
}

#[cfg(test)]
impl crate::pages::Samples for RosterPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let now = crate::tests::app().clock.now();
        let member = |name: &str| Member {
            id: store::MemberId(uuid::Uuid::nil()),
            name: name.to_owned(),
            made_at: jiff::Timestamp::UNIX_EPOCH,
        };
        let page =
            |members, nameless| Self::of(words, ("/studio/1".to_owned(), true, nameless), &now, members, &[]);
        let members =
            crate::tests::studio::cards(words.pack).into_iter().map(|it| (member("Invented"), Some(it)));
        vec![("empty", page(Vec::new(), false)), ("some", page(members.collect(), true))]
    }
}
