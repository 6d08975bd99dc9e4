//! `plumbline restore`: makes a store of a backup and its key file, and looks whether it is whole before it is used.

use anyhow::Context as _;
use std::path::{Path, PathBuf};
use store::{Place, Store};

use crate::Done;
use crate::commands::person::pack;
use crate::commands::store_place::wait;
use crate::commands::verify;
use crate::print;
use crate::report::Failure;

/// From where, and where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder that `plumbline backup` made.
    from: PathBuf,
    /// The key file that the charts were sealed with.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The folder of the new store; it must not be there yet.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    if args.data.exists() {
        let there =
            format!("{} is there already; nothing is written over. Name a new folder", args.data.display());
        return Err(Failure::input(there));
    }
    if !args.from.join("accounts.sqlite").is_file() {
        return Err(Failure::input(format!(
            "{} holds no accounts.sqlite; it is no backup",
            args.from.display()
        )));
    }
    // Beside the new folder, so that its name stands for a whole store or for nothing.
    let beside = args.data.with_extension("restoring");
    let made = wait(async {
        copy(&args.from, &beside).with_context(|| format!("cannot copy to {}", beside.display()))?;
        std::fs::copy(&args.key, beside.join("key")).context("the key file cannot be copied")?;
        let store =
            Store::open(Place::Folder(beside.clone()), pack).await.context("the copy cannot be opened")?;
        let faults = verify::look(&store, false).await;
        store.close().await;
        verify::say(&faults?)
    });
    if made.is_ok() {
        std::fs::rename(&beside, &args.data)
            .with_context(|| format!("cannot make {}", args.data.display()))?;
        print::line(&format!("The store is in {}.", args.data.display()));
    } else {
        let _ = std::fs::remove_dir_all(&beside);
    }
    made
}

/// Copies a folder with what is in it.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
