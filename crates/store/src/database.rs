//! One database: SQLite in a file, or PostgreSQL. The same SQL runs on both.
//!
//! Reads take a transaction of their own and see one moment. Writes go through [`Database::write`]: on SQLite a single writer
//! gathers what waits into one transaction, so that one flush to the disk answers many (group commit); PostgreSQL does the same by
//! itself. On PostgreSQL the studio is set for each transaction and for it alone, and row-level security shows nothing else.

use sqlx::any::AnyPoolOptions;
use sqlx::{Any, AnyConnection, AnyPool, AssertSqlSafe, Connection, Transaction};
use std::path::Path;
use std::pin::Pin;

use crate::error::{StoreError, Stored};
use crate::ids::StudioId;
use crate::writer::Writer;

/// Connections that read at once.
const READERS_MAX: u32 = 8;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// A file of our own.
    Sqlite,
    /// A server.
    Postgres,
}

/// What is done in one transaction.
pub(crate) type Work<'c, T> = Pin<Box<dyn Future<Output = Stored<T>> + Send + 'c>>;

/// One database.
#[derive(Clone, Debug)]
pub(crate) struct Database {
    pool: AnyPool,
    pub(crate) engine: Engine,
    writer: Option<Writer>,
}

impl Database {
    /// Opens a database.
    pub(crate) async fn open(engine: Engine, address: &str) -> Stored<Self> {
        sqlx::any::install_default_drivers();
        let options = AnyPoolOptions::new().max_connections(READERS_MAX);
        let options = options
            .after_connect(move |connection, _| Box::pin(async move { set_up(engine, connection).await }));
        let pool = options.connect(address).await?;
        let writer = match engine {
            Engine::Sqlite => {
                let mut connection = AnyConnection::connect(address).await?;
                set_up(engine, &mut connection).await?;
                Some(Writer::new(connection, address.to_owned()))
            }
            Engine::Postgres => None,
        };
        Ok(Self { pool, engine, writer })
    }

    /// Begins to read; what it sees does not change while it lasts.
    pub(crate) async fn read(&self, studio: Option<StudioId>) -> Stored<Transaction<'static, Any>> {
        let mut transaction = self.pool.begin().await?;
        self.scope(&mut transaction, studio).await?;
        Ok(transaction)
    }

    /// Does some work that is kept as a whole or not at all, and answers when it is on the disk.
    pub(crate) async fn write<T, F>(&self, studio: Option<StudioId>, work: F) -> Stored<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut AnyConnection) -> Work<'c, T> + Send + 'static,
    {
        if let Some(writer) = &self.writer {
            return writer.write(work).await;
        }
        let mut transaction = self.pool.begin().await?;
        self.scope(&mut transaction, studio).await?;
        let done = work(&mut transaction).await?;
        transaction.commit().await?;
        Ok(done)
    }

    /// Runs one statement over texts in a transaction of its own; gives the rows that it changed.
    pub(crate) async fn execute<const N: usize>(
        &self,
        studio: Option<StudioId>,
        statement: &'static str,
        values: [Option<String>; N],
    ) -> Stored<u64> {
        self.write(studio, move |connection| {
            Box::pin(async move { execute(connection, statement, &values).await })
        })
        .await
    }

    /// Lets nothing be seen but one studio's rows, until the transaction ends.
    async fn scope(&self, connection: &mut AnyConnection, studio: Option<StudioId>) -> Stored<()> {
        if self.engine == Engine::Postgres {
            // Without a studio the empty text matches no row.
            let studio = studio.map(|it| it.to_string()).unwrap_or_default();
            sqlx::query("SELECT set_config('plumbline.studio', $1, true)")
                .bind(studio)
                .execute(connection)
                .await?;
        }
        Ok(())
    }

    /// Writes the whole database into another file, while it is in use.
    pub(crate) async fn copy_to(&self, path: &Path) -> Stored<()> {
        let mut connection = self.pool.acquire().await?;
        sqlx::query("VACUUM INTO $1").bind(path.display().to_string()).execute(&mut *connection).await?;
        Ok(())
    }

    /// Takes what was overwritten out of the file's log as well; on a server its own vacuum does so in time.
    pub(crate) async fn empty_log(&self) -> Stored<()> {
        if self.engine == Engine::Sqlite {
            let mut connection = self.pool.acquire().await?;
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut *connection).await?;
        }
        Ok(())
    }

    /// Ends all work and closes the files.
    pub(crate) async fn close(&self) {
        if let Some(writer) = &self.writer {
            writer.close().await;
        }
        self.pool.close().await;
    }
}

/// Every acknowledged write is on the disk, readers and the writer do not wait for each other, and what is deleted is overwritten.
const SQLITE: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON;";

pub(crate) async fn set_up(engine: Engine, connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    match engine {
        Engine::Sqlite => sqlx::raw_sql(SQLITE).execute(connection).await.map(|_| ()),
        Engine::Postgres => Ok(()),
    }
}

/// Runs one statement over texts; gives the rows that it changed.
pub(crate) async fn execute(
    connection: &mut AnyConnection,
    statement: &'static str,
    values: &[Option<String>],
) -> Stored<u64> {
    let statement = values.iter().fold(sqlx::query(statement), |it, value| it.bind(value.clone()));
    Ok(statement.execute(connection).await?.rows_affected())
}

/// Runs several statements.
pub(crate) async fn run(connection: &mut AnyConnection, statements: String) -> Result<(), StoreError> {
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(connection).await?;
    Ok(())
}
