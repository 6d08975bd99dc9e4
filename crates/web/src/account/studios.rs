//! `GET /home`: where somebody belongs. One studio opens at once; of several they choose.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use store::{Access, StudioRole};

use crate::doors::Doors;
use crate::frame::{Door, Frame, Words, html};
use crate::identity::SignedIn;
use crate::pages::Page;

/// Every studio that somebody belongs to.
#[derive(Template)]
#[template(path = "account/studios.html")]
pub(crate) struct StudiosPage {
    frame: Frame,
    name: String,
    /// Address, name, and the message that says what they are there.
    studios: Vec<(String, String, &'static str)>,
}

impl StudiosPage {
    fn of(words: Words, name: String, studios: Vec<(String, String, &'static str)>) -> Self {
        Self { frame: Frame::new(words, []), name, studios }
    }
}

/// Leads to the only studio, or asks which.
pub(crate) async fn show(State(doors): State<Doors>, who: SignedIn) -> Page {
    if let [only] = &who.access[..] {
        return Ok(Redirect::to(&address(only)).into_response());
    }
    let names = doors.store.all_studios().await?;
    let row = |it: &Access| {
        let name = names.iter().find(|(id, _)| *id == it.studio()).map(|(_, name)| name.clone());
        let role = match it.role() {
            StudioRole::Owner => "role-owner",
            StudioRole::Coach => "role-coach",
            StudioRole::Member(_) => "role-member",
        };
        Some((address(it), name?, role))
    };
    let studios = who.access.iter().filter_map(row).collect();
    Ok(html(StatusCode::OK, &StudiosPage::of(doors.app.words_of(Door::Member), who.account.name, studios)))
}

/// The first page of a studio for whoever has this access.
fn address(access: &Access) -> String {
    match access.role() {
        StudioRole::Owner | StudioRole::Coach => format!("/studio/{}", access.studio()),
        StudioRole::Member(_) => format!("/my/{}", access.studio()),
    }
}

#[cfg(test)]
impl crate::pages::Samples for StudiosPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let studios = vec![
            ("/studio/1".to_owned(), "Lindenhof".to_owned(), "role-coach"),
            ("/studio/2".to_owned(), "Example Hall".to_owned(), "role-owner"),
            ("/my/3".to_owned(), "Another".to_owned(), "role-member"),
        ];
        vec![
            ("some", Self::of(words, "Invented Person".to_owned(), studios)),
            ("none", Self::of(words, "Invented Person".to_owned(), Vec::new())),
        ]
    }
}
