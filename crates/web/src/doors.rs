//! What the doors behind signing in are given: what every page is made from, and the store.

use axum::extract::FromRef;
use jiff::Timestamp;
use store::Store;

use crate::identity::Attempts;
use crate::state::AppState;

/// What the pages of members and coaches are made from.
#[derive(Clone)]
pub(crate) struct Doors {
    pub(crate) app: AppState,
    pub(crate) store: Store,
    /// Wrong passwords of late.
    pub(crate) attempts: Attempts,
}

impl Doors {
    /// The moment.
    pub(crate) fn now(&self) -> Timestamp {
        self.app.clock.now().timestamp()
    }
}

impl FromRef<Doors> for AppState {
    fn from_ref(doors: &Doors) -> Self {
        doors.app.clone()
    }
}
