//! A planted fault of each kind must be found, named by file and entry, together with all others.

use crate::raw::rule::Policy;
use crate::{Fault, Files, Pack, Signed, bundled_files, item_hash};

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

/// Signs one item of a test's own copy of the files, as they stand.
fn sign(files: &mut Files, id: &str) {
    let record = crate::raw::Signature {
        id: id.into(),
        name: "Invented For This Test".into(),
        registration: "none".into(),
        date: "2026-01-01".into(),
        text_hash: item_hash(files, id).unwrap(),
    };
    files.0.insert("signatures.toml".into(), crate::signing_record(&record));
}

#[test]
fn a_changed_text_voids_a_signature() {
    let mut files = bundled_files();
    sign(&mut files, "RF-02");
    assert_eq!(Pack::from_files(&files).unwrap().signed("RF-02"), Signed::Valid);
    replace(&mut files, "screening/rules/RF-02.toml", "condition = \"", "condition = \"Changed: ");
    assert_eq!(Pack::from_files(&files).unwrap().signed("RF-02"), Signed::Void);
    assert_eq!(Pack::from_files(&files).unwrap().signed("RF-01"), Signed::Not);
}

#[test]
fn a_battery_out_of_order_or_with_readings_that_nobody_asks_is_refused() {
    for (was, is) in [
        ("\"rest_hr\"", "\"rest_heart\""),
        ("{ id = \"balance\", from = 200 }", "{ id = \"balance\", from = 90 }"),
        ("{ id = \"posture\", from = 100 }", "{ id = \"posture\", from = 150 }"),
    ] {
        let faults = faults_after(|files| replace(files, "examination/battery.toml", was, is));
        assert!(!faults.is_empty(), "{is}");
    }
}

#[test]
fn a_schedule_of_measures_out_of_order_or_without_a_question_is_refused() {
    for (was, is) in [
        ("weekly = \"OM-02\"", "weekly = \"OM-13\""),
        ("{ weeks = 3,", "{ weeks = 7,"),
        ("{ weeks = 3,", "{ weeks = 0,"),
        ("follow_up = \"OM-12\"", "follow_up = \"OM-99\""),
    ] {
        let faults = faults_after(|files| replace(files, "outcomes.toml", was, is));
        assert!(faults.iter().any(|it| it.file == "outcomes.toml"), "{is}");
    }
}

#[test]
fn a_roster_that_waits_no_day_is_refused() {
    for days in ["no_log_days = ", "clearance_ahead_days = "] {
        let faults = faults_after(|files| {
            let file = files.0.get_mut("roster.toml").unwrap();
            *file = file.replacen(days, &format!("{days}0 # "), 1);
        });
        assert!(faults.iter().any(|it| it.file == "roster.toml"), "{days}");
    }
}

#[test]
fn an_alarm_that_is_due_at_once_or_later_than_a_lesser_one_is_refused() {
    let faulty = |hours: &str| {
        let faults = faults_after(|files| {
            replace(files, "roster.toml", "{ emergency = 1, urgent = 4, other = 24 }", hours);
        });
        faults.iter().any(|it| it.file == "roster.toml")
    };
    for hours in ["emergency = 0, urgent = 4", "emergency = -1, urgent = 4", "emergency = 5, urgent = 4"] {
        assert!(faulty(&format!("{{ {hours}, other = 24 }}")), "{hours}");
    }
    assert!(faulty("{ emergency = 1, urgent = 25, other = 24 }"));
    assert!(faulty("{ emergency = 1, urgent = 4 }"));
    assert!(faulty("{ emergency = 1, urgent = 4, other = 24, later = 48 }"));
    assert!(!faulty("{ emergency = 4, urgent = 4, other = 4 }"));
}

const POLICY: &str = "screening/policy.toml";

fn consensus(files: &mut Files) {
    replace(files, POLICY, "in_force = \"strict_acsm\"", "in_force = \"uk_consensus\"");
}

#[test]
fn the_policy_in_force_is_the_strict_one() {
    assert_eq!(crate::bundled().unwrap().policy, Policy::StrictAcsm);
}

#[test]
fn another_policy_is_refused_unless_a_clinician_signed_it_as_it_stands() {
    let refused =
        |faults: Vec<Fault>| faults.iter().any(|it| it.file == POLICY && it.problem.contains("PP-08"));
    assert!(refused(faults_after(consensus)));
    // A signature under the policy as it was says nothing about the other one.
    assert!(refused(faults_after(|files| {
        sign(files, "PP-08");
        consensus(files);
    })));
    // Nor does a signature under something else.
    assert!(refused(faults_after(|files| {
        consensus(files);
        sign(files, "PP-02");
    })));
    let mut files = bundled_files();
    consensus(&mut files);
    sign(&mut files, "PP-08");
    assert_eq!(Pack::from_files(&files).unwrap().policy, Policy::UkConsensus);
    replace(&mut files, POLICY, "requires", "needs");
    assert!(Pack::from_files(&files).is_err());
}

#[test]
fn a_pre_participation_rule_that_names_no_policy_is_refused() {
    let faults = faults_after(|files| {
        replace(files, "screening/rules/PP-03.toml", "policies = [\"strict_acsm\", \"uk_consensus\"]\n", "");
    });
    assert!(faults.iter().any(|it| it.item == "PP-03"), "{faults:#?}");
}

#[test]
fn what_the_numbers_name_must_be_there() {
    let faults = faults_after(|files| {
        replace(files, "dosage.toml", "chair_stand = \"MT-10b\"", "chair_stand = \"MT-99\"");
        replace(files, "planner.toml", "word = \"bending\"", "word = \"bowing\"");
        replace(files, "screening/questions/readings.toml", "test = \"MT-50\"", "test = \"MT-98\"");
        replace(files, "screening/adults.toml", "age_min = 18", "age_min = 180");
    });
    for part in ["MT-99", "bowing", "MT-98", "age_min"] {
        assert!(faults.iter().any(|it| it.to_string().contains(part)), "{part} is not named in {faults:#?}");
    }
}

#[test]
fn a_block_that_keeps_comes_behind_a_programme_that_there_is() {
    for wrong in ["after = [\"six-weeks\"]", "after = [\"maintenance\"]"] {
        let faults = faults_after(|files| {
            replace(files, "templates/maintenance.toml", "after = [\"six-week\"]", wrong);
            replace(files, "dosage.toml", "goal_entries = [\"A01\"]", "goal_entries = [\"A99\"]");
        });
        let named = |part: &str| faults.iter().any(|it| it.problem.contains(part));
        assert!(named("no programme to begin with") && named("A99"), "{faults:#?}");
    }
}
