//! Where a store is: a folder with one file a studio, or a PostgreSQL server; and the key file beside it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::database::Database;
use crate::error::{StoreError, Stored};
use crate::ids::StudioId;
use crate::keys::MasterKey;

/// Where a store is.
#[derive(Clone, Debug)]
pub enum Place {
    /// A folder: `accounts.sqlite`, `studios/ID.sqlite` and `key`.
    Folder(PathBuf),
    /// A server.
    Server {
        /// As whom the application reads and writes: a role that is no superuser and cannot pass row-level security.
        url: String,
        /// As whom migrations are run; none where they have been run before.
        owner_url: Option<String>,
        /// The file with the key that wraps the members' keys.
        key_file: PathBuf,
    },
}

impl Place {
    /// The file with the key.
    fn key_file(&self) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.join("key"),
            Self::Server { key_file, .. } => key_file.clone(),
        }
    }

    /// The key, which a new store gets made. A database that was sealed with another one is refused before anything is written
    /// with this one: what two keys have sealed, neither opens.
    pub(crate) async fn key(&self, accounts: &Database) -> Stored<MasterKey> {
        let path = self.key_file();
        let sealed_with = fingerprint(accounts).await?;
        let key = match (path.exists(), &sealed_with) {
            (true, _) => read_key(&path)?,
            (false, None) => write_key(&path)?,
            (false, Some(_)) => {
                let gone = "the key file is gone; without it no chart can be read. Bring it back from where it is kept";
                return Err(fault(&path, gone));
            }
        };
        if sealed_with.is_none() {
            let insert = "INSERT INTO key_file (place, fingerprint) VALUES ('only', $1) ON CONFLICT (place) DO NOTHING";
            accounts.execute(None, insert, [Some(key.fingerprint())]).await?;
        }
        // Read again: of two that start at once on a new server, one was first.
        if fingerprint(accounts).await?.as_ref() != Some(&key.fingerprint()) {
            let other = "this is not the key file that the database was sealed with; bring that one back";
            return Err(fault(&path, other));
        }
        Ok(key)
    }
}

async fn fingerprint(accounts: &Database) -> Stored<Option<String>> {
    let mut reading = accounts.read(None).await?;
    Ok(sqlx::query_scalar("SELECT fingerprint FROM key_file").fetch_optional(&mut *reading).await?)
}

fn read_key(path: &Path) -> Stored<MasterKey> {
    let bytes = fs::read(path).map_err(|error| fault(path, &error.to_string()))?;
    MasterKey::from_bytes(&bytes).ok_or_else(|| fault(path, "this is no key file; one has 32 bytes"))
}

/// Makes the folders of a store.
pub(crate) fn make(folder: &Path) -> Stored<()> {
    let studios = folder.join("studios");
    fs::create_dir_all(&studios).map_err(|error| fault(&studios, &error.to_string()))
}

/// The file with the accounts.
pub(crate) fn accounts(folder: &Path) -> PathBuf {
    folder.join("accounts.sqlite")
}

/// The file of one studio.
pub(crate) fn studio(folder: &Path, studio: StudioId) -> PathBuf {
    folder.join("studios").join(format!("{studio}.sqlite"))
}

/// The address of a file of SQLite's that is there: a connection that is made again never makes a file.
pub(crate) fn address(path: &Path) -> String {
    format!("sqlite://{}?mode=rw", path.display())
}

/// Makes an empty file, if there is none.
pub(crate) fn make_empty(path: &Path) -> Stored<()> {
    let made = fs::OpenOptions::new().append(true).create(true).open(path);
    made.map(|_| ()).map_err(|error| fault(path, &error.to_string()))
}

/// Makes a key.
fn write_key(path: &Path) -> Stored<MasterKey> {
    let key = MasterKey::fresh()?;
    write_synced(path, key.bytes()).map_err(|error| fault(path, &error.to_string()))?;
    Ok(key)
}

/// Writes a file for its owner alone, and waits until it is on the disk: nothing is sealed with a key that may be lost.
fn write_synced(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}

pub(crate) fn fault(path: &Path, problem: &str) -> StoreError {
    StoreError::Folder { path: path.display().to_string(), problem: problem.to_owned() }
}
