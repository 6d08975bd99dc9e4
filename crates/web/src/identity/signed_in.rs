//! Somebody who has signed in.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use store::{Access, Account, Studio, StudioId, Token};

use super::cookie;
use crate::doors::Doors;
use crate::pages::PageError;

/// Somebody who has signed in, with every studio they belong to.
pub(crate) struct SignedIn {
    pub(crate) account: Account,
    pub(crate) token: Token,
    pub(crate) access: Vec<Access>,
}

impl SignedIn {
    /// Their access to the studio that an address names; what they have none to does not exist.
    pub(crate) async fn studio(self, doors: &Doors, id: StudioId) -> Result<Studio, PageError> {
        let access = self.access.into_iter().find(|it| it.studio() == id).ok_or(PageError::NotFound)?;
        Ok(doors.store.studio(access).await?)
    }
}

impl FromRequestParts<Doors> for SignedIn {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, doors: &Doors) -> Result<Self, PageError> {
        let token = cookie::token(&parts.headers).ok_or(PageError::SignIn)?;
        let account = doors.store.session(&token, doors.now()).await?.ok_or(PageError::SignIn)?;
        let access = doors.store.access(account.id).await?;
        Ok(Self { account, token, access })
    }
}

/// The part of an address that a route gives a name.
pub(crate) async fn part<T: std::str::FromStr>(
    parts: &mut Parts,
    doors: &Doors,
    name: &str,
) -> Result<Option<T>, PageError> {
    let params = RawPathParams::from_request_parts(parts, doors).await;
    let params = params.map_err(|_| PageError::NotFound)?;
    let text = params.iter().find(|(own, _)| *own == name).map(|(_, text)| text);
    text.map(|it| it.parse().map_err(|_| PageError::NotFound)).transpose()
}
