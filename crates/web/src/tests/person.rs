//! Somebody behind signing in: presses links and buttons through the router, with a cookie, as a browser without script would.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use std::collections::BTreeMap;
use store::{Place, Store, StudioId, StudioRole};
use tower::ServiceExt;

use super::markup::{Piece, faults, pieces, unescaped, value};
use super::visitor::form;
use super::{app, no, pack};
use crate::router;

/// A studio on a store of its own.
pub(super) struct House {
    pub(super) store: Store,
    pub(super) id: StudioId,
    _folder: tempfile::TempDir,
}

impl House {
    /// A studio in which nobody is yet.
    pub(super) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Place::Folder(folder.path().to_owned()), pack()).await.unwrap();
        let id = store.add_studio("Lindenhof", app().clock.now().timestamp()).await.unwrap();
        Self { store, id, _folder: folder }
    }

    /// Another studio on the same store.
    pub(super) async fn beside(&self) -> StudioId {
        self.store.add_studio("Another", app().clock.now().timestamp()).await.unwrap()
    }

    /// Somebody who has not signed in.
    pub(super) fn somebody(&self) -> Person {
        Person {
            door: router(app(), Some(self.store.clone())),
            cookie: None,
            status: StatusCode::OK,
            address: String::new(),
            page: String::new(),
        }
    }

    /// Somebody who has joined a studio in a role.
    pub(super) async fn joined(&self, studio: StudioId, role: StudioRole, mail: &str) -> Person {
        let now = app().clock.now().timestamp();
        let office = self.store.studio(self.store.operator(studio)).await.unwrap();
        let link = office.invite(role, now).await.unwrap().unwrap();
        let mut person = self.somebody();
        person.join(&format!("/join/{studio}/{}", link.text()), mail).await;
        person
    }

    /// An owner.
    pub(super) async fn owner(&self) -> Person {
        self.joined(self.id, StudioRole::Owner, "owner@example.invalid").await
    }

    /// A member with pages of their own.
    pub(super) async fn member(&self) -> (Person, store::MemberId) {
        self.another("member@example.invalid").await
    }

    /// Another one.
    pub(super) async fn another(&self, mail: &str) -> (Person, store::MemberId) {
        let now = app().clock.now().timestamp();
        let office = self.store.studio(self.store.operator(self.id)).await.unwrap();
        let member = office.add_member("Invented Person", now).await.unwrap().unwrap();
        (self.joined(self.id, StudioRole::Member(member), mail).await, member)
    }

    /// What a member's chart holds.
    pub(super) async fn chart(&self, member: store::MemberId) -> Vec<chart::Entry> {
        let office = self.store.studio(self.store.operator(self.id)).await.unwrap();
        office.chart(member).await.unwrap().unwrap()
    }

    /// Brings a chart in, for the member whom it then is.
    pub(super) async fn bring_in(&self, member: store::MemberId, chart: Vec<chart::Entry>) {
        let office = self.store.studio(self.store.operator(self.id)).await.unwrap();
        office.import(member, chart).await.unwrap().unwrap();
    }
}

/// Somebody with a browser.
pub(super) struct Person {
    door: Router,
    pub(super) cookie: Option<String>,
    pub(super) status: StatusCode,
    /// The address of the page they see.
    pub(super) address: String,
    pub(super) page: String,
}

impl Person {
    /// Opens an address, and where it leads.
    pub(super) async fn open(&mut self, address: &str) {
        self.request(Method::GET, address, Vec::new(), &[]).await;
    }

    /// Follows the link that an invitation is.
    pub(super) async fn join(&mut self, link: &str, mail: &str) {
        self.open(link).await;
        self.press(link, &[("name", "Invented Person"), ("mail", mail), ("password", "a long password")])
            .await;
    }

    /// Fills fields in and presses the button of the form that leads to an address.
    pub(super) async fn press(&mut self, address: &str, filled: &[(&str, &str)]) {
        let own = self.fields(address);
        let own = own.unwrap_or_else(|| panic!("no form leads to {address}: {}", self.page));
        let mut fields = own;
        fields.retain(|(name, _)| !filled.iter().any(|(own, _)| own == name));
        fields.extend(filled.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.post(address, &fields, &[]).await;
    }

    /// Sends a form.
    pub(super) async fn post(
        &mut self,
        address: &str,
        fields: &[(String, String)],
        headers: &[(&str, &str)],
    ) {
        self.request(Method::POST, address, form(fields), headers).await;
    }

    /// What the form that leads to an address would send; none where there is no such form.
    pub(super) fn fields(&self, address: &str) -> Option<Vec<(String, String)>> {
        let (mut fields, mut inside, mut list, mut area) = (None, false, None, None);
        for piece in pieces(&self.page) {
            match piece {
                Piece::Open { tag, attributes } if tag == "form" => {
                    let action = value(&attributes, "action").unwrap_or(&self.address);
                    let base = self.address.rsplit_once('/').map_or("", |it| it.0);
                    let action =
                        if action.starts_with('/') { action.to_owned() } else { format!("{base}/{action}") };
                    inside = action == address && fields.is_none();
                    if inside {
                        fields = Some(Vec::new());
                    }
                }
                Piece::Close(tag) if tag == "form" => inside = false,
                Piece::Open { tag, attributes } if inside => {
                    let name = value(&attributes, "name").unwrap_or_default().to_owned();
                    let own = value(&attributes, "value").unwrap_or_default().to_owned();
                    let box_like = matches!(value(&attributes, "type"), Some("radio" | "checkbox"));
                    let sent = match tag.as_str() {
                        "input"
                            if !name.is_empty() && (!box_like || value(&attributes, "checked").is_some()) =>
                        {
                            Some((name, own))
                        }
                        "select" => {
                            list = Some(name);
                            None
                        }
                        // A list sends its first entry if no other is chosen.
                        "option" => list.take().map(|it| (it, own)),
                        "textarea" => {
                            area = Some(name);
                            None
                        }
                        _ => None,
                    };
                    fields.as_mut().unwrap().extend(sent);
                }
                Piece::Text(text) if inside => {
                    fields.as_mut().unwrap().extend(area.take().map(|it: String| (it, unescaped(&text))));
                }
                Piece::Open { .. } | Piece::Close(_) | Piece::Text(_) => {}
            }
        }
        fields
    }

    /// Answers the health history as somebody to whom nothing applies, but for what `instead` says, as far as it asks questions.
    pub(super) async fn answer_history(&mut self, base: &str, instead: &[(&str, &str)]) {
        let address = format!("{base}/check");
        for _ in 0..80 {
            let Some(fields) = self.fields(&address) else { return };
            let page = fields.iter().find(|(name, _)| name == "page").map_or("", |(_, page)| page).to_owned();
            if self.page.contains("class=\"emergency\"") {
                return;
            }
            let here = pack().questions.iter().filter(|it| it.raw.page == page);
            let here = here.filter(|it| self.page.contains(&format!("name=\"a.{}", it.raw.key)));
            let mut filled: BTreeMap<String, String> =
                here.map(|it| (format!("a.{}", it.raw.key), no(it).to_owned())).collect();
            if self.page.contains("name=\"a.birth_year\"") {
                filled.insert("a.birth_year".to_owned(), "1968".to_owned());
            }
            for (name, value) in instead {
                if let Some(it) = filled.get_mut(*name) {
                    (*value).clone_into(it);
                }
            }
            let mut filled: Vec<(&str, &str)> =
                filled.iter().map(|(name, it)| (name.as_str(), it.as_str())).collect();
            filled.push(("action", "next"));
            self.press(&address, &filled).await;
        }
        panic!("the health history does not end");
    }

    async fn request(&mut self, method: Method, address: &str, body: Vec<u8>, headers: &[(&str, &str)]) {
        let (mut method, mut address, mut body) = (method, address.to_owned(), body);
        for _ in 0..5 {
            let mut request = Request::builder().method(&method).uri(&address);
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            if let Some(cookie) = &self.cookie {
                request = request.header(header::COOKIE, cookie);
            }
            let response = self.door.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
            if let Some(given) = response.headers().get(header::SET_COOKIE) {
                self.cookie = given.to_str().unwrap().split_once(';').map(|(cookie, _)| cookie.to_owned());
            }
            self.status = response.status();
            if let Some(on) = response.headers().get(header::LOCATION) {
                (method, address, body) = (Method::GET, on.to_str().unwrap().to_owned(), Vec::new());
                continue;
            }
            let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
            self.page = String::from_utf8_lossy(&bytes).into_owned();
            address.clone_into(&mut self.address);
            if self.page.starts_with("<!DOCTYPE") {
                let wrong = faults(&self.page);
                assert!(wrong.is_empty(), "{address}: {wrong:?}");
            }
            return;
        }
        panic!("{address} leads nowhere");
    }

    /// Whether the page has the words of a message.
    pub(super) fn reads(&self, message: &str) -> bool {
        unescaped(&self.page).contains(&super::pack_says(message))
    }
}
