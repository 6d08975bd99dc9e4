//! Packages: so many sessions that a member has bought, and whether they are paid. No money passes through here.

use jiff::civil::Date;
use sqlx::Row;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::error::{StoreError, Stored};
use crate::ids::MemberId;
use crate::studio::Studio;

/// So many sessions that a member has bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its id, made by the form that it came from.
    pub id: Uuid,
    /// From which day on.
    pub starts_on: Date,
    /// How many.
    pub sessions: u32,
    /// Whether they are paid.
    pub is_paid: bool,
}

/// What a member has bought and used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packages {
    /// What was bought, the earliest first.
    pub packages: Vec<Package>,
    /// Classes to which the member came since the first of them.
    pub used: u32,
}

impl Packages {
    /// How many sessions are left; negative where more were used than bought.
    pub fn left(&self) -> i64 {
        self.packages.iter().map(|it| i64::from(it.sessions)).sum::<i64>() - i64::from(self.used)
    }
}

impl Studio {
    /// Writes down what a member has bought; the same id again changes whether it is paid and nothing else. Says whether whoever
    /// opened the studio may do so, and the member is there.
    pub async fn keep_package(&self, member: MemberId, package: Package) -> Stored<bool> {
        if !self.access.is_staff() || self.member(member).await?.is_none() {
            return Ok(false);
        }
        let studio = self.id();
        self.database
            .write(Some(studio), move |connection| {
                Box::pin(async move {
                    let statement = "INSERT INTO package (studio_id, package_id, member_id, starts_on, sessions, paid) \
                         VALUES ($1, $2, $3, $4, $5, $6) \
                         ON CONFLICT (studio_id, package_id) DO UPDATE SET paid = excluded.paid \
                         WHERE package.member_id = excluded.member_id";
                    let done = sqlx::query(statement)
                        .bind(studio.to_string())
                        .bind(package.id.to_string())
                        .bind(member.to_string())
                        .bind(package.starts_on.to_string())
                        .bind(i64::from(package.sessions))
                        .bind(if package.is_paid { PAID } else { OPEN })
                        .execute(connection)
                        .await?;
                    Ok(done.rows_affected() > 0)
                })
            })
            .await
    }

    /// What a member has bought and used.
    pub async fn packages(&self, member: MemberId) -> Stored<Packages> {
        if !self.access.sees(member) {
            return Ok(Packages::default());
        }
        let mut reading = self.database.read(Some(self.id())).await?;
        let bought = "SELECT package_id, starts_on, sessions, paid FROM package WHERE studio_id = $1 AND member_id = $2 \
             ORDER BY starts_on, package_id";
        let query = sqlx::query(bought).bind(self.id().to_string()).bind(member.to_string());
        let packages: Stored<Vec<Package>> =
            query.fetch_all(&mut *reading).await?.iter().map(package).collect();
        let packages = packages?;
        let Some(first) = packages.first() else { return Ok(Packages::default()) };
        let used = "SELECT COUNT(*) FROM booking \
             JOIN class ON class.studio_id = booking.studio_id AND class.class_id = booking.class_id \
             WHERE booking.studio_id = $1 AND booking.member_id = $2 AND booking.cancelled_at IS NULL \
             AND booking.attendance = 'came' AND class.starts_at >= $3";
        let used: i64 = sqlx::query_scalar(used)
            .bind(self.id().to_string())
            .bind(member.to_string())
            .bind(first.starts_on.to_string())
            .fetch_one(&mut *reading)
            .await?;
        Ok(Packages { packages, used: u32::try_from(used).unwrap_or(u32::MAX) })
    }
}

/// Whether a package is paid, as it is stored.
const PAID: &str = "yes";
const OPEN: &str = "no";

fn package(row: &AnyRow) -> Stored<Package> {
    let foreign = || StoreError::Foreign { table: "package" };
    let paid: String = row.get(3);
    Ok(Package {
        id: row.get::<String, _>(0).parse().map_err(|_| foreign())?,
        starts_on: row.get::<String, _>(1).parse().map_err(|_| foreign())?,
        sessions: u32::try_from(row.get::<i64, _>(2)).map_err(|_| foreign())?,
        is_paid: paid == PAID,
    })
}
