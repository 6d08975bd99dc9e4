//! Charts: read as a whole, added to at the end, and never changed.
//!
//! What may be added is said in `appending`. The card that lists show is folded in the same transaction, so that a list never says
//! what the chart does not.

use chart::roster::Card;
use chart::{Entry, FORM, entry_misfits};
use jiff::Timestamp;
use sqlx::AnyConnection;
use sqlx::Row;
use std::collections::BTreeMap;

use crate::appending::{Draft, Kept, Refused, placed, writes};
use crate::database::Engine;
use crate::error::{StoreError, Stored};
use crate::ids::MemberId;
use crate::keys::MemberKey;
use crate::studio::{Member, Studio, insert_member};

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
        let entries: Vec<Entry> = drafts.into_iter().map(|it| self.written(member, it, now)).collect();
        if let Some(entry) = entries.iter().find(|it| !writes(it.author.role, &it.body)) {
            return Ok(Err(Refused::NotTheirs(entry.id)));
        }
        self.add(member, entries, seen).await
    }

    /// Adds entries as they were written elsewhere: a chart file that is brought in. Whoever wrote a file decides whose words stand in
    /// it, a clinician's among them, so only the command line may bring one in.
    pub async fn import(&self, member: MemberId, entries: Vec<Entry>) -> Stored<Kept> {
        if !self.access.is_operator() {
            return Ok(Err(Refused::NoSuchMember));
        }
        self.add(member, entries, Some(0)).await
    }

    /// A new member with a chart that was written elsewhere, both or neither.
    pub async fn import_new(
        &self,
        name: &str,
        entries: Vec<Entry>,
        now: Timestamp,
    ) -> Stored<Result<MemberId, Refused>> {
        if !self.access.is_operator() {
            return Ok(Err(Refused::NoSuchMember));
        }
        if let Some(refused) = self.misfit(&entries) {
            return Ok(Err(refused));
        }
        // Asked before anything is written: the chart of a new member is empty.
        if let Err(refused) = placed(&[], entries.clone(), Some(0)) {
            return Ok(Err(refused));
        }
        let (member, row) = self.new_member(name, now)?;
        let studio = self.clone();
        self.database
            .write(Some(self.id()), move |connection| {
                Box::pin(async move {
                    insert_member(connection, studio.id(), member, row).await?;
                    let kept = studio.add_within(connection, member, entries, Some(0)).await?;
                    Ok(kept.map(|_| member))
                })
            })
            .await
    }

    /// The members and what each chart comes to, as it was folded when the chart last grew; none for an empty chart.
    pub async fn cards(&self) -> Stored<Vec<(Member, Option<Card>)>> {
        let members = self.members().await?;
        let mut reading = self.database.read(Some(self.id())).await?;
        let mut cards = self.stored_cards(&mut reading).await?;
        let read =
            |text: String| serde_json::from_str(&text).map_err(|_| StoreError::Foreign { table: "card" });
        let with_card = |it: Member| Ok((cards.remove(&it.id).map(read).transpose()?, it));
        members.into_iter().map(with_card).map(|it| it.map(|(card, member)| (member, card))).collect()
    }

    /// The cards as they are stored; which may be as another version folded them.
    pub(crate) async fn stored_cards(
        &self,
        connection: &mut AnyConnection,
    ) -> Stored<BTreeMap<MemberId, String>> {
        let rows = sqlx::query("SELECT member_id, card FROM card WHERE studio_id = $1")
            .bind(self.id().to_string())
            .fetch_all(connection)
            .await?;
        let id = |text: String| text.parse().map_err(|_| StoreError::Foreign { table: "card" });
        rows.iter().map(|row| Ok((id(row.get(0))?, row.get(1)))).collect()
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
        if let Some(refused) = self.misfit(&entries) {
            return Ok(Err(refused));
        }
        let studio = self.clone();
        self.database
            .write(Some(self.id()), move |connection| {
                Box::pin(async move { studio.add_within(connection, member, entries, seen).await })
            })
            .await
    }

    /// The first entry that cannot be what it says it is.
    fn misfit(&self, entries: &[Entry]) -> Option<Refused> {
        let problems = entries.iter().map(|it| (it.id, entry_misfits(self.pack, it)));
        let mut faulty = problems.filter(|(_, problems)| !problems.is_empty());
        faulty.next().map(|(entry, problems)| Refused::Misfits { entry, problems })
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
    pub(crate) async fn key(
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

    pub(crate) async fn entries(
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

    pub(crate) async fn keep_card(
        &self,
        connection: &mut AnyConnection,
        member: MemberId,
        chart: &[Entry],
    ) -> Stored<()> {
        let card = Card::of(self.pack, chart);
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
}
