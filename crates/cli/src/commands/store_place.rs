//! Where a store is, as the command line is told.

use anyhow::Context as _;
use knowledge::Pack;
use std::path::PathBuf;
use store::{Place, Store};

use crate::report::Failure;

/// Where members, charts and accounts are kept.
#[derive(clap::Args)]
pub(crate) struct StorePlace {
    /// A folder: one file a studio, made on first start.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["database", "database_owner", "key"])]
    pub(crate) data: Option<PathBuf>,
    /// A PostgreSQL server, as a role that is no superuser and cannot pass row-level security.
    #[arg(long, value_name = "URL", requires = "key")]
    pub(crate) database: Option<String>,
    /// The same server as the owner of its tables, who makes them or brings them up to date.
    #[arg(long, value_name = "URL", requires = "database")]
    pub(crate) database_owner: Option<String>,
    /// The file with the key that charts on a server are sealed with; made on first start. Keep a copy elsewhere.
    #[arg(long, value_name = "FILE", requires = "database")]
    pub(crate) key: Option<PathBuf>,
}

impl StorePlace {
    /// The place; none where none was named.
    fn place(&self) -> Option<Place> {
        let server = self.database.clone().zip(self.key.clone());
        let server = server.map(|(url, key_file)| Place::Server {
            url,
            owner_url: self.database_owner.clone(),
            key_file,
        });
        self.data.clone().map(Place::Folder).or(server)
    }

    /// Opens it; none where none was named.
    pub(crate) async fn open(&self, pack: &'static Pack) -> Result<Option<Store>, Failure> {
        let Some(place) = self.place() else { return Ok(None) };
        let store = Store::open(place, pack).await.context("the store cannot be opened")?;
        Ok(Some(store))
    }
}
