//! From an intake file to a clearance, through the crate's own door.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use assessment::intake::{self, IntakeFault};
use assessment::{Assessment, Cause, Held, Intake, assess};
use jiff::civil::{Date, date};
use knowledge::Pack;
use model::{Answer, Confidence, Given, QuestionKey, Tag, TrainingLevel, TriageLevel};
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("../../../examples/office-worker-58.toml");
const AS_OF: Date = date(2026, 11, 22);

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn read(text: &str) -> Result<Intake, Vec<IntakeFault>> {
    intake::read(pack(), text.as_bytes(), AS_OF)
}

/// The example with one line replaced; the line must be there.
fn with(line: &str, instead: &str) -> String {
    assert!(EXAMPLE.contains(line), "the example has no `{line}`");
    EXAMPLE.replacen(line, instead, 1)
}

fn assessed(text: &str) -> Assessment {
    assess(pack(), &read(text).unwrap_or_else(|faults| panic!("{faults:#?}")), &[], AS_OF)
}

fn level(text: &str) -> TriageLevel {
    assessed(text).disposition.level
}

#[test]
fn the_example_may_be_planned_for() {
    let assessment = assessed(EXAMPLE);
    assert!(assessment.disposition.unanswered.is_empty(), "{:?}", assessment.disposition.unanswered);
    assert_eq!(assessment.disposition.level, TriageLevel::Ok, "{:#?}", assessment.disposition.fired);
    assert!(assessment.clearance.is_ok());
    assert_eq!(assessment.profile.level, TrainingLevel::L2, "{:?}", assessment.profile.level_because);
    assert!(assessment.profile.asked_for.contains("running"));
    assert!(!assessment.findings.is_empty());
}

#[test]
fn a_training_decision_is_as_sure_as_its_own_tests() {
    let assessment = assessed(EXAMPLE);
    let sure = |rule: &str| {
        let found = assessment.priorities.iter().find(|it| it.rule.as_str() == rule);
        found.unwrap_or_else(|| panic!("{rule} did not fire")).confidence
    };
    assert_eq!(sure("MP-07"), Confidence::Low, "one step-down that failed, once");
    assert_eq!(sure("MP-17"), Confidence::Medium, "the bridge, held twice on each side");
}

#[test]
fn not_sure_about_numbness_between_the_legs_gets_no_plan() {
    let assessment = assessed(&with("ces_saddle = false", "ces_saddle = \"unsure\""));
    assert_eq!(assessment.disposition.level, TriageLevel::Urgent);
    assert_eq!(assessment.clearance, Err(Held { level: TriageLevel::Urgent }));
}

#[test]
fn a_missing_safety_answer_is_incomplete_and_named() {
    let assessment = assessed(&with("ces_bladder = false\n", ""));
    assert_eq!(assessment.disposition.level, TriageLevel::Incomplete);
    assert!(assessment.disposition.unanswered.iter().any(|it| it.as_str() == "ces_bladder"));
    assert!(assessment.clearance.is_err());
}

#[test]
fn a_self_attested_clearance_lowers_see_clinician_for_the_rules_it_names_and_caps_effort() {
    let ill = with("disease = []", "disease = [\"cardiac\"]");
    assert_eq!(level(&ill), TriageLevel::SeeClinician);
    let clearance = "\n[[clearance]]\nwho = \"Dr Invented\"\nprofession = \"family doctor\"\ndate = 2026-11-10\nverdict = \"ok\"\n";
    let other = format!("{ill}{clearance}rules = [\"RF-22\"]\n");
    assert!(assessed(&other).clearance.is_err());
    let fired: Vec<String> = assessed(&ill)
        .disposition
        .fired
        .iter()
        .filter(|it| it.level == Some(TriageLevel::SeeClinician))
        .map(|it| format!("\"{}\"", it.cause.id()))
        .collect();
    let cleared = assessed(&format!("{ill}{clearance}rules = [{}]\n", fired.join(", "))).clearance.unwrap();
    assert!(cleared.self_attested());
    assert_eq!(cleared.effort_caps().first().map(|it| it.0), Some(5));
    assert!(cleared.tags().contains_key(&Tag::Cv));
    let expired = format!("{ill}{clearance}rules = [{}]\nexpires = 2026-11-15\n", fired.join(", "));
    assert!(assessed(&expired).clearance.is_err());
    let refused =
        format!("{ill}{}rules = [{}]\n", clearance.replace("\"ok\"", "\"not-ok\""), fired.join(", "));
    assert!(assessed(&refused).clearance.is_err());
}

#[test]
fn a_self_attested_clearance_never_lowers_urgent() {
    let urgent = with("both_legs_pain_new = false", "both_legs_pain_new = true");
    let text = format!(
        "{urgent}\n[[clearance]]\nwho = \"Dr Invented\"\nprofession = \"family doctor\"\ndate = 2026-11-21\nverdict = \"ok\"\nrules = [\"RF-06\"]\n"
    );
    assert_eq!(assessed(&text).clearance, Err(Held { level: TriageLevel::Urgent }));
}

#[test]
fn a_stale_screen_is_no_screen() {
    let old = with("date = 2026-11-20", "date = 2026-09-01");
    assert_eq!(assessed(&old).clearance, Err(Held { level: TriageLevel::Incomplete }));
}

#[test]
fn what_a_stale_screen_found_holds_at_its_own_level() {
    for (answer, other, level) in [
        ("ces_saddle = false", "ces_saddle = true", TriageLevel::Emergency),
        ("both_legs_pain_new = false", "both_legs_pain_new = true", TriageLevel::Urgent),
        ("disease = []", "disease = [\"cardiac\"]", TriageLevel::SeeClinician),
    ] {
        let old = with(answer, other).replace("date = 2026-11-20", "date = 2026-09-01");
        assert_eq!(assessed(&old).clearance, Err(Held { level }), "{other}");
    }
}

#[test]
fn every_fault_is_named_with_line_and_key() {
    let bad = with("ces_saddle = false", "ces_saddle = \"maybe\"")
        .replace("height_cm = 166", "height_cm = \"66 in\"")
        .replace("pain_7d_worst = 5", "pain_7d_worst = 1")
        + "\n[unknown]\nx = 1\n";
    let faults = read(&bad).unwrap_err();
    for (key, line) in [
        ("safety.ces_saddle", "ces_saddle ="),
        ("health.height_cm", "height_cm ="),
        ("unknown", "[unknown]"),
        ("pain.pain_7d_worst", "pain_7d_worst ="),
    ] {
        let fault = faults
            .iter()
            .find(|it| it.key == key)
            .unwrap_or_else(|| panic!("{key} is not among {faults:#?}"));
        let expected = 1 + bad.lines().position(|it| it.starts_with(line)).unwrap();
        assert_eq!(fault.line, expected, "{fault}");
    }
}

#[test]
fn children_and_the_unborn_are_refused() {
    for year in ["2009", "2008", "2030", "1800", "-5"] {
        assert!(read(&with("birth_year = 1968", &format!("birth_year = {year}"))).is_err(), "{year}");
    }
    assert!(read(&with("birth_year = 1968", "birth_year = 2007")).is_ok());
}

#[test]
fn junk_is_refused_without_a_panic() {
    assert!(intake::read(pack(), &[0xff, 0xfe, b'\n', 0x80], AS_OF).is_err());
    assert!(intake::read(pack(), &vec![b'x'; 5 * 1024 * 1024], AS_OF).is_err());
    assert!(read("").is_err());
    assert!(read("[[[[").is_err());
}

#[test]
fn an_answer_to_a_question_that_does_not_arise_is_a_contradiction() {
    let bad = with("falls_12mo = 0", "falls_12mo = 0\nfall_injury = true");
    assert!(read(&bad).unwrap_err().iter().any(|it| it.key == "health.fall_injury"));
}

#[test]
fn the_written_example_reads_and_names_every_question() {
    let text = intake::example(pack()).replacen("# date =", "date =", 1).replacen(
        "# birth_year =",
        "birth_year =",
        1,
    );
    let intake = read(&text).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert!(intake.answers.is_empty());
    for question in pack().questions.iter().filter(|it| it.section != "session") {
        let key = &question.raw.key;
        let line = text
            .lines()
            .find(|it| it.starts_with(&format!("# {key} = ")))
            .unwrap_or_else(|| panic!("{key} is missing"));
        let file = format!(
            "form = 1\ndate = 2026-11-22\nbirth_year = 1968\n[{}]\n{}\n",
            question.section,
            &line[2..]
        );
        let faults = read(&file).err().unwrap_or_default();
        let wrong: Vec<_> = faults
            .iter()
            .filter(|it| !it.problem.contains("only asked when") && it.key != "readings.bp_dia")
            .collect();
        assert!(wrong.is_empty() || question.raw.kind == knowledge::raw::question::Kind::Words, "{wrong:#?}");
    }
}

#[test]
fn every_question_of_the_schema_is_one_of_the_pack() {
    let schema = intake::json_schema(pack());
    for question in pack().questions.iter().filter(|it| it.section != "session") {
        assert!(
            schema["properties"][&question.section]["properties"][question.raw.key.as_str()].is_object(),
            "{}",
            question.raw.key
        );
    }
}

/// Every way in which one safety answer of the example can be changed to a yes.
fn emergencies() -> Vec<(&'static str, Answer)> {
    let yes = || Answer::YesNo(true);
    let one = |word: &str| Answer::Multi([word.to_owned()].into());
    vec![
        ("ces_bladder", yes()),
        ("ces_saddle", yes()),
        ("ces_bowel", yes()),
        ("both_legs_weak", yes()),
        ("stroke_signs", yes()),
        ("collapse_clammy", yes()),
        ("acute_signs", one("chest")),
        ("acute_signs", one("tearing")),
    ]
}

proptest! {
    /// WS-07 (a): any E0 answer gives no plan, whatever else is answered and in whatever order.
    #[test]
    fn an_emergency_answer_gives_no_plan_under_all_orderings(
        which in 0usize..8,
        others in proptest::collection::vec((any::<prop::sample::Index>(), 0u8..3), 0..12),
    ) {
        let mut intake = read(EXAMPLE).unwrap();
        let keys: Vec<QuestionKey> = pack().questions.iter().map(|it| it.raw.key.clone()).collect();
        let (key, answer) = emergencies().swap_remove(which);
        for (index, change) in others {
            let other = index.get(&keys).clone();
            if other.as_str() == key || other.as_str() == "back_pain_area" || other.as_str().starts_with("ces_") {
                continue;
            }
            match change {
                0 => { intake.answers.remove(&other); }
                1 => { intake.answers.insert(other, Given::Unsure); }
                _ => { intake.answers.insert(other, Given::PreferNot); }
            }
        }
        intake.answers.insert(QuestionKey::try_from(key).unwrap(), Given::Answered(answer));
        let assessment = assess(pack(), &intake, &[], AS_OF);
        prop_assert_eq!(assessment.disposition.level, TriageLevel::Emergency);
        prop_assert!(assessment.clearance.is_err());
    }

    /// Invariant 2: taking an answer away, or not being sure of it, never lowers the level and never takes a tag away
    /// that a plan would then miss.
    #[test]
    fn silence_never_clears(index in any::<prop::sample::Index>(), unsure in any::<bool>()) {
        let mut intake = read(EXAMPLE).unwrap();
        let before = assess(pack(), &intake, &[], AS_OF);
        let keys: Vec<QuestionKey> = intake.answers.keys().cloned().collect();
        let key = index.get(&keys).clone();
        if unsure { intake.answers.insert(key.clone(), Given::Unsure); } else { intake.answers.remove(&key); }
        let after = assess(pack(), &intake, &[], AS_OF);
        prop_assert!(after.disposition.level >= before.disposition.level, "{}", key);
        prop_assert!(before.disposition.tags.keys().all(|tag| after.disposition.tags.contains_key(tag)), "{}", key);
        prop_assert!(after.profile.level <= before.profile.level, "{}", key);
    }
}

/// The bundled knowledge with another policy in force, signed for this test.
fn consensus() -> Pack {
    let mut files = knowledge::bundled_files();
    let policy = files.0.get_mut("screening/policy.toml").unwrap();
    *policy = policy.replacen("in_force = \"strict_acsm\"", "in_force = \"uk_consensus\"", 1);
    let signature = knowledge::raw::Signature {
        id: "PP-08".to_owned(),
        name: "Invented For This Test".to_owned(),
        registration: "none".to_owned(),
        date: "2026-01-01".to_owned(),
        text_hash: knowledge::item_hash(&files, "PP-08").unwrap(),
    };
    files.0.insert("signatures.toml".to_owned(), knowledge::signing_record(&signature));
    Pack::from_files(&files).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn under_the_consensus_a_stable_disease_without_symptoms_needs_no_clearance_and_symptoms_still_do() {
    let pack = consensus();
    let level = |pack: &Pack, text: &str| assess(pack, &read(text).unwrap(), &[], AS_OF).disposition.level;
    let stable = with("disease = []", "disease = [\"diabetes\"]");
    assert_eq!(level(self::pack(), &stable), TriageLevel::SeeClinician);
    assert!(level(&pack, &stable) < TriageLevel::SeeClinician);
    let symptoms = stable.replacen("symptoms = []", "symptoms = [\"palpitations\"]", 1);
    assert!(symptoms.contains("palpitations"));
    assert!(level(&pack, &symptoms) >= TriageLevel::SeeClinician);
    // Known heart disease keeps its tag and with it its effort cap (PP-09).
    let heart = with("disease = []", "disease = [\"cardiac\"]");
    assert!(assess(&pack, &read(&heart).unwrap(), &[], AS_OF).disposition.tags.contains_key(&Tag::Cv));
    assert_eq!(level(&pack, EXAMPLE), level(self::pack(), EXAMPLE));
}

#[test]
fn a_tag_names_its_cause() {
    let assessment = assessed(&with("osteoporosis = \"no\"", "osteoporosis = \"thin_bone\""));
    let causes = &assessment.disposition.tags[&Tag::Op];
    assert!(causes.iter().any(|it| matches!(it, Cause::Rule(_))));
}
