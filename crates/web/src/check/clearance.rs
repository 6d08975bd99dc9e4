//! What a clinician said, as the person reports it (RF-46): from the fields of its page to the record of `assessment`.
//!
//! What it lowers is decided there, never here. A report that cannot be read is asked for again, and lowers nothing.

use assessment::{Attested, Intake, Verdict};
use jiff::civil::Date;
use knowledge::Pack;
use std::collections::BTreeSet;

use crate::answers::Answers;

/// The parts of the report, in the order of its page.
pub(crate) const PARTS: [&str; 8] =
    ["about", "who", "profession", "day", "month", "year", "verdict", "limits"];

/// Who may have looked at it.
pub(crate) const PROFESSIONS: [&str; 6] =
    ["family-doctor", "specialist-doctor", "physiotherapist", "nurse", "midwife", "other"];

/// What may have been said.
pub(crate) const VERDICTS: [&str; 4] = ["ok", "ok-with-limits", "not-ok", "wants-to-see"];

/// The most characters of a name, and of limits.
pub(crate) const NAME_MAX: usize = 200;
const LIMITS_MAX: usize = 2000;

/// What is wrong with one part: the part, and the message that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) part: &'static str,
    pub(crate) message: &'static str,
}

/// The report, or everything that is wrong with it; one with nothing in it lacks everything.
pub(crate) fn read(pack: &Pack, answers: &Answers, intake: &Intake) -> Result<Attested, Vec<Fault>> {
    let one = |part: &str| answers.clearance(part).first().copied().unwrap_or_default();
    let about: BTreeSet<String> = answers.clearance("about").into_iter().map(str::to_owned).collect();
    let date = date(answers, intake.date);
    let verdict = verdict(one("verdict"));
    let (who, limits) = (one("who"), one("limits"));
    let long = |words: &str, max: usize| words.chars().count() > max;
    let limits_needed = verdict == Some(Verdict::OkWithLimits) && limits.is_empty();
    let wrong = [
        (about.is_empty(), "about", "clearance-about-missing"),
        (who.is_empty(), "who", "clearance-who-missing"),
        (long(who, NAME_MAX), "who", "clearance-too-long"),
        (!PROFESSIONS.contains(&one("profession")), "profession", "clearance-profession-missing"),
        (verdict.is_none(), "verdict", "clearance-verdict-missing"),
        (limits_needed, "limits", "clearance-limits-missing"),
        (long(limits, LIMITS_MAX), "limits", "clearance-too-long"),
    ];
    let mut faults: Vec<Fault> = wrong
        .into_iter()
        .filter(|(is, ..)| *is)
        .map(|(_, part, message)| Fault { part, message })
        .chain(date.as_ref().err().cloned())
        .collect();
    if let (Ok(date), Some(verdict), true) = (date, verdict, faults.is_empty()) {
        let attested = Attested {
            who: who.to_owned(),
            profession: one("profession").replace('-', " "),
            date,
            rules: about,
            verdict,
            limits: limits.to_owned(),
            tags: BTreeSet::new(),
            effort_cap: None,
            expires: None,
        };
        if fits(pack, &attested, intake) {
            return Ok(attested);
        }
        faults.push(Fault { part: "about", message: "clearance-about-missing" });
    }
    let place = |fault: &Fault| PARTS.iter().position(|part| *part == fault.part);
    faults.sort_by_key(place);
    Err(faults)
}

/// Whether an intake may hold the report: it names nothing that the pack does not know.
fn fits(pack: &Pack, attested: &Attested, intake: &Intake) -> bool {
    let alone = Intake {
        answers: std::collections::BTreeMap::new(),
        tests: Vec::new(),
        clearances: vec![attested.clone()],
        ..intake.clone()
    };
    assessment::intake::misfits(pack, &alone).is_empty()
}

fn date(answers: &Answers, today: Date) -> Result<Date, Fault> {
    let fault = |message| Fault { part: "day", message };
    let number = |part: &str| answers.clearance(part).first().and_then(|it| it.parse::<i16>().ok());
    let (Some(day), Some(month), Some(year)) = (number("day"), number("month"), number("year")) else {
        return Err(fault("clearance-date-missing"));
    };
    let (Ok(day), Ok(month)) = (i8::try_from(day), i8::try_from(month)) else {
        return Err(fault("clearance-date-missing"));
    };
    match Date::new(year, month, day) {
        Ok(date) if date > today => Err(fault("clearance-date-future")),
        Ok(date) => Ok(date),
        Err(_) => Err(fault("clearance-date-missing")),
    }
}

fn verdict(word: &str) -> Option<Verdict> {
    match word {
        "ok" => Some(Verdict::Ok),
        "ok-with-limits" => Some(Verdict::OkWithLimits),
        "not-ok" => Some(Verdict::NotOk),
        "wants-to-see" => Some(Verdict::WantsToSee),
        _ => None,
    }
}
