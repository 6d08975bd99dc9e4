//! The case stories of `cases/`, each a page that a clinician can check. Add a file, get a test.
//!
//! A story lays a few answers over a complete intake of `cases/people/`, and says what must come of it. Here the two
//! are put together, read as an intake file, assessed and, where that is allowed, planned; then everything that the
//! story expects is looked up. `cases/README.md` lists the keys.
//!
//! A story that is wrong, or that the knowledge or the engine breaks, is listed with its file and what came instead:
//!
//! ```text
//! screening/saddle-numbness.md: level: expected emergency, got urgent
//! constraints/osteoporosis.md: removed C07: expected OP, got: EX-14
//! ```
//!
//! `a_wrong_story_is_reported` breaks a story on purpose. A story may never be bent to pass.

use assessment::intake;
use assessment::{Assessment, assess};
use jiff::civil::{Date, date};
use knowledge::Pack;
use knowledge::raw::rule::Moment;
use model::{ExerciseId, Limit, Tag, TrainingLevel, TriageLevel};
use prescription::{Input, Prescription, Reason, Request, Why, plan, validate};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases");
/// The day of every story, and the Monday on which its programme starts.
const AS_OF: Date = date(2026, 11, 22);
const START: Date = date(2026, 11, 23);
/// Takes an answer of the base away.
const NOT_ANSWERED: &str = "(not answered)";

/// A story as it was read.
struct Story {
    name: String,
    base: String,
    overlay: Table,
    expected: Expected,
}

/// What a story may expect. `level` and `plan` are never left out, so no story is without an expectation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    level: TriageLevel,
    plan: bool,
    #[serde(default)]
    fired: BTreeSet<String>,
    #[serde(default)]
    tags: BTreeSet<Tag>,
    #[serde(default)]
    unanswered: BTreeSet<String>,
    #[serde(default)]
    letters: BTreeSet<String>,
    no_session: Option<bool>,
    safety_card: Option<bool>,
    same_day: Option<bool>,
    held: Option<TriageLevel>,
    self_attested: Option<bool>,
    #[serde(default = "six_week")]
    template: String,
    training_level: Option<TrainingLevel>,
    effort_cap_max: Option<u8>,
    #[serde(default)]
    asked_for: BTreeSet<String>,
    #[serde(default)]
    planned: BTreeSet<ExerciseId>,
    #[serde(default)]
    limited: BTreeMap<ExerciseId, Limit>,
    #[serde(default)]
    removed: BTreeMap<ExerciseId, String>,
}

fn six_week() -> String {
    "six-week".to_owned()
}

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
fn check(pack: &Pack, story: &Story) -> Vec<String> {
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

/// The complete intake of a person of `cases/people/`.
fn base(name: &str) -> Result<Table, String> {
    let path = Path::new(FOLDER).join("people").join(format!("{name}.toml"));
    let text = fs::read_to_string(&path).map_err(|error| format!("base {name}: {error}"))?;
    text.parse().map_err(|error| format!("base {name}: {error}"))
}

/// Lays a story's answers over a base: keys replace or add, `(not answered)` takes away, `[[…]]` rows are added.
fn overlaid(base: &Table, overlay: &Table) -> Result<Table, String> {
    let mut laid = base.clone();
    for (key, value) in overlay {
        match (laid.get_mut(key), value) {
            (Some(Value::Table(under)), Value::Table(over)) => *under = overlaid(under, over)?,
            (Some(Value::Array(under)), Value::Array(over))
                if over.iter().all(Value::is_table) && !over.is_empty() =>
            {
                under.extend(over.iter().cloned());
            }
            (under, Value::String(word)) if word == NOT_ANSWERED => {
                under.ok_or_else(|| format!("{key} is taken away, but the base has no such answer"))?;
                laid.remove(key);
            }
            (Some(under), _) if under == value => return Err(format!("{key} is the same as in the base")),
            _ => {
                laid.insert(key.clone(), value.clone());
            }
        }
    }
    Ok(laid)
}

/// An intake as a file, its tables, answers and ticks in alphabetical order or backwards.
fn written(intake: &Table, backwards: bool) -> String {
    let in_order = |mut lines: Vec<String>| {
        if backwards {
            lines.reverse();
        }
        lines.concat()
    };
    let line = |(key, value): (&String, &Value)| {
        let mut value = value.clone();
        if let Value::Array(ticks) = &mut value
            && backwards
            && ticks.iter().all(Value::is_str)
        {
            ticks.reverse();
        }
        format!("{key} = {value}\n")
    };
    let rows = |table: &Table| in_order(table.iter().map(line).collect());
    let (mut top, mut tables) = (Vec::new(), Vec::new());
    for (key, value) in intake {
        match value {
            Value::Table(table) => tables.push(format!("[{key}]\n{}", rows(table))),
            Value::Array(list) => {
                let each = list.iter().filter_map(Value::as_table);
                tables.push(in_order(
                    each.map(|row| format!("[[{key}]]\n{}", row.iter().map(plain).collect::<String>()))
                        .collect(),
                ));
            }
            Value::String(_)
            | Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_) => {
                top.push(plain((key, value)));
            }
        }
    }
    in_order(top) + &in_order(tables)
}

fn plain((key, value): (&String, &Value)) -> String {
    format!("{key} = {value}\n")
}

/// Reads a story: a title, a paragraph, what is answered, what is expected, and nothing else.
fn read(name: &str, text: &str) -> Result<Story, String> {
    let rest = text.strip_prefix("# ").ok_or("should start with a title: # A sentence")?;
    let (title, rest) = rest.split_once('\n').ok_or("has only a title")?;
    let (prose, rest) = rest.split_once("```toml person\n").ok_or("has no ```toml person")?;
    let (person, rest) = rest.split_once("\n```\n").ok_or("does not close ```toml person")?;
    let (between, rest) = rest.split_once("```toml expected\n").ok_or("has no ```toml expected")?;
    let (expected, after) = rest.split_once("\n```\n").ok_or("does not close ```toml expected")?;
    if title.trim().is_empty() || prose.trim().is_empty() {
        return Err(
            "should say in a title and a paragraph who it is about, what happens and why it matters".into()
        );
    }
    if !between.trim().is_empty() || !after.trim().is_empty() {
        return Err("should have its words before ```toml person, and nothing after ```toml expected".into());
    }
    let mut overlay: Table = person.parse().map_err(|error| format!("person: {error}"))?;
    let Some(Value::String(base)) = overlay.remove("base") else {
        return Err("person: names no base".into());
    };
    let expected: Expected = toml::from_str(expected).map_err(|error| format!("expected: {error}"))?;
    Ok(Story { name: name.to_owned(), base, overlay, expected })
}

/// Every story, or what is wrong with its file, in the order of their names.
fn stories() -> Vec<Result<Story, String>> {
    let entries = |path: &Path| {
        let read = fs::read_dir(path).into_iter().flatten().filter_map(Result::ok);
        read.map(|it| it.path()).collect::<BTreeSet<_>>()
    };
    let folders = entries(Path::new(FOLDER)).into_iter().filter(|it| it.is_dir() && !it.ends_with("people"));
    let files = folders.flat_map(|folder| entries(&folder));
    let name = |path: &Path| path.strip_prefix(FOLDER).unwrap_or(path).display().to_string();
    let story = |path: &Path| {
        let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
        if path.extension().is_some_and(|it| it == "md") {
            read(&name(path), &text)
        } else {
            Err("is no story".into())
        }
    };
    files.map(|path| story(&path).map_err(|problem| format!("{}: {problem}", name(&path)))).collect()
}

#[test]
fn every_story_comes_out_as_it_says() {
    let pack = knowledge::bundled().unwrap();
    let wrong = stories().into_iter().flat_map(|story| match story {
        Ok(story) => check(pack, &story).into_iter().map(|it| format!("{}: {it}", story.name)).collect(),
        Err(problem) => vec![problem],
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Whether a tag takes any exercise away on its own; the others cap, limit or only speak (`cases/README.md`).
fn takes_away(pack: &Pack, tag: Tag) -> bool {
    let rows = pack.exercises.values().flat_map(|it| &it.swap);
    let nets = pack.tags.get(&tag).into_iter().flat_map(|it| &it.net);
    rows.clone().any(|it| it.tag == tag && it.limit.is_none()) || nets.clone().any(|it| it.limit.is_none())
}

#[test]
fn the_stories_cover_every_emergency_every_urgent_rule_every_tag_and_every_level() {
    let pack = knowledge::bundled().unwrap();
    let stories: Vec<Story> = stories().into_iter().filter_map(Result::ok).collect();
    let some = |holds: &dyn Fn(&Story) -> bool| stories.iter().any(holds);
    let mut missing = Vec::new();
    for rule in pack.rules.iter().filter(|it| it.raw.moment == Moment::Screen) {
        let levels: BTreeSet<TriageLevel> = rule.outcomes.iter().filter_map(|it| it.level).collect();
        for level in levels.range(TriageLevel::Urgent..) {
            let told =
                |it: &Story| it.expected.level == *level && it.expected.fired.contains(rule.raw.id.as_str());
            if !some(&told) {
                missing.push(format!("no story has {} fire at {level}", rule.raw.id));
            }
        }
    }
    for tag in Tag::ALL {
        let removes = |it: &Story| it.expected.removed.values().any(|because| because == tag.name());
        let attached = |it: &Story| it.expected.tags.contains(tag) && it.expected.effort_cap_max.is_some();
        if !some(if takes_away(pack, *tag) { &removes } else { &attached }) {
            missing.push(format!("no story shows what {tag} does"));
        }
    }
    for level in TrainingLevel::ALL {
        let ordinary =
            |it: &Story| it.overlay.is_empty() && it.expected.plan && it.expected.level == TriageLevel::Ok;
        if !some(&|it| ordinary(it) && it.expected.training_level == Some(*level)) {
            missing.push(format!("no story is about an ordinary person at {level}"));
        }
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
    assert!(stories.len() >= 45, "{} stories", stories.len());
}

/// A story in line, with this expectation.
fn told(person: &str, expected: &str) -> Result<Story, String> {
    let person = format!("base = \"well-58\"\n{person}");
    read(
        "in-line",
        &format!(
            "# A title\nA paragraph.\n```toml person\n{person}\n```\n```toml expected\n{expected}\n```\n"
        ),
    )
}

#[test]
fn a_wrong_story_is_reported() {
    let pack = knowledge::bundled().unwrap();
    let numb = "[safety]\nces_saddle = true";
    let thin = "[health]\nosteoporosis = \"thin_bone\"";
    for (person, expected, problem) in [
        (numb, "level = \"urgent\"\nplan = false", "level: expected urgent, got emergency"),
        (numb, "level = \"emergency\"\nplan = true", "plan: expected true, got false"),
        (
            numb,
            "level = \"emergency\"\nplan = false\nfired = [\"RF-01\"]",
            "fired at that level: expected RF-01, got: RF-02",
        ),
        (
            numb,
            "level = \"emergency\"\nplan = false\nplanned = [\"C03\"]",
            "expects something of a plan, but there is none",
        ),
        (
            thin,
            "level = \"caution\"\nplan = true\n[removed]\nM10 = \"ST\"",
            "removed M10: expected ST, got: OP",
        ),
        (thin, "level = \"caution\"\nplan = true\nplanned = [\"M01\"]", "planned: expected M01, got: "),
        ("", "level = \"ok\"\nplan = true\neffort_cap_max = 4", "effort_cap_max: expected 4, got 6"),
        (
            "[safety]\nces_sadle = true",
            "level = \"emergency\"\nplan = false",
            "`safety.ces_sadle` is not a question",
        ),
    ] {
        let wrong = check(pack, &told(person, expected).unwrap());
        assert!(wrong.iter().any(|it| it.contains(problem)), "{problem} is not among {wrong:#?}");
    }
}

#[test]
fn a_story_with_an_unknown_key_or_without_an_expectation_is_refused() {
    for (person, expected, problem) in [
        ("", "level = \"ok\"\nplan = true\nfierd = []", "unknown field `fierd`"),
        ("", "", "missing field `level`"),
        ("", "level = \"ok\"", "missing field `plan`"),
        ("base = 1", "level = \"ok\"\nplan = true", "duplicate key"),
    ] {
        let refused = told(person, expected).err().unwrap_or_default();
        assert!(refused.contains(problem), "{problem} is not in {refused:?}");
    }
    assert!(read("in-line", "A paragraph without a title.").is_err());
}
