//! `plumbline knowledge`: check, list and sign.

use std::path::Path;

use crate::{code, folder, plumbline, words};

#[test]
fn the_bundled_knowledge_has_no_faults_and_no_signatures() {
    let output = plumbline(&["knowledge", "check"]);
    let text = words(&output.stdout);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert!(text.starts_with("no faults"), "{text}");
    let counted = text.lines().nth(1).and_then(|it| it.split_once(" of ")).unwrap();
    assert!(counted.1.starts_with(&format!("{} items", counted.0)), "{text}");
}

#[test]
fn a_change_voids_a_signature() {
    let knowledge = folder("sign").join("knowledge");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../knowledge"), &knowledge);
    let dir = knowledge.to_str().unwrap();
    let state = |id: &str| {
        let listed = words(&plumbline(&["knowledge", "list", "--knowledge", dir]).stdout);
        let line = listed.lines().find(|it| it.split_whitespace().next() == Some(id)).unwrap().to_owned();
        line.split_whitespace().nth(2).unwrap().to_owned()
    };
    assert_eq!(state("C10"), "unsigned");
    let sign = [
        "knowledge",
        "sign",
        "C10",
        "--name",
        "Invented for this test",
        "--registration",
        "none",
        "--date",
        "2026-11-22",
    ];
    let output = plumbline(&[&sign[..], &["--knowledge", dir]].concat());
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert_eq!((state("C10").as_str(), state("C09").as_str()), ("signed", "unsigned"));
    let file = knowledge.join("exercises/C10.toml");
    let before = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, before.replacen("load = \"H\"", "load = \"M\"", 1)).unwrap();
    assert_eq!(state("C10"), "void");
    std::fs::write(&file, format!("# a comment says nothing clinical\n{before}")).unwrap();
    assert_eq!(state("C10"), "signed");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn every_fault_of_a_knowledge_folder_is_listed() {
    let knowledge = folder("faults").join("knowledge");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../knowledge"), &knowledge);
    for (name, from, to) in [("C10", "\"C09\"", "\"C99\""), ("G01", "family = ", "famly = ")] {
        let file = knowledge.join(format!("exercises/{name}.toml"));
        let before = std::fs::read_to_string(&file).unwrap();
        assert!(before.contains(from));
        std::fs::write(&file, before.replacen(from, to, 1)).unwrap();
    }
    let output = plumbline(&["knowledge", "check", "--knowledge", knowledge.to_str().unwrap()]);
    let errors = words(&output.stderr);
    assert_eq!(code(&output), 2);
    assert!(errors.contains("exercises/C10.toml") && errors.contains("exercises/G01.toml"), "{errors}");
}
