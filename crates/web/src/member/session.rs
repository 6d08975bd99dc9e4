//! One session: what to do, how, and why, with the form that tells how it went; and `POST …/session`, which keeps it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::{AdverseEvent, Body};
use knowledge::Pack;
use model::{Answer, Given, Leg, LifeEvent, Nprs, QuestionKey, Stopped};
use outcomes::Move;
use prescription::{Role, Session, high_start, session_halts};
use std::collections::BTreeMap;

use super::asked::{any_of, given, one_of, question, scale};
use super::log::{self, field_name};
use super::stands::{Running, Stands};
use super::today::{self, MICRO, READINGS};
use super::warned;
use crate::answers::Hidden;
use crate::check::fields::Field;
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, ENTRY, Fields};
use crate::pages::{Page, PageError};

/// What was answered before the session.
pub(super) struct Before {
    pub(super) answers: BTreeMap<QuestionKey, Given>,
    pub(super) pain: Option<Nprs>,
    pub(super) leg: Option<Leg>,
}

impl Before {
    /// Reads it.
    pub(super) fn read(pack: &Pack, fields: &Fields) -> Self {
        let of = |key: &str| given(pack, key, fields).map(|(_, given)| given);
        let pain = match of("pain_now") {
            Some(Given::Answered(Answer::Number(thousandths))) => Nprs::try_from(thousandths / 1000).ok(),
            _ => None,
        };
        let leg = match of("leg_furthest") {
            Some(Given::Answered(Answer::Choice(word))) => word.parse().ok(),
            _ => None,
        };
        Self { answers: MICRO.iter().filter_map(|key| given(pack, key, fields)).collect(), pain, leg }
    }

    /// Whether both questions of RF-41 were answered "no".
    pub(super) fn is_clear(&self) -> bool {
        let no = |it: &Given| *it == Given::Answered(Answer::YesNo(false));
        self.answers.len() == MICRO.len() && self.answers.values().all(no)
    }
}

/// One exercise on the page.
struct Exercise {
    name: String,
    dose: String,
    because: String,
    label: Option<String>,
    how: Move,
    /// How it went; nothing is told of the warm-up.
    tells: Option<Tells>,
}

/// What is told of one exercise.
struct Tells {
    /// Whether all, some or none of it was done.
    done: Field,
    /// The name of the field for how much in all, and what stands in it.
    amount: (String, String),
    pain: Field,
    stopped: Field,
}

impl Tells {
    fn of(words: Words, number: usize, fields: &Fields) -> Self {
        let amount = field_name("amount", number);
        Self {
            done: done(words, number, fields),
            pain: scale(words, &field_name("pain", number), "session-pain", fields),
            stopped: stopped(words, number, fields),
            amount: (amount.clone(), fields.text(&amount).to_owned()),
        }
    }
}

/// The session.
#[derive(Template)]
#[template(path = "member/session.html")]
pub(crate) struct SessionPage {
    frame: Frame,
    base: String,
    title: String,
    minutes: String,
    /// What pain at the start changes about this session (DP-44).
    start: Vec<String>,
    exercises: Vec<Exercise>,
    /// How it was as a whole.
    whole: Vec<Field>,
    /// What else happened.
    events: Field,
    harm: Field,
    serious: Field,
    what: String,
    /// Whether the question about harm was left open.
    is_wrong: bool,
    hidden: Vec<Hidden>,
}

impl SessionPage {
    pub(super) fn of(
        at: &At,
        (running, session, before): (&Running, &Session, &Before),
        fields: &Fields,
        is_wrong: bool,
    ) -> Result<Self, PageError> {
        // Never the id that the short check would have given an alarm: neither may stand in the other's way.
        let entry = if is_wrong { fields.text(ENTRY).to_owned() } else { at.fresh()?.to_string() };
        Ok(Self::drawn(at.words(), &at.base, (running, session, before), fields, (entry, is_wrong)))
    }

    fn drawn(
        words: Words,
        base: &str,
        (running, session, before): (&Running, &Session, &Before),
        fields: &Fields,
        (entry, is_wrong): (String, bool),
    ) -> Self {
        let standing = &running.standing;
        let said = outcomes::Words::of(words.pack, words.locale, &standing.intake);
        let plan = &running.next.prescription;
        let shown = said.session_in_words(plan, session);
        let (title, minutes) =
            shown.as_ref().map(|it| (it.title.clone(), it.minutes.clone())).unwrap_or_default();
        let items = shown.map(|it| it.items).unwrap_or_default();
        let exercises: Vec<Exercise> = session
            .items
            .iter()
            .zip(items)
            .enumerate()
            .map(|(number, (item, shown))| Exercise {
                name: shown.name,
                dose: shown.dose,
                because: shown.because,
                label: shown.label,
                how: said.how_to(&item.exercise, &item.limits),
                tells: (item.role != Role::WarmUp).then(|| Tells::of(words, number, fields)),
            })
            .collect();
        let ids: Vec<String> = session.items.iter().map(|it| it.exercise.to_string()).collect();
        let rules = ["RF-41", "RF-42", "AD-44"];
        let used = ids.iter().map(String::as_str).chain(rules);
        Self {
            frame: Frame::new(words, used),
            base: base.to_owned(),
            title,
            minutes,
            start: start(words.pack, running, before, &said, session),
            exercises,
            whole: whole(words, fields),
            events: events(words, fields),
            harm: Field {
                error: is_wrong.then(|| words.say("fault-missing-choice")),
                ..yes_no(words, "harm", "session-harm", fields)
            },
            serious: yes_no(words, "serious", "session-harm-serious", fields),
            what: fields.text("what").to_owned(),
            is_wrong,
            hidden: hidden(session, fields, entry),
        }
    }

    pub(super) fn show(&self, status: StatusCode) -> Response {
        html(status, self)
    }
}

/// What the next form carries: the short check as it was answered, and which session it is.
fn hidden(session: &Session, fields: &Fields, entry: String) -> Vec<Hidden> {
    let carried = MICRO.iter().chain(&READINGS).map(|key| format!("a.{key}"));
    let carried = carried.map(|name| Hidden { value: fields.text(&name).to_owned(), name });
    let own = [("day", session.date.to_string()), ("part", session.part.to_string()), (ENTRY, entry)];
    carried.chain(own.map(|(name, value)| Hidden { name: name.to_owned(), value })).collect()
}

fn start(
    pack: &Pack,
    running: &Running,
    before: &Before,
    said: &outcomes::Words<'_>,
    session: &Session,
) -> Vec<String> {
    let Some(pain) = before.pain else { return Vec::new() };
    let profile = &running.standing.assessment.profile;
    let found = high_start(pack, profile, running.course.told(), session.date, pain);
    found.map(|it| said.start(&it)).unwrap_or_default()
}

fn done(words: Words, number: usize, fields: &Fields) -> Field {
    let choices = ["all", "some", "none"].map(|it| (it, words.say(&format!("session-done.choice-{it}"))));
    one_of(words, (&field_name("done", number), "session-done"), choices.into(), fields)
}

fn stopped(words: Words, number: usize, fields: &Fields) -> Field {
    let choices =
        Stopped::ALL.iter().map(|it| (it.name(), words.say(&format!("session-stopped.choice-{it}"))));
    one_of(words, (&field_name("stopped", number), "session-stopped"), choices.collect(), fields)
}

fn whole(words: Words, fields: &Fields) -> Vec<Field> {
    let legs = Leg::ALL.iter().map(|it| (it.name(), words.say(&format!("q-leg_furthest.choice-{it}"))));
    let leg = one_of(words, ("leg_after", "session-leg-after"), legs.collect(), fields);
    let effort = scale(words, "effort", "session-effort", fields);
    question(words, "stop_event", fields, None).into_iter().chain([effort, leg]).collect()
}

fn events(words: Words, fields: &Fields) -> Field {
    let choices =
        LifeEvent::ALL.iter().map(|it| (it.name(), words.say(&format!("session-events.choice-{it}"))));
    any_of(words, ("events", "session-events"), choices.collect(), fields)
}

fn yes_no(words: Words, name: &str, message: &str, fields: &Fields) -> Field {
    let choices = vec![("yes", words.say("answer-yes")), ("no", words.say("answer-no"))];
    one_of(words, (name, message), choices, fields)
}

/// Keeps a session as it was done, and harm that was told with it.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let entries = at.chart().await?;
    let day = today::day(&at, &fields)?;
    let before = Before::read(at.pack(), &fields);
    if !before.is_clear() {
        return Err(PageError::Unreadable);
    }
    let Stands::Runs(running) = Stands::of(at.pack(), &entries, at.today()) else {
        return Err(PageError::Stale);
    };
    let part = fields.text("part");
    let sessions = running.next.prescription.weeks().iter().flat_map(|it| &it.sessions);
    let session = sessions.into_iter().find(|it| it.date == day && it.part.to_string() == part);
    let session = session.ok_or(PageError::Stale)?;
    if fields.text("harm").is_empty() {
        let page = SessionPage::of(&at, (&running, session, &before), &fields, true)?;
        return Ok(page.show(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let log = log::read(at.pack(), session, &before, &fields);
    let when = fields.entry(doors.now())?;
    let mut drafts = vec![at.draft(when, Body::Session(log.clone()))];
    if let Some(harm) = harm(&fields, day) {
        drafts.push(at.draft((at.fresh()?, when.1), Body::AdverseEvent(harm)));
    }
    at.keep(drafts, None).await?;
    let halts = session_halts(at.pack(), &running.standing.intake, &log);
    if halts.is_empty() {
        return Ok(Redirect::to(&format!("{}?kept", at.base)).into_response());
    }
    Ok(warned::page(&at, Some(&running.standing.intake), &halts, true))
}

/// Harm that was told: adverse events are asked for at every session.
pub(super) fn harm(fields: &Fields, day: jiff::civil::Date) -> Option<AdverseEvent> {
    (fields.text("harm") == "yes").then(|| AdverseEvent {
        date: day,
        // Somebody who says yes and no more is asked by the studio.
        what: if fields.text("what").is_empty() { "–".to_owned() } else { fields.text("what").to_owned() },
        serious: fields.text("serious") == "yes",
        in_session: Some(day),
        incident: None,
    })
}
