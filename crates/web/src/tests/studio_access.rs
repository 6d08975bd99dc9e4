//! Who reaches what: every address behind signing in, asked for by everybody.

use axum::http::StatusCode;
use std::fmt::Write as _;
use store::StudioRole;

use super::person::House;
use super::studio::running;

/// Pages by their addresses, `S` for the studio and `M` for the member.
const PAGES: &[&str] = &[
    "/home",
    "/studio/S",
    "/studio/S/members/M",
    "/studio/S/members/M/programme",
    "/studio/S/members/M/orders",
    "/studio/S/members/M/visit",
    "/studio/S/members/M/visit/readings",
    "/studio/S/members/M/visit/tests/MT-61",
    "/studio/S/members/M/visit/checklist/posture",
    "/studio/S/members/M/incident",
    "/studio/S/harm",
    "/studio/S/members/M/next",
    "/studio/S/classes",
    "/studio/S/classes/C",
    "/my/S/classes",
    "/studio/S/members/M/door/classes",
    "/studio/S/members/M/door",
    "/studio/S/members/M/door/check",
    "/studio/S/members/M/door/typed",
    "/studio/S/members/M/door/alarm",
    "/studio/S/members/M/door/chart.ndjson",
    "/my/S",
    "/my/S/alarm",
    "/my/S/messages",
    "/my/S/chart.ndjson",
    "/my/S/chart.csv",
    "/my/S/measures",
    "/my/S/progress",
    "/my/S/findings",
    "/my/S/erase",
    "/studio/S/members/M/door/erase",
    "/my/S/papers",
    "/my/S/papers/waiver",
    "/my/S/programme.pdf",
    "/my/S/week.pdf",
    "/my/S/typed",
    "/my/S/letter.pdf",
    "/my/S/letter-inflammation.pdf",
    "/my/S/letter-mood.pdf",
];

/// Forms, sent empty: whoever may send them is told what is missing, everybody else that there is no such page.
const FORMS: &[&str] = &[
    "/studio/S/members",
    "/studio/S/invite",
    "/studio/S/members/M/invite",
    "/studio/S/members/M/recover",
    "/studio/S/members/M/programme",
    "/studio/S/members/M/orders",
    "/studio/S/members/M/visit/readings",
    "/studio/S/members/M/visit/tests/MT-61",
    "/studio/S/members/M/visit/checklist/posture",
    "/studio/S/members/M/acknowledge",
    "/studio/S/members/M/contact",
    "/studio/S/members/M/lead",
    "/studio/S/members/M/note",
    "/studio/S/members/M/incident",
    "/studio/S/classes",
    "/studio/S/classes/C/book",
    "/studio/S/classes/C/unbook",
    "/studio/S/classes/C/came",
    "/my/S/classes/C",
    "/my/S/packages",
    "/studio/S/members/M/door/packages",
    "/studio/S/classes/C/cancel",
    "/studio/S/members/M/door/session",
    "/studio/S/members/M/door/alarm",
    "/my/S/check",
    "/my/S/today",
    "/my/S/session",
    "/my/S/alarm",
    "/my/S/after",
    "/my/S/typed",
    "/studio/S/members/M/door/typed",
    "/my/S/papers/waiver",
    "/my/S/measures",
    "/my/S/erase",
    "/studio/S/members/M/door/papers/waiver",
    "/studio/S/members/M/door/erase",
];

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reaches_what_is_theirs_and_nothing_else() {
    let house = House::new().await;
    let (member, id) = house.member().await;
    house.bring_in(id, running()).await;
    let now = super::app().clock.now().timestamp();
    let office = house.store.studio(house.store.operator(house.id)).await.unwrap();
    let other_id = office.add_member("Another Invented Person", now).await.unwrap().unwrap();
    office.add_classes(super::studio::class(0).plan, 1, now).await.unwrap();
    let class = office.classes(super::TODAY, super::TODAY).await.unwrap().remove(0).id;
    let beside = house.beside().await;
    let mut everybody = vec![
        ("nobody", house.somebody()),
        ("member", member),
        ("other member", house.joined(house.id, StudioRole::Member(other_id), "other@example.invalid").await),
        ("coach", house.joined(house.id, StudioRole::Coach, "coach@example.invalid").await),
        ("owner", house.owner().await),
        ("owner elsewhere", house.joined(beside, StudioRole::Owner, "elsewhere@example.invalid").await),
    ];
    let mut matrix = String::new();
    for address in PAGES.iter().map(|it| ("GET", *it)).chain(FORMS.iter().map(|it| ("POST", *it))) {
        let (method, named) = address;
        let real = named.replace("/S", &format!("/{}", house.id)).replace("/M", &format!("/{id}"));
        let real = real.replace("/C", &format!("/{class}"));
        write!(matrix, "{method} {named}:").unwrap();
        for (who, person) in &mut everybody {
            if method == "GET" {
                person.open(&real).await;
            } else {
                person.post(&real, &[], &[]).await;
            }
            let came = match person.status {
                _ if person.address == "/sign-in" => "signs in".to_owned(),
                StatusCode::NOT_FOUND => "–".to_owned(),
                status => status.as_u16().to_string(),
            };
            write!(matrix, " {who} {came};").unwrap();
        }
        matrix.push('\n');
    }
    insta::assert_snapshot!(matrix);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_cookie_is_nobody_s() {
    let house = House::new().await;
    let mut owner = house.owner().await;
    let studio = format!("/studio/{}", house.id);
    let right = owner.cookie.clone().unwrap();
    let last = if right.ends_with('0') { "1" } else { "0" };
    for forged in [
        format!("{}{last}", &right[..right.len() - 1]),
        "plumbline=".to_owned(),
        "plumbline=' OR 1=1".to_owned(),
    ] {
        owner.cookie = Some(forged);
        owner.open(&studio).await;
        assert_eq!(owner.address, "/sign-in");
    }
    owner.cookie = Some(right);
    owner.open(&studio).await;
    assert_eq!(owner.address, studio);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_on_another_site_is_refused() {
    let house = House::new().await;
    let mut owner = house.owner().await;
    let address = format!("/studio/{}/members", house.id);
    let name = [("name".to_owned(), "Invented Person".to_owned())];
    for from in ["cross-site", "same-site"] {
        owner.post(&address, &name, &[("sec-fetch-site", from)]).await;
        assert_eq!(owner.status, StatusCode::FORBIDDEN);
    }
    owner.open(&format!("/studio/{}", house.id)).await;
    assert!(!owner.page.contains("Invented Person"), "nobody was added");
    owner.post(&address, &name, &[("sec-fetch-site", "same-origin")]).await;
    assert_eq!(owner.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_is_chosen_anew_by_a_link_from_the_studio() {
    let house = House::new().await;
    let (mut member, id) = house.member().await;
    let mut coach = house.joined(house.id, StudioRole::Coach, "coach@example.invalid").await;
    let page = format!("/studio/{}/members/{id}", house.id);
    coach.open(&page).await;
    coach.press(&format!("{page}/recover"), &[]).await;
    let link = coach.page.split("href=\"https://back.example.org").nth(1).unwrap();
    let link = link.split_once('"').unwrap().0.to_owned();
    let mut there = house.somebody();
    there.open(&link).await;
    there.press(&link, &[("password", "short")]).await;
    assert_eq!(there.status, StatusCode::UNPROCESSABLE_ENTITY);
    there.press(&link, &[("password", "a new password")]).await;
    assert_eq!(there.address, format!("/my/{}", house.id), "{}", there.page);
    member.open(&format!("/my/{}", house.id)).await;
    assert_eq!(member.address, "/sign-in", "whoever had signed in with the old one is out");
    let mut late = house.somebody();
    late.open(&link).await;
    assert_eq!(late.status, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_ends_every_session() {
    let house = House::new().await;
    let mut here = house.owner().await;
    let mut there = house.somebody();
    there.open("/sign-in").await;
    let right = [("mail", "owner@example.invalid"), ("password", "a long password")];
    there.press("/sign-in", &[("mail", "owner@example.invalid"), ("password", "another password")]).await;
    assert_eq!(there.status, StatusCode::UNPROCESSABLE_ENTITY);
    there.press("/sign-in", &right).await;
    let studio = format!("/studio/{}", house.id);
    assert_eq!(there.address, studio);
    there.press("/sign-out", &[("where", "everywhere")]).await;
    here.open(&studio).await;
    assert_eq!(here.address, "/sign-in");
}
