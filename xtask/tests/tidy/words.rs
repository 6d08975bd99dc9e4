//! The words in `knowledge/text/` and the code and knowledge that use them, in both directions.
//!
//! Code names words by literals, whole (`"handout-made"`) or with blanks (`"level-{}.title"`). A literal counts as the name
//! of words when its first part begins other words too. What fills a blank must itself stand somewhere in quotation
//! marks, in code or knowledge, or be a number; so `q-{key}` uses the words of questions that there are, and no others.

use std::collections::BTreeSet;

use crate::tree::{File, files};
use crate::{none, planted};

/// Crates whose literals must name words that there are. The pages have a test of their own (`web/src/tests/words.rs`).
const SPEAKING: [&str; 3] = ["crates/outcomes/src/", "crates/paper/src/", "crates/cli/src/"];

/// Words that nothing shows yet, each for a reason. What is used, or gone, must leave this list.
const WAITING: [&str; 7] = [
    // Meant for the handout; nobody has decided whether and where it says them.
    "handout-shared-self-check",
    "handout-opportunity-note",
    "handout-no-equipment",
    "handout-load-start",
    // Parts of instruments that the form asks in other words.
    "OM-02.now",
    "OM-02.worst",
    "OM-02.leg",
];

/// How to do an exercise with a tag or at a level (`A01.hint-ST`): written for each that needs it, shown by nothing yet.
const WAITING_PART: &str = ".hint-";

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn is_code(path: &str) -> bool {
    let of_crate = path.starts_with("crates/") && !path.contains("/tests/") && !path.ends_with("/tests.rs");
    of_crate && ["rs", "html", "xml"].contains(&extension(path))
}

fn is_knowledge(path: &str) -> bool {
    path.starts_with("knowledge/") && extension(path) == "toml"
}

/// Every id with words, attributes as `message.attribute`.
fn ids(files: &[File]) -> Vec<(String, &File)> {
    let mut found = Vec::new();
    for file in files.iter().filter(|it| it.path.starts_with("knowledge/text/en/")) {
        let mut message = "";
        for (name, _) in file.content.lines().filter_map(|it| it.split_once(" =")) {
            if let Some(attribute) = name.trim_start().strip_prefix('.').filter(|_| name.starts_with(' ')) {
                found.push((format!("{message}.{attribute}"), file));
            } else if name.starts_with(|c: char| c.is_ascii_alphabetic()) && is_name(name) {
                message = name;
                found.push((message.to_owned(), file));
            }
        }
    }
    found
}

fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
}

/// What stands in quotation marks, comments left out. In a template the calls alone, for attributes are quoted as well.
fn literals(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    for line in file.content.lines().filter(|it| !it.trim_start().starts_with("//")) {
        if extension(&file.path) == "rs" || is_knowledge(&file.path) {
            let plain = line.replace("\\\"", "").replace("'\"'", "");
            found.extend(plain.split('"').skip(1).step_by(2).map(str::to_owned));
        } else {
            let calls = line.match_indices("(\"").chain(line.match_indices(", \""));
            let words = calls.filter_map(|(at, start)| line[at + start.len()..].split('"').next());
            found.extend(words.map(str::to_owned));
        }
    }
    found
}

/// The parts of a literal between its blanks: `level-{}.title` is `level-` and `.title`.
fn parts(literal: &str) -> Vec<String> {
    let mut pieces = literal.split('{');
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.map(|it| it.split_once('}').map_or(it, |(_, after)| after));
    std::iter::once(first).chain(rest).map(str::to_owned).collect()
}

/// Whether a literal with blanks says enough to be the name of words and not any two things with a dot between.
fn tells(parts: &[String]) -> bool {
    let letters = parts.iter().flat_map(|it| it.chars()).filter(char::is_ascii_alphabetic).count();
    letters >= 1 && parts.iter().all(|it| is_name(it))
}

/// Whether an id is a literal with its blanks filled, each by a word that `known` accepts.
fn fills(parts: &[String], id: &str, known: &dyn Fn(&str) -> bool) -> bool {
    let [first, rest @ ..] = parts else { return false };
    let Some(left) = id.strip_prefix(first.as_str()) else { return false };
    let Some(next) = rest.first() else { return left.is_empty() };
    let ends =
        (1..=left.len()).filter(|it| left.is_char_boundary(*it) && left[*it..].starts_with(next.as_str()));
    let mut ends = ends.filter(|it| known(&left[..*it]));
    ends.any(|end| fills(rest, &left[end..], known))
}

/// The beginning by which related words are told: `handout` of `handout-made`.
fn family(id: &str) -> &str {
    id.split(['-', '.']).next().unwrap_or(id)
}

/// Literals that look like the name of words that are not there.
fn missing(files: &[File]) -> Vec<String> {
    let ids = ids(files);
    let families: BTreeSet<&str> =
        ids.iter().map(|(id, _)| id.as_str()).filter(|it| it.contains('-')).map(family).collect();
    let mut faults = Vec::new();
    for file in
        files.iter().filter(|it| is_code(&it.path) && SPEAKING.iter().any(|own| it.path.starts_with(own)))
    {
        for literal in literals(file) {
            let parts = parts(&literal);
            let lower = literal.starts_with(|c: char| c.is_ascii_lowercase()) && extension(&literal) != "typ";
            let named = lower && literal.contains(['-', '.']) && parts.iter().all(|it| is_name(it));
            // `"handout-"` alone is put together elsewhere, and `"tag-{tag}."` is half a name.
            let whole = !literal.ends_with(['-', '.']);
            if named
                && whole
                && families.contains(family(&parts[0]))
                && !ids.iter().any(|(id, _)| fills(&parts, id, &|_| true))
            {
                faults.push(format!("{}: there are no words for `{literal}`", file.path));
            }
        }
    }
    faults
}

/// Words that nothing uses, but for those that wait.
fn unused(files: &[File]) -> Vec<String> {
    let waits = |id: &str| WAITING.contains(&id) || id.contains(WAITING_PART);
    let faults = silent(files).into_iter().filter(|(id, _)| !waits(id));
    faults.map(|(id, path)| format!("{path}: nothing uses `{id}`")).collect()
}

/// Every id that nothing uses, with its file.
fn silent(files: &[File]) -> Vec<(String, String)> {
    let sources = files.iter().filter(|it| is_code(&it.path) || is_knowledge(&it.path));
    let literals: BTreeSet<String> = sources.flat_map(literals).collect();
    let with_blanks: Vec<Vec<String>> =
        literals.iter().map(|it| parts(it)).filter(|it| it.len() > 1 && tells(it)).collect();
    // `days a week` is said by `unit-days-a-week`.
    let slug = |it: &String| it.replace(|c: char| !c.is_ascii_alphanumeric() && c != '_', "-");
    let slugs: BTreeSet<String> = literals.iter().map(slug).collect();
    let word = |word: &str| literals.contains(word) || slugs.contains(word) || word.parse::<u32>().is_ok();
    // In `{id}.hint` the blank may itself be a name with a blank: `q-sex`.
    let known = |name: &str| word(name) || with_blanks.iter().any(|it| fills(it, name, &word));
    let put_together = |id: &str| with_blanks.iter().any(|it| fills(it, id, &known));
    let used = |id: &str| {
        // `cue-1`, `cue-2`, … are asked for as a list named `cue`.
        let listed = id.rsplit_once('.').and_then(|(_, last)| last.rsplit_once('-'));
        let listed =
            listed.is_some_and(|(name, number)| number.parse::<u32>().is_ok() && literals.contains(name));
        // A message and the name of its part are often given apart: `part(message, "minutes")`.
        let apart =
            id.split_once('.').is_some_and(|(message, part)| literals.contains(part) && known(message));
        literals.contains(id) || listed || apart || put_together(id)
    };
    let ids = ids(files);
    let has_used_part = |message: &str| {
        let own = format!("{message}.");
        ids.iter().any(|(id, _)| id.starts_with(&own) && used(id))
    };
    let silent = ids.iter().filter(|(id, _)| !used(id) && (id.contains('.') || !has_used_part(id)));
    silent.map(|(id, file)| (id.clone(), file.path.clone())).collect()
}

#[test]
fn the_words_that_code_names_are_there() {
    none(&missing(&files()));
}

#[test]
fn all_words_are_used_or_wait_for_a_reason() {
    none(&unused(&files()));
}

#[test]
fn what_waits_is_there_and_unused() {
    let silent: BTreeSet<String> = silent(&files()).into_iter().map(|(id, _)| id).collect();
    let stale =
        WAITING.iter().filter(|it| !silent.contains(**it)).map(|it| format!("`{it}` waits no longer"));
    none(&stale.collect::<Vec<_>>());
}

/// A small tree in which everything fits.
fn sound() -> Vec<File> {
    vec![
        planted(
            "knowledge/text/en/a.ftl",
            "# A comment = none\nhandout-made = Made.\nlevel-ok =\n    .title = Good\nC10 = A move\n    .cue-1 = Slowly\n",
        ),
        planted("knowledge/exercises/C10.toml", "id = \"C10\"\n"),
        planted("crates/model/src/a.rs", "Ok = \"ok\",\n"),
        planted(
            "crates/outcomes/src/a.rs",
            "say(\"handout-made\"); say(&format!(\"level-{}.title\", level)); list(id, \"cue\");\n",
        ),
    ]
}

#[test]
fn sound_words_have_no_faults() {
    assert_eq!(missing(&sound()), [""; 0]);
    assert_eq!(unused(&sound()), [""; 0]);
}

#[test]
fn a_name_without_words_is_caught() {
    for literal in ["handout-mad", "level-{}.titel", "level-{level}.lead"] {
        let mut files = sound();
        files.push(planted("crates/outcomes/src/b.rs", &format!("say(&format!(\"{literal}\"));\n")));
        assert_eq!(missing(&files).len(), 1, "{literal}");
    }
    let mut files = sound();
    files.push(planted(
        "crates/outcomes/src/b.rs",
        "// say(\"handout-mad\")\nsay(\"six-week\"); say(\"print.js\");\n",
    ));
    assert_eq!(missing(&files), [""; 0]);
}

#[test]
fn words_that_nothing_uses_are_caught() {
    for words in ["handout-old = Old.\n", "level-good =\n    .title = Good\n", "C11 = Another move\n"] {
        let mut files = sound();
        files.push(planted("knowledge/text/en/b.ftl", words));
        assert!(!unused(&files).is_empty(), "{words}");
    }
    let mut files = sound();
    files[0].content.push_str("    .hint = Never said\n");
    assert_eq!(unused(&files), ["knowledge/text/en/a.ftl: nothing uses `C10.hint`"]);
}
