//! Reads an intake file, or lists every fault in it with line and key. Nothing is guessed and nothing is dropped.

mod answer;
mod contradictions;
mod rows;
mod value;

use jiff::civil::Date;
use knowledge::{Pack, Question};
use model::{QuestionKey, Sex};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{FORM, Intake};

pub use answer::{AnswerFault, answer_from_words};
pub(crate) use answer::{WORDS_MAX, in_bounds, wanted};
pub use contradictions::validate;

/// The largest file that is read; a complete intake is a hundredth of it.
const BYTES_MAX: usize = 512 * 1024;

/// One thing that is wrong in an intake file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("line {line}: {}{problem}", if key.is_empty() { String::new() } else { format!("`{key}` ") })]
pub struct IntakeFault {
    /// The line, counted from 1.
    pub line: usize,
    /// The key, with its table: `safety.ces_saddle`.
    pub key: String,
    /// What is wrong, and what would be right.
    pub problem: String,
}

/// Reads an intake file as it stood on `as_of`, or lists every fault in it.
pub fn read(pack: &Pack, bytes: &[u8], as_of: Date) -> Result<Intake, Vec<IntakeFault>> {
    if bytes.len() > BYTES_MAX {
        let problem = format!("the file has {} bytes; an intake file has at most {BYTES_MAX}", bytes.len());
        return Err(vec![IntakeFault { line: 1, key: String::new(), problem }]);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + lines_in(&bytes[..error.valid_up_to()]);
        vec![IntakeFault {
            line,
            key: String::new(),
            problem: "this is not UTF-8 text; save the file as UTF-8".into(),
        }]
    })?;
    let mut reader = Reader { pack, text, as_of, faults: Vec::new() };
    let intake = reader.file();
    reader.faults.sort();
    reader.faults.dedup();
    intake.filter(|_| reader.faults.is_empty()).ok_or(reader.faults)
}

/// Checks a year of birth against the day: whether the person is an adult, and the year no slip.
pub fn validate_birth_year(pack: &Pack, birth_year: i64, as_of: Date) -> Result<i16, String> {
    let (youngest, oldest) = (pack.adults.age_min, pack.adults.age_max);
    let year = i16::try_from(birth_year).map_err(|_| format!("{birth_year} is not a year of birth"))?;
    if year > as_of.year() {
        return Err(format!("{year} is in the future"));
    }
    // The birthday of this year may still be to come: the younger of the two possible ages decides.
    if as_of.year() - year <= youngest {
        return Err(format!("{year} may mean an age under {youngest}; Plumbline is for adults"));
    }
    if as_of.year() - year > oldest {
        return Err(format!("{year} would be an age over {oldest}"));
    }
    Ok(year)
}

/// How many line ends there are.
fn lines_in(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count().saturating_sub(1)
}

struct Reader<'a> {
    pack: &'a Pack,
    text: &'a str,
    as_of: Date,
    faults: Vec<IntakeFault>,
}

type Table<'a> = DeTable<'a>;
type Value<'a> = Spanned<DeValue<'a>>;

impl<'a> Reader<'a> {
    fn fault(&mut self, at: usize, key: &str, problem: impl Into<String>) {
        let line = 1 + lines_in(&self.text.as_bytes()[..at.min(self.text.len())]);
        self.faults.push(IntakeFault { line, key: key.to_owned(), problem: problem.into() });
    }

    fn file(&mut self) -> Option<Intake> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let at = error.span().map_or(0, |it| it.start);
            self.fault(at, "", error.message().to_owned());
        }
        let table = table.into_inner();
        let sections: BTreeSet<&str> =
            self.pack.questions.iter().map(|it| it.section.as_str()).filter(|it| *it != "session").collect();
        for (key, value) in &table {
            let known = ["form", "date", "birth_year", "test", "clearance"].contains(&key.get_ref().as_ref());
            if !known && !sections.contains(key.get_ref().as_ref()) {
                let at = key.span().start;
                self.fault(at, key.get_ref(), format!("is not known here; tables are: {}", join(&sections)));
            } else if sections.contains(key.get_ref().as_ref())
                && !matches!(value.get_ref(), DeValue::Table(_))
            {
                self.fault(value.span().start, key.get_ref(), "should be a table");
            }
        }
        let form = self.required_whole(&table, "form");
        if let Some((form, at)) = form.filter(|(form, _)| *form != i64::from(FORM)) {
            self.fault(at, "form", format!("is {form}; this program reads form {FORM}"));
        }
        let date = self.date(&table, "", "date");
        if let Some((date, at)) = date.filter(|(date, _)| *date > self.as_of) {
            self.fault(at, "date", format!("is {date}, which lies after {}", self.as_of));
        }
        let birth_year = self.birth_year(&table);
        let answers = self.answers(&table);
        let date = date.map(|it| it.0);
        let tests = self.rows(&table, "test", |reader, row| reader.test(row, date));
        let clearances = self.rows(&table, "clearance", Self::clearance);
        let intake = Intake { form: FORM, date: date?, birth_year: birth_year?, answers, tests, clearances };
        self.contradictions(&table, &intake);
        Some(intake)
    }

    fn required_whole(&mut self, table: &Table<'a>, key: &str) -> Option<(i64, usize)> {
        let Some(value) = table.get(key) else {
            self.fault(0, key, "is missing");
            return None;
        };
        let whole = value::whole(value.get_ref());
        if whole.is_none() {
            self.fault(value.span().start, key, "should be a whole number");
        }
        whole.map(|it| (it, value.span().start))
    }

    fn birth_year(&mut self, table: &Table<'a>) -> Option<i16> {
        let (year, at) = self.required_whole(table, "birth_year")?;
        match validate_birth_year(self.pack, year, self.as_of) {
            Ok(year) => Some(year),
            Err(problem) => {
                self.fault(at, "birth_year", problem);
                None
            }
        }
    }

    fn date(&mut self, table: &Table<'a>, prefix: &str, key: &str) -> Option<(Date, usize)> {
        let name = format!("{prefix}{key}");
        let Some(value) = table.get(key) else {
            self.fault(0, &name, "is missing; a date such as 2026-11-22");
            return None;
        };
        let date = value::date(value.get_ref());
        if date.is_none() {
            self.fault(value.span().start, &name, "should be a date such as 2026-11-22");
        }
        date.map(|it| (it, value.span().start))
    }

    fn answers(&mut self, table: &Table<'a>) -> BTreeMap<QuestionKey, model::Given> {
        let pack = self.pack;
        let mut answers = BTreeMap::new();
        for (section, value) in table {
            let DeValue::Table(inner) = value.get_ref() else { continue };
            let section = section.get_ref().as_ref();
            for (key, value) in inner {
                let name = format!("{section}.{}", key.get_ref());
                let question = pack.questions.iter().find(|it| it.raw.key.as_str() == key.get_ref().as_ref());
                match question {
                    Some(question) if question.section == section => {
                        match answer::from_toml(question, value.get_ref()) {
                            Ok(given) => {
                                answers.insert(question.raw.key.clone(), given);
                            }
                            Err(problem) => self.fault(value.span().start, &name, problem),
                        }
                    }
                    Some(question) => self.fault(
                        key.span().start,
                        &name,
                        format!("belongs in the table [{}]", question.section),
                    ),
                    None => self.unknown_key(key, &name, section),
                }
            }
        }
        answers
    }

    fn unknown_key(&mut self, key: &Spanned<std::borrow::Cow<'a, str>>, name: &str, section: &str) {
        let near: Vec<&str> = self
            .pack
            .questions
            .iter()
            .filter(|it| it.section == section)
            .map(|it| it.raw.key.as_str())
            .filter(|it| it.get(..3).is_some_and(|start| key.get_ref().starts_with(start)))
            .collect();
        let hint =
            if near.is_empty() { String::new() } else { format!("; did you mean: {}", near.join(", ")) };
        self.fault(key.span().start, name, format!("is not a question{hint}"));
    }

    fn contradictions(&mut self, table: &Table<'a>, intake: &Intake) {
        for (key, problem) in validate(self.pack, intake) {
            let place = place_of(table, &key).unwrap_or(0);
            let name = self
                .pack
                .question(&key)
                .map_or_else(|| key.to_string(), |it| format!("{}.{key}", it.section));
            self.fault(place, &name, problem);
        }
    }
}

fn place_of(table: &Table<'_>, key: &QuestionKey) -> Option<usize> {
    table.values().find_map(|section| {
        let DeValue::Table(inner) = section.get_ref() else { return None };
        inner.iter().find(|(name, _)| name.get_ref() == key.as_str()).map(|(name, _)| name.span().start)
    })
}

fn join(words: &BTreeSet<&str>) -> String {
    words.iter().copied().collect::<Vec<_>>().join(", ")
}

/// The sex that the published norm tables divide by, if the person gave it.
pub(crate) fn sex_of(intake: &Intake) -> Option<Sex> {
    intake.choice("sex").and_then(|it| it.parse().ok())
}

/// Whether a question is one of the intake form, and not of a session.
pub(crate) fn is_intake_question(question: &Question) -> bool {
    question.section != "session"
}
