//! Checks what `dosage.toml`, `planner.toml`, `roster.toml` and the questions name by key: tests, words, ages and days that make sense.

use model::{ExerciseId, TestId};

use super::Raw;
use crate::Fault;
use crate::raw::Adults;
use crate::raw::dosage::Dosage;
use crate::raw::planner::Planner;
use crate::raw::roster::Roster;

pub(super) fn check(
    raw: &Raw,
    (dosage, planner, roster, adults): (Option<&Dosage>, Option<&Planner>, Option<&Roster>, Option<&Adults>),
    faults: &mut Vec<Fault>,
) {
    questions(raw, faults);
    if let Some(dosage) = dosage {
        chair_stands(raw, dosage, faults);
        most_days(raw, dosage, faults);
        walking_goal(raw, dosage, faults);
    }
    if let Some(planner) = planner {
        directions(raw, planner, faults);
        transfers(raw, planner, faults);
    }
    waits(roster, faults);
    if let Some(adults) = adults.filter(|it| !(0..it.age_max).contains(&it.age_min)) {
        let problem = format!("{} is not below `age_max`", adults.age_min);
        faults.push(Fault::new("screening/adults.toml", "age_min", problem));
    }
}

/// A roster that waits no day would say of everybody, every day, that nothing was told. What is more serious is not due later.
fn waits(roster: Option<&Roster>, faults: &mut Vec<Fault>) {
    let Some(roster) = roster else { return };
    if roster.no_log_days < 1 || roster.clearance_ahead_days < 1 {
        faults.push(Fault::new("roster.toml", "roster", "days are counted from 1"));
    }
    let due = roster.alarm_due_hours;
    if due.emergency < 1 {
        faults.push(Fault::new("roster.toml", "alarm_due_hours", "hours are counted from 1"));
    }
    if due.emergency > due.urgent || due.urgent > due.other {
        let problem = "an emergency is due no later than what is urgent, and that no later than the rest";
        faults.push(Fault::new("roster.toml", "alarm_due_hours", problem));
    }
}

fn chair_stands(raw: &Raw, dosage: &Dosage, faults: &mut Vec<Fault>) {
    let level = &dosage.level;
    for test in [&level.chair_stand, &level.chair_stand_senior].into_iter().filter(|it| !is_test(raw, it)) {
        faults.push(Fault::new("dosage.toml", &level.id, format!("there is no test {test}")));
    }
}

/// The goal of walking names exercises, and the blocks that walk on to it come behind templates that there are.
fn walking_goal(raw: &Raw, dosage: &Dosage, faults: &mut Vec<Fault>) {
    let exists = |id: &ExerciseId| raw.exercises.iter().any(|(_, it)| it.id == *id);
    for id in dosage.aerobic.goal_entries.iter().filter(|id| !exists(id)) {
        faults.push(Fault::new("dosage.toml", "DP-20", format!("there is no exercise {id}")));
    }
    for (path, template) in &raw.templates {
        let after = template.keeps.iter().flat_map(|it| &it.after);
        for id in after.filter(|id| !raw.templates.iter().any(|(_, it)| it.id == **id && it.keeps.is_none()))
        {
            faults.push(Fault::new(
                path,
                &template.id,
                format!("comes after `{id}`, which is no programme to begin with"),
            ));
        }
    }
}

/// Every entry is in the catalogue, and no tag asks for nothing.
fn most_days(raw: &Raw, dosage: &Dosage, faults: &mut Vec<Fault>) {
    for need in &dosage.most_days {
        let known = |id: &ExerciseId| raw.exercises.iter().any(|(_, it)| it.id == *id);
        for id in need.entries.iter().filter(|id| !known(id)) {
            faults.push(Fault::new("dosage.toml", &need.rule, format!("there is no exercise {id}")));
        }
        if need.entries.is_empty() || !(1..=7).contains(&need.days_min) {
            faults.push(Fault::new("dosage.toml", &need.rule, "`most_days` needs entries, and 1 to 7 days"));
        }
    }
}

fn directions(raw: &Raw, planner: &Planner, faults: &mut Vec<Fault>) {
    let mut questions = raw.questions.iter().flat_map(|(_, file)| &file.question);
    let choices = questions.find(|it| it.key.as_str() == "aggravating").map(|it| it.choices.as_slice());
    for direction in &planner.direction {
        if !choices.unwrap_or_default().contains(&direction.word) {
            let problem = format!("`{}` is not a choice of `aggravating` (DP-46)", direction.word);
            faults.push(Fault::new("planner.toml", &direction.word, problem));
        }
    }
}

fn transfers(raw: &Raw, planner: &Planner, faults: &mut Vec<Fault>) {
    for it in &planner.transfer {
        let known = |id: &ExerciseId| raw.exercises.iter().any(|(_, it)| it.id == *id);
        for id in it.entries.iter().filter(|id| !known(id)) {
            faults.push(Fault::new("planner.toml", &it.key, format!("there is no exercise {id}")));
        }
    }
}

fn questions(raw: &Raw, faults: &mut Vec<Fault>) {
    for (path, question) in
        raw.questions.iter().flat_map(|(path, it)| it.question.iter().map(move |q| (path, q)))
    {
        if let Some(test) = question.test.as_ref().filter(|it| !is_test(raw, it)) {
            faults.push(Fault::new(path, &question.key, format!("there is no test {test}")));
        }
    }
}

fn is_test(raw: &Raw, id: &TestId) -> bool {
    raw.tests.iter().any(|(_, it)| it.id == *id)
}
