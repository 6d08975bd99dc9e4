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
use crate::migrations::{ACCOUNTS, STUDIO, Schema, guard, is_up_to_date, migrate};
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
        if let Place::Folder(folder) = &place {
            place::make(folder)?;
            make_file(&place::accounts(folder), ACCOUNTS).await?.close().await;
        }
        Self::open_existing(place, pack).await
    }

    /// Opens a store, and fails if there is none: a name that was mistyped makes nothing.
    pub async fn open_existing(place: Place, pack: &'static Pack) -> Stored<Self> {
        let accounts = match &place {
            Place::Folder(folder) => {
                let accounts = place::accounts(folder);
                if !accounts.is_file() {
                    return Err(place::fault(
                        folder,
                        "there is no store here; `plumbline serve --data` begins one",
                    ));
                }
                open_file(&accounts, ACCOUNTS).await?
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
        let database = open_file(&place::studio(folder, studio), STUDIO).await?;
        open.insert(studio, database.clone());
        Ok(database)
    }

    /// Makes the file of a new studio; a server needs none.
    pub(crate) async fn make_room(&self, studio: StudioId) -> Stored<()> {
        let Place::Folder(folder) = &self.place else { return Ok(()) };
        make_file(&place::studio(folder, studio), STUDIO).await?.close().await;
        Ok(())
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
            database.copy_to(&place::studio(to, studio)).await?;
        }
        self.accounts.copy_to(&place::accounts(to)).await
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

/// A file of SQLite's with its tables, made if it is not there yet.
async fn make_file(path: &Path, schema: Schema) -> Stored<Database> {
    place::make_empty(path)?;
    up_to_date(Database::open(Engine::Sqlite, &place::address(path)).await?, schema).await
}

/// A file of SQLite's that is there. An empty one in its place is as bad as none: it would pass for a studio without members.
async fn open_file(path: &Path, schema: Schema) -> Stored<Database> {
    let gone = || place::fault(path, "the file is gone or empty; bring it back from a backup");
    if !path.is_file() {
        return Err(gone());
    }
    let database = Database::open(Engine::Sqlite, &place::address(path)).await?;
    let mut reading = database.read(None).await?;
    let tables: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_master WHERE name = 'migration'")
        .fetch_one(&mut *reading)
        .await?;
    drop(reading);
    if tables == 0 {
        database.close().await;
        return Err(gone());
    }
    up_to_date(database, schema).await
}

async fn up_to_date(database: Database, schema: Schema) -> Stored<Database> {
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
