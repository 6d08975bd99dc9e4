//! One question as it stands on a page: its words, its control, what was typed, and what is wrong with it.

use askama::Template;
use assessment::intake::AnswerFault;
use knowledge::Question;
use knowledge::raw::instrument::Instrument;
use knowledge::raw::question::Kind;

use super::activities::{ACTIVITIES, Activity, activities};
use super::reading::{Fault, Problem, is_optional};
use crate::answers::{Answers, BIRTH_YEAR, field_name};
use crate::frame::Words;

/// More choices than this fold into a list to choose from.
const RADIOS_MAX: usize = 6;
/// A whole-number scale up to this length shows every number.
const SCALE_MAX: f64 = 10.0;

/// A question on a page.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/field.html")]
pub(crate) struct Field {
    pub(crate) words: Words,
    /// The id of the group; its controls add to it.
    pub(crate) id: String,
    /// The name of the form field.
    pub(crate) name: String,
    /// The question.
    pub(crate) question: String,
    /// Whether the question is the heading of the page.
    pub(crate) is_heading: bool,
    /// Whether it may be left out.
    pub(crate) optional: bool,
    /// What helps to answer.
    pub(crate) hint: Option<String>,
    /// Why it is asked.
    pub(crate) why: Option<String>,
    /// What is wrong with what was given.
    pub(crate) error: Option<String>,
    pub(crate) control: Control,
}

/// How a question is answered.
#[derive(Clone, Debug)]
pub(crate) enum Control {
    /// One of a few.
    Radios(Vec<Choice>),
    /// One of a row of numbers, with words for its ends, and what may be said instead.
    Scale { low: String, high: String, numbers: Vec<Choice>, others: Vec<Choice> },
    /// One of many.
    List(Vec<Choice>),
    /// Any of these, or one of the others alone.
    Boxes { choices: Vec<Choice>, others: Vec<Choice> },
    /// One number or several, with its unit, and what may be said instead.
    Numbers { inputs: Vec<Input>, unit: String, mode: &'static str, others: Vec<Choice> },
    /// One scale for each item of a short list.
    Items(Vec<Item>),
    /// Own activities, each with how well it goes, from `low` to `high`.
    Activities { rows: Vec<Activity>, low: String, high: String },
    /// A few words on one line.
    Line { value: String, max: usize },
    /// Day, month and year.
    Date(Vec<Input>),
    /// Free words.
    Words { value: String },
}

/// One choice.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) id: String,
    pub(crate) value: String,
    pub(crate) words: String,
    pub(crate) chosen: bool,
}

/// One box to type a number in.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) id: String,
    pub(crate) name: String,
    /// What it is called, when there are several.
    pub(crate) label: Option<String>,
    pub(crate) value: String,
}

/// One item of a short list.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) words: String,
    pub(crate) choices: Vec<Choice>,
}

impl Field {
    /// The year of birth.
    pub(crate) fn birth_year(words: Words, answers: &Answers, faults: &[Fault]) -> Self {
        let id = format!("q-{BIRTH_YEAR}");
        let value = answers.to(BIRTH_YEAR).first().copied().unwrap_or_default().to_owned();
        let name = field_name(BIRTH_YEAR);
        let input = Input { id: id.clone(), name: name.clone(), label: None, value };
        Self {
            words,
            name,
            question: words.say("birth-year-question"),
            is_heading: false,
            optional: false,
            hint: Some(words.say("birth-year-hint")),
            why: None,
            error: error(words, None, BIRTH_YEAR, faults),
            control: Control::Numbers {
                inputs: vec![input],
                unit: String::new(),
                mode: "numeric",
                others: Vec::new(),
            },
            id,
        }
    }

    /// A question of the pack.
    pub(crate) fn of(words: Words, question: &Question, answers: &Answers, faults: &[Fault]) -> Self {
        let key = question.raw.key.as_str();
        let id = format!("q-{key}");
        Self {
            words,
            name: field_name(key),
            question: words.say(&id),
            is_heading: false,
            optional: is_optional(question),
            hint: hint(words, question, &id),
            why: words.find(&format!("{id}.why")),
            error: error(words, Some(question), key, faults),
            control: control(words, question, answers, &id),
            id,
        }
    }

    /// The id of the first thing to put the focus on, for links from the error summary.
    pub(crate) fn target(&self) -> String {
        let first = match &self.control {
            Control::Radios(choices)
            | Control::Boxes { choices, .. }
            | Control::Scale { numbers: choices, .. } => choices.first().map(|it| it.id.clone()),
            Control::Numbers { inputs, .. } => inputs.first().map(|it| it.id.clone()),
            Control::Items(items) => items.first().and_then(|it| it.choices.first()).map(|it| it.id.clone()),
            Control::Activities { rows, .. } => {
                rows.iter().find(|it| it.wrong).or(rows.first()).map(Activity::target)
            }
            Control::Date(inputs) => inputs.first().map(|it| it.id.clone()),
            Control::List(_) | Control::Line { .. } | Control::Words { .. } => None,
        };
        first.unwrap_or_else(|| self.id.clone())
    }

    /// Whether the controls stand in a group with a legend, or have one label.
    pub(crate) fn is_group(&self) -> bool {
        match &self.control {
            Control::Radios(_)
            | Control::Scale { .. }
            | Control::Boxes { .. }
            | Control::Items(_)
            | Control::Activities { .. }
            | Control::Date(_) => true,
            Control::Numbers { inputs, others, .. } => inputs.len() > 1 || !others.is_empty(),
            Control::List(_) | Control::Line { .. } | Control::Words { .. } => false,
        }
    }

    /// The ids of what describes the controls, for `aria-describedby`.
    pub(crate) fn described_by(&self) -> String {
        let parts =
            [("hint", self.hint.is_some()), ("why", self.why.is_some()), ("error", self.error.is_some())];
        let ids = parts.iter().filter(|(_, there)| *there).map(|(part, _)| format!("{}-{part}", self.id));
        ids.collect::<Vec<_>>().join(" ")
    }
}

/// What helps to answer. Where the control itself says so, the hint that stands with the file form is left out.
fn hint(words: Words, question: &Question, id: &str) -> Option<String> {
    let key = question.raw.key.as_str();
    let shows_choices = question.raw.kind == Kind::Numbers && instrument(words, question).is_some();
    if key == ACTIVITIES {
        return Some(words.say("activity-hint"));
    }
    words.find(&format!("{id}.hint")).filter(|_| !shows_choices)
}

fn control(words: Words, question: &Question, answers: &Answers, id: &str) -> Control {
    let raw = &question.raw;
    let given = answers.to(raw.key.as_str());
    let chosen = |value: &str| given.contains(&value);
    let choice = |value: &str, said: String| Choice {
        id: format!("{id}-{value}"),
        value: value.to_owned(),
        words: said,
        chosen: chosen(value),
    };
    let others = others(words, question).into_iter().map(|(value, said)| choice(value, said));
    let own = raw.choices.iter().map(|it| choice(it, choice_words(words, question, it)));
    match raw.kind {
        Kind::YesNo => {
            let yes_no = [choice("no", words.say("answer-no")), choice("yes", words.say("answer-yes"))];
            Control::Radios(yes_no.into_iter().chain(others).collect())
        }
        Kind::Choice if raw.choices.len() > RADIOS_MAX => Control::List(own.chain(others).collect()),
        Kind::Choice => Control::Radios(own.chain(others).collect()),
        Kind::Multi => Control::Boxes { choices: own.collect(), others: others.collect() },
        Kind::Words if raw.key.as_str() == ACTIVITIES => activities(words, answers),
        Kind::Words => Control::Words { value: given.join(" ") },
        Kind::Int if is_scale(question) => Control::Scale {
            low: words.find(&format!("{id}.low")).unwrap_or_default(),
            high: words.find(&format!("{id}.high")).unwrap_or_default(),
            numbers: numbers(question).map(|it| choice(&it, it.clone())).collect(),
            others: others.collect(),
        },
        Kind::Int | Kind::Decimal | Kind::Numbers => {
            if let Some(instrument) = instrument(words, question) {
                return Control::Items(items(words, question, instrument, answers));
            }
            Control::Numbers {
                inputs: inputs(words, question, answers, id),
                unit: unit(words, &raw.unit),
                mode: if raw.kind == Kind::Decimal { "decimal" } else { "numeric" },
                others: others.collect(),
            }
        }
    }
}

/// What may be said instead of an answer: the word that is sent, and the words for it.
fn others(words: Words, question: &Question) -> Vec<(&'static str, String)> {
    let raw = &question.raw;
    let of_form = || instrument(words, question).and_then(|it| words.find(&format!("{}.none", it.id)));
    let none = || of_form().unwrap_or_else(|| words.say("answer-none"));
    let none = (raw.kind == Kind::Multi).then(|| ("none", none()));
    let unsure = raw.offers_unsure.then(|| ("unsure", words.say("answer-unsure")));
    let prefer_not = raw.offers_prefer_not.then(|| ("prefer_not", words.say("answer-prefer-not")));
    [none, unsure, prefer_not].into_iter().flatten().collect()
}

fn is_scale(question: &Question) -> bool {
    question.raw.min == Some(0.0) && question.raw.max.is_some_and(|max| max <= SCALE_MAX)
}

fn numbers(question: &Question) -> impl Iterator<Item = String> {
    let (min, max) = (question.raw.min.unwrap_or_default(), question.raw.max.unwrap_or_default());
    (0..=10).map(f64::from).filter(move |it| (min..=max).contains(it)).map(|it| it.to_string())
}

/// The published form whose items stand behind a question, if there is one.
pub(crate) fn instrument<'a>(words: Words, question: &Question) -> Option<&'a Instrument> {
    let mut instruments = words.pack.instruments.values();
    instruments.find(|it| it.question.as_ref() == Some(&question.raw.key) && it.items > 1)
}

fn inputs(words: Words, question: &Question, answers: &Answers, id: &str) -> Vec<Input> {
    let raw = &question.raw;
    let key = raw.key.as_str();
    let count = if raw.kind == Kind::Numbers { raw.count_max.unwrap_or(1) as usize } else { 1 };
    // What may be said instead of a number is not shown in the box for the number.
    let typed = |number: usize| {
        let given =
            answers.to(key).into_iter().filter(|it| !["unsure", "prefer_not"].contains(it)).nth(number - 1);
        answers.to_part(key, number).or(given).unwrap_or_default().to_owned()
    };
    let input = |number: usize| {
        let several = count > 1;
        Input {
            id: if several { format!("{id}-{number}") } else { format!("{id}-number") },
            name: if several { format!("{}.{number}", field_name(key)) } else { field_name(key) },
            label: several.then(|| words.say1("reading-number", "number", number)),
            value: typed(number),
        }
    };
    (1..=count).map(input).collect()
}

fn items(words: Words, question: &Question, instrument: &Instrument, answers: &Answers) -> Vec<Item> {
    let key = question.raw.key.as_str();
    let item = |number: usize| {
        let choice = |value: i32| {
            let said =
                words.find(&format!("{}.choice-{value}", instrument.id)).unwrap_or_else(|| value.to_string());
            let chosen = answers.to_part(key, number) == Some(value.to_string().as_str());
            Choice { id: format!("q-{key}-{number}-{value}"), value: value.to_string(), words: said, chosen }
        };
        Item {
            name: format!("{}.{number}", field_name(key)),
            words: words.say(&format!("{}.item-{number:02}", instrument.id)),
            choices: (instrument.item_min..=instrument.item_max).map(choice).collect(),
        }
    };
    (1..=usize::from(instrument.items)).map(item).collect()
}

/// The words of a choice; those of a published form stand with the form.
pub(crate) fn choice_words(words: Words, question: &Question, choice: &str) -> String {
    let own = format!("q-{}.choice-{choice}", question.raw.key);
    let item = || {
        let instrument = instrument(words, question)?;
        words.find(&format!("{}.item-{}", instrument.id, choice.trim_start_matches('i')))
    };
    words.find(&own).or_else(item).unwrap_or_else(|| choice.to_owned())
}

/// A unit as people read it.
pub(crate) fn unit(words: Words, unit: &str) -> String {
    if unit.is_empty() {
        return String::new();
    }
    let plain: String = unit.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    words.find(&format!("unit-{plain}")).unwrap_or_else(|| unit.to_owned())
}

/// What is wrong with what was given to a question, and how to mend it.
fn error(words: Words, question: Option<&Question>, key: &str, faults: &[Fault]) -> Option<String> {
    let fault = faults.iter().find(|it| it.key == key)?;
    Some(match &fault.problem {
        Problem::NoYear => words.say("birth-year-no-year"),
        Problem::Missing if key == BIRTH_YEAR => words.say("birth-year-missing"),
        Problem::Missing => words.say(match question.map(|it| it.raw.kind) {
            Some(Kind::YesNo | Kind::Choice) => "fault-missing-choice",
            Some(Kind::Multi) => "fault-missing-multi",
            Some(Kind::Int | Kind::Decimal | Kind::Numbers | Kind::Words) | None => "fault-missing-number",
        }),
        Problem::Partly => words.say("fault-partly"),
        Problem::Unpaired => words.say("fault-unpaired"),
        Problem::Contradiction => {
            let own = format!("fault-contradiction-{key}");
            words.find(&own).unwrap_or_else(|| words.say("fault-contradiction"))
        }
        Problem::NoAnswer(fault) => no_answer(words, fault),
    })
}

fn no_answer(words: Words, fault: &AnswerFault) -> String {
    match fault {
        AnswerFault::NotAChoice { .. } => words.say("fault-not-a-choice"),
        AnswerFault::NotANumber { whole: true, .. } => words.say("fault-not-a-whole-number"),
        AnswerFault::NotANumber { whole: false, .. } => words.say("fault-not-a-number"),
        AnswerFault::OutOfRange { min, max, unit: raw, .. } => {
            words.say_with("fault-out-of-range", &[("min", min), ("max", max), ("unit", &unit(words, raw))])
        }
        AnswerFault::TooMany { max } => words.say1("fault-too-many", "max", max),
        AnswerFault::NoneWithOthers => words.say("fault-none-with-others"),
    }
}
