//! Invented charts for the pages behind signing in.

use chart::roster::Card;
use chart::{Alarm, Asked, Author, Body, Entry, FORM, Role};
use jiff::Timestamp;
use knowledge::Pack;
use prescription::{Input, Request, plan};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::{TODAY, all_no, pack, reading};

fn entry(number: u64, role: Role, body: Body) -> Entry {
    let moment: Timestamp = format!("{TODAY}T08:00:00Z").parse().unwrap();
    let asked =
        if let Body::Intake(it) = &body { Some(Asked::of(pack(), knowledge::Locale::En, it)) } else { None };
    Entry {
        form: FORM,
        id: Uuid::from_u128(u128::from(number)),
        author: Author { account: "invented".to_owned(), role, proxy_for: None },
        occurred_at: moment,
        recorded_at: Some(moment),
        seq: Some(number),
        supersedes: None,
        asked,
        body,
    }
}

/// Somebody with plain back pain who has answered everything.
pub(crate) fn screened() -> Vec<Entry> {
    vec![entry(1, Role::Member, Body::Intake(reading(pack(), &all_no(pack())).intake))]
}

/// The same with a programme from today on.
pub(crate) fn running() -> Vec<Entry> {
    let mut chart = screened();
    let standing = chart::standing(pack(), &chart, TODAY).unwrap();
    let request = Request { template: "six-week".to_owned(), start: TODAY, parent: None };
    let clearance = standing.clearance.as_ref().unwrap();
    let made = plan(pack(), clearance, Input::from(&standing.assessment), &request).unwrap();
    chart.push(entry(2, Role::Engine, Body::Decision(chart::decision(&made, TODAY, 1))));
    chart
}

/// The same with an alarm that nobody has dealt with.
pub(crate) fn with_an_alarm() -> Vec<Entry> {
    let mut chart = running();
    chart.push(entry(3, Role::Member, Body::Alarm(Alarm { date: TODAY, answers: BTreeMap::new() })));
    chart
}

/// The cards of all of them.
pub(crate) fn cards(pack: &Pack) -> Vec<Card> {
    [Vec::new(), screened(), running(), with_an_alarm()].iter().map(|it| Card::of(pack, it)).collect()
}
