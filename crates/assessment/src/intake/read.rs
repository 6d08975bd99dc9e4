//! Reads an intake file, or lists every fault in it with line and key. Nothing is guessed and nothing is dropped.

mod answer;
mod value;

use jiff::civil::Date;
use knowledge::{Pack, Question};
use model::{QuestionKey, Sex, Side, Tag, TestId};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{FORM, Intake};
use crate::clearance::{Attested, Verdict};
use crate::examination::{Outcome, Source, TestResult, Trial, Why};

pub use answer::{AnswerFault, answer_from_words};
pub(crate) use answer::{in_bounds, wanted};

/// The largest file that is read; a complete intake is a hundredth of it.
const BYTES_MAX: usize = 512 * 1024;

/// The youngest person that may be planned for (CT-16).
const AGE_MIN: i16 = 18;
/// The oldest age that is taken for a birth year and not for a slip.
const AGE_MAX: i16 = 110;

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
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
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
pub fn validate_birth_year(birth_year: i64, as_of: Date) -> Result<i16, String> {
    let year = i16::try_from(birth_year).map_err(|_| format!("{birth_year} is not a year of birth"))?;
    if year > as_of.year() {
        return Err(format!("{year} is in the future"));
    }
    // The birthday of this year may still be to come: the younger of the two possible ages decides.
    if as_of.year() - year <= AGE_MIN {
        return Err(format!("{year} may mean an age under {AGE_MIN}; Plumbline is for adults"));
    }
    if as_of.year() - year > AGE_MAX {
        return Err(format!("{year} would be an age over {AGE_MAX}"));
    }
    Ok(year)
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
        let line =
            1 + self.text.as_bytes()[..at.min(self.text.len())].iter().filter(|byte| **byte == b'\n').count();
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
        match validate_birth_year(year, self.as_of) {
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

    fn rows<T>(
        &mut self,
        table: &Table<'a>,
        key: &str,
        mut read: impl FnMut(&mut Self, &Table<'a>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let DeValue::Array(rows) = value.get_ref() else {
            self.fault(value.span().start, key, format!("should be written as [[{key}]]"));
            return Vec::new();
        };
        let mut found = Vec::new();
        for row in rows.iter() {
            if let DeValue::Table(inner) = row.get_ref() {
                found.extend(read(self, inner));
            } else {
                self.fault(row.span().start, key, format!("should be written as [[{key}]]"));
            }
        }
        found
    }

    /// Faults for keys of a row that are not among `known`.
    fn only(&mut self, row: &Table<'a>, prefix: &str, known: &[&str]) {
        for (key, _) in row.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            let name = format!("{prefix}.{}", key.get_ref());
            self.fault(key.span().start, &name, format!("is not known here; keys are: {}", known.join(", ")));
        }
    }

    /// Reads a word of a closed list, or reports it.
    fn word<T: std::str::FromStr<Err: std::fmt::Display>>(
        &mut self,
        value: &Value<'a>,
        name: &str,
    ) -> Option<T> {
        let read = value.get_ref().as_str().map(str::parse::<T>);
        match read {
            Some(Ok(word)) => Some(word),
            Some(Err(error)) => {
                self.fault(value.span().start, name, format!("{error}"));
                None
            }
            None => {
                self.fault(value.span().start, name, "should be a word in quotation marks");
                None
            }
        }
    }

    fn test(&mut self, row: &Table<'a>, intake_date: Option<Date>) -> Option<TestResult> {
        self.only(row, "test", &["id", "side", "date", "source", "trials", "not_tested"]);
        let Some(id) = row.get("id") else {
            self.fault(0, "test.id", "is missing in a [[test]]");
            return None;
        };
        let at = id.span().start;
        let test: TestId = self.word(id, "test.id")?;
        let Some(known) = self.pack.tests.get(&test) else {
            self.fault(at, "test.id", format!("there is no test {test}"));
            return None;
        };
        let side = match row.get("side") {
            Some(value) => Some(self.word::<Side>(value, "test.side")?),
            None => None,
        };
        if known.sided != side.is_some() {
            let problem = if known.sided { "needs side = \"left\" or \"right\"" } else { "has no sides" };
            self.fault(at, "test.side", format!("{test} {problem}"));
        }
        let date = if row.contains_key("date") { self.date(row, "test.", "date")?.0 } else { intake_date? };
        let source = match row.get("source") {
            Some(value) => self.source(value)?,
            None => Source::Person,
        };
        let outcome = self.outcome(row, known, at)?;
        Some(TestResult { test, side, date, source, outcome })
    }

    fn source(&mut self, value: &Value<'a>) -> Option<Source> {
        match value.get_ref().as_str() {
            Some("self") => Some(Source::Person),
            Some("coach") => Some(Source::Coach),
            Some("clinician") => Some(Source::Clinician),
            Some("camera") => Some(Source::Camera),
            _ => {
                self.fault(value.span().start, "test.source", "should be self, coach, clinician or camera");
                None
            }
        }
    }

    fn outcome(&mut self, row: &Table<'a>, test: &knowledge::raw::test::Test, at: usize) -> Option<Outcome> {
        match (row.get("trials"), row.get("not_tested")) {
            (Some(trials), None) => {
                let DeValue::Array(values) = trials.get_ref() else {
                    self.fault(trials.span().start, "test.trials", "should be a list such as [11, 12]");
                    return None;
                };
                let read: Option<Vec<Trial>> = values
                    .iter()
                    .map(|it| value::trial(test, it.get_ref()).map(|value| Trial { value, error: None }))
                    .collect();
                if read.as_ref().is_none_or(Vec::is_empty) {
                    self.fault(trials.span().start, "test.trials", value::trial_wanted(test));
                    return None;
                }
                read.map(Outcome::Trials)
            }
            (None, Some(why)) => match why.get_ref().as_str() {
                Some("pain") => Some(Outcome::NotTested(Why::Pain)),
                Some("tag") => Some(Outcome::NotTested(Why::Tag)),
                Some("declined") => Some(Outcome::NotTested(Why::Declined)),
                Some("equipment") => Some(Outcome::NotTested(Why::Equipment)),
                Some("not-seen") => Some(Outcome::NotTested(Why::NotSeen)),
                _ => {
                    self.fault(
                        why.span().start,
                        "test.not_tested",
                        "should be pain, tag, declined, equipment or not-seen",
                    );
                    None
                }
            },
            _ => {
                self.fault(at, "test", format!("{} needs either `trials` or `not_tested`", test.id));
                None
            }
        }
    }

    fn clearance(&mut self, row: &Table<'a>) -> Option<Attested> {
        let keys =
            ["who", "profession", "date", "rules", "verdict", "limits", "tags", "effort_cap", "expires"];
        self.only(row, "clearance", &keys);
        let words = |key: &str| row.get(key).and_then(|it| it.get_ref().as_str()).map(str::to_owned);
        let (Some(who), Some(profession)) = (words("who"), words("profession")) else {
            self.fault(0, "clearance", "needs `who` and `profession`, in quotation marks");
            return None;
        };
        let (date, at) = self.date(row, "clearance.", "date")?;
        if date > self.as_of {
            self.fault(at, "clearance.date", format!("is {date}, which lies after {}", self.as_of));
        }
        let expires =
            if row.contains_key("expires") { Some(self.date(row, "clearance.", "expires")?.0) } else { None };
        let rules = self
            .list::<model::RuleId>(row, "rules")?
            .iter()
            .map(ToString::to_string)
            .collect::<BTreeSet<_>>();
        if rules.is_empty() {
            self.fault(
                at,
                "clearance.rules",
                "names no rule; a clearance lowers only the rules that it names",
            );
        }
        let tags = self.list::<Tag>(row, "tags")?.into_iter().collect();
        let verdict = match row.get("verdict").and_then(|it| it.get_ref().as_str()) {
            Some("ok") => Verdict::Ok,
            Some("ok-with-limits") => Verdict::OkWithLimits,
            Some("not-ok") => Verdict::NotOk,
            Some("wants-to-see") => Verdict::WantsToSee,
            _ => {
                self.fault(at, "clearance.verdict", "should be ok, ok-with-limits, not-ok or wants-to-see");
                return None;
            }
        };
        let effort_cap = match row.get("effort_cap") {
            None => None,
            Some(value) => match value::whole(value.get_ref()).map(model::Effort::try_from) {
                Some(Ok(effort)) => Some(effort.get()),
                _ => {
                    self.fault(
                        value.span().start,
                        "clearance.effort_cap",
                        "should be a whole number from 0 to 10",
                    );
                    return None;
                }
            },
        };
        let limits = words("limits").unwrap_or_default();
        Some(Attested { who, profession, date, rules, verdict, limits, tags, effort_cap, expires })
    }

    fn list<T: std::str::FromStr<Err: std::fmt::Display>>(
        &mut self,
        row: &Table<'a>,
        key: &str,
    ) -> Option<Vec<T>> {
        let Some(value) = row.get(key) else { return Some(Vec::new()) };
        let name = format!("clearance.{key}");
        let DeValue::Array(values) = value.get_ref() else {
            self.fault(value.span().start, &name, "should be a list");
            return None;
        };
        values.iter().map(|it| self.word(it, &name)).collect()
    }

    fn contradictions(&mut self, table: &Table<'a>, intake: &Intake) {
        for (key, problem) in contradictions(self.pack, intake) {
            let place = place_of(table, &key).unwrap_or(0);
            let name = self
                .pack
                .question(&key)
                .map_or_else(|| key.to_string(), |it| format!("{}.{key}", it.section));
            self.fault(place, &name, problem);
        }
    }
}

/// Answers that cannot both be right, each with the question to correct.
///
/// The web form calls it too, so that both forms refuse the same things.
pub fn validate(pack: &Pack, intake: &Intake) -> Vec<(QuestionKey, String)> {
    contradictions(pack, intake)
}

fn contradictions(pack: &Pack, intake: &Intake) -> Vec<(QuestionKey, String)> {
    let mut found = Vec::new();
    let mut add = |key: &str, problem: String| {
        if let Ok(key) = QuestionKey::try_from(key) {
            found.push((key, problem));
        }
    };
    if let (Some(average), Some(worst)) = (intake.whole("pain_7d_average"), intake.whole("pain_7d_worst"))
        && worst < average
    {
        add("pain_7d_worst", format!("is {worst}, lower than the average of {average}"));
    }
    if let (Some(systolic), Some(diastolic)) = (intake.numbers("bp_sys"), intake.numbers("bp_dia")) {
        if systolic.len() != diastolic.len() {
            add("bp_dia", "needs as many readings as bp_sys".to_owned());
        }
        if systolic.iter().zip(diastolic).any(|(high, low)| low >= high) {
            add("bp_dia", "has a lower reading that is not below the upper one".to_owned());
        }
    }
    if intake.numbers("bp_sys").is_some() != intake.numbers("bp_dia").is_some() {
        add("bp_dia", "and bp_sys are read together; give both or neither".to_owned());
    }
    for question in &pack.questions {
        let key = &question.raw.key;
        if intake.given(key.as_str()).is_some()
            && !crate::screening::asked(pack, intake, question, intake.date)
        {
            let when = question.raw.ask_when.as_deref().unwrap_or_default();
            add(key.as_str(), format!("is answered, but is only asked when {when}"));
        }
    }
    found
}

fn place_of(table: &Table<'_>, key: &QuestionKey) -> Option<usize> {
    table.values().find_map(|section| match section.get_ref() {
        DeValue::Table(inner) => {
            inner.iter().find(|(name, _)| name.get_ref() == key.as_str()).map(|(name, _)| name.span().start)
        }
        _ => None,
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
