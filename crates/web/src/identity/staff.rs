//! Somebody who works at the studio that an address names.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use store::{Studio, StudioRole};

use super::signed_in::{SignedIn, part};
use crate::doors::Doors;
use crate::pages::PageError;

/// An owner or coach, and their studio.
pub(crate) struct Staff {
    pub(crate) studio: Studio,
}

impl Staff {
    /// Whether they run the studio.
    pub(crate) fn is_owner(&self) -> bool {
        self.studio.access().role() == StudioRole::Owner
    }

    /// The address of their studio's first page.
    pub(crate) fn base(&self) -> String {
        base(&self.studio)
    }
}

/// The address of a studio's first page.
pub(super) fn base(studio: &Studio) -> String {
    format!("/studio/{}", studio.access().studio())
}

impl FromRequestParts<Doors> for Staff {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, doors: &Doors) -> Result<Self, PageError> {
        let id = part(parts, doors, "studio").await?.ok_or(PageError::NotFound)?;
        let signed_in = SignedIn::from_request_parts(parts, doors).await?;
        let studio = signed_in.studio(doors, id).await?;
        if studio.access().is_staff() { Ok(Self { studio }) } else { Err(PageError::NotFound) }
    }
}
