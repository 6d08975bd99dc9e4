//! `GET` and `POST …/visit/readings`: the short check of the day (RF-41), then blood pressure and pulse at rest (BP-*).
//!
//! A reading that would stop everything is asked about once more before it is kept: a slip of the hand must not hold anybody, and what
//! was kept is only lifted by a clinician (RF-46).

use askama::Template;
use assessment::intake::{answer_from_words, validate};
use assessment::screening::asked;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::{Alarm, Body, Examined, Standing};
use knowledge::{Pack, Question};
use model::{Answer, Given, QuestionKey, TriageLevel};
use std::collections::BTreeMap;
use store::{By, Draft};

use super::{Visit, empty, here};
use crate::answers::Answers;
use crate::check::fields::{Choice, Control, Field};
use crate::check::reading::{Fault, Problem};
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields, last_seq};
use crate::member::asked as short;
use crate::member::{MICRO, raise};
use crate::pages::{Page, PageError};

/// The box that says that nothing can be measured today.
const NOT_MEASURED: &str = "not_measured";
/// The box that says that a reading was looked at again.
const LOOKED_AGAIN: &str = "looked_again";

/// The readings.
#[derive(Template)]
#[template(path = "coach/visit/readings.html")]
pub(crate) struct ReadingsPage {
    frame: Frame,
    here: String,
    name: String,
    fields: Vec<Field>,
    /// Whether what was sent cannot stand yet.
    is_wrong: bool,
    /// Whether a reading is asked about once more.
    is_high: bool,
    entry: String,
}

/// What is wrong with a form.
#[derive(Default)]
struct Wrong {
    faults: Vec<Fault>,
    /// Whether nothing was measured, and nobody said why.
    nothing: bool,
    /// Whether a reading would stop everything.
    high: bool,
}

impl Wrong {
    fn is_any(&self) -> bool {
        !self.faults.is_empty() || self.nothing || self.high
    }
}

impl ReadingsPage {
    fn of(
        words: Words,
        about: (String, String, String),
        visit: &Visit,
        given: &Fields,
        wrong: &Wrong,
    ) -> Self {
        let (here, name, entry) = about;
        let more = visit.standing.as_ref().map(|it| asked_more(words.pack, it)).unwrap_or_default();
        let answers = Answers::from_fields(words.pack, given.pairs());
        let field = |it: &Question| Field::of(words, it, &answers, &wrong.faults);
        let mut fields: Vec<Field> = Vec::new();
        if more.is_empty() {
            fields.extend(
                MICRO
                    .iter()
                    .filter_map(|key| question(words.pack, key))
                    .map(|it| Field { optional: false, ..field(it) }),
            );
            fields.extend(plain(words.pack).map(field));
            let nothing = || words.say("visit-nothing-measured");
            let none = short::any_of(
                words,
                (NOT_MEASURED, "visit-not-measured"),
                vec![("yes", words.say("visit-not-measured-yes"))],
                given,
            );
            fields.push(Field { optional: true, error: wrong.nothing.then(nothing), ..none });
        } else {
            fields.extend(more.into_iter().map(field));
        }
        if wrong.high {
            fields.push(looked_again(words));
        }
        Self {
            frame: Frame::new(words, ["BP-01", "BP-02", "BP-03", "BP-05", "RF-41"]),
            here,
            name,
            fields,
            is_wrong: wrong.is_any() && !wrong.high,
            is_high: wrong.high,
            entry,
        }
    }

    fn wrong(&self) -> Vec<&Field> {
        self.fields.iter().filter(|it| it.error.is_some()).collect()
    }
}

fn looked_again(words: Words) -> Field {
    let choice = Choice {
        id: format!("f-{LOOKED_AGAIN}-yes"),
        value: "yes".to_owned(),
        words: words.say("visit-looked-again-yes"),
        chosen: false,
    };
    let control = Control::Boxes { choices: vec![choice], others: Vec::new() };
    short::plain(words, LOOKED_AGAIN, "visit-looked-again", control)
}

/// The readings that a visit begins with, as questions that nothing else calls for.
fn plain(pack: &Pack) -> impl Iterator<Item = &Question> {
    pack.battery.readings.iter().filter_map(|it| pack.question(it)).filter(|it| it.ask_when.is_none())
}

fn question<'a>(pack: &'a Pack, key: &str) -> Option<&'a Question> {
    pack.question(&QuestionKey::try_from(key).ok()?)
}

/// What the readings call for and nobody has answered: the signs beside a very high pressure (BP-01).
pub(super) fn asked_more<'a>(pack: &'a Pack, standing: &Standing) -> Vec<&'a Question> {
    let questions = pack.battery.readings.iter().filter_map(|it| pack.question(it));
    let is_open = |it: &&Question| {
        it.ask_when.is_some()
            && standing.intake.given(it.raw.key.as_str()).is_none()
            && asked(pack, &standing.intake, it, standing.intake.date)
    };
    questions.filter(is_open).collect()
}

/// Asks for them.
pub(crate) async fn show(at: At) -> Page {
    let visit = Visit::of(&at).await?;
    if visit.standing.is_none() {
        return Ok(Redirect::to(&format!("{}/visit", here(&at))).into_response());
    }
    page(&at, &visit, &Fields::default(), &Wrong::default())
}

fn page(at: &At, visit: &Visit, given: &Fields, wrong: &Wrong) -> Result<Response, PageError> {
    let about = (here(at), at.member.name.clone(), at.fresh()?.to_string());
    let status = if wrong.is_any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(html(status, &ReadingsPage::of(at.words(), about, visit, given, wrong)))
}

/// Keeps them.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let visit = Visit::of(&at).await?;
    let Some(standing) = &visit.standing else { return Err(PageError::Stale) };
    let entry = fields.entry(doors.now())?;
    if visit.has(entry.0) {
        return Ok(Redirect::to(&format!("{}/visit", here(&at))).into_response());
    }
    let more = asked_more(at.pack(), standing);
    let is_more = !more.is_empty();
    let (examined, wrong) = read(at.pack(), &visit, standing, (more, &fields));
    if !is_more && examined.before.len() == MICRO.len() && !is_clear(&examined.before) {
        // A "yes" or "not sure" ends it at once, whatever was measured beside it.
        let alarm = Alarm { date: visit.today, answers: examined.before };
        return Ok(raise(&at, entry, &alarm).await);
    }
    if wrong.is_any() {
        return page(&at, &visit, &fields, &wrong);
    }
    // What was asked because of a reading belongs to it: both are kept in one place.
    let reading = visit.of_today().filter(|it| is_more && !it.1.readings.is_empty()).last();
    let examined = match reading {
        None => examined,
        Some((_, with)) => {
            let readings = with.readings.clone().into_iter().chain(examined.readings).collect();
            Examined { readings, ..with.clone() }
        }
    };
    let supersedes = reading.map(|it| it.0);
    let draft = Draft { by: By::Writer, supersedes, ..at.draft(entry, Body::Examination(examined)) };
    at.keep(vec![draft], Some(last_seq(&visit.entries))).await?;
    Ok(Redirect::to(&format!("{}/visit", here(&at))).into_response())
}

fn is_clear(before: &BTreeMap<QuestionKey, Given>) -> bool {
    before.values().all(|it| *it == Given::Answered(Answer::YesNo(false)))
}

/// What was given, and what is wrong with it.
fn read(
    pack: &Pack,
    visit: &Visit,
    standing: &Standing,
    (more, fields): (Vec<&Question>, &Fields),
) -> (Examined, Wrong) {
    let answers = Answers::from_fields(pack, fields.pairs());
    let (mut examined, mut wrong) = (empty(visit.today), Wrong::default());
    let mut given = |question: &Question, must: bool| {
        let key = question.raw.key.to_string();
        match answer_from_words(question, &answers.to(&key)) {
            Ok(None) if must => wrong.faults.push(Fault { key, problem: Problem::Missing }),
            Ok(given) => return given,
            Err(fault) => wrong.faults.push(Fault { key, problem: Problem::NoAnswer(fault) }),
        }
        None
    };
    if more.is_empty() {
        let micro = MICRO.iter().filter_map(|key| question(pack, key));
        examined.before = micro.filter_map(|it| Some((it.raw.key.clone(), given(it, true)?))).collect();
        examined.readings =
            plain(pack).filter_map(|it| Some((it.raw.key.clone(), given(it, false)?))).collect();
    } else {
        examined.readings =
            more.into_iter().filter_map(|it| Some((it.raw.key.clone(), given(it, true)?))).collect();
        return (examined, wrong);
    }
    let alone = assessment::Intake { answers: examined.readings.clone(), ..standing.intake.clone() };
    let contradicted =
        validate(pack, &alone).into_iter().filter(|(key, _)| pack.battery.readings.contains(key));
    wrong
        .faults
        .extend(contradicted.map(|(key, _)| Fault { key: key.to_string(), problem: Problem::Contradiction }));
    let is_measured = examined
        .readings
        .values()
        .any(|it| matches!(it, Given::Answered(Answer::Numbers(_) | Answer::Number(_))));
    wrong.nothing = !is_measured && fields.text(NOT_MEASURED) != "yes" && wrong.faults.is_empty();
    let level = chart::readings_come_to(pack, &standing.intake, &examined);
    wrong.high =
        level >= Some(TriageLevel::Urgent) && fields.text(LOOKED_AGAIN) != "yes" && wrong.faults.is_empty();
    (examined, wrong)
}

#[cfg(test)]
impl crate::pages::Samples for ReadingsPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use crate::tests::studio::{screened, with_high_pressure};
        let page = |entries: Vec<chart::Entry>, wrong: &Wrong| {
            let about = ("/studio/1/members/2".to_owned(), "Invented Person".to_owned(), "entry".to_owned());
            Self::of(words, about, &Visit::sample(words.pack, entries), &Fields::default(), wrong)
        };
        let missing = |it: &&str| Fault { key: (*it).to_owned(), problem: Problem::Missing };
        let faults = Wrong { faults: MICRO.iter().map(missing).collect(), nothing: true, high: false };
        vec![
            ("fresh", page(screened(), &Wrong::default())),
            ("with faults", page(screened(), &faults)),
            ("high", page(screened(), &Wrong { high: true, ..Wrong::default() })),
            ("signs", page(with_high_pressure(), &Wrong::default())),
        ]
    }
}
