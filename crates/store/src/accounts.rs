//! Accounts: who can sign in, to which studios, and the sessions that survive a restart.
//!
//! What a browser holds is never stored, only its hash; a password is stored as argon2id makes it, two at a time at most.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;
use sqlx::Row;

use crate::access::{Access, StudioRole};
use crate::database::execute;
use crate::error::{StoreError, Stored};
use crate::ids::{AccountId, StudioId, random};
use crate::keys::hexadecimal;
use crate::store::Store;

/// What argon2id takes for each hash (OWASP's first choice): 19 MiB, twice over, one lane.
const HASH_KIB: u32 = 19 * 1024;
const HASH_ROUNDS: u32 = 2;
/// How long a session lasts without signing in again, in hours.
const SESSION_HOURS: i64 = 24 * 30;
/// The hash that stands in for that of nobody's account, so that signing in takes as long for a mail address nobody has.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The least and the most characters of a password.
pub const PASSWORD_CHARS: std::ops::RangeInclusive<usize> = 10..=128;

/// What a browser holds to be known again. It has no `Debug`, so that it cannot be logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one: 32 random bytes.
    pub(crate) fn fresh() -> Stored<Self> {
        let bytes: [u8; 32] = random()?;
        Ok(Self(hexadecimal(&bytes)))
    }

    /// The one that somebody sent; whether it is known shows when it is looked up.
    pub fn sent(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Its text, for the cookie or the link alone.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    pub(crate) fn hash(&self) -> String {
        hexadecimal(&Sha256::digest(self.0.as_bytes()))
    }
}

/// An account as its own pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The name.
    pub name: String,
    /// The mail address.
    pub mail: String,
}

impl Store {
    /// Begins a studio.
    pub async fn add_studio(&self, name: &str, now: Timestamp) -> Stored<StudioId> {
        let studio = StudioId::fresh(now)?;
        // First its file, then its name: a studio that is listed and has no file has lost it.
        self.make_room(studio).await?;
        let insert = "INSERT INTO studio (studio_id, name, made_at) VALUES ($1, $2, $3)";
        let values = [studio.to_string(), name.to_owned(), now.to_string()];
        self.accounts.execute(None, insert, values.map(Some)).await?;
        Ok(studio)
    }

    /// Every studio with its name, in the order in which they were begun.
    pub async fn all_studios(&self) -> Stored<Vec<(StudioId, String)>> {
        let mut reading = self.accounts.read(None).await?;
        let rows = sqlx::query("SELECT studio_id, name FROM studio ORDER BY made_at, studio_id")
            .fetch_all(&mut *reading)
            .await?;
        let studio = |text: String| text.parse().map_err(|_| StoreError::Foreign { table: "studio" });
        rows.iter().map(|row| Ok((studio(row.get(0))?, row.get(1)))).collect()
    }

    /// Who works at a studio, by name; for whoever works there.
    pub async fn staff(&self, access: &Access) -> Stored<Vec<(AccountId, String)>> {
        if !access.is_staff() {
            return Ok(Vec::new());
        }
        let mut reading = self.accounts.read(None).await?;
        let rows = sqlx::query(
            "SELECT account.account_id, account.name FROM account_studio \
             JOIN account ON account.account_id = account_studio.account_id \
             WHERE account_studio.studio_id = $1 AND account_studio.role IN ('owner', 'coach') \
             ORDER BY account.name, account.account_id",
        )
        .bind(access.studio().to_string())
        .fetch_all(&mut *reading)
        .await?;
        let id = |text: String| text.parse().map_err(|_| StoreError::Foreign { table: "account" });
        rows.iter().map(|row| Ok((id(row.get(0))?, row.get(1)))).collect()
    }

    /// Whether somebody runs a studio.
    pub async fn has_owner(&self, studio: StudioId) -> Stored<bool> {
        let mut reading = self.accounts.read(None).await?;
        let owners: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM account_studio WHERE studio_id = $1 AND role = 'owner'")
                .bind(studio.to_string())
                .fetch_one(&mut *reading)
                .await?;
        Ok(owners > 0)
    }

    /// The access of the command line, by whoever may read the data folder anyway.
    pub fn operator(&self, studio: StudioId) -> Access {
        Access { account: AccountId::OPERATOR, studio, role: StudioRole::Owner }
    }

    /// Makes an account; none if somebody has the mail address.
    pub async fn add_account(
        &self,
        (mail, name): (&str, &str),
        password: &str,
        now: Timestamp,
    ) -> Stored<Option<AccountId>> {
        let account = AccountId::fresh(now)?;
        let (mail, name, hash) = (folded(mail), name.to_owned(), self.hashed(password).await?);
        self.accounts
            .write(None, move |connection| {
                Box::pin(insert_account(connection, account, (mail, name, hash), now))
            })
            .await
    }

    /// Gives an account a role in a studio.
    pub async fn grant(&self, account: AccountId, studio: StudioId, role: StudioRole) -> Stored<()> {
        let insert = "INSERT INTO account_studio (account_id, studio_id, role, member_id) VALUES ($1, $2, $3, $4) \
                      ON CONFLICT (account_id, studio_id) DO NOTHING";
        let [account, studio, name] =
            [account.to_string(), studio.to_string(), role.name().to_owned()].map(Some);
        let member = role.member().map(|it| it.to_string());
        self.accounts.execute(None, insert, [account, studio, name, member]).await?;
        Ok(())
    }

    /// Who has this mail address and this password.
    pub async fn known(&self, mail: &str, password: &str) -> Stored<Option<AccountId>> {
        let mut reading = self.accounts.read(None).await?;
        let row = sqlx::query(
            "SELECT account.account_id, credential.secret FROM account JOIN credential \
             ON credential.account_id = account.account_id AND credential.kind = 'password' WHERE account.mail = $1",
        )
        .bind(folded(mail))
        .fetch_optional(&mut *reading)
        .await?;
        drop(reading);
        let (id, hash) =
            row.map_or((None, NOBODY.to_owned()), |it| (Some(it.get::<String, _>(0)), it.get(1)));
        let is_right = self.is_right(password, hash).await?;
        let id = id.filter(|_| is_right);
        id.map(|it| it.parse().map_err(|_| StoreError::Foreign { table: "account" })).transpose()
    }

    /// Begins a session of an account.
    pub async fn begin_session(&self, account: AccountId, now: Timestamp) -> Stored<Token> {
        let token = Token::fresh()?;
        let expires = now.saturating_add(SESSION_HOURS.hours()).unwrap_or(now);
        let insert =
            "INSERT INTO login_session (token_hash, account_id, made_at, expires_at) VALUES ($1, $2, $3, $4)";
        let values = [token.hash(), account.to_string(), now.to_string(), expires.to_string()];
        self.accounts.execute(None, insert, values.map(Some)).await?;
        Ok(token)
    }

    /// Whose session it is, if it has not run out.
    pub async fn session(&self, token: &Token, now: Timestamp) -> Stored<Option<Account>> {
        let mut reading = self.accounts.read(None).await?;
        let row = sqlx::query(
            "SELECT account.account_id, account.name, account.mail, login_session.expires_at FROM login_session \
             JOIN account ON account.account_id = login_session.account_id WHERE token_hash = $1",
        )
        .bind(token.hash())
        .fetch_optional(&mut *reading)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let foreign = || StoreError::Foreign { table: "login_session" };
        let expires: Timestamp = row.get::<String, _>(3).parse().map_err(|_| foreign())?;
        let id = row.get::<String, _>(0).parse().map_err(|_| foreign())?;
        Ok((expires > now).then(|| Account { id, name: row.get(1), mail: row.get(2) }))
    }

    /// The studios that somebody belongs to, with their access to each.
    pub async fn access(&self, account: AccountId) -> Stored<Vec<Access>> {
        let mut reading = self.accounts.read(None).await?;
        let rows = sqlx::query(
            "SELECT studio_id, role, member_id FROM account_studio WHERE account_id = $1 ORDER BY studio_id",
        )
        .bind(account.to_string())
        .fetch_all(&mut *reading)
        .await?;
        let foreign = || StoreError::Foreign { table: "account_studio" };
        let access = rows.iter().map(|row| {
            let studio = row.get::<String, _>(0).parse().map_err(|_| foreign())?;
            let member: Option<String> = row.get(2);
            let role = StudioRole::stored(&row.get::<String, _>(1), member.as_deref()).ok_or_else(foreign)?;
            Ok(Access { account, studio, role })
        });
        access.collect()
    }

    /// Ends one session.
    pub async fn sign_out(&self, token: &Token) -> Stored<()> {
        self.forget("DELETE FROM login_session WHERE token_hash = $1", token.hash()).await
    }

    /// Ends every session of an account, on every device.
    pub async fn sign_out_everywhere(&self, account: AccountId) -> Stored<()> {
        self.forget("DELETE FROM login_session WHERE account_id = $1", account.to_string()).await
    }

    async fn forget(&self, statement: &'static str, whose: String) -> Stored<()> {
        self.accounts.execute(None, statement, [Some(whose)]).await?;
        Ok(())
    }

    pub(crate) async fn hashed(&self, password: &str) -> Stored<String> {
        let salt: [u8; 16] = random()?;
        let password = password.to_owned();
        self.hash(move |argon| {
            let hash = argon.hash_password_with_salt(password.as_bytes(), &salt);
            hash.map(|it| it.to_string()).map_err(|_| StoreError::Hashing)
        })
        .await
    }

    async fn is_right(&self, password: &str, hash: String) -> Stored<bool> {
        let password = password.to_owned();
        self.hash(move |argon| {
            let hash = PasswordHash::new(&hash).map_err(|_| StoreError::Foreign { table: "credential" })?;
            Ok(argon.verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await
    }

    /// Works on a password away from the threads that answer, and on two at once at most.
    async fn hash<T: Send + 'static>(
        &self,
        work: impl FnOnce(Argon2<'_>) -> Stored<T> + Send + 'static,
    ) -> Stored<T> {
        let _permit = self.hashing.acquire().await.map_err(|_| StoreError::Hashing)?;
        let params = Params::new(HASH_KIB, HASH_ROUNDS, 1, None).map_err(|_| StoreError::Hashing)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        tokio::task::spawn_blocking(move || work(argon)).await.map_err(|_| StoreError::Hashing)?
    }
}

/// A mail address as it is compared.
pub(crate) fn folded(mail: &str) -> String {
    mail.trim().to_lowercase()
}

async fn insert_account(
    connection: &mut AnyConnection,
    account: AccountId,
    (mail, name, hash): (String, String, String),
    now: Timestamp,
) -> Stored<Option<AccountId>> {
    let insert = "INSERT INTO account (account_id, mail, name, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (mail) DO NOTHING";
    let values = [account.to_string(), mail, name, now.to_string()].map(Some);
    if execute(connection, insert, &values).await? == 0 {
        return Ok(None);
    }
    let insert = "INSERT INTO credential (account_id, kind, secret, made_at) VALUES ($1, 'password', $2, $3)";
    let values = [account.to_string(), hash, now.to_string()].map(Some);
    execute(connection, insert, &values).await?;
    Ok(Some(account))
}
