//! `plumbline`: the one binary. Reads files and the clock, calls the crates that decide, and prints.
//!
//! Exit status: 0 done; 1 something else failed, or `simulate` found what must never happen; 2 the input cannot be read as
//! what it should be; 3 held, no plan was made.

mod clock;
mod commands;
mod print;
mod report;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

use commands::{
    adapt, backup, coach, explain, export, import, intake, knowledge, password, plan, replay, restore, serve,
    simulate, studios, verify,
};
use report::Failure;

/// The planner asks for much small memory, above all in `simulate` (docs/decisions/0015-mimalloc.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Safe, explained exercise programmes for people with back pain.
///
/// Not approved as a medical device by any regulator; in law it may count as one. Not a diagnosis. Its rules have
/// not yet been reviewed by a clinician. Get help at once for new numbness between the legs, trouble with bladder
/// or bowel, weakness in both legs, or chest pain.
#[derive(Parser)]
#[command(name = "plumbline", version)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the public door: the self-check and the 7-day plan.
    Serve(serve::Args),
    /// Prints a complete, commented intake file to start from, or its JSON Schema.
    Intake(intake::Args),
    /// Plans a programme for the person of an intake file or a chart.
    Plan(plan::Args),
    /// Says why an exercise is in the programme, or why not.
    Explain(explain::Args),
    /// The next prescription of a chart, with what is not as it was and why.
    Adapt(adapt::Args),
    /// A coach's order: pin, ban, swap, dose, free.
    Coach(coach::Args),
    /// Recomputes every stored decision of a chart, and compares.
    Replay(replay::Args),
    /// Leads invented members through the engine's programmes, and counts what must never happen.
    Simulate(simulate::Args),
    /// Lists the studios of a store, and their members.
    Studios(studios::Args),
    /// Sets the password of an account; it comes on standard input.
    Password(password::Args),
    /// Writes a member's chart as a file.
    Export(export::Args),
    /// Brings a chart file in.
    Import(import::Args),
    /// Copies a store while it is in use.
    Backup(backup::Args),
    /// Makes a store of a backup, and looks whether it is whole.
    Restore(restore::Args),
    /// Looks whether a store is whole.
    Verify(verify::Args),
    /// Checks, lists, shows and signs what Plumbline knows.
    #[command(subcommand)]
    Knowledge(knowledge::Command),
}

fn main() -> ExitCode {
    // Help is no failure; a call that cannot be understood is a file that cannot be read, as far as scripts care.
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let done = match args.command {
        Command::Serve(args) => serve::run(&args),
        Command::Intake(args) => intake::run(&args),
        Command::Plan(args) => plan::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Adapt(args) => adapt::run(&args),
        Command::Coach(args) => coach::run(&args),
        Command::Replay(args) => replay::run(&args),
        Command::Simulate(args) => simulate::run(&args),
        Command::Studios(args) => studios::run(&args),
        Command::Password(args) => password::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Backup(args) => backup::run(&args),
        Command::Restore(args) => restore::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Knowledge(command) => knowledge::run(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// What a command comes to.
type Done = Result<(), Failure>;
