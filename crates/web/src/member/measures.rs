//! `GET` and `POST …/measures`: the measures that are due (OM-30), all on one page, and kept when they are sent.
//!
//! What is left open has no score and is asked again; nothing of it counts as better.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::{Body, Due, Entry, Measured, Scores, due};
use knowledge::{Pack, Question};
use model::{Given, InstrumentId, QuestionKey};
use std::collections::BTreeMap;

use super::asked::one_of;
use crate::answers::Answers;
use crate::check::activities::{ACTIVITIES, SCORES};
use crate::check::fields::Field;
use crate::check::reading::{Fault, given};
use crate::doors::Doors;
use crate::frame::{Frame, Words, html};
use crate::identity::{At, Fields};
use crate::pages::{Page, PageError};

/// The field for the overall change.
const OVERALL: &str = "overall";

/// The measures that are due.
#[derive(Template)]
#[template(path = "member/measures.html")]
pub(crate) struct MeasuresPage {
    frame: Frame,
    base: String,
    fields: Vec<Field>,
    credits: Vec<String>,
    entry: String,
}

impl MeasuresPage {
    fn of(
        words: Words,
        (base, entry): (&str, String),
        due: &Due,
        (given, faults): (&Fields, &[Fault]),
    ) -> Self {
        let answers = Answers::from_fields(words.pack, given.pairs());
        let asked = questions(words.pack, &due.instruments);
        // How well an activity goes stands with the activity.
        let shown = asked.iter().filter(|it| it.raw.key.as_str() != SCORES);
        let mut fields: Vec<Field> = shown.map(|it| Field::of(words, it, &answers, faults)).collect();
        if due.instruments.contains(&words.pack.outcomes.follow_up) {
            fields.push(overall(words, given));
        }
        let instruments = due.instruments.iter().filter_map(|it| words.pack.instruments.get(it));
        Self {
            frame: Frame::new(words, due.instruments.iter().map(InstrumentId::as_str).chain(["OM-30"])),
            base: base.to_owned(),
            fields,
            credits: instruments.map(|it| format!("{}. {}", it.name, it.credit)).collect(),
            entry,
        }
    }

    fn wrong(&self) -> Vec<&Field> {
        self.fields.iter().filter(|it| it.error.is_some()).collect()
    }
}

/// The change since the start, on the scale of its instrument.
fn overall(words: Words, given: &Fields) -> Field {
    let id = &words.pack.outcomes.follow_up;
    let scale = words.pack.instruments.get(id).map(|it| it.item_min..=it.item_max);
    let [low, middle, high] = ["low", "middle", "high"].map(|it| words.say(&format!("{id}.{it}")));
    let said = |value: i32, scale: &std::ops::RangeInclusive<i32>| match value {
        it if it == *scale.start() => format!("{it}: {low}"),
        0 => format!("0: {middle}"),
        it if it == *scale.end() => format!("+{it}: {high}"),
        it if it > 0 => format!("+{it}"),
        it => it.to_string(),
    };
    let values: Vec<(String, String)> = scale
        .into_iter()
        .flat_map(|scale| scale.clone().map(move |it| (it, scale.clone())).collect::<Vec<_>>())
        .map(|(it, scale)| (it.to_string(), said(it, &scale)))
        .collect();
    let choices = values.iter().map(|(value, said)| (value.as_str(), said.clone())).collect();
    let field = one_of(words, (OVERALL, "measures-overall"), choices, given);
    Field { question: words.say(&format!("{id}.item-01")), hint: words.find(&format!("{id}.lead")), ..field }
}

/// The questions behind instruments; the names of activities come before their scores.
fn questions<'a>(pack: &'a Pack, instruments: &[InstrumentId]) -> Vec<&'a Question> {
    let mut questions = Vec::new();
    for instrument in instruments.iter().filter_map(|it| pack.instruments.get(it)) {
        let Some(key) = &instrument.question else { continue };
        if key.as_str() == SCORES {
            questions.extend(QuestionKey::try_from(ACTIVITIES).ok().and_then(|it| pack.question(&it)));
        }
        questions.extend(pack.question(key));
    }
    questions
}

/// What is due of a member, if they have a programme.
pub(super) fn is_due(at: &At, entries: &[Entry]) -> Option<Due> {
    let card = chart::roster::Card::of(at.pack(), entries);
    due(at.pack(), &Scores::of(at.pack(), entries), card.programme?.start, at.today())
}

/// The names of the activities that were told before: they are the same every time (OM-03).
fn activities(entries: &[Entry]) -> Vec<(String, String)> {
    let of = |answers: &BTreeMap<QuestionKey, Given>| {
        let key = QuestionKey::try_from(ACTIVITIES).ok()?;
        let Given::Answered(model::Answer::Words(words)) = answers.get(&key)? else { return None };
        Some(words.lines().map(str::to_owned).collect::<Vec<String>>())
    };
    let told = entries
        .iter()
        .rev()
        .find_map(|it| if let Body::Intake(it) = &it.body { of(&it.answers) } else { None });
    let told = told.unwrap_or_default().into_iter().enumerate();
    told.map(|(at, name)| (format!("a.{ACTIVITIES}.{}", at + 1), name)).collect()
}

/// Asks for them.
pub(crate) async fn show(at: At) -> Page {
    let entries = at.chart().await?;
    let Some(due) = is_due(&at, &entries) else { return Ok(Redirect::to(&at.base).into_response()) };
    page(&at, &due, &Fields::of(activities(&entries)), &[])
}

fn page(at: &At, due: &Due, given: &Fields, faults: &[Fault]) -> Result<Response, PageError> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let about = (at.base.as_str(), at.fresh()?.to_string());
    Ok(html(status, &MeasuresPage::of(at.words(), about, due, (given, faults))))
}

/// Keeps what was answered.
pub(crate) async fn send(State(doors): State<Doors>, at: At, fields: Fields) -> Page {
    let entries = at.chart().await?;
    let entry = fields.entry(doors.now())?;
    let is_kept = entries.iter().any(|it| it.id == entry.0);
    let Some(due) = is_due(&at, &entries).filter(|_| !is_kept) else {
        return Ok(Redirect::to(&format!("{}?kept", at.base)).into_response());
    };
    let answers = Answers::from_fields(at.pack(), fields.pairs());
    let mut measured = Measured { date: at.today(), answers: BTreeMap::new(), overall: None };
    let mut faults = Vec::new();
    for question in questions(at.pack(), &due.instruments) {
        let key = &question.raw.key;
        match given(at.pack(), question, &answers.to(key.as_str())) {
            Ok(Some(given)) => {
                measured.answers.insert(key.clone(), given);
            }
            Ok(None) => {}
            Err(problem) => faults.push(Fault { key: key.to_string(), problem }),
        }
    }
    faults.extend(crate::check::activities::unpaired(&answers));
    if !faults.is_empty() {
        return page(&at, &due, &fields, &faults);
    }
    measured.overall = fields.text(OVERALL).parse().ok();
    if !measured.answers.is_empty() || measured.overall.is_some() {
        at.keep(vec![at.draft(entry, Body::Measured(measured))], None).await?;
    }
    Ok(Redirect::to(&format!("{}?kept", at.base)).into_response())
}

#[cfg(test)]
impl crate::pages::Samples for MeasuresPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        let plan = &words.pack.outcomes;
        let all = plan.baseline.iter().chain([&plan.follow_up]).cloned().collect();
        let due = Due { since: crate::tests::TODAY, is_scheduled: true, instruments: all };
        let page = |faults: &[Fault]| {
            Self::of(words, ("/my/1", "entry".to_owned()), &due, (&Fields::default(), faults))
        };
        let partly = Fault { key: "phq4".to_owned(), problem: crate::check::reading::Problem::Partly };
        vec![("all", page(&[])), ("partly", page(&[partly]))]
    }
}
