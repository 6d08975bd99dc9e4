//! What must hold of a store, whichever database it is on.

use chart::Body;
use jiff::ToSpan;
use store::{NotJoined, Refused, Store, StudioRole, Token};
use uuid::Uuid;

use crate::people::{NOW, a_member, a_studio, correction, draft, intake, mail, note};

pub(crate) async fn what_was_sent_five_times_is_there_once(store: &Store) {
    let (studio, member) = a_member(store).await;
    for time in 0..5 {
        // Later times arrive later, and are the same entry all the same.
        let now = NOW + time.minutes();
        assert_eq!(studio.append(member, vec![note(1, "sent")], None, now).await.unwrap(), Ok(vec![1]));
    }
    assert_eq!(studio.chart(member).await.unwrap().unwrap().len(), 1);
}

pub(crate) async fn the_same_id_with_other_content_is_refused(store: &Store) {
    let (studio, member) = a_member(store).await;
    studio.append(member, vec![note(1, "sent")], None, NOW).await.unwrap().unwrap();
    let sent = vec![note(2, "new"), note(1, "otherwise")];
    let refused = Err(Refused::OtherContent(Uuid::from_u128(1)));
    assert_eq!(studio.append(member, sent, None, NOW).await.unwrap(), refused);
    assert_eq!(studio.chart(member).await.unwrap().unwrap().len(), 1, "all of what is sent is kept, or none");
}

pub(crate) async fn of_two_who_save_at_once_one_is_told_what_came_in_between(store: &Store) {
    let (studio, member) = a_member(store).await;
    studio.append(member, vec![note(1, "sent")], None, NOW).await.unwrap().unwrap();
    let (one, other) = (vec![correction(2, 1)], vec![correction(3, 1)]);
    let (one, other) =
        tokio::join!(studio.append(member, one, Some(1), NOW), studio.append(member, other, Some(1), NOW));
    let both = [one.unwrap(), other.unwrap()];
    assert_eq!(both.iter().filter(|it| **it == Ok(vec![2])).count(), 1, "{both:?}");
    let Some(Err(Refused::Stale { last_seq: 2, since })) = both.iter().find(|it| it.is_err()) else {
        panic!("one is refused as stale: {both:?}");
    };
    assert_eq!(since.len(), 1, "and is shown what came in between");
    let seen_too_much = studio.append(member, vec![correction(5, 1)], Some(9), NOW).await.unwrap();
    assert_eq!(seen_too_much, Err(Refused::Stale { last_seq: 2, since: Vec::new() }), "it was lost since");
    let unseen = studio.append(member, vec![correction(4, 1)], None, NOW).await.unwrap();
    assert_eq!(unseen, Err(Refused::SeenNothing));
}

pub(crate) async fn a_log_that_arrives_days_late_is_kept(store: &Store) {
    let (studio, member) = a_member(store).await;
    studio.append(member, vec![note(1, "newer")], None, NOW).await.unwrap().unwrap();
    let mut late = note(2, "older");
    late.occurred_at = NOW - 216.hours();
    studio.append(member, vec![late.clone()], None, NOW).await.unwrap().unwrap();
    let chart = studio.chart(member).await.unwrap().unwrap();
    assert_eq!(chart[1].occurred_at, late.occurred_at);
    assert_eq!((chart[1].seq, chart[1].recorded_at), (Some(2), Some(NOW)));
}

pub(crate) async fn a_member_sees_one_chart_alone(store: &Store) {
    let (studio, own) = a_member(store).await;
    let other = studio.add_member("Another Invented Person", NOW).await.unwrap().unwrap();
    let link = studio.invite(StudioRole::Member(own), NOW).await.unwrap().unwrap();
    let place = (studio.access().studio(), &link);
    let account = store.join(place, (&mail(), "Invented"), "long enough", NOW).await.unwrap().unwrap();
    let access = store.access(account).await.unwrap().remove(0);
    let mine = store.studio(access).await.unwrap();
    assert_eq!(mine.members().await.unwrap().iter().map(|it| it.id).collect::<Vec<_>>(), vec![own]);
    assert_eq!(mine.chart(other).await.unwrap(), None);
    assert_eq!(mine.member(other).await.unwrap(), None);
    let sent = mine.append(other, vec![note(1, "not mine")], None, NOW).await.unwrap();
    assert_eq!(sent, Err(Refused::NoSuchMember));
    assert_eq!(mine.add_member("Somebody", NOW).await.unwrap(), None);
    assert!(mine.invite(StudioRole::Coach, NOW).await.unwrap().is_none());
    mine.append(own, vec![note(2, "mine")], None, NOW).await.unwrap().unwrap();
    let chart = mine.chart(own).await.unwrap().unwrap();
    assert_eq!(chart[0].author.role, chart::Role::Member, "nobody writes as anybody else");
}

pub(crate) async fn another_studio_s_ids_lead_nowhere(store: &Store) {
    let (_, member) = a_member(store).await;
    let other = a_studio(store).await;
    assert_eq!(other.chart(member).await.unwrap(), None);
    assert_eq!(other.member(member).await.unwrap(), None);
    let sent = other.append(member, vec![note(1, "guessed")], None, NOW).await.unwrap();
    assert_eq!(sent, Err(Refused::NoSuchMember));
    assert!(other.members().await.unwrap().is_empty());
}

pub(crate) async fn the_card_is_what_the_chart_comes_to(store: &Store) {
    let (studio, member) = a_member(store).await;
    assert_eq!(studio.cards().await.unwrap()[0].1, None, "nothing is said of an empty chart");
    studio.append(member, vec![intake(1)], None, NOW).await.unwrap().unwrap();
    let card = studio.cards().await.unwrap().remove(0).1.unwrap();
    assert_eq!(card, chart::roster::Card::of(crate::pack(), &studio.chart(member).await.unwrap().unwrap()));
    assert!(card.intake_on.is_some());
    assert_eq!(studio.verify(false).await.unwrap(), Vec::<String>::new());
}

pub(crate) async fn an_invitation_works_once(store: &Store) {
    let (studio, member) = a_member(store).await;
    let link = studio.invite(StudioRole::Member(member), NOW).await.unwrap().unwrap();
    let place = (studio.access().studio(), &link);
    let late = NOW + (24 * 15).hours();
    assert_eq!(store.invitation(place.0, &link, late).await.unwrap(), None, "it runs out");
    assert_eq!(store.invitation(place.0, &Token::sent("guess"), NOW).await.unwrap(), None);
    store.join(place, (&mail(), "Invented"), "long enough", NOW).await.unwrap().unwrap();
    let again = store.join(place, (&mail(), "Somebody"), "long enough", NOW).await.unwrap();
    assert_eq!(again, Err(NotJoined::Closed));
}

pub(crate) async fn a_session_ends_where_it_is_ended(store: &Store) {
    let mail = mail();
    let account = store.add_account((&mail, "Invented"), "long enough", NOW).await.unwrap().unwrap();
    assert_eq!(store.add_account((&mail.to_uppercase(), "Else"), "long enough", NOW).await.unwrap(), None);
    assert_eq!(store.known(&mail, "long enough").await.unwrap(), Some(account));
    assert_eq!(store.known(&mail, "wrong enough").await.unwrap(), None);
    assert_eq!(store.known("nobody@example.invalid", "long enough").await.unwrap(), None);
    let phone = store.begin_session(account, NOW).await.unwrap();
    let tablet = store.begin_session(account, NOW).await.unwrap();
    assert_eq!(store.session(&phone, NOW).await.unwrap().unwrap().id, account);
    assert_eq!(store.session(&Token::sent("forged"), NOW).await.unwrap(), None);
    assert_eq!(store.session(&phone, NOW + (24 * 31).hours()).await.unwrap(), None, "it runs out");
    store.sign_out(&phone).await.unwrap();
    assert_eq!(store.session(&phone, NOW).await.unwrap(), None);
    assert!(store.session(&tablet, NOW).await.unwrap().is_some());
    store.sign_out_everywhere(account).await.unwrap();
    assert_eq!(store.session(&tablet, NOW).await.unwrap(), None);
}

pub(crate) async fn what_was_erased_is_gone(store: &Store) {
    let (studio, member) = a_member(store).await;
    let mail = mail();
    let link = studio.invite(StudioRole::Member(member), NOW).await.unwrap().unwrap();
    let place = (studio.access().studio(), &link);
    store.join(place, (&mail, "Invented"), "long enough", NOW).await.unwrap().unwrap();
    studio.append(member, vec![note(1, "words")], None, NOW).await.unwrap().unwrap();
    assert!(store.erase(studio.access(), member, NOW).await.unwrap());
    assert_eq!(studio.chart(member).await.unwrap(), None);
    assert!(studio.members().await.unwrap().is_empty());
    assert_eq!(store.known(&mail, "long enough").await.unwrap(), None, "nor can they sign in");
    assert!(!store.erase(studio.access(), member, NOW).await.unwrap(), "there is nobody left to erase");
    let sent = studio.append(member, vec![note(2, "late")], None, NOW).await.unwrap();
    assert_eq!(sent, Err(Refused::NoSuchMember), "a late log does not bring them back");
}

pub(crate) async fn only_a_clinician_writes_a_clinician_s_reply(store: &Store) {
    let (studio, member) = a_member(store).await;
    let reply = serde_json::json!({ "kind": "clinician-reply", "record": {
        "registration": "invented", "reply": { "who": "Dr Invented", "profession": "GP", "date": "2026-11-20",
        "verdict": "ok", "rules": [], "limits": "" } } });
    let Ok(body) = serde_json::from_value::<chart::Body>(reply.clone()) else { panic!("{reply}") };
    let sent = studio.append(member, vec![draft(1, body)], Some(0), NOW).await.unwrap();
    assert_eq!(sent, Err(Refused::NotTheirs(Uuid::from_u128(1))));
}

pub(crate) async fn many_write_at_once_and_nothing_is_lost(store: &Store) {
    let (studio, member) = a_member(store).await;
    let writing = (1..=60_u128).map(|number| {
        let studio = studio.clone();
        tokio::spawn(async move { studio.append(member, vec![note(number, "sent")], None, NOW).await })
    });
    let writing: Vec<_> = writing.collect();
    for one in writing {
        one.await.unwrap().unwrap().unwrap();
    }
    let chart = studio.chart(member).await.unwrap().unwrap();
    assert_eq!(chart.iter().filter_map(|it| it.seq).collect::<Vec<_>>(), (1..=60).collect::<Vec<_>>());
    assert_eq!(studio.verify(false).await.unwrap(), Vec::<String>::new());
}

pub(crate) async fn a_coach_brings_in_no_file(store: &Store) {
    let (owner, member) = a_member(store).await;
    owner.append(member, vec![note(1, "words")], None, NOW).await.unwrap().unwrap();
    let file = owner.chart(member).await.unwrap().unwrap();
    let link = owner.invite(StudioRole::Coach, NOW).await.unwrap().unwrap();
    let place = (owner.access().studio(), &link);
    let account = store.join(place, (&mail(), "Invented"), "long enough", NOW).await.unwrap().unwrap();
    let coach = store.studio(store.access(account).await.unwrap().remove(0)).await.unwrap();
    let copy = coach.add_member("Copied Person", NOW).await.unwrap().unwrap();
    // Whose words stand in a file is for its writer to say; a clinician's could be made up.
    assert_eq!(coach.import(copy, file.clone()).await.unwrap(), Err(Refused::NoSuchMember));
    assert_eq!(owner.import(copy, file.clone()).await.unwrap(), Ok(vec![1]), "the command line may");
    assert_eq!(owner.import(copy, file.clone()).await.unwrap(), Ok(vec![1]), "twice is once");
    assert!(!store.erase(coach.access(), copy, NOW).await.unwrap(), "nor does a coach erase");
}

pub(crate) async fn a_decision_has_read_what_stands_before_it(store: &Store) {
    let (studio, member) = a_member(store).await;
    // A chart file of the command line has no numbers; its decision had read every line before it.
    let file = include_bytes!("../../../chart/tests/golden/charts/goes-well.ndjson");
    let pack = knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:?}"));
    let mut file = chart::read(pack, file).unwrap_or_else(|faults| panic!("{faults:?}"));
    let numbered = file.clone();
    for entry in &mut file {
        entry.seq = None;
    }
    let other = studio.add_member("Another Invented Person", NOW).await.unwrap().unwrap();
    studio.import(other, numbered.clone()).await.unwrap().unwrap();
    assert_eq!(
        studio.chart(other).await.unwrap().unwrap(),
        numbered,
        "what has its numbers comes in as it is"
    );
    studio.import(member, file.clone()).await.unwrap().unwrap();
    let stored = studio.chart(member).await.unwrap().unwrap();
    let plans = |entries: &[chart::Entry]| -> Vec<Option<String>> {
        chart::replay(pack, entries).into_iter().map(|it| it.now.ok().map(|plan| plan.hash())).collect()
    };
    assert!(plans(&file).len() > 1 && plans(&file).iter().all(Option::is_some));
    assert_eq!(plans(&stored), plans(&file));
    let mut misplaced = file[0].clone();
    misplaced.id = Uuid::from_u128(1_077);
    misplaced.seq = Some(3);
    let place = stored.len() as u64 + 1;
    let seen = studio.append(member, vec![note(1_078, "words")], None, NOW).await.unwrap();
    assert_eq!(seen, Ok(vec![place]));
    let refused = studio.import(member, vec![misplaced]).await.unwrap();
    assert_eq!(refused, Err(Refused::OutOfPlace { place: place + 1 }));
}

pub(crate) async fn what_is_corrected_is_of_the_same_kind(store: &Store) {
    let (studio, member) = a_member(store).await;
    studio.append(member, vec![intake(1)], None, NOW).await.unwrap().unwrap();
    let sent = studio.append(member, vec![correction(2, 1)], Some(1), NOW).await.unwrap();
    assert_eq!(sent, Err(Refused::CorrectsNothing(Uuid::from_u128(1))), "a note takes no screen back");
    let sent = studio.append(member, vec![correction(3, 9)], Some(1), NOW).await.unwrap();
    assert_eq!(sent, Err(Refused::CorrectsNothing(Uuid::from_u128(9))));
}

pub(crate) async fn what_no_rule_can_read_is_not_kept(store: &Store) {
    let (studio, member) = a_member(store).await;
    let alarm = |key: &str| {
        let text = format!(
            r#"{{"kind":"alarm","record":{{"date":"2026-11-18","answers":{{"{key}":{{"answered":{{"yes-no":true}}}}}}}}}}"#
        );
        draft(1, serde_json::from_str(&text).unwrap())
    };
    let refused = studio.append(member, vec![alarm("micro_numb")], None, NOW).await.unwrap();
    assert!(matches!(refused, Err(Refused::Misfits { .. })), "{refused:?}");
    studio.append(member, vec![alarm("micro_unwell")], None, NOW).await.unwrap().unwrap();
    let (_, card) = studio.cards().await.unwrap().remove(0);
    assert_eq!(card.unwrap().alarms.len(), 1);
}

pub(crate) async fn a_member_does_not_take_their_own_alarm_off(store: &Store) {
    let (studio, own) = a_member(store).await;
    let link = studio.invite(StudioRole::Member(own), NOW).await.unwrap().unwrap();
    let id = studio.access().studio();
    let account =
        store.join((id, &link), (&mail(), "Invented"), "a long password", NOW).await.unwrap().unwrap();
    let theirs = store.studio(store.access(account).await.unwrap().remove(0)).await.unwrap();
    let alarm = r#"{"kind":"alarm","record":{"date":"2026-11-18","answers":{}}}"#;
    theirs
        .append(own, vec![draft(1, serde_json::from_str(alarm).unwrap())], None, NOW)
        .await
        .unwrap()
        .unwrap();
    let done = |number| {
        let of = Uuid::from_u128(1);
        draft(number, Body::Acknowledgement(chart::Acknowledgement { of, done: "Called.".to_owned() }))
    };
    let refused = theirs.append(own, vec![done(2)], None, NOW).await.unwrap();
    assert_eq!(refused, Err(Refused::NotTheirs(Uuid::from_u128(2))));
    studio.append(own, vec![done(3)], None, NOW).await.unwrap().unwrap();
    let (_, card) = studio.cards().await.unwrap().remove(0);
    assert_eq!(card.unwrap().alarms.len(), 0);
}
