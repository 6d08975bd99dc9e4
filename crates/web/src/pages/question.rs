//! A page of questions: one topic, the questions that belong to it, and what is wrong with what was given.

use askama::Template;
use assessment::Fired;
use axum::http::StatusCode;
use axum::response::Response;
use knowledge::Question;
use knowledge::raw::question::Kind;
use model::QuestionKey;

use crate::answers::{Answers, BIRTH_YEAR, Hidden, belongs, clearance_field_name, is_clearance};
use crate::check::activities::SCORES;
use crate::check::clearance::{self, NAME_MAX, PROFESSIONS, VERDICTS};
use crate::check::fields::{Choice, Control, Field, Input, instrument};
use crate::check::reading::{Fault, Reading, is_asked};
use crate::check::steps;
use crate::frame::{Frame, Words, html};
use crate::made;

/// A topic and its questions.
#[derive(Template)]
#[template(path = "pages/question.html")]
pub(crate) struct QuestionPage {
    pub(crate) frame: Frame,
    /// The topic; shown as the heading unless the only question is.
    pub(crate) topic: String,
    /// The name of the page, to be sent along.
    pub(crate) page: String,
    /// What stands above the questions, one paragraph a line.
    pub(crate) lead: Vec<String>,
    pub(crate) fields: Vec<Field>,
    /// Whose published forms these are.
    pub(crate) credits: Vec<String>,
    /// Whether the whole page may be left out.
    pub(crate) may_leave_out: bool,
    /// The other answers so far.
    pub(crate) hidden: Vec<Hidden>,
    /// Which page this is, and of how many.
    pub(crate) place: Option<(usize, usize)>,
    /// Whether the person came from "check your answers".
    pub(crate) to_review: bool,
    /// What was answered before, when the question is asked again after a mistake (RF-44).
    pub(crate) before: Option<String>,
}

impl QuestionPage {
    /// The page `name` of the form.
    pub(crate) fn of(
        words: Words,
        name: &str,
        answers: &Answers,
        reading: Option<&Reading>,
        faults: &[Fault],
    ) -> Self {
        let pack = words.pack;
        let is_first = name == steps::first_page(pack);
        let asked = |it: &&Question| {
            it.raw.page == name && reading.is_none_or(|reading| is_asked(pack, &reading.intake, it))
        };
        let questions: Vec<&Question> = pack.questions.iter().filter(asked).collect();
        let born = is_first.then(|| Field::birth_year(words, answers, faults));
        // How well an activity goes stands with the activity.
        let own_field = questions.iter().filter(|it| it.raw.key.as_str() != SCORES);
        let fields = born.into_iter().chain(own_field.map(|it| Field::of(words, it, answers, faults)));
        let keys: Vec<&str> = questions.iter().map(|it| it.raw.key.as_str()).collect();
        let here = |field: &str| {
            keys.iter().any(|key| belongs(field, key)) || (is_first && belongs(field, BIRTH_YEAR))
        };
        let lead = lead(words, &questions);
        let fields = fields.collect();
        Self {
            frame: Frame::new(words, keys.iter().copied().chain(["RF-45"])),
            topic: words.say(&format!("page-{name}")),
            page: name.to_owned(),
            // Where words stand above the questions, the topic stands above the words.
            fields: if lead.is_empty() { with_heading(fields) } else { fields },
            lead,
            credits: credits(words, &questions),
            may_leave_out: pack.public_optional.iter().any(|it| it == name),
            hidden: answers.hidden(here),
            place: reading.and_then(|reading| steps::place(pack, &reading.intake, name)),
            to_review: false,
            before: None,
        }
    }

    /// One question again, after its answer was called a mistake.
    pub(crate) fn again(
        words: Words,
        key: &QuestionKey,
        answers: &Answers,
        faults: &[Fault],
    ) -> Option<Self> {
        let question = words.pack.question(key)?;
        let before = super::review::said(words, question, &answers.mistaken(key.as_str()));
        Some(Self {
            frame: Frame::new(words, [key.as_str(), "RF-44"]),
            topic: words.say(&format!("page-{}", question.raw.page)),
            page: format!("{}{key}", steps::AGAIN),
            lead: Vec::new(),
            fields: with_heading(vec![Field::of(words, question, answers, faults)]),
            credits: Vec::new(),
            may_leave_out: false,
            hidden: answers.hidden(|field| belongs(field, key.as_str())),
            place: None,
            to_review: false,
            before: Some(before),
        })
    }

    /// What a clinician said about what holds (RF-46).
    pub(crate) fn clearance(
        words: Words,
        holding: &[Fired],
        answers: &Answers,
        faults: &[clearance::Fault],
    ) -> Self {
        Self {
            frame: Frame::new(words, holding.iter().map(|it| it.cause.id()).chain(["RF-46"])),
            topic: words.say("clearance-title"),
            page: steps::CLEARANCE.to_owned(),
            lead: words.list("clearance-title", "line"),
            fields: clearance_fields(words, holding, answers, faults),
            credits: Vec::new(),
            may_leave_out: true,
            hidden: answers.hidden(is_clearance),
            place: None,
            to_review: false,
            before: None,
        }
    }

    /// Draws it. A page with faults on it is not the next step but the same one again.
    pub(crate) fn show(&self) -> Response {
        html(StatusCode::OK, self)
    }

    fn wrong(&self) -> Vec<&Field> {
        self.fields.iter().filter(|it| it.error.is_some()).collect()
    }

    fn has_back(&self) -> bool {
        self.to_review || self.may_leave_out || self.place.is_some_and(|(at, _)| at > 1)
    }

    fn heading_is_a_question(&self) -> bool {
        self.fields.iter().any(|it| it.is_heading)
    }
}

/// What stands above the items of a published form, where the question does not say it all.
fn lead(words: Words, questions: &[&Question]) -> Vec<String> {
    let form = questions.iter().find(|it| it.raw.kind == Kind::Multi).and_then(|it| instrument(words, it));
    let lead = form.and_then(|it| words.find(&format!("{}.lead", it.id))).unwrap_or_default();
    lead.split("\n\n").map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn credits(words: Words, questions: &[&Question]) -> Vec<String> {
    let forms = questions.iter().filter_map(|it| instrument(words, it));
    forms.map(|it| format!("{}. {}", it.name, it.credit)).collect()
}

/// The fields of the report, in the order of its page.
fn clearance_fields(
    words: Words,
    holding: &[Fired],
    answers: &Answers,
    faults: &[clearance::Fault],
) -> Vec<Field> {
    let given = |part: &str| answers.clearance(part).first().copied().unwrap_or_default().to_owned();
    let choice = |part: &str, value: &str, said: String| Choice {
        id: format!("c-{part}-{value}"),
        value: value.to_owned(),
        words: said,
        chosen: answers.clearance(part).contains(&value),
    };
    let choices = |part: &str, of: &[&str]| {
        let said = |it: &&str| choice(part, it, words.say(&format!("clearance-{part}.choice-{it}")));
        Control::Radios(of.iter().map(said).collect())
    };
    let date = ["day", "month", "year"].map(|part| Input {
        id: format!("c-{part}-number"),
        name: clearance_field_name(part),
        label: Some(words.say(&format!("clearance-day.{part}"))),
        value: given(part),
    });
    let holds = holding.iter().map(|it| choice("about", it.cause.id(), made::because(words, it)));
    // What was named before and holds no longer stays ticked until the person takes it back.
    let named = answers.clearance("about").into_iter();
    let named = named.filter(|id| !holding.iter().any(|it| it.cause.id() == *id)).map(|id| {
        let said = words.find(&format!("{id}.because")).or_else(|| words.find(&format!("q-{id}.label")));
        choice("about", id, said.unwrap_or_else(|| id.to_owned()))
    });
    let about = holds.chain(named);
    let controls = [
        ("about", Control::Boxes { choices: about.collect(), others: Vec::new() }),
        ("who", Control::Line { value: given("who"), max: NAME_MAX }),
        ("profession", choices("profession", &PROFESSIONS)),
        ("day", Control::Date(date.to_vec())),
        ("verdict", choices("verdict", &VERDICTS)),
        ("limits", Control::Words { value: given("limits") }),
    ];
    let field = |(part, control): (&str, Control)| {
        let message = format!("clearance-{part}");
        let fault = faults.iter().find(|it| it.part == part);
        Field {
            words,
            id: format!("c-{part}"),
            name: clearance_field_name(part),
            question: words.say(&message),
            is_heading: false,
            optional: part == "limits",
            hint: words.find(&format!("{message}.hint")),
            why: None,
            error: fault.map(|it| words.say(it.message)),
            control,
        }
    };
    controls.into_iter().map(field).collect()
}

/// A question that stands alone is the heading of its page.
fn with_heading(mut fields: Vec<Field>) -> Vec<Field> {
    if let [only] = fields.as_mut_slice() {
        only.is_heading = true;
    }
    fields
}

#[cfg(test)]
impl super::Samples for QuestionPage {
    fn samples(words: Words) -> Vec<(&'static str, Self)> {
        use crate::check::reading::Problem;
        let pack = words.pack;
        let typed = crate::tests::answers(pack, &[("a.birth_year", "1968"), ("a.pain_months", "many")]);
        let mut samples: Vec<(&'static str, Self)> = Vec::new();
        for page in pack.public_pages.iter().chain(&pack.public_optional) {
            let missing = |it: &Question| Fault { key: it.raw.key.to_string(), problem: Problem::Missing };
            let faults: Vec<Fault> = pack.questions.iter().map(missing).collect();
            samples.push((page.as_str(), Self::of(words, page, &Answers::default(), None, &[])));
            samples.push((page.as_str(), Self::of(words, page, &typed, None, &faults)));
        }
        samples.extend(told_more(words));
        if let Some(question) = pack.questions.iter().find(|it| it.raw.key.as_str() == "ces_saddle") {
            let mut mistaken = crate::tests::answers(pack, &[("a.ces_saddle", "yes")]);
            mistaken.call_a_mistake("ces_saddle");
            samples.extend(Self::again(words, &question.raw.key, &mistaken, &[]).map(|it| ("again", it)));
        }
        samples
    }
}

/// The optional parts as somebody filled them in, and the report of a clinician's answer.
#[cfg(test)]
fn told_more(words: Words) -> Vec<(&'static str, QuestionPage)> {
    let pack = words.pack;
    let held = crate::tests::answers(pack, &[("a.disease", "cardiac")]);
    let told = crate::tests::answers(
        pack,
        &[
            ("a.rmdq", "i03"),
            ("a.rmdq", "i21"),
            ("a.psfs_activities.1", "gardening"),
            ("a.psfs_scores.1", "4"),
            ("a.psfs_activities.2", "lifting \"big\" <b>boxes</b>"),
            ("a.phq4.1", "2"),
            ("a.fear_of_movement", "7"),
            ("a.spa_items", "buttock"),
            ("c.who", "Dr <Invented>"),
            ("c.day", "31"),
            ("c.month", "2"),
        ],
    );
    let holding = made::reportable(pack, &crate::tests::cleared_but_for(pack, &held).intake);
    let begun = crate::tests::reading(pack, &told);
    let page = |name: &str| QuestionPage::of(words, name, &told, Some(&begun), &begun.faults);
    let mut samples: Vec<_> = pack.public_optional.iter().map(|it| (it.as_str(), page(it))).collect();
    samples.push(("clearance", QuestionPage::clearance(words, &holding, &Answers::default(), &[])));
    let faults = clearance::read(pack, &told, &begun.intake).err().unwrap_or_default();
    samples.push(("clearance with faults", QuestionPage::clearance(words, &holding, &told, &faults)));
    samples
}
