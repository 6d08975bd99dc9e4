//! One suite for both databases: each story is told to a fresh store in a folder, and to one on a PostgreSQL server.
//!
//! `scripts/postgres.sh` starts a server and says where it is in `PLUMBLINE_TEST_POSTGRES` (the application's address) and
//! `PLUMBLINE_TEST_POSTGRES_OWNER`. Without them the server's half is skipped, and says so.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on should stop"
)]

mod people;
mod stories;

use store::{Place, Store};

/// A store in a folder of its own.
async fn in_a_folder() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Store::open(Place::Folder(folder.path().to_owned())).await.unwrap(), folder)
}

/// A store on the server, with a key of its own; none where no server was started.
async fn on_a_server() -> Option<(Store, tempfile::TempDir)> {
    let (Ok(url), Ok(owner)) =
        (std::env::var("PLUMBLINE_TEST_POSTGRES"), std::env::var("PLUMBLINE_TEST_POSTGRES_OWNER"))
    else {
        eprintln!("SKIPPED: no PostgreSQL server; `scripts/postgres.sh cargo test -p store` starts one");
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    let key_file = folder.path().join("key");
    let place = Place::Server { url, owner_url: Some(owner), key_file };
    Some((Store::open(place).await.unwrap(), folder))
}

/// Each story, told to both.
macro_rules! told {
    ($($story:ident),* $(,)?) => {
        mod folder { $(#[tokio::test(flavor = "multi_thread")] async fn $story() {
            let (store, _folder) = super::in_a_folder().await;
            super::stories::$story(&store).await;
        })* }
        mod server { $(#[tokio::test(flavor = "multi_thread")] async fn $story() {
            if let Some((store, _folder)) = super::on_a_server().await {
                super::stories::$story(&store).await;
            }
        })* }
    };
}

told! {
    what_was_sent_five_times_is_there_once,
    the_same_id_with_other_content_is_refused,
    of_two_who_save_at_once_one_is_told_what_came_in_between,
    a_log_that_arrives_days_late_is_kept,
    a_member_sees_one_chart_alone,
    another_studio_s_ids_lead_nowhere,
    the_card_is_what_the_chart_comes_to,
    an_invitation_works_once,
    a_session_ends_where_it_is_ended,
    what_was_erased_is_gone,
    only_a_clinician_writes_a_clinician_s_reply,
    many_write_at_once_and_nothing_is_lost,
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_there_after_opening_again() {
    let (store, folder) = in_a_folder().await;
    let (studio, member) = people::a_member(&store).await;
    studio.append(member, vec![people::note(1, "first")], None, people::NOW).await.unwrap().unwrap();
    store.close().await;
    let store = Store::open(Place::Folder(folder.path().to_owned())).await.unwrap();
    let studio = store.studio(studio.access().clone()).await.unwrap();
    assert_eq!(studio.chart(member).await.unwrap().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_a_person_told_stands_in_the_file() {
    let (store, folder) = in_a_folder().await;
    let (studio, member) = people::a_member(&store).await;
    studio.append(member, vec![people::note(1, "telltale-words")], None, people::NOW).await.unwrap().unwrap();
    store.close().await;
    let holds = |words: &[u8]| {
        let files = std::fs::read_dir(folder.path().join("studios")).unwrap();
        let mut files = files.map(|it| std::fs::read(it.unwrap().path()).unwrap());
        files.any(|bytes| bytes.windows(words.len()).any(|it| it == words))
    };
    assert!(holds(member.to_string().as_bytes()), "the search finds what is there");
    assert!(!holds(b"telltale-words"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_without_its_key_says_so_and_makes_no_other() {
    let (store, folder) = in_a_folder().await;
    store.close().await;
    std::fs::remove_file(folder.path().join("key")).unwrap();
    let error = Store::open(Place::Folder(folder.path().to_owned())).await.unwrap_err();
    assert!(error.to_string().contains("the key file is gone"), "{error}");
    assert!(!folder.path().join("key").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_holds_the_charts_and_opens_with_the_key() {
    let (store, folder) = in_a_folder().await;
    let (studio, member) = people::a_member(&store).await;
    studio.append(member, vec![people::note(1, "first")], None, people::NOW).await.unwrap().unwrap();
    let copy = tempfile::tempdir().unwrap();
    store.backup(copy.path()).await.unwrap();
    assert!(!copy.path().join("key").exists(), "the key is kept apart");
    assert!(store.backup(copy.path()).await.is_err(), "nothing is written over");
    std::fs::copy(folder.path().join("key"), copy.path().join("key")).unwrap();
    let again = Store::open(Place::Folder(copy.path().to_owned())).await.unwrap();
    let studio = again.studio(studio.access().clone()).await.unwrap();
    assert_eq!(studio.chart(member).await.unwrap().unwrap().len(), 1);
}

/// What row-level security is for: whatever a query forgets, another studio's rows are not there.
#[tokio::test(flavor = "multi_thread")]
async fn a_query_that_names_no_studio_finds_no_foreign_row_on_a_server() {
    let Some((store, _folder)) = on_a_server().await else { return };
    let (studio, member) = people::a_member(&store).await;
    people::a_member(&store).await;
    let url = std::env::var("PLUMBLINE_TEST_POSTGRES").unwrap();
    let pool = sqlx::any::AnyPoolOptions::new().max_connections(1).connect(&url).await.unwrap();
    let all = "SELECT member_id FROM member";
    let mut scoped = pool.begin().await.unwrap();
    let scope = sqlx::query("SELECT set_config('plumbline.studio', $1, true)");
    scope.bind(studio.access().studio().to_string()).execute(&mut *scoped).await.unwrap();
    let seen: Vec<String> = sqlx::query_scalar(all).fetch_all(&mut *scoped).await.unwrap();
    assert_eq!(seen, vec![member.to_string()], "without WHERE");
    scoped.commit().await.unwrap();
    // The same connection, for there is only one: it keeps no studio.
    let seen: Vec<String> = sqlx::query_scalar(all).fetch_all(&pool).await.unwrap();
    assert_eq!(seen, Vec::<String>::new());
    let other = "UPDATE member SET studio_id = 'another'";
    assert_eq!(sqlx::query(other).execute(&pool).await.unwrap().rows_affected(), 0);
    assert!(sqlx::query("DROP TABLE member").execute(&pool).await.is_err(), "the application owns no table");
}
