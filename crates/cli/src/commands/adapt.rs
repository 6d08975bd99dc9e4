//! `plumbline adapt`: the next prescription of a chart, with what is not as it was and why.

use anyhow::Context as _;
use chart::{Body, Course, Next, NoProposal, Programme, Proposal, Role};
use jiff::civil::Date;
use knowledge::{Locale, Pack};
use model::Nprs;
use outcomes::Words;
use prescription::{Action, BlockDecision, Decision, high_start};
use serde_json::json;
use std::path::{Path, PathBuf};

use crate::Done;
use crate::clock::When;
use crate::commands::chart_file::ChartFile;
use crate::commands::person::pack;
use crate::commands::session_file::SessionFile;
use crate::print;
use crate::report::Failure;

/// What to adapt.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A chart (NDJSON).
    chart: PathBuf,
    /// A session told by hand (TOML).
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// Pain now, of ten, before the session of the day: says what it changes about that session alone.
    #[arg(long, value_name = "0..10", conflicts_with_all = ["log", "record", "json"])]
    pain_now: Option<i64>,
    /// Adds the session and the next prescription to the chart.
    #[arg(long)]
    record: bool,
    /// One JSON object instead of words.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    when: When,
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    let as_of = args.when.day()?;
    let mut file = ChartFile::read(pack, &args.chart)?;
    let programme = in_force(pack, &file)?;
    if let Some(pain) = args.pain_now {
        return before_session(pack, &file, as_of, pain);
    }
    if let Some(log) = &args.log {
        tell(pack, &mut file, log, &programme, as_of)?;
    }
    propose(pack, &mut file, &programme, as_of, (args.json, args.record))
}

/// The programme in force.
pub(crate) fn in_force(pack: &Pack, file: &ChartFile) -> Result<Programme, Failure> {
    chart::programme(pack, &file.entries).map_err(|error| file.fault(error))
}

/// Says what pain before a session changes about it (DP-44).
fn before_session(pack: &Pack, file: &ChartFile, as_of: Date, pain: i64) -> Done {
    let pain = Nprs::try_from(pain).map_err(|error| Failure::input(format!("--pain-now: {error}")))?;
    let standing =
        chart::standing(pack, &file.entries, as_of).ok_or_else(|| file.fault(NoProposal::NoIntake))?;
    let course = Course::of(pack, &file.entries);
    let found = high_start(pack, &standing.assessment.profile, course.told(), as_of, pain);
    let words = Words::of(pack, Locale::En, &standing.intake);
    match found {
        None => print::line(&words.say("difference-none")),
        Some(it) => {
            words.start(&it).iter().for_each(|it| print::line(it));
            print::line(&format!("[DP-44: {}]", it.observed.join(", ")));
        }
    }
    Ok(())
}

/// Adds what a session file tells.
fn tell(pack: &Pack, file: &mut ChartFile, log: &Path, programme: &Programme, as_of: Date) -> Done {
    let text = std::fs::read_to_string(log)
        .with_context(|| format!("cannot read {}", log.display()))
        .map_err(|error| Failure::input(format!("{error:#}")))?;
    let named = |faults: Vec<String>| {
        Failure::Input(faults.into_iter().map(|it| format!("{}: {it}", log.display())).collect())
    };
    let told = SessionFile::read(&text)
        .and_then(|it| it.records(pack, &programme.prescription, as_of))
        .map_err(named)?;
    told.follow_ups.into_iter().for_each(|it| file.add(Role::Member, Body::FollowUp(it)));
    told.session.into_iter().for_each(|it| file.add(Role::Member, Body::Session(it)));
    told.wishes.into_iter().for_each(|it| file.add(Role::Member, Body::Wish(it)));
    Ok(())
}

/// Prints what the chart asks for, and puts it in force if that is wanted.
pub(crate) fn propose(
    pack: &Pack,
    file: &mut ChartFile,
    programme: &Programme,
    as_of: Date,
    (as_json, record): (bool, bool),
) -> Done {
    let proposal = chart::proposal_from(pack, &file.entries, programme, as_of)
        .map_err(|error: NoProposal| file.fault(error))?;
    let standing =
        chart::standing(pack, &file.entries, as_of).ok_or_else(|| file.fault(NoProposal::NoIntake))?;
    let words = Words::of(pack, Locale::En, &standing.intake);
    let halted = match &proposal {
        Proposal::Next(next) => {
            if record {
                let decision = chart::decision(&next.prescription, as_of, file.last_seq());
                file.add(Role::Engine, Body::Decision(decision));
            }
            false
        }
        Proposal::Held(_) | Proposal::Halted(_) | Proposal::BlockDone => true,
    };
    if record {
        // What was told is kept also when it stops the programme.
        file.write()?;
    }
    if as_json {
        let decision = chart::block_decision(pack, &file.entries, &programme.prescription, as_of);
        print::line(&object(&words, &proposal, (programme, &decision))?);
    } else {
        if !programme.remade.is_empty() {
            print::line(&words.say("adapt-remade"));
        }
        say(&words, &proposal, programme);
        if matches!(proposal, Proposal::BlockDone) {
            let decision = chart::block_decision(pack, &file.entries, &programme.prescription, as_of);
            words.block(&decision).iter().for_each(|it| print::line(it));
            if decision.next.permits_maintenance() {
                print::line(&words.say("block-offer"));
            }
        }
    }
    if halted { Err(Failure::Held) } else { Ok(()) }
}

fn say(words: &Words<'_>, proposal: &Proposal, programme: &Programme) {
    match proposal {
        Proposal::Next(next) => say_next(words, next, programme),
        Proposal::Held(held) => {
            for part in ["title", "lead", "next"] {
                print::line(&words.say(&format!("level-{}.{part}", held.level)));
            }
            let card = words.safety_card();
            print::line(&card.title);
        }
        Proposal::Halted(halt) => words.halt(halt).iter().for_each(|it| print::line(it)),
        Proposal::BlockDone => print::line(&words.say("block-done")),
    }
}

fn say_next(words: &Words<'_>, next: &Next, programme: &Programme) {
    if next.differences.is_empty() {
        print::line(&words.say("difference-none"));
    }
    next.differences.iter().for_each(|it| print::line(&words.difference(it)));
    print::line("");
    for decision in since(next, programme) {
        let observed = decision.observed.join(", ");
        print::line(&format!(
            "{} {} [{}: {observed}]",
            decision.date,
            words.decision(decision),
            decision.rule
        ));
    }
    print::line("");
    print::line(&words.with("handout-plan", &[("fingerprint", &next.prescription.hash()[..12])]));
}

/// The decisions that are news: those since the programme in force was made, and whatever still holds. That
/// everything stays the same is no news.
fn since<'a>(next: &'a Next, programme: &Programme) -> impl Iterator<Item = &'a Decision> {
    let last = programme.decided.last().copied();
    next.adapted
        .decisions
        .iter()
        .filter(move |it| last.is_none_or(|last| it.date >= last) && it.action != Action::Hold)
}

fn object(
    words: &Words<'_>,
    proposal: &Proposal,
    (programme, decision): (&Programme, &BlockDecision),
) -> Result<String, Failure> {
    let object = match proposal {
        Proposal::Next(next) => json!({
            "version": 1,
            "outcome": "next",
            "parent": programme.prescription.hash(),
            "remade": programme.remade,
            "prescription": next.prescription,
            "hash": next.prescription.hash(),
            "from": next.adapted.from,
            "differences": next.differences.iter().map(|it| json!({ "detail": it, "says": words.difference(it) })).collect::<Vec<_>>(),
            "decisions": next.adapted.decisions.iter().map(|it| json!({ "detail": it, "says": words.decision(it) })).collect::<Vec<_>>(),
        }),
        Proposal::Held(held) => json!({ "version": 1, "outcome": "held", "level": held.level }),
        Proposal::Halted(halt) => {
            json!({ "version": 1, "outcome": "halted", "halt": halt, "says": words.halt(halt) })
        }
        Proposal::BlockDone => {
            let says = words.block(decision);
            json!({ "version": 1, "outcome": "block-done", "decision": decision, "says": says })
        }
    };
    Ok(serde_json::to_string_pretty(&object)?)
}
