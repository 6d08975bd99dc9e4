//! Journeys around classes: the timetable, booking, the waiting list, who came, and what was bought.

use axum::http::StatusCode;
use store::{StudioRole, Turn};

use super::TODAY;
use super::person::House;

#[tokio::test(flavor = "multi_thread")]
async fn members_book_wait_and_move_up_and_a_coach_says_who_came() {
    let house = House::new().await;
    let (mut first, one) = house.member().await;
    let (mut second, two) = house.another("second@example.invalid").await;
    let mut coach = house.joined(house.id, StudioRole::Coach, "coach@example.invalid").await;
    let (classes, mine) = (format!("/studio/{}/classes", house.id), format!("/my/{}/classes", house.id));
    coach.open(&classes).await;
    let day = TODAY.to_string();
    let form = [("title", "Gentle yoga"), ("date", day.as_str()), ("time", "18:00"), ("capacity", "1")];
    coach.press(&classes, &[&form[..], &[("minutes", "0")]].concat()).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        coach.page.contains("value=\"Gentle yoga\""),
        "what was filled in is still there: {}",
        coach.page
    );
    coach.press(&classes, &[&form[..], &[("minutes", "45"), ("weeks", "2")]].concat()).await;
    assert_eq!(coach.page.matches("Gentle yoga").count(), 2, "{}", coach.page);

    let office = house.store.studio(house.store.operator(house.id)).await.unwrap();
    let id = office.classes(TODAY, TODAY).await.unwrap().remove(0).id;
    let (theirs, page) = (format!("{mine}/{id}"), format!("{classes}/{id}"));
    first.open(&mine).await;
    first.press(&theirs, &[("do", "book")]).await;
    assert!(first.reads("class-my-place"), "{}", first.page);
    second.open(&mine).await;
    second.press(&theirs, &[("do", "book")]).await;
    assert!(second.page.contains("number 1 on the waiting list"), "{}", second.page);
    assert!(!second.page.contains(&one.to_string()), "nobody else is named");
    first.press(&theirs, &[("do", "unbook")]).await;
    second.open(&mine).await;
    assert!(second.reads("class-my-place"), "the place goes to who waits: {}", second.page);

    coach.open(&page).await;
    assert!(coach.reads("need-not-screened"), "the coach sees what stands in the way: {}", coach.page);
    coach.press(&format!("{page}/book"), &[("member", &one.to_string())]).await;
    assert!(coach.page.contains("waits, number 1"), "{}", coach.page);
    coach.press(&format!("{page}/came"), &[(&format!("came.{two}"), "yes")]).await;
    let kept = office.class(id).await.unwrap().unwrap();
    assert_eq!(kept.bookings.iter().map(|it| it.came).collect::<Vec<_>>(), [Some(true), None]);
    coach.press(&format!("{page}/unbook"), &[("member", &two.to_string())]).await;
    assert_eq!(office.class(id).await.unwrap().unwrap().turn(one), Some(Turn::Place));
    coach.press(&format!("{page}/cancel"), &[]).await;
    first.open(&mine).await;
    assert_eq!(
        first.page.matches("Gentle yoga").count(),
        2,
        "next week's alone, and the words of its button"
    );
    coach.open(&page).await;
    assert_eq!(coach.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_bought_is_written_down_by_the_studio_alone_and_the_member_sees_what_is_left() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    let mut coach = house.joined(house.id, StudioRole::Coach, "coach@example.invalid").await;
    let door = format!("/studio/{}/members/{id}/door", house.id);
    coach.open(&format!("{door}/classes")).await;
    let packages = format!("{door}/packages");
    coach.press(&packages, &[("sessions", "none")]).await;
    assert_eq!(coach.status, StatusCode::UNPROCESSABLE_ENTITY);
    coach.press(&packages, &[("sessions", "12"), ("paid", "")]).await;
    assert!(coach.reads("package-pay"), "{}", coach.page);
    coach.press(&packages, &[("paid", "yes")]).await;
    assert!(!coach.page.contains("not paid yet"), "{}", coach.page);
    let mine = format!("/my/{}", house.id);
    member.open(&format!("{mine}/classes")).await;
    assert!(member.page.contains("12 from 22 November 2026, paid"), "{}", member.page);
    assert!(!member.reads("package-new"), "a member writes no package down");
    let forged = [("package", id.to_string()), ("start", TODAY.to_string()), ("sessions", "99".to_owned())];
    let forged: Vec<(String, String)> = forged.into_iter().map(|(name, it)| (name.to_owned(), it)).collect();
    member.post(&format!("{mine}/packages"), &forged, &[]).await;
    assert_eq!(member.status, StatusCode::NOT_FOUND);
}
