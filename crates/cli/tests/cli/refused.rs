//! Files that are refused: each fault is named, with its line.

use crate::{EXAMPLE, code, folder_of, intake, plan, with, words};

/// The file is refused with exit status 2, nothing on standard output, nothing written, and a fault for each
/// of these keys, which names the file and the line on which the key stands.
fn is_refused(test: &str, content: impl AsRef<[u8]>, keys: &[(&str, &str)]) {
    let written = String::from_utf8_lossy(content.as_ref()).into_owned();
    let file = intake(test, content);
    let (pdf, ics) = (folder_of(&file).join("plan.pdf"), folder_of(&file).join("plan.ics"));
    let output = plan(&file, &["--pdf", pdf.to_str().unwrap(), "--ics", ics.to_str().unwrap()]);
    let errors = words(&output.stderr);
    assert_eq!(code(&output), 2, "{errors}");
    assert!(output.stdout.is_empty(), "{}", words(&output.stdout));
    for (key, starts) in keys {
        let line = 1 + written.lines().position(|it| it.starts_with(starts)).unwrap();
        let fault = format!("{file}: line {line}: `{key}`");
        assert!(errors.lines().any(|it| it.starts_with(&fault)), "no `{fault}` in:\n{errors}");
    }
    let left: Vec<_> =
        std::fs::read_dir(folder_of(&file)).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["intake.toml"]);
}

#[test]
fn an_unknown_key_is_named() {
    let text = with("ces_saddle = false", "ces_saddel = false") + "\n[shoes]\nsize = 42\n";
    is_refused("unknown-key", text, &[("safety.ces_saddel", "ces_saddel"), ("shoes", "[shoes]")]);
}

#[test]
fn values_out_of_range_are_named() {
    let text = with("pain_now = 3", "pain_now = 11").replace("falls_12mo = 0", "falls_12mo = -1");
    is_refused("range", text, &[("pain.pain_now", "pain_now"), ("health.falls_12mo", "falls_12mo")]);
}

#[test]
fn a_wrong_unit_is_named() {
    let text =
        with("height_cm = 166", "height_cm = \"5 ft 5\"").replace("weight_kg = 70", "weight_kg = \"154 lb\"");
    is_refused("unit", text, &[("health.height_cm", "height_cm"), ("health.weight_kg", "weight_kg")]);
    is_refused("metres", with("height_cm = 166", "height_cm = 1.66"), &[("health.height_cm", "height_cm")]);
}

#[test]
fn answers_that_contradict_each_other_are_named() {
    let text = with("pain_7d_worst = 5", "pain_7d_worst = 1")
        .replace("falls_12mo = 0", "falls_12mo = 0\nfall_injury = true");
    is_refused(
        "contradiction",
        text,
        &[("pain.pain_7d_worst", "pain_7d_worst"), ("health.fall_injury", "fall_injury")],
    );
}

#[test]
fn children_and_people_not_yet_born_are_refused() {
    for (test, year) in [("future", "2030"), ("child", "2010")] {
        let text = with("birth_year = 1968", &format!("birth_year = {year}"));
        is_refused(test, text, &[("birth_year", "birth_year")]);
    }
}

#[test]
fn every_fault_is_named_at_once() {
    let text = with("ces_saddle = false", "ces_saddle = \"maybe\"")
        .replace("pain_now = 3", "pain_now = 30")
        .replace("rest_hr = 68", "rest_hr = \"fast\"");
    is_refused(
        "all",
        text,
        &[
            ("safety.ces_saddle", "ces_saddle"),
            ("pain.pain_now", "pain_now"),
            ("readings.rest_hr", "rest_hr"),
        ],
    );
}

#[test]
fn junk_is_refused() {
    for (test, content) in [
        ("junk", vec![b'x'; 5 * 1024 * 1024]),
        ("newlines", vec![b'\n'; 5 * 1024 * 1024]),
        ("brackets", vec![b'['; 400 * 1024]),
        ("utf-8", [EXAMPLE.as_bytes(), &[0xff, 0xfe, 0x80]].concat()),
        ("empty", Vec::new()),
    ] {
        is_refused(test, &content, &[]);
    }
    let output = plan(&intake("utf-8-line", [b"form = 1\nname = \"".as_slice(), &[0xff]].concat()), &[]);
    assert!(words(&output.stderr).contains("intake.toml: line 2: "), "{}", words(&output.stderr));
    assert_eq!(code(&plan("no-such-file.toml", &[])), 2);
}
