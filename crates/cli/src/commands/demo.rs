//! The invented studio of `serve --demo`: coaches, and members at different weeks whose charts come from the simulator.
//!
//! Everything in it is made up, and its names say so. It lies in a folder of its own that goes when the program ends.

use anyhow::Context as _;
use chart::{
    Alarm, Asked, Author, Body, Consent, Contact, ContactKind, Document, Entry, FORM, LeadCoach, Measured,
    Message, Programme, Proposal, Role,
};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use knowledge::{Locale, Pack};
use model::{Answer, Given, QuestionKey};
use prescription::{Input, Request, plan};
use simulator::{Guest, World};
use std::collections::BTreeMap;
use store::{
    AccountId, MemberId, NewClass, NotBooked, Package, Place, Store, StoreError, Studio, StudioRole,
};

use crate::commands::plan::SIX_WEEKS;
use crate::print;
use crate::report::Failure;

/// How many members it has.
const MEMBERS: u64 = 40;
/// What the drawing starts from.
const SEED: u64 = 2026;
/// How many weeks lie between the first and the last to begin.
const WEEKS: u64 = 8;
/// For how many weeks a class is on the timetable.
const CLASS_WEEKS: u32 = 6;
/// How many members have bought a package.
const PACKAGES: usize = 9;
/// The password of every account. It opens nothing but this studio.
const PASSWORD: &str = "an invented studio";
/// First names; each is followed by a number and the word "invented".
const NAMES: [&str; 10] = ["Ada", "Ben", "Clara", "Dev", "Esra", "Finn", "Grace", "Hugo", "Ines", "Jonas"];

/// The studio, and the folder in which it lies.
pub(crate) struct Demo {
    pub(crate) store: Store,
    /// The folder goes with it.
    _folder: tempfile::TempDir,
}

/// Makes it, as if it had been running until today.
pub(crate) async fn make(pack: &'static Pack, name: &str, today: Date) -> Result<Demo, Failure> {
    print::line("Making an invented studio; this takes some seconds.");
    let folder = tempfile::tempdir().context("there is no room for an invented studio")?;
    let store = Store::open(Place::Folder(folder.path().to_owned()), pack)
        .await
        .context("the store cannot be opened")?;
    let made_at = at(today.saturating_sub(i64::try_from(WEEKS * 7).unwrap_or_default().days()), 8);
    let studio = store
        .add_studio(&format!("{name} (invented)"), made_at)
        .await
        .context("the studio cannot be begun")?;
    let mut coaches = Vec::new();
    for (mail, who, role) in [
        ("owner@example.invalid", "Olga, owner (invented)", StudioRole::Owner),
        ("coach@example.invalid", "Carl, coach (invented)", StudioRole::Coach),
        ("coach2@example.invalid", "Cora, coach (invented)", StudioRole::Coach),
    ] {
        let account = join(&store, (mail, who), studio, role, made_at).await?;
        coaches.extend((role == StudioRole::Coach).then_some(account));
    }
    let office = store.studio(store.operator(studio)).await.context("the studio cannot be opened")?;
    let world = World::new(pack).context("the assumptions about virtual members cannot be read")?;
    let mut members = Vec::new();
    for number in 0..MEMBERS {
        let name = format!(
            "{} {} (invented)",
            NAMES[usize::try_from(number).unwrap_or_default() % NAMES.len()],
            number + 1
        );
        let mut chart = chart(pack, &world, number, today).unwrap_or_default();
        // Every third member has no coach of their own yet.
        let coach = coaches.iter().cycle().nth(usize::try_from(number).unwrap_or_default());
        if let Some(coach) = coach.filter(|_| number % 3 != 2) {
            let mut growing = Growing { number, entries: chart };
            growing.add(Role::Coach, made_at, Body::LeadCoach(LeadCoach { account: coach.0 }));
            chart = growing.entries;
        }
        let kept = office.import_new(&name, chart, made_at).await.context("a chart cannot be kept")?;
        let refused = |it| Failure::from(anyhow::anyhow!("an invented chart was refused: {it:?}"));
        let member = kept.map_err(refused)?;
        members.push(member);
        if number < 2 {
            let mail = format!("member{}@example.invalid", number + 1);
            join(&store, (&mail, &name), studio, StudioRole::Member(member), made_at).await?;
        }
    }
    hold_classes(&office, &members, today).await.context("a class cannot be kept")?;
    Ok(Demo { store, _folder: folder })
}

/// Classes from two weeks ago on, each with somebody on the waiting list, and who came to those that were held.
async fn hold_classes(office: &Studio, members: &[MemberId], today: Date) -> Result<(), StoreError> {
    let first = today.saturating_sub(14.days());
    for (title, days, hour, capacity) in [("Gentle yoga", 0, 18, 8), ("Core and balance", 2, 17, 6)] {
        let starts_at = first.saturating_add(days.days()).at(hour, 30, 0, 0);
        let class = NewClass { title: title.to_owned(), starts_at, minutes: 60, capacity };
        office.add_classes(class, CLASS_WEEKS, at(first, 8)).await?;
    }
    let classes = office.classes(first, today.saturating_add(28.days())).await?;
    for class in classes.iter().filter(|it| it.plan.starts_at.date() <= today.saturating_add(7.days())) {
        let booked = usize::try_from(class.plan.capacity).unwrap_or_default() + 1;
        for (place, member) in members.iter().take(booked).enumerate() {
            let _: Result<(), NotBooked> = office.book(class.id, *member, first.at(9, 0, 0, 0)).await?;
            if class.plan.starts_at.date() < today {
                office.mark_came(class.id, *member, Some(place % 4 != 3)).await?;
            }
        }
    }
    for member in members.iter().take(PACKAGES) {
        let id = store::fresh(at(first, 9))?;
        let package = Package { id, starts_on: first, sessions: 12, is_paid: true };
        office.keep_package(*member, package).await?;
    }
    Ok(())
}

/// The accounts, for whoever has a look around.
pub(crate) fn say_accounts() {
    print::line(
        "An invented studio. Sign in with one of these mail addresses and the password `an invented studio`:",
    );
    for (mail, what) in [
        ("owner@example.invalid", "runs the studio"),
        ("coach@example.invalid", "coaches"),
        ("coach2@example.invalid", "coaches"),
        ("member1@example.invalid", "a member"),
        ("member2@example.invalid", "a member"),
    ] {
        print::line(&format!("  {mail:<26} {what}"));
    }
}

async fn join(
    store: &Store,
    (mail, name): (&str, &str),
    studio: store::StudioId,
    role: StudioRole,
    now: Timestamp,
) -> Result<AccountId, Failure> {
    let account =
        store.add_account((mail, name), PASSWORD, now).await.context("an account cannot be made")?;
    let account = account.context("the mail address is taken")?;
    store.grant(account, studio, role).await.context("an account cannot be let in")?;
    Ok(account)
}

/// A chart as it grows.
struct Growing {
    number: u64,
    entries: Vec<Entry>,
}

impl Growing {
    fn add(&mut self, role: Role, moment: Timestamp, body: Body) {
        let place = self.entries.len() as u64 + 1;
        self.entries.push(Entry {
            form: FORM,
            id: uuid::Uuid::from_u128((u128::from(self.number + 1) << 64) | u128::from(place)),
            author: Author { account: format!("invented-{}", self.number + 1), role, proxy_for: None },
            occurred_at: moment,
            recorded_at: Some(moment),
            seq: Some(place),
            supersedes: None,
            asked: None,
            body,
        });
    }
}

/// The chart of one member: somebody begins each week, and every tenth has told nothing yet. None for these.
fn chart(pack: &Pack, world: &World<'_>, number: u64, today: Date) -> Option<Vec<Entry>> {
    if number % 10 == 9 {
        return None;
    }
    let mut guest = Guest::draw(world, SEED, number)?;
    let days = i64::try_from((number % WEEKS) * 7 + number % 3).unwrap_or_default();
    let start = today.saturating_sub(days.days());
    let mut growing = Growing { number, entries: Vec::new() };
    let intake = guest.intake(start.saturating_sub(1.days()));
    let asked = Asked::of(pack, Locale::En, &intake);
    growing.add(Role::Member, at(intake.date, 8), Body::Intake(intake));
    growing.entries[0].asked = Some(asked);
    let contact = Contact {
        kind: ContactKind::Emergency,
        name: "Invented".to_owned(),
        telephone: "555-0199".to_owned(),
    };
    growing.add(Role::Coach, at(start.saturating_sub(1.days()), 9), Body::Contact(contact));
    // Every fifth has not read the papers yet.
    for document in Document::ALL.into_iter().filter(|_| number % 5 != 4) {
        let version = pack.document_version(Locale::En, document.id()).unwrap_or_default();
        let consent = Consent { document, version, given: true, signed: "Invented".to_owned(), told: None };
        growing.add(Role::Member, at(start.saturating_sub(1.days()), 9), Body::Consent(consent));
    }
    live(pack, &mut guest, &mut growing, (start, today));
    told_today(&mut growing, today);
    Some(growing.entries)
}

/// Leads a member from the first day until yesterday, deciding each morning as the member's door does.
fn live(
    pack: &Pack,
    guest: &mut Guest<'_>,
    growing: &mut Growing,
    (start, today): (Date, Date),
) -> Option<()> {
    let standing = chart::standing(pack, &growing.entries, start)?;
    let request = Request { template: SIX_WEEKS.to_owned(), start, parent: None };
    let made =
        plan(pack, standing.clearance.as_ref().ok()?, Input::from(&standing.assessment), &request).ok()?;
    growing.add(
        Role::Engine,
        at(start.saturating_sub(1.days()), 10),
        Body::Decision(chart::decision(&made, start, growing.entries.len() as u64)),
    );
    let mut programme = Programme { prescription: made, decided: vec![start], remade: Vec::new() };
    let mut date = start;
    let mut day = 0;
    while date < today {
        if let Some(after) = guest.wake(day, date) {
            growing.add(Role::Member, at(date, 6), Body::FollowUp(after));
        }
        let Ok(Proposal::Next(next)) = chart::proposal_from(pack, &growing.entries, &programme, date) else {
            return None;
        };
        if !next.differences.is_empty() {
            let read = growing.entries.len() as u64;
            growing.add(
                Role::Engine,
                at(date, 7),
                Body::Decision(chart::decision(&next.prescription, date, read)),
            );
            programme.prescription = next.prescription;
            programme.decided.push(date);
        }
        let sessions = programme.prescription.weeks().iter().flat_map(|it| &it.sessions);
        let of_day: Vec<_> = sessions.filter(|it| it.date == date).cloned().collect();
        for session in &of_day {
            if let Some(log) = guest.session(day, session) {
                growing.add(Role::Member, at(date, 17), Body::Session(log));
            }
        }
        if let Some(measured) = measured(growing, guest.pain(), day, date) {
            growing.add(Role::Member, at(date, 20), Body::Measured(measured));
        }
        date = date.saturating_add(1.days());
        day += 1;
    }
    Some(())
}

/// What they answer of the measures at the end of a week: their pain, and after three weeks what belongs to that time (OM-30).
fn measured(growing: &Growing, pain: i64, day: u64, date: Date) -> Option<Measured> {
    if day % 7 != 6 || growing.number % 4 == 3 {
        return None;
    }
    let Body::Intake(first) = &growing.entries.first()?.body else { return None };
    let mut answers =
        BTreeMap::from([(key("pain_7d_average")?, Given::Answered(Answer::Number(pain * 1000)))]);
    let before = first.whole("pain_7d_average").unwrap_or(pain);
    let is_third_week = day == 20;
    if is_third_week {
        // As many sentences fewer as points of pain, twice over; activities a point better if the pain is less.
        let ticked = i64::try_from(first.choices("rmdq").len()).unwrap_or_default() + 2 * (pain - before);
        let items = (1..=ticked.clamp(0, 24)).map(|it| format!("i{it:02}")).collect();
        answers.insert(key("rmdq")?, Given::Answered(Answer::Multi(items)));
        let better = |it: &i64| (it + 1000 * i64::from(pain < before)).min(10_000);
        let scores = first.numbers("psfs_scores").map(|it| it.iter().map(better).collect());
        answers
            .extend(scores.and_then(|it| Some((key("psfs_scores")?, Given::Answered(Answer::Numbers(it))))));
    }
    let overall = is_third_week.then(|| i8::try_from((before - pain).clamp(-5, 5)).unwrap_or_default());
    Some(Measured { date, answers, overall })
}

fn key(name: &str) -> Option<QuestionKey> {
    QuestionKey::try_from(name).ok()
}

/// What a few of them told this morning, so that a coach has something to do.
fn told_today(growing: &mut Growing, today: Date) {
    let morning = at(today, 5);
    match growing.number {
        5 => growing.add(Role::Member, morning, Body::Alarm(Alarm { date: today, answers: BTreeMap::new() })),
        1 | 12 => {
            let text = "May I swim instead of walking this week?".to_owned();
            growing.add(Role::Member, morning, Body::Message(Message { text }));
        }
        _ => {}
    }
}

/// An hour of a day.
fn at(day: Date, hour: i8) -> Timestamp {
    let moment = day.at(hour, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC);
    moment.map_or(Timestamp::UNIX_EPOCH, |it| it.timestamp())
}
