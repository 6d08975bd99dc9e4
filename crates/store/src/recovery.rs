//! A new password for somebody who has forgotten theirs: a member by a link from their studio, anybody by whoever runs the store.
//!
//! A studio opens no door but its own: it makes no link for an account that belongs to another studio as well.

use jiff::{Timestamp, ToSpan};
use sqlx::Row;

use crate::access::Access;
use crate::accounts::{Token, folded};
use crate::database::execute;
use crate::error::{StoreError, Stored};
use crate::ids::{AccountId, MemberId, StudioId};
use crate::invitations::RECOVERY;
use crate::store::Store;

/// How long a link works, in hours.
const OPEN_HOURS: i64 = 24;

impl Store {
    /// Makes a link by which a member chooses a new password. None where they have no account, or one that belongs to another studio
    /// as well, or where nobody of the studio asks.
    pub async fn recovery(&self, access: &Access, member: MemberId, now: Timestamp) -> Stored<Option<Token>> {
        if !self.can_recover(access, member).await? {
            return Ok(None);
        }
        let token = Token::fresh()?;
        let expires = now.saturating_add(OPEN_HOURS.hours()).unwrap_or(now);
        let insert = "INSERT INTO invitation (studio_id, token_hash, role, made_at, expires_at, member_id) \
                      VALUES ($1, $2, $3, $4, $5, $6)";
        let values = [
            access.studio().to_string(),
            token.hash(),
            RECOVERY.to_owned(),
            now.to_string(),
            expires.to_string(),
            member.to_string(),
        ];
        let database = self.database(access.studio()).await?;
        database.execute(Some(access.studio()), insert, values.map(Some)).await?;
        Ok(Some(token))
    }

    /// Whether a studio can make such a link for a member.
    pub async fn can_recover(&self, access: &Access, member: MemberId) -> Stored<bool> {
        Ok(access.is_staff() && self.account_of(access.studio(), member).await?.is_some())
    }

    /// Whether a link is open by which somebody chooses a new password.
    pub async fn recovers(&self, studio: StudioId, token: &Token, now: Timestamp) -> Stored<bool> {
        Ok(self.recovering(studio, token, now).await?.is_some())
    }

    /// Sets the password that somebody chose by a link, and ends every session of theirs. The link works once.
    pub async fn recover(
        &self,
        (studio, token): (StudioId, &Token),
        password: &str,
        now: Timestamp,
    ) -> Stored<Option<AccountId>> {
        let Some(account) = self.recovering(studio, token, now).await? else { return Ok(None) };
        if !self.use_up(studio, token.hash(), now).await? {
            return Ok(None);
        }
        self.replace_password(account, password, now).await?;
        Ok(Some(account))
    }

    /// Sets the password of an account, asked for by whoever may read the data folder anyway, and ends every session of it. Says
    /// whether somebody has the mail address.
    pub async fn set_password(&self, mail: &str, password: &str, now: Timestamp) -> Stored<bool> {
        let mut reading = self.accounts.read(None).await?;
        let row = sqlx::query("SELECT account_id FROM account WHERE mail = $1")
            .bind(folded(mail))
            .fetch_optional(&mut *reading)
            .await?;
        drop(reading);
        let Some(row) = row else { return Ok(false) };
        let account = row.get::<String, _>(0).parse();
        let account = account.map_err(|_| StoreError::Foreign { table: "account" })?;
        self.replace_password(account, password, now).await?;
        Ok(true)
    }

    async fn replace_password(&self, account: AccountId, password: &str, now: Timestamp) -> Stored<()> {
        let values = [account.to_string(), self.hashed(password).await?, now.to_string()].map(Some);
        self.accounts
            .write(None, move |connection| {
                Box::pin(async move {
                    let insert = "INSERT INTO credential (account_id, kind, secret, made_at) VALUES ($1, 'password', $2, $3) \
                         ON CONFLICT (account_id, kind) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at";
                    execute(connection, insert, &values).await?;
                    let sign_out = "DELETE FROM login_session WHERE account_id = $1";
                    execute(connection, sign_out, &values[..1]).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Whose password an open link sets anew.
    async fn recovering(&self, studio: StudioId, token: &Token, now: Timestamp) -> Stored<Option<AccountId>> {
        // A studio that is not there has no file, and none is made for a guess.
        if !self.all_studios().await?.iter().any(|(id, _)| *id == studio) {
            return Ok(None);
        }
        let database = self.database(studio).await?;
        let mut reading = database.read(Some(studio)).await?;
        let query = "SELECT member_id, expires_at FROM invitation \
             WHERE studio_id = $1 AND token_hash = $2 AND role = $3 AND used_at IS NULL";
        let query = sqlx::query(query).bind(studio.to_string()).bind(token.hash()).bind(RECOVERY);
        let Some(row) = query.fetch_optional(&mut *reading).await? else { return Ok(None) };
        let foreign = || StoreError::Foreign { table: "invitation" };
        let member: MemberId = row.get::<String, _>(0).parse().map_err(|_| foreign())?;
        let expires: Timestamp = row.get::<String, _>(1).parse().map_err(|_| foreign())?;
        if expires <= now {
            return Ok(None);
        }
        // Asked again: the account may belong to another studio since.
        self.account_of(studio, member).await
    }

    /// The account of a member, if it belongs to no other studio.
    async fn account_of(&self, studio: StudioId, member: MemberId) -> Stored<Option<AccountId>> {
        let mut reading = self.accounts.read(None).await?;
        let query = "SELECT account_id FROM account_studio WHERE studio_id = $1 AND member_id = $2 AND NOT EXISTS \
             (SELECT 1 FROM account_studio other WHERE other.account_id = account_studio.account_id AND other.studio_id <> $1)";
        let rows = sqlx::query(query)
            .bind(studio.to_string())
            .bind(member.to_string())
            .fetch_all(&mut *reading)
            .await?;
        // Two accounts with one chart: nobody can say whose password it is.
        let [row] = &rows[..] else { return Ok(None) };
        let account = row.get::<String, _>(0).parse();
        account.map(Some).map_err(|_| StoreError::Foreign { table: "account_studio" })
    }
}
