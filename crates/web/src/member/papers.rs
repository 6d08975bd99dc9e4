//! `GET …/papers` and `…/papers/DOCUMENT`: the three documents that a member reads, and `POST`, which keeps the answer to one.
//!
//! Each is answered by itself, can be refused, and can be taken back. Nobody is kept from "something is wrong" by them.

use askama::Template;
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use chart::{Body, Consent, ConsentTold, Document, Entry};
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use uuid::Uuid;

use super::asked::one_of;
use crate::check::fields::Field;
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields, part};
use crate::pages::{Page, PageError};

/// All three.
#[derive(Template)]
#[template(path = "member/papers.html")]
pub(crate) struct PapersPage {
    frame: Frame,
    base: String,
    /// The address, the title, and how it stands.
    papers: Vec<(String, String, String)>,
}

impl PapersPage {
    fn of(words: Words, base: &str, entries: &[Entry], zone: &TimeZone) -> Self {
        let paper = |it: Document| {
            let title = words.say(&format!("document-{}", it.id()));
            (format!("{base}/papers/{}", it.id()), title, standing(words, entries, zone, it))
        };
        Self {
            frame: Frame::new(words, []),
            base: base.to_owned(),
            papers: Document::ALL.into_iter().map(paper).collect(),
        }
    }
}

/// The latest answer to a document, with when it was given.
fn latest(entries: &[Entry], document: Document) -> Option<(&Entry, &Consent)> {
    let corrected: BTreeSet<Uuid> = entries.iter().filter_map(|it| it.supersedes).collect();
    let mut consents =
        entries.iter().filter_map(|it| if let Body::Consent(of) = &it.body { Some((it, of)) } else { None });
    consents.rfind(|(entry, of)| of.document == document && !corrected.contains(&entry.id))
}

fn standing(words: Words, entries: &[Entry], zone: &TimeZone, document: Document) -> String {
    let Some((entry, consent)) = latest(entries, document) else { return words.say("papers-not-yet") };
    let date = entry.occurred_at.to_zoned(zone.clone()).date();
    let date = outcomes::Words::new(words.pack, words.locale, None).date(date);
    match (consent.given, consent.stands(words.pack)) {
        (true, true) => words.say1("papers-agreed", "date", date),
        (true, false) => words.say("papers-changed"),
        (false, _) => words.say1("papers-refused", "date", date),
    }
}

/// How many have no answer that stands: neither an agreement to the words of today nor a refusal.
pub(super) fn unanswered(words: Words, entries: &[Entry]) -> usize {
    let is_open =
        |it: &Document| latest(entries, *it).is_none_or(|(_, of)| of.given && !of.stands(words.pack));
    Document::ALL.iter().filter(|it| is_open(it)).count()
}

/// One document.
#[derive(Template)]
#[template(path = "member/paper.html")]
pub(crate) struct PaperPage {
    frame: Frame,
    base: String,
    document: &'static str,
    title: String,
    lines: Vec<String>,
    standing: String,
    answer: Field,
    /// How a member answered, asked of whoever writes it down for them.
    told: Option<Field>,
    name: String,
    name_label: String,
    /// Whether an agreement was sent without a name.
    is_nameless: bool,
    entry: String,
}

impl PaperPage {
    fn of(
        words: Words,
        (base, is_staff, entry): (&str, bool, String),
        document: Document,
        standing: String,
        sent: Option<&Fields>,
    ) -> Self {
        let nothing = Fields::default();
        let given = sent.unwrap_or(&nothing);
        let message = format!("document-{}", document.id());
        let missing = |name: &str| {
            sent.filter(|it| it.text(name).is_empty()).map(|_| words.say("fault-missing-choice"))
        };
        let agree = if document == Document::PrivacyNotice { "papers-agree-privacy" } else { "papers-agree" };
        let choices = vec![("agree", words.say(agree)), ("not", words.say("papers-not"))];
        let answer = one_of(words, ("answer", "papers-answer"), choices, given);
        let ways = [("paper", "papers-how.choice-paper"), ("spoken", "papers-how.choice-spoken")];
        let ways = ways.map(|(value, message)| (value, words.say(message))).to_vec();
        let told = is_staff
            .then(|| Field { error: missing("told"), ..one_of(words, ("told", "papers-how"), ways, given) });
        Self {
            frame: Frame::new(words, []),
            base: base.to_owned(),
            document: document.id(),
            title: words.say(&message),
            lines: words.list(&message, "line"),
            standing,
            answer: Field { error: missing("answer"), hint: Some(words.say("papers-not-hint")), ..answer },
            told,
            name: given.text("name").to_owned(),
            name_label: words.say(if is_staff { "papers-name-for" } else { "papers-name" }),
            is_nameless: given.text("answer") == "agree" && given.text("name").is_empty(),
            entry,
        }
    }

    fn wrong(&self) -> Vec<&Field> {
        std::iter::once(&self.answer).chain(&self.told).filter(|it| it.error.is_some()).collect()
    }
}

/// Which document an address names.
pub(crate) struct Named(Document);

impl FromRequestParts<Doors> for Named {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, doors: &Doors) -> Result<Self, PageError> {
        let id: String = part(parts, doors, "document").await?.ok_or(PageError::NotFound)?;
        Document::ALL.into_iter().find(|it| it.id() == id).map(Self).ok_or(PageError::NotFound)
    }
}

/// Shows all three.
pub(crate) async fn list(at: At) -> Page {
    let zone = at.doors.app.clock.now().time_zone().clone();
    let page = PapersPage::of(at.words(), &at.base, &at.chart().await?, &zone);
    Ok(html(StatusCode::OK, &page))
}

/// Shows one.
pub(crate) async fn show(at: At, Named(document): Named) -> Page {
    page(&at, &at.chart().await?, document, None)
}

fn page(
    at: &At,
    entries: &[Entry],
    document: Document,
    sent: Option<&Fields>,
) -> Result<Response, PageError> {
    let zone = at.doors.app.clock.now().time_zone().clone();
    let standing = standing(at.words(), entries, &zone, document);
    let about = (at.base.as_str(), at.is_staff(), at.fresh()?.to_string());
    let status = if sent.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(html(status, &PaperPage::of(at.words(), about, document, standing, sent)))
}

/// Keeps the answer.
pub(crate) async fn send(State(doors): State<Doors>, at: At, Named(document): Named, fields: Fields) -> Page {
    let version = at.pack().document_version(at.words().locale, document.id()).ok_or(PageError::NotFound)?;
    let Some((given, told)) = answered(&at, &fields) else {
        return page(&at, &at.chart().await?, document, Some(&fields));
    };
    let consent = Consent { document, version, given, signed: fields.text("name").to_owned(), told };
    at.keep(vec![at.draft(fields.entry(doors.now())?, Body::Consent(consent))], None).await?;
    Ok(Redirect::to(&format!("{}/papers", at.base)).into_response())
}

/// Whether it was agreed to, and how it was told; none if something is missing.
fn answered(at: &At, fields: &Fields) -> Option<(bool, Option<ConsentTold>)> {
    let given = match fields.text("answer") {
        "agree" => true,
        "not" => false,
        _ => return None,
    };
    let told = match fields.text("told") {
        "paper" => Some(ConsentTold::Paper),
        "spoken" => Some(ConsentTold::Spoken),
        _ => None,
    };
    let told = told.filter(|_| at.is_staff());
    let is_signed = !given || !fields.text("name").is_empty();
    (is_signed && at.is_staff() == told.is_some()).then_some((given, told))
}

#[cfg(test)]
impl crate::pages::Samples for PapersPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        vec![("unread", Self::of(words, "/my/1", &[], &TimeZone::UTC))]
    }
}

#[cfg(test)]
impl crate::pages::Samples for PaperPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let page = |document, is_staff, sent: Option<&Fields>| {
            let standing = standing(words, &[], &TimeZone::UTC, document);
            Self::of(words, ("/my/1", is_staff, "entry".to_owned()), document, standing, sent)
        };
        let unsigned = Fields::kept("answer", "agree");
        let mut samples: Vec<_> =
            Document::ALL.into_iter().map(|it| ("fresh", page(it, false, None))).collect();
        samples.push(("unsigned", page(Document::Waiver, true, Some(&unsigned))));
        samples
    }
}
