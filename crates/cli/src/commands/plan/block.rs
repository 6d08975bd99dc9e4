//! `plumbline plan --block`: the block behind the programme of a chart, or a clear word why there is none.

use assessment::Intake;
use chart::{Beginning, Body, NoProposal, Role};
use jiff::civil::Date;
use knowledge::{Locale, Pack};
use outcomes::Words;
use prescription::{BlockDecision, NextBlock, Prescription};
use serde_json::{Value, json};
use std::path::Path;

use super::{Args, no_calendar, put_out, put_out_hold, size, write};
use crate::Done;
use crate::commands::adapt::in_force;
use crate::commands::chart_file::ChartFile;
use crate::commands::person;
use crate::print;
use crate::report::Failure;

pub(super) fn run(pack: &Pack, args: &Args, template: &str) -> Done {
    let as_of = args.when.day()?;
    let when = args.when.chosen(false)?;
    let (mut file, screen) = open(pack, args, as_of)?;
    if let Some(intake) = &screen {
        file.add_intake(pack, intake);
    }
    let programme = in_force(pack, &file)?;
    let beginning = chart::begin_block(pack, &file.entries, &programme, template, as_of)
        .map_err(|error: NoProposal| file.fault(error))?;
    let standing =
        chart::standing(pack, &file.entries, as_of).ok_or_else(|| file.fault(NoProposal::NoIntake))?;
    let person = person::of_standing(pack, standing);
    let words = Words::of(pack, Locale::En, &person.intake);
    person.notes.iter().for_each(|it| print::error(it));
    if let Beginning::Begins(next) = &beginning {
        let decision = chart::decision(&next.prescription, as_of, file.last_seq());
        file.add(Role::Engine, Body::Decision(decision));
    }
    // A screen that was told is kept also when no block begins.
    let news = screen.is_some() || matches!(beginning, Beginning::Begins(_));
    if let Some(into) = args.into.as_ref().filter(|_| news) {
        file.write()?;
        print::error(&format!("wrote {}", into.display()));
    }
    match beginning {
        Beginning::Begins(next) => put_out(args, (pack, &words), &person, &next.prescription, &when),
        Beginning::Held(_) => put_out_hold(args, (pack, &words), &person),
        Beginning::Halted(halt) => {
            let object = json!({ "outcome": "halted", "halt": halt });
            refuse(args, &words.halt(&halt), object)
        }
        Beginning::NotOver { last } => {
            let line = words.with("block-not-over", &[("date", &last.to_string())]);
            refuse(args, &[line], json!({ "outcome": "not-over", "last": last }))
        }
        Beginning::Away { since, days } => {
            let blanks = [("date", since.to_string()), ("days", days.to_string())];
            let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, it)| (*name, it.as_str())).collect();
            let line = words.with("block-away", &blanks);
            refuse(args, &[line], json!({ "outcome": "away", "since": since, "days": days }))
        }
        Beginning::Refused(decision) => {
            letter(args, &words, &person.intake, (&decision, &programme.prescription))?;
            let object = json!({ "outcome": "refused", "decision": decision });
            refuse(args, &words.block(&decision), object)
        }
    }
}

/// The chart that the block goes behind, and the new screen if FILE is one.
fn open(pack: &Pack, args: &Args, as_of: Date) -> Result<(ChartFile, Option<Intake>), Failure> {
    let is_chart = |it: &Path| it.extension().is_some_and(|it| it == "ndjson");
    match &args.into {
        _ if is_chart(&args.file) && args.into.as_ref().is_none_or(|it| *it == args.file) => {
            Ok((ChartFile::read(pack, &args.file)?, None))
        }
        Some(into) if !is_chart(&args.file) => {
            let screen = person::read(pack, &args.file, as_of)?.intake;
            Ok((ChartFile::read(pack, into)?, Some(screen)))
        }
        Some(_) => Err(Failure::input("--block: the block goes into the chart that it follows")),
        None => Err(Failure::input("--block: a block follows a programme; name its chart, or --into CHART")),
    }
}

/// The letter where a clinician is to have a look first (CT-04).
fn letter(
    args: &Args,
    words: &Words<'_>,
    intake: &Intake,
    (decision, plan): (&BlockDecision, &Prescription),
) -> Done {
    match &args.pdf {
        Some(file) if decision.next == NextBlock::SeeClinician => {
            write(file, &paper::letter_pdf(&words.outcome_letter(intake, decision, plan), size(args))?)
        }
        Some(_) | None => Ok(()),
    }
}

/// Says why no block begins.
fn refuse(args: &Args, says: &[String], mut object: Value) -> Done {
    no_calendar(args);
    if args.json {
        object["version"] = json!(1);
        object["says"] = json!(says);
        print::line(&serde_json::to_string_pretty(&object)?);
    } else {
        for line in says {
            print::line(line);
        }
    }
    Err(Failure::Held)
}
