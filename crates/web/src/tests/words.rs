//! The words of the pages and the code that uses them fit together.

use std::collections::BTreeSet;
use std::path::Path;

use super::pack;

/// Ids that code puts together from a part that varies.
const PUT_TOGETHER: [&str; 8] = [
    "month-",
    "unit-",
    "home-MT-",
    "fault-contradiction-",
    "part-",
    "clearance-",
    "visit-stage-",
    "document-",
];

#[test]
fn every_word_of_the_pages_is_used() {
    let sources = sources();
    let files = [
        "text/en/pages.ftl",
        "text/en/studio.ftl",
        "text/en/visit.ftl",
        "text/en/documents.ftl",
        "text/en/measures.ftl",
        "text/en/classes.ftl",
    ]
    .map(|it| pack().files.0.get(it).unwrap());
    let ids =
        files.iter().flat_map(|it| it.lines()).filter(|it| it.starts_with(|c: char| c.is_ascii_lowercase()));
    let ids = ids.filter_map(|it| it.split_once(" =")).map(|(id, _)| id);
    let unused: Vec<&str> = ids
        .filter(|id| !PUT_TOGETHER.iter().any(|start| id.starts_with(start)))
        .filter(|id| {
            !sources
                .iter()
                .any(|source| source.contains(&format!("\"{id}\"")) || source.contains(&format!("\"{id}.")))
        })
        .collect();
    assert!(unused.is_empty(), "no page uses: {}", unused.join(", "));
}

#[test]
fn every_word_that_is_used_is_there() {
    let text = &pack().text;
    let mut missing = BTreeSet::new();
    for source in sources() {
        for call in ["say(\"", "say1(\"", "say_with(\"", "say_with(\n", "by_door(\""] {
            let used = source.match_indices(call).map(|(at, _)| &source[at + call.len()..]);
            let ids = used.filter_map(|rest| rest.split_once('"')).map(|(id, _)| id.to_owned());
            missing.extend(ids.filter(|id| !id.contains('{') && !text.has(id)));
        }
        let lists = source.match_indices("list(\"").map(|(at, _)| &source[at + 6..]);
        for rest in lists {
            let mut parts = rest.split('"');
            let (Some(message), Some(name)) = (parts.next(), parts.nth(1)) else { continue };
            if !text.has(&format!("{message}.{name}-1")) {
                missing.insert(format!("{message}.{name}-1"));
            }
        }
    }
    assert!(missing.is_empty(), "there are no words for: {missing:?}");
}

#[test]
fn the_short_reads_promise_nothing_that_a_plan_on_paper_cannot_do() {
    let file = pack().files.0.get("text/en/education.ftl").unwrap().to_lowercase();
    for promise in [
        "pain light",
        "we ask",
        "tell us",
        "we suggest",
        "we offer",
        "we look",
        "the plan then",
        "on this screen",
    ] {
        assert!(!file.contains(promise), "a card says `{promise}`");
    }
}

#[test]
fn every_unit_has_words() {
    let words = crate::frame::Words {
        pack: pack(),
        locale: knowledge::Locale::Pseudo,
        door: crate::frame::Door::Public,
    };
    for question in &pack().questions {
        let said = crate::check::fields::unit(words, &question.raw.unit);
        assert!(said.is_empty() || said.starts_with('⟦'), "the unit `{}` has no words", question.raw.unit);
    }
    for test in pack().tests.values().filter(|it| it.result == knowledge::raw::test::ResultKind::Number) {
        assert!(pack().text.has(&format!("unit-{}", test.unit)), "the unit `{}` has no words", test.unit);
    }
}

/// The text of every source file and template, tests left out.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    // The crate `outcomes` writes dates with the words of this file too.
    let mut folders = vec![root.join("src"), root.join("templates"), root.join("../outcomes/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("tests") {
                folders.push(path);
            } else if path.is_file() {
                found.push(std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}
