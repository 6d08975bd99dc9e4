//! `GET …/classes` and its forms: the classes to come, a member's own bookings, and what they have bought.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use store::{Class, MemberId, Package, Packages, Turn};

use crate::coach::class::{Named, when};
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields};
use crate::pages::{Page, PageError};

/// How many days ahead a class is shown.
const AHEAD_DAYS: i32 = 28;
/// The most sessions that a package holds.
const SESSIONS_MAX: u32 = 200;

/// The classes to come.
#[derive(Template)]
#[template(path = "member/classes.html")]
pub(crate) struct ClassesPage {
    frame: Frame,
    base: String,
    is_staff: bool,
    classes: Vec<Row>,
    packages: Vec<Bought>,
    /// How many sessions were used and are left; none where nothing was bought.
    left: Option<(u32, i64)>,
    today: Date,
    entry: String,
    is_wrong: bool,
}

/// One class.
struct Row {
    address: String,
    title: String,
    when: String,
    /// What the booking gives, or whether there is room.
    stands: String,
    is_booked: bool,
}

/// One package, and the words for whether it is paid.
struct Bought {
    package: Package,
    words: String,
}

impl ClassesPage {
    fn of(
        words: Words,
        (base, is_staff, entry): (&str, bool, String),
        (member, now): (MemberId, DateTime),
        classes: &[Class],
        bought: Packages,
    ) -> Self {
        let row = |class: &Class| {
            let turn = class.turn(member);
            Row {
                address: format!("{base}/classes/{}", class.id),
                title: class.plan.title.clone(),
                when: when(words, class),
                stands: stands(words, class, turn),
                is_booked: turn.is_some(),
            }
        };
        let left = (!bought.packages.is_empty()).then(|| (bought.used, bought.left()));
        let said = outcomes::Words::new(words.pack, words.locale, None);
        let line = |package: Package| {
            let (date, sessions) = (said.date(package.starts_on), package.sessions.to_string());
            let message = if package.is_paid { "package-paid" } else { "package-open" };
            let words = words.say_with(message, &[("sessions", &sessions), ("date", &date)]);
            Bought { package, words }
        };
        Self {
            frame: Frame::new(words, []),
            base: base.to_owned(),
            is_staff,
            classes: classes.iter().filter(|it| it.plan.starts_at > now).map(row).collect(),
            packages: bought.packages.into_iter().map(line).collect(),
            left,
            today: now.date(),
            entry,
            is_wrong: false,
        }
    }
}

/// What a booking gives, or whether there is room.
fn stands(words: Words, class: &Class, turn: Option<Turn>) -> String {
    match turn {
        Some(Turn::Place) => words.say("class-my-place"),
        Some(Turn::Waiting(turn)) => words.say1("class-my-turn", "turn", turn),
        None if class.free() > 0 => words.say1("class-free", "count", class.free()),
        None => words.say1("class-full", "count", class.waiting()),
    }
}

/// Shows them.
pub(crate) async fn show(at: At) -> Page {
    page(&at, false).await
}

async fn page(at: &At, is_wrong: bool) -> Result<Response, PageError> {
    let today = at.today();
    let classes = at.studio.classes(today, today.saturating_add(AHEAD_DAYS.days())).await?;
    let bought = at.studio.packages(at.member.id).await?;
    let about = (at.base.as_str(), at.is_staff(), at.fresh()?.to_string());
    let whose = (at.member.id, at.doors.app.clock.now().datetime());
    let page = ClassesPage { is_wrong, ..ClassesPage::of(at.words(), about, whose, &classes, bought) };
    Ok(html(if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page))
}

/// `POST …/classes/CLASS`: books it, or gives the booking back.
pub(crate) async fn send(State(doors): State<Doors>, at: At, Named(class): Named, fields: Fields) -> Page {
    match fields.text("do") {
        "book" => {
            let now = doors.app.clock.now().datetime();
            at.studio.book(class, at.member.id, now).await?.map_err(|_| PageError::NotFound)?;
        }
        "unbook" => {
            at.studio.unbook(class, at.member.id, doors.app.clock.now().datetime()).await?;
        }
        _ => return Err(PageError::Unreadable),
    }
    Ok(Redirect::to(&format!("{}/classes", at.base)).into_response())
}

/// `POST …/packages`: what the member has bought, written down by the studio.
pub(crate) async fn bought(at: At, fields: Fields) -> Page {
    if !at.is_staff() {
        return Err(PageError::NotFound);
    }
    let sessions = fields.text("sessions").parse().ok().filter(|it| (1..=SESSIONS_MAX).contains(it));
    let (Some(sessions), Ok(starts_on)) = (sessions, fields.text("start").parse()) else {
        return page(&at, true).await;
    };
    let id = fields.text("package").parse().map_err(|_| PageError::Unreadable)?;
    let package = Package { id, starts_on, sessions, is_paid: fields.text("paid") == "yes" };
    if !at.studio.keep_package(at.member.id, package).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("{}/classes", at.base)).into_response())
}

#[cfg(test)]
impl crate::pages::Samples for ClassesPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use crate::tests::{TODAY, studio::class};
        let page = |is_staff, member: u128, classes: &[Class], bought| {
            let whose = (MemberId(uuid::Uuid::from_u128(member)), TODAY.at(8, 0, 0, 0));
            Self::of(words, ("/my/1", is_staff, "entry".to_owned()), whose, classes, bought)
        };
        let package = |is_paid| Package { id: uuid::Uuid::nil(), starts_on: TODAY, sessions: 12, is_paid };
        let bought = Packages { packages: vec![package(true), package(false)], used: 3 };
        vec![
            ("nothing", page(false, 1, &[], Packages::default())),
            ("place", page(false, 1, &[class(0), class(3)], bought.clone())),
            ("waiting", page(true, 3, &[class(2), class(3)], bought)),
        ]
    }
}
