//! `privacy.toml` classes every column and every field of a record, and what it calls identifying or clinical is gone after an erasure.
//!
//! Columns are read from the tables as they are made. Fields are read from the records' own forms: each refuses what it does not know,
//! and says what it knows. A record of a new kind does not compile before it has a line in `record` here.

use assessment::{Attested, ClinicianReply, Intake, TestResult};
use chart::{
    Acknowledgement, AdverseEvent, Alarm, Asked, Author, Body, Consent, Contact, Decision, Entry, Examined,
    Incident, LeadCoach, Measured, Message,
};
use prescription::{DirectionalTest, FollowUp, ItemLog, Order, SessionLog, SetLog, Wish};
use serde::de::DeserializeOwned;
use sqlx::AnyPool;
use sqlx::Row;
use sqlx::any::AnyPoolOptions;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::{NewClass, Package, StudioRole};

use crate::{in_a_folder, people};

const CLASSES: [&str; 3] = ["identifying", "clinical", "operational"];

type Classes = BTreeMap<String, BTreeMap<String, String>>;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Privacy {
    columns: Classes,
    fields: Classes,
}

fn privacy() -> Privacy {
    toml::from_str(include_str!("../../privacy.toml")).unwrap()
}

/// The names that stand in it, as `table.column`, each with a class that there is.
fn listed(classes: &Classes) -> BTreeSet<String> {
    let all = classes.iter().flat_map(|(table, columns)| columns.iter().map(move |it| (table, it)));
    all.map(|(table, (column, class))| {
        assert!(CLASSES.contains(&class.as_str()), "{table}.{column} is called `{class}`");
        format!("{table}.{column}")
    })
    .collect()
}

async fn open(file: &Path) -> AnyPool {
    sqlx::any::install_default_drivers();
    AnyPoolOptions::new().connect(&format!("sqlite://{}", file.display())).await.unwrap()
}

/// Every column of every table of a file.
async fn columns(file: &Path) -> BTreeSet<String> {
    let pool = open(file).await;
    let query = "SELECT sqlite_master.name, columns.name FROM sqlite_master, pragma_table_info(sqlite_master.name) columns \
                 WHERE sqlite_master.type = 'table'";
    let rows = sqlx::query(query).fetch_all(&pool).await.unwrap();
    rows.iter().map(|it| format!("{}.{}", it.get::<String, _>(0), it.get::<String, _>(1))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_column_is_classed() {
    let (store, folder) = in_a_folder().await;
    let (studio, _) = people::a_member(&store).await;
    let of_studio = folder.path().join("studios").join(format!("{}.sqlite", studio.access().studio()));
    let mut found = columns(&folder.path().join("accounts.sqlite")).await;
    found.extend(columns(&of_studio).await);
    assert!(found.len() > 30, "the tables are there");
    assert_eq!(found, listed(&privacy().columns));
}

/// The fields that a form knows, as it says itself when it is given one that it does not.
fn fields<T: DeserializeOwned>(record: &str) -> BTreeSet<String> {
    let refused = serde_json::from_str::<T>(r#"{"no such field":1}"#).err().unwrap().to_string();
    let known =
        refused.split_once("expected").unwrap_or_else(|| panic!("{record} takes any field: {refused}")).1;
    known.split('`').skip(1).step_by(2).map(|it| format!("{record}.{it}")).collect()
}

/// The record of a body, as its fields are listed; none where it is words alone.
fn record(body: &Body) -> Option<&'static str> {
    match body {
        Body::Intake(_) => Some("intake"),
        Body::ClinicianReply(_) => Some("clinician-reply"),
        Body::Session(_) => Some("session"),
        Body::FollowUp(_) => Some("follow-up"),
        Body::Examination(_) => Some("examination"),
        Body::Measured(_) => Some("measured"),
        Body::DirectionalTest(_) => Some("directional-test"),
        Body::Wish(_) => Some("wish"),
        Body::Order(_) => Some("order"),
        Body::Decision(_) => Some("decision"),
        Body::Note(_) => None,
        Body::Message(_) => Some("message"),
        Body::Acknowledgement(_) => Some("acknowledgement"),
        Body::Consent(_) => Some("consent"),
        Body::Contact(_) => Some("contact"),
        Body::LeadCoach(_) => Some("lead-coach"),
        Body::AdverseEvent(_) => Some("adverse-event"),
        Body::Alarm(_) => Some("alarm"),
    }
}

#[test]
fn every_field_of_every_record_is_classed() {
    let found = [
        fields::<Entry>("entry"),
        fields::<Author>("author"),
        fields::<Asked>("asked"),
        fields::<Intake>("intake"),
        fields::<TestResult>("test-result"),
        fields::<ClinicianReply>("clinician-reply"),
        fields::<Attested>("attested"),
        fields::<SessionLog>("session"),
        fields::<ItemLog>("item"),
        fields::<SetLog>("set"),
        fields::<FollowUp>("follow-up"),
        fields::<Examined>("examination"),
        fields::<Measured>("measured"),
        fields::<DirectionalTest>("directional-test"),
        fields::<Wish>("wish"),
        fields::<Order>("order"),
        fields::<Decision>("decision"),
        fields::<Message>("message"),
        fields::<Acknowledgement>("acknowledgement"),
        fields::<Consent>("consent"),
        fields::<Contact>("contact"),
        fields::<LeadCoach>("lead-coach"),
        fields::<AdverseEvent>("adverse-event"),
        fields::<Incident>("incident"),
        fields::<Alarm>("alarm"),
    ];
    let found: BTreeSet<String> = found.into_iter().flatten().collect();
    assert_eq!(found, listed(&privacy().fields));
    assert_eq!(record(&Body::Note("words".to_owned())), None);
}

/// What stands in every column of a class but "operational" in the rows that a column names.
async fn left(file: &Path, named: (&str, &str)) -> Vec<String> {
    let pool = open(file).await;
    let mut left = Vec::new();
    let there = columns(file).await;
    for (table, columns) in privacy().columns {
        if !there.contains(&format!("{table}.{}", named.0)) {
            continue;
        }
        for column in columns.iter().filter(|it| it.1 != "operational").map(|it| it.0) {
            let query =
                format!("SELECT COUNT(*) FROM {table} WHERE {} = $1 AND LENGTH({column}) > 0", named.0);
            let count: i64 =
                sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(named.1).fetch_one(&pool).await.unwrap();
            left.extend((count > 0).then(|| format!("{table}.{column}")));
        }
    }
    left
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_identifying_or_clinical_is_gone_after_an_erasure() {
    let (store, folder) = in_a_folder().await;
    let (studio, member) = people::a_member(&store).await;
    let (mail, id) = (people::mail(), member.to_string());
    let link = studio.invite(StudioRole::Member(member), people::NOW).await.unwrap().unwrap();
    let place = (studio.access().studio(), &link);
    let account = store.join(place, (&mail, "Invented"), "long enough", people::NOW).await.unwrap().unwrap();
    store.begin_session(account, people::NOW).await.unwrap();
    studio
        .append(member, vec![people::intake(1), people::note(2, "words")], None, people::NOW)
        .await
        .unwrap()
        .unwrap();
    let day = jiff::civil::date(2026, 11, 30);
    let class =
        NewClass { title: "Yoga".to_owned(), starts_at: day.at(18, 0, 0, 0), minutes: 60, capacity: 8 };
    studio.add_classes(class, 1, people::NOW).await.unwrap();
    let class = studio.classes(day, day).await.unwrap().remove(0);
    studio.book(class.id, member, class.plan.starts_at).await.unwrap().unwrap();
    studio.mark_came(class.id, member, Some(true)).await.unwrap();
    let package = Package { id: uuid::Uuid::from_u128(7), starts_on: day, sessions: 12, is_paid: true };
    studio.keep_package(member, package).await.unwrap();
    let account = account.to_string();
    let accounts = folder.path().join("accounts.sqlite");
    let of_studio = folder.path().join("studios").join(format!("{}.sqlite", studio.access().studio()));
    let there = left(&of_studio, ("member_id", &id)).await;
    assert_eq!(
        there,
        [
            "booking.attendance",
            "card.card",
            "entry.body",
            "invitation.token_hash",
            "member.name",
            "member_key.wrapped",
            "package.paid"
        ]
    );
    let there = left(&accounts, ("account_id", &account)).await;
    assert_eq!(there, ["account.mail", "account.name", "credential.secret", "login_session.token_hash"]);
    assert!(store.erase(studio.access(), member, people::NOW).await.unwrap());
    assert_eq!(left(&of_studio, ("member_id", &id)).await, Vec::<String>::new());
    assert_eq!(left(&accounts, ("account_id", &account)).await, Vec::<String>::new());
}
