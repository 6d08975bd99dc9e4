//! `plumbline simulate`: invented members led through the engine's programmes, and what must never happen counted.
//!
//! The simulator decides what comes of them. Here are the threads, the file that a run is gone on with, the progress bar, and
//! what Ctrl-C does: it lets the chunks in hand come to their end, so that nothing counted is lost or counted by half.

mod saved;
mod text;

use anyhow::anyhow;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use simulator::{CHUNK, Policy, Progress, Report, Settings, World};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::Done;
use crate::commands::person::pack;
use crate::print;
use crate::report::Failure;
use saved::Saved;

/// More than this would take days.
const MEMBERS_MAX: u64 = 100_000_000;
/// The template that members follow ends there.
const WEEKS_MAX: u64 = 6;
const THREADS_MAX: u64 = 1024;

/// What to run.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many invented members.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MEMBERS_MAX))]
    members: u64,
    /// How many weeks of the programme they live through.
    #[arg(long, value_name = "W", default_value_t = WEEKS_MAX, value_parser = clap::value_parser!(u64).range(1..=WEEKS_MAX))]
    weeks: u64,
    /// What the drawing starts from: the same seed gives the same members on the same days.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Threads, instead of as many as this machine has; what comes out does not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u64).range(1..=THREADS_MAX))]
    threads: Option<u64>,
    /// One JSON object instead of words (docs/simulate.md).
    #[arg(long)]
    json: bool,
    /// Keeps what is counted in this file after every chunk, and goes on from it if it is there.
    #[arg(long, value_name = "FILE")]
    resume: Option<PathBuf>,
    /// What decides about the sessions: ours, fixed, linear.
    #[arg(long, value_name = "P,P", value_delimiter = ',', default_value = "ours,fixed,linear", value_parser = policy)]
    policy: Vec<Policy>,
}

pub(crate) fn run(args: &Args) -> Done {
    let world = World::new(pack()?)?;
    let new = Progress::new(&world, settings(args));
    let saved = args.resume.as_deref().map(Saved::at);
    let mut progress = match &saved {
        Some(saved) => saved.read_or(new)?,
        None => new,
    };
    let bar = bar(&progress);
    let ended = ends_on_interrupt(&bar)?;
    // Written before the first chunk, so that a place that cannot be written to is known at once and not after an hour.
    let mut fault = saved.as_ref().map_or(Ok(()), |it| it.write(&progress));
    if fault.is_ok() {
        simulator::run(&world, &mut progress, threads(args), &ended, |progress| {
            show(&bar, progress);
            let written = saved.as_ref().map_or(Ok(()), |it| it.write(progress));
            if fault.is_ok() && written.is_err() {
                fault = written;
                ended.store(true, Ordering::Relaxed);
            }
        });
    }
    bar.finish_and_clear();
    let report = Report::of(&progress);
    if args.json {
        print::line(&serde_json::to_string_pretty(&report)?);
    } else {
        text::report(&report);
    }
    fault?;
    match report.violations() {
        0 => Ok(()),
        count => Err(Failure::Other(anyhow!("violations: {count}; the engine did what must never happen"))),
    }
}

fn settings(args: &Args) -> Settings {
    let chosen = |it: &Policy| args.policy.contains(it);
    let policies = Policy::ALL.into_iter().filter(chosen).collect();
    Settings { members: args.members, weeks: args.weeks, seed: args.seed, policies }
}

fn policy(name: &str) -> Result<Policy, String> {
    let found = Policy::ALL.into_iter().find(|it| it.name() == name);
    found.ok_or_else(|| format!("`{name}` is not one of {}", Policy::ALL.map(Policy::name).join(", ")))
}

fn threads(args: &Args) -> usize {
    let all = || std::thread::available_parallelism().map_or(1, usize::from);
    args.threads.and_then(|it| usize::try_from(it).ok()).unwrap_or_else(all)
}

/// The progress bar, on standard error where that is a terminal.
fn bar(progress: &Progress) -> ProgressBar {
    let members = progress.settings.members;
    let bar = ProgressBar::with_draw_target(Some(members), ProgressDrawTarget::stderr());
    let style = "{bar:30} {human_pos} of {human_len} members, {per_sec}, {msg}, {eta} left";
    bar.set_style(ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()));
    show(&bar, progress);
    // What an earlier run did says nothing about how fast this one is.
    bar.reset_eta();
    bar.enable_steady_tick(Duration::from_secs(1));
    bar
}

fn show(bar: &ProgressBar, progress: &Progress) {
    let (done, chunks) = (progress.chunks_done(), progress.settings.chunks());
    bar.set_message(format!("{done} of {chunks} chunks of {CHUNK}"));
    bar.set_position(progress.totals.members());
}

/// What the first Ctrl-C sets; the second one ends the program where it stands.
fn ends_on_interrupt(bar: &ProgressBar) -> Result<Arc<AtomicBool>, Failure> {
    let ended = Arc::new(AtomicBool::new(false));
    let (flag, bar) = (Arc::clone(&ended), bar.clone());
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            stop_at_once();
        }
        bar.suspend(|| print::error("ending after the chunks in hand; Ctrl-C once more ends at once"));
    })?;
    Ok(ended)
}

#[expect(clippy::exit, reason = "who presses Ctrl-C twice does not want to wait for the chunks in hand")]
fn stop_at_once() -> ! {
    std::process::exit(130)
}
