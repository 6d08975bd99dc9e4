//! What nobody has to tell: offered after "check your answers", counted only when it was answered.

use model::TrainingLevel;

use super::visitor::Visitor;
use super::{pack, pack_says};

/// Somebody with nothing to report, on the page that offers more.
async fn at_the_offer(instead: &[(&str, &str)]) -> Visitor {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(instead).await;
    visitor.send(&[], "next").await;
    assert_eq!(visitor.page_name(), "more", "{}", visitor.page);
    visitor
}

/// The level of the plan that would be made now.
fn level(visitor: &Visitor) -> TrainingLevel {
    let intake = visitor.reading().intake;
    assessment::assess(pack(), &intake, &[], intake.date).profile.level
}

const MOOD: [&str; 4] = ["a.phq4.1", "a.phq4.2", "a.phq4.3", "a.phq4.4"];

#[tokio::test]
async fn a_part_that_is_opened_and_left_untouched_stays_missing() {
    let mut visitor = at_the_offer(&[]).await;
    for part in &pack().public_optional {
        visitor.send(&[], &format!("open:{part}")).await;
        assert_eq!(visitor.page_name(), *part);
        visitor.send(&[], "next").await;
        assert_eq!(visitor.page_name(), "more", "{part} has to be answered: {}", visitor.page);
    }
    let on_parts = pack().questions.iter().filter(|it| pack().public_optional.contains(&it.raw.page));
    let intake = visitor.reading().intake;
    for question in on_parts {
        assert!(intake.given(question.raw.key.as_str()).is_none(), "{} counts", question.raw.key);
    }
}

#[tokio::test]
async fn every_part_says_how_long_it_takes_what_it_changes_and_what_leaving_it_out_means() {
    let visitor = at_the_offer(&[]).await;
    for part in pack().public_optional.iter().map(String::as_str).chain(["home"]) {
        assert!(visitor.page.contains(&format!("value=\"open:{part}\"")), "{part} is not offered");
        for words in ["minutes", "changes", "without"] {
            let id = format!("part-{part}.{words}");
            assert!(pack().text.has(&id) && visitor.page.contains(&pack_says(&id)), "{id}");
        }
    }
}

#[tokio::test]
async fn the_disability_score_and_the_chair_stand_together_lift_the_level() {
    // With a blood pressure that is not known, effort is capped and the one-minute test is not for them.
    let active = [("a.evs_days", "4"), ("a.evs_minutes", "40"), ("a.bp_sys", "124"), ("a.bp_dia", "78")];
    let mut visitor = at_the_offer(&active).await;
    assert_eq!(level(&visitor), TrainingLevel::L1, "silence is no reason for more");
    visitor.send(&[], "open:rmdq").await;
    visitor.send(&[("a.rmdq", "none")], "next").await;
    assert_eq!(level(&visitor), TrainingLevel::L1, "the chair stand is missing");
    visitor.send(&[], "open:home").await;
    visitor.send(&[], "next").await;
    while visitor.page_name().starts_with("home-") {
        let page = visitor.page_name();
        let chair = page.strip_prefix("home-").filter(|it| it.starts_with("MT-10")).map(str::to_owned);
        match chair {
            Some(test) => {
                let attempts = [1, 2].map(|number| format!("t.{test}.both.{number}"));
                visitor.send(&[(&attempts[0], "40"), (&attempts[1], "41")], "next").await;
            }
            None => visitor.send(&[], "skip").await,
        }
        assert_ne!(visitor.page_name(), page, "{}", visitor.page);
    }
    assert_ne!(level(&visitor), TrainingLevel::L1);
    visitor.send(&[], "next").await;
    assert!(visitor.sees_a_plan(), "{}", visitor.page);
}

#[tokio::test]
async fn distress_brings_the_supportive_card_and_a_letter() {
    let mut visitor = at_the_offer(&[]).await;
    visitor.send(&[], "open:phq4").await;
    visitor.send(&MOOD.map(|it| (it, "3")), "next").await;
    assert!(visitor.page.contains("class=\"card support\""), "{}", visitor.page);
    visitor.send(&[], "next").await;
    assert!(visitor.sees_a_plan(), "{}", visitor.page);
    assert!(visitor.page.contains(&pack_says("OM-33.because")), "{}", visitor.page);
    assert!(visitor.page.contains("call 999"), "the plan does not say whom to call");
    assert!(visitor.page.contains("/letter-mood.pdf"));
    assert!(!visitor.page.contains("/letter-inflammation.pdf"));
    let page = visitor.page.clone();
    visitor.send_to("/letter-mood.pdf", &[], "next").await;
    assert!(visitor.bytes.starts_with(b"%PDF"), "{}", visitor.page);
    visitor.page = page;
    visitor.send_to("/letter-inflammation.pdf", &[], "next").await;
    assert!(visitor.sees_a_plan(), "a letter that is not offered is made");
}

#[tokio::test]
async fn answers_about_mood_that_are_low_bring_no_card() {
    let mut visitor = at_the_offer(&[]).await;
    visitor.send(&[], "open:phq4").await;
    visitor.send(&MOOD.map(|it| (it, "0")), "next").await;
    assert!(!visitor.page.contains("class=\"card support\""));
    visitor.send(&[], "next").await;
    assert!(!visitor.page.contains("/letter-mood.pdf"));
}

#[tokio::test]
async fn signs_of_inflammation_bring_a_letter_and_no_hold() {
    let mut visitor = at_the_offer(&[]).await;
    visitor.send(&[], "open:inflammation").await;
    let told = ["buttock", "better_moving", "nsaid_48h", "psoriasis"].map(|it| ("a.spa_items", it));
    let since = [("a.spa_onset_age", "30"), ("a.spa_months", "48")];
    visitor.send(&[told.as_slice(), &since].concat(), "next").await;
    visitor.send(&[], "next").await;
    assert!(visitor.sees_a_plan(), "{}", visitor.page);
    visitor.send_to("/letter-inflammation.pdf", &[], "next").await;
    assert!(visitor.bytes.starts_with(b"%PDF"), "{}", visitor.page);
}

#[tokio::test]
async fn three_of_four_answers_about_mood_are_asked_for_again_and_stay() {
    let mut visitor = at_the_offer(&[]).await;
    visitor.send(&[], "open:phq4").await;
    visitor.send(&[(MOOD[0], "1"), (MOOD[1], "0"), (MOOD[2], "2")], "next").await;
    assert_eq!(visitor.page_name(), "phq4");
    assert!(visitor.page.contains("summary-title"));
    assert!(visitor.fields().contains(&(MOOD[2].to_owned(), "2".to_owned())));
    visitor.send(&[], "back").await;
    assert_eq!(visitor.page_name(), "more", "back leads out of it");
    assert!(visitor.page.contains(&pack_says("more-unfinished")));
    visitor.send(&[], "next").await;
    assert_eq!(visitor.page_name(), "phq4", "a part that was begun is not dropped in silence");
    visitor.send(&[], "skip").await;
    assert_eq!(visitor.page_name(), "more");
    assert!(visitor.fields().iter().all(|(name, _)| !name.starts_with("a.phq4")), "it was to be left out");
    visitor.send(&[], "next").await;
    assert!(visitor.sees_a_plan(), "{}", visitor.page);
}

#[tokio::test]
async fn an_activity_needs_its_number_and_one_activity_is_enough() {
    let mut visitor = at_the_offer(&[]).await;
    visitor.send(&[], "open:psfs").await;
    visitor.send(&[("a.psfs_activities.2", "running")], "next").await;
    assert_eq!(visitor.page_name(), "psfs");
    assert!(visitor.page.contains("href=\"#q-psfs_scores-2-0\""), "{}", visitor.page);
    assert!(visitor.fields().contains(&("a.psfs_activities.2".to_owned(), "running".to_owned())));
    visitor.send(&[("a.psfs_scores.2", "4")], "next").await;
    assert_eq!(visitor.page_name(), "more", "{}", visitor.page);
    let reading = visitor.reading();
    assert_eq!(reading.intake.words("psfs_activities"), Some("running"));
    assert_eq!(reading.intake.numbers("psfs_scores"), Some([4000].as_slice()));
    visitor.send(&[], "next").await;
    assert!(visitor.page.contains("id=\"not-offered\""), "running is not answered: {}", visitor.page);
}

#[tokio::test]
async fn a_part_is_not_reached_before_the_questions_are_in_order() {
    for part in ["rmdq", "home", "more", "clearance"] {
        let mut visitor = Visitor::at_the_check().await;
        visitor.answer_no(&[]).await;
        visitor.send(&[], &format!("open:{part}")).await;
        assert_eq!(visitor.page_name(), "nerves", "{part}");
    }
}

#[tokio::test]
async fn what_was_told_can_be_changed_from_the_review() {
    let mut visitor = at_the_offer(&[]).await;
    visitor.send(&[], "open:fear").await;
    visitor.send(&[("a.fear_of_movement", "8")], "next").await;
    visitor.send(&[], "back").await;
    assert_eq!(visitor.page_name(), "review");
    visitor.send(&[], "change:fear").await;
    assert_eq!(visitor.page_name(), "fear", "{}", visitor.page);
    visitor.send(&[("a.fear_of_movement", "2")], "next").await;
    assert_eq!(visitor.page_name(), "review");
    assert_eq!(visitor.reading().intake.whole("fear_of_movement"), Some(2));
}
