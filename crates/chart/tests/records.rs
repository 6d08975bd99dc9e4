//! Messages, acknowledgements, consents, contacts, adverse events and alarms: what is kept, what is refused, what locks.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use assessment::{Attested, ClinicianReply, Held, Intake, Verdict};
use chart::{
    Acknowledgement, AdverseEvent, Alarm, Author, Body, Consent, Contact, ContactKind, Document, Entry, FORM,
    Message, Role, read, standing, write,
};
use jiff::civil::{Date, date};
use knowledge::Pack;
use model::{Answer, Given, QuestionKey, TriageLevel};
use uuid::Uuid;

const EXAMPLE: &str = include_str!("../../../examples/office-worker-58.toml");
const TODAY: Date = date(2026, 11, 25);
const ALARMED: Date = date(2026, 11, 22);

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn intake(day: Date) -> Body {
    let text = EXAMPLE.replacen("date = 2026-11-20", &format!("date = {day}"), 1);
    let intake: Intake = assessment::intake::read(pack(), text.as_bytes(), TODAY).unwrap();
    Body::Intake(intake)
}

fn entry(number: u128, role: Role, day: Date, body: Body) -> Entry {
    Entry {
        form: FORM,
        id: Uuid::from_u128(number),
        author: Author { account: "invented".to_owned(), role, proxy_for: None },
        occurred_at: format!("{day}T10:00:00Z").parse().unwrap(),
        recorded_at: None,
        seq: None,
        supersedes: None,
        asked: None,
        body,
    }
}

fn by(role: Role, body: Body) -> Entry {
    entry(1, role, ALARMED, body)
}

fn is_read(entry: &Entry) -> bool {
    let file = write(std::slice::from_ref(entry)).unwrap();
    read(pack(), file.as_bytes()).is_ok_and(|it| it == std::slice::from_ref(entry))
}

fn key(word: &str) -> QuestionKey {
    QuestionKey::try_from(word).unwrap()
}

/// An alarm with these events, and both questions of RF-41 answered.
fn alarm(events: &[&str], (neuro, unwell): (bool, bool)) -> Alarm {
    let yes_no = |it| Given::Answered(Answer::YesNo(it));
    let events = Given::Answered(Answer::Multi(events.iter().map(|it| (*it).to_owned()).collect()));
    let answers = [
        (key("micro_neuro"), yes_no(neuro)),
        (key("micro_unwell"), yes_no(unwell)),
        (key("stop_event"), events),
    ];
    Alarm { date: ALARMED, answers: answers.into() }
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

fn held(entries: &[Entry]) -> Option<TriageLevel> {
    match standing(pack(), entries, TODAY).unwrap().clearance {
        Ok(_) => None,
        Err(Held { level }) => Some(level),
    }
}

/// A chart with a clear screen and an alarm behind it.
fn alarmed(alarm: Alarm) -> Vec<Entry> {
    vec![
        entry(1, Role::Member, date(2026, 11, 20), intake(date(2026, 11, 20))),
        entry(2, Role::Member, ALARMED, Body::Alarm(alarm)),
    ]
}

fn message(text: &str) -> Body {
    Body::Message(Message { text: text.to_owned() })
}

fn acknowledgement(done: &str) -> Body {
    Body::Acknowledgement(Acknowledgement { of: Uuid::from_u128(9), done: done.to_owned() })
}

fn consent(version: &str) -> Body {
    let version = version.to_owned();
    Body::Consent(Consent {
        document: Document::Waiver,
        version,
        given: false,
        signed: String::new(),
        told: None,
    })
}

fn contact(name: &str, telephone: &str) -> Body {
    let (name, telephone) = (name.to_owned(), telephone.to_owned());
    Body::Contact(Contact { kind: ContactKind::Emergency, name, telephone })
}

fn adverse_event(what: &str) -> Body {
    let (what, in_session) = (what.to_owned(), Some(ALARMED));
    Body::AdverseEvent(AdverseEvent { date: ALARMED, what, serious: true, in_session, incident: None })
}

#[test]
fn each_record_is_read_back_as_it_was_written() {
    for body in [
        message("May I swim?"),
        consent("2026-1"),
        contact("Invented", "+00 000"),
        adverse_event("Fell off the step."),
        Body::Alarm(alarm(&["dizzy_nausea"], (false, true))),
        Body::Alarm(Alarm { date: ALARMED, answers: [].into() }),
    ] {
        assert!(is_read(&by(Role::Member, body.clone())), "{body:?}");
        assert!(!is_read(&by(Role::Engine, body.clone())), "{body:?}");
    }
    assert!(is_read(&by(Role::Coach, acknowledgement("Called her."))));
}

#[test]
fn words_that_are_empty_or_too_long_are_refused() {
    let long = "é".repeat(2001);
    for words in ["", " \n", &long] {
        assert!(!is_read(&by(Role::Member, message(words))));
        assert!(!is_read(&by(Role::Coach, acknowledgement(words))));
        assert!(!is_read(&by(Role::Member, adverse_event(words))));
        assert!(!is_read(&by(Role::Member, consent(words))));
        assert!(!is_read(&by(Role::Member, contact(words, "1"))));
        assert!(!is_read(&by(Role::Member, contact("a", words))));
    }
    assert!(is_read(&by(Role::Member, message(&"é".repeat(2000)))));
}

#[test]
fn a_member_does_not_acknowledge_their_own_alarm() {
    assert!(!is_read(&by(Role::Member, acknowledgement("I am fine."))));
    assert!(is_read(&by(Role::Clinician, acknowledgement("Seen today."))));
}

#[test]
fn an_alarm_that_no_rule_could_read_is_refused() {
    let good = write(&[by(Role::Member, Body::Alarm(alarm(&["fall"], (false, false))))]).unwrap();
    let is_read = |text: &str| read(pack(), text.as_bytes()).is_ok();
    assert!(is_read(&good));
    let unsure = r#""stop_event":"unsure""#;
    for (from, to) in [
        (r#""fall""#, r#""fal""#),
        ("micro_neuro", "ces_saddle"),
        ("micro_neuro", "micro_nerve"),
        (r#""micro_unwell":{"answered":{"yes-no":false}}"#, r#""micro_unwell":"prefer-not""#),
        (r#""answers":{"#, &format!(r#""answers":{{{unsure},"#)),
        (r#""date":"2026-11-22""#, r#""date":"2027-11-22""#),
        (r#""date":"#, r#""more":1,"date":"#),
    ] {
        assert!(good.contains(from), "{from}");
        assert!(!is_read(&good.replacen(from, to, 1)), "{to}");
    }
    // It may be tomorrow already where the member is.
    assert!(is_read(&good.replacen(r#""date":"2026-11-22""#, r#""date":"2026-11-23""#, 1)));
}

#[test]
fn an_alarm_locks_as_a_session_does_until_rf_46_lifts_it() {
    let mut entries = alarmed(alarm(&["saddle_bladder_legs"], (false, false)));
    assert_eq!(held(&entries), Some(TriageLevel::Emergency));
    entries.push(entry(3, Role::Member, date(2026, 11, 24), intake(date(2026, 11, 24))));
    assert_eq!(held(&entries), Some(TriageLevel::Emergency), "a clear screen alone lifts nothing");
    entries.push(entry(4, Role::Clinician, ALARMED, reply(ALARMED, "SN-02")));
    assert_eq!(held(&entries), Some(TriageLevel::Emergency), "a reply of the same day is not dated after it");
    entries.push(entry(5, Role::Clinician, date(2026, 11, 23), reply(date(2026, 11, 23), "SN-01")));
    assert_eq!(held(&entries), Some(TriageLevel::Emergency), "another rule is not this one");
    entries.push(entry(6, Role::Clinician, date(2026, 11, 23), reply(date(2026, 11, 23), "SN-02")));
    assert_eq!(held(&entries), None);
}

#[test]
fn a_corrected_emergency_alarm_still_locks() {
    let mut entries = alarmed(alarm(&["chest_faint_breathless"], (false, false)));
    let corrected = Body::Alarm(alarm(&[], (false, false)));
    let correction = entry(3, Role::Member, ALARMED, corrected);
    entries.push(Entry { supersedes: Some(entries[1].id), ..correction });
    assert_eq!(held(&entries), Some(TriageLevel::Emergency));
}

#[test]
fn yes_not_sure_and_silence_in_an_alarm_hold_until_all_questions_were_asked_again() {
    let silent = Alarm { date: ALARMED, answers: [].into() };
    let mut unsure = alarm(&[], (false, false));
    unsure.answers.insert(key("micro_unwell"), Given::Unsure);
    for alarm in [alarm(&[], (true, false)), alarm(&[], (false, true)), silent, unsure] {
        let mut entries = alarmed(alarm);
        assert_eq!(held(&entries), Some(TriageLevel::Incomplete));
        // Of the same day counts the screen that came later.
        let mut screen = entry(3, Role::Member, ALARMED, intake(ALARMED));
        screen.occurred_at = "2026-11-22T09:00:00Z".parse().unwrap();
        entries.push(screen.clone());
        assert_eq!(held(&entries), Some(TriageLevel::Incomplete));
        screen.occurred_at = "2026-11-22T11:00:00Z".parse().unwrap();
        entries[2] = screen;
        assert_eq!(held(&entries), None);
    }
}

#[test]
fn an_alarm_in_which_nothing_was_found_locks_nothing_and_no_acknowledgement_unlocks() {
    assert_eq!(held(&alarmed(alarm(&[], (false, false)))), None);
    let mut entries = alarmed(alarm(&["tearing_pain"], (false, false)));
    let done = Acknowledgement { of: entries[1].id, done: "Called 999.".to_owned() };
    entries.push(entry(3, Role::Coach, ALARMED, Body::Acknowledgement(done)));
    assert_eq!(held(&entries), Some(TriageLevel::Emergency));
}
