//! Journeys of an assessment visit: what must come first, what is kept, and what stops it.

use assessment::{Outcome, Why};
use axum::http::StatusCode;
use chart::{Body, Entry, Examined};

use super::person::{House, Person};
use super::studio::screened;

/// The short check answered with no, and a pressure at rest.
const READINGS: [(&str, &str); 5] = [
    ("a.micro_neuro", "no"),
    ("a.micro_unwell", "no"),
    ("a.bp_sys.1", "128"),
    ("a.bp_dia.1", "80"),
    ("a.rest_hr", "68"),
];

/// A coach at the visit of somebody who was screened.
async fn at_a_visit(house: &House) -> (Person, store::MemberId, String) {
    let (_, id) = house.member().await;
    house.bring_in(id, screened()).await;
    let mut coach = house.owner().await;
    let visit = format!("/studio/{}/members/{id}/visit", house.id);
    coach.open(&visit).await;
    (coach, id, visit)
}

/// The same, when what comes first is done.
async fn under_way(house: &House) -> (Person, store::MemberId, String) {
    let (mut coach, id, visit) = at_a_visit(house).await;
    coach.open(&format!("{visit}/readings")).await;
    coach.press(&format!("{visit}/readings"), &READINGS).await;
    assert_eq!(coach.address, visit);
    (coach, id, visit)
}

/// What a chart holds of visits, with whether it was corrected.
async fn examined(house: &House, id: store::MemberId) -> Vec<(Examined, bool)> {
    let chart = house.chart(id).await;
    let corrected = |id| chart.iter().any(|it| it.supersedes == Some(id));
    let visit = |it: &Entry| {
        if let Body::Examination(of) = &it.body { Some((of.clone(), corrected(it.id))) } else { None }
    };
    chart.iter().filter_map(visit).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_reads_what_was_found_and_why_each_exercise_and_no_dose_before_the_short_check() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    house.bring_in(id, super::studio::visited()).await;
    let page = format!("/my/{}/findings", house.id);
    member.open(&page).await;
    assert!(member.page.contains("How sure"), "{}", member.page);
    assert!(!member.reads("findings-agreed"), "nothing is in force: {}", member.page);
    let (mut running, id) = house.another("running@example.invalid").await;
    house.bring_in(id, super::studio::running()).await;
    running.open(&page).await;
    assert!(running.reads("findings-agreed"), "{}", running.page);
    for dose in [" sets of ", "seconds", " minutes"] {
        assert!(!running.page.contains(dose), "{dose}: {}", running.page);
    }
    let lines: Vec<&str> = running.page.split("<br>").collect();
    assert!(lines.len() > 10 && lines.windows(2).all(|it| it[0] != it[1]), "nothing is said twice running");
    let (mut held, id) = house.another("held@example.invalid").await;
    house.bring_in(id, super::studio::with_an_alarm()).await;
    held.open(&page).await;
    assert!(!held.reads("findings-agreed"), "while something holds nothing is agreed: {}", held.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_test_is_open_before_the_short_check_and_the_readings() {
    let house = House::new().await;
    let (mut coach, id, visit) = at_a_visit(&house).await;
    assert!(coach.reads("visit-begin") && !coach.reads("visit-next"), "{}", coach.page);
    coach.open(&format!("{visit}/tests/MT-61")).await;
    assert_eq!(coach.address, visit, "it leads back");
    for (left_out, _) in &READINGS[..4] {
        coach.open(&format!("{visit}/readings")).await;
        let some: Vec<_> = READINGS[..4].iter().filter(|it| it.0 != *left_out).copied().collect();
        coach.press(&format!("{visit}/readings"), &some).await;
        assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "without {left_out}");
    }
    coach.open(&format!("{visit}/readings")).await;
    coach.press(&format!("{visit}/readings"), &READINGS[..2]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was measured, and nobody says why");
    assert!(examined(&house, id).await.is_empty());
    coach.press(&format!("{visit}/readings"), &[READINGS[0], READINGS[1], ("not_measured", "yes")]).await;
    assert!(coach.reads("visit-next"), "{}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_that_was_done_is_kept_and_shows_what_to_train() {
    let house = House::new().await;
    let (mut coach, id, visit) = under_way(&house).await;
    assert!(!coach.reads("visit-shows"));
    let test = format!("{visit}/tests/MT-61");
    coach.open(&test).await;
    coach.press(&test, &[("action", "keep")]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "silence is no result");
    coach.press(&test, &[("action", "keep"), ("both", "fail")]).await;
    assert_eq!(coach.address.split('#').next(), Some(visit.as_str()));
    assert!(coach.reads("visit-shows") && coach.reads("MP-05.opportunity"), "{}", coach.page);
    coach.open(&format!("/studio/{}/members/{id}/programme", house.id)).await;
    assert!(coach.reads("programme-first"), "and a programme is proposed: {}", coach.page);

    coach.open(&test).await;
    coach.press(&test, &[("action", "keep"), ("both", "pass")]).await;
    assert!(!coach.reads("MP-05.opportunity"), "what was measured again counts");
    let kept = examined(&house, id).await;
    let of_test: Vec<bool> = kept.iter().filter(|it| !it.0.tests.is_empty()).map(|it| it.1).collect();
    assert_eq!(of_test, [true, false], "the second corrects the first, and both stay");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_that_was_not_done_says_why_and_is_no_low_score() {
    let house = House::new().await;
    let (mut coach, id, visit) = under_way(&house).await;
    let test = format!("{visit}/tests/MT-11");
    coach.open(&test).await;
    coach.press(&test, &[("action", "keep"), ("both.1", "eleven")]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY);
    coach.press(&test, &[("action", "pain"), ("both.1", "40")]).await;
    assert!(coach.reads("visit-why-pain") && !coach.reads("visit-shows"), "{}", coach.page);
    let kept = examined(&house, id).await;
    let result = &kept.last().unwrap().0.tests[0];
    assert_eq!(result.outcome, Outcome::NotTested(Why::Pain));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_looked_at_is_not_written_down() {
    let house = House::new().await;
    let (mut coach, id, visit) = under_way(&house).await;
    let list = format!("{visit}/checklist/patterns");
    coach.open(&list).await;
    coach.press(&list, &[("action", "keep"), ("OS-03", "left")]).await;
    let kept = examined(&house, id).await;
    let tests = &kept.last().unwrap().0.tests;
    assert_eq!(tests.len(), 2, "the two sides of one: {tests:?}");
    coach.open(&list).await;
    coach.press(&list, &[("action", "nothing-else")]).await;
    let kept = examined(&house, id).await;
    let (all, _) = kept.last().unwrap();
    assert!(all.tests.len() > 12, "{}", all.tests.len());
    let seen =
        all.tests.iter().filter(|it| matches!(&it.outcome, Outcome::Trials(of) if of[0].value > 0)).count();
    assert_eq!(seen, 1, "what was kept before stands");
    assert!(kept[kept.len() - 2].1, "and is in one place");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_very_high_pressure_is_asked_about_once_more_and_then_stops_the_visit() {
    let house = House::new().await;
    let (mut coach, id, visit) = at_a_visit(&house).await;
    let readings = format!("{visit}/readings");
    coach.open(&readings).await;
    let high = [READINGS[0], READINGS[1], ("a.bp_sys.1", "190"), ("a.bp_dia.1", "100")];
    coach.press(&readings, &high).await;
    assert!(coach.reads("visit-high"), "{}", coach.page);
    assert!(examined(&house, id).await.is_empty(), "a slip of the hand holds nobody");
    coach.press(&readings, &[&high[..], &[("looked_again", "yes")]].concat()).await;
    assert_eq!(coach.address, visit);
    assert!(coach.reads("visit-held") && coach.reads("visit-readings-more"), "{}", coach.page);
    assert!(!coach.reads("visit-next"));
    coach.open(&readings).await;
    coach.press(&readings, &[]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "the signs are not left open");
    coach.press(&readings, &[("a.bp_signs", "chest")]).await;
    assert!(coach.reads("level-emergency.title"), "{}", coach.page);
    coach.open(&format!("/studio/{}", house.id)).await;
    assert!(!coach.reads("roster-nobody"), "it is on the roster");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_in_the_short_check_stops_the_visit_and_tells_the_studio() {
    for answer in ["yes", "unsure"] {
        let house = House::new().await;
        let (mut coach, id, visit) = at_a_visit(&house).await;
        let readings = format!("{visit}/readings");
        coach.open(&readings).await;
        coach.press(&readings, &[("a.micro_neuro", answer), ("a.micro_unwell", "no")]).await;
        assert!(coach.reads("nobody-watches"), "{}", coach.page);
        assert!(matches!(house.chart(id).await.last().unwrap().body, Body::Alarm(_)));
        coach.open(&visit).await;
        assert!(coach.reads("visit-held") && !coach.reads("visit-next"), "{}", coach.page);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_result_sent_five_times_is_kept_once() {
    let house = House::new().await;
    let (mut coach, id, visit) = under_way(&house).await;
    let test = format!("{visit}/tests/MT-61");
    coach.open(&test).await;
    let mut fields = coach.fields(&test).unwrap();
    fields.extend([("action".to_owned(), "keep".to_owned()), ("both".to_owned(), "pass".to_owned())]);
    for _ in 0..5 {
        coach.post(&test, &fields, &[]).await;
    }
    assert_eq!(examined(&house, id).await.len(), 2);
}
