//! `GET` and `POST …/typed`: what a member wrote on paper, typed in by somebody of the studio, all sessions at once.
//!
//! For the studio alone: a member who reads a session here would not have answered the short check before it (RF-41). What was
//! written to that check is kept whatever it says, for the session is behind: a "yes" stops the programme as it would have done then.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::{Body, Entry};
use jiff::civil::Date;
use model::{Leg, Nprs};
use prescription::{FollowUp, Role, Session};
use store::Draft;
use uuid::Uuid;

use super::home::LATE_DAYS;
use super::log::{self, field_name};
use super::session::{Before, harm};
use super::stands::{Running, Stands};
use super::today::MICRO;
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, ENTRY, Fields, SEEN, last_seq, opened};
use crate::pages::{Page, PageError};

/// The sessions to type in.
#[derive(Template)]
#[template(path = "member/typed.html")]
pub(crate) struct TypedPage {
    frame: Frame,
    base: String,
    name: String,
    sessions: Vec<Sheet>,
    /// The last entry that the page had read.
    seen: u64,
    /// Sessions of which something was typed and something that must be said was not.
    wrong: Vec<(String, String)>,
}

/// One session on paper.
struct Sheet {
    /// How the names of its fields begin.
    start: String,
    title: String,
    /// The fields before it, in order.
    before: Vec<Cell>,
    /// Each exercise: its name with the dose, how much was done, and the worst pain.
    exercises: Vec<(String, Cell, Cell)>,
    /// The fields behind it.
    after: Vec<Cell>,
    /// What happened, in the member's words: id, name and value of its field.
    what: [String; 3],
    entry: String,
}

/// One list to choose from.
struct Cell {
    id: String,
    name: String,
    label: String,
    /// Value, words, and whether it is chosen; the first is the blank one.
    choices: Vec<(String, String, bool)>,
}

impl TypedPage {
    fn of(
        words: Words,
        (base, name): (&str, &str),
        (running, today, seen): (&Running, Date, u64),
        given: &Fields,
        ids: &[Uuid],
    ) -> Self {
        let open = open(running, today);
        let sheets: Vec<Sheet> =
            open.iter().zip(ids).map(|(it, id)| Sheet::of(words, running, it, (given, *id))).collect();
        let is_wrong = |it: &&Sheet| is_wrong(words, &given.within(&it.start));
        let wrong = sheets
            .iter()
            .filter(is_wrong)
            .filter_map(|it| Some((it.before.first()?.id.clone(), it.title.clone())))
            .collect();
        Self {
            frame: Frame::new(words, ["RF-41", "RF-42"]),
            base: base.to_owned(),
            name: name.to_owned(),
            sessions: sheets,
            seen,
            wrong,
        }
    }
}

impl Sheet {
    fn of(words: Words, running: &Running, session: &Session, (given, fresh): (&Fields, Uuid)) -> Self {
        let said = outcomes::Words::of(words.pack, words.locale, &running.standing.intake);
        let start = start(session);
        let own = given.within(&start);
        let cell = |name: &str, label: String, choices: Vec<(String, String)>| {
            cell(words, &start, (name, label), choices, &own)
        };
        let scale = || (0..=10).map(|it| (it.to_string(), it.to_string())).collect::<Vec<_>>();
        let yes_no = |also: &[(&str, &str)]| {
            let all = [("no", "answer-no"), ("yes", "answer-yes")];
            all.iter()
                .chain(also)
                .map(|(value, message)| ((*value).to_owned(), words.say(message)))
                .collect::<Vec<_>>()
        };
        let legs = || {
            Leg::ALL
                .iter()
                .map(|it| (it.name().to_owned(), words.say(&format!("q-leg_furthest.choice-{it}"))))
                .collect::<Vec<_>>()
        };
        let mut before: Vec<Cell> = MICRO
            .iter()
            .map(|key| {
                cell(
                    &format!("a.{key}"),
                    words.say(&format!("q-{key}")),
                    yes_no(&[("unsure", "answer-unsure")]),
                )
            })
            .collect();
        before.push(cell("a.pain_now", words.say("q-pain_now"), scale()));
        before.push(cell("a.leg_furthest", words.say("q-leg_furthest"), legs()));
        let shown = said.session_in_words(&running.next.prescription, session);
        let names = shown.iter().flat_map(|it| &it.items).map(|it| format!("{}, {}", it.name, it.dose));
        let told = session.items.iter().zip(names).enumerate().filter(|(_, (it, _))| it.role != Role::WarmUp);
        let done = || {
            ["all", "some", "none"]
                .map(|it| (it.to_owned(), words.say(&format!("session-done.choice-{it}"))))
                .to_vec()
        };
        let exercises = told.map(|(number, (_, name))| {
            (
                name,
                cell(&field_name("done", number), words.say("session-done"), done()),
                cell(&field_name("pain", number), words.say("session-pain"), scale()),
            )
        });
        let exercises = exercises.collect();
        let events = words.pack.questions.iter().find(|it| it.raw.key.as_str() == "stop_event");
        let events = events
            .into_iter()
            .flat_map(|it| &it.raw.choices)
            .map(|it| (it.clone(), words.say(&format!("q-stop_event.choice-{it}"))));
        let events = std::iter::once(("none".to_owned(), words.say("answer-none"))).chain(events).collect();
        let after = vec![
            cell("effort", words.say("session-effort"), scale()),
            cell("leg_after", words.say("session-leg-after"), legs()),
            cell("a.stop_event", words.say("q-stop_event"), events),
            cell("harm", words.say("session-harm"), yes_no(&[])),
            cell("serious", words.say("session-harm-serious"), yes_no(&[])),
            cell("morning", words.say("after-morning"), scale()),
        ];
        let title = format!("{}: {}", said.date(session.date), shown.map(|it| it.title).unwrap_or_default());
        let what = format!("{start}what");
        let what = [id(&what), what, own.text("what").to_owned()];
        let sent = own.text(ENTRY).to_owned();
        let entry = if sent.is_empty() { fresh.to_string() } else { sent };
        Self { start, title, before, exercises, after, what, entry }
    }
}

/// How the names of a session's fields begin.
fn start(session: &Session) -> String {
    format!("{}.{}.", session.date, session.part)
}

fn id(name: &str) -> String {
    format!("f-{}", name.replace('.', "-"))
}

fn cell(
    words: Words,
    start: &str,
    (name, label): (&str, String),
    choices: Vec<(String, String)>,
    own: &Fields,
) -> Cell {
    let full = format!("{start}{name}");
    let blank = (String::new(), words.say("typed-blank"), own.text(name).is_empty());
    let chosen = choices.into_iter().map(|(value, words)| {
        let is_chosen = own.text(name) == value;
        (value, words, is_chosen)
    });
    Cell { id: id(&full), name: full, label, choices: std::iter::once(blank).chain(chosen).collect() }
}

/// The sessions until today that nobody has told, the first one first.
fn open(running: &Running, today: Date) -> Vec<&Session> {
    let days = (0..=LATE_DAYS).rev().map(|back| today.saturating_sub(jiff::ToSpan::days(back)));
    days.flat_map(|it| running.open_sessions(it)).collect()
}

/// Whether something was typed of a session, and not what must be said: the short check, and whether anything happened.
fn is_wrong(words: Words, own: &Fields) -> bool {
    is_typed(own)
        && (Before::read(words.pack, own).answers.len() < MICRO.len() || own.text("harm").is_empty())
}

/// Whether anything was typed of a session besides the id that its form carries.
fn is_typed(own: &Fields) -> bool {
    own.pairs().iter().any(|(name, value)| name != ENTRY && !value.trim().is_empty())
}

/// Asks for them.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    let running = running(&at, &entries)?;
    page(&at, (&running, last_seq(&entries)), &Fields::default(), StatusCode::OK)
}

/// What goes on, for somebody of the studio.
fn running(at: &At, entries: &[Entry]) -> Result<Box<Running>, PageError> {
    if !at.is_staff() {
        return Err(PageError::NotFound);
    }
    match Stands::of(at.pack(), entries, at.today()) {
        Stands::Runs(running) => Ok(running),
        Stands::NotScreened
        | Stands::Held(_)
        | Stands::Halted(_)
        | Stands::NoProgramme(_)
        | Stands::Over
        | Stands::Broken(_) => Err(PageError::Stale),
    }
}

fn page(
    at: &At,
    (running, seen): (&Running, u64),
    given: &Fields,
    status: StatusCode,
) -> Result<Response, PageError> {
    let ids: Vec<Uuid> = open(running, at.today()).iter().map(|_| at.fresh()).collect::<Result<_, _>>()?;
    let page =
        TypedPage::of(at.words(), (&at.base, &at.member.name), (running, at.today(), seen), given, &ids);
    Ok(html(status, &page))
}

/// Keeps every session of which something was typed, all of them or none.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    if !at.is_staff() {
        return Err(PageError::NotFound);
    }
    let entries = at.chart().await?;
    if fields.seen() != Some(last_seq(&entries)) {
        // The same form again changes nothing; else the sheets may be those of other sessions by now.
        let is_again = entries.iter().any(|it| fields.pairs().iter().any(|(_, id)| *id == it.id.to_string()));
        let kept = format!("{}?kept", at.base);
        return if is_again { Ok(Redirect::to(&kept).into_response()) } else { Err(PageError::Stale) };
    }
    let running = running(&at, &entries)?;
    let open = open(&running, at.today());
    let typed: Vec<(&Session, Fields)> =
        open.into_iter().map(|it| (it, fields.within(&start(it)))).filter(|it| is_typed(&it.1)).collect();
    if typed.iter().any(|(_, own)| is_wrong(at.words(), own)) {
        return page(&at, (&running, last_seq(&entries)), &fields, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut drafts = Vec::new();
    for (session, own) in &typed {
        drafts.extend(told(&doors, &at, session, own)?);
    }
    if !drafts.is_empty() {
        at.keep(drafts, None).await?;
    }
    Ok(Redirect::to(&format!("{}?kept", at.base)).into_response())
}

/// The entries of one session: how it was, harm that was told with it, and the next morning.
fn told(doors: &Doors, at: &At, session: &Session, own: &Fields) -> Result<Vec<Draft>, PageError> {
    let when = opened(own.text(ENTRY).parse().map_err(|_| PageError::Unreadable)?, doors.now())?;
    let before = Before::read(at.pack(), own);
    let mut drafts = vec![at.draft(when, Body::Session(log::read(at.pack(), session, &before, own)))];
    if let Some(harm) = harm(own, session.date) {
        drafts.push(at.draft((at.fresh()?, when.1), Body::AdverseEvent(harm)));
    }
    let morning = own.text("morning").parse::<i64>().ok().and_then(|it| Nprs::try_from(it).ok());
    if morning.is_some() {
        let after = FollowUp { session: session.date, told: at.today(), evening: None, morning, sleep: None };
        drafts.push(at.draft((at.fresh()?, when.1), Body::FollowUp(after)));
    }
    Ok(drafts)
}

#[cfg(test)]
impl crate::pages::Samples for TypedPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let Stands::Runs(running) =
            Stands::of(words.pack, &crate::tests::studio::running(), crate::tests::TODAY)
        else {
            return Vec::new();
        };
        let today = crate::tests::TODAY;
        let page = |given: &Fields| {
            Self::of(words, ("/my/1", "Invented Person"), (&running, today, 2), given, &[Uuid::nil()])
        };
        let half = Fields::kept(&format!("{today}.1.effort"), "4");
        vec![("blank", page(&Fields::default())), ("half typed", page(&half))]
    }
}
