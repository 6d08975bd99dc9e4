//! A member's own pages: opened by the member, or by somebody of the studio who enters for them.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chart::Entry;
use jiff::Timestamp;
use jiff::civil::Date;
use knowledge::Pack;
use store::{By, Draft, Member, Studio, StudioRole};
use uuid::Uuid;

use super::signed_in::{SignedIn, part};
use super::staff;
use crate::doors::Doors;
use crate::frame::{Door, Words};
use crate::pages::PageError;

/// Whose pages they are, and who has opened them.
pub(crate) struct At {
    pub(crate) doors: Doors,
    pub(crate) studio: Studio,
    pub(crate) member: Member,
    /// The address of the first of these pages; the others lie below it.
    pub(crate) base: String,
    /// As whom entries are written.
    pub(crate) by: By,
}

impl At {
    /// What the studio knows.
    pub(crate) fn pack(&self) -> &'static Pack {
        self.doors.app.pack
    }

    /// The pack's words behind signing in.
    pub(crate) fn words(&self) -> Words {
        self.doors.app.words_of(Door::Member)
    }

    /// The day.
    pub(crate) fn today(&self) -> Date {
        self.doors.app.today()
    }

    /// Whether somebody of the studio has them open.
    pub(crate) fn is_staff(&self) -> bool {
        self.studio.access().is_staff()
    }

    /// The chart.
    pub(crate) async fn chart(&self) -> Result<Vec<Entry>, PageError> {
        self.studio.chart(self.member.id).await?.ok_or(PageError::NotFound)
    }

    /// The id of an entry that a form on a page will make.
    pub(crate) fn fresh(&self) -> Result<Uuid, PageError> {
        Ok(store::fresh(self.doors.now())?)
    }

    /// An entry as the person at the page writes it.
    pub(crate) fn draft(&self, (id, occurred_at): (Uuid, Timestamp), body: chart::Body) -> Draft {
        Draft { id, occurred_at, by: self.by, supersedes: None, asked: None, body }
    }

    /// Keeps entries, all of them or none. The same form sent twice is kept once.
    pub(crate) async fn keep(&self, drafts: Vec<Draft>, seen: Option<u64>) -> Result<(), PageError> {
        self.studio.append(self.member.id, drafts, seen, self.doors.now()).await??;
        Ok(())
    }
}

/// The number of the last entry of a chart.
pub(crate) fn last_seq(entries: &[Entry]) -> u64 {
    entries.last().and_then(|it| it.seq).unwrap_or_default()
}

impl FromRequestParts<Doors> for At {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, doors: &Doors) -> Result<Self, PageError> {
        let id = part(parts, doors, "studio").await?.ok_or(PageError::NotFound)?;
        let named = part(parts, doors, "member").await?;
        let signed_in = SignedIn::from_request_parts(parts, doors).await?;
        let studio = signed_in.studio(doors, id).await?;
        let (of, by, base) = match (studio.access().role(), named) {
            (StudioRole::Owner | StudioRole::Coach, Some(named)) => {
                (named, By::ForMember, format!("{}/members/{named}/door", staff::base(&studio)))
            }
            (StudioRole::Member(own), None) => (own, By::Writer, format!("/my/{id}")),
            (StudioRole::Owner | StudioRole::Coach, None) | (StudioRole::Member(_), Some(_)) => {
                return Err(PageError::NotFound);
            }
        };
        let member = studio.member(of).await?.ok_or(PageError::NotFound)?;
        Ok(Self { doors: doors.clone(), studio, member, base, by })
    }
}
