//! `plumbline explain`: why an exercise is in the programme, or why not.

use knowledge::Locale;
use model::ExerciseId;
use outcomes::Words;
use prescription::{Input, Reason, Request};
use std::path::PathBuf;

use crate::Done;
use crate::clock::When;
use crate::commands::person::{self, pack};
use crate::commands::plan::{SIX_WEEKS, held};
use crate::print;
use crate::report::Failure;

/// What to explain.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// An intake file (TOML) or a chart (NDJSON).
    file: PathBuf,
    /// The exercise: C10, M10.
    exercise: ExerciseId,
    #[command(flatten)]
    when: When,
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    if !pack.exercises.contains_key(&args.exercise) {
        return Err(Failure::input(format!(
            "there is no exercise {}; `plumbline knowledge list` shows them all",
            args.exercise
        )));
    }
    let when = args.when.chosen(false)?;
    let person = person::read(pack, &args.file, when.as_of)?;
    let words = Words::of(pack, Locale::En, &person.intake);
    person.notes.iter().for_each(|it| print::error(it));
    let Ok(clearance) = &person.assessment.clearance else {
        return held(pack, &words, &person, false);
    };
    let request = Request { template: SIX_WEEKS.to_owned(), start: when.start, parent: None };
    let plan = prescription::plan(pack, clearance, Input::from(&person.assessment), &request)?;
    let id = &args.exercise;
    let reasons = |reasons: &[Reason]| {
        for reason in reasons {
            let rule = words.with("reason-rule", &[("rule", &reason.rule)]);
            print::line(&format!("  {} [{rule}]", words.reason(id, reason)));
            for observed in words.observations(reason, &person.intake, &person.assessment) {
                print::line(&format!("    {observed}"));
            }
        }
    };
    if let Some(choice) = plan.rationale().chosen.get(id) {
        let from = choice.from_week.map_or(String::new(), |week| format!(", from week {week}"));
        print::line(&format!(
            "{id} {}: in the programme, {} sessions{from}",
            words.exercise(id),
            choice.sessions
        ));
        reasons(&choice.because);
    } else if let Some(out) = plan.rationale().left_out.get(id) {
        print::line(&format!("{id} {}: not in the programme", words.exercise(id)));
        reasons(out);
        let input = Input::from(&person.assessment);
        let found = prescription::what_if(pack, clearance, input, &request, id)?;
        if found.is_empty() {
            print::line(&format!("  {}", words.say("what-if-none")));
        }
        for it in &found {
            let (lead, facts) = words.what_if(it);
            print::line(&format!("  {lead}"));
            for fact in &facts {
                print::line(&format!("    {fact}"));
            }
        }
    }
    for line in words.status([id.as_str()]) {
        print::line(&format!("  {line}"));
    }
    Ok(())
}
