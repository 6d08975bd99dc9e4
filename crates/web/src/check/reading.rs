//! Turns the words of a form into an intake, or says what is wrong with them.
//!
//! Nothing is guessed: words that are no answer make a fault, and the person is asked again with what they typed
//! still in place.

use assessment::Intake;
use assessment::intake::{AnswerFault, FORM, answer_from_words, validate, validate_birth_year};
use assessment::screening::asked;
use jiff::civil::Date;
use knowledge::raw::question::Kind;
use knowledge::{Hold, Pack, Question};
use model::{Given, QuestionKey};
use std::collections::BTreeMap;

use crate::answers::{Answers, BIRTH_YEAR};
use crate::check::{activities, clearance, home};

/// What is wrong with what was given to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The question, or [`BIRTH_YEAR`].
    pub(crate) key: String,
    /// What is wrong.
    pub(crate) problem: Problem,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Nothing was given, and nothing can be planned without it.
    Missing,
    /// What was given is no answer.
    NoAnswer(AnswerFault),
    /// Some items of a short list were answered and some were not.
    Partly,
    /// An activity without its number, or a number without its activity.
    Unpaired,
    /// It contradicts another answer.
    Contradiction,
    /// Not a year in which a person of today can be born.
    NoYear,
}

/// The year of birth as it was given.
pub(crate) enum Born {
    /// In a year that makes an adult.
    Adult(i16),
    /// In a year that is perhaps fewer than eighteen years ago.
    Young(i16),
    /// It cannot be read.
    Fault(Fault),
}

/// Reads the year of birth.
pub(crate) fn born(pack: &Pack, answers: &Answers, today: Date) -> Born {
    let fault = |problem| Born::Fault(Fault { key: BIRTH_YEAR.to_owned(), problem });
    let words = answers.to(BIRTH_YEAR);
    let Some(word) = words.first() else { return fault(Problem::Missing) };
    let Ok(year) = word.parse::<i16>() else { return fault(Problem::NoYear) };
    match validate_birth_year(pack, i64::from(year), today) {
        Ok(year) => Born::Adult(year),
        // Of the years that are refused, those of the present century up to now are a young person's.
        Err(_) if (0..CHILDHOOD_YEARS_MAX).contains(&(today.year() - year)) => Born::Young(year),
        Err(_) => fault(Problem::NoYear),
    }
}

impl Born {
    /// The year in which to read the other answers while this one may have to be asked for again.
    ///
    /// What cannot be read is taken for the youngest adult: an emergency that needs no age is seen before the year is
    /// asked for, and what rests on age waits for the year, without which nothing goes on.
    pub(crate) fn year(&self, pack: &Pack, today: Date) -> i16 {
        match self {
            Self::Adult(year) | Self::Young(year) => *year,
            Self::Fault(_) => today.year() - pack.adults.age_min - 1,
        }
    }
}

/// A year of birth further back than this that is refused is a slip of the hand, and no child's.
const CHILDHOOD_YEARS_MAX: i16 = 50;

/// Every answer that could be read, and every one that could not.
pub(crate) struct Reading {
    /// The answers to questions that are asked.
    pub(crate) intake: Intake,
    /// What is wrong with the others, in the order of the form.
    pub(crate) faults: Vec<Fault>,
    /// What was answered first and then called a mistake (RF-44).
    pub(crate) first: Vec<(QuestionKey, Given)>,
}

/// Reads every answer of a person born in `birth_year`.
pub(crate) fn read(pack: &Pack, answers: &Answers, birth_year: i16, today: Date) -> Reading {
    let mut faults = Vec::new();
    let mut intake = Intake {
        form: FORM,
        date: today,
        birth_year,
        answers: BTreeMap::new(),
        tests: home::results(pack, answers, today),
        clearances: Vec::new(),
    };
    for question in pack.questions.iter().filter(|it| is_public(pack, it)) {
        let key = &question.raw.key;
        match given(pack, question, &answers.to(key.as_str())) {
            Ok(Some(given)) => {
                intake.answers.insert(key.clone(), given);
            }
            Ok(None) => {}
            Err(problem) => faults.push(Fault { key: key.to_string(), problem }),
        }
    }
    faults.extend(activities::unpaired(answers));
    leave_out_what_is_not_asked(pack, &mut intake);
    let contradicted = validate(pack, &intake).into_iter();
    faults
        .extend(contradicted.map(|(key, _)| Fault { key: key.to_string(), problem: Problem::Contradiction }));
    faults.retain(|fault| {
        pack.questions.iter().any(|it| it.raw.key.as_str() == fault.key && is_asked(pack, &intake, it))
    });
    // Of a report that cannot be read, nothing counts.
    intake.clearances = clearance::read(pack, answers, &intake).into_iter().collect();
    Reading { first: first_answers(pack, answers), intake, faults }
}

/// What was answered first and then called a mistake, as far as it can be read (RF-44).
fn first_answers(pack: &Pack, answers: &Answers) -> Vec<(QuestionKey, Given)> {
    let public = pack.questions.iter().filter(|it| is_public(pack, it));
    let first = public.filter_map(|it| {
        let given = answer_from_words(it, &answers.mistaken(it.raw.key.as_str())).ok().flatten()?;
        Some((it.raw.key.clone(), given))
    });
    first.collect()
}

/// The questions that are asked, have no answer, and without which nothing can be planned.
pub(crate) fn missing(pack: &Pack, reading: &Reading) -> Vec<Fault> {
    let unanswered = pack.questions.iter().filter(|it| {
        let key = it.raw.key.as_str();
        let faulty = reading.faults.iter().any(|fault| fault.key == key);
        is_required(it)
            && is_asked(pack, &reading.intake, it)
            && reading.intake.given(key).is_none()
            && !faulty
    });
    unanswered.map(|it| Fault { key: it.raw.key.to_string(), problem: Problem::Missing }).collect()
}

/// Whether leaving a question out would hold the plan (RF-45).
pub(crate) fn is_required(question: &Question) -> bool {
    question.missing.iter().any(|it| it.hold != Hold::No)
}

/// Whether a question may be left out at no cost. What an answer calls for may not, where rules then see the worse
/// answer in the place of none.
pub(crate) fn is_optional(question: &Question) -> bool {
    let stands_in = question.ask_when.is_some() && question.missing.iter().any(|it| it.value.is_some());
    !is_required(question) && !stands_in
}

/// Whether a question stands on a page of the public door and is asked of this person.
pub(crate) fn is_asked(pack: &Pack, intake: &Intake, question: &Question) -> bool {
    is_public(pack, question) && asked(pack, intake, question, intake.date)
}

fn is_public(pack: &Pack, question: &Question) -> bool {
    pack.public_pages.contains(&question.raw.page) || pack.public_optional.contains(&question.raw.page)
}

/// What was given to a question; none where nothing was.
pub(crate) fn given(pack: &Pack, question: &Question, words: &[&str]) -> Result<Option<Given>, Problem> {
    // Words that came in several boxes are one answer, a line each.
    let lines = words.join("\n");
    let one = [lines.as_str()];
    let words = if question.raw.kind == Kind::Words { one.as_slice() } else { words };
    let given = answer_from_words(question, words).map_err(Problem::NoAnswer)?;
    if question.raw.kind == Kind::Numbers
        && let Some(instrument) =
            pack.instruments.values().find(|it| it.question.as_ref() == Some(&question.raw.key))
        // Of own activities, one is an answer too.
        && instrument.items == instrument.items_needed
        && (1..usize::from(instrument.items_needed)).contains(&words.len())
        && matches!(given, Some(Given::Answered(_)))
    {
        return Err(Problem::Partly);
    }
    Ok(given)
}

/// Drops answers to questions that other answers have made pointless, until nothing more changes.
///
/// An earlier answer may have been changed since; what no longer stands on any page must not count.
fn leave_out_what_is_not_asked(pack: &Pack, intake: &mut Intake) {
    loop {
        let pointless: Vec<QuestionKey> = pack
            .questions
            .iter()
            .filter(|it| intake.given(it.raw.key.as_str()).is_some() && !asked(pack, intake, it, intake.date))
            .map(|it| it.raw.key.clone())
            .collect();
        if pointless.is_empty() {
            return;
        }
        intake.answers.retain(|key, _| !pointless.contains(key));
    }
}
