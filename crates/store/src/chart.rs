//! Charts: read as a whole, added to at the end, and never changed.
//!
//! - The same entry twice is one entry; the same id with other content is refused.
//! - What puts something in force says which entry it has seen last, and is refused with what came since, if there is any.
//! - The read model is folded in the same transaction, so that a list never says what the chart does not.

use chart::{Asked, Body, Card, Entry, FORM};
use jiff::Timestamp;
use sqlx::AnyConnection;
use sqlx::Row;
use uuid::Uuid;

use crate::access::By;
use crate::database::Engine;
use crate::error::{StoreError, Stored};
use crate::ids::MemberId;
use crate::keys::MemberKey;
use crate::studio::{Member, Studio};

/// An entry before the server takes it in: who wrote it follows from the access.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Made by whoever sends it, so that sending it again does no harm.
    pub id: Uuid,
    /// When it happened, by the device.
    pub occurred_at: Timestamp,
    /// Whose words it holds.
    pub by: By,
    /// The entry that it corrects.
    pub supersedes: Option<Uuid>,
    /// What was asked, of an intake.
    pub asked: Option<Asked>,
    /// The record.
    pub body: Body,
}

/// Why nothing was kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// For whoever asked there is no such member.
    NoSuchMember,
    /// The chart has grown since the entry that was seen last.
    Stale {
        /// The number of the last entry now.
        last_seq: u64,
        /// What has come since.
        since: Vec<Entry>,
    },
    /// What puts something in force must say which entry it has seen last.
    SeenNothing,
    /// An entry with this id is there, and says something else.
    OtherContent(Uuid),
    /// Only a clinician writes a clinician's reply (RF-46).
    NotAClinician,
    /// What is corrected is not there.
    CorrectsNothing(Uuid),
}

/// What was kept: the number of each entry, in the order in which they were sent.
pub type Kept = Result<Vec<u64>, Refused>;

impl Studio {
    /// A member's chart; none if for whoever asks there is no such member.
    pub async fn chart(&self, member: MemberId) -> Stored<Option<Vec<Entry>>> {
        if !self.access.sees(member) {
            return Ok(None);
        }
        let mut reading = self.database.read(Some(self.id())).await?;
        let Some(key) = self.key(&mut reading, member, "").await? else { return Ok(None) };
        self.entries(&mut reading, member, &key).await.map(Some)
    }

    /// Adds entries to a chart, all of them or none. `seen` is the number of the last entry that their author had read.
    pub async fn append(
        &self,
        member: MemberId,
        drafts: Vec<Draft>,
        seen: Option<u64>,
        now: Timestamp,
    ) -> Stored<Kept> {
        if !self.access.sees(member) {
            return Ok(Err(Refused::NoSuchMember));
        }
        let entries = drafts.into_iter().map(|it| self.written(member, it, now)).collect();
        self.add(member, entries, seen).await
    }

    /// Adds entries as they were written elsewhere: a chart file that is brought in.
    pub async fn import(&self, member: MemberId, entries: Vec<Entry>) -> Stored<Kept> {
        if !self.access.is_staff() {
            return Ok(Err(Refused::NoSuchMember));
        }
        self.add(member, entries, Some(0)).await
    }

    /// The members and what each chart comes to, as it was folded when the chart last grew; none for an empty chart.
    pub async fn cards(&self) -> Stored<Vec<(Member, Option<Card>)>> {
        let members = self.members().await?;
        let mut reading = self.database.read(Some(self.id())).await?;
        let rows = sqlx::query("SELECT member_id, card FROM card WHERE studio_id = $1 ORDER BY member_id")
            .bind(self.id().to_string())
            .fetch_all(&mut *reading)
            .await?;
        let mut cards = std::collections::BTreeMap::new();
        for row in rows {
            let (id, card): (String, String) = (row.get(0), row.get(1));
            let card: Card =
                serde_json::from_str(&card).map_err(|_| StoreError::Foreign { table: "card" })?;
            cards.insert(id, card);
        }
        Ok(members
            .into_iter()
            .map(|it| (cards.remove(&it.id.to_string()), it))
            .map(|(card, it)| (it, card))
            .collect())
    }

    fn written(&self, member: MemberId, draft: Draft, now: Timestamp) -> Entry {
        Entry {
            form: FORM,
            id: draft.id,
            author: self.access.author(draft.by, member),
            occurred_at: draft.occurred_at,
            recorded_at: Some(now),
            seq: None,
            supersedes: draft.supersedes,
            asked: draft.asked,
            body: draft.body,
        }
    }

    async fn add(&self, member: MemberId, entries: Vec<Entry>, seen: Option<u64>) -> Stored<Kept> {
        let studio = self.clone();
        self.database
            .write(Some(self.id()), move |connection| {
                Box::pin(async move { studio.add_within(connection, member, entries, seen).await })
            })
            .await
    }

    async fn add_within(
        &self,
        connection: &mut AnyConnection,
        member: MemberId,
        entries: Vec<Entry>,
        seen: Option<u64>,
    ) -> Stored<Kept> {
        // On a server others may write at the same time; one at a time for each chart.
        let lock = if self.database.engine == Engine::Postgres { " FOR UPDATE" } else { "" };
        let Some(key) = self.key(connection, member, lock).await? else {
            return Ok(Err(Refused::NoSuchMember));
        };
        let mut chart = self.entries(connection, member, &key).await?;
        let (numbers, new) = match placed(&chart, entries, seen) {
            Ok(placed) => placed,
            Err(refused) => return Ok(Err(refused)),
        };
        if new.is_empty() {
            return Ok(Ok(numbers));
        }
        for entry in new {
            self.insert(connection, member, &key, &entry).await?;
            chart.push(entry);
        }
        self.keep_card(connection, member, &chart).await?;
        Ok(Ok(numbers))
    }

    /// A member's key; none after it was destroyed, or if there never was one.
    async fn key(
        &self,
        connection: &mut AnyConnection,
        member: MemberId,
        lock: &str,
    ) -> Stored<Option<MemberKey>> {
        let query = format!("SELECT wrapped FROM member_key WHERE studio_id = $1 AND member_id = $2{lock}");
        let row = sqlx::query(sqlx::AssertSqlSafe(query))
            .bind(self.id().to_string())
            .bind(member.to_string())
            .fetch_optional(connection)
            .await?;
        row.map(|it| self.master.unwrap(self.id(), member, &it.get::<Vec<u8>, _>(0))).transpose()
    }

    async fn entries(
        &self,
        connection: &mut AnyConnection,
        member: MemberId,
        key: &MemberKey,
    ) -> Stored<Vec<Entry>> {
        let rows =
            sqlx::query("SELECT seq, body FROM entry WHERE studio_id = $1 AND member_id = $2 ORDER BY seq")
                .bind(self.id().to_string())
                .bind(member.to_string())
                .fetch_all(connection)
                .await?;
        let opened = rows.iter().map(|row| {
            let seq = u64::try_from(row.get::<i64, _>(0)).unwrap_or_default();
            let plain = key.open((self.id(), member), seq, &row.get::<Vec<u8>, _>(1))?;
            serde_json::from_slice(&plain).map_err(|_| StoreError::Foreign { table: "entry" })
        });
        opened.collect()
    }

    async fn insert(
        &self,
        connection: &mut AnyConnection,
        member: MemberId,
        key: &MemberKey,
        entry: &Entry,
    ) -> Stored<()> {
        let seq = entry.seq.unwrap_or_default();
        let plain = serde_json::to_vec(entry).map_err(|_| StoreError::Foreign { table: "entry" })?;
        sqlx::query(
            "INSERT INTO entry (studio_id, member_id, seq, entry_id, body) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(self.id().to_string())
        .bind(member.to_string())
        .bind(i64::try_from(seq).unwrap_or(i64::MAX))
        .bind(entry.id.to_string())
        .bind(key.seal((self.id(), member), seq, &plain)?)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn keep_card(
        &self,
        connection: &mut AnyConnection,
        member: MemberId,
        chart: &[Entry],
    ) -> Stored<()> {
        let card = Card::of(chart);
        let card = serde_json::to_string(&card).map_err(|_| StoreError::Foreign { table: "card" })?;
        sqlx::query(
            "INSERT INTO card (studio_id, member_id, card) VALUES ($1, $2, $3) \
             ON CONFLICT (studio_id, member_id) DO UPDATE SET card = excluded.card",
        )
        .bind(self.id().to_string())
        .bind(member.to_string())
        .bind(card)
        .execute(connection)
        .await?;
        Ok(())
    }

    /// What is wrong with the stored charts: each is read, its numbers are counted, and its card is folded afresh. With `mend`
    /// a card that differs is written anew; nothing else can be mended.
    pub async fn verify(&self, mend: bool) -> Stored<Vec<String>> {
        let mut faults = Vec::new();
        for (member, card) in self.cards().await? {
            let entries = match self.chart(member.id).await {
                Ok(entries) => entries.unwrap_or_default(),
                Err(error @ (StoreError::Unreadable { .. } | StoreError::Foreign { .. })) => {
                    faults.push(error.to_string());
                    continue;
                }
                Err(error) => return Err(error),
            };
            let numbers = entries.iter().filter_map(|it| it.seq);
            if !numbers.eq((1..).take(entries.len())) {
                faults.push(format!("member {}: entries are missing from the chart", member.id));
            }
            let folded = (!entries.is_empty()).then(|| Card::of(&entries));
            if folded != card {
                faults.push(format!("member {}: the card is not what the chart comes to", member.id));
                if mend {
                    self.mend(member.id).await?;
                }
            }
        }
        Ok(faults)
    }

    async fn mend(&self, member: MemberId) -> Stored<()> {
        let studio = self.clone();
        self.database
            .write(Some(self.id()), move |connection| {
                Box::pin(async move {
                    let Some(key) = studio.key(connection, member, "").await? else { return Ok(()) };
                    let chart = studio.entries(connection, member, &key).await?;
                    studio.keep_card(connection, member, &chart).await
                })
            })
            .await
    }
}

/// The numbers of what was sent, and what of it is new, numbered; or why nothing is kept.
fn placed(chart: &[Entry], sent: Vec<Entry>, seen: Option<u64>) -> Result<(Vec<u64>, Vec<Entry>), Refused> {
    let last_seq = chart.last().and_then(|it| it.seq).unwrap_or_default();
    let (mut numbers, mut new) = (Vec::new(), Vec::<Entry>::new());
    for mut entry in sent {
        if let Some(known) = chart.iter().chain(&new).find(|it| it.id == entry.id) {
            if !is_same(known, &entry) {
                return Err(Refused::OtherContent(entry.id));
            }
            numbers.push(known.seq.unwrap_or_default());
            continue;
        }
        if matches!(entry.body, Body::ClinicianReply(_)) && entry.author.role != chart::Role::Clinician {
            return Err(Refused::NotAClinician);
        }
        if let Some(corrected) = entry.supersedes
            && !chart.iter().chain(&new).any(|it| it.id == corrected)
        {
            return Err(Refused::CorrectsNothing(corrected));
        }
        if puts_in_force(&entry) {
            let seen = seen.ok_or(Refused::SeenNothing)?;
            if seen < last_seq {
                let since = chart.iter().filter(|it| it.seq.is_some_and(|it| it > seen)).cloned().collect();
                return Err(Refused::Stale { last_seq, since });
            }
        }
        let seq = last_seq + 1 + u64::try_from(new.len()).unwrap_or_default();
        entry.seq = Some(seq);
        numbers.push(seq);
        new.push(entry);
    }
    Ok((numbers, new))
}

/// Whether it puts something in force, and so may not be written without having seen everything before it.
fn puts_in_force(entry: &Entry) -> bool {
    entry.supersedes.is_some() || matches!(entry.body, Body::Decision(_) | Body::ClinicianReply(_))
}

/// Whether two entries say the same; when the server took them in does not count.
fn is_same(known: &Entry, sent: &Entry) -> bool {
    let mut sent = sent.clone();
    sent.seq = known.seq;
    sent.recorded_at = known.recorded_at;
    *known == sent
}
