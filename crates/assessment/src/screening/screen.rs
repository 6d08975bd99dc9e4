//! Evaluates every question's silence and every rule, and adds them up to a disposition.

use jiff::civil::Date;
use knowledge::raw::rule::Moment;
use knowledge::{Effect, Hold, Outcome, Pack, Question, Rule};
use model::{Given, QuestionKey, RuleId, TriageLevel, Truth};
use std::collections::{BTreeMap, BTreeSet};

use super::facts::observed;
use super::{Cause, Disposition, Fired, Known, questions_of};
use crate::intake::is_intake_question;
use crate::{Examination, Intake, Measures};
use knowledge::expression::Verdict;

/// Screens an intake as it stands on `as_of`.
pub fn screen(pack: &Pack, intake: &Intake, as_of: Date) -> Disposition {
    let measures = Measures::of(pack, intake);
    let examination = Examination::of(pack, intake, as_of);
    screen_with(pack, intake, as_of, &measures, &examination)
}

/// Whether a question arises for this person: it does unless its condition is "no".
pub fn asked(pack: &Pack, intake: &Intake, question: &Question, as_of: Date) -> bool {
    let known = prepared(pack, intake, as_of);
    is_intake_question(question) && !known.not_asked.contains(&question.raw.key)
}

/// Screens what was answered before and during a session, over the screen in force: the rules of that moment alone.
pub fn screen_session(
    pack: &Pack,
    intake: &Intake,
    answers: &BTreeMap<QuestionKey, Given>,
    as_of: Date,
) -> Disposition {
    let mut intake = intake.clone();
    intake.answers.extend(answers.iter().map(|(key, given)| (key.clone(), given.clone())));
    let before = screen(pack, &intake, as_of);
    let mut known = prepared(pack, &intake, as_of);
    known.tags.extend(before.tags.keys());
    let mut found = Found::default();
    for question in pack.questions.iter().filter(|it| !is_intake_question(it)) {
        found.silence(&mut known, question);
    }
    for rule in pack.rules.iter().filter(|it| it.raw.moment == Moment::Session) {
        found.rule(&mut known, rule);
    }
    found.conclude()
}

/// Screens with scores and results that were already worked out.
pub(crate) fn screen_with(
    pack: &Pack,
    intake: &Intake,
    as_of: Date,
    measures: &Measures,
    examination: &Examination,
) -> Disposition {
    let mut known = prepared(pack, intake, as_of);
    known.measures = Some(measures);
    known.examination = Some(examination);
    let mut found = Found::default();
    for question in pack.questions.iter().filter(|it| is_intake_question(it)) {
        found.silence(&mut known, question);
    }
    for rule in pack.rules.iter().filter(|it| it.raw.moment == Moment::Screen && pack.is_in_force(it)) {
        found.rule(&mut known, rule);
    }
    found.conclude()
}

/// What is known before any rule: which questions arise, and what stands in for silence.
pub(crate) fn prepared<'a>(pack: &'a Pack, intake: &'a Intake, as_of: Date) -> Known<'a> {
    let mut known = Known::new(pack, intake, as_of);
    for question in &pack.questions {
        let key = &question.raw.key;
        let arises = question.ask_when.as_ref().is_none_or(|it| it.evaluate(&known).truth != Truth::No);
        if !arises {
            known.not_asked.insert(key.clone());
            continue;
        }
        let mut applying = effects_of(&known, question).into_iter().map(|(effect, _)| effect);
        if let Some(value) = applying.find_map(|it| it.value.clone()) {
            known.stand_ins.insert(key.clone(), value);
        }
    }
    known
}

/// The effects of a question's silence that apply, with their cause; none when it was answered.
fn effects_of<'q>(known: &Known<'_>, question: &'q Question) -> Vec<(&'q Effect, Cause)> {
    let key = &question.raw.key;
    let (effects, cause) = match known.intake.given(key.as_str()) {
        Some(Given::Answered(_)) => return Vec::new(),
        Some(Given::Unsure) => (&question.unsure, Cause::Unsure(key.clone())),
        Some(Given::PreferNot) => (&question.prefer_not, Cause::PreferNot(key.clone())),
        None => (&question.missing, Cause::Missing(key.clone())),
    };
    let applies =
        |effect: &&Effect| effect.when.as_ref().is_none_or(|it| it.evaluate(known).truth == Truth::Yes);
    effects.iter().filter(applies).map(|it| (it, cause.clone())).collect()
}

/// What has been found so far.
#[derive(Default)]
struct Found {
    fired: Vec<Fired>,
    disposition: Option<Disposition>,
}

impl Found {
    fn so_far(&mut self) -> &mut Disposition {
        self.disposition.get_or_insert_with(Disposition::nothing)
    }

    fn silence(&mut self, known: &mut Known<'_>, question: &Question) {
        let key = &question.raw.key;
        if known.not_asked.contains(key) {
            return;
        }
        if known.intake.answer(key.as_str()).is_none() {
            self.so_far().unknown.push(key.clone());
        }
        for (effect, cause) in effects_of(known, question) {
            let level = match effect.hold {
                Hold::No => None,
                Hold::At(level) => Some(level),
                Hold::UntilAnswered => {
                    self.so_far().unanswered.push(key.clone());
                    None
                }
            };
            // A left-out question that holds at a level is asked again too: answering may lower nothing else.
            if level.is_some() && known.intake.given(key.as_str()).is_none() {
                self.so_far().unanswered.push(key.clone());
            }
            let said = match cause {
                Cause::Unsure(_) => "not sure",
                Cause::PreferNot(_) => "prefer not to say",
                Cause::Missing(_) | Cause::Rule(_) => "not answered",
            };
            let fired = Fired {
                cause: cause.clone(),
                level,
                // Urgent means within a day or two, and the same day where the person is unsure.
                same_day: level == Some(TriageLevel::Urgent) && matches!(cause, Cause::Unsure(_)),
                because_unknown: true,
                no_session: effect.no_session,
                never_lowered: false,
                text: None,
                observations: vec![format!("{key} = {said}")],
                questions: BTreeSet::from([key.clone()]),
            };
            self.attach(known, &cause, effect.tags.iter().copied());
            self.cap(effect.effort_cap, &cause);
            let so_far = self.so_far();
            so_far.safety_card |= effect.safety_card;
            so_far.no_session |= effect.no_session;
            if level.is_some() || !effect.tags.is_empty() || effect.effort_cap.is_some() || effect.no_session
            {
                self.fired.push(fired);
            }
        }
    }

    fn rule(&mut self, known: &mut Known<'_>, rule: &Rule) {
        known.points = points(known, rule);
        for outcome in &rule.outcomes {
            let verdict = outcome.when.evaluate(known);
            match verdict.truth {
                Truth::No => {}
                Truth::Yes => self.yes(known, rule, outcome, &verdict),
                Truth::Unknown => self.undecided(known, rule, outcome, &verdict),
            }
        }
    }

    fn yes(&mut self, known: &mut Known<'_>, rule: &Rule, outcome: &Outcome, verdict: &Verdict) {
        let cause = Cause::Rule(rule.raw.id.clone());
        let raw = &outcome.raw;
        self.attach(known, &cause, raw.tags.iter().copied());
        self.cap(raw.effort_cap, &cause);
        let so_far = self.so_far();
        so_far.safety_card |= raw.safety_card;
        so_far.no_session |= raw.no_session;
        so_far.letters.extend(raw.letter.clone());
        so_far.cool_down_minutes_min =
            so_far.cool_down_minutes_min.max(raw.cool_down_minutes_min.map_or(0, u32::from));
        let highest = known.fired.get(&rule.raw.id).copied().flatten().max(outcome.level);
        known.fired.insert(rule.raw.id.clone(), highest);
        self.fired.push(Fired {
            cause,
            level: outcome.level,
            same_day: raw.same_day,
            because_unknown: false,
            no_session: raw.no_session,
            never_lowered: raw.never_lowered,
            text: raw.text.clone(),
            observations: verdict.because.iter().map(|fact| observed(known, fact)).collect(),
            questions: questions_of(known.pack, &verdict.because),
        });
    }

    fn undecided(&mut self, known: &mut Known<'_>, rule: &Rule, outcome: &Outcome, verdict: &Verdict) {
        known.undecided.insert(rule.raw.id.clone());
        let Some(unknown) = &outcome.raw.unknown else { return };
        let cause = Cause::Rule(rule.raw.id.clone());
        self.attach(known, &cause, unknown.tags.iter().copied());
        self.so_far().safety_card |= unknown.safety_card;
        self.fired.push(Fired {
            cause,
            level: outcome.unknown_level,
            same_day: false,
            because_unknown: true,
            no_session: false,
            never_lowered: false,
            text: None,
            observations: verdict.because.iter().map(|fact| observed(known, fact)).collect(),
            questions: questions_of(known.pack, &verdict.because),
        });
    }

    fn attach(&mut self, known: &mut Known<'_>, cause: &Cause, tags: impl Iterator<Item = model::Tag>) {
        for tag in tags {
            known.tags.insert(tag);
            self.so_far().tags.entry(tag).or_default().insert(cause.clone());
        }
    }

    fn cap(&mut self, cap: Option<u8>, cause: &Cause) {
        let so_far = self.so_far();
        if let Some(cap) = cap.filter(|cap| so_far.effort_cap.as_ref().is_none_or(|(lowest, _)| cap < lowest))
        {
            so_far.effort_cap = Some((cap, cause.clone()));
        }
    }

    fn conclude(self) -> Disposition {
        let mut disposition = self.disposition.unwrap_or_else(Disposition::nothing);
        disposition.fired = self.fired;
        disposition.fired.sort_by(|a, b| b.level.cmp(&a.level).then_with(|| a.cause.cmp(&b.cause)));
        let seen = &mut BTreeSet::new();
        disposition.unanswered.retain(|it| seen.insert(it.clone()));
        let highest = disposition.fired.iter().filter_map(|it| it.level).max().unwrap_or(TriageLevel::Ok);
        let tagged = if disposition.tags.is_empty() { TriageLevel::Ok } else { TriageLevel::Caution };
        let incomplete =
            if disposition.unanswered.is_empty() { TriageLevel::Ok } else { TriageLevel::Incomplete };
        disposition.level = highest.max(tagged).max(incomplete);
        // A hold from silence comes without a rule, and its letter is that of its level all the same.
        let letter = match disposition.level {
            TriageLevel::Emergency | TriageLevel::Urgent => RuleId::try_from("CT-01").ok(),
            TriageLevel::SeeClinician => RuleId::try_from("CT-02").ok(),
            TriageLevel::Incomplete | TriageLevel::Caution | TriageLevel::Ok => None,
        };
        disposition.letters.extend(letter);
        disposition
    }
}

impl Disposition {
    /// A disposition before anything was looked at.
    fn nothing() -> Self {
        Self {
            level: TriageLevel::Incomplete,
            fired: Vec::new(),
            unanswered: Vec::new(),
            unknown: Vec::new(),
            tags: std::collections::BTreeMap::new(),
            effort_cap: None,
            cool_down_minutes_min: 0,
            safety_card: false,
            no_session: false,
            letters: BTreeSet::new(),
        }
    }
}

/// The lowest and the highest sum of a rule's points.
fn points(known: &Known<'_>, rule: &Rule) -> (i64, i64) {
    rule.points.iter().fold((0, 0), |(low, high), (when, add)| match when.evaluate(known).truth {
        Truth::No => (low, high),
        Truth::Unknown => (low, high + i64::from(*add)),
        Truth::Yes => (low + i64::from(*add), high + i64::from(*add)),
    })
}

/// The emergency that an answer, and not a silence, has given; it ends the form at once.
pub fn emergency_answered(pack: &Pack, intake: &Intake, as_of: Date) -> Option<Disposition> {
    let disposition = screen(pack, intake, as_of);
    let emergency = |fired: &Fired| fired.level == Some(TriageLevel::Emergency) && !fired.because_unknown;
    disposition.fired.iter().any(emergency).then_some(disposition)
}
