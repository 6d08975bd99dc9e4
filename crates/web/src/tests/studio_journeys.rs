//! Journeys behind signing in, from the first link to a session that was told, and what stops them.

use axum::http::StatusCode;
use chart::Body;

use super::person::{House, Person};
use super::studio::{over, running, screened};
use super::{TODAY, pack};

/// The short check answered with no.
const CLEAR: [(&str, &str); 4] =
    [("a.micro_neuro", "no"), ("a.micro_unwell", "no"), ("a.pain_now", "2"), ("a.leg_furthest", "none")];

/// Whether a page names an exercise of the programme.
fn names_an_exercise(page: &str) -> bool {
    let names = pack().exercises.keys().map(|it| super::pack_says(it.as_str()));
    let names: Vec<String> = names.filter(|it| it.contains(' ')).collect();
    assert!(names.len() > 20, "the exercises have names");
    let page = super::markup::unescaped(page);
    names.iter().any(|it| page.contains(it.as_str()))
}

/// Somebody whose programme begins today, on the first page of their door.
async fn on_a_training_day(house: &House) -> (Person, store::MemberId, String) {
    let (mut member, id) = house.member().await;
    house.bring_in(id, running()).await;
    let base = format!("/my/{}", house.id);
    member.open(&base).await;
    (member, id, base)
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_first_link_to_a_session_that_was_told() {
    let house = House::new().await;
    let mut coach = house.owner().await;
    let studio = format!("/studio/{}", house.id);
    assert_eq!(coach.address, studio, "{}", coach.page);
    coach.press(&format!("{studio}/members"), &[("name", "Invented Person")]).await;
    let member_page = coach.address.clone();
    coach.press(&format!("{member_page}/invite"), &[]).await;
    let link = coach.page.split("href=\"https://back.example.org").nth(1).unwrap();
    let link = link.split_once('"').unwrap().0.to_owned();

    let mut member = house.somebody();
    member.join(&link, "member@example.invalid").await;
    let base = format!("/my/{}", house.id);
    assert_eq!(member.address, base);
    assert!(member.reads("my-not-screened"), "{}", member.page);
    member.open(&format!("{base}/check")).await;
    member.answer_history(&base, &[]).await;
    assert!(member.reads("my-no-programme"), "{}", member.page);

    coach.open(&studio).await;
    assert!(coach.reads("need-no-programme"), "{}", coach.page);
    coach.open(&format!("{member_page}/programme")).await;
    assert!(names_an_exercise(&coach.page), "the coach sees what is proposed");
    coach.press(&format!("{member_page}/programme"), &[("start", &TODAY.to_string())]).await;
    assert!(coach.reads("stands-runs"), "{}", coach.page);

    member.open(&base).await;
    assert!(member.reads("my-session-today"), "{}", member.page);
    assert!(!names_an_exercise(&member.page), "no exercise before the short check");
    member.press(&format!("{base}/today"), &CLEAR).await;
    assert!(names_an_exercise(&member.page), "{}", member.page);
    member.press(&format!("{base}/session"), &told()).await;
    assert!(member.reads("my-kept"), "{}", member.page);
    coach.open(&studio).await;
    assert!(coach.reads("roster-nobody"), "{}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_the_last_week_a_coach_begins_the_block_that_keeps_what_was_reached() {
    let house = House::new().await;
    let (_, id) = house.member().await;
    house.bring_in(id, over()).await;
    let mut coach = house.owner().await;
    let page = format!("/studio/{}/members/{id}", house.id);
    coach.open(&page).await;
    assert!(coach.reads("stands-over"), "{}", coach.page);
    coach.open(&format!("{page}/programme")).await;
    assert!(coach.reads("block-maintain") && names_an_exercise(&coach.page), "{}", coach.page);
    coach.press(&format!("{page}/programme"), &[]).await;
    assert!(coach.reads("stands-runs"), "{}", coach.page);
    let chart = house.chart(id).await;
    let Body::Decision(last) = &chart.last().unwrap().body else { panic!("nothing was put in force") };
    assert_eq!(last.template, "maintenance");
    assert_eq!(last.read_seq, chart.len() as u64 - 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_names_the_coach_who_answers_for_the_member_and_a_note_says_who_wrote_it() {
    let house = House::new().await;
    let (_, id) = house.member().await;
    house.bring_in(id, super::studio::with_an_alarm()).await;
    let mut coach = house.owner().await;
    let (studio, page) = (format!("/studio/{}", house.id), format!("/studio/{}/members/{id}", house.id));
    coach.open(&studio).await;
    assert!(coach.reads("lead-none"), "{}", coach.page);
    let (own, name) = house.store.staff(&house.store.operator(house.id)).await.unwrap().remove(0);
    coach.open(&page).await;
    coach.press(&format!("{page}/lead"), &[("coach", &id.to_string())]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "a member answers for nobody");
    coach.open(&page).await;
    coach.press(&format!("{page}/lead"), &[("coach", &own.to_string())]).await;
    coach.press(&format!("{page}/note"), &[("text", "Likes mornings.")]).await;
    assert!(coach.page.contains(&format!(", {name}</span>")), "{}", coach.page);
    coach.open(&studio).await;
    assert!(!coach.reads("lead-none") && coach.page.contains(&format!("Coach: {name}")), "{}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_on_paper_is_typed_in_and_stands_as_the_member_s_words() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    house.bring_in(id, running()).await;
    let mut coach = house.owner().await;
    let door = format!("/studio/{}/members/{id}/door", house.id);
    let typed = format!("{door}/typed");
    coach.open(&typed).await;
    let named = |name: &str| format!("{TODAY}.1.{name}");
    let say = |of: &[(&str, &str)]| {
        of.iter().map(|(name, value)| (named(name), (*value).to_owned())).collect::<Vec<_>>()
    };
    coach.press(&typed, &[]).await;
    assert_eq!(house.chart(id).await.len(), 2, "an empty sheet tells nothing");
    for some in
        [&[("effort", "4")][..], &[("a.micro_neuro", "no"), ("a.micro_unwell", "no")], &[("harm", "no")]]
    {
        coach.open(&typed).await;
        let some = say(some);
        let some: Vec<(&str, &str)> =
            some.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        coach.press(&typed, &some).await;
        assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "{some:?}");
    }
    let all = say(&[
        ("a.micro_neuro", "no"),
        ("a.micro_unwell", "no"),
        ("a.pain_now", "2"),
        ("done.1", "all"),
        ("pain.1", "3"),
        ("effort", "4"),
        ("harm", "no"),
        ("morning", "2"),
    ]);
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    coach.press(&typed, &all).await;
    assert!(coach.reads("my-kept"), "{}", coach.page);
    let chart = house.chart(id).await;
    let [.., session, after] = &chart[..] else { panic!("nothing was kept") };
    assert!(matches!(&session.body, Body::Session(log) if log.items.iter().any(|it| it.pain_max.is_some())));
    assert!(matches!(after.body, Body::FollowUp(_)));
    let member_id = id.to_string();
    assert_eq!(
        session.author.proxy_for.as_deref(),
        Some(member_id.as_str()),
        "the member's words, in a coach's hand"
    );
    member.open(&format!("/my/{}/typed", house.id)).await;
    assert_eq!(
        member.status,
        StatusCode::NOT_FOUND,
        "no session is shown to a member without the short check"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_on_paper_stops_the_programme_when_it_is_typed_in() {
    let house = House::new().await;
    let (_, id) = house.member().await;
    house.bring_in(id, running()).await;
    let mut coach = house.owner().await;
    let typed = format!("/studio/{}/members/{id}/door/typed", house.id);
    coach.open(&typed).await;
    let all = [("a.micro_neuro", "yes"), ("a.micro_unwell", "no"), ("harm", "no")];
    let all = all.map(|(name, value)| (format!("{TODAY}.1.{name}"), value));
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    coach.press(&typed, &all).await;
    assert_eq!(house.chart(id).await.len(), 3);
    assert!(coach.reads("my-hold-studio"), "{}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_paper_is_answered_by_itself_can_be_refused_and_can_be_taken_back() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    let base = format!("/my/{}", house.id);
    let waiver = format!("{base}/papers/waiver");
    member.open(&format!("{base}/papers")).await;
    member.open(&waiver).await;
    for unfinished in [&[("name", "Invented Person")][..], &[("answer", "agree")], &[]] {
        member.open(&waiver).await;
        member.press(&waiver, unfinished).await;
        assert_eq!(member.status, StatusCode::UNPROCESSABLE_ENTITY, "{unfinished:?}");
    }
    assert!(house.chart(id).await.is_empty());
    member.press(&waiver, &[("answer", "agree"), ("name", "Invented Person")]).await;
    member.open(&waiver).await;
    member.press(&waiver, &[("answer", "not")]).await;
    let given: Vec<bool> = consents(&house, id).await.iter().map(|it| it.0.given).collect();
    assert_eq!(given, [true, false], "both answers stay");
    member.open(&format!("{base}/alarm")).await;
    assert_eq!(member.status, StatusCode::OK, "nothing of it stands before an alarm");
    member.open(&base).await;
    assert!(super::markup::unescaped(&member.page).contains("read and answer: 2 papers"), "{}", member.page);

    let mut coach = house.owner().await;
    let page = format!("/studio/{}/members/{id}", house.id);
    coach.open(&page).await;
    assert!(coach.reads("document-waiver"), "what was refused is not agreed to");
    let consent = format!("{page}/door/papers/informed-consent");
    coach.open(&consent).await;
    coach.press(&consent, &[("answer", "agree"), ("name", "Invented Person")]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "how the member answered is missing");
    coach.press(&consent, &[("answer", "agree"), ("name", "Invented Person"), ("told", "paper")]).await;
    let all = consents(&house, id).await;
    let (last, author) = all.last().unwrap();
    assert_eq!(last.told, Some(chart::ConsentTold::Paper));
    assert!(author.proxy_for.is_some() && last.stands(pack()));
    coach.open(&page).await;
    assert!(!coach.reads("document-informed-consent"), "{}", coach.page);
}

/// Every answer to a paper in a chart, with who wrote it.
async fn consents(house: &House, id: store::MemberId) -> Vec<(chart::Consent, chart::Author)> {
    let consent =
        |it: chart::Entry| if let Body::Consent(of) = it.body { Some((of, it.author)) } else { None };
    house.chart(id).await.into_iter().filter_map(consent).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn measures_are_asked_when_they_are_due_and_show_how_it_is_going() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    house.bring_in(id, super::studio::measured()).await;
    let base = format!("/my/{}", house.id);
    let measures = format!("{base}/measures");
    member.open(&format!("{base}/progress")).await;
    assert!(member.reads("progress-better"), "pain fell by half and it feels better: {}", member.page);
    member.open(&base).await;
    assert!(member.reads("measures-open"), "disability has no answer yet: {}", member.page);
    let mut coach = house.owner().await;
    coach.open(&format!("/studio/{}", house.id)).await;
    assert!(super::markup::unescaped(&coach.page).contains("are due since"), "{}", coach.page);
    member.open(&measures).await;
    let before = house.chart(id).await.len();
    member.press(&measures, &[]).await;
    assert_eq!(house.chart(id).await.len(), before, "silence is no score");
    member.open(&measures).await;
    member.press(&measures, &[("a.rmdq", "none"), ("a.psfs_activities.1", "gardening")]).await;
    assert_eq!(member.status, StatusCode::UNPROCESSABLE_ENTITY, "an activity without its number");
    member.press(&measures, &[("a.rmdq", "none"), ("a.psfs_activities.1", "")]).await;
    assert!(member.reads("my-kept"), "{}", member.page);
    let chart = house.chart(id).await;
    let Body::Measured(last) = &chart.last().unwrap().body else { panic!("nothing was kept") };
    assert_eq!(last.answers.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_about_a_hard_time_bring_a_kind_word_and_a_letter_and_better_ones_take_them_away() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    let mood = |value: &str| {
        let key = model::QuestionKey::try_from("phq4").unwrap();
        let value: i64 = value.parse().unwrap();
        let given = model::Given::Answered(model::Answer::Numbers(vec![value * 1000; 4]));
        Body::Measured(chart::Measured { date: TODAY, answers: [(key, given)].into(), overall: None })
    };
    let after = |told: &[&str]| {
        let mut chart = super::studio::measured();
        for value in told {
            let number = u64::try_from(chart.len()).unwrap() + 1;
            chart.push(super::studio::entry(number, chart::Role::Member, mood(value)));
        }
        chart
    };
    house.bring_in(id, after(&["3"])).await;
    let base = format!("/my/{}", house.id);
    member.open(&base).await;
    assert!(
        member.reads("OM-33.goes-on") && member.reads("OM-33.because") && member.reads("my-week"),
        "it stops nothing: {}",
        member.page
    );
    member.open(&format!("{base}/letter-mood.pdf")).await;
    assert_eq!(member.status, StatusCode::OK);
    assert!(member.page.starts_with("%PDF"));
    member.open(&format!("{base}/letter-inflammation.pdf")).await;
    assert_eq!(member.status, StatusCode::NOT_FOUND, "no rule offers it");

    let (mut held, id) = house.another("held@example.invalid").await;
    let mut chart = after(&["3"]);
    let alarm = Body::Alarm(chart::Alarm { date: TODAY, answers: [].into() });
    chart.push(super::studio::entry(5, chart::Role::Member, alarm));
    house.bring_in(id, chart).await;
    held.open(&base).await;
    assert!(held.reads("OM-33.because") && held.page.contains("call 999"), "{}", held.page);
    assert!(!held.reads("OM-33.goes-on"), "something holds: {}", held.page);

    let (mut other, well) = house.another("well@example.invalid").await;
    house.bring_in(well, after(&["3", "0"])).await;
    other.open(&base).await;
    assert!(other.reads("my-week") && !other.reads("OM-33.because"), "{}", other.page);
    other.open(&format!("{base}/letter-mood.pdf")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_says_how_it_went_and_what_is_next_and_names_no_exercise_while_something_holds() {
    let house = House::new().await;
    let (_, id) = house.member().await;
    house.bring_in(id, super::studio::told_once()).await;
    let mut coach = house.joined(house.id, store::StudioRole::Coach, "coach@example.invalid").await;
    let sheet = format!("/studio/{}/members/{id}/next", house.id);
    coach.open(&sheet).await;
    for wanted in ["Effort: 7 of 10.", "Pain before: 2 of 10.", "Likes the wall, not the floor."] {
        assert!(coach.page.contains(wanted), "it lacks {wanted}: {}", coach.page);
    }
    assert!(coach.reads("sheet-hold"), "pain in it was not told, and that is said: {}", coach.page);
    assert!(names_an_exercise(&coach.page));
    let (_, held) = house.another("held@example.invalid").await;
    house.bring_in(held, super::studio::with_an_alarm()).await;
    coach.open(&format!("/studio/{}/members/{held}/next", house.id)).await;
    assert!(coach.reads("sheet-no-session"), "{}", coach.page);
    assert!(!names_an_exercise(&coach.page), "{}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fall_in_class_is_written_down_whole_and_stands_on_the_review_list_with_its_rate() {
    let house = House::new().await;
    let (_, id) = house.member().await;
    house.bring_in(id, over()).await;
    let mut coach = house.joined(house.id, store::StudioRole::Coach, "coach@example.invalid").await;
    let page = format!("/studio/{}/members/{id}", house.id);
    let (form, review) = (format!("{page}/incident"), format!("/studio/{}/harm", house.id));
    coach.open(&page).await;
    coach.press(&format!("{page}/contact"), &[("name", "Invented Friend"), ("telephone", "01234 567")]).await;
    coach.open(&form).await;
    assert!(coach.page.contains("tel:01234 567") && coach.page.contains("tel:999"), "{}", coach.page);
    let before = house.chart(id).await.len();
    let told = [("kind", "fall"), ("called", "contact"), ("serious", "no"), ("in-session", "yes")];
    coach.press(&form, &told).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "what happened is missing");
    assert!(coach.page.contains("checked"), "what was chosen is still there: {}", coach.page);
    coach.press(&form, &[("what", "Slipped off the step."), ("done", ""), ("serious", "")]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = [("what", "Slipped off the step."), ("done", "Sat down, and had water.")];
    coach.press(&form, &[&told[..], &words[..], &[("date", "2999-01-01")]].concat()).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY, "a day to come");
    assert_eq!(house.chart(id).await.len(), before);
    coach.press(&form, &[&told[..], &words[..], &[("date", &TODAY.to_string())]].concat()).await;
    assert_eq!(coach.address, page);
    let chart = house.chart(id).await;
    let last = chart.last().unwrap();
    let Body::AdverseEvent(event) = &last.body else { panic!("nothing was kept") };
    assert_eq!(
        (event.in_session, last.author.proxy_for.clone()),
        (Some(TODAY), None),
        "the coach's own words"
    );
    let sessions = chart.iter().filter(|it| matches!(it.body, Body::Session(_))).count();
    coach.open(&review).await;
    assert!(coach.page.contains("Slipped off the step.") && coach.reads("harm-open"), "{}", coach.page);
    let tenths = (1000 + sessions / 2) / sessions;
    assert!(coach.page.contains(&format!("{}.{} in 100", tenths / 10, tenths % 10)), "{}", coach.page);
    coach.open(&page).await;
    coach.press(&format!("{page}/acknowledge"), &[("done", "Looked at the step.")]).await;
    coach.open(&review).await;
    assert!(coach.page.contains("Looked at the step.") && !coach.reads("harm-open"), "{}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_erases_everything_with_their_password_and_an_owner_with_the_member_s_name() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    house.bring_in(id, running()).await;
    let erase = format!("/my/{}/erase", house.id);
    member.open(&erase).await;
    for wrong in ["", "another password"] {
        member.press(&erase, &[("password", wrong)]).await;
        assert_eq!(member.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(house.chart(id).await.len(), 2, "nothing was erased");
    member.press(&erase, &[("password", "a long password")]).await;
    assert!(member.reads("erased-title"), "{}", member.page);
    let office = house.store.studio(house.store.operator(house.id)).await.unwrap();
    assert_eq!(office.chart(id).await.unwrap(), None);
    member.open(&format!("/my/{}", house.id)).await;
    assert_eq!(member.address, "/sign-in");

    let other =
        office.add_member("Another Person", super::app().clock.now().timestamp()).await.unwrap().unwrap();
    let mut coach = house.joined(house.id, store::StudioRole::Coach, "coach@example.invalid").await;
    let erase = format!("/studio/{}/members/{other}/door/erase", house.id);
    coach.open(&erase).await;
    assert_eq!(coach.status, StatusCode::NOT_FOUND, "a coach alone erases nobody");
    let mut owner = house.owner().await;
    owner.open(&erase).await;
    owner.press(&erase, &[("name", "Another")]).await;
    assert_eq!(owner.status, StatusCode::UNPROCESSABLE_ENTITY);
    owner.press(&erase, &[("name", "Another Person")]).await;
    assert_eq!(owner.address, format!("/studio/{}", house.id));
    assert!(!owner.page.contains("Another Person"));
}

/// A session as planned, with nothing to complain of.
fn told() -> Vec<(&'static str, &'static str)> {
    vec![
        ("done.0", "all"),
        ("pain.0", "2"),
        ("done.1", "all"),
        ("pain.1", "2"),
        ("effort", "4"),
        ("leg_after", "none"),
        ("a.stop_event", "none"),
        ("harm", "no"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_short_check_there_is_no_session() {
    let house = House::new().await;
    let (mut member, id, base) = on_a_training_day(&house).await;
    for answers in [&CLEAR[1..], &CLEAR[..1], &CLEAR[2..]] {
        member.open(&base).await;
        member.press(&format!("{base}/today"), answers).await;
        assert_eq!(member.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!names_an_exercise(&member.page), "{}", member.page);
    }
    let mut fields = member.fields(&format!("{base}/today")).unwrap();
    fields.extend(told().iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields.push(("part".to_owned(), "1".to_owned()));
    member.post(&format!("{base}/session"), &fields, &[]).await;
    assert_eq!(member.status, StatusCode::UNPROCESSABLE_ENTITY, "nor can one be told");
    assert_eq!(house.chart(id).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_or_not_sure_before_a_session_stops_the_programme_and_tells_the_studio() {
    for answer in ["yes", "unsure"] {
        let house = House::new().await;
        let (mut member, id, base) = on_a_training_day(&house).await;
        member.press(&format!("{base}/today"), &[("a.micro_neuro", answer), ("a.micro_unwell", "no")]).await;
        assert!(member.reads("nobody-watches") && member.reads("studio-is-told"), "{}", member.page);
        assert!(!names_an_exercise(&member.page));
        member.open(&base).await;
        assert!(!member.page.contains(&format!("{base}/today")), "the programme is stopped: {}", member.page);
        assert!(matches!(house.chart(id).await.last().unwrap().body, Body::Alarm(_)));
        let mut coach = house.owner().await;
        coach.open(&format!("/studio/{}", house.id)).await;
        assert!(coach.reads("need-alarm"), "{}", coach.page);
        let page = format!("/studio/{}/members/{id}", house.id);
        coach.open(&page).await;
        coach.press(&format!("{page}/acknowledge"), &[("done", "Called; sees a doctor.")]).await;
        assert!(!coach.reads("need-alarm"), "{}", coach.page);
        assert!(coach.reads("need-held-incomplete"), "it lifts no lock: {}", coach.page);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_told_at_the_alarm_says_whom_to_call() {
    let house = House::new().await;
    let (mut member, _, base) = on_a_training_day(&house).await;
    assert!(member.page.contains(&format!("href=\"{base}/alarm\"")), "one tap away");
    member.open(&format!("{base}/alarm")).await;
    let first = member.fields(&format!("{base}/alarm")).unwrap();
    member.press(&format!("{base}/alarm"), &[("a.stop_event", "chest_faint_breathless")]).await;
    assert!(member.page.contains("href=\"tel:999\""), "{}", member.page);
    assert!(member.reads("nobody-watches"));
    // Whoever goes back and answers otherwise is heard again.
    let mut again = first;
    again.push(("a.stop_event".to_owned(), "saddle_bladder_legs".to_owned()));
    member.post(&format!("{base}/alarm"), &again, &[]).await;
    assert!(member.reads("studio-is-told"), "{}", member.page);
    let mut coach = house.owner().await;
    coach.open(&format!("/studio/{}", house.id)).await;
    assert_eq!(coach.page.matches(&super::pack_says("need-alarm-emergency")).count(), 2, "{}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_answer_in_the_history_is_kept_at_once() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    let base = format!("/my/{}", house.id);
    member.open(&format!("{base}/check")).await;
    member.answer_history(&base, &[("a.both_legs_weak", "yes")]).await;
    assert!(member.page.contains("class=\"emergency\""), "{}", member.page);
    assert!(member.reads("nobody-watches"));
    assert_eq!(house.chart(id).await.len(), 1);
    let mut coach = house.owner().await;
    coach.open(&format!("/studio/{}", house.id)).await;
    assert!(coach.reads("need-held-emergency"), "{}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_of_the_finger_is_asked_again_and_both_answers_are_kept() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    let base = format!("/my/{}", house.id);
    let check = format!("{base}/check");
    member.open(&check).await;
    member.answer_history(&base, &[("a.both_legs_weak", "yes")]).await;
    member.press(&check, &[("action", "mistake:both_legs_weak")]).await;
    assert!(member.page.contains("again:both_legs_weak"), "{}", member.page);
    member.press(&check, &[("a.both_legs_weak", "no"), ("action", "next")]).await;
    member.answer_history(&base, &[]).await;
    assert!(member.reads("my-no-programme"), "nothing holds: {}", member.page);
    let chart = house.chart(id).await;
    assert_eq!(chart.len(), 2);
    assert_eq!(chart[1].supersedes, Some(chart[0].id));
    assert_eq!(chart[1].asked.as_ref().unwrap().mistaken.len(), 1, "the first answer is kept");
    let mut coach = house.owner().await;
    coach.open(&format!("/studio/{}", house.id)).await;
    assert!(coach.reads("need-alarm-emergency"), "somebody asks all the same: {}", coach.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_five_times_makes_one_entry() {
    let house = House::new().await;
    let (mut member, id, base) = on_a_training_day(&house).await;
    member.press(&format!("{base}/today"), &CLEAR).await;
    let address = format!("{base}/session");
    let mut fields = member.fields(&address).unwrap();
    fields.extend(told().iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    for _ in 0..5 {
        member.post(&address, &fields, &[]).await;
        assert_eq!(member.status, StatusCode::OK, "{}", member.page);
    }
    assert_eq!(house.chart(id).await.len(), 3);
    // Sent again with something else it is not dropped without a word.
    fields.iter_mut().filter(|it| it.0 == "effort").for_each(|it| "9".clone_into(&mut it.1));
    member.post(&address, &fields, &[]).await;
    assert_eq!(member.status, StatusCode::CONFLICT);
    assert!(member.reads("error-kept-before"), "{}", member.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_coaches_who_decide_at_once_one_is_told_to_look_again() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    house.bring_in(id, screened()).await;
    let mut coach = house.owner().await;
    let page = format!("/studio/{}/members/{id}", house.id);
    coach.open(&format!("{page}/programme")).await;
    let base = format!("/my/{}", house.id);
    member.open(&format!("{base}/messages")).await;
    member.press(&format!("{base}/messages"), &[("text", "May I swim?")]).await;
    coach.press(&format!("{page}/programme"), &[]).await;
    assert_eq!(coach.status, StatusCode::CONFLICT);
    assert!(coach.reads("error-stale"), "{}", coach.page);
    assert_eq!(house.chart(id).await.len(), 2, "nothing was put in force");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_without_a_phone_is_a_full_member() {
    let house = House::new().await;
    let mut coach = house.owner().await;
    let studio = format!("/studio/{}", house.id);
    coach.open(&studio).await;
    coach.press(&format!("{studio}/members"), &[("name", "Invented Person")]).await;
    let page = coach.address.clone();
    let door = format!("{page}/door");
    coach.open(&format!("{door}/check")).await;
    coach.answer_history(&door, &[]).await;
    coach.open(&format!("{page}/programme")).await;
    coach.press(&format!("{page}/programme"), &[("start", &TODAY.to_string())]).await;
    coach.open(&door).await;
    coach.press(&format!("{door}/today"), &CLEAR).await;
    coach.press(&format!("{door}/session"), &told()).await;
    assert!(coach.reads("my-kept"), "{}", coach.page);
    let id = page.rsplit_once('/').unwrap().1.parse().unwrap();
    let chart = house.chart(id).await;
    for entry in chart.iter().filter(|it| !matches!(it.body, Body::Decision(_))) {
        assert_eq!(entry.author.role, chart::Role::Coach);
        assert_eq!(
            entry.author.proxy_for.as_deref(),
            Some(id.to_string().as_str()),
            "said to be the member's words"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coach_changes_a_programme_within_what_is_safe() {
    let house = House::new().await;
    let (_, id, _) = on_a_training_day(&house).await;
    let mut coach = house.owner().await;
    let page = format!("/studio/{}/members/{id}", house.id);
    let orders = format!("{page}/orders");
    coach.open(&orders).await;
    let first = coach.fields(&orders).unwrap().into_iter().find(|it| it.0 == "exercise").unwrap().1;
    // Twenty sets are above what any level allows.
    coach.press(&orders, &[("exercise", &first), ("what", "dose"), ("sets", "20")]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(coach.reads("order-refused"), "{}", coach.page);
    assert_eq!(house.chart(id).await.len(), 2, "a refused order is not kept");
    coach.press(&orders, &[("exercise", &first), ("what", "ban")]).await;
    assert!(coach.reads("programme-next"), "{}", coach.page);
    coach.press(&format!("{page}/programme"), &[]).await;
    let chart = house.chart(id).await;
    let Body::Decision(decision) = &chart.last().unwrap().body else { panic!("a decision is in force") };
    let named = |it: &String| it.split(|c: char| !c.is_ascii_alphanumeric()).any(|it| it == first);
    assert!(!decision.planned.iter().any(named), "{first} is out: {:?}", decision.planned);
}
