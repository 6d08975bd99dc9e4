//! What comes of a story, and whether it is what the story says.

use assessment::intake;
use assessment::{Assessment, assess};
use jiff::civil::{Date, date};
use knowledge::Pack;
use model::{ExerciseId, Tag, TriageLevel};
use prescription::{Input, Prescription, Reason, Request, Why, plan, validate};
use std::collections::BTreeSet;
use std::fmt::Display;
use toml::Table;

use crate::laid::{base, overlaid, written};
use crate::story::{Expected, Story};

/// The day of every story, and the Monday on which its programme starts.
const AS_OF: Date = date(2026, 11, 22);
const START: Date = date(2026, 11, 23);

/// What came of a story.
struct Run {
    assessment: Assessment,
    plan: Option<Prescription>,
}

impl Run {
    fn of(pack: &Pack, text: &str, template: &str) -> Result<Self, String> {
        let intake = intake::read(pack, text.as_bytes(), AS_OF)
            .map_err(|faults| format!("intake: {}", joined(&faults)))?;
        let assessment = assess(pack, &intake, &[], AS_OF);
        let request = Request { template: template.to_owned(), start: START, parent: None };
        let planned =
            assessment.clearance.as_ref().ok().map(|it| plan(pack, it, Input::from(&assessment), &request));
        let plan = planned.transpose().map_err(|error| error.to_string())?;
        Ok(Self { assessment, plan })
    }

    /// The tags of the clearance, or of the screening where nothing is cleared.
    fn tags(&self) -> Vec<Tag> {
        let screened = &self.assessment.disposition.tags;
        let cleared = self.assessment.clearance.as_ref().map_or(screened, |it| it.tags());
        cleared.keys().copied().collect()
    }

    fn reasons(&self, id: &ExerciseId) -> &[Reason] {
        self.plan.as_ref().and_then(|it| it.rationale().left_out.get(id)).map_or(&[], Vec::as_slice)
    }
}

fn joined<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|it| it.to_string()).collect::<Vec<_>>().join(", ")
}

/// Everything that is wrong with a story, in sentences; nothing when it holds.
struct Wrong(Vec<String>);

impl Wrong {
    #[expect(clippy::needless_pass_by_value, reason = "it is called with values made on the spot")]
    fn unless_equal<T: PartialEq + Display>(&mut self, what: &str, expected: Option<T>, got: T) {
        if let Some(expected) = expected.filter(|it| *it != got) {
            self.0.push(format!("{what}: expected {expected}, got {got}"));
        }
    }

    fn unless_among<T: Display>(&mut self, what: &str, expected: &BTreeSet<T>, got: &[String]) {
        let missing = expected.iter().filter(|it| !got.contains(&it.to_string()));
        self.0.extend(missing.map(|it| format!("{what}: expected {it}, got: {}", got.join(", "))));
    }
}

/// Runs a story and lists what is wrong with it.
pub(crate) fn check(pack: &Pack, story: &Story) -> Vec<String> {
    let run = |table: &Table, backwards| Run::of(pack, &written(table, backwards), &story.expected.template);
    let runs = || {
        let base = base(&story.base)?;
        let laid = overlaid(&base, &story.overlay)?;
        Ok((run(&laid, false)?, run(&laid, true)?, base))
    };
    let (told, backwards, base) = match runs() {
        Ok(runs) => runs,
        Err(problem) => return vec![problem],
    };
    let mut wrong = Wrong(Vec::new());
    check_screening(&story.expected, &told.assessment, &mut wrong);
    wrong.unless_among(
        "tags",
        &story.expected.tags,
        &told.tags().iter().map(Tag::to_string).collect::<Vec<_>>(),
    );
    wrong.unless_equal("plan", Some(story.expected.plan), told.plan.is_some());
    check_order(&told, &backwards, &mut wrong);
    match &told.plan {
        Some(plan) => check_plan(pack, &story.expected, &told.assessment, plan, &mut wrong),
        None if expects_of_plan(&story.expected) => {
            wrong.0.push("expects something of a plan, but there is none".into());
        }
        None => {}
    }
    if told.plan.is_some() && !story.expected.removed.is_empty() {
        match run(&base, false) {
            Ok(base) => check_removed(&story.expected, &told, &base, &mut wrong),
            Err(problem) => wrong.0.push(format!("base {}: {problem}", story.base)),
        }
    }
    wrong.0
}

fn check_screening(expected: &Expected, assessment: &Assessment, wrong: &mut Wrong) {
    let disposition = &assessment.disposition;
    let at_level = |it: &&assessment::Fired| it.level == Some(expected.level);
    let fired: Vec<String> =
        disposition.fired.iter().filter(at_level).map(|it| it.cause.id().to_owned()).collect();
    let unanswered: Vec<String> = disposition.unanswered.iter().map(ToString::to_string).collect();
    let letters: Vec<String> = disposition.letters.iter().map(ToString::to_string).collect();
    wrong.unless_equal("level", Some(expected.level), disposition.level);
    wrong.unless_among("fired at that level", &expected.fired, &fired);
    wrong.unless_among("unanswered", &expected.unanswered, &unanswered);
    wrong.unless_among("letters", &expected.letters, &letters);
    wrong.unless_equal("no_session", expected.no_session, disposition.no_session);
    wrong.unless_equal("safety_card", expected.safety_card, disposition.safety_card);
    let same_day = disposition.fired.iter().any(|it| it.same_day);
    wrong.unless_equal("same_day", expected.same_day, same_day);
    let held = assessment.clearance.as_ref().err().map(|it| it.level);
    if !expected.plan {
        let level = expected.held.unwrap_or(expected.level);
        wrong.unless_equal("held", Some(level.name()), held.map_or("not held", TriageLevel::name));
    }
}

/// The order of tables and answers in the file, and of ticks in a list, changes nothing.
fn check_order(run: &Run, backwards: &Run, wrong: &mut Wrong) {
    let hash = |run: &Run| run.plan.as_ref().map(Prescription::hash);
    let same = run.assessment.disposition == backwards.assessment.disposition && hash(run) == hash(backwards);
    wrong.unless_equal("the same with its answers in reverse order", Some(true), same);
}

fn expects_of_plan(expected: &Expected) -> bool {
    let lists = expected.planned.is_empty() && expected.limited.is_empty() && expected.removed.is_empty();
    !lists || expected.effort_cap_max.is_some() || expected.self_attested.is_some()
}

fn check_plan(
    pack: &Pack,
    expected: &Expected,
    assessment: &Assessment,
    plan: &Prescription,
    wrong: &mut Wrong,
) {
    let Ok(clearance) = &assessment.clearance else { return };
    let violations = validate(pack, clearance, Input::from(assessment), plan);
    if plan.fell_back() || !violations.is_empty() {
        wrong.0.push(format!("the validator refuses the plan: {:?} {violations:?}", plan.violations()));
    }
    let caps = plan.weeks().iter().map(|it| it.effort_cap.value);
    let chosen: Vec<String> = plan.rationale().chosen.keys().map(ToString::to_string).collect();
    let asked_for: Vec<String> = assessment.profile.asked_for.iter().cloned().collect();
    wrong.unless_equal("effort_cap_max", expected.effort_cap_max, caps.max().unwrap_or_default());
    wrong.unless_equal("training_level", expected.training_level, assessment.profile.level);
    wrong.unless_equal("self_attested", expected.self_attested, clearance.self_attested());
    wrong.unless_among("asked_for", &expected.asked_for, &asked_for);
    wrong.unless_among("planned", &expected.planned, &chosen);
    for (id, limit) in &expected.limited {
        let sessions = plan.weeks().iter().flat_map(|it| &it.sessions);
        let items: Vec<_> = sessions.flat_map(|it| &it.items).filter(|it| it.exercise == *id).collect();
        if items.is_empty() || items.iter().any(|it| !it.limits.contains(limit)) {
            wrong.0.push(format!(
                "limited {id}: expected {limit} wherever it is planned, in {} places",
                items.len()
            ));
        }
    }
}

/// Each removed exercise names the tag or rule, and no tag takes it from the base person.
fn check_removed(expected: &Expected, run: &Run, base: &Run, wrong: &mut Wrong) {
    let tag_of = |reason: &Reason| {
        if let Why::BlockedByTag { tag, .. } = &reason.why { Some(tag.name()) } else { None }
    };
    wrong.unless_equal("without the story's answers, plan", Some(true), base.plan.is_some());
    for (id, because) in &expected.removed {
        let reasons = run.reasons(id);
        if !reasons.iter().any(|it| it.rule == *because || tag_of(it) == Some(because)) {
            let got = joined(reasons.iter().map(|it| tag_of(it).unwrap_or(&it.rule)));
            wrong.0.push(format!("removed {id}: expected {because}, got: {got}"));
        }
        if base.reasons(id).iter().any(|it| it.rule == *because || tag_of(it).is_some()) {
            wrong.0.push(format!("removed {id}: is left out without the story's answers too"));
        }
    }
}
