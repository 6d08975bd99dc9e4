//! `GET /studio/STUDIO/harm`: everything that happened to members that was not meant to, and how often among how many sessions.
//!
//! Harm is asked for at every session, so that the rate says more than what somebody volunteered.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chart::roster::{Harm, HarmCount, harm};

use crate::doors::Doors;
use crate::frame::{Door, Frame, Words, html};
use crate::identity::Staff;
use crate::pages::Page;

/// The review list.
#[derive(Template)]
#[template(path = "coach/harm.html")]
pub(crate) struct HarmPage {
    frame: Frame,
    base: String,
    /// How many events and serious ones there were, in how many sessions.
    count: HarmCount,
    /// Events in a hundred sessions; none while no session was told.
    rate: Option<String>,
    rows: Vec<Row>,
}

/// One event.
struct Row {
    day: String,
    address: String,
    name: String,
    what: String,
    is_serious: bool,
    /// What kind of incident it was, who was called, and what was done at once.
    incident: Option<(String, String, String)>,
    dealt: Option<String>,
}

impl HarmPage {
    fn of(words: Words, base: String, count: HarmCount, told: Vec<(String, String, Harm)>) -> Self {
        let said = outcomes::Words::new(words.pack, words.locale, None);
        let row = |(address, name, harm): (String, String, Harm)| Row {
            day: said.date(harm.event.date),
            address,
            name,
            what: harm.event.what,
            is_serious: harm.event.serious,
            incident: harm.event.incident.map(|it| {
                let kind = words.say(&format!("incident-kind.choice-{}", it.kind.id()));
                (kind, words.say(&format!("incident-called.choice-{}", it.called.id())), it.done)
            }),
            dealt: harm.dealt,
        };
        let rate = count.tenths_per_hundred().map(|it| format!("{}.{}", it / 10, it % 10));
        Self { frame: Frame::new(words, []), base, count, rate, rows: told.into_iter().map(row).collect() }
    }
}

/// Shows it. Words of an event stand sealed in its chart alone, so that the charts of those are read to whom one happened.
pub(crate) async fn show(State(doors): State<Doors>, staff: Staff) -> Page {
    let mut count = HarmCount::default();
    let mut told = Vec::new();
    for (member, card) in staff.studio.cards().await? {
        let own = card.map(|it| it.harm).unwrap_or_default();
        count = count.with(own);
        if own.events > 0 {
            let entries = staff.studio.chart(member.id).await?.unwrap_or_default();
            let address = format!("{}/members/{}", staff.base(), member.id);
            told.extend(harm(&entries).into_iter().map(|it| (address.clone(), member.name.clone(), it)));
        }
    }
    told.sort_by_key(|it| std::cmp::Reverse(it.2.event.date));
    Ok(html(StatusCode::OK, &HarmPage::of(doors.app.words_of(Door::Member), staff.base(), count, told)))
}

#[cfg(test)]
impl crate::pages::Samples for HarmPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use chart::{AdverseEvent, Called, Incident, IncidentKind};
        let told = |incident, dealt: Option<&str>| {
            let date = crate::tests::TODAY;
            let what = "Slipped off the step.".to_owned();
            let event = AdverseEvent { date, what, serious: dealt.is_none(), in_session: None, incident };
            let harm = Harm { entry: uuid::Uuid::nil(), event, dealt: dealt.map(str::to_owned) };
            ("/studio/1/members/2".to_owned(), "Invented Person".to_owned(), harm)
        };
        let done = "Sat down, and had water.".to_owned();
        let incident = Incident { kind: IncidentKind::Fall, called: Called::Contact, done };
        let count = HarmCount { events: 2, serious: 1, sessions: 31 };
        let page = |count, told| Self::of(words, "/studio/1".to_owned(), count, told);
        vec![
            ("nothing", page(HarmCount::default(), Vec::new())),
            ("some", page(count, vec![told(Some(incident), None), told(None, Some("Called."))])),
        ]
    }
}
