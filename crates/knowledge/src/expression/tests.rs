//! Expressions as sentences.

use super::*;
use std::collections::BTreeMap;

/// Facts of a test: yes/no keys by name, points between two ends.
struct Given(BTreeMap<&'static str, Truth>, (i64, i64));

#[expect(clippy::wildcard_enum_match_arm, reason = "the tests use two kinds of facts")]
impl Facts for Given {
    fn decide(&self, fact: &Fact) -> Truth {
        match fact {
            Fact::Key(key) => self.0.get(key.as_str()).copied().unwrap_or(Truth::Unknown),
            Fact::Points(compare, value) => compare.holds_between(self.1.0, self.1.1, *value),
            _ => Truth::Unknown,
        }
    }
}

fn truth(text: &str, facts: &[(&'static str, Truth)], points: (i64, i64)) -> Truth {
    parse(text).unwrap().evaluate(&Given(facts.iter().copied().collect(), points)).truth
}

#[test]
fn and_binds_closer_than_or() {
    let facts = [("a", Truth::Yes), ("b", Truth::No), ("c", Truth::No)];
    assert_eq!(truth("a or b and c", &facts, (0, 0)), Truth::Yes);
    assert_eq!(truth("(a or b) and c", &facts, (0, 0)), Truth::No);
}

#[test]
fn a_missing_answer_leaves_the_rule_undecided() {
    assert_eq!(truth("a and b", &[("a", Truth::Yes)], (0, 0)), Truth::Unknown);
    assert_eq!(truth("not a", &[], (0, 0)), Truth::Unknown);
    assert_eq!(
        truth("at_least 2 of (a, b, c)", &[("a", Truth::Yes), ("b", Truth::No)], (0, 0)),
        Truth::Unknown
    );
}

#[test]
fn points_fire_only_when_the_lowest_sum_reaches_the_threshold() {
    assert_eq!(truth("points >= 4", &[], (4, 6)), Truth::Yes);
    assert_eq!(truth("points >= 4", &[], (2, 4)), Truth::Unknown);
    assert_eq!(truth("points >= 4", &[], (0, 3)), Truth::No);
}

#[test]
fn a_yes_names_only_what_made_it_so() {
    let facts = Given([("a", Truth::Yes), ("b", Truth::No)].into(), (0, 0));
    let verdict = parse("a or b").unwrap().evaluate(&facts);
    assert_eq!(verdict.because, BTreeSet::from([Fact::Key(QuestionKey::try_from("a").unwrap())]));
}

#[test]
fn every_form_of_the_readme_parses() {
    for text in [
        "ces_saddle",
        "ces_course is stable",
        "disease has any",
        "age >= 65",
        "temp_c>=37.5",
        "count cord_signs >= 2",
        "points >= 4",
        "fired RF-01",
        "fired RF-01 at E0",
        "tag OP",
        "unsure ces_bladder",
        "answered temp_c",
        "test MT-10 low",
        "score OM-10 >= 6",
        "score OM-10 PHQ-2 >= 3",
        "at_least 2 of (a, b or c, not d)",
    ] {
        assert!(parse(text).is_ok(), "{text}");
    }
}

#[test]
fn nonsense_is_refused_with_its_place() {
    for text in [
        "",
        "a b",
        "a and",
        "(a",
        "age >=",
        "age >= ten",
        "fired nothing",
        "at_least x of (a)",
        "test MT-10 high",
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn numbers_are_exact_in_thousandths() {
    assert_eq!(parse::in_thousandths("37.5"), Some(37_500));
    assert_eq!(parse::in_thousandths("-1"), Some(-1000));
    assert_eq!(parse::in_thousandths("1.2345"), None);
    assert_eq!(parse::in_thousandths("99999999999999999999"), None);
    assert_eq!(thousandths(37_500), "37.5");
    assert_eq!(thousandths(-500), "-0.5");
}
