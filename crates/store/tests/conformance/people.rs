//! Invented studios, members and entries.

use chart::Body;
use jiff::Timestamp;
use store::{By, Draft, MemberId, Store, Studio};
use uuid::Uuid;

/// The moment of all stories.
pub(crate) const NOW: Timestamp = Timestamp::constant(1_795_500_000, 0);

/// A studio of its own, opened by its owner.
pub(crate) async fn a_studio(store: &Store) -> Studio {
    let id = store.add_studio("An invented studio", NOW).await.unwrap();
    store.studio(store.operator(id)).await.unwrap()
}

/// A studio with one member.
pub(crate) async fn a_member(store: &Store) -> (Studio, MemberId) {
    let studio = a_studio(store).await;
    let member = studio.add_member("Invented Person", NOW).await.unwrap().unwrap();
    (studio, member)
}

/// A mail address that no other story uses.
pub(crate) fn mail() -> String {
    format!("{}@example.invalid", store::fresh(NOW).unwrap())
}

/// An entry with a body.
pub(crate) fn draft(number: u128, body: Body) -> Draft {
    Draft {
        id: Uuid::from_u128(number),
        occurred_at: NOW,
        by: By::Writer,
        supersedes: None,
        asked: None,
        body,
    }
}

/// A note.
pub(crate) fn note(number: u128, words: &str) -> Draft {
    draft(number, Body::Note(words.to_owned()))
}

/// The full screen of the example person.
pub(crate) fn intake(number: u128) -> Draft {
    let pack = knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:?}"));
    let text = include_bytes!("../../../../examples/office-worker-58.toml");
    let read = assessment::intake::read(pack, text, jiff::civil::date(2026, 11, 23));
    draft(number, Body::Intake(read.unwrap_or_else(|faults| panic!("{faults:?}"))))
}

/// A correction of a note.
pub(crate) fn correction(number: u128, of: u128) -> Draft {
    Draft { supersedes: Some(Uuid::from_u128(of)), ..note(number, "put right") }
}
