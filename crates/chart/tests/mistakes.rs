//! "I pressed this by mistake" (RF-44): which lock it takes back, and that nothing else about a correction takes back any.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use assessment::Intake;
use assessment::screening::emergency_answered;
use chart::{Asked, Author, Body, Entry, FORM, Role, entry_misfits, read, standing, write};
use jiff::civil::{Date, date};
use knowledge::raw::question::Kind;
use knowledge::{Locale, Pack, Question};
use model::{Answer, Given, QuestionKey, TriageLevel};
use uuid::Uuid;

const EXAMPLE: &str = include_str!("../../../examples/office-worker-58.toml");
const ASKED: Date = date(2026, 11, 20);
const TODAY: Date = date(2026, 11, 22);

fn pack() -> &'static Pack {
    knowledge::bundled().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn key(word: &str) -> QuestionKey {
    QuestionKey::try_from(word).unwrap()
}

fn yes_no(yes: bool) -> Given {
    Given::Answered(Answer::YesNo(yes))
}

const YES: Given = Given::Answered(Answer::YesNo(true));
const NO: Given = Given::Answered(Answer::YesNo(false));

fn multi(word: &str) -> Given {
    Given::Answered(Answer::Multi([word.to_owned()].into()))
}

/// A screen in which nothing is wrong but these answers.
fn intake(answers: &[(&str, Given)]) -> Intake {
    let mut intake = assessment::intake::read(pack(), EXAMPLE.as_bytes(), TODAY).unwrap();
    intake.answers.extend(answers.iter().map(|(word, given)| (key(word), given.clone())));
    intake
}

/// The same as it was kept when an emergency was answered on the page of a question: later pages were not asked yet.
fn until_the_page_of(word: &str, mut intake: Intake) -> Intake {
    let place = |key: &QuestionKey| {
        let page = pack().question(key).map(|it| &it.raw.page)?;
        pack().public_pages.iter().position(|it| it == page)
    };
    let last = place(&key(word)).unwrap();
    intake.answers.retain(|key, _| place(key).is_some_and(|it| it <= last));
    intake
}

/// The screens of one sitting, each of which corrects the one before it.
struct Sitting(Vec<Entry>);

impl Sitting {
    fn of(intake: Intake) -> Self {
        Self(Vec::new()).and(intake, &[])
    }

    /// A screen more, in which questions were asked again that had been answered so first.
    fn and(mut self, intake: Intake, first: &[(&str, Given)]) -> Self {
        let number = self.0.len() as u128 + 1;
        let first = first.iter().map(|(word, given)| (key(word), given.clone()));
        let entry = Entry {
            form: FORM,
            id: Uuid::from_u128(number),
            author: Author { account: "invented".to_owned(), role: Role::Member, proxy_for: None },
            occurred_at: format!("{}T1{number}:00:00Z", intake.date).parse().unwrap(),
            recorded_at: None,
            seq: None,
            supersedes: self.0.last().map(|it| it.id),
            asked: Some(Asked::of(pack(), Locale::En, &intake).with_mistaken(first)),
            body: Body::Intake(intake),
        };
        assert_eq!(entry_misfits(pack(), &entry), Vec::<String>::new());
        self.0.push(entry);
        self
    }

    fn changed(mut self, change: impl FnOnce(&mut Vec<Entry>)) -> Self {
        change(&mut self.0);
        self
    }

    /// The rules that old screens lock by, each with its level.
    fn locks(&self) -> Vec<(String, TriageLevel)> {
        let locks = standing(pack(), &self.0, TODAY).unwrap().locks;
        locks.into_iter().map(|it| (it.rule, it.level)).collect()
    }

    fn level(&self) -> TriageLevel {
        standing(pack(), &self.0, TODAY).unwrap().clearance.err().map_or(TriageLevel::Ok, |it| it.level)
    }
}

/// "Yes" to numbness between the legs, kept at once.
fn numb() -> Sitting {
    Sitting::of(until_the_page_of("ces_saddle", intake(&[("ces_saddle", YES)])))
}

/// The same, called a mistake and answered with "no".
fn mistaken() -> Sitting {
    numb().and(intake(&[]), &[("ces_saddle", YES)])
}

fn mistaken_of(entry: &mut Entry) -> &mut std::collections::BTreeMap<QuestionKey, Given> {
    &mut entry.asked.as_mut().unwrap().mistaken
}

fn screen_of(entry: &mut Entry) -> &mut Intake {
    if let Body::Intake(it) = &mut entry.body { it } else { panic!("a screen was to be there") }
}

#[test]
fn an_emergency_that_was_called_a_mistake_leaves_no_lock() {
    assert_eq!(numb().level(), TriageLevel::Emergency);
    assert_eq!(
        numb().and(intake(&[]), &[]).level(),
        TriageLevel::Emergency,
        "a correction alone lifts nothing"
    );
    assert_eq!(mistaken().locks(), []);
    assert_eq!(mistaken().level(), TriageLevel::Ok);
}

#[test]
fn the_next_full_screen_does_not_bring_it_back() {
    let next = |sitting: Sitting| {
        sitting.and(Intake { date: TODAY, ..intake(&[]) }, &[]).changed(|it| it[2].supersedes = None)
    };
    assert_eq!(next(mistaken()).locks(), []);
    let unsaid = next(numb().and(intake(&[]), &[]));
    assert_eq!(unsaid.level(), TriageLevel::Emergency);
}

#[test]
fn every_emergency_that_one_answer_gives_can_be_taken_back() {
    let mut taken_back = std::collections::BTreeSet::new();
    for question in pack().questions.iter().filter(|it| pack().public_pages.contains(&it.raw.page)) {
        let word = question.raw.key.as_str();
        let Some(again) = intake(&[]).answers.remove(&question.raw.key) else { continue };
        for first in answers_to(question).into_iter().filter(|it| *it != again) {
            let kept = until_the_page_of(word, intake(&[(word, first.clone())]));
            if emergency_answered(pack(), &kept, ASKED).is_some() {
                let sitting = Sitting::of(kept).and(intake(&[]), &[(word, first.clone())]);
                assert_eq!(sitting.locks(), [], "{word}: {first:?}");
                taken_back.insert(word);
            }
        }
    }
    for word in ["ces_bladder", "ces_bowel", "both_legs_weak", "stroke_signs", "acute_signs"] {
        assert!(taken_back.contains(word), "{word} gave no emergency: {taken_back:?}");
    }
}

fn answers_to(question: &Question) -> Vec<Given> {
    let choices = question.raw.choices.iter();
    match question.raw.kind {
        Kind::YesNo => [true, false].map(yes_no).to_vec(),
        Kind::Choice => choices.map(|it| Given::Answered(Answer::Choice(it.clone()))).collect(),
        Kind::Multi => choices.map(|it| multi(it)).collect(),
        Kind::Int | Kind::Decimal | Kind::Numbers | Kind::Words => Vec::new(),
    }
}

#[test]
fn what_rests_on_the_same_answer_goes_with_it_and_nothing_else() {
    // The slipped vertebra counts as urgent with a sign from the nerves alone (CM-04).
    let slipped = ("conditions", multi("spondylolisthesis"));
    let with = |more: &[(&str, Given)]| intake(&[std::slice::from_ref(&slipped), more].concat());
    let first = with(&[("ces_saddle", YES)]);
    let all = Sitting::of(first.clone()).and(with(&[]), &[]).locks();
    assert!(all.contains(&("CM-04".to_owned(), TriageLevel::Urgent)), "{all:?}");
    assert_eq!(Sitting::of(first).and(with(&[]), &[("ces_saddle", YES)]).locks(), []);
    // Pain in both legs was told as well, and stays.
    let legs = ("both_legs_pain_new", YES);
    let first = intake(&[("ces_saddle", YES), legs.clone()]);
    let sitting = Sitting::of(first.clone()).and(intake(&[legs]), &[("ces_saddle", YES)]);
    assert_eq!(sitting.locks(), [("RF-06".to_owned(), TriageLevel::Urgent)]);
    // It stays too if it is gone from the second screen without a word.
    let sitting = Sitting::of(first).and(intake(&[]), &[("ces_saddle", YES)]);
    assert_eq!(sitting.locks(), [("RF-06".to_owned(), TriageLevel::Urgent)]);
}

#[test]
fn somebody_else_does_not_call_it_a_mistake() {
    let by = |change: fn(&mut Author)| mistaken().changed(|it| change(&mut it[1].author)).level();
    assert_eq!(by(|_| ()), TriageLevel::Ok);
    assert_eq!(by(|it| "another".clone_into(&mut it.account)), TriageLevel::Emergency);
    assert_eq!(by(|it| it.role = Role::Coach), TriageLevel::Emergency);
    assert_eq!(by(|it| it.proxy_for = Some("invented".to_owned())), TriageLevel::Emergency);
}

#[test]
fn a_screen_that_does_not_correct_it_or_does_not_stand_takes_nothing_back() {
    let locked = |change: &dyn Fn(&mut Vec<Entry>)| mistaken().changed(change).level();
    assert_eq!(locked(&|it| it[1].supersedes = None), TriageLevel::Emergency);
    assert_eq!(locked(&|it| it[1].supersedes = Some(it[1].id)), TriageLevel::Emergency);
    // From before the answer that it calls a mistake.
    assert_eq!(
        locked(&|it| it[1].occurred_at = "2026-11-20T08:00:00Z".parse().unwrap()),
        TriageLevel::Emergency
    );
    assert_eq!(locked(&|it| screen_of(&mut it[0]).date = TODAY), TriageLevel::Emergency);
    // Corrected itself, by a screen that no longer says so.
    let corrected = mistaken().and(intake(&[]), &[]);
    assert_eq!(corrected.level(), TriageLevel::Emergency);
}

#[test]
fn corrections_that_go_round_in_a_circle_end() {
    let circle = mistaken().and(intake(&[]), &[("ces_saddle", YES)]).changed(|it| {
        it[0].supersedes = Some(it[1].id);
        it[0].occurred_at = it[1].occurred_at;
    });
    assert_eq!(circle.locks(), []);
    // One that nothing in the circle corrects.
    let beside = circle.and(intake(&[("ces_saddle", YES)]), &[]).changed(|it| {
        it[3].supersedes = None;
        it[3].occurred_at = "2026-11-20T08:00:00Z".parse().unwrap();
    });
    assert_eq!(beside.level(), TriageLevel::Emergency);
}

#[test]
fn what_was_called_a_mistake_must_be_the_answer_that_was_given() {
    let first = |word: &str, given: Given| numb().and(intake(&[]), &[(word, given)]).level();
    assert_eq!(first("ces_saddle", YES), TriageLevel::Ok);
    assert_eq!(first("ces_saddle", NO), TriageLevel::Emergency);
    assert_eq!(first("ces_bladder", YES), TriageLevel::Emergency);
    // A "no" that stayed a "no" excuses no "yes" beside it.
    assert_eq!(first("ces_bladder", NO), TriageLevel::Emergency);
    let two = |first: &[(&str, Given)]| {
        let both = intake(&[("ces_saddle", YES), ("ces_bladder", YES)]);
        Sitting::of(both).and(intake(&[]), first).locks()
    };
    assert_eq!(two(&[("ces_saddle", YES), ("ces_bladder", YES)]), []);
    let locks = two(&[("ces_saddle", YES)]);
    assert!(!locks.is_empty() && locks.iter().all(|(rule, _)| rule == "RF-01"), "{locks:?}");
}

#[test]
fn one_answer_of_two_behind_a_rule_does_not_take_the_other_with_it() {
    // RF-12 rests on both.
    let signs = |chest: &str, clammy| intake(&[("acute_signs", multi(chest)), ("collapse_clammy", clammy)]);
    let chest = ("acute_signs", multi("chest"));
    let clear = || intake(&[]);
    let both = [chest.clone(), ("collapse_clammy", YES)];
    assert_eq!(Sitting::of(signs("chest", YES)).and(clear(), &both).locks(), []);
    let unsaid = Sitting::of(signs("chest", YES)).and(clear(), &[chest]);
    assert!(unsaid.locks().contains(&("RF-12".to_owned(), TriageLevel::Emergency)));
}

#[test]
fn an_emergency_again_and_not_sure_take_nothing_back() {
    let again = |given: Given| numb().and(intake(&[("ces_saddle", given)]), &[("ces_saddle", YES)]);
    assert_eq!(again(YES).level(), TriageLevel::Emergency);
    let unsure = again(Given::Unsure);
    assert!(unsure.locks().contains(&("RF-02".to_owned(), TriageLevel::Emergency)));
    // Asked again and answered "yes" again: a second "mistake" takes it back no more.
    let twice = again(YES).and(intake(&[]), &[("ces_saddle", YES)]);
    assert_eq!(twice.level(), TriageLevel::Emergency);
}

#[test]
fn not_sure_is_no_slip_of_the_finger() {
    let first = [("ces_saddle", YES), ("sexual_change", YES), ("ces_bladder", Given::Unsure)];
    let sitting = Sitting::of(intake(&first)).and(intake(&[]), &first);
    assert_eq!(sitting.locks(), [("ces_bladder".to_owned(), TriageLevel::Urgent)]);
}

#[test]
fn a_rule_that_still_holds_keeps_its_lock() {
    // Burning urine with fever stays, and is urgent; the chest pain beside it was the mistake (RF-21).
    let visceral = ("visceral", multi("burn_fever"));
    let chest = ("acute_signs", multi("chest"));
    let first = intake(&[visceral.clone(), chest.clone()]);
    let sitting = Sitting::of(first).and(intake(&[visceral]), &[chest]);
    let locks = sitting.locks();
    assert!(locks.contains(&("RF-21".to_owned(), TriageLevel::Emergency)), "{locks:?}");
    assert!(!locks.iter().any(|(rule, _)| rule == "RF-12"), "{locks:?}");
}

#[test]
fn only_an_emergency_is_asked_again() {
    let legs = ("both_legs_pain_new", YES);
    let sitting = Sitting::of(intake(std::slice::from_ref(&legs))).and(intake(&[]), &[legs]);
    assert_eq!(sitting.locks(), [("RF-06".to_owned(), TriageLevel::Urgent)]);
}

/// Two emergencies one after the other, each called a mistake.
fn two_mistakes() -> Sitting {
    let bladder = until_the_page_of("ces_saddle", intake(&[("ces_bladder", YES)]));
    numb().and(bladder, &[("ces_saddle", YES)]).and(intake(&[]), &[("ces_saddle", YES), ("ces_bladder", YES)])
}

#[test]
fn a_second_mistake_in_a_row_takes_back_both() {
    assert_eq!(two_mistakes().locks(), []);
    // The last screen names both, or what it does not name stays.
    let rules = |word: &str| {
        let sitting = two_mistakes().changed(|it| drop(mistaken_of(&mut it[2]).remove(&key(word))));
        sitting.locks().into_iter().map(|it| it.0).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(rules("ces_saddle"), ["RF-02".to_owned()].into());
    assert_eq!(rules("ces_bladder"), ["RF-01".to_owned()].into());
    // All in one hand.
    let other = two_mistakes().changed(|it| "another".clone_into(&mut it[1].author.account));
    assert_eq!(other.level(), TriageLevel::Emergency);
    // Until the second is called a mistake too, it holds.
    let open = two_mistakes().changed(|it| drop(it.pop()));
    assert_eq!((open.locks(), open.level()), (vec![], TriageLevel::Emergency));
}

#[test]
fn a_question_that_no_longer_arises_needs_no_second_answer() {
    let since = ("ces_onset_days", Given::Answered(Answer::Number(3000)));
    let course = ("ces_course", Given::Answered(Answer::Choice("new".to_owned())));
    let numb = intake(&[("ces_saddle", YES), since.clone(), course]);
    let sitting = Sitting::of(numb.clone()).and(intake(&[]), &[("ces_saddle", YES), since.clone()]);
    assert_eq!(sitting.locks(), []);
    assert_eq!(sitting.0[1].asked.as_ref().unwrap().mistaken, [(key("ces_saddle"), YES)].into());
    // How long it has been there was the mistake: what is left is urgent, by a rule of its own.
    let long = ("ces_onset_days", Given::Answered(Answer::Number(60_000)));
    let stable = ("ces_course", Given::Answered(Answer::Choice("stable".to_owned())));
    let first = intake(&[("ces_saddle", YES), since.clone(), stable.clone()]);
    let sitting = Sitting::of(first).and(intake(&[("ces_saddle", YES), long, stable]), &[since]);
    assert_eq!((sitting.locks(), sitting.level()), (vec![], TriageLevel::Urgent));
}

#[test]
fn what_was_called_a_mistake_is_read_back_and_must_fit() {
    let sitting = mistaken();
    let file = write(&sitting.0).unwrap();
    assert_eq!(read(pack(), file.as_bytes()).unwrap(), sitting.0);
    let said = r#","mistaken":{"ces_saddle":{"answered":{"yes-no":true}}}"#;
    assert_eq!(file.matches(said).count(), 1);
    let is_read = |with: &str| read(pack(), file.replace(said, with).as_bytes()).is_ok();
    // Entries from before there was such a field are read as they were.
    assert!(is_read(""));
    assert!(is_read(r#","mistaken":{"ces_bowel":"unsure"}"#));
    // What the two numbers of a reading were at first need not agree.
    assert!(is_read(
        r#","mistaken":{"pain_7d_worst":{"answered":{"number":0}},"pain_7d_average":{"answered":{"number":9000}}}"#
    ));
    for unfit in [
        r#"{"ces_saddle":{"answered":{"choice":"yes"}}}"#,
        r#"{"ces_saddel":{"answered":{"yes-no":true}}}"#,
        r#"{"micro_neuro":{"answered":{"yes-no":true}}}"#,
        r#"{"ces_onset_days":{"answered":{"number":3000}}}"#,
        r#"{"pain_now":{"answered":{"number":900000}}}"#,
        r#"{"ces_saddle":{"answered":{"yes-no":true}},"ces_saddle":"unsure"}"#,
    ] {
        assert!(!is_read(&format!(r#","mistaken":{unfit}"#)), "{unfit}");
    }
}
