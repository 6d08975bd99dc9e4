//! Whole plans: every template, level and tag, and what single wishes and findings do.

use assessment::{Irritability, Stage};
use model::{Confidence, Equipment, Tag, TrainingLevel};
use std::collections::BTreeSet;

use super::{Person, TEMPLATES, id, outline, pack};
use crate::{Prescription, SessionKind, Why};

fn planned(plan: &Prescription) -> BTreeSet<&str> {
    let items = plan.weeks().iter().flat_map(|it| &it.sessions).flat_map(|it| &it.items);
    items.map(|it| it.exercise.as_str()).collect()
}

/// Plans for everyone and collects what the validator refused.
fn refused(people: impl IntoIterator<Item = (String, Person)>) -> Vec<String> {
    let mut refused = Vec::new();
    for (who, person) in people {
        for template in TEMPLATES {
            let plan = person.plan(template);
            if plan.fell_back() {
                refused.push(format!("{who} {template}: {:?}", plan.violations()));
            }
        }
    }
    refused
}

fn everyone(change: impl Fn(Person) -> Person) -> Vec<(String, Person)> {
    let tags: Vec<Option<Tag>> = std::iter::once(None).chain(Tag::ALL.iter().copied().map(Some)).collect();
    let mut people = Vec::new();
    for level in TrainingLevel::ALL {
        for tag in &tags {
            let tags: Vec<Tag> = tag.iter().copied().collect();
            people.push((format!("{level} {tag:?}"), change(Person::at(*level).tagged(&tags))));
        }
    }
    people
}

#[test]
fn every_template_passes_for_every_level_and_tag() {
    let refused = refused(everyone(|it| it));
    assert!(refused.is_empty(), "{} refused:\n{}", refused.len(), refused.join("\n"));
}

#[test]
fn every_template_passes_for_every_pair_of_tags() {
    let mut people = Vec::new();
    for level in TrainingLevel::ALL {
        for (index, first) in Tag::ALL.iter().enumerate() {
            for second in &Tag::ALL[index + 1..] {
                people.push((
                    format!("{level} {first} {second}"),
                    Person::at(*level).tagged(&[*first, *second]),
                ));
            }
        }
    }
    let refused = refused(people);
    assert!(refused.is_empty(), "{} refused:\n{}", refused.len(), refused.join("\n"));
}

#[test]
fn every_template_passes_for_every_taste_and_every_direction_that_hurts() {
    let mut people = Vec::new();
    for level in TrainingLevel::ALL {
        for word in pack().planner.preference.iter().map(|it| &it.key) {
            let likes = Person::at(*level).with(|it| it.likes.extend([word.clone()]));
            let dislikes = Person::at(*level).with(|it| it.dislikes.extend([word.clone()]));
            people.extend([
                (format!("{level} likes {word}"), likes),
                (format!("{level} dislikes {word}"), dislikes),
            ]);
        }
        for word in ["bending", "arching", "twisting"] {
            let person = Person::at(*level).with(|it| it.aggravating.extend([word.to_owned()]));
            people.push((format!("{level} {word}"), person));
        }
    }
    let refused = refused(people);
    assert!(refused.is_empty(), "{} refused:\n{}", refused.len(), refused.join("\n"));
}

#[test]
fn every_template_passes_from_every_weekday_and_from_the_shortest_walk() {
    let mut people = Vec::new();
    for level in TrainingLevel::ALL {
        for days in 0..7 {
            let mut person = Person::at(*level).with(|it| it.blocked_days = BTreeSet::from([6, 7]));
            person.start = person.start.saturating_add(jiff::ToSpan::days(days));
            people.push((format!("{level} {}", person.start), person));
        }
        for minutes in [1, 3, 8, 20] {
            let person = Person::at(*level).with(|it| it.walking_tolerance_minutes = Some(minutes));
            people.push((format!("{level} walks {minutes} minutes"), person));
        }
    }
    let refused = refused(people);
    assert!(refused.is_empty(), "{} refused:\n{}", refused.len(), refused.join("\n"));
}

#[test]
fn every_template_passes_without_any_equipment() {
    let refused = refused(everyone(Person::bare));
    assert!(refused.is_empty(), "{} refused:\n{}", refused.len(), refused.join("\n"));
}

#[test]
fn every_template_passes_at_every_irritability_and_stage() {
    for irritability in [Irritability::Moderate, Irritability::High] {
        for stage in [Stage::SymptomModulation, Stage::MovementControl] {
            let change = |it: Person| {
                it.with(|profile| {
                    profile.irritability = irritability;
                    profile.stage = stage;
                })
            };
            let refused = refused(everyone(change));
            assert!(
                refused.is_empty(),
                "{irritability:?} {stage:?}, {} refused:\n{}",
                refused.len(),
                refused.join("\n")
            );
        }
    }
}

#[test]
fn every_template_passes_with_days_kept_free_and_little_time() {
    let free = |days: &'static [u8]| {
        move |it: Person| it.with(|profile| profile.blocked_days = days.iter().copied().collect())
    };
    for days in [&[6, 7][..], &[1], &[3, 5], &[2, 4, 6]] {
        let refused = refused(everyone(free(days)));
        assert!(refused.is_empty(), "{days:?}, {} refused:\n{}", refused.len(), refused.join("\n"));
    }
    let refused = refused(everyone(|it| it.with(|profile| profile.minutes_a_day = Some(25))));
    assert!(refused.is_empty(), "25 minutes, {} refused:\n{}", refused.len(), refused.join("\n"));
}

#[test]
fn every_template_passes_with_every_finding() {
    let rules: Vec<String> = pack().finding_rules.iter().map(|(it, _)| it.id.to_string()).collect();
    let mut people = Vec::new();
    for level in TrainingLevel::ALL {
        for rule in &rules {
            people.push((format!("{level} {rule}"), Person::at(*level).finding(rule, Confidence::High)));
        }
    }
    let refused = refused(people);
    assert!(refused.is_empty(), "{} refused:\n{}", refused.len(), refused.join("\n"));
}

#[test]
fn the_same_person_gets_the_same_plan_and_another_start_another_one() {
    let person = Person::at(TrainingLevel::L2).finding("MP-07", Confidence::High);
    let plan = person.plan("six-week");
    assert_eq!(plan.hash(), person.plan("six-week").hash());
    let mut later = person.clone();
    later.start = jiff::civil::date(2026, 11, 24);
    assert_ne!(plan.hash(), later.plan("six-week").hash());
}

#[test]
fn every_exercise_is_chosen_or_left_out_with_a_reason() {
    for (who, person) in everyone(|it| it) {
        let plan = person.plan("six-week");
        let reasons = plan.rationale();
        for entry in pack().exercises.keys() {
            let chosen = reasons.chosen.get(entry).map(|it| it.because.len());
            let left_out = reasons.left_out.get(entry).map(Vec::len);
            assert!(chosen.xor(left_out).is_some_and(|it| it > 0), "{who}: {entry}");
        }
        assert_eq!(reasons.chosen.len() + reasons.left_out.len(), pack().exercises.len());
    }
}

#[test]
fn a_tag_is_named_as_the_reason() {
    for tag in [Tag::Op, Tag::Fall, Tag::Pg] {
        let plan = Person::at(TrainingLevel::L2).tagged(&[tag]).plan("six-week");
        let by_tag = |why: &Why| matches!(why, Why::BlockedByTag { tag: it, .. } if *it == tag);
        assert!(plan.rationale().left_out.values().flatten().any(|it| by_tag(&it.why)), "{tag}");
    }
}

#[test]
fn the_seven_days_have_the_named_moves_or_what_leads_to_them() {
    let plan = Person::at(TrainingLevel::L2).plan("seven-day");
    for named in ["C03", "G02", "C10"] {
        assert!(planned(&plan).contains(named), "{named}\n{}", outline(&plan));
    }
    let gentle = Person::at(TrainingLevel::L1).plan("seven-day");
    let items = gentle.weeks()[0].sessions.iter().flat_map(|it| &it.items);
    assert!(items.clone().any(|it| it.leads_to == Some(id("C10"))), "{}", outline(&gentle));
}

#[test]
fn the_seven_days_have_at_most_five_moves_besides_walking() {
    for level in TrainingLevel::ALL {
        let plan = Person::at(*level).finding("MP-10", Confidence::High).plan("seven-day");
        let moves = planned(&plan).into_iter().filter(|it| !it.starts_with('A')).count();
        assert!(moves <= 5, "{}", outline(&plan));
    }
}

#[test]
fn what_a_tag_asks_for_on_most_days_is_there_on_most_days() {
    let most_days = &pack().dosage.most_days;
    for (tag, level) in
        [Tag::Fall, Tag::Op].into_iter().flat_map(|it| TrainingLevel::ALL.iter().map(move |l| (it, *l)))
    {
        let person = Person::at(level).tagged(&[tag]);
        for template in super::TEMPLATES {
            let plan = person.plan(template);
            assert!(!plan.fell_back(), "{:?}\n{}", plan.violations(), outline(&plan));
            let needs: Vec<_> = most_days.iter().filter(|it| it.tag == tag).collect();
            let needs = if template == "six-week" { &needs[..] } else { &needs[..1] };
            for (need, week) in needs.iter().flat_map(|it| plan.weeks().iter().map(move |week| (it, week))) {
                let days: BTreeSet<u8> = week
                    .sessions
                    .iter()
                    .filter(|it| it.items.iter().any(|it| need.entries.contains(&it.exercise)))
                    .map(|it| it.day)
                    .collect();
                assert!(
                    days.len() >= need.days_min,
                    "{tag} {level} {} {}\n{}",
                    need.name,
                    week.number,
                    outline(&plan)
                );
            }
        }
    }
}

#[test]
fn the_last_week_has_what_an_activity_of_the_persons_own_asks_for() {
    let wants = |key: &str| BTreeSet::from([key.to_owned()]);
    let lifts =
        Person::at(TrainingLevel::L2).with(|it| it.transfers = wants("lifting_things")).plan("six-week");
    let week = |plan: &Prescription, number: usize| -> Vec<crate::Item> {
        plan.weeks()[number].sessions.iter().flat_map(|it| &it.items).cloned().collect()
    };
    let own = week(&lifts, 5).into_iter().find(|it| it.exercise == id("F19"));
    let own = own.unwrap_or_else(|| panic!("{}", outline(&lifts)));
    assert!(own.because.iter().any(|it| matches!(it.why, Why::OwnActivity { .. })));
    assert!(!week(&lifts, 4).iter().any(|it| it.exercise == id("F19")), "not before the last week");
    let nobody = Person::at(TrainingLevel::L2).plan("six-week");
    assert!(!planned(&nobody).contains("F19"));
}

#[test]
fn a_finding_brings_what_it_selects() {
    for (rule, level) in
        [("MP-03", TrainingLevel::L2), ("MP-07", TrainingLevel::L1), ("MP-13", TrainingLevel::L1)]
    {
        let person = Person::at(level).finding(rule, Confidence::High);
        let plan = person.plan("six-week");
        let select = &person.priorities[0].select;
        let there = planned(&plan);
        assert!(select.iter().any(|id| there.contains(id.as_str())), "{rule}\n{}", outline(&plan));
    }
}

#[test]
fn a_finding_keeps_out_what_it_avoids() {
    let plan = Person::at(TrainingLevel::L2).finding("MP-05", Confidence::High).plan("six-week");
    assert!(!planned(&plan).contains("Y03"));
    let why = &plan.rationale().left_out[&id("Y03")];
    assert!(why.iter().any(|it| matches!(it.why, Why::AvoidedByFinding { .. })));
}

#[test]
fn likes_choose_the_aerobic_mode_and_walking_stays() {
    let person = Person::at(TrainingLevel::L2).with(|it| it.likes = BTreeSet::from(["cycling".to_owned()]));
    let plan = person.plan("six-week");
    assert!(planned(&plan).contains("A03") && planned(&plan).contains("A01"), "{}", outline(&plan));
    let bare = person.bare().plan("six-week");
    assert!(!planned(&bare).contains("A03"));
    let why = &bare.rationale().left_out[&id("A03")];
    assert!(why.iter().any(|it| it.why == Why::Equipment { missing: vec![Equipment::Bike] }));
}

#[test]
fn tai_chi_comes_first_for_those_who_like_it() {
    let person = Person::at(TrainingLevel::L2).with(|it| it.likes = BTreeSet::from(["tai_chi".to_owned()]));
    let plan = person.plan("six-week");
    let session = plan.weeks()[0].sessions.iter().find(|it| it.kind == SessionKind::MindBody).unwrap();
    assert!(session.items[0].exercise.as_str().starts_with('T'), "{}", outline(&plan));
}

#[test]
fn high_irritability_does_less() {
    let calm = Person::at(TrainingLevel::L2);
    let sore = calm.clone().with(|it| it.irritability = Irritability::High);
    let minutes = |person: &Person| {
        let plan = person.plan("six-week");
        plan.weeks().iter().flat_map(|it| &it.sessions).map(|it| it.seconds).sum::<u32>()
    };
    assert!(minutes(&sore) < minutes(&calm));
}

#[test]
fn walking_starts_below_what_is_tolerated() {
    let person = Person::at(TrainingLevel::L2).with(|it| it.walking_tolerance_minutes = Some(10));
    let plan = person.plan("six-week");
    let first =
        plan.weeks()[0].sessions.iter().flat_map(|it| &it.items).find(|it| it.exercise == id("A01")).unwrap();
    assert_eq!(first.dose.duration_secs, Some(480), "{}", outline(&plan));
}

#[test]
fn the_effort_cap_names_the_rule_that_set_it() {
    let week = |tags: &[Tag]| Person::at(TrainingLevel::L2).tagged(tags).plan("six-week").weeks()[2].clone();
    assert_eq!((week(&[]).effort_cap.value, week(&[Tag::Bb]).effort_cap.value), (6, 6));
    assert_eq!(week(&[Tag::Bb, Tag::Cv]).effort_cap.value, 5);
    assert_eq!(week(&[Tag::Ht]).effort_cap.because, "BP-02");
}

#[test]
fn a_plan_that_is_refused_falls_back_to_the_shortest_session() {
    // Five minutes a day have no room for a session with its warm-up.
    let person = Person::at(TrainingLevel::L2).with(|it| it.minutes_a_day = Some(5));
    let plan = person.plan("six-week");
    assert!(plan.fell_back() && !plan.violations().is_empty());
    let sessions: Vec<_> = plan.weeks().iter().flat_map(|it| &it.sessions).collect();
    assert_eq!(sessions.len(), 42);
    assert!(sessions.iter().all(|it| it.kind == SessionKind::Minimum && !it.items.is_empty()));
}

#[test]
fn there_is_always_a_shortest_session() {
    for (who, person) in everyone(Person::bare) {
        for template in TEMPLATES {
            let plan = person.plan(template);
            assert!(plan.minimum_session().is_some_and(|it| !it.items.is_empty()), "{who} {template}");
        }
    }
}
