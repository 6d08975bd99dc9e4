//! Journeys through the door.

use axum::http::{StatusCode, header};
use std::collections::BTreeSet;

use super::markup::{Piece, pieces};
use super::pack;
use super::visitor::Visitor;
use crate::headers::POLICY;

/// The most screens from the first question to the plan with no yes answers.
const SCREENS_MAX: usize = 25;

#[tokio::test]
async fn nothing_to_report_leads_to_a_plan_in_few_screens() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[]).await;
    assert_eq!(visitor.page_name(), "review");
    visitor.send(&[], "next").await;
    assert_eq!(visitor.page_name(), "more", "{}", visitor.page);
    visitor.send(&[], "next").await;
    assert!(visitor.sees_a_plan(), "{}", visitor.page);
    println!("screens from the first question to the plan: {}", visitor.screens);
    assert!(visitor.screens <= SCREENS_MAX, "{} screens", visitor.screens);
}

/// Words that somebody reads in a minute, silently and in plain prose (a round figure; nobody was timed).
const WORDS_A_MINUTE: usize = 240;
/// Seconds to decide on an answer once it is read, or to press a button.
const SECONDS_A_CHOICE: usize = 2;
/// What the first page says that the check takes at most, if every word is read.
const MINUTES_SAID: usize = 20;

#[tokio::test]
async fn the_check_takes_no_longer_by_reckoning_than_the_first_page_says() {
    let mut visitor = Visitor::at_the_check().await;
    let (mut words, mut choices, mut known) = (0, 0, BTreeSet::new());
    while visitor.page_name() != "more" {
        words += words_to_read(&visitor.page, &mut known);
        let page = visitor.page_name();
        choices += 1 + pack().questions.iter().filter(|it| it.raw.page == page).count();
        if page == "review" {
            visitor.send(&[], "next").await;
        } else {
            visitor.answer_no(&[]).await;
        }
    }
    let seconds = words * 60 / WORDS_A_MINUTE + choices * SECONDS_A_CHOICE;
    println!("{words} words and {choices} choices: {} min {} s", seconds / 60, seconds % 60);
    assert!(seconds <= MINUTES_SAID * 60, "{words} words, {choices} choices, {seconds} seconds");
    visitor.open("/").await;
    assert!(visitor.page.contains(&format!("to {MINUTES_SAID} minutes")), "{}", visitor.page);
}

/// The words in the main part of a page that are open to be read; what unfolds only when somebody asks for it is not
/// counted, nor are the names in a list to choose from, nor what stood on a page before ("Not sure", "Continue").
fn words_to_read(page: &str, known: &mut BTreeSet<String>) -> usize {
    let (mut main, mut folded, mut summary, mut option, mut words) = (false, 0, false, false, 0);
    for piece in pieces(page) {
        match piece {
            Piece::Open { tag, .. } if tag == "main" => main = true,
            Piece::Close(tag) if tag == "main" => main = false,
            Piece::Open { tag, .. } if tag == "details" => folded += 1,
            Piece::Close(tag) if tag == "details" => folded -= 1,
            Piece::Open { tag, .. } if tag == "summary" => summary = true,
            Piece::Close(tag) if tag == "summary" => summary = false,
            Piece::Open { tag, .. } if tag == "option" => option = true,
            Piece::Close(tag) if tag == "option" => option = false,
            Piece::Text(text) if main && !option && (folded == 0 || summary) => {
                words += if known.insert(text.clone()) { text.split_whitespace().count() } else { 0 };
            }
            Piece::Open { .. } | Piece::Close(_) | Piece::Text(_) => {}
        }
    }
    words
}

#[tokio::test]
async fn the_plan_can_be_taken_along_as_pdf_and_calendar() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[]).await;
    visitor.send(&[("page", "more")], "next").await;
    assert!(visitor.sees_a_plan(), "{}", visitor.page);
    assert!(
        visitor.bytes.len() + files_bytes() <= 60 * 1024,
        "the plan weighs {} bytes",
        visitor.bytes.len()
    );
    let page = visitor.page.clone();
    for wanted in ["C03", "6 December 2026", "check-first", "Not yet reviewed by a clinician"] {
        assert!(page.contains(wanted), "the plan lacks {wanted}");
    }
    visitor.send_to("/plan.pdf", &[], "next").await;
    assert!(visitor.bytes.starts_with(b"%PDF"), "{}", visitor.page);
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "application/pdf");
    assert_eq!(visitor.headers[header::CACHE_CONTROL], "no-store");
    visitor.page = page;
    visitor.send_to("/plan.ics", &[], "next").await;
    assert!(visitor.page.starts_with("BEGIN:VCALENDAR"), "{}", visitor.page);
    assert!(visitor.page.contains("BEGIN:VEVENT"));
}

fn files_bytes() -> usize {
    crate::statics::FILES.iter().filter(|it| !it.name.ends_with("woff2")).map(|it| it.bytes.len()).sum()
}

#[tokio::test]
async fn somebody_with_a_sign_to_be_looked_at_gets_a_letter_and_no_plan() {
    for (answer, urgent) in [(("a.both_legs_pain_new", "yes"), true), (("a.aaa_known", "unsure"), false)] {
        let mut visitor = Visitor::at_the_check().await;
        visitor.answer_all(&[answer]).await;
        visitor.send(&[], "next").await;
        assert!(!visitor.sees_a_plan());
        assert_eq!(visitor.page.contains("/card.pdf"), !urgent, "{}", visitor.page);
        let page = visitor.page.clone();
        visitor.send_to("/letter.pdf", &[], "next").await;
        assert!(visitor.bytes.starts_with(b"%PDF"), "{}", visitor.page);
        if !urgent {
            visitor.page = page;
            visitor.send_to("/card.pdf", &[], "next").await;
            assert!(visitor.bytes.starts_with(b"%PDF"), "{}", visitor.page);
        }
    }
}

#[tokio::test]
async fn home_tests_lead_to_a_plan_and_can_be_left_out() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[]).await;
    visitor.send(&[], "next").await;
    visitor.send(&[], "open:home").await;
    assert_eq!(visitor.page_name(), "home", "{}", visitor.page);
    visitor.send(&[], "next").await;
    assert!(visitor.page_name().starts_with("home-MT-"), "{}", visitor.page_name());
    let first = visitor.page_name();
    visitor.send(&[], "next").await;
    assert_eq!(visitor.page_name(), first, "an empty test is not taken for a result");
    assert!(visitor.page.contains("summary-title"));
    for _ in 0..5 {
        if visitor.page_name() == "more" {
            break;
        }
        visitor.send(&[], "skip").await;
    }
    visitor.send(&[], "next").await;
    assert!(visitor.sees_a_plan(), "skipping every test does not lead to the plan: {}", visitor.page);
}

#[tokio::test]
async fn not_sure_about_numbness_between_the_legs_gets_no_plan() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[("a.ces_saddle", "unsure")]).await;
    visitor.send(&[], "next").await;
    assert!(!visitor.sees_a_plan());
    assert!(visitor.page.contains("/letter.pdf"), "{}", visitor.page);
    for address in ["/plan.pdf", "/plan.ics"] {
        visitor.send_to(address, &[], "next").await;
        assert!(visitor.page.starts_with("<!DOCTYPE"), "{address} gave a file");
        assert!(!visitor.sees_a_plan());
    }
}

#[tokio::test]
async fn an_emergency_answer_ends_the_check_at_once_whatever_else_is_sent() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_no(&[]).await;
    visitor.answer_no(&[]).await;
    assert_eq!(visitor.page_name(), "legs");
    visitor.answer_no(&[("a.both_legs_weak", "yes")]).await;
    assert!(visitor.page.contains("class=\"emergency\""), "{}", visitor.page);
    let everything = crate::tests::all_no(crate::tests::pack()).hidden(|_| false);
    let mut forged: Vec<(&str, &str)> =
        everything.iter().map(|it| (it.name.as_str(), it.value.as_str())).collect();
    forged.retain(|(name, _)| *name != "a.both_legs_weak");
    forged.extend([("a.both_legs_weak", "yes"), ("page", "more")]);
    for address in ["/check", "/plan.pdf", "/plan.ics"] {
        for action in ["next", "skip", "back", "change:you"] {
            let mut again = Visitor::at_the_check().await;
            again.send_to(address, &forged, action).await;
            assert!(again.page.contains("class=\"emergency\""), "{address} {action}: {}", again.page);
            assert!(!again.sees_a_plan());
        }
    }
}

#[tokio::test]
async fn a_mistake_is_asked_again_and_both_answers_are_kept() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_no(&[]).await;
    visitor.answer_no(&[]).await;
    visitor.answer_no(&[("a.both_legs_weak", "yes")]).await;
    visitor.send(&[], "mistake:both_legs_weak").await;
    assert_eq!(visitor.page_name(), "again:both_legs_weak", "{}", visitor.page);
    visitor.send(&[("a.both_legs_weak", "no")], "next").await;
    let kept = visitor.fields();
    assert!(kept.contains(&("m.both_legs_weak".to_owned(), "yes".to_owned())), "{kept:?}");
    assert!(kept.contains(&("a.both_legs_weak".to_owned(), "no".to_owned())), "{kept:?}");
    assert_eq!(visitor.page_name(), "nerves_more");
    visitor.answer_all(&[]).await;
    assert_eq!(visitor.page_name(), "review");
}

#[tokio::test]
async fn a_letter_that_comes_later_says_what_was_answered_first() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_no(&[]).await;
    visitor.answer_no(&[]).await;
    visitor.answer_no(&[("a.both_legs_weak", "yes")]).await;
    visitor.send(&[], "mistake:both_legs_weak").await;
    visitor.send(&[("a.both_legs_weak", "no")], "next").await;
    visitor.answer_all(&[("a.both_legs_pain_new", "yes")]).await;
    visitor.send(&[], "next").await;
    let made = crate::made::made(&super::app(), &visitor.reading());
    let Ok(crate::made::Made::Urgent(urgent)) = made else { panic!("no urgent hold: {}", visitor.page) };
    let first = urgent.letter.parts.iter().find(|it| it.title == super::pack_says("letter-first"));
    let lines = &first.expect("the letter does not speak of the first answer").lines;
    assert!(lines[0].contains("first \"yes\", then \"no\""), "{lines:?}");
}

#[tokio::test]
async fn how_long_a_change_has_been_there_is_asked_before_the_alarm() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_no(&[]).await;
    visitor.answer_no(&[("a.ces_bladder", "yes")]).await;
    assert_eq!(visitor.page_name(), "nerves_when");
    visitor.send(&[], "next").await;
    assert!(visitor.page.contains("class=\"emergency\""), "left open, it counts as new");
    let mut old = Visitor::at_the_check().await;
    old.answer_no(&[]).await;
    old.answer_no(&[("a.ces_bladder", "yes")]).await;
    old.send(&[("a.ces_onset_days", "900"), ("a.ces_course", "stable")], "next").await;
    assert!(!old.page.contains("class=\"emergency\""), "{}", old.page);
    old.answer_all(&[]).await;
    old.send(&[], "next").await;
    assert!(!old.sees_a_plan());
}

#[tokio::test]
async fn a_missing_answer_is_asked_for_and_nothing_typed_is_lost() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.send(&[("a.birth_year", "1968"), ("a.country", "GB")], "next").await;
    assert_eq!(visitor.page_name(), "you");
    assert!(visitor.page.contains("href=\"#q-back_pain_area-low\""), "{}", visitor.page);
    let kept = visitor.fields();
    assert!(kept.contains(&("a.birth_year".to_owned(), "1968".to_owned())));
    assert!(kept.contains(&("a.country".to_owned(), "GB".to_owned())));
}

#[tokio::test]
async fn words_that_are_no_number_stay_in_their_field() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.send(&[("a.birth_year", "nineteen <b>68</b>"), ("a.back_pain_area", "low")], "next").await;
    assert_eq!(visitor.page_name(), "you");
    assert!(visitor.fields().contains(&("a.birth_year".to_owned(), "nineteen <b>68</b>".to_owned())));
    assert!(!visitor.page.contains("<b>68"));
}

#[tokio::test]
async fn a_changed_hidden_field_leads_back_to_its_page() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[]).await;
    assert_eq!(visitor.page_name(), "review");
    visitor.send(&[("a.ces_saddle", "perhaps")], "next").await;
    assert_eq!(visitor.page_name(), "nerves");
    assert!(visitor.page.contains("summary-title"));
    let mut other = Visitor::at_the_check().await;
    other.send(&[("a.birth_year", "1968"), ("a.back_pain_area", "low"), ("page", "more")], "next").await;
    assert_eq!(other.page_name(), "nerves", "a page further on is not reached by naming it");
}

#[tokio::test]
async fn a_young_person_is_turned_away_kindly() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.send(&[("a.birth_year", "2010"), ("a.back_pain_area", "low")], "next").await;
    assert_eq!(visitor.status, StatusCode::OK);
    assert!(visitor.page.contains("This is for adults"));
}

#[tokio::test]
async fn back_keeps_what_was_typed() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_no(&[]).await;
    visitor.send(&[("a.ces_bladder", "no")], "back").await;
    assert_eq!(visitor.page_name(), "you");
    assert!(visitor.fields().contains(&("a.ces_bladder".to_owned(), "no".to_owned())));
}

#[tokio::test]
async fn an_answer_changed_from_the_review_leads_back_there() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[]).await;
    visitor.send(&[], "change:nerves").await;
    assert_eq!(visitor.page_name(), "nerves");
    visitor.send(&[("a.both_legs_weak", "no")], "next").await;
    assert_eq!(visitor.page_name(), "review");
}

#[tokio::test]
async fn answers_reach_no_address_and_nothing_is_stored() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[]).await;
    assert!(visitor.addresses.iter().all(|it| it == "/check"));
    assert_eq!(visitor.headers[header::CACHE_CONTROL], "no-store");
    assert!(visitor.headers.get(header::SET_COOKIE).is_none());
    for link in ["href=\"/check?", "href=\"/plan", "method=\"get\""] {
        assert!(!visitor.page.contains(link), "{link}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let mut visitor = Visitor::new();
    for address in [
        "/",
        "/check",
        "/learn",
        "/learn/ED-01",
        "/safety",
        "/about",
        "/share",
        "/podcast.xml",
        "/no-such-page",
    ] {
        visitor.open(address).await;
        assert_eq!(visitor.headers[header::CONTENT_SECURITY_POLICY], POLICY, "{address}");
        assert_eq!(visitor.headers[header::REFERRER_POLICY], "no-referrer");
        assert_eq!(visitor.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(visitor.headers.contains_key("permissions-policy"));
        let ok = visitor.status == StatusCode::OK;
        assert_eq!(ok, address != "/no-such-page", "{address}: {}", visitor.status);
    }
}

#[tokio::test]
async fn faults_have_a_page_with_a_way_out() {
    let mut visitor = Visitor::new();
    visitor.open("/plan.pdf").await;
    assert_eq!(visitor.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(visitor.page.contains("href=\"/check\""));
    visitor.post("/check", vec![b'a'; 70_000]).await;
    assert_eq!(visitor.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(visitor.page.contains("href=\"/check\""));
    visitor.post("/check", b"\xff\xfe%ff=%zz&&&=".to_vec()).await;
    assert!(
        visitor.status == StatusCode::OK || visitor.status == StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        visitor.status
    );
    visitor.open("/learn/ED-99").await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_feed_has_every_card() {
    let mut visitor = Visitor::new();
    visitor.open("/podcast.xml").await;
    let cards = super::pack().education.len();
    assert_eq!(visitor.page.matches("<item>").count(), cards);
    assert!(visitor.page.contains("https://back.example.org/learn/ED-01"));
}

#[tokio::test]
async fn files_are_served_with_their_kind() {
    let mut visitor = Visitor::new();
    visitor.open("/static/plumbline.css").await;
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
    visitor.open("/static/fonts/atkinson-hyperlegible-regular.woff2").await;
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "font/woff2");
    visitor.open("/static/../Cargo.toml").await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_page_count_is_true_for_somebody_to_whom_nothing_applies() {
    let mut visitor = Visitor::at_the_check().await;
    let mut said = Vec::new();
    while visitor.page_name() != "review" {
        said.push(visitor.place());
        visitor.answer_no(&[]).await;
    }
    // The first page says nothing yet: the count needs an answer to go by.
    let pages = said.len();
    let wanted: Vec<Option<(usize, usize)>> = (2..=pages).map(|at| Some((at, pages))).collect();
    assert_eq!(said[1..], wanted);
}

#[tokio::test]
async fn a_page_that_an_answer_calls_for_further_on_is_counted_at_once() {
    let mut visitor = Visitor::at_the_check().await;
    while visitor.page_name() != "conditions" {
        visitor.answer_no(&[]).await;
    }
    let (_, before) = visitor.place().unwrap();
    visitor.answer_no(&[("a.conditions", "epilepsy")]).await;
    let (_, after) = visitor.place().unwrap();
    assert_eq!(visitor.page_name(), "moving", "the page it calls for, `control`, comes later");
    assert_eq!(after, before + 1);
}

/// Somebody with heart disease, on the page that asks them to see a clinician first.
async fn held_for_heart_disease(instead: &[(&str, &str)]) -> Visitor {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[&[("a.disease", "cardiac")], instead].concat()).await;
    visitor.send(&[], "next").await;
    assert!(!visitor.sees_a_plan());
    visitor
}

const SAID_YES: [(&str, &str); 6] = [
    ("c.who", "Dr Invented"),
    ("c.profession", "family-doctor"),
    ("c.day", "10"),
    ("c.month", "11"),
    ("c.year", "2026"),
    ("c.verdict", "ok"),
];

/// What a clinician said about rules, with parts put in place of others.
fn report<'a>(about: &[&'a str], instead: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut report: Vec<(&str, &str)> = about.iter().map(|rule| ("c.about", *rule)).collect();
    report.extend(SAID_YES.iter().filter(|(name, _)| !instead.iter().any(|(own, _)| own == name)));
    report.extend(instead);
    report
}

#[tokio::test]
async fn a_reported_clearance_opens_the_plan_with_effort_capped_at_five() {
    let mut visitor = held_for_heart_disease(&[]).await;
    visitor.send(&[], "open:clearance").await;
    assert_eq!(visitor.page_name(), "clearance", "{}", visitor.page);
    visitor.send(&[], "next").await;
    assert!(visitor.page.contains("summary-title"), "an empty report is asked for again");
    visitor.send(&[("c.who", "Dr Invented"), ("c.day", "40")], "next").await;
    assert!(visitor.page.contains("summary-title"), "a report with gaps is asked for again");
    assert!(visitor.fields().contains(&("c.day".to_owned(), "40".to_owned())), "what was typed is lost");
    let limits = [("c.verdict", "ok-with-limits"), ("c.limits", "no <b>sprints</b>")];
    visitor.send(&report(&["PP-02"], &limits), "next").await;
    assert_eq!(visitor.page_name(), "more", "{}", visitor.page);
    let made = crate::made::made(&super::app(), &visitor.reading());
    let Ok(crate::made::Made::Plan(plan)) = made else { panic!("there is no plan: {}", visitor.page) };
    visitor.send(&[], "next").await;
    assert!(visitor.sees_a_plan(), "{}", visitor.page);
    assert!(plan.handout.weeks.iter().all(|it| it.effort.contains("up to 5 of 10")), "effort above the cap");
    let intake = visitor.reading().intake;
    let clearance = assessment::assess(super::pack(), &intake, &[], intake.date).clearance.unwrap();
    assert!(clearance.self_attested());
    assert!(clearance.effort_caps().contains(&(5, "RF-46".to_owned())), "{:?}", clearance.effort_caps());
    for wanted in ["We have not seen that answer", "no &#60;b&#62;sprints"] {
        assert!(visitor.page.contains(wanted), "the plan lacks {wanted}");
    }
    visitor.send_to("/plan.pdf", &[], "next").await;
    assert!(visitor.bytes.starts_with(b"%PDF"), "{}", visitor.page);
}

#[tokio::test]
async fn a_forged_clearance_opens_neither_an_urgent_hold_nor_an_emergency() {
    for (answer, rules) in [
        (("a.both_legs_pain_new", "yes"), ["RF-06", "both_legs_pain_new"]),
        (("a.ces_saddle", "unsure"), ["RF-02", "ces_saddle"]),
        (("a.both_legs_weak", "yes"), ["RF-04", "both_legs_weak"]),
    ] {
        let mut visitor = Visitor::at_the_check().await;
        visitor.answer_all(&[answer, ("a.disease", "cardiac")]).await;
        visitor.send(&[], "next").await;
        assert!(!visitor.page.contains("open:clearance"), "a report is asked for");
        let everything: Vec<&str> = pack_rules().collect();
        let forged = report(&[everything.as_slice(), &rules].concat(), &[]);
        let held = visitor.page.clone();
        for page in ["clearance", "more", "review", "home"] {
            for action in ["next", "skip", "back", "open:clearance", "open:more", "open:rmdq"] {
                visitor.page.clone_from(&held);
                visitor.send(&[forged.as_slice(), &[("page", page)]].concat(), action).await;
                assert!(!visitor.sees_a_plan(), "{page} {action}");
                let part =
                    ["id=\"q-rmdq-i01\"", "id=\"c-who\""].iter().find(|it| visitor.page.contains(**it));
                assert_eq!(part, None, "{page} {action} opens a part");
            }
        }
        for address in ["/plan.pdf", "/plan.ics", "/card.pdf"] {
            visitor.page.clone_from(&held);
            visitor.send_to(address, &forged, "next").await;
            assert!(visitor.page.starts_with("<!DOCTYPE"), "{address} gave a file");
            assert!(!visitor.sees_a_plan(), "{address}");
        }
    }
}

/// Every rule there is.
fn pack_rules() -> impl Iterator<Item = &'static str> {
    super::pack().rules.iter().map(|it| it.raw.id.as_str())
}

#[tokio::test]
async fn a_report_opens_only_what_it_names_and_only_for_its_time() {
    let told = [
        (report(&["RF-22"], &[]), "one year"),
        (report(&["PP-02"], &[("c.year", "2025"), ("c.month", "9")]), "one year"),
        (report(&["PP-02"], &[("c.verdict", "not-ok")]), "does not want you to start"),
        (report(&["PP-02"], &[("c.verdict", "wants-to-see")]), "does not want you to start"),
    ];
    for (report, said) in told {
        let mut visitor = held_for_heart_disease(&[]).await;
        visitor.send(&[], "open:clearance").await;
        visitor.send(&report, "next").await;
        assert!(!visitor.sees_a_plan());
        assert!(visitor.page.contains("/card.pdf"), "{}", visitor.page);
        assert!(visitor.page.contains(said), "it does not say why: {}", visitor.page);
        visitor.send_to("/plan.pdf", &[], "next").await;
        assert!(visitor.page.starts_with("<!DOCTYPE"), "a plan as a file");
    }
    let mut visitor = held_for_heart_disease(&[("a.aaa_known", "unsure")]).await;
    visitor.send(&[], "open:clearance").await;
    visitor.send(&report(&["PP-02"], &[]), "next").await;
    assert!(visitor.page.contains("/card.pdf"), "one of two answers opens the plan: {}", visitor.page);
}

#[tokio::test]
async fn a_report_that_cannot_be_read_lowers_nothing_and_can_be_taken_back() {
    let wrong = [("c.month", "13"), ("c.year", "2027"), ("c.verdict", "perhaps"), ("c.profession", "friend")];
    for instead in wrong.into_iter().chain([("c.about", "RF-99")]) {
        let mut visitor = held_for_heart_disease(&[]).await;
        visitor.send(&[], "open:clearance").await;
        let about: &[&str] = if instead.0 == "c.about" { &[] } else { &["PP-02"] };
        visitor.send(&report(about, &[instead]), "next").await;
        assert_eq!(visitor.page_name(), "clearance", "{instead:?}");
        assert!(visitor.page.contains("summary-title"), "{instead:?}");
        visitor.send(&[("page", "more")], "next").await;
        assert!(!visitor.sees_a_plan(), "{instead:?}");
        assert!(visitor.page.contains("/card.pdf"), "{}", visitor.page);
    }
    let mut visitor = held_for_heart_disease(&[]).await;
    visitor.send(&[], "open:clearance").await;
    visitor.send(&report(&["PP-02"], &[]), "skip").await;
    assert!(visitor.page.contains("/card.pdf"), "{}", visitor.page);
    assert!(visitor.fields().iter().all(|(name, _)| !name.starts_with("c.")), "the report stayed");
}

#[tokio::test]
async fn what_no_clearance_lowers_offers_no_report() {
    let mut visitor = Visitor::at_the_check().await;
    visitor.answer_all(&[("a.conditions", "discectomy"), ("a.surgery_weeks_discectomy", "3")]).await;
    visitor.send(&[], "next").await;
    assert!(visitor.page.contains("/card.pdf"), "{}", visitor.page);
    assert!(!visitor.page.contains("open:clearance"));
    visitor.send(&report(&["CM-05"], &[("page", "clearance")]), "next").await;
    assert!(!visitor.sees_a_plan());
}
