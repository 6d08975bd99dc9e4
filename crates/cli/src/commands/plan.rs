//! `plumbline plan`: a programme, or a clear hold.

mod block;
mod json;
mod text;

use anyhow::Context as _;
use knowledge::{Locale, Pack};
use model::TriageLevel;
use outcomes::Words;
use paper::Paper;
use prescription::{Input, Prescription, Request};
use std::path::{Path, PathBuf};

use crate::Done;
use crate::clock::{Chosen, When};
use crate::commands::address::web_address;
use crate::commands::chart_file::ChartFile;
use crate::commands::person::{self, Person, pack};
use crate::commands::write::whole;
use crate::print;
use crate::report::Failure;

/// The template of the six-week programme.
pub(crate) const SIX_WEEKS: &str = "six-week";
/// The template of the free plan.
const SEVEN_DAYS: &str = "seven-day";

/// What to plan, and how to put it out.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// An intake file (TOML) or a chart (NDJSON).
    file: PathBuf,
    /// The free plan of seven days.
    #[arg(long, value_name = "7", value_parser = clap::value_parser!(u8).range(7..=7), conflicts_with = "weeks")]
    days: Option<u8>,
    /// The programme of six weeks, which is what is planned when nothing is said.
    #[arg(long, value_name = "6", value_parser = clap::value_parser!(u8).range(6..=6))]
    weeks: Option<u8>,
    /// A block behind the programme of a chart whose last week is over: `maintenance` keeps what was reached. FILE is the
    /// chart, or an intake file with the new screen, which goes into the chart of `--into` first.
    #[arg(long, value_name = "BLOCK", value_parser = ["maintenance"], conflicts_with_all = ["days", "weeks", "start"])]
    block: Option<String>,
    /// One JSON object instead of words.
    #[arg(long)]
    json: bool,
    /// Writes a PDF.
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// US Letter instead of A4.
    #[arg(long, requires = "pdf")]
    letter: bool,
    /// Writes a calendar file.
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// Puts the plan in force in a chart; with an intake file, the intake goes into the chart first.
    #[arg(long, value_name = "CHART", conflicts_with = "days")]
    into: Option<PathBuf>,
    /// The public address of your door, printed for whoever wants a plan of their own; none is printed without it.
    #[arg(long, value_name = "URL", value_parser = web_address)]
    address: Option<String>,
    #[command(flatten)]
    when: When,
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    if let Some(block) = &args.block {
        return block::run(pack, args, block);
    }
    let template = if args.days.is_some() { SEVEN_DAYS } else { SIX_WEEKS };
    let when = args.when.chosen(args.days.is_some())?;
    let person = person::read(pack, &args.file, when.as_of)?;
    let words = Words::of(pack, Locale::En, &person.intake);
    if let Some(read) = &when.read {
        print::error(read);
    }
    person.notes.iter().for_each(|it| print::error(it));
    let Ok(clearance) = &person.assessment.clearance else {
        return put_out_hold(args, (pack, &words), &person);
    };
    let request = Request { template: template.to_owned(), start: when.start, parent: None };
    let plan = prescription::plan(pack, clearance, Input::from(&person.assessment), &request)?;
    if let Some(into) = &args.into {
        put_in_force(pack, (&args.file, into), &person, &plan, &when)?;
    }
    put_out(args, (pack, &words), &person, &plan, &when)
}

fn put_out(
    args: &Args,
    (pack, words): (&Pack, &Words<'_>),
    person: &Person,
    plan: &Prescription,
    when: &Chosen,
) -> Done {
    let self_check = args.address.as_ref().map(|it| format!("{it}/check"));
    let handout = words.handout(&person.intake, &person.assessment, plan, self_check.as_deref());
    let keeping = words.keeping(plan);
    if let Some(file) = &args.pdf {
        let bytes = match &keeping {
            Some(keeping) => paper::keeping_pdf(&handout, keeping, size(args))?,
            None => paper::handout_pdf(&handout, size(args))?,
        };
        write(file, &bytes)?;
    }
    if let Some(file) = &args.ics {
        let made_at =
            when.as_of.to_zoned(jiff::tz::TimeZone::UTC).context("the day has no beginning")?.timestamp();
        let calendar = paper::calendar(&plan.hash(), &words.calendar(plan, &when.zone), made_at)?;
        write(file, calendar.as_bytes())?;
    }
    if args.json {
        print::line(&json::plan(pack, words, person, Some(plan))?);
    } else if args.pdf.is_none() && args.ics.is_none() {
        text::handout(words, &handout, keeping.as_ref());
    }
    Ok(())
}

/// Adds the plan to a chart, and before it the intake that it was made from, unless that came from the chart.
fn put_in_force(
    pack: &Pack,
    (from, into): (&Path, &Path),
    person: &Person,
    plan: &Prescription,
    when: &Chosen,
) -> Done {
    let mut file = ChartFile::read_or_new(pack, into)?;
    if from != into {
        file.add_intake(pack, &person.intake);
    }
    let decision = chart::decision(plan, when.as_of, file.last_seq());
    file.add(chart::Role::Engine, chart::Body::Decision(decision));
    file.write()?;
    print::error(&format!("wrote {}", into.display()));
    Ok(())
}

fn size(args: &Args) -> Paper {
    if args.letter { Paper::Letter } else { Paper::A4 }
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    whole(file, bytes)?;
    print::error(&format!("wrote {}", file.display()));
    Ok(())
}

/// The card or letter of a hold, on paper.
fn hold_pdf(args: &Args, words: &Words<'_>, person: &Person, file: &Path) -> Result<(), Failure> {
    let (intake, assessment) = (&person.intake, &person.assessment);
    let bytes = match assessment.disposition.level {
        TriageLevel::Emergency | TriageLevel::Urgent => {
            paper::letter_pdf(&words.red_flag_letter(intake, assessment), size(args))?
        }
        TriageLevel::SeeClinician if assessment.disposition.unanswered.is_empty() => {
            paper::waiting_pdf(&words.waiting_card(intake, assessment), size(args))?
        }
        TriageLevel::SeeClinician | TriageLevel::Incomplete | TriageLevel::Caution | TriageLevel::Ok => {
            print::error("no PDF was made: there is nothing to print until the open answers are given");
            return Ok(());
        }
    };
    write(file, &bytes)
}

/// The hold, printed and on paper.
fn put_out_hold(args: &Args, (pack, words): (&Pack, &Words<'_>), person: &Person) -> Done {
    if let Some(file) = &args.pdf {
        hold_pdf(args, words, person, file)?;
    }
    no_calendar(args);
    held(pack, words, person, args.json)
}

fn no_calendar(args: &Args) {
    if args.ics.is_some() {
        print::error("no calendar was made: there is no programme");
    }
}

/// Says why no plan was made.
pub(crate) fn held(pack: &Pack, words: &Words<'_>, person: &Person, as_json: bool) -> Done {
    if as_json {
        print::line(&json::plan(pack, words, person, None)?);
    } else {
        text::hold(pack, words, person);
    }
    Err(Failure::Held)
}
