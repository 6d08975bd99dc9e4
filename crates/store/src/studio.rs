//! One studio, as far as somebody has access to it: its members, and their charts.

use jiff::Timestamp;
use knowledge::Pack;
use sqlx::AnyConnection;
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::access::Access;
use crate::database::{Database, execute};
use crate::error::{StoreError, Stored};
use crate::ids::{MemberId, StudioId};
use crate::keys::{MasterKey, MemberKey};

/// A member as a list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Since when they are here.
    pub made_at: Timestamp,
}

/// One studio, as far as somebody has access to it.
#[derive(Clone)]
pub struct Studio {
    pub(crate) database: Database,
    pub(crate) master: MasterKey,
    pub(crate) pack: &'static Pack,
    pub(crate) access: Access,
}

impl Studio {
    /// As whom it was opened.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// Begins the chart of a new member; somebody of the studio alone may do so.
    pub async fn add_member(&self, name: &str, now: Timestamp) -> Stored<Option<MemberId>> {
        if !self.access.is_staff() {
            return Ok(None);
        }
        let (member, row) = self.new_member(name, now)?;
        let studio = self.id();
        self.database
            .write(Some(studio), move |connection| Box::pin(insert_member(connection, studio, member, row)))
            .await?;
        Ok(Some(member))
    }

    /// What is stored of a new member, with a key of their own.
    pub(crate) fn new_member(&self, name: &str, now: Timestamp) -> Stored<(MemberId, NewMember)> {
        let member = MemberId::fresh(now)?;
        let wrapped = self.master.wrap(self.id(), member, &MemberKey::fresh()?)?;
        Ok((member, (name.to_owned(), wrapped, now)))
    }

    /// The members that exist for whoever opened it, by name.
    pub async fn members(&self) -> Stored<Vec<Member>> {
        let mut reading = self.database.read(Some(self.id())).await?;
        let rows = sqlx::query(
            "SELECT member_id, name, made_at FROM member WHERE studio_id = $1 AND erased_at IS NULL ORDER BY name, member_id",
        )
        .bind(self.id().to_string())
        .fetch_all(&mut *reading)
        .await?;
        let all: Stored<Vec<Member>> = rows.iter().map(member).collect();
        Ok(all?.into_iter().filter(|it| self.access.sees(it.id)).collect())
    }

    /// One member.
    pub async fn member(&self, id: MemberId) -> Stored<Option<Member>> {
        if !self.access.sees(id) {
            return Ok(None);
        }
        let mut reading = self.database.read(Some(self.id())).await?;
        let row = sqlx::query(
            "SELECT member_id, name, made_at FROM member WHERE studio_id = $1 AND member_id = $2 AND erased_at IS NULL",
        )
        .bind(self.id().to_string())
        .bind(id.to_string())
        .fetch_optional(&mut *reading)
        .await?;
        row.as_ref().map(member).transpose()
    }

    pub(crate) fn id(&self) -> StudioId {
        self.access.studio
    }
}

impl std::fmt::Debug for Studio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Studio").field("access", &self.access).finish_non_exhaustive()
    }
}

/// A new member's name, wrapped key, and since when they are here.
pub(crate) type NewMember = (String, Vec<u8>, Timestamp);

pub(crate) async fn insert_member(
    connection: &mut AnyConnection,
    studio: StudioId,
    member: MemberId,
    (name, wrapped, now): NewMember,
) -> Stored<()> {
    let insert = "INSERT INTO member (studio_id, member_id, name, made_at) VALUES ($1, $2, $3, $4)";
    let values = [studio.to_string(), member.to_string(), name, now.to_string()].map(Some);
    execute(connection, insert, &values).await?;
    sqlx::query("INSERT INTO member_key (studio_id, member_id, wrapped) VALUES ($1, $2, $3)")
        .bind(studio.to_string())
        .bind(member.to_string())
        .bind(wrapped)
        .execute(connection)
        .await?;
    Ok(())
}

fn member(row: &AnyRow) -> Stored<Member> {
    let foreign = || StoreError::Foreign { table: "member" };
    let id: String = row.get(0);
    let made_at: String = row.get(2);
    Ok(Member {
        id: id.parse().map_err(|_| foreign())?,
        name: row.get(1),
        made_at: made_at.parse().map_err(|_| foreign())?,
    })
}
