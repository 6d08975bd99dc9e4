//! `plumbline coach`: a coach's order, carried out within the hard filters or refused with the filter's name.

use chart::{Body, Role};
use knowledge::Locale;
use model::ExerciseId;
use outcomes::Words;
use prescription::{Order, What, refusal};
use std::path::PathBuf;

use crate::Done;
use crate::clock::When;
use crate::commands::adapt::{in_force, propose};
use crate::commands::chart_file::ChartFile;
use crate::commands::person::pack;
use crate::print;
use crate::report::Failure;

/// The order.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A chart (NDJSON).
    chart: PathBuf,
    #[command(subcommand)]
    order: Command,
    /// Why, in the coach's words.
    #[arg(long, global = true, default_value = "")]
    note: String,
    /// Adds the order and the next prescription to the chart.
    #[arg(long, global = true)]
    record: bool,
    /// One JSON object instead of words.
    #[arg(long, global = true)]
    json: bool,
    #[command(flatten)]
    when: When,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Brings an exercise in.
    Pin {
        /// The exercise.
        exercise: ExerciseId,
        /// On this day of the programme: A, B.
        #[arg(long)]
        day: Option<String>,
    },
    /// Keeps an exercise out.
    Ban {
        /// The exercise.
        exercise: ExerciseId,
    },
    /// Takes another exercise in its place.
    Swap {
        /// The exercise.
        exercise: ExerciseId,
        /// The other one.
        to: ExerciseId,
    },
    /// Gives an exercise another dose.
    Dose {
        /// The exercise.
        exercise: ExerciseId,
        /// Sets.
        #[arg(long)]
        sets: Option<u32>,
        /// Repetitions a set.
        #[arg(long)]
        reps: Option<u32>,
    },
    /// Takes back what was ordered or stopped before.
    Free {
        /// The exercise.
        exercise: ExerciseId,
    },
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    let as_of = args.when.day()?;
    let mut file = ChartFile::read(pack, &args.chart)?;
    let programme = in_force(pack, &file)?;
    let (exercise, what) = match &args.order {
        Command::Pin { exercise, day } => (exercise, What::Pin { day: day.clone() }),
        Command::Ban { exercise } => (exercise, What::Ban),
        Command::Swap { exercise, to } => (exercise, What::Swap { to: to.clone() }),
        Command::Dose { exercise, sets, reps } => (exercise, What::Dose { sets: *sets, reps: *reps }),
        Command::Free { exercise } => (exercise, What::Free),
    };
    let order = Order { date: as_of, exercise: exercise.clone(), what, note: args.note.clone() };
    if let Some(refused) = refusal(pack, &programme.prescription, &order) {
        let standing = chart::standing(pack, &file.entries, as_of);
        let intake = standing.ok_or_else(|| file.fault("the chart holds no intake by that day"))?.intake;
        let words = Words::of(pack, Locale::En, &intake);
        words.refusal(&refused).iter().for_each(|it| print::error(it));
        return Err(Failure::Held);
    }
    file.add(Role::Coach, Body::Order(order));
    propose(pack, &mut file, &programme, as_of, (args.json, args.record))
}
