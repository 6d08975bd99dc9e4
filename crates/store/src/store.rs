//! The store: accounts for all, and one studio's rows for whoever has access to them.

use knowledge::Pack;
use sqlx::{AnyConnection, Connection};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::{Mutex, Semaphore};

use crate::access::Access;
use crate::database::{Database, Engine};
use crate::error::{StoreError, Stored};
use crate::ids::StudioId;
use crate::keys::MasterKey;
use crate::migrations::{ACCOUNTS, STUDIO, guard, is_up_to_date, migrate};
use crate::place::{self, Place};
use crate::studio::Studio;

/// Password hashes worked on at once: each takes 19 MiB.
const HASHES_MAX: usize = 2;

/// A store.
#[derive(Clone)]
pub struct Store {
    pub(crate) accounts: Database,
    pub(crate) hashing: Arc<Semaphore>,
    pack: &'static Pack,
    place: Place,
    master: MasterKey,
    studios: Arc<Mutex<BTreeMap<StudioId, Database>>>,
}

impl Store {
    /// Opens a store, and makes it if there is none. Cards are folded, and entries are read, by what the pack knows.
    pub async fn open(place: Place, pack: &'static Pack) -> Stored<Self> {
        let accounts = match &place {
            Place::Folder(folder) => {
                place::make(folder)?;
                file(&place::accounts(folder), ACCOUNTS).await?
            }
            Place::Server { url, owner_url, .. } => server(url, owner_url.as_deref()).await?,
        };
        let master = place.key(&accounts).await?;
        let hashing = Arc::new(Semaphore::new(HASHES_MAX));
        Ok(Self { accounts, hashing, pack, place, master, studios: Arc::default() })
    }

    /// One studio, as far as somebody has access to it.
    pub async fn studio(&self, access: Access) -> Stored<Studio> {
        let database = self.database(access.studio()).await?;
        Ok(Studio { database, master: self.master.clone(), pack: self.pack, access })
    }

    /// The database with the rows of a studio.
    pub(crate) async fn database(&self, studio: StudioId) -> Stored<Database> {
        let Place::Folder(folder) = &self.place else { return Ok(self.accounts.clone()) };
        let mut open = self.studios.lock().await;
        if let Some(database) = open.get(&studio) {
            return Ok(database.clone());
        }
        let database = file(&place::address(&place::studio(folder, studio)), STUDIO).await?;
        open.insert(studio, database.clone());
        Ok(database)
    }

    /// Copies a store that lies in a folder into another, empty folder, while it is in use. The key file is not among the copies.
    pub async fn backup(&self, to: &Path) -> Stored<()> {
        if !matches!(self.place, Place::Folder(_)) {
            return Err(place::fault(
                to,
                "a server is backed up with its own tools (pg_dump); the key file is kept apart",
            ));
        }
        if to.read_dir().is_ok_and(|mut it| it.next().is_some()) {
            return Err(place::fault(to, "the folder is not empty; choose another one"));
        }
        place::make(to)?;
        // Charts first: an account that joined in between then has no studio in the copy, and never a chart without its account.
        for (studio, _) in self.all_studios().await? {
            let database = self.database(studio).await?;
            database.copy_to(&place::studio(to, studio).display().to_string()).await?;
        }
        self.accounts.copy_to(&to.join("accounts.sqlite").display().to_string()).await
    }

    /// Ends all work and closes the files.
    pub async fn close(&self) {
        let open = self.studios.lock().await;
        for database in open.values() {
            database.close().await;
        }
        self.accounts.close().await;
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}

/// A file of SQLite's with its tables.
async fn file(address: &str, schema: crate::migrations::Schema) -> Stored<Database> {
    let database = Database::open(Engine::Sqlite, address).await?;
    database
        .write(None, move |connection| {
            Box::pin(async move {
                migrate(connection, Engine::Sqlite, schema).await?;
                is_up_to_date(connection, &[schema]).await
            })
        })
        .await?;
    Ok(database)
}

/// A server with its tables; its owner makes them if the owner's address is given.
async fn server(url: &str, owner_url: Option<&str>) -> Stored<Database> {
    sqlx::any::install_default_drivers();
    let database = Database::open(Engine::Postgres, url).await?;
    let mut as_application = database.read(None).await?;
    let role: String =
        sqlx::query_scalar("SELECT current_user::text").fetch_one(&mut *as_application).await?;
    let passes: bool =
        sqlx::query_scalar("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            .fetch_one(&mut *as_application)
            .await?;
    if passes {
        let problem =
            "may pass row-level security; the application needs a role made with NOSUPERUSER NOBYPASSRLS";
        return Err(StoreError::Folder { path: format!("the role {role}"), problem: problem.to_owned() });
    }
    drop(as_application);
    if let Some(owner_url) = owner_url {
        let mut owner = AnyConnection::connect(owner_url).await?;
        let mut whole = owner.begin().await?;
        // Of several that start at once, one migrates and the others find it done.
        sqlx::query("SELECT pg_advisory_xact_lock(hashtext('plumbline migrations')::bigint)")
            .execute(&mut *whole)
            .await?;
        for schema in [ACCOUNTS, STUDIO] {
            migrate(&mut whole, Engine::Postgres, schema).await?;
            guard(&mut whole, schema, &role).await?;
        }
        whole.commit().await?;
        owner.close().await?;
    }
    let mut as_application = database.read(None).await?;
    is_up_to_date(&mut as_application, &[ACCOUNTS, STUDIO]).await?;
    drop(as_application);
    Ok(database)
}
