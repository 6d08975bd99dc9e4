//! Where a store is, as the command line is told.

use anyhow::Context as _;
use knowledge::Pack;
use std::path::PathBuf;
use store::{Place, Store, Studio, StudioId};

use crate::Done;
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

/// Which studio of a store; it may be left out where there is only one.
#[derive(clap::Args)]
pub(crate) struct OneStudio {
    /// The studio; `plumbline studios` lists them.
    #[arg(long = "in", value_name = "STUDIO")]
    id: Option<StudioId>,
}

impl OneStudio {
    /// Opens it as whoever may read the folder anyway.
    pub(crate) async fn opened(&self, store: &Store) -> Result<Studio, Failure> {
        let all = store.all_studios().await.context("the studios cannot be read")?;
        let id = match (self.id, &all[..]) {
            (None, [(only, _)]) => *only,
            (Some(id), _) if all.iter().any(|(it, _)| *it == id) => id,
            (Some(_), _) => {
                return Err(Failure::input(
                    "there is no such studio; `plumbline studios` lists them".to_owned(),
                ));
            }
            (None, []) => {
                return Err(Failure::input(
                    "the store has no studio yet; `plumbline serve` begins one".to_owned(),
                ));
            }
            (None, _) => {
                let several =
                    "the store has several studios; name one with --in, as `plumbline studios` lists them";
                return Err(Failure::input(several.to_owned()));
            }
        };
        Ok(store.studio(store.operator(id)).await.context("the studio cannot be opened")?)
    }
}

/// Runs what waits for a store.
pub(crate) fn wait(work: impl Future<Output = Done>) -> Done {
    tokio::runtime::Runtime::new().context("cannot start")?.block_on(work)
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

    /// Opens one that is there, for a command that cannot do without.
    pub(crate) async fn opened(&self, pack: &'static Pack) -> Result<Store, Failure> {
        let missing =
            || Failure::input("name the store: --data DIR, or --database URL --key FILE".to_owned());
        let place = self.place().ok_or_else(missing)?;
        Ok(Store::open_existing(place, pack).await.context("the store cannot be opened")?)
    }

    /// Opens it, and makes it if there is none; nothing where none was named.
    pub(crate) async fn open_or_make(&self, pack: &'static Pack) -> Result<Option<Store>, Failure> {
        let Some(place) = self.place() else { return Ok(None) };
        let store = Store::open(place, pack).await.context("the store cannot be opened")?;
        Ok(Some(store))
    }
}
