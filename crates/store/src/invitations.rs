//! Invitations: a link that makes somebody a coach, or the member whose chart is waiting for them. It works once.

use jiff::{Timestamp, ToSpan};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::access::StudioRole;
use crate::accounts::Token;
use crate::error::{StoreError, Stored};
use crate::ids::{AccountId, StudioId};
use crate::store::Store;
use crate::studio::Studio;

/// What stands in the place of a role where a link sets a password anew (`recovery`): it invites nobody.
pub(crate) const RECOVERY: &str = "recovery";

/// How long a link works, in hours.
const OPEN_HOURS: i64 = 24 * 14;

/// Why a link does not work, or what came in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotJoined {
    /// The link was used, has run out, or never was one.
    Closed,
    /// There is an account with this mail address, and this is not its password.
    OtherPassword,
}

impl Studio {
    /// Makes a link by which somebody takes a role. Only an owner invites coaches, and only for a member who is here.
    pub async fn invite(&self, role: StudioRole, now: Timestamp) -> Stored<Option<Token>> {
        let may = match (self.access.role(), role) {
            (StudioRole::Owner, StudioRole::Owner | StudioRole::Coach) => true,
            (StudioRole::Owner | StudioRole::Coach, StudioRole::Member(member)) => {
                self.member(member).await?.is_some()
            }
            (StudioRole::Coach, StudioRole::Owner | StudioRole::Coach) | (StudioRole::Member(_), _) => false,
        };
        if !may {
            return Ok(None);
        }
        let token = Token::fresh()?;
        let expires = now.saturating_add(OPEN_HOURS.hours()).unwrap_or(now);
        let insert = "INSERT INTO invitation (studio_id, token_hash, role, made_at, expires_at, member_id) \
                      VALUES ($1, $2, $3, $4, $5, $6)";
        let (id, name) = (self.id().to_string(), role.name().to_owned());
        let [id, hash, name, made_at, expires] =
            [id, token.hash(), name, now.to_string(), expires.to_string()].map(Some);
        let member = role.member().map(|it| it.to_string());
        self.database.execute(Some(self.id()), insert, [id, hash, name, made_at, expires, member]).await?;
        Ok(Some(token))
    }
}

impl Store {
    /// What a link invites to, while it is open.
    pub async fn invitation(
        &self,
        studio: StudioId,
        token: &Token,
        now: Timestamp,
    ) -> Stored<Option<StudioRole>> {
        // A studio that is not there has no file, and none is made for a guess.
        if !self.all_studios().await?.iter().any(|(id, _)| *id == studio) {
            return Ok(None);
        }
        let database = self.database(studio).await?;
        let mut reading = database.read(Some(studio)).await?;
        let row = sqlx::query(
            "SELECT role, member_id, expires_at FROM invitation WHERE studio_id = $1 AND token_hash = $2 AND used_at IS NULL \
             AND role <> $3",
        )
        .bind(studio.to_string())
        .bind(token.hash())
        .bind(RECOVERY)
        .fetch_optional(&mut *reading)
        .await?;
        let Some((role, expires)) = row.as_ref().map(invited).transpose()? else { return Ok(None) };
        Ok((expires > now).then_some(role))
    }

    /// The name of the member whom a link invites; none for a role without a chart.
    pub async fn invited_name(&self, studio: StudioId, role: StudioRole) -> Stored<Option<String>> {
        let Some(member) = role.member() else { return Ok(None) };
        let studio = self.studio(self.operator(studio)).await?;
        Ok(studio.member(member).await?.map(|it| it.name))
    }

    /// Takes what a link invites to, with a new account or with the one that has this mail address.
    pub async fn join(
        &self,
        (studio, token): (StudioId, &Token),
        (mail, name): (&str, &str),
        password: &str,
        now: Timestamp,
    ) -> Stored<Result<AccountId, NotJoined>> {
        let Some(role) = self.invitation(studio, token, now).await? else {
            return Ok(Err(NotJoined::Closed));
        };
        let account = match self.add_account((mail, name), password, now).await? {
            Some(account) => account,
            None => match self.known(mail, password).await? {
                Some(account) => account,
                None => return Ok(Err(NotJoined::OtherPassword)),
            },
        };
        if !self.use_up(studio, token.hash(), now).await? {
            return Ok(Err(NotJoined::Closed));
        }
        self.grant(account, studio, role).await?;
        Ok(Ok(account))
    }

    /// Closes a link; says whether it was open. Of two who use it at once, one is first.
    pub(crate) async fn use_up(&self, studio: StudioId, hash: String, now: Timestamp) -> Stored<bool> {
        let database = self.database(studio).await?;
        let update =
            "UPDATE invitation SET used_at = $1 WHERE studio_id = $2 AND token_hash = $3 AND used_at IS NULL";
        let values = [now.to_string(), studio.to_string(), hash].map(Some);
        Ok(database.execute(Some(studio), update, values).await? == 1)
    }
}

fn invited(row: &AnyRow) -> Stored<(StudioRole, Timestamp)> {
    let foreign = || StoreError::Foreign { table: "invitation" };
    let member: Option<String> = row.get(1);
    let role = StudioRole::stored(&row.get::<String, _>(0), member.as_deref()).ok_or_else(foreign)?;
    Ok((role, row.get::<String, _>(2).parse().map_err(|_| foreign())?))
}
