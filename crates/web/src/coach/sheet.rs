//! `GET …/next`: what a coach has to know before the next session, in half a minute and on one sheet of paper.

use askama::Template;
use axum::http::StatusCode;
use chart::Entry;
use chart::roster::Card;
use jiff::Zoned;
use prescription::{Light, SessionLog, session_lights};
use store::AccountId;

use super::member::{message as message_of, notes};
use super::needs::{Reason, reason};
use super::programme::{decided, news};
use crate::frame::{Frame, Words, html};
use crate::identity::At;
use crate::member::{Hold, Running, Stands};
use crate::pages::Page;

/// The sheet.
#[derive(Template)]
#[template(path = "coach/sheet.html")]
pub(crate) struct SheetPage {
    frame: Frame,
    here: String,
    name: String,
    /// When the next session is; none where there is none.
    day: Option<String>,
    /// Why there is no session, where something holds.
    hold: Vec<String>,
    needs: Vec<Reason>,
    /// The last session that was told: its day, how it went, and what was told of it.
    last: Option<(String, String, Vec<String>)>,
    /// The message that says what stands.
    stands: &'static str,
    /// What would change.
    changes: Vec<String>,
    /// Why: what was decided, each with its rule and what was observed.
    decisions: Vec<(String, String)>,
    items: Vec<Item>,
    /// The newest note of a coach.
    note: Option<(String, String)>,
}

/// One exercise of the next session.
struct Item {
    name: String,
    dose: String,
    /// What to say first.
    cue: Option<String>,
    limits: Vec<String>,
}

impl SheetPage {
    fn of(
        words: Words,
        (here, name): (String, String),
        (entries, staff): (&[Entry], &[(AccountId, String)]),
        now: &Zoned,
    ) -> Self {
        let needs = Card::of(words.pack, entries).needs(words.pack, now.date());
        let stands = Stands::of(words.pack, entries, now.date());
        let mut page = Self {
            frame: Frame::new(words, ["RF-41"]),
            here,
            name,
            day: None,
            hold: Vec::new(),
            needs: needs.iter().map(|it| reason(words, now.time_zone(), it)).collect(),
            last: None,
            stands: message_of(&stands),
            changes: Vec::new(),
            decisions: Vec::new(),
            items: Vec::new(),
            note: notes(words, entries, staff, now).into_iter().next(),
        };
        match stands {
            Stands::Runs(running) => page.fill(words, &running, now),
            Stands::Held(standing) => page.hold(Hold::of(words, &standing)),
            Stands::Halted(it) => page.hold(Some(Hold::halted(words, &it.0, &it.1))),
            Stands::NotScreened | Stands::NoProgramme(_) | Stands::Over | Stands::Broken(_) => {}
        }
        page
    }

    fn hold(&mut self, hold: Option<Hold>) {
        self.hold = hold.map(|it| it.lines.into_iter().chain(it.because).collect()).unwrap_or_default();
        self.hold.retain(|it| !it.is_empty());
    }

    fn fill(&mut self, words: Words, running: &Running, now: &Zoned) {
        let said = outcomes::Words::of(words.pack, words.locale, &running.standing.intake);
        let today = now.date();
        self.last = last(words, running, now);
        self.changes = news(&said, running);
        self.decisions = decided(&said, running);
        let open = running.open_sessions(today).into_iter().next();
        let Some(session) = open.or_else(|| running.next_after(today)) else { return };
        self.day = Some(said.weekday(session.date));
        let Some(shown) = said.session_in_words(&running.next.prescription, session) else { return };
        let item = |(own, shown): (&prescription::Item, outcomes::Item)| {
            let how = said.how_to(&own.exercise, &own.limits);
            Item { name: shown.name, dose: shown.dose, cue: how.cues.into_iter().next(), limits: how.limits }
        };
        self.items = session.items.iter().zip(shown.items).map(item).collect();
    }
}

/// The last session that was told.
fn last(words: Words, running: &Running, now: &Zoned) -> Option<(String, String, Vec<String>)> {
    let said = outcomes::Words::new(words.pack, words.locale, None);
    let log = running.course.sessions().iter().max_by_key(|it| (it.date, it.part))?;
    let lights = session_lights(words.pack, running.course.told(), now.date());
    let light = lights.iter().find(|(day, part, _)| (*day, *part) == (log.date, log.part));
    let light = words.say(light.map_or("sheet-hold", |it| message(it.2)));
    Some((said.weekday(log.date), light, told(words, log)))
}

fn message(light: Light) -> &'static str {
    match light {
        Light::Green => "sheet-green",
        Light::Hold => "sheet-hold",
        Light::Steady => "sheet-steady",
        Light::Amber => "sheet-amber",
        Light::Red => "sheet-red",
    }
}

/// What was told of a session, in numbers. What was not told is not there.
fn told(words: Words, log: &SessionLog) -> Vec<String> {
    let before = log.pain_before.map(|it| words.say1("sheet-pain-before", "pain", it.get()));
    let worst = log.items.iter().filter_map(|it| it.pain_max).max();
    let worst = worst.map(|it| words.say1("sheet-pain-worst", "pain", it.get()));
    let effort = log.effort.map(|it| words.say1("sheet-effort", "effort", it.get()));
    before.into_iter().chain(worst).chain(effort).collect()
}

/// Shows it.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    let staff = at.doors.store.staff(at.studio.access()).await?;
    let here = at.base.trim_end_matches("/door").to_owned();
    let now = at.doors.app.clock.now();
    let page = SheetPage::of(at.words(), (here, at.member.name.clone()), (&entries, &staff), &now);
    Ok(html(StatusCode::OK, &page))
}

#[cfg(test)]
impl crate::pages::Samples for SheetPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use crate::tests::studio;
        let now = crate::tests::app().clock.now();
        let page = |entries: &[Entry]| {
            let about = ("/studio/1/members/2".to_owned(), "Invented Person".to_owned());
            Self::of(words, about, (entries, &[]), &now)
        };
        vec![
            ("new", page(&[])),
            ("runs", page(&studio::running())),
            ("told", page(&studio::told_once())),
            ("alarm", page(&studio::with_an_alarm())),
        ]
    }
}
