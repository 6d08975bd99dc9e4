//! `GET /studio/STUDIO/members/MEMBER`: one member: why they need somebody, what stands, and what can be done.

use askama::Template;
use axum::http::StatusCode;
use chart::roster::{Card, Need};
use chart::{Body, Entry};
use jiff::Zoned;
use store::{AccountId, StudioRole};
use uuid::Uuid;

use super::needs::{Reason, reason};
use crate::frame::{Frame, Words, html};
use crate::identity::At;
use crate::member::Stands;
use crate::pages::Page;

/// What is known of a member.
#[derive(Template)]
#[template(path = "coach/member.html")]
pub(crate) struct MemberPage {
    frame: Frame,
    /// The address of this page.
    here: String,
    /// The address of the roster.
    roster: String,
    name: String,
    needs: Vec<Open>,
    stands: &'static str,
    contacts: Vec<(&'static str, String, String)>,
    /// Where the owner erases the member.
    erase: Option<String>,
    /// Whether a link for a new password can be made.
    can_recover: bool,
    /// What the member has not agreed to.
    papers: Vec<String>,
    /// Who works here, and whether they answer for the member.
    coaches: Vec<(String, String, bool)>,
    /// When, by whom, and what.
    notes: Vec<(String, String)>,
    entry: String,
}

/// One reason, with the entry to acknowledge if it is one that somebody can deal with.
struct Open {
    reason: Reason,
    entry: Option<Uuid>,
}

impl MemberPage {
    fn of(
        words: Words,
        (here, roster, name): (String, String, String),
        (entries, staff): (&[Entry], &[(AccountId, String)]),
        now: &Zoned,
        entry: String,
    ) -> Self {
        let today = now.date();
        let card = Card::of(words.pack, entries);
        let red = card.red.as_ref().map(|it| it.entry);
        let open = |need: &Need| Open {
            reason: reason(words, now.time_zone(), need),
            entry: to_acknowledge(need, red),
        };
        Self {
            frame: Frame::new(words, []),
            here,
            roster,
            name,
            needs: card.needs(words.pack, today).iter().map(open).collect(),
            stands: message(&Stands::of(words.pack, entries, today)),
            contacts: contacts(entries),
            erase: None,
            can_recover: false,
            papers: card
                .consents_missing
                .iter()
                .map(|it| words.say(&format!("document-{}", it.id())))
                .collect(),
            coaches: staff
                .iter()
                .map(|(id, name)| (id.to_string(), name.clone(), card.lead_coach == Some(id.0)))
                .collect(),
            notes: notes(words, entries, staff, now),
            entry,
        }
    }
}

impl MemberPage {
    fn has_lead(&self) -> bool {
        self.coaches.iter().any(|it| it.2)
    }
}

fn to_acknowledge(need: &Need, red: Option<Uuid>) -> Option<Uuid> {
    match need {
        Need::Alarm { entry, .. } | Need::AdverseEvent { entry, .. } | Need::Message { entry, .. } => {
            Some(*entry)
        }
        Need::Red { .. } => red,
        Need::Held { .. }
        | Need::NoLog { .. }
        | Need::RetestDue { .. }
        | Need::MeasuresDue { .. }
        | Need::ClearanceExpiring { .. }
        | Need::NotScreened
        | Need::NoProgramme
        | Need::BlockDone => None,
    }
}

/// The message that says what stands.
pub(super) fn message(stands: &Stands) -> &'static str {
    match stands {
        Stands::NotScreened => "stands-not-screened",
        Stands::Held(_) => "stands-held",
        Stands::Halted(_) => "stands-halted",
        Stands::NoProgramme(_) => "stands-no-programme",
        Stands::Over => "stands-over",
        Stands::Broken(_) => "stands-broken",
        Stands::Runs(it) if it.has_news() => "stands-news",
        Stands::Runs(_) => "stands-runs",
    }
}

/// Whom to call: the latest of each kind.
pub(super) fn contacts(entries: &[Entry]) -> Vec<(&'static str, String, String)> {
    let of = |kind: chart::ContactKind, message: &'static str| {
        let contact = |it: &Entry| if let Body::Contact(it) = &it.body { Some(it.clone()) } else { None };
        let mut contacts = entries.iter().filter_map(contact).filter(|it| it.kind == kind);
        contacts.next_back().map(|it| (message, it.name, it.telephone))
    };
    let emergency = of(chart::ContactKind::Emergency, "contact-emergency");
    emergency.into_iter().chain(of(chart::ContactKind::Doctor, "contact-doctor")).collect()
}

/// What coaches wrote for each other, the newest first.
pub(super) fn notes(
    words: Words,
    entries: &[Entry],
    staff: &[(AccountId, String)],
    now: &Zoned,
) -> Vec<(String, String)> {
    let said = outcomes::Words::new(words.pack, words.locale, None);
    let by = |it: &Entry| {
        let date = said.date(it.occurred_at.to_zoned(now.time_zone().clone()).date());
        let author = staff.iter().find(|(id, _)| id.to_string() == it.author.account);
        author.map_or(date.clone(), |(_, name)| format!("{date}, {name}"))
    };
    let notes = entries
        .iter()
        .rev()
        .filter_map(|it| if let Body::Note(note) = &it.body { Some((by(it), note.clone())) } else { None });
    notes.take(NOTES_SHOWN).collect()
}

/// How many notes a page shows.
const NOTES_SHOWN: usize = 5;

/// Shows it.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    let here = at.base.trim_end_matches("/door").to_owned();
    let roster = format!("/studio/{}", at.studio.access().studio());
    let about = (here, roster, at.member.name.clone());
    let staff = at.doors.store.staff(at.studio.access()).await?;
    let now = at.doors.app.clock.now();
    let page = MemberPage::of(at.words(), about, (&entries, &staff), &now, at.fresh()?.to_string());
    let erase = (at.studio.access().role() == StudioRole::Owner).then(|| format!("{}/erase", at.base));
    let can_recover = at.doors.store.can_recover(at.studio.access(), at.member.id).await?;
    Ok(html(StatusCode::OK, &MemberPage { erase, can_recover, ..page }))
}

#[cfg(test)]
impl crate::pages::Samples for MemberPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let about =
            || ("/studio/1/members/2".to_owned(), "/studio/1".to_owned(), "Invented Person".to_owned());
        let staff = [(AccountId(Uuid::nil()), "Invented Coach".to_owned())];
        let now = crate::tests::app().clock.now();
        let page = |entries: &[Entry]| Self::of(words, about(), (entries, &staff), &now, "entry".to_owned());
        vec![("new", page(&[])), ("alarm", page(&crate::tests::studio::with_an_alarm()))]
    }
}
