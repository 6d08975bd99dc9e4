//! Erasure: a member's key and everything folded from the chart is destroyed, and a row remains that says when.

use jiff::Timestamp;
use sqlx::Row;

use crate::access::{Access, StudioRole};
use crate::database::execute;
use crate::error::Stored;
use crate::ids::MemberId;
use crate::store::Store;

/// Everything of a member's in a studio but the row that remains.
const STUDIO: [&str; 6] = [
    "DELETE FROM member_key WHERE studio_id = $1 AND member_id = $2",
    "DELETE FROM entry WHERE studio_id = $1 AND member_id = $2",
    "DELETE FROM card WHERE studio_id = $1 AND member_id = $2",
    "DELETE FROM invitation WHERE studio_id = $1 AND member_id = $2",
    "DELETE FROM booking WHERE studio_id = $1 AND member_id = $2",
    "DELETE FROM package WHERE studio_id = $1 AND member_id = $2",
];

/// What an account has, once it belongs to no studio any more.
const ACCOUNT: [&str; 3] = [
    "DELETE FROM login_session WHERE account_id = $1",
    "DELETE FROM credential WHERE account_id = $1",
    "DELETE FROM account WHERE account_id = $1",
];

impl Store {
    /// Erases a member, asked for by themselves or by the owner. Says whether there was one.
    pub async fn erase(&self, access: &Access, member: MemberId, now: Timestamp) -> Stored<bool> {
        let studio = self.studio(access.clone()).await?;
        if access.role() == StudioRole::Coach || studio.member(member).await?.is_none() {
            return Ok(false);
        }
        let id = access.studio();
        studio
            .database
            .write(Some(id), move |connection| {
                Box::pin(async move {
                    let whose = [id.to_string(), member.to_string()].map(Some);
                    for statement in STUDIO {
                        execute(connection, statement, &whose).await?;
                    }
                    let empty =
                        "UPDATE member SET name = '', erased_at = $3 WHERE studio_id = $1 AND member_id = $2";
                    let [studio, member] = whose;
                    execute(connection, empty, &[studio, member, Some(now.to_string())]).await?;
                    Ok(())
                })
            })
            .await?;
        self.forget_accounts(member).await?;
        studio.database.empty_log().await?;
        self.accounts.empty_log().await?;
        Ok(true)
    }

    /// Takes the member's role from whoever has it, and erases an account that then belongs to no studio.
    async fn forget_accounts(&self, member: MemberId) -> Stored<()> {
        self.accounts
            .write(None, move |connection| {
                Box::pin(async move {
                    let of_member = "SELECT account_id FROM account_studio WHERE member_id = $1";
                    let rows =
                        sqlx::query(of_member).bind(member.to_string()).fetch_all(&mut *connection).await?;
                    let drop_role = "DELETE FROM account_studio WHERE member_id = $1";
                    execute(connection, drop_role, &[Some(member.to_string())]).await?;
                    for row in rows {
                        let account: String = row.get(0);
                        let left = "SELECT 1 FROM account_studio WHERE account_id = $1 LIMIT 1";
                        let left =
                            sqlx::query(left).bind(account.clone()).fetch_optional(&mut *connection).await?;
                        if left.is_none() {
                            for statement in ACCOUNT {
                                sqlx::query(statement)
                                    .bind(account.clone())
                                    .execute(&mut *connection)
                                    .await?;
                            }
                        }
                    }
                    Ok(())
                })
            })
            .await
    }
}
