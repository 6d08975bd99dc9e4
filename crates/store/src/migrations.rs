//! The tables, as forward-only migrations: written once, run in order, never changed afterwards.
//!
//! On PostgreSQL the owner runs them, and gives the application's role no more than rows to read and write, each table's rows
//! behind a policy that shows one studio's alone, to the owner as well.

use sqlx::AnyConnection;
use sqlx::Row;

use crate::database::{Engine, run};
use crate::error::{StoreError, Stored};

/// A set of tables that live in one database.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schema {
    migrations: &'static [(&'static str, &'static str)],
    /// The tables whose rows belong to a studio.
    guarded: &'static [&'static str],
    /// All tables.
    tables: &'static [&'static str],
}

/// Who may come in: one for all studios.
pub(crate) const ACCOUNTS: Schema = Schema {
    migrations: &[("accounts-0001", include_str!("../migrations/accounts-0001.sql"))],
    guarded: &[],
    tables: &["key_file", "studio", "account", "credential", "account_studio", "login_session"],
};

/// What belongs to one studio.
pub(crate) const STUDIO: Schema = Schema {
    migrations: &[
        ("studio-0001", include_str!("../migrations/studio-0001.sql")),
        ("studio-0002", include_str!("../migrations/studio-0002.sql")),
    ],
    guarded: &["member", "member_key", "entry", "card", "invitation", "class", "booking", "package"],
    tables: &["member", "member_key", "entry", "card", "invitation", "class", "booking", "package"],
};

/// Brings a database up to date. What this version does not know it refuses to touch.
pub(crate) async fn migrate(connection: &mut AnyConnection, engine: Engine, schema: Schema) -> Stored<()> {
    let table = "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY)";
    sqlx::query(table).execute(&mut *connection).await?;
    let done = done(connection).await?;
    for (name, statements) in schema.migrations {
        if !done.iter().any(|it| it == name) {
            run(connection, dialect(engine, statements)).await?;
            sqlx::query("INSERT INTO migration (name) VALUES ($1)")
                .bind(*name)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(())
}

/// Fails unless every migration has been run, and no other.
pub(crate) async fn is_up_to_date(connection: &mut AnyConnection, schemas: &[Schema]) -> Stored<()> {
    let done = done(connection).await?;
    let known: Vec<&str> = schemas.iter().flat_map(|it| it.migrations).map(|(name, _)| *name).collect();
    if let Some(missing) = known.iter().find(|it| !done.iter().any(|has| has == *it)) {
        return Err(StoreError::NotMigrated { missing: (*missing).to_owned() });
    }
    match done.into_iter().find(|it| !known.contains(&it.as_str())) {
        Some(found) => Err(StoreError::Newer { found }),
        None => Ok(()),
    }
}

/// Gives the application's role its rows, and puts each studio's behind a policy.
pub(crate) async fn guard(connection: &mut AnyConnection, schema: Schema, role: &str) -> Stored<()> {
    let role = role.replace('"', "\"\"");
    for table in schema.tables {
        run(connection, format!("GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO \"{role}\"")).await?;
    }
    run(connection, format!("GRANT SELECT ON migration TO \"{role}\"")).await?;
    for table in schema.guarded {
        // To make a policy locks the table against whoever reads, and a store is opened while others serve from it.
        if is_guarded(connection, table).await? {
            continue;
        }
        let policy = format!(
            "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY; \
             DROP POLICY IF EXISTS one_studio ON {table}; CREATE POLICY one_studio ON {table} \
             USING (studio_id = current_setting('plumbline.studio', true)) \
             WITH CHECK (studio_id = current_setting('plumbline.studio', true));"
        );
        run(connection, policy).await?;
    }
    Ok(())
}

/// Whether a table shows one studio's rows alone, to its owner as well, by this policy and no other.
async fn is_guarded(connection: &mut AnyConnection, table: &str) -> Stored<bool> {
    let query = "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass($1) AND relrowsecurity AND relforcerowsecurity \
         AND (SELECT COUNT(*) FROM pg_policy WHERE polrelid = pg_class.oid) = 1 AND EXISTS \
         (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'one_studio' AND polcmd = '*' \
          AND pg_get_expr(polqual, polrelid) = $2 AND pg_get_expr(polwithcheck, polrelid) = $2)";
    let rule = "(studio_id = current_setting('plumbline.studio'::text, true))";
    let count: i64 = sqlx::query_scalar(query).bind(table).bind(rule).fetch_one(connection).await?;
    Ok(count == 1)
}

async fn done(connection: &mut AnyConnection) -> Stored<Vec<String>> {
    let rows = sqlx::query("SELECT name FROM migration ORDER BY name").fetch_all(connection).await?;
    Ok(rows.iter().map(|it| it.get(0)).collect())
}

/// The statements in the words of one engine.
fn dialect(engine: Engine, statements: &str) -> String {
    statements.replace("{bytes}", if engine == Engine::Sqlite { "BLOB" } else { "BYTEA" })
}
