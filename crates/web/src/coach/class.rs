//! `GET /studio/STUDIO/classes/CLASS` and its forms: who comes, who waits, who came; one in, one out, the whole class off.

use askama::Template;
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use chart::roster::Card;
use jiff::Zoned;
use store::{Class, ClassId, Member, MemberId, Turn};

use super::needs::{Reason, reason};
use super::timetable::taken;
use crate::doors::Doors;
use crate::frame::{Door, Frame, Words, html};
use crate::identity::{Fields, Staff, part};
use crate::pages::{Page, PageError};

/// One class.
#[derive(Template)]
#[template(path = "coach/class.html")]
pub(crate) struct ClassPage {
    frame: Frame,
    /// The address of the timetable.
    timetable: String,
    here: String,
    title: String,
    when: String,
    taken: String,
    booked: Vec<Row>,
    /// Whether it can be said who came: from its day on.
    is_marked: bool,
    /// Members who have not booked: id and name.
    others: Vec<(String, String)>,
}

/// Somebody who has booked.
struct Row {
    id: MemberId,
    address: String,
    name: String,
    /// Where they stand on the waiting list; none with a place.
    waiting: Option<usize>,
    /// Why they need somebody first, if they do.
    reason: Option<Reason>,
    came: Option<bool>,
}

impl ClassPage {
    fn of(
        words: Words,
        base: &str,
        now: &Zoned,
        class: &Class,
        members: Vec<(Member, Option<Card>)>,
    ) -> Self {
        let mut booked: Vec<(usize, Row)> = Vec::new();
        let mut others = Vec::new();
        for (member, card) in members {
            let Some(at) = class.bookings.iter().position(|it| it.member == Some(member.id)) else {
                others.push((member.id.to_string(), member.name));
                continue;
            };
            let card = card.unwrap_or_else(|| Card::of(words.pack, &[]));
            let need = card.needs(words.pack, now.date());
            let row = Row {
                id: member.id,
                address: format!("{base}/members/{}", member.id),
                waiting: match class.turn(member.id) {
                    Some(Turn::Waiting(turn)) => Some(turn),
                    Some(Turn::Place) | None => None,
                },
                reason: need.first().map(|it| reason(words, now.time_zone(), it)),
                came: class.bookings.get(at).and_then(|it| it.came),
                name: member.name,
            };
            booked.push((at, row));
        }
        booked.sort_by_key(|it| it.0);
        let timetable = format!("{base}/classes");
        Self {
            frame: Frame::new(words, []),
            here: format!("{timetable}/{}", class.id),
            timetable,
            title: class.plan.title.clone(),
            when: when(words, class),
            taken: taken(words, class),
            is_marked: class.plan.starts_at.date() <= now.date(),
            booked: booked.into_iter().map(|it| it.1).collect(),
            others,
        }
    }
}

/// The day, the time and how long it is.
pub(crate) fn when(words: Words, class: &Class) -> String {
    let starts_at = class.plan.starts_at;
    let date = outcomes::Words::new(words.pack, words.locale, None).weekday(starts_at.date());
    let (time, minutes) = (starts_at.strftime("%H:%M").to_string(), class.plan.minutes.to_string());
    words.say_with("class-when", &[("date", &date), ("time", &time), ("minutes", &minutes)])
}

/// Which class an address names.
pub(crate) struct Named(pub(crate) ClassId);

impl FromRequestParts<Doors> for Named {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, doors: &Doors) -> Result<Self, PageError> {
        part(parts, doors, "class").await?.map(Self).ok_or(PageError::NotFound)
    }
}

/// Shows it.
pub(crate) async fn show(State(doors): State<Doors>, staff: Staff, Named(id): Named) -> Page {
    let class = staff.studio.class(id).await?.ok_or(PageError::NotFound)?;
    let members = staff.studio.cards().await?;
    let words = doors.app.words_of(Door::Member);
    let now = doors.app.clock.now();
    Ok(html(StatusCode::OK, &ClassPage::of(words, &staff.base(), &now, &class, members)))
}

/// `POST …/book`: books somebody in.
pub(crate) async fn book(
    State(doors): State<Doors>,
    staff: Staff,
    Named(class): Named,
    fields: Fields,
) -> Page {
    let member = member(&fields)?;
    let now = doors.app.clock.now().datetime();
    staff.studio.book(class, member, now).await?.map_err(|_| PageError::NotFound)?;
    Ok(back(&staff, class))
}

/// `POST …/unbook`: gives somebody's place back.
pub(crate) async fn unbook(
    State(doors): State<Doors>,
    staff: Staff,
    Named(class): Named,
    fields: Fields,
) -> Page {
    staff.studio.unbook(class, member(&fields)?, doors.app.clock.now().datetime()).await?;
    Ok(back(&staff, class))
}

/// `POST …/came`: who came. What is left open stays open.
pub(crate) async fn came(staff: Staff, Named(id): Named, fields: Fields) -> Page {
    let class = staff.studio.class(id).await?.ok_or(PageError::NotFound)?;
    for member in class.bookings.iter().filter_map(|it| it.member) {
        let came = match fields.text(&format!("came.{member}")) {
            "yes" => true,
            "no" => false,
            _ => continue,
        };
        staff.studio.mark_came(id, member, Some(came)).await?;
    }
    Ok(back(&staff, id))
}

/// `POST …/cancel`: calls the class off.
pub(crate) async fn cancel(State(doors): State<Doors>, staff: Staff, Named(class): Named) -> Page {
    if !staff.studio.cancel_class(class, doors.now()).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("{}/classes", staff.base())).into_response())
}

fn member(fields: &Fields) -> Result<MemberId, PageError> {
    fields.text("member").parse().map_err(|_| PageError::Unreadable)
}

fn back(staff: &Staff, class: ClassId) -> Response {
    Redirect::to(&format!("{}/classes/{class}", staff.base())).into_response()
}

#[cfg(test)]
impl crate::pages::Samples for ClassPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use crate::tests::studio::{cards, class};
        let now = crate::tests::app().clock.now();
        let member = |number: u128| Member {
            id: MemberId(uuid::Uuid::from_u128(number)),
            name: "Invented".to_owned(),
            made_at: jiff::Timestamp::UNIX_EPOCH,
        };
        let members = || (1..).map(member).zip(cards(words.pack).into_iter().map(Some)).collect();
        let page = |booked| Self::of(words, "/studio/1", &now, &class(booked), members());
        vec![("empty", page(0)), ("waiting", page(3))]
    }
}
