//! `GET /my/STUDIO`: what stands on the day. Before a session it asks the short check, and shows no exercise.

use askama::Template;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use chart::Entry;
use jiff::ToSpan;
use jiff::civil::Date;
use outcomes::{DayAtAGlance, Support};

use super::stands::{Hold, Running, Stands};
use super::today::check_fields;
use super::{after, paper};
use crate::check::fields::Field;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields};
use crate::pages::{Page, PageError};

/// How many days back a session can be told that nobody has told yet.
pub(super) const LATE_DAYS: i32 = 14;

/// The first page of a member's door.
#[derive(Template)]
#[template(path = "member/home.html")]
pub(crate) struct HomePage {
    frame: Frame,
    base: String,
    name: String,
    /// Whether somebody of the studio has it open.
    is_staff: bool,
    day: String,
    stands: Shown,
    /// Days with a session that was not told, today first: the value and its words.
    open: Vec<(String, String)>,
    check: Vec<Field>,
    /// The session whose evening and morning are asked for.
    after: Option<(Date, String, Vec<Field>)>,
    week: Vec<DayAtAGlance>,
    today: Date,
    /// When the next session is, if there is none today.
    next: Option<String>,
    done: usize,
    messages: usize,
    /// What else is asked: the address, and its words.
    asked: Vec<(String, String)>,
    /// The supportive card, when the newest answers about mood call for it (OM-33).
    support: Option<Support>,
    /// Letters that rules offer: the address, and its words.
    letters: Vec<(String, String)>,
    entry: String,
    after_entry: String,
    is_wrong: bool,
    kept: bool,
}

/// What the page says first.
enum Shown {
    NotScreened,
    Hold(Hold),
    NoProgramme,
    Over,
    Broken,
    Runs,
}

impl HomePage {
    pub(crate) fn of(at: &At, entries: &[Entry], fields: &Fields, is_wrong: bool) -> Result<Self, PageError> {
        let (words, today) = (at.words(), at.today());
        let stands = Stands::of(at.pack(), entries, today);
        let said = outcomes::Words::new(words.pack, words.locale, None);
        let (support, letters) = offered(at, entries, matches!(stands, Stands::Runs(_)));
        let mut page = Self {
            frame: Frame::new(words, ["RF-41", "RF-42"]),
            base: at.base.clone(),
            name: at.member.name.clone(),
            is_staff: at.is_staff(),
            day: said.date(today),
            stands: shown(words, &stands),
            open: Vec::new(),
            check: Vec::new(),
            after: None,
            week: Vec::new(),
            today,
            next: None,
            done: 0,
            messages: super::messages::said(words, &jiff::tz::TimeZone::UTC, entries).len(),
            asked: asked(at, entries),
            support,
            letters,
            entry: at.fresh()?.to_string(),
            after_entry: at.fresh()?.to_string(),
            is_wrong,
            kept: false,
        };
        if let Stands::Runs(running) = &stands {
            page.fill(words, running, fields);
        }
        Ok(page)
    }

    fn fill(&mut self, words: Words, running: &Running, fields: &Fields) {
        let said = outcomes::Words::of(words.pack, words.locale, &running.standing.intake);
        let days = (0..=LATE_DAYS).map(|back| self.today.saturating_sub(back.days()));
        let open = days.filter(|it| !running.open_sessions(*it).is_empty());
        self.open = open.map(|it| (it.to_string(), said.date(it))).collect();
        if !self.open.is_empty() {
            self.check = check_fields(words, fields, self.is_wrong);
        }
        self.after =
            after::open(words, running, self.today).map(|it| (it, said.date(it), after::fields(words)));
        self.week = said.week_at_a_glance(&running.next.prescription, self.today).unwrap_or_default();
        self.next = running.next_after(self.today).map(|it| said.date(it.date));
        self.done = running.course.sessions().len();
    }

    /// Draws it.
    pub(crate) fn show(&self, status: StatusCode) -> Response {
        html(status, self)
    }

    /// Whether there is a session today that was not told.
    fn is_session_today(&self) -> bool {
        self.open.first().is_some_and(|(day, _)| *day == self.today.to_string())
    }
}

/// What is asked besides sessions: papers without an answer that stands, and measures that are due.
fn asked(at: &At, entries: &[Entry]) -> Vec<(String, String)> {
    let words = at.words();
    let papers = super::papers::unanswered(words, entries);
    let papers =
        (papers > 0).then(|| (format!("{}/papers", at.base), words.say1("papers-open", "count", papers)));
    let due = super::measures::is_due(at, entries);
    let measures = due.map(|_| (format!("{}/measures", at.base), words.say("measures-open")));
    papers.into_iter().chain(measures).collect()
}

/// What the newest answers offer besides a programme: a kind word, and letters to take along. A hold takes neither away.
fn offered(at: &At, entries: &[Entry], goes_on: bool) -> (Option<Support>, Vec<(String, String)>) {
    let words = at.words();
    let Some(standing) = chart::standing(words.pack, entries, at.today()) else { return (None, Vec::new()) };
    let said = outcomes::Words::of(words.pack, words.locale, &standing.intake);
    let letters = paper::OFFERED
        .iter()
        .filter(|(id, _, _)| standing.assessment.disposition.letters.iter().any(|it| it.as_str() == *id));
    let letters = letters.map(|(_, file, message)| (format!("{}/{file}", at.base), words.say(message)));
    (said.support(&standing.assessment, goes_on), letters.collect())
}

fn shown(words: Words, stands: &Stands) -> Shown {
    match stands {
        Stands::NotScreened => Shown::NotScreened,
        Stands::Held(standing) => Hold::of(words, standing).map_or(Shown::Broken, Shown::Hold),
        Stands::Halted(it) => Shown::Hold(Hold::halted(words, &it.0, &it.1)),
        Stands::NoProgramme(_) => Shown::NoProgramme,
        Stands::Over => Shown::Over,
        Stands::Broken(_) => Shown::Broken,
        Stands::Runs(_) => Shown::Runs,
    }
}

/// Shows it.
pub(crate) async fn show(at: At, RawQuery(query): RawQuery) -> Page {
    let entries = at.chart().await?;
    let mut page = HomePage::of(&at, &entries, &Fields::default(), false)?;
    page.kept = query.as_deref() == Some("kept");
    Ok(page.show(StatusCode::OK))
}
