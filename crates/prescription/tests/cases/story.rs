//! Stories as files: reading one, and reading them all.

use model::{ExerciseId, Limit, Tag, TrainingLevel, TriageLevel};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use toml::{Table, Value};

use crate::FOLDER;

/// A story as it was read.
pub(crate) struct Story {
    pub(crate) name: String,
    pub(crate) base: String,
    pub(crate) overlay: Table,
    pub(crate) expected: Expected,
}

/// What a story may expect. `level` and `plan` are never left out, so no story is without an expectation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    pub(crate) level: TriageLevel,
    pub(crate) plan: bool,
    #[serde(default)]
    pub(crate) fired: BTreeSet<String>,
    #[serde(default)]
    pub(crate) tags: BTreeSet<Tag>,
    #[serde(default)]
    pub(crate) unanswered: BTreeSet<String>,
    #[serde(default)]
    pub(crate) letters: BTreeSet<String>,
    pub(crate) no_session: Option<bool>,
    pub(crate) safety_card: Option<bool>,
    pub(crate) same_day: Option<bool>,
    pub(crate) held: Option<TriageLevel>,
    pub(crate) self_attested: Option<bool>,
    #[serde(default = "six_week")]
    pub(crate) template: String,
    pub(crate) training_level: Option<TrainingLevel>,
    pub(crate) effort_cap_max: Option<u8>,
    #[serde(default)]
    pub(crate) asked_for: BTreeSet<String>,
    #[serde(default)]
    pub(crate) planned: BTreeSet<ExerciseId>,
    #[serde(default)]
    pub(crate) limited: BTreeMap<ExerciseId, Limit>,
    #[serde(default)]
    pub(crate) removed: BTreeMap<ExerciseId, String>,
}

pub(crate) fn six_week() -> String {
    "six-week".to_owned()
}

/// Reads a story: a title, a paragraph, what is answered, what is expected, and nothing else.
pub(crate) fn read(name: &str, text: &str) -> Result<Story, String> {
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
pub(crate) fn stories() -> Vec<Result<Story, String>> {
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
