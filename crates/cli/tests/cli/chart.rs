//! A chart in place of an intake file.

use chart::{Asked, Author, Body, Entry, FORM, Role};
use jiff::civil::date;
use knowledge::{Locale, Pack};

use crate::{EXAMPLE, WHEN, code, folder, plan, plumbline, words};

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A chart file with the example as its only entry.
fn chart_of(test: &str, change: impl FnOnce(&mut Entry)) -> String {
    let intake = assessment::intake::read(pack(), EXAMPLE.as_bytes(), date(2026, 11, 22)).unwrap();
    let mut entry = Entry {
        form: FORM,
        id: "019ab000-0000-7000-8000-000000000001".parse().unwrap(),
        author: Author { account: "invented".to_owned(), role: Role::Member, proxy_for: None },
        occurred_at: "2026-11-20T10:00:00Z".parse().unwrap(),
        recorded_at: None,
        seq: None,
        supersedes: None,
        asked: Some(Asked::of(pack(), Locale::En, &intake)),
        body: Body::Intake(intake),
    };
    change(&mut entry);
    let file = folder(test).join("chart.ndjson");
    std::fs::write(&file, chart::write(&[entry]).unwrap()).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_chart_is_planned_for_as_the_intake_in_it() {
    let file = chart_of("chart", |_| ());
    let output = plan(&file, &[]);
    assert_eq!(code(&output), 0, "{}", words(&output.stderr));
    assert!(words(&output.stderr).is_empty(), "{}", words(&output.stderr));
    assert_eq!(output.stdout, plan(&crate::example(), &[]).stdout);
}

#[test]
fn answers_to_other_words_are_noted_and_used() {
    let file = chart_of("chart-words", |entry| {
        let words = &mut entry.asked.as_mut().unwrap().words;
        for (key, version) in
            words.iter_mut().filter(|(key, _)| ["ces_saddle", "pain_now"].contains(&key.as_str()))
        {
            *version = format!("0-of-{key}");
        }
    });
    let explain = [&["explain", &file, "M10"], &WHEN[..]].concat();
    for output in [plan(&file, &[]), plan(&file, &["--json"]), plumbline(&explain)] {
        assert_eq!(code(&output), 0, "{}", words(&output.stderr));
        let note =
            "answered on 2026-11-20 to other words than today's (RF-43): safety.ces_saddle, pain.pain_now";
        let said = words(&output.stderr);
        let named = |it: &str| said.contains("to other words than today's (RF-43)") && said.contains(it);
        assert!(named("safety.ces_saddle") && named("pain.pain_now"), "not as `{note}`:\n{said}");
    }
}

#[test]
fn a_chart_that_does_not_say_what_was_asked_says_so() {
    let file = chart_of("chart-not-kept", |entry| entry.asked = None);
    let output = plan(&file, &[]);
    assert_eq!(code(&output), 0);
    let said = words(&output.stderr);
    assert!(said.contains("does not say to which words") && said.contains("answers of 2026-11-20"), "{said}");
}
