//! A visitor: presses buttons and fills in fields through the router, as a browser without script would.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use tower::ServiceExt;

use super::markup::{Piece, faults, pieces, unescaped, value};
use super::{app, no, pack, reading};
use crate::answers::Answers;
use crate::check::reading::Reading;
use crate::router;

/// Somebody at the public door, with the page they see.
pub(super) struct Visitor {
    door: Router,
    /// How many pages they have seen.
    pub(super) screens: usize,
    /// Every address they asked for.
    pub(super) addresses: Vec<String>,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) page: String,
    pub(super) bytes: Vec<u8>,
}

impl Visitor {
    /// Somebody who has not opened anything yet.
    pub(super) fn new() -> Self {
        Self {
            door: router(app(), None),
            screens: 0,
            addresses: Vec::new(),
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            page: String::new(),
            bytes: Vec::new(),
        }
    }

    /// Somebody on the first page of the self-check.
    pub(super) async fn at_the_check() -> Self {
        let mut visitor = Self::new();
        visitor.open("/check").await;
        visitor
    }

    /// Opens an address.
    pub(super) async fn open(&mut self, address: &str) {
        self.request(Method::GET, address, Vec::new()).await;
    }

    /// Sends exactly these bytes as a form.
    pub(super) async fn post(&mut self, address: &str, body: Vec<u8>) {
        self.request(Method::POST, address, body).await;
    }

    async fn request(&mut self, method: Method, address: &str, body: Vec<u8>) {
        let request = Request::builder().method(method).uri(address);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let response = self.door.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        self.screens += 1;
        self.addresses.push(address.to_owned());
        self.status = response.status();
        self.headers = response.headers().clone();
        self.bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
        self.page = String::from_utf8_lossy(&self.bytes).into_owned();
        if self.page.starts_with("<!DOCTYPE") {
            let wrong = faults(&self.page);
            assert!(wrong.is_empty(), "{address}: {wrong:?}");
        }
    }

    /// Every field that the page would send if a button of its first form were pressed now.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        let mut list: Option<String> = None;
        let mut area: Option<String> = None;
        for piece in pieces(&self.page) {
            match piece {
                Piece::Open { tag, attributes } => {
                    let name = value(&attributes, "name").unwrap_or_default().to_owned();
                    let own = value(&attributes, "value").unwrap_or_default().to_owned();
                    let box_like = matches!(value(&attributes, "type"), Some("radio" | "checkbox"));
                    match tag.as_str() {
                        "input"
                            if !name.is_empty() && (!box_like || value(&attributes, "checked").is_some()) =>
                        {
                            fields.push((name, own));
                        }
                        "select" => list = Some(name),
                        "option" if value(&attributes, "selected").is_some() => {
                            fields.extend(list.clone().map(|list| (list, own)));
                        }
                        "textarea" => area = Some(name),
                        _ => {}
                    }
                }
                Piece::Text(text) => fields.extend(area.take().map(|area| (area, unescaped(&text)))),
                Piece::Close(tag) if tag == "form" => break,
                Piece::Close(_) => area = None,
            }
        }
        fields
    }

    /// Which page this is said to be, and of how many.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        let (_, rest) = self.page.split_once("<progress id=\"place\" value=\"")?;
        let (at, rest) = rest.split_once("\" max=\"")?;
        Some((at.parse().ok()?, rest.split_once('"')?.0.parse().ok()?))
    }

    /// The name of the page of the self-check.
    pub(super) fn page_name(&self) -> String {
        self.fields().into_iter().find(|(name, _)| name == "page").map(|(_, page)| page).unwrap_or_default()
    }

    /// Fills fields in and presses a button. A filled field replaces what stood there.
    pub(super) async fn send(&mut self, filled: &[(&str, &str)], action: &str) {
        self.send_to("/check", filled, action).await;
    }

    /// As [`Self::send`], to another address.
    pub(super) async fn send_to(&mut self, address: &str, filled: &[(&str, &str)], action: &str) {
        let mut fields = self.fields();
        fields.retain(|(name, _)| !filled.iter().any(|(own, _)| own == name));
        fields.extend(filled.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        fields.push(("action".to_owned(), action.to_owned()));
        self.post(address, form(&fields)).await;
    }

    /// Answers the page as somebody to whom nothing applies, but for what `instead` says, and goes on.
    pub(super) async fn answer_no(&mut self, instead: &[(&str, &str)]) {
        let page = self.page_name();
        let here = pack()
            .questions
            .iter()
            .filter(|it| it.raw.page == page && self.page.contains(&format!("name=\"a.{}", it.raw.key)));
        let mut filled: Vec<(String, String)> =
            here.map(|it| (format!("a.{}", it.raw.key), no(it).to_owned())).collect();
        if self.page.contains("name=\"a.birth_year\"") {
            filled.push(("a.birth_year".to_owned(), "1968".to_owned()));
        }
        for (name, value) in instead {
            filled.iter_mut().filter(|(own, _)| own == name).for_each(|(_, own)| (*value).clone_into(own));
        }
        let filled: Vec<(&str, &str)> =
            filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.send(&filled, "next").await;
    }

    /// Answers page after page until one comes that is not a page of questions.
    pub(super) async fn answer_all(&mut self, instead: &[(&str, &str)]) {
        for _ in 0..60 {
            if !pack().public_pages.contains(&self.page_name())
                || !self.page.contains("<fieldset") && !self.page.contains("class=\"field")
            {
                return;
            }
            self.answer_no(instead).await;
        }
        panic!("the self-check does not end");
    }

    /// What would be read of the page if it were sent now.
    pub(super) fn reading(&self) -> Reading {
        reading(pack(), &Answers::from_fields(pack(), &self.fields()))
    }

    /// Whether the page is the plan.
    pub(super) fn sees_a_plan(&self) -> bool {
        self.page.contains("/plan.pdf")
    }
}

/// Fields as a browser encodes them.
pub(super) fn form(fields: &[(String, String)]) -> Vec<u8> {
    let encode = |text: &str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
        text.bytes()
            .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect::<String>()
    };
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    pairs.join("&").into_bytes()
}
