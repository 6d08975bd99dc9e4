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

mod classes;
mod people;
mod privacy;
mod recovery;
mod stories;

use knowledge::Pack;
use store::{Place, Store};
use tokio::sync::OnceCell;

/// Everything Plumbline knows.
fn pack() -> &'static Pack {
    knowledge::bundled().unwrap()
}

/// A store in a folder of its own.
async fn in_a_folder() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Store::open(Place::Folder(folder.path().to_owned()), pack()).await.unwrap(), folder)
}

/// A store on the server; none where no server was started. All tests share its key, for it has one.
async fn on_a_server() -> Option<Store> {
    static KEY: OnceCell<tempfile::TempDir> = OnceCell::const_new();
    let (Ok(url), Ok(owner)) =
        (std::env::var("PLUMBLINE_TEST_POSTGRES"), std::env::var("PLUMBLINE_TEST_POSTGRES_OWNER"))
    else {
        eprintln!("SKIPPED: no PostgreSQL server; `scripts/postgres.sh cargo test -p store` starts one");
        return None;
    };
    let place = |folder: &tempfile::TempDir| Place::Server {
        url: url.clone(),
        owner_url: Some(owner.clone()),
        key_file: folder.path().join("key"),
    };
    let folder = KEY.get_or_init(|| async {
        let folder = tempfile::tempdir().unwrap();
        Store::open(place(&folder), pack()).await.unwrap().close().await;
        folder
    });
    Some(Store::open(place(folder.await), pack()).await.unwrap())
}

/// Each story, told to both.
macro_rules! told {
    ($stories:ident, $folder:ident, $server:ident: $($story:ident),* $(,)?) => {
        mod $folder { $(#[tokio::test(flavor = "multi_thread")] async fn $story() {
            let (store, _folder) = super::in_a_folder().await;
            super::$stories::$story(&store).await;
        })* }
        mod $server { $(#[tokio::test(flavor = "multi_thread")] async fn $story() {
            if let Some(store) = super::on_a_server().await {
                super::$stories::$story(&store).await;
            }
        })* }
    };
}

told! { stories, folder, server:
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
    a_coach_brings_in_no_file,
    a_decision_has_read_what_stands_before_it,
    what_is_corrected_is_of_the_same_kind,
    many_write_at_once_and_nothing_is_lost,
    what_no_rule_can_read_is_not_kept,
    a_member_does_not_take_their_own_alarm_off,
}

told! { recovery, recovery_in_a_folder, recovery_on_a_server:
    a_forgotten_password_is_chosen_anew_once_and_ends_every_session,
    a_studio_opens_no_account_that_belongs_to_another_as_well,
}

told! { classes, classes_in_a_folder, classes_on_a_server:
    a_place_that_is_given_back_goes_to_the_first_who_waits,
    of_many_who_book_at_once_no_more_have_a_place_than_there_are,
    a_class_of_every_week_sent_twice_is_there_once_and_can_be_called_off,
    a_member_books_for_nobody_else_and_sees_nobody_else,
    a_package_counts_the_classes_to_which_the_member_came,
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_there_after_opening_again() {
    let (store, folder) = in_a_folder().await;
    let (studio, member) = people::a_member(&store).await;
    studio.append(member, vec![people::note(1, "first")], None, people::NOW).await.unwrap().unwrap();
    store.close().await;
    let store = Store::open(Place::Folder(folder.path().to_owned()), pack()).await.unwrap();
    let studio = store.studio(studio.access().clone()).await.unwrap();
    assert_eq!(studio.chart(member).await.unwrap().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_a_person_told_stands_in_the_file() {
    let (store, folder) = in_a_folder().await;
    let (studio, member) = people::a_member(&store).await;
    studio.append(member, vec![people::note(1, "telltale-words")], None, people::NOW).await.unwrap().unwrap();
    store.close().await;
    let holds = |words: &[u8]| files(folder.path()).any(|it| it.windows(words.len()).any(|it| it == words));
    assert!(holds(member.to_string().as_bytes()), "the search finds what is there");
    assert!(!holds(b"telltale-words"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_without_its_key_says_so_and_makes_no_other() {
    let (store, folder) = in_a_folder().await;
    store.close().await;
    std::fs::remove_file(folder.path().join("key")).unwrap();
    let error = Store::open(Place::Folder(folder.path().to_owned()), pack()).await.unwrap_err();
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
    let again = Store::open(Place::Folder(copy.path().to_owned()), pack()).await.unwrap();
    let studio = again.studio(studio.access().clone()).await.unwrap();
    assert_eq!(studio.chart(member).await.unwrap().unwrap().len(), 1);
}

/// What row-level security is for: whatever a query forgets, another studio's rows are not there.
#[tokio::test(flavor = "multi_thread")]
async fn a_query_that_names_no_studio_finds_no_foreign_row_on_a_server() {
    let Some(store) = on_a_server().await else { return };
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

/// A policy that stands is left alone: making one locks the table against whoever reads, and two locks can wait for each other.
#[tokio::test(flavor = "multi_thread")]
async fn opening_a_server_s_store_waits_for_no_reader() {
    let Some(store) = on_a_server().await else { return };
    let (studio, member) = people::a_member(&store).await;
    let url = std::env::var("PLUMBLINE_TEST_POSTGRES").unwrap();
    let pool = sqlx::any::AnyPoolOptions::new().max_connections(1).connect(&url).await.unwrap();
    let mut reading = pool.begin().await.unwrap();
    for table in ["member", "booking", "class"] {
        let query = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let _: i64 = sqlx::query_scalar(query).fetch_one(&mut *reading).await.unwrap();
    }
    let opened = tokio::time::timeout(std::time::Duration::from_secs(20), on_a_server()).await;
    assert!(opened.is_ok(), "it waits until the reader is done");
    reading.commit().await.unwrap();
    assert!(studio.member(member).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_is_not_opened_with_another_key() {
    let (store, folder) = in_a_folder().await;
    store.close().await;
    std::fs::write(folder.path().join("key"), [7; 32]).unwrap();
    let error = Store::open(Place::Folder(folder.path().to_owned()), pack()).await.unwrap_err();
    assert!(error.to_string().contains("not the key file"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_is_not_in_the_files_either() {
    let (store, folder) = in_a_folder().await;
    let (studio, member) = people::a_member(&store).await;
    let holds_name = || files(folder.path()).any(|it| it.windows(15).any(|it| it == b"Invented Person"));
    studio.append(member, vec![people::note(1, "words")], None, people::NOW).await.unwrap().unwrap();
    store.close().await;
    assert!(holds_name(), "the search finds what is there");
    let store = Store::open(Place::Folder(folder.path().to_owned()), pack()).await.unwrap();
    assert!(store.erase(studio.access(), member, people::NOW).await.unwrap());
    store.close().await;
    assert!(!holds_name());
}

/// The bytes of every file of a store.
fn files(folder: &std::path::Path) -> impl Iterator<Item = Vec<u8>> {
    let in_folder = |it: std::path::PathBuf| std::fs::read_dir(it).unwrap().map(|it| it.unwrap().path());
    let all = in_folder(folder.to_owned()).chain(in_folder(folder.join("studios")));
    all.filter(|it| it.is_file()).map(|it| std::fs::read(it).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn verifying_finds_what_was_tampered_with_and_mends_the_card_alone() {
    let (store, folder) = in_a_folder().await;
    let (studio, member) = people::a_member(&store).await;
    let other = studio.add_member("Another Invented Person", people::NOW).await.unwrap().unwrap();
    for (of, number) in [(member, 1), (other, 2)] {
        let sent = vec![people::intake(number), people::note(number + 10, "words")];
        studio.append(of, sent, None, people::NOW).await.unwrap().unwrap();
    }
    let file = folder.path().join("studios").join(format!("{}.sqlite", studio.access().studio()));
    let pool =
        sqlx::any::AnyPoolOptions::new().connect(&format!("sqlite://{}", file.display())).await.unwrap();
    let tamper = async |statement: &'static str| {
        let changed = sqlx::query(statement).bind(member.to_string()).execute(&pool).await.unwrap();
        assert_eq!(changed.rows_affected(), 1);
    };
    tamper("UPDATE card SET card = '{}' WHERE member_id = $1").await;
    assert_eq!(studio.verify(true).await.unwrap().len(), 1);
    assert_eq!(studio.verify(false).await.unwrap(), Vec::<String>::new(), "it was mended");
    tamper("DELETE FROM entry WHERE member_id = $1 AND seq = 1").await;
    let faults = studio.verify(false).await.unwrap().join("; ");
    assert!(faults.contains("entries are missing"), "{faults}");
    tamper("UPDATE entry SET body = (SELECT body FROM entry WHERE seq = 1) WHERE member_id = $1").await;
    let faults = studio.verify(true).await.unwrap().join("; ");
    assert!(faults.contains("cannot be read with this key file"), "a row of another chart: {faults}");
}
