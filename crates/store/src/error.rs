//! What can go wrong with a store, in the words of whoever has to mend it. No message holds anything a person told.

use uuid::Uuid;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database does not answer, or has no room left.
    #[error("the database does not answer; nothing was kept of what was sent last")]
    Unavailable(#[source] sqlx::Error),
    /// There is no room left on the disk.
    #[error("there is no room left on the disk; nothing was kept of what was sent last")]
    Full(#[source] sqlx::Error),
    /// The folder or one of its files cannot be read or written.
    #[error("{path}: {problem}")]
    Folder {
        /// The file.
        path: String,
        /// What is wrong with it, and how to mend it.
        problem: String,
    },
    /// The database was made by a newer version.
    #[error("the database has migration {found}, which this version does not know; run the newer version")]
    Newer {
        /// The migration.
        found: String,
    },
    /// Migrations are to be run by the owner of the database first.
    #[error("migration {missing} has not been run; start once with --database-owner URL")]
    NotMigrated {
        /// The migration.
        missing: String,
    },
    /// Row-level security would not bind the application.
    #[error(
        "the role {role} may pass row-level security; the application needs one made with NOSUPERUSER NOBYPASSRLS"
    )]
    RolePasses {
        /// The role.
        role: String,
    },
    /// What is stored cannot be read with the keys at hand.
    #[error(
        "entry {seq} of member {member} cannot be read with this key file: it was changed, or the key file is another one"
    )]
    Unreadable {
        /// The member.
        member: Uuid,
        /// The entry.
        seq: u64,
    },
    /// A stored row is not what this version writes.
    #[error("the table {table} holds a row that this version does not understand")]
    Foreign {
        /// The table.
        table: &'static str,
    },
    /// A password could not be hashed or compared.
    #[error("the password could not be worked on")]
    Hashing,
    /// The machine gave no random bytes.
    #[error("the machine gave no random bytes")]
    NoRandomness,
}

/// What a store gives back.
pub type Stored<T> = Result<T, StoreError>;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let full = error.as_database_error().is_some_and(|it| {
            // SQLITE_FULL, and PostgreSQL's "disk full".
            it.code().is_some_and(|code| code == "13" || code == "53100")
        });
        if full { Self::Full(error) } else { Self::Unavailable(error) }
    }
}
