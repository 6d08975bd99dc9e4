//! The file form, and the locks that old answers leave.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use assessment::{Attested, ClinicianReply, Held, Intake, Verdict};
use chart::{Asked, Author, Body, Entry, FORM, Role, Wording, read, standing, write};
use jiff::civil::{Date, date};
use knowledge::{Locale, Pack};
use model::{QuestionKey, TriageLevel};
use uuid::Uuid;

const EXAMPLE: &str = include_str!("../../../examples/office-worker-58.toml");
const TODAY: Date = date(2026, 11, 22);

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn intake(day: Date, change: (&str, &str)) -> Intake {
    let text =
        EXAMPLE.replacen("date = 2026-11-20", &format!("date = {day}"), 1).replacen(change.0, change.1, 1);
    assessment::intake::read(pack(), text.as_bytes(), TODAY).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn entry(number: u128, role: Role, body: Body) -> Entry {
    Entry {
        form: FORM,
        id: Uuid::from_u128(number),
        author: Author { account: "invented".to_owned(), role, proxy_for: None },
        occurred_at: "2026-11-20T10:00:00Z".parse().unwrap(),
        recorded_at: None,
        seq: None,
        supersedes: None,
        asked: None,
        body,
    }
}

fn reply(day: Date, rule: &str) -> Body {
    Body::ClinicianReply(ClinicianReply {
        reply: Attested {
            who: "Invented".to_owned(),
            profession: "family doctor".to_owned(),
            date: day,
            rules: [rule.to_owned()].into(),
            verdict: Verdict::Ok,
            limits: String::new(),
            tags: [].into(),
            effort_cap: None,
            expires: None,
        },
        registration: "invented register 1".to_owned(),
    })
}

const SAME: (&str, &str) = ("form = 1", "form = 1");
const SADDLE: (&str, &str) = ("ces_saddle = false", "ces_saddle = true");
const BOTH_LEGS: (&str, &str) = ("both_legs_pain_new = false", "both_legs_pain_new = true");

fn cleared(entries: &[Entry]) -> Result<(), Held> {
    standing(pack(), entries, TODAY).unwrap().clearance.map(|_| ())
}

#[test]
fn a_chart_is_read_back_as_it_was_written() {
    let entries = vec![
        entry(1, Role::Member, Body::Intake(intake(date(2026, 11, 20), SAME))),
        entry(2, Role::Clinician, reply(date(2026, 11, 21), "PP-02")),
        entry(3, Role::Coach, Body::Note("Likes mornings.".to_owned())),
    ];
    let file = write(&entries).unwrap();
    assert_eq!(file.lines().count(), 3);
    assert_eq!(read(pack(), file.as_bytes()).unwrap(), entries);
}

#[test]
fn the_same_entry_twice_is_one_and_with_other_content_a_fault() {
    let one = entry(1, Role::Coach, Body::Note("a".to_owned()));
    let other = entry(1, Role::Coach, Body::Note("b".to_owned()));
    assert_eq!(read(pack(), write(&[one.clone(), one.clone()]).unwrap().as_bytes()).unwrap().len(), 1);
    let faults = read(pack(), write(&[one, other]).unwrap().as_bytes()).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].line, 2);
}

#[test]
fn every_bad_line_is_named() {
    let good = write(&[entry(1, Role::Coach, Body::Note("a".to_owned()))]).unwrap();
    let text = format!(
        "{good}{{}}\nnot json\n{}",
        good.replace("\"form\":1", "\"form\":9").replace("000001", "000002")
    );
    let lines: Vec<usize> = read(pack(), text.as_bytes()).unwrap_err().iter().map(|it| it.line).collect();
    assert_eq!(lines, [2, 3, 4]);
}

#[test]
fn only_a_clinician_writes_a_clinicians_reply() {
    let forged = entry(1, Role::Member, reply(date(2026, 11, 21), "RF-06"));
    assert!(read(pack(), write(&[forged]).unwrap().as_bytes()).is_err());
}

#[test]
fn an_emergency_answer_locks_although_the_next_screen_is_clear() {
    let mut entries = vec![
        entry(1, Role::Member, Body::Intake(intake(date(2026, 11, 10), SADDLE))),
        entry(2, Role::Member, Body::Intake(intake(date(2026, 11, 20), SAME))),
    ];
    assert_eq!(cleared(&entries), Err(Held { level: TriageLevel::Emergency }));
    // A correction of the first answer keeps both answers and lifts nothing.
    entries[1].supersedes = Some(entries[0].id);
    assert_eq!(cleared(&entries), Err(Held { level: TriageLevel::Emergency }));
    // A reply dated before the event lifts nothing either; nor does one that a fresh screen has not followed.
    entries.push(entry(3, Role::Clinician, reply(date(2026, 11, 9), "RF-02")));
    assert!(cleared(&entries).is_err());
    entries.push(entry(4, Role::Clinician, reply(date(2026, 11, 21), "RF-02")));
    assert!(cleared(&entries).is_err());
    entries.push(entry(5, Role::Clinician, reply(date(2026, 11, 15), "RF-02")));
    assert_eq!(cleared(&entries), Ok(()));
}

#[test]
fn an_urgent_answer_stays_locked_until_a_later_reply_names_its_rule() {
    let mut entries = vec![entry(1, Role::Member, Body::Intake(intake(date(2026, 11, 18), BOTH_LEGS)))];
    assert_eq!(cleared(&entries), Err(Held { level: TriageLevel::Urgent }));
    entries.push(entry(2, Role::Clinician, reply(date(2026, 11, 18), "RF-06")));
    assert!(cleared(&entries).is_err());
    entries.push(entry(3, Role::Clinician, reply(date(2026, 11, 20), "RF-08")));
    assert!(cleared(&entries).is_err());
    entries.push(entry(4, Role::Clinician, reply(date(2026, 11, 20), "RF-06")));
    assert_eq!(cleared(&entries), Ok(()));
}

#[test]
fn a_chart_without_an_intake_stands_for_nothing() {
    assert!(standing(pack(), &[entry(1, Role::Coach, Body::Note("a".to_owned()))], TODAY).is_none());
}

#[test]
fn an_answer_that_no_rule_can_read_is_refused_and_never_silence() {
    let file = write(&[entry(1, Role::Member, Body::Intake(intake(date(2026, 11, 20), SAME)))]).unwrap();
    let saddle = "\"ces_saddle\":{\"answered\":{\"yes-no\":false}}";
    assert!(file.contains(saddle), "{file}");
    for planted in [
        "\"ces_saddle\":{\"answered\":{\"choice\":\"yes\"}}",
        "\"ces_sadle\":{\"answered\":{\"yes-no\":true}}",
        "\"ces_saddle\":{\"answered\":{\"yes-no\":true}},\"ces_saddle\":{\"answered\":{\"yes-no\":false}}",
        "\"glucose\":{\"answered\":{\"number\":900000}},\"ces_saddle\":{\"answered\":{\"yes-no\":false}}",
    ] {
        assert!(read(pack(), file.replace(saddle, planted).as_bytes()).is_err(), "{planted}");
    }
    assert!(read(pack(), file.replace("\"birth_year\":1968", "\"birth_year\":2015").as_bytes()).is_err());
    assert!(
        read(pack(), file.replace("\"clearances\":[]", "\"clearances\":[],\"extra\":1").as_bytes()).is_err()
    );
}

/// An entry as a program writes it that has just asked.
fn asked() -> Entry {
    let intake = intake(date(2026, 11, 20), SAME);
    let asked = Some(Asked::of(pack(), Locale::En, &intake));
    Entry { asked, ..entry(1, Role::Member, Body::Intake(intake)) }
}

fn key(word: &str) -> QuestionKey {
    QuestionKey::try_from(word).unwrap()
}

/// The bundled knowledge with one line of a file replaced.
fn pack_with(path: &str, from: &str, to: &str) -> Pack {
    let mut files = knowledge::bundled_files();
    let content = files.0.get_mut(path).unwrap();
    assert!(content.contains(from), "{path} has no `{from}`");
    *content = content.replacen(from, to, 1);
    Pack::from_files(&files).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn what_was_asked_is_kept_with_each_answer_and_read_back() {
    let entry = asked();
    let Body::Intake(intake) = &entry.body else { panic!("an intake was to be written") };
    let kept = entry.asked.as_ref().unwrap();
    assert_eq!(kept.locale, "en");
    assert!(kept.words.keys().eq(intake.answers.keys()), "every answer has its version, and nothing else");
    let different: std::collections::BTreeSet<&String> = kept.words.values().collect();
    assert_eq!(different.len(), kept.words.len(), "two questions have the same words");
    let file = write(std::slice::from_ref(&entry)).unwrap();
    assert_eq!(read(pack(), file.as_bytes()).unwrap(), std::slice::from_ref(&entry));
    assert!(standing(pack(), &[entry], TODAY).unwrap().asked_differently.is_empty());
}

#[test]
fn words_that_have_changed_since_are_noticed_and_the_answer_is_used_all_the_same() {
    let numb = intake(date(2026, 11, 20), SADDLE);
    let asked = Some(Asked::of(pack(), Locale::En, &numb));
    let entry = Entry { asked, ..entry(1, Role::Member, Body::Intake(numb)) };
    let words = pack().text.say(Locale::En, "q-ces_saddle");
    let (path, _) =
        pack().files.0.iter().find(|(_, it)| it.contains(&format!("q-ces_saddle = {words}"))).unwrap();
    let standing_with = |from: &str, to: &str| {
        standing(&pack_with(path, from, to), std::slice::from_ref(&entry), TODAY).unwrap()
    };
    let from = format!("q-ces_saddle = {words}");
    let changed = standing_with(&from, &format!("q-ces_saddle = Otherwise: {words}"));
    assert_eq!(changed.asked_differently, [(key("ces_saddle"), Wording::Other)].into());
    assert_eq!(changed.clearance.map(|_| ()), Err(Held { level: TriageLevel::Emergency }));
    // A comment or the words of another question change nothing of this one.
    assert!(standing_with(&from, &format!("# A comment.\n{from}")).asked_differently.is_empty());
    let other = standing_with("q-ces_bowel = ", "q-ces_bowel = Otherwise: ");
    assert_eq!(other.asked_differently.keys().collect::<Vec<_>>(), [&key("ces_bowel")]);
}

#[test]
fn a_raised_version_and_the_items_of_an_instrument_are_noticed() {
    let entry = asked();
    let differently =
        |pack: &Pack| standing(pack, std::slice::from_ref(&entry), TODAY).unwrap().asked_differently;
    let raised = pack_with(
        "screening/questions/safety.toml",
        "key = \"ces_saddle\"\nversion = 1",
        "key = \"ces_saddle\"\nversion = 2",
    );
    assert_eq!(differently(&raised), [(key("ces_saddle"), Wording::Other)].into());
    let instrument = pack().instruments.values().find(|it| it.question == Some(key("phq4"))).unwrap();
    let item = format!("\n{} = ", instrument.id);
    let items = pack_with("text/en/instruments.ftl", &item, &format!("{item}Otherwise: "));
    assert_eq!(differently(&items), [(key("phq4"), Wording::Other)].into());
}

#[test]
fn an_answer_whose_words_were_not_kept_or_are_unknown_here_is_never_taken_for_one_to_todays() {
    let all = |entry: Entry| standing(pack(), &[entry], TODAY).unwrap().asked_differently;
    let not_kept = all(Entry { asked: None, ..asked() });
    assert!(not_kept.len() > 50 && not_kept.values().all(|it| *it == Wording::NotKept));
    let mut entry = asked();
    "fr".clone_into(&mut entry.asked.as_mut().unwrap().locale);
    assert!(all(entry).values().all(|it| *it == Wording::Other));
}

#[test]
fn what_was_asked_must_fit_the_answers() {
    let refused = |change: &dyn Fn(&mut Entry)| {
        let mut entry = asked();
        change(&mut entry);
        read(pack(), write(&[entry]).unwrap().as_bytes()).is_err()
    };
    assert!(!refused(&|_| ()));
    assert!(refused(&|it| drop(it.asked.as_mut().unwrap().words.remove(&key("ces_saddle")))));
    assert!(refused(&|it| drop(it.asked.as_mut().unwrap().words.insert(key("glucose"), "1-0".to_owned()))));
    assert!(refused(&|it| it.body = Body::Note("Likes mornings.".to_owned())));
}

#[test]
fn the_example_of_the_document_is_a_chart() {
    let document = include_str!("../../../docs/chart.md");
    let (_, rest) = document.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let entries = read(pack(), example.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(write(&entries).unwrap(), example);
}
