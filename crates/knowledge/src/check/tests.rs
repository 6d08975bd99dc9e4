//! A planted fault of each kind must be found, named by file and entry, together with all others.

use crate::{Fault, Files, Pack, bundled_files};

fn faults_after(change: impl Fn(&mut Files)) -> Vec<Fault> {
    let mut files = bundled_files();
    change(&mut files);
    Pack::from_files(&files).err().unwrap_or_default()
}

fn replace(files: &mut Files, path: &str, from: &str, to: &str) {
    let content = files.0.get_mut(path).unwrap();
    assert!(content.contains(from), "{path} has no `{from}`");
    *content = content.replacen(from, to, 1);
}

#[test]
fn the_bundled_pack_has_no_faults() {
    let faults = faults_after(|_| ());
    assert!(faults.is_empty(), "{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
}

#[test]
fn all_faults_are_listed_at_once() {
    let faults = faults_after(|files| {
        replace(files, "exercises/C10.toml", "C09", "C99");
        replace(files, "screening/rules/RF-02.toml", "level = \"E0\"", "level = \"E9\"");
        replace(files, "tags.toml", "id = \"OP\"", "id = \"XX\"");
    });
    for part in ["C99", "RF-02", "tags.toml"] {
        assert!(faults.iter().any(|it| it.to_string().contains(part)), "{part} is not named in {faults:#?}");
    }
}

#[test]
fn an_unknown_key_is_a_fault_and_never_ignored() {
    let faults =
        faults_after(|files| replace(files, "exercises/G02.toml", "cues =", "cue_count = 1\ncues ="));
    assert!(faults.iter().any(|it| it.file == "exercises/G02.toml"), "{faults:#?}");
}

#[test]
fn a_question_that_does_not_say_what_silence_does_is_refused() {
    let faults = faults_after(|files| {
        let (path, _) =
            files.0.iter().find(|(path, _)| path.starts_with("screening/questions/safety")).unwrap();
        let path = path.clone();
        let content = files.0.get_mut(&path).unwrap();
        let start = content.find("missing = ").unwrap();
        let end = start + content[start..].find('\n').unwrap();
        content.replace_range(start..end, "missing = []");
    });
    assert!(faults.iter().any(|it| it.problem.contains("RF-45")), "{faults:#?}");
}

#[test]
fn a_restricted_instrument_cannot_be_bundled_without_permission() {
    let faults = faults_after(|files| {
        let content = files.0.get_mut("instruments/OM-01.toml").unwrap();
        *content = content.replace("licence = \"A\"", "licence = \"C\"");
    });
    assert!(faults.iter().any(|it| it.problem.contains("OM-35")), "{faults:#?}");
}

#[test]
fn a_frightening_word_is_a_fault() {
    let faults = faults_after(|files| {
        files.0.insert("text/en/planted.ftl".to_owned(), "planted = You have a slipped disc\n".to_owned());
    });
    assert!(faults.iter().any(|it| it.item == "planted"), "{faults:#?}");
}

#[test]
fn a_changed_text_voids_a_signature() {
    use crate::{Signed, item_hash};
    let hash = item_hash(&bundled_files(), "RF-02").unwrap();
    let sign = |files: &mut Files| {
        let record = crate::raw::Signature {
            id: "RF-02".into(),
            name: "Invented For This Test".into(),
            registration: "none".into(),
            date: "2026-01-01".into(),
            text_hash: hash.clone(),
        };
        files.0.insert("signatures.toml".into(), crate::signing_record(&record));
    };
    let mut files = bundled_files();
    sign(&mut files);
    assert_eq!(Pack::from_files(&files).unwrap().signed("RF-02"), Signed::Valid);
    replace(&mut files, "screening/rules/RF-02.toml", "condition = \"", "condition = \"Changed: ");
    assert_eq!(Pack::from_files(&files).unwrap().signed("RF-02"), Signed::Void);
    assert_eq!(Pack::from_files(&files).unwrap().signed("RF-01"), Signed::Not);
}
