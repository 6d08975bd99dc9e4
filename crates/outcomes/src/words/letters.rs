//! Letters CT-01 and CT-02: urgency first, then what a clinician needs to judge it. No diagnosis, no imaging.

use assessment::{Assessment, Cause, Fired, Intake};
use knowledge::Question;
use model::{Answer, Given, QuestionKey, TriageLevel};

use super::Words;
use super::observed::capital;
use crate::{Letter, LetterPart};

impl Words<'_> {
    /// CT-01: the handover after an emergency or urgent answer.
    pub fn red_flag_letter(&self, intake: &Intake, assessment: &Assessment) -> Letter {
        let top = top(assessment);
        let same_day = top.iter().any(|it| it.same_day);
        let urgency = match assessment.disposition.level {
            TriageLevel::Emergency => "letter-urgency-emergency",
            TriageLevel::Urgent if same_day => "letter-urgency-same-day",
            TriageLevel::Urgent
            | TriageLevel::SeeClinician
            | TriageLevel::Incomplete
            | TriageLevel::Caution
            | TriageLevel::Ok => "letter-urgency-urgent",
        };
        let parts = vec![
            self.reasons_part(&top, intake),
            self.onset_part(intake),
            self.answers_part("letter-positives", intake, is_positive),
            self.answers_part("letter-negatives", intake, is_negative),
            self.answers_part("letter-unknown", intake, is_unknown),
            LetterPart::new(self.say("letter-told"), self.told(assessment, same_day)),
        ];
        Letter { parts, ..self.letter("letter-urgent-title", urgency, intake, &top) }
    }

    /// CT-02: the request for clearance before a programme.
    pub fn clearance_letter(&self, intake: &Intake, assessment: &Assessment) -> Letter {
        let top = top(assessment);
        let parts = vec![
            self.reasons_part(&top, intake),
            LetterPart::new(self.say("letter-proposed"), self.proposed(assessment)),
            LetterPart::new(self.say("letter-readings"), self.readings(intake)),
            self.answers_part("letter-positives", intake, is_positive),
            LetterPart::new(self.say("letter-told"), self.told(assessment, false)),
            LetterPart::new(self.say("letter-asked"), vec![self.say("letter-reply-intro")]),
        ];
        let reply =
            ["ok", "limits", "not-ok", "see"].map(|it| self.say(&format!("letter-reply-{it}"))).to_vec();
        Letter {
            parts,
            reply,
            ..self.letter("letter-clearance-title", "letter-urgency-routine", intake, &top)
        }
    }

    /// Adds to a letter what was answered first and then called a mistake (RF-44), right behind its reasons.
    pub fn add_first_answers(&self, letter: &mut Letter, first: &[(QuestionKey, Given)], intake: &Intake) {
        let line = |(key, given): &(QuestionKey, Given)| {
            let question = self.pack.question(key)?;
            let (first, then) =
                (self.given(question, Some(given)), self.given(question, intake.given(key.as_str())));
            let blanks = [("question", self.label(question)), ("first", first), ("then", then)];
            let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, it)| (*name, it.as_str())).collect();
            Some(self.with("letter-first-line", &blanks))
        };
        let lines: Vec<String> = first.iter().filter_map(line).collect();
        if !lines.is_empty() {
            let part = LetterPart::new(self.say("letter-first"), lines);
            letter.parts.insert(letter.parts.len().min(1), part);
        }
    }

    /// A letter with its urgency, date and status lines; parts and reply are still to be filled in.
    pub(super) fn letter(&self, title: &str, urgency: &str, intake: &Intake, top: &[&Fired]) -> Letter {
        let why: Vec<String> = top.iter().map(|it| self.short(it)).collect();
        let mut status = vec![self.say("letter-provenance")];
        status.extend(self.status_of_letter(top.iter().map(|it| it.cause.id())));
        Letter {
            language: self.locale.tag().to_owned(),
            title: self.say(title),
            urgency: self.with(urgency, &[("why", &why.join("; "))]),
            date: self.with("letter-date", &[("date", &self.date(intake.date))]),
            parts: Vec::new(),
            reply: Vec::new(),
            status,
        }
    }

    /// The short title of what fired.
    pub(super) fn short(&self, fired: &Fired) -> String {
        let id = fired.cause.id();
        self.find(&format!("q-{id}.label")).unwrap_or_else(|| self.say(id))
    }

    /// Why it fired, as a sentence to the person.
    pub fn because(&self, fired: &Fired) -> String {
        let id = fired.cause.id();
        if let Some(because) = self.find(&format!("{id}.because")) {
            return because;
        }
        let answer = match fired.cause {
            Cause::Unsure(_) => "said-unsure",
            Cause::PreferNot(_) => "said-prefer-not",
            Cause::Missing(_) | Cause::Rule(_) => "said-missing",
        };
        let label = capital(&self.say(&format!("q-{id}.label")));
        self.with("letter-answer-line", &[("question", &label), ("answer", &self.say(answer))])
    }

    /// What to do about it, as a sentence to the person.
    pub fn advice_for(&self, fired: &Fired) -> Option<String> {
        let own = format!("{}.advice", fired.cause.id());
        self.find(fired.text.as_deref().unwrap_or(&own))
    }

    /// What led to the letter, by name, with the rule behind it and the answers it rests on.
    fn reasons_part(&self, top: &[&Fired], intake: &Intake) -> LetterPart {
        let line = |fired: &&Fired| {
            let observed = self.rests_on(fired, intake).join("; ");
            match &fired.cause {
                Cause::Missing(_) | Cause::Unsure(_) | Cause::PreferNot(_) => {
                    self.with("letter-reason-silence", &[("observed", &observed)])
                }
                Cause::Rule(rule) if observed.is_empty() => self
                    .with("letter-reason-alone", &[("rule", rule.as_str()), ("title", &self.short(fired))]),
                Cause::Rule(rule) => {
                    let title = self.short(fired);
                    let blanks = [("rule", rule.as_str()), ("title", &title), ("observed", &observed)];
                    self.with("letter-reason", &blanks)
                }
            }
        };
        LetterPart::new(self.say("letter-reasons"), top.iter().map(line).collect())
    }

    fn onset_part(&self, intake: &Intake) -> LetterPart {
        let mut lines = Vec::new();
        if let Some(days) = intake.whole("ces_onset_days") {
            lines.push(self.with("letter-onset-days", &[("days", &days.to_string())]));
        }
        if let Some(course) = intake.choice("ces_course") {
            let course = self.say(&format!("q-ces_course.choice-{course}"));
            lines.push(self.with("letter-onset-course", &[("course", &course)]));
        }
        if lines.is_empty() {
            lines.push(self.say("letter-onset-unknown"));
        }
        LetterPart::new(self.say("letter-onset"), lines)
    }

    fn answers_part(&self, title: &str, intake: &Intake, wanted: fn(Option<&Given>) -> bool) -> LetterPart {
        let of_letter = |question: &&Question| {
            ["safety", "health"].contains(&question.section.as_str())
                && (question.ask_when.is_none() || intake.given(question.raw.key.as_str()).is_some())
        };
        let mut lines: Vec<String> = self
            .pack
            .questions
            .iter()
            .filter(of_letter)
            .filter(|it| wanted(intake.given(it.raw.key.as_str())))
            .map(|it| {
                if wanted(Some(&Given::Answered(Answer::YesNo(false)))) {
                    self.label(it)
                } else {
                    self.answer_line(it, intake)
                }
            })
            .collect();
        if title == "letter-negatives" && !lines.is_empty() {
            lines = vec![capital(&lines.join("; "))];
        }
        if lines.is_empty() {
            lines.push(self.say("letter-none"));
        }
        LetterPart { annex: true, ..LetterPart::new(self.say(title), lines) }
    }

    fn told(&self, assessment: &Assessment, same_day: bool) -> Vec<String> {
        let level = assessment.disposition.level;
        vec![self.hold_title(level, same_day), self.say(&format!("level-{level}.next"))]
    }

    fn proposed(&self, assessment: &Assessment) -> Vec<String> {
        let cap = self.pack.dosage.caps.self_attested.to_string();
        let branches: Vec<&str> = assessment
            .disposition
            .fired
            .iter()
            .map(|it| it.cause.id())
            .filter(|it| it.starts_with("PP-"))
            .collect();
        let mut lines =
            vec![self.with("letter-proposed-effort", &[("cap", &cap)]), self.say("letter-proposed-modes")];
        if !branches.is_empty() {
            lines.push(self.with("letter-branch", &[("rules", &branches.join(", "))]));
        }
        lines
    }

    fn readings(&self, intake: &Intake) -> Vec<String> {
        let mean = |key: &str| {
            let values = intake.numbers(key).filter(|it| !it.is_empty())?;
            let count = i64::try_from(values.len()).ok()?;
            Some((values.iter().sum::<i64>() / count / 1000).to_string())
        };
        let pressure = match (mean("bp_sys"), mean("bp_dia")) {
            (Some(high), Some(low)) => self.with("letter-bp", &[("systolic", &high), ("diastolic", &low)]),
            _ => self.say("letter-bp-unknown"),
        };
        let medicines = intake.choices("medicines");
        let medicines = if medicines.is_empty() {
            self.say("letter-medicines-none")
        } else {
            let list =
                medicines.iter().map(|it| self.say(&format!("q-medicines.choice-{it}"))).collect::<Vec<_>>();
            self.with("letter-medicines", &[("list", &list.join("; "))])
        };
        vec![pressure, medicines]
    }
}

/// What gave the level that holds: one entry a cause, its highest alone.
pub(super) fn top(assessment: &Assessment) -> Vec<&Fired> {
    let disposition = &assessment.disposition;
    let highest = disposition.fired.iter().filter_map(|it| it.level).max();
    let mut top: Vec<&Fired> = Vec::new();
    for fired in disposition.fired.iter().filter(|it| it.level.is_some() && it.level == highest) {
        if !top.iter().any(|it| it.cause == fired.cause) {
            top.push(fired);
        }
    }
    top
}

/// Whether an answer tells of something: a yes, a choice other than none, a ticked box.
fn is_positive(given: Option<&Given>) -> bool {
    match given {
        Some(Given::Answered(Answer::YesNo(yes))) => *yes,
        Some(Given::Answered(Answer::Choice(choice))) => !["no", "none", "alone"].contains(&choice.as_str()),
        Some(Given::Answered(Answer::Multi(choices))) => !choices.is_empty(),
        Some(
            Given::Answered(Answer::Number(_) | Answer::Words(_) | Answer::Numbers(_))
            | Given::Unsure
            | Given::PreferNot,
        )
        | None => false,
    }
}

/// Whether an answer says that something is not so.
fn is_negative(given: Option<&Given>) -> bool {
    match given {
        Some(Given::Answered(Answer::YesNo(yes))) => !*yes,
        Some(Given::Answered(Answer::Choice(choice))) => ["no", "none"].contains(&choice.as_str()),
        Some(Given::Answered(Answer::Multi(choices))) => choices.is_empty(),
        Some(
            Given::Answered(Answer::Number(_) | Answer::Words(_) | Answer::Numbers(_))
            | Given::Unsure
            | Given::PreferNot,
        )
        | None => false,
    }
}

/// Whether a question was left open.
fn is_unknown(given: Option<&Given>) -> bool {
    matches!(given, None | Some(Given::Unsure | Given::PreferNot))
}
