//! `POST /studio/STUDIO/invite`, `…/members/MEMBER/invite` and `…/members/MEMBER/recover`: a link by which somebody joins, or chooses a
//! new password, shown once.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use qrcode::QrCode;
use qrcode::render::svg;
use store::{StudioRole, Token};

use crate::doors::Doors;
use crate::frame::Door;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields, Staff};
use crate::pages::{Page, PageError};

/// Pixels of the drawing, at least.
const QR_PIXELS: u32 = 240;

/// The link, to be sent, scanned or printed.
#[derive(Template)]
#[template(path = "coach/invite.html")]
pub(crate) struct InvitePage {
    frame: Frame,
    /// Where "back" leads.
    back: String,
    /// Whom it is for; empty for a coach.
    name: String,
    link: String,
    /// The same as a drawing, for a phone's camera.
    drawing: String,
    /// The messages that say what it is and how long it works.
    says: [&'static str; 2],
}

/// What a link is for.
const JOIN: [&str; 2] = ["invite-title", "invite-once"];
const RECOVER: [&str; 2] = ["recover-link-title", "recover-once"];

impl InvitePage {
    fn of(words: Words, back: String, name: String, link: String) -> Result<Self, PageError> {
        let drawing = QrCode::new(&link).map_err(|_| PageError::Ours("a link could not be drawn"))?;
        let drawing = drawing
            .render::<svg::Color<'_>>()
            .min_dimensions(QR_PIXELS, QR_PIXELS)
            .dark_color(svg::Color("#000000"))
            .light_color(svg::Color("#ffffff"))
            .build();
        // A declaration may stand at the beginning of a file, not in the middle of a page.
        let drawing = drawing.split_once("?>").map_or(drawing.as_str(), |(_, rest)| rest).to_owned();
        Ok(Self { frame: Frame::new(words, []), back, name, link, drawing, says: JOIN })
    }
}

/// Invites somebody to work here.
pub(crate) async fn staff(State(doors): State<Doors>, staff: Staff, fields: Fields) -> Page {
    let role = match fields.text("role") {
        "owner" => StudioRole::Owner,
        "coach" => StudioRole::Coach,
        _ => return Err(PageError::Unreadable),
    };
    let link = staff.studio.invite(role, doors.now()).await?.ok_or(PageError::NotFound)?;
    let link = address(&doors, staff.studio.access().studio(), &link);
    shown(InvitePage::of(doors.app.words_of(Door::Member), staff.base(), String::new(), link))
}

/// Invites a member to their own pages.
pub(crate) async fn member(at: At) -> Page {
    let role = StudioRole::Member(at.member.id);
    let link = at.studio.invite(role, at.doors.now()).await?.ok_or(PageError::NotFound)?;
    let link = address(&at.doors, at.studio.access().studio(), &link);
    let back = at.base.trim_end_matches("/door").to_owned();
    shown(InvitePage::of(at.words(), back, at.member.name, link))
}

/// Makes a link by which a member chooses a new password.
pub(crate) async fn recovery(at: At) -> Page {
    let access = at.studio.access();
    let link = at.doors.store.recovery(access, at.member.id, at.doors.now()).await?;
    let link = link.ok_or(PageError::NotFound)?;
    let link = format!("{}/recover/{}/{}", at.doors.app.public_address, access.studio(), link.text());
    let back = at.base.trim_end_matches("/door").to_owned();
    let page = InvitePage::of(at.words(), back, at.member.name, link)?;
    shown(Ok(InvitePage { says: RECOVER, ..page }))
}

fn address(doors: &Doors, studio: store::StudioId, link: &Token) -> String {
    format!("{}/join/{studio}/{}", doors.app.public_address, link.text())
}

fn shown(page: Result<InvitePage, PageError>) -> Result<Response, PageError> {
    Ok(html(StatusCode::OK, &page?))
}

#[cfg(test)]
impl crate::pages::Samples for InvitePage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let link = "https://back.example.org/join/1/0123456789".to_owned();
        let page =
            |name: &str| Self::of(words, "/studio/1".to_owned(), name.to_owned(), link.clone()).unwrap();
        vec![("coach", page("")), ("member", page("Invented Person"))]
    }
}
