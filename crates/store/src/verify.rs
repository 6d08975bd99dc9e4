//! Whether what is stored is whole: every chart is read, its entries are counted, and its card is folded afresh.

use chart::roster::Card;

use crate::error::{StoreError, Stored};
use crate::ids::MemberId;
use crate::studio::Studio;

impl Studio {
    /// What is wrong with the stored charts. With `mend` a card that differs is written anew; nothing else can be mended.
    pub async fn verify(&self, mend: bool) -> Stored<Vec<String>> {
        let mut reading = self.database.read(Some(self.id())).await?;
        let mut cards = self.stored_cards(&mut reading).await?;
        drop(reading);
        let mut faults = Vec::new();
        for member in self.members().await? {
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
            let stored = cards.remove(&member.id).map(|it| serde_json::from_str::<Card>(&it).ok());
            if stored != (!entries.is_empty()).then(|| Some(Card::of(self.pack, &entries))) {
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
