//! Classes: when they are, how many they hold, who has booked, who waits, and who came.
//!
//! A booking has a turn. Whoever is within the class's capacity by turn has a place and everybody behind waits, so that a place which
//! somebody gives back goes to the first who waits, with nothing to be moved.

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan};
use sqlx::AnyConnection;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

use crate::database::{Engine, execute};
use crate::error::{StoreError, Stored};
use crate::ids::{ClassId, MemberId, StudioId};
use crate::studio::Studio;

/// A class to be held once, or every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClass {
    /// What it is called.
    pub title: String,
    /// When it begins, by the studio's clock.
    pub starts_at: DateTime,
    /// How long it is.
    pub minutes: u32,
    /// How many have a place.
    pub capacity: u32,
}

/// A class, as far as whoever opened the studio sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its id.
    pub id: ClassId,
    /// What it is, and when.
    pub plan: NewClass,
    /// Everybody who has booked, in order of their turn.
    pub bookings: Vec<Booking>,
}

/// One booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booking {
    /// Who it is; none for somebody whom whoever opened the studio does not see.
    pub member: Option<MemberId>,
    /// Whether they came; none while nobody has said.
    pub came: Option<bool>,
}

/// What a booking gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// A place.
    Place,
    /// A turn on the waiting list, from 1.
    Waiting(usize),
}

/// Why a class was not booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBooked {
    /// There is no such class or member, or it was called off.
    Unknown,
    /// It has begun.
    Begun,
}

impl Class {
    /// What a member's booking gives; none without one.
    pub fn turn(&self, member: MemberId) -> Option<Turn> {
        let at = self.bookings.iter().position(|it| it.member == Some(member))?;
        Some(at.checked_sub(self.places()).map_or(Turn::Place, |behind| Turn::Waiting(behind + 1)))
    }

    /// How many places nobody has.
    pub fn free(&self) -> usize {
        self.places().saturating_sub(self.bookings.len())
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.bookings.len().saturating_sub(self.places())
    }

    fn places(&self) -> usize {
        usize::try_from(self.plan.capacity).unwrap_or(usize::MAX)
    }
}

impl Studio {
    /// Puts a class on the timetable, for so many weeks in a row. One with the same title at the same time is changed to this, and is
    /// there again if it was called off. Says whether whoever opened the studio may do so.
    pub async fn add_classes(&self, class: NewClass, weeks: u32, now: Timestamp) -> Stored<bool> {
        if !self.access.is_staff() {
            return Ok(false);
        }
        let studio = self.id();
        let ids: Vec<ClassId> = (0..weeks).map(|_| ClassId::fresh(now)).collect::<Result<_, _>>()?;
        self.database
            .write(Some(studio), move |connection| {
                Box::pin(async move {
                    for (week, id) in (0..).zip(ids) {
                        let starts_at = class.starts_at.saturating_add(i64::from(week).weeks());
                        let plan = NewClass { starts_at, ..class.clone() };
                        insert(connection, studio, id, &plan).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        Ok(true)
    }

    /// The classes from one day to another, both included, by when they begin.
    pub async fn classes(&self, from: Date, to: Date) -> Stored<Vec<Class>> {
        let mut reading = self.database.read(Some(self.id())).await?;
        let range = [self.id().to_string(), from.to_string(), to.tomorrow().unwrap_or(Date::MAX).to_string()];
        let bookings = "SELECT booking.class_id, booking.member_id, booking.attendance FROM booking \
             JOIN class ON class.studio_id = booking.studio_id AND class.class_id = booking.class_id \
             WHERE booking.studio_id = $1 AND booking.cancelled_at IS NULL AND class.starts_at >= $2 AND class.starts_at < $3 \
             ORDER BY booking.turn";
        let query = range.iter().fold(sqlx::query(bookings), |it, value| it.bind(value.clone()));
        let mut of: BTreeMap<String, Vec<Booking>> = BTreeMap::new();
        for row in query.fetch_all(&mut *reading).await? {
            of.entry(row.get(0)).or_default().push(self.booking(&row)?);
        }
        let classes = "SELECT class_id, title, starts_at, minutes, capacity FROM class \
             WHERE studio_id = $1 AND cancelled_at IS NULL AND starts_at >= $2 AND starts_at < $3 ORDER BY starts_at, title";
        let query = range.iter().fold(sqlx::query(classes), |it, value| it.bind(value.clone()));
        let rows = query.fetch_all(&mut *reading).await?;
        rows.iter().map(|row| class(row, of.remove(&row.get::<String, _>(0)).unwrap_or_default())).collect()
    }

    /// One class that was not called off.
    pub async fn class(&self, id: ClassId) -> Stored<Option<Class>> {
        let mut reading = self.database.read(Some(self.id())).await?;
        let Some(starts_at) = begins(&mut reading, self.id(), id, "").await? else { return Ok(None) };
        drop(reading);
        let classes = self.classes(starts_at.date(), starts_at.date()).await?;
        Ok(classes.into_iter().find(|it| it.id == id))
    }

    /// Calls a class off. Says whether there was one.
    pub async fn cancel_class(&self, class: ClassId, now: Timestamp) -> Stored<bool> {
        if !self.access.is_staff() {
            return Ok(false);
        }
        let cancel = "UPDATE class SET cancelled_at = $3 WHERE studio_id = $1 AND class_id = $2 AND cancelled_at IS NULL";
        let values = [self.id().to_string(), class.to_string(), now.to_string()].map(Some);
        Ok(self.database.execute(Some(self.id()), cancel, values).await? > 0)
    }

    /// Books a class. Booked twice is booked once, at the first turn. A member books before it begins; somebody of the studio books in
    /// whoever has come as well.
    pub async fn book(
        &self,
        class: ClassId,
        member: MemberId,
        at: DateTime,
    ) -> Stored<Result<(), NotBooked>> {
        if self.member(member).await?.is_none() {
            return Ok(Err(NotBooked::Unknown));
        }
        let (studio, is_staff) = (self.id(), self.access.is_staff());
        // No two may get the same turn; on SQLite there is one writer.
        let lock = if self.database.engine == Engine::Postgres { " FOR UPDATE" } else { "" };
        self.database
            .write(Some(studio), move |connection| {
                Box::pin(async move {
                    let Some(starts_at) = begins(connection, studio, class, lock).await? else {
                        return Ok(Err(NotBooked::Unknown));
                    };
                    if at >= starts_at && !is_staff {
                        return Ok(Err(NotBooked::Begun));
                    }
                    let values = [studio.to_string(), class.to_string(), member.to_string()].map(Some);
                    execute(connection, BOOK, &values).await?;
                    Ok(Ok(()))
                })
            })
            .await
    }

    /// Gives a booking back. A member does so before the class begins: afterwards it says whether they were there. Says whether there
    /// was one to give back.
    pub async fn unbook(&self, class: ClassId, member: MemberId, at: DateTime) -> Stored<bool> {
        if !self.access.sees(member) {
            return Ok(false);
        }
        let unbook = "UPDATE booking SET cancelled_at = $4 \
             WHERE studio_id = $1 AND class_id = $2 AND member_id = $3 AND cancelled_at IS NULL \
             AND EXISTS (SELECT 1 FROM class WHERE class.studio_id = $1 AND class.class_id = $2 AND class.starts_at > $5)";
        // No class of ours began before the year 1.
        let begins_after = if self.access.is_staff() { DateTime::constant(1, 1, 1, 0, 0, 0, 0) } else { at };
        let [studio, class, member] = [self.id().to_string(), class.to_string(), member.to_string()];
        let values = [studio, class, member, at.to_string(), begins_after.to_string()].map(Some);
        Ok(self.database.execute(Some(self.id()), unbook, values).await? > 0)
    }

    /// Says whether somebody who has booked came, or takes it back. Says whether there was a booking.
    pub async fn mark_came(&self, class: ClassId, member: MemberId, came: Option<bool>) -> Stored<bool> {
        if !self.access.is_staff() {
            return Ok(false);
        }
        let mark = "UPDATE booking SET attendance = $4 \
             WHERE studio_id = $1 AND class_id = $2 AND member_id = $3 AND cancelled_at IS NULL";
        let came = came.map(|it| if it { CAME } else { ABSENT }.to_owned());
        let [id, class, member] = [self.id().to_string(), class.to_string(), member.to_string()].map(Some);
        Ok(self.database.execute(Some(self.id()), mark, [id, class, member, came]).await? > 0)
    }

    fn booking(&self, row: &AnyRow) -> Stored<Booking> {
        let foreign = || StoreError::Foreign { table: "booking" };
        let member: MemberId = row.get::<String, _>(1).parse().map_err(|_| foreign())?;
        let came = match row.get::<Option<String>, _>(2).as_deref() {
            None => None,
            Some(CAME) => Some(true),
            Some(ABSENT) => Some(false),
            Some(_) => return Err(foreign()),
        };
        // Whether somebody else came is not a member's to know either.
        let sees = self.access.sees(member);
        Ok(Booking { member: sees.then_some(member), came: came.filter(|_| sees) })
    }
}

/// The names of attendance, as they are stored.
const CAME: &str = "came";
const ABSENT: &str = "absent";

/// The next turn; whoever has one keeps it, and whoever gave it back gets another.
const BOOK: &str = "INSERT INTO booking (studio_id, class_id, member_id, turn) VALUES ($1, $2, $3, \
     (SELECT COALESCE(MAX(turn), 0) + 1 FROM booking WHERE studio_id = $1 AND class_id = $2)) \
     ON CONFLICT (studio_id, class_id, member_id) DO UPDATE SET turn = excluded.turn, cancelled_at = NULL, attendance = NULL \
     WHERE booking.cancelled_at IS NOT NULL";

/// When a class begins that was not called off.
async fn begins(
    connection: &mut AnyConnection,
    studio: StudioId,
    class: ClassId,
    lock: &str,
) -> Stored<Option<DateTime>> {
    let query = format!(
        "SELECT starts_at FROM class WHERE studio_id = $1 AND class_id = $2 AND cancelled_at IS NULL{lock}"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(query))
        .bind(studio.to_string())
        .bind(class.to_string())
        .fetch_optional(connection)
        .await?;
    let foreign = |_| StoreError::Foreign { table: "class" };
    row.map(|it| it.get::<String, _>(0).parse().map_err(foreign)).transpose()
}

async fn insert(
    connection: &mut AnyConnection,
    studio: StudioId,
    id: ClassId,
    class: &NewClass,
) -> Stored<()> {
    let statement = "INSERT INTO class (studio_id, class_id, title, starts_at, minutes, capacity) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (studio_id, starts_at, title) \
         DO UPDATE SET minutes = excluded.minutes, capacity = excluded.capacity, cancelled_at = NULL";
    sqlx::query(statement)
        .bind(studio.to_string())
        .bind(id.to_string())
        .bind(class.title.clone())
        .bind(class.starts_at.to_string())
        .bind(i64::from(class.minutes))
        .bind(i64::from(class.capacity))
        .execute(connection)
        .await?;
    Ok(())
}

fn class(row: &AnyRow, bookings: Vec<Booking>) -> Stored<Class> {
    let foreign = || StoreError::Foreign { table: "class" };
    let number = |at: usize| u32::try_from(row.get::<i64, _>(at)).map_err(|_| foreign());
    let plan = NewClass {
        title: row.get(1),
        starts_at: row.get::<String, _>(2).parse().map_err(|_| foreign())?,
        minutes: number(3)?,
        capacity: number(4)?,
    };
    Ok(Class { id: row.get::<String, _>(0).parse().map_err(|_| foreign())?, plan, bookings })
}
