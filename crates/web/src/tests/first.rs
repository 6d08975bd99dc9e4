//! What comes first: an emergency before every fault, and the words that go with a hold.

use super::visitor::Visitor;
use super::{pack, pack_says};
use crate::check::reading::{is_optional, is_required};

/// What the door answers to exactly these fields.
async fn answered(fields: &[(&str, &str)]) -> Visitor {
    let fields: Vec<(String, String)> =
        fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    let mut visitor = Visitor::new();
    visitor.post("/check", super::visitor::form(&fields)).await;
    visitor
}

fn is_emergency(visitor: &Visitor) -> bool {
    visitor.page.contains("class=\"emergency\"")
}

const ON_NERVES: [(&str, &str); 4] =
    [("page", "nerves"), ("action", "next"), ("a.ces_saddle", "yes"), ("a.ces_bladder", "no")];

#[tokio::test]
async fn a_change_that_was_answered_is_followed_up_before_missing_answers_are_asked_for() {
    for born in
        [&[("a.birth_year", "1968")][..], &[("a.birth_year", "abc")], &[("a.birth_year", "2012")], &[]]
    {
        let mut visitor = answered(&[born, &ON_NERVES].concat()).await;
        assert_eq!(visitor.page_name(), "nerves_when", "{born:?}: {}", visitor.page);
        assert!(!visitor.page.contains("summary-title"), "{born:?} shows faults");
        visitor.send(&[], "next").await;
        assert!(is_emergency(&visitor), "{born:?}, left open, is not new: {}", visitor.page);
    }
    let mut old =
        answered(&[&[("a.birth_year", "1968"), ("a.back_pain_area", "low")][..], &ON_NERVES].concat()).await;
    old.send(&[("a.ces_onset_days", "900"), ("a.ces_course", "stable")], "next").await;
    assert_eq!(old.page_name(), "nerves", "what is missing is asked for after it");
    assert!(old.page.contains("summary-title"));
}

#[tokio::test]
async fn an_emergency_comes_before_the_year_of_birth() {
    for born in [&[("a.birth_year", "abc")][..], &[("a.birth_year", "2012")], &[]] {
        for action in ["next", "back", "skip"] {
            let fields = [("page", "legs"), ("action", action), ("a.both_legs_weak", "yes")];
            let mut visitor = answered(&[born, &fields].concat()).await;
            assert!(is_emergency(&visitor), "{born:?} {action}: {}", visitor.page);
            let page = visitor.page.clone();
            visitor.send_to("/letter.pdf", &[], "next").await;
            assert!(visitor.bytes.starts_with(b"%PDF"), "{born:?}: {}", visitor.page);
            visitor.page = page;
            visitor.send(&[], "mistake:both_legs_weak").await;
            visitor.send(&[("a.both_legs_weak", "no")], "next").await;
            assert!(!is_emergency(&visitor) && !visitor.sees_a_plan());
        }
    }
}

#[tokio::test]
async fn when_a_change_began_is_not_called_optional_and_may_be_not_sure() {
    let visitor = answered(&[&[("a.birth_year", "1968")][..], &ON_NERVES].concat()).await;
    assert!(!visitor.page.contains(&pack_says("optional")), "{}", visitor.page);
    for key in ["ces_onset_days", "ces_course"] {
        assert!(visitor.page.contains(&format!("id=\"q-{key}-unsure\"")), "{key}");
    }
}

#[tokio::test]
async fn very_high_blood_pressure_is_asked_about_and_its_signs_are_an_emergency() {
    let readings = [("a.bp_sys", "184"), ("a.bp_dia", "96")];
    let mut visitor = Visitor::at_the_check().await;
    while visitor.page_name() != "pressure" {
        let before = visitor.page_name();
        visitor.answer_no(&readings).await;
        assert_ne!(visitor.page_name(), before, "{}", visitor.page);
    }
    let page = visitor.page.clone();
    visitor.send(&[("a.bp_signs", "headache")], "next").await;
    assert!(is_emergency(&visitor), "{}", visitor.page);
    visitor.page = page;
    visitor.answer_all(&[]).await;
    visitor.send(&[], "next").await;
    assert!(visitor.page.contains("/letter.pdf") && !is_emergency(&visitor), "{}", visitor.page);
}

#[tokio::test]
async fn burning_urine_with_fever_asks_how_ill_somebody_is_without_a_fever_ticked() {
    let mut visitor = Visitor::at_the_check().await;
    while visitor.page_name() != "other_signs" {
        visitor.answer_no(&[]).await;
    }
    visitor.answer_no(&[("a.visceral", "burn_fever")]).await;
    assert_eq!(visitor.page_name(), "fever_more", "{}", visitor.page);
    assert!(!visitor.page.contains("summary-title"));
    assert!(!visitor.page.contains("id=\"q-fever_hours"), "the hours belong to a fever that was ticked");
    visitor.send(&[("a.rigors_confused", "yes")], "next").await;
    assert!(is_emergency(&visitor), "{}", visitor.page);
}

#[test]
fn nothing_on_the_page_of_readings_has_to_be_answered() {
    let on_page = || pack().questions.iter().filter(|it| it.raw.page == "readings");
    assert!(on_page().count() > 2);
    for question in on_page() {
        assert!(!is_required(question) && is_optional(question), "{}", question.raw.key);
    }
}

#[tokio::test]
async fn the_banner_softens_no_urgent_message() {
    let softening = pack_says("banner-worried");
    let mut visitor = Visitor::at_the_check().await;
    assert!(visitor.page.contains(&softening));
    visitor.answer_all(&[("a.both_legs_pain_new", "yes")]).await;
    visitor.send(&[], "next").await;
    let urgent = visitor.page.clone();
    assert!(urgent.contains("/letter.pdf"), "{urgent}");
    let emergency = answered(&[("page", "legs"), ("a.both_legs_weak", "yes")]).await.page;
    for page in [urgent, emergency] {
        assert!(!page.contains(&softening), "{page}");
        assert!(page.contains(&pack_says("banner-title")) && page.contains(&pack_says("banner")), "{page}");
    }
}

#[tokio::test]
async fn the_letter_of_the_same_day_says_that_the_person_was_told_so() {
    let told = |visitor: &Visitor| {
        let made = crate::made::made(&super::app(), &visitor.reading());
        let Ok(crate::made::Made::Urgent(urgent)) = made else { panic!("no urgent hold: {}", visitor.page) };
        let part = urgent.letter.parts.into_iter().find(|it| it.title == pack_says("letter-told"));
        part.unwrap().lines[0].clone()
    };
    for (answer, title) in [
        (("a.both_legs_pain_new", "yes"), "urgent-today"),
        (("a.cord_signs", "neck_shock"), "level-urgent.title"),
    ] {
        let mut visitor = Visitor::at_the_check().await;
        visitor.answer_all(&[answer]).await;
        visitor.send(&[], "next").await;
        assert_eq!(told(&visitor), pack_says(title));
        assert!(visitor.page.contains(&format!("<h1>{}</h1>", pack_says(title))), "{}", visitor.page);
    }
}

#[tokio::test]
async fn no_session_today_gives_its_own_reason() {
    let sugar = [("a.medicines", "diabetes_hypo"), ("a.disease", "diabetes"), ("a.active_3mo", "yes")];
    let fever = ("a.fever_sweats", "yes");
    let ketones = pack_says("BP-06.advice-no-session");
    for (told, wanted, unwanted) in [
        ([&sugar[..], &[("a.ketones", "yes")]].concat(), ketones.as_str(), "fever"),
        ([&sugar[..], &[("a.ketones", "unsure")]].concat(), "an answer is open", "fever"),
        (vec![fever, ("a.fever_hours", "10")], "Rest, drink enough", "blood sugar"),
    ] {
        let mut visitor = Visitor::at_the_check().await;
        visitor.answer_all(&told).await;
        let made = crate::made::made(&super::app(), &visitor.reading());
        let Ok(crate::made::Made::Plan(plan)) = made else {
            panic!("{told:?} has no plan: {}", visitor.page)
        };
        let first = &plan.handout.cautions[0];
        assert!(first.starts_with("No session today") && first.contains(wanted), "{told:?}: {first}");
        assert!(!first.contains(unwanted), "{told:?}: {first}");
        assert_eq!(plan.handout.cautions.iter().filter(|it| *it == first).count(), 1, "{told:?}: said twice");
    }
}

#[tokio::test]
async fn a_test_that_takes_more_effort_than_the_cap_is_not_offered() {
    let measured = [("a.bp_sys", "124"), ("a.bp_dia", "78")];
    let insulin = [("a.medicines", "diabetes_hypo"), ("a.disease", "diabetes"), ("a.active_3mo", "yes")];
    for (told, offered) in [
        (measured.to_vec(), true),
        (Vec::new(), false),
        ([&measured[..], &insulin, &[("a.hypo_24h", "yes")]].concat(), false),
    ] {
        let mut visitor = Visitor::at_the_check().await;
        visitor.answer_all(&told).await;
        visitor.send(&[], "next").await;
        visitor.send(&[], "open:home").await;
        assert_eq!(visitor.page_name(), "home", "{told:?}: {}", visitor.page);
        assert_eq!(visitor.page.contains(&pack_says("MT-10b")), offered, "{told:?}");
    }
}
