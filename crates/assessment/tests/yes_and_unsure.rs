//! A "yes" never weighs less than "not sure": over every question whose "not sure" holds, and over many clean intakes.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use assessment::{Intake, screen};
use jiff::civil::{Date, date};
use knowledge::raw::question::Kind;
use knowledge::{Hold, Pack, Question};
use model::{Answer, Given, QuestionKey, TriageLevel};
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("../../../examples/office-worker-58.toml");
const AS_OF: Date = date(2026, 11, 22);

/// An answer that weighs less than "not sure" because the clinical reference says so.
struct Exception {
    key: &'static str,
    tellings: &'static [&'static str],
    because: &'static str,
    /// For whom it weighs less.
    whom: fn(&Intake) -> bool,
}

const fn always(key: &'static str, tellings: &'static [&'static str], because: &'static str) -> Exception {
    Exception { key, tellings, because, whom: |_| true }
}

fn is_active(intake: &Intake) -> bool {
    intake.answer("active_3mo") == Some(&Answer::YesNo(true))
}

/// Every exception there is.
const EXCEPTIONS: [Exception; 15] = [
    always(
        "one_leg_weak",
        &["old_stable"],
        "RF-08 asks for new or worsening weakness; an old one is LP (CM-02)",
    ),
    always("cord_signs", &["hands", "gait"], "RF-09: clumsy hands or unsteady gait alone is E2"),
    always("fever_sweats", &["yes"], "RF-15: a fever alone is C; what goes with it is asked next"),
    always("fever_hours", &["low"], "RF-15: E1 only after 48 hours"),
    Exception {
        key: "fever_hours",
        tellings: &["high"],
        because: "RF-15: E1 only with back pain",
        whom: |it| it.choices("back_pain_area").is_empty(),
    },
    always("aaa_known", &["repaired"], "RF-11 speaks of aneurysms that are not repaired"),
    always("walk_leg_pain", &["sit_bend_eases"], "RF-22: neurogenic is the tag ST"),
    Exception {
        key: "disease",
        tellings: &["cardiac", "peripheral", "stroke", "diabetes", "renal"],
        because: "PP-05: somebody active goes on at moderate effort",
        whom: is_active,
    },
    always(
        "conditions",
        &["disc_leg_pain", "stenosis", "spondylolisthesis", "hip_oa_severe", "knee_oa", "scoliosis"],
        "2.4: CM-02 to CM-04, CM-07, CM-08 and CM-11 are tags or nothing; \"not sure\" names no row",
    ),
    always(
        "conditions",
        &["inflammatory_arthritis", "copd_asthma"],
        "2.4: CM-10 and CM-13 are advice; \"not sure\" names no row",
    ),
    always(
        "conditions",
        &["hip_replacement", "knee_replacement", "epilepsy", "hernia", "abdominal_surgery", "eye_surgery"],
        "2.4: CM-07, CM-08 and CM-14 hold by time or phase, which is asked next",
    ),
    always("surgery_weeks_hip", &["high"], "CM-07 holds under 12 weeks, or with limits in force"),
    always("surgery_weeks_knee", &["high"], "CM-08 holds under 12 weeks"),
    always("surgery_weeks_abdomen", &["high"], "CM-14 holds under 12 weeks"),
    always("surgery_weeks_eye", &["high"], "CM-14 holds under 12 weeks"),
];

/// What has to be answered before a question is asked.
const OPENS: [(&str, &str, &str); 15] = [
    ("fever_hours", "fever_sweats", "yes"),
    ("rigors_confused", "fever_sweats", "yes"),
    ("aaa_pain", "aaa_known", "small"),
    ("surgery_weeks_discectomy", "conditions", "discectomy"),
    ("surgery_weeks_fusion", "conditions", "fusion"),
    ("surgery_weeks_hip", "conditions", "hip_replacement"),
    ("surgery_weeks_knee", "conditions", "knee_replacement"),
    ("surgery_weeks_abdomen", "conditions", "abdominal_surgery"),
    ("surgery_weeks_eye", "conditions", "eye_surgery"),
    ("hip_limits_in_force", "conditions", "hip_replacement"),
    ("epilepsy_uncontrolled", "conditions", "epilepsy"),
    ("hernia_uncontrolled", "conditions", "hernia"),
    ("vertigo_recent", "vertigo", "yes"),
    ("fall_unexplained", "falls_12mo", "low"),
    ("muscle_pain_dark_urine", "medicines", "statin"),
];

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn question(key: &str) -> &'static Question {
    pack().question(&QuestionKey::try_from(key).unwrap()).unwrap_or_else(|| panic!("there is no {key}"))
}

/// Whether "not sure" holds at a level, in some case at least.
fn holds_unsure(question: &Question) -> bool {
    question.unsure.iter().any(|it| matches!(it.hold, Hold::At(_)))
}

/// Every answer of a question that tells of something, by name; the ends of a number are `low` and `high`.
fn tellings(question: &Question) -> Vec<(String, Answer)> {
    let raw = &question.raw;
    let end =
        |value: Option<f64>| Answer::Number(format!("{}", value.unwrap()).parse::<i64>().unwrap() * 1000);
    let told = raw.choices.iter().filter(|it| !["no", "none"].contains(&it.as_str()));
    match raw.kind {
        Kind::YesNo => vec![("yes".to_owned(), Answer::YesNo(true))],
        Kind::Choice => told.map(|it| (it.clone(), Answer::Choice(it.clone()))).collect(),
        Kind::Multi => told.map(|it| (it.clone(), Answer::Multi([it.clone()].into()))).collect(),
        Kind::Int => {
            vec![("low".to_owned(), end(raw.min.map(|it| it.max(1.0)))), ("high".to_owned(), end(raw.max))]
        }
        Kind::Decimal | Kind::Numbers | Kind::Words => panic!("{} is of no kind that holds", raw.key),
    }
}

/// The quietest answer: what somebody says whom the question does not concern any more.
fn quiet(question: &Question) -> Answer {
    let raw = &question.raw;
    match raw.kind {
        Kind::YesNo => Answer::YesNo(false),
        Kind::Choice => {
            let none = raw.choices.iter().find(|it| ["no", "none", "stable"].contains(&it.as_str()));
            Answer::Choice(none.unwrap_or_else(|| panic!("{} has no quiet choice", raw.key)).clone())
        }
        Kind::Multi => Answer::Multi([].into()),
        // An operation or a change of long ago, and a fever of an hour.
        Kind::Int if raw.key.as_str() == "fever_hours" => Answer::Number(1000),
        Kind::Int => tellings(question).pop().unwrap().1,
        Kind::Decimal | Kind::Numbers | Kind::Words => panic!("{} has no quiet answer", raw.key),
    }
}

fn put(intake: &mut Intake, key: &str, given: Given) {
    intake.answers.insert(QuestionKey::try_from(key).unwrap(), given);
}

/// The level when everything that an answer calls for is answered quietly.
fn level(mut intake: Intake) -> TriageLevel {
    for question in &pack().questions {
        let key = &question.raw.key;
        let held = question.missing.iter().any(|it| it.hold != Hold::No || it.value.is_some());
        let open = question.ask_when.is_some() && held && intake.given(key.as_str()).is_none();
        if open && assessment::screening::asked(pack(), &intake, question, AS_OF) {
            put(&mut intake, key.as_str(), Given::Answered(quiet(question)));
        }
    }
    screen(pack(), &intake, AS_OF).level
}

/// Whether the reference itself makes an answer of this person weigh less.
fn is_excepted(clean: &Intake, key: &str, telling: &str) -> bool {
    EXCEPTIONS.iter().any(|it| it.key == key && it.tellings.contains(&telling) && (it.whom)(clean))
}

/// The intake in which a question is asked.
fn opened(clean: &Intake, key: &str) -> Intake {
    let mut intake = clean.clone();
    if let Some((_, opening, telling)) = OPENS.iter().find(|(it, ..)| *it == key) {
        let told = tellings(question(opening)).into_iter().find(|(it, _)| it == telling);
        put(&mut intake, opening, Given::Answered(told.unwrap().1));
    }
    if key == "bp_signs" {
        put(&mut intake, "bp_sys", Given::Answered(Answer::Numbers(vec![185_000])));
    }
    intake
}

/// The level with this answer to this question.
fn level_with(opened: &Intake, key: &str, given: Given) -> TriageLevel {
    let mut intake = opened.clone();
    put(&mut intake, key, given);
    level(intake)
}

/// Every answer that weighs less than "not sure" about the same question, without being excepted.
fn lighter_than_unsure(clean: &Intake) -> Vec<String> {
    let mut lighter = Vec::new();
    for question in pack().questions.iter().filter(|it| holds_unsure(it)) {
        let key = question.raw.key.as_str();
        let opened = opened(clean, key);
        let asked = assessment::screening::asked(pack(), &opened, question, AS_OF);
        assert!(asked || key == "pregnant_postpartum", "nothing opens {key}");
        let unsure = level_with(&opened, key, Given::Unsure);
        for (telling, answer) in tellings(question) {
            let told = level_with(&opened, key, Given::Answered(answer));
            if told < unsure && !is_excepted(clean, key, &telling) {
                lighter.push(format!("{key} = {telling} is {told}, not sure is {unsure}"));
            }
        }
    }
    lighter
}

/// The example, at another age and with other harmless facts.
fn clean(age: i16, area: usize, active: bool, smoke: bool) -> Intake {
    let mut intake = assessment::intake::read(pack(), EXAMPLE.as_bytes(), AS_OF).unwrap();
    intake.birth_year = 2026 - age - 1;
    let area: &[&str] = [&[][..], &["low"], &["mid", "leg_only"]][area];
    let area = Answer::Multi(area.iter().map(|it| (*it).to_owned()).collect());
    put(&mut intake, "back_pain_area", Given::Answered(area));
    put(&mut intake, "active_3mo", Given::Answered(Answer::YesNo(active)));
    put(&mut intake, "smoke_ever", Given::Answered(Answer::YesNo(smoke)));
    put(&mut intake, "pregnant_postpartum", Given::Answered(Answer::YesNo(false)));
    intake
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_yes_never_weighs_less_than_not_sure(
        age in 18i16..100,
        area in 0usize..3,
        active in any::<bool>(),
        smoke in any::<bool>(),
    ) {
        let lighter = lighter_than_unsure(&clean(age, area, active, smoke));
        prop_assert!(lighter.is_empty(), "{}", lighter.join("\n"));
    }
}

#[test]
fn new_severe_pain_is_urgent_the_same_day_at_any_age() {
    for (age, place) in [(30, "abdomen"), (58, "both"), (58, "back"), (75, "back")] {
        let mut intake = clean(age, 1, true, false);
        put(&mut intake, "severe_new_pain", Given::Answered(Answer::Choice(place.to_owned())));
        let disposition = screen(pack(), &intake, AS_OF);
        assert_eq!(disposition.level, TriageLevel::Urgent, "{age} {place}");
        assert!(disposition.fired[0].same_day, "{age} {place}");
    }
}

/// An exception that is none any more must leave the list.
#[test]
fn every_exception_still_weighs_less() {
    for it in EXCEPTIONS {
        let people = [clean(58, 1, true, false), clean(58, 0, false, false)];
        for telling in it.tellings {
            let weighs_less = |clean: &Intake| {
                let opened = opened(clean, it.key);
                let answer =
                    tellings(question(it.key)).into_iter().find(|(name, _)| name == telling).unwrap().1;
                let told = level_with(&opened, it.key, Given::Answered(answer));
                (it.whom)(clean) && told < level_with(&opened, it.key, Given::Unsure)
            };
            assert!(people.iter().any(weighs_less), "{} = {telling}: {}", it.key, it.because);
        }
    }
}
