//! A form as it came.

use axum::Form;
use axum::extract::{FromRequest, Request};
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

use crate::check::sent::refused;
use crate::pages::PageError;

/// The field with the id of the entry that a form makes.
pub(crate) const ENTRY: &str = "entry";
/// The field with the number of the last entry that its page had read.
pub(crate) const SEEN: &str = "seen";

/// The most that a clock may be ahead of ours, in minutes: two servers of one door never agree to the second.
const AHEAD_MINUTES: i64 = 1;

/// The fields of a form, in the order in which they came. There is no `Debug`, so that answers cannot end up in a log.
#[derive(Clone, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// A form in which these fields were filled, as a page shows what was told before.
    pub(crate) fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// A form in which one field was filled, as a page shows what was kept before.
    pub(crate) fn kept(name: &str, value: &str) -> Self {
        Self(vec![(name.to_owned(), value.to_owned())])
    }

    /// What stands in a field, without the space around it; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.trim())
    }

    /// What stands in a field exactly: a password may begin with a space.
    pub(crate) fn exact(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// Everything that was chosen under one name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The entry that the form makes, and when its page was opened: the id says both. The same form sent twice makes one entry.
    pub(crate) fn entry(&self, now: Timestamp) -> Result<(Uuid, Timestamp), PageError> {
        opened(self.text(ENTRY).parse().map_err(|_| PageError::Unreadable)?, now)
    }

    /// The number of the last entry that the page had read.
    pub(crate) fn seen(&self) -> Option<u64> {
        self.text(SEEN).parse().ok()
    }

    /// The fields whose names begin with this, as a form of their own without it.
    pub(crate) fn within(&self, start: &str) -> Self {
        let own =
            |(name, value): &(String, String)| Some((name.strip_prefix(start)?.to_owned(), value.clone()));
        Self(self.0.iter().filter_map(own).collect())
    }

    /// Every field.
    pub(crate) fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let fields = Form::<Vec<(String, String)>>::from_request(request, state).await;
        fields.map(|Form(it)| Self(it)).map_err(|rejection| refused(&rejection))
    }
}

/// An entry's id with the moment at which it was made, which cannot lie ahead of ours.
pub(crate) fn opened(id: Uuid, now: Timestamp) -> Result<(Uuid, Timestamp), PageError> {
    let (seconds, _) = id.get_timestamp().ok_or(PageError::Unreadable)?.to_unix();
    let made = i64::try_from(seconds).ok().and_then(|it| Timestamp::from_second(it).ok());
    let latest = now.saturating_add(AHEAD_MINUTES.minutes()).unwrap_or(now);
    made.filter(|it| *it <= latest).map(|it| (id, it)).ok_or(PageError::Unreadable)
}
