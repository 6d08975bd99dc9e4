//! What must hold of passwords that are chosen anew, whichever database they are on.

use jiff::ToSpan;
use store::{MemberId, Store, Studio, StudioRole, Token};

use crate::people::{NOW, a_member, a_studio, mail};

/// Somebody who has joined as a member, and their mail address.
async fn joined(store: &Store, studio: &Studio, member: MemberId) -> String {
    let link = studio.invite(StudioRole::Member(member), NOW).await.unwrap().unwrap();
    let (place, mail) = ((studio.access().studio(), &link), mail());
    store.join(place, (&mail, "Invented"), "the first one", NOW).await.unwrap().unwrap();
    mail
}

pub(crate) async fn a_forgotten_password_is_chosen_anew_once_and_ends_every_session(store: &Store) {
    let (studio, member) = a_member(store).await;
    let id = studio.access().studio();
    assert!(store.recovery(studio.access(), member, NOW).await.unwrap().is_none(), "nobody has joined");
    let mail = joined(store, &studio, member).await;
    let account = store.known(&mail, "the first one").await.unwrap().unwrap();
    let session = store.begin_session(account, NOW).await.unwrap();
    let link = store.recovery(studio.access(), member, NOW).await.unwrap().unwrap();
    assert_eq!(store.invitation(id, &link, NOW).await.unwrap(), None, "it invites nobody");
    assert!(!store.recovers(id, &Token::sent("guessed"), NOW).await.unwrap());
    assert!(!store.recovers(a_studio(store).await.access().studio(), &link, NOW).await.unwrap());
    assert!(!store.recovers(id, &link, NOW + 25.hours()).await.unwrap(), "it has run out");
    assert_eq!(store.recover((id, &link), "another one", NOW).await.unwrap(), Some(account));
    assert_eq!(store.recover((id, &link), "a third one", NOW).await.unwrap(), None, "it works once");
    assert_eq!(store.known(&mail, "the first one").await.unwrap(), None);
    assert_eq!(store.known(&mail, "another one").await.unwrap(), Some(account));
    assert_eq!(store.session(&session, NOW).await.unwrap(), None, "whoever had signed in is out");
}

pub(crate) async fn a_studio_opens_no_account_that_belongs_to_another_as_well(store: &Store) {
    let (studio, member) = a_member(store).await;
    let mail = joined(store, &studio, member).await;
    let link = store.recovery(studio.access(), member, NOW).await.unwrap().unwrap();
    let account = store.known(&mail, "the first one").await.unwrap().unwrap();
    let elsewhere = a_studio(store).await;
    store.grant(account, elsewhere.access().studio(), StudioRole::Coach).await.unwrap();
    assert!(store.recovery(studio.access(), member, NOW).await.unwrap().is_none());
    assert!(store.recovery(elsewhere.access(), member, NOW).await.unwrap().is_none(), "not theirs at all");
    let id = studio.access().studio();
    assert_eq!(store.recover((id, &link), "another one", NOW).await.unwrap(), None, "an older link neither");
    assert_eq!(store.known(&mail, "the first one").await.unwrap(), Some(account));
    let theirs = store.access(account).await.unwrap();
    let theirs = theirs.iter().find(|it| it.studio() == id).unwrap();
    assert!(store.recovery(theirs, member, NOW).await.unwrap().is_none(), "a member makes no link");
    assert!(store.set_password(&mail, "set by hand", NOW).await.unwrap(), "whoever runs the store can");
    assert_eq!(store.known(&mail, "set by hand").await.unwrap(), Some(account));
    assert!(!store.set_password("nobody@example.invalid", "set by hand", NOW).await.unwrap());
}
