//! The one writer of a SQLite file: what waits is written in one transaction and answered when that is on the disk.
//!
//! Each piece of work has a savepoint of its own, so that one which fails takes nothing from the others.

use sqlx::AnyConnection;
use sqlx::Connection;
use tokio::sync::{mpsc, oneshot};

use crate::database::{Engine, Work, set_up};
use crate::error::{StoreError, Stored};

/// Work that waits; more of it waits at the door.
const WAITING_MAX: usize = 1024;
/// Work in one transaction.
const BATCH_MAX: usize = 256;

/// Where work for the writer is handed in.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Box<dyn Queued>>,
}

/// Work in the queue, whatever it gives back.
trait Queued: Send {
    /// Does the work; says whether its savepoint is kept.
    fn run<'c>(&'c mut self, connection: &'c mut AnyConnection) -> Work<'c, bool>;
    /// Hands the result over, once it is known whether the transaction is on the disk.
    fn answer(self: Box<Self>, kept: Result<(), String>);
}

struct Job<T, F> {
    work: Option<F>,
    result: Option<Stored<T>>,
    answer: oneshot::Sender<Stored<T>>,
}

impl<T, F> Queued for Job<T, F>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut AnyConnection) -> Work<'c, T> + Send + 'static,
{
    fn run<'c>(&'c mut self, connection: &'c mut AnyConnection) -> Work<'c, bool> {
        Box::pin(async move {
            let Some(work) = self.work.take() else { return Ok(false) };
            let result = work(connection).await;
            let kept = result.is_ok();
            self.result = Some(result);
            Ok(kept)
        })
    }

    fn answer(self: Box<Self>, kept: Result<(), String>) {
        let lost = |why: String| StoreError::Unavailable(sqlx::Error::Protocol(why));
        let result = match (self.result, kept) {
            (Some(Ok(_)), Err(why)) => Err(lost(why)),
            (Some(result), _) => result,
            (None, kept) => Err(lost(kept.err().unwrap_or_else(|| "the work was not begun".to_owned()))),
        };
        // Whoever asked may have gone away.
        let _ = self.answer.send(result);
    }
}

impl Writer {
    /// Begins to write over a connection; after a fault it connects again.
    pub(crate) fn new(connection: AnyConnection, address: String) -> Self {
        let (queue, waiting) = mpsc::channel(WAITING_MAX);
        tokio::spawn(write_all(connection, address, waiting));
        Self { queue }
    }

    /// Hands work in and waits until it is on the disk.
    pub(crate) async fn write<T, F>(&self, work: F) -> Stored<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut AnyConnection) -> Work<'c, T> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job = Job { work: Some(work), result: None, answer };
        let stopped = || StoreError::Unavailable(sqlx::Error::PoolClosed);
        self.queue.send(Box::new(job)).await.map_err(|_| stopped())?;
        answered.await.map_err(|_| stopped())?
    }

    /// Waits until everything handed in before has been written.
    pub(crate) async fn close(&self) {
        let _: Stored<()> = self.write(|_| Box::pin(async { Ok(()) })).await;
    }
}

async fn write_all(
    mut connection: AnyConnection,
    address: String,
    mut waiting: mpsc::Receiver<Box<dyn Queued>>,
) {
    let mut batch = Vec::new();
    while waiting.recv_many(&mut batch, BATCH_MAX).await > 0 {
        let kept = write_batch(&mut connection, &mut batch).await.map_err(|error| error.to_string());
        if kept.is_err()
            && let Ok(again) = connect(&address).await
        {
            connection = again;
        }
        batch.drain(..).for_each(|job| job.answer(kept.clone()));
    }
    let _ = connection.close().await;
}

async fn connect(address: &str) -> Result<AnyConnection, sqlx::Error> {
    let mut connection = AnyConnection::connect(address).await?;
    set_up(Engine::Sqlite, &mut connection).await?;
    Ok(connection)
}

async fn write_batch(connection: &mut AnyConnection, batch: &mut [Box<dyn Queued>]) -> Stored<()> {
    say(connection, "BEGIN IMMEDIATE").await?;
    for job in batch {
        say(connection, "SAVEPOINT work").await?;
        if !job.run(connection).await? {
            say(connection, "ROLLBACK TO work").await?;
        }
        say(connection, "RELEASE work").await?;
    }
    say(connection, "COMMIT").await
}

async fn say(connection: &mut AnyConnection, statement: &'static str) -> Stored<()> {
    sqlx::query(statement).execute(connection).await?;
    Ok(())
}
