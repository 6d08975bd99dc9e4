//! What must hold of classes and packages, whichever database they are on.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use store::{Class, MemberId, NewClass, NotBooked, Package, Store, Studio, StudioRole, Turn};
use uuid::Uuid;

use crate::people::{NOW, a_member, a_studio, mail};

const DAY: Date = date(2026, 11, 30);

fn evening() -> DateTime {
    DAY.at(18, 0, 0, 0)
}

fn yoga(capacity: u32) -> NewClass {
    NewClass { title: "Gentle yoga".to_owned(), starts_at: evening(), minutes: 60, capacity }
}

async fn only(studio: &Studio) -> Class {
    studio.classes(DAY, DAY).await.unwrap().remove(0)
}

async fn another(studio: &Studio) -> MemberId {
    studio.add_member("Another Invented Person", NOW).await.unwrap().unwrap()
}

/// The studio as a member has it open.
async fn as_member(store: &Store, studio: &Studio, member: MemberId) -> Studio {
    let link = studio.invite(StudioRole::Member(member), NOW).await.unwrap().unwrap();
    let place = (studio.access().studio(), &link);
    let account = store.join(place, (&mail(), "Invented"), "long enough", NOW).await.unwrap().unwrap();
    let access = store.access(account).await.unwrap().remove(0);
    store.studio(access).await.unwrap()
}

pub(crate) async fn a_place_that_is_given_back_goes_to_the_first_who_waits(store: &Store) {
    let (studio, first) = a_member(store).await;
    let (second, third) = (another(&studio).await, another(&studio).await);
    assert!(studio.add_classes(yoga(1), 1, NOW).await.unwrap());
    let class = only(&studio).await.id;
    for member in [first, second, third, first] {
        studio.book(class, member, evening()).await.unwrap().unwrap();
    }
    let turns = async || {
        let class = only(&studio).await;
        [first, second, third].map(|it| class.turn(it))
    };
    assert_eq!(turns().await, [Some(Turn::Place), Some(Turn::Waiting(1)), Some(Turn::Waiting(2))]);
    assert!(studio.unbook(class, first, evening()).await.unwrap());
    assert!(!studio.unbook(class, first, evening()).await.unwrap(), "it was given back before");
    assert_eq!(turns().await, [None, Some(Turn::Place), Some(Turn::Waiting(1))]);
    studio.book(class, first, evening()).await.unwrap().unwrap();
    assert_eq!(turns().await, [Some(Turn::Waiting(2)), Some(Turn::Place), Some(Turn::Waiting(1))]);
    assert_eq!((only(&studio).await.free(), only(&studio).await.waiting()), (0, 2));
}

pub(crate) async fn of_many_who_book_at_once_no_more_have_a_place_than_there_are(store: &Store) {
    let studio = a_studio(store).await;
    studio.add_classes(yoga(3), 1, NOW).await.unwrap();
    let class = only(&studio).await.id;
    let mut members = Vec::new();
    for _ in 0..40 {
        members.push(another(&studio).await);
    }
    let bookings = members.iter().map(|member| {
        let (studio, member) = (studio.clone(), *member);
        tokio::spawn(async move { studio.book(class, member, evening()).await })
    });
    for booking in bookings.collect::<Vec<_>>() {
        booking.await.unwrap().unwrap().unwrap();
    }
    let class = only(&studio).await;
    let mut turns: Vec<usize> = Vec::new();
    for member in members {
        turns.push(match class.turn(member).unwrap() {
            Turn::Place => 0,
            Turn::Waiting(turn) => turn,
        });
    }
    turns.sort_unstable();
    let wanted: Vec<usize> = [0, 0].into_iter().chain(0..=37).collect();
    assert_eq!(turns, wanted, "no more places than there are");
}

pub(crate) async fn a_class_of_every_week_sent_twice_is_there_once_and_can_be_called_off(store: &Store) {
    let (studio, member) = a_member(store).await;
    for capacity in [8, 6] {
        studio.add_classes(yoga(capacity), 6, NOW).await.unwrap();
    }
    let all = studio.classes(DAY, DAY.saturating_add(35.days())).await.unwrap();
    assert_eq!(all.iter().map(|it| it.plan.capacity).collect::<Vec<_>>(), [6; 6]);
    assert_eq!(all[5].plan.starts_at, evening().saturating_add(5.weeks()));
    assert_eq!(studio.classes(DAY, DAY.saturating_add(34.days())).await.unwrap().len(), 5);
    assert!(studio.cancel_class(all[0].id, NOW).await.unwrap());
    assert!(!studio.cancel_class(all[0].id, NOW).await.unwrap());
    assert_eq!(studio.book(all[0].id, member, evening()).await.unwrap(), Err(NotBooked::Unknown));
    assert_eq!(studio.classes(DAY, DAY).await.unwrap(), Vec::new());
    studio.add_classes(yoga(6), 1, NOW).await.unwrap();
    assert_eq!(only(&studio).await.id, all[0].id, "it is there again");
}

pub(crate) async fn a_member_books_for_nobody_else_and_sees_nobody_else(store: &Store) {
    let (studio, own) = a_member(store).await;
    let other = another(&studio).await;
    studio.add_classes(yoga(1), 1, NOW).await.unwrap();
    let class = only(&studio).await.id;
    studio.book(class, other, evening()).await.unwrap().unwrap();
    assert!(studio.mark_came(class, other, Some(true)).await.unwrap());
    let theirs = as_member(store, &studio, own).await;
    let before = evening() - 1.minute();
    assert_eq!(theirs.book(class, other, before).await.unwrap(), Err(NotBooked::Unknown));
    assert_eq!(theirs.book(class, own, evening()).await.unwrap(), Err(NotBooked::Begun));
    theirs.book(class, own, before).await.unwrap().unwrap();
    let seen = only(&theirs).await;
    assert_eq!(seen.turn(own), Some(Turn::Waiting(1)));
    assert_eq!((seen.bookings[0].member, seen.bookings[0].came), (None, None), "{seen:?}");
    assert!(!theirs.unbook(class, other, before).await.unwrap());
    assert!(!theirs.unbook(class, own, evening()).await.unwrap(), "it has begun");
    assert!(!theirs.mark_came(class, own, Some(true)).await.unwrap());
    assert!(!theirs.cancel_class(class, NOW).await.unwrap());
    assert!(!theirs.add_classes(yoga(9), 1, NOW).await.unwrap());
    assert_eq!(only(&studio).await.bookings.len(), 2, "nothing of it happened");
    let (elsewhere, _) = a_member(store).await;
    assert!(elsewhere.classes(DAY, DAY).await.unwrap().is_empty());
    assert!(!elsewhere.cancel_class(class, NOW).await.unwrap());
}

pub(crate) async fn a_package_counts_the_classes_to_which_the_member_came(store: &Store) {
    let (studio, member) = a_member(store).await;
    let package = |is_paid| Package { id: Uuid::from_u128(7), starts_on: DAY, sessions: 2, is_paid };
    assert_eq!(studio.packages(member).await.unwrap().left(), 0);
    assert!(studio.keep_package(member, package(false)).await.unwrap());
    assert!(studio.keep_package(member, Package { sessions: 9, ..package(true) }).await.unwrap());
    let kept = studio.packages(member).await.unwrap();
    assert_eq!(kept.packages, [package(true)], "sent again it says that it is paid, and no more");
    let other = another(&studio).await;
    assert!(!studio.keep_package(other, package(true)).await.unwrap(), "it is somebody else's");
    let weeks = NewClass { starts_at: evening() - 1.week(), ..yoga(3) };
    studio.add_classes(weeks, 4, NOW).await.unwrap();
    let classes = studio.classes(DAY - 1.week(), DAY + 3.weeks()).await.unwrap();
    let came = [Some(true), Some(true), Some(false), None];
    for (class, came) in classes.iter().zip(came) {
        studio.book(class.id, member, evening()).await.unwrap().unwrap();
        studio.mark_came(class.id, member, came).await.unwrap();
    }
    let kept = studio.packages(member).await.unwrap();
    assert_eq!((kept.used, kept.left()), (1, 1), "not the one before it began, nor where they were not");
    let theirs = as_member(store, &studio, other).await;
    assert_eq!(theirs.packages(member).await.unwrap().packages, []);
    assert!(!theirs.keep_package(other, Package { id: Uuid::from_u128(8), ..package(true) }).await.unwrap());
}
