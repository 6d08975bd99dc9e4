//! Reads the rows of an intake file: `[[test]]` and `[[clearance]]`.

use jiff::civil::Date;
use model::{Side, Tag, TestId};
use std::collections::BTreeSet;
use toml::de::DeValue;

use super::{Reader, Table, Value, value};
use crate::clearance::{Attested, Verdict};
use crate::examination::{Outcome, Source, TestResult, Trial, Why};
use crate::intake::record::can_be_cleared;

impl<'a> Reader<'a> {
    pub(super) fn rows<T>(
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
        for row in rows {
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

    pub(super) fn test(&mut self, row: &Table<'a>, intake_date: Option<Date>) -> Option<TestResult> {
        self.only(row, "test", &["id", "side", "date", "source", "trials", "not_tested"]);
        let Some(id) = row.get("id") else {
            self.fault(start_of(row), "test.id", "is missing in a [[test]]");
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

    pub(super) fn clearance(&mut self, row: &Table<'a>) -> Option<Attested> {
        let keys =
            ["who", "profession", "date", "rules", "verdict", "limits", "tags", "effort_cap", "expires"];
        self.only(row, "clearance", &keys);
        let words = |key: &str| row.get(key).and_then(|it| it.get_ref().as_str()).map(str::to_owned);
        let (Some(who), Some(profession)) = (words("who"), words("profession")) else {
            self.fault(start_of(row), "clearance", "needs `who` and `profession`, in quotation marks");
            return None;
        };
        let (date, at) = self.date(row, "clearance.", "date")?;
        if date > self.as_of {
            self.fault(at, "clearance.date", format!("is {date}, which lies after {}", self.as_of));
        }
        let expires =
            if row.contains_key("expires") { Some(self.date(row, "clearance.", "expires")?.0) } else { None };
        let rules: BTreeSet<String> = self.list::<String>(row, "rules")?.into_iter().collect();
        for unknown in rules.iter().filter(|id| !can_be_cleared(self.pack, id)) {
            self.fault(
                at,
                "clearance.rules",
                format!("names {unknown}, which is neither a rule nor a question"),
            );
        }
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
        let effort_cap = self.effort_cap(row);
        let limits = words("limits").unwrap_or_default();
        Some(Attested { who, profession, date, rules, verdict, limits, tags, effort_cap, expires })
    }

    /// The effort cap of a clearance. What is no effort is reported, and the file is refused for it.
    fn effort_cap(&mut self, row: &Table<'a>) -> Option<u8> {
        let value = row.get("effort_cap")?;
        if let Some(Ok(effort)) = value::whole(value.get_ref()).map(model::Effort::try_from) {
            return Some(effort.get());
        }
        self.fault(value.span().start, "clearance.effort_cap", "should be a whole number from 0 to 10");
        None
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
}

/// Where a row starts: at the first of its keys.
fn start_of(row: &Table<'_>) -> usize {
    row.iter().map(|(key, _)| key.span().start).min().unwrap_or_default()
}
