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
    let around = args.data.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Beside the new folder, so that its name stands for a whole store or for nothing. What fails goes with its folder.
    let beside = tempfile::Builder::new()
        .prefix(".plumbline-restoring-")
        .tempdir_in(around)
        .with_context(|| format!("cannot write in {}", around.display()))?;
    wait(async {
        copy(&args.from, beside.path()).with_context(|| format!("cannot copy {}", args.from.display()))?;
        let key = beside.path().join("key");
        synced(&args.key, &key).context("the key file cannot be copied")?;
        let place = Place::Folder(beside.path().to_owned());
        let store = Store::open_existing(place, pack).await.context("the copy cannot be opened")?;
        let whole = verify::mended(&store).await;
        store.close().await;
        whole
    })?;
    std::fs::rename(beside.path(), &args.data)
        .with_context(|| format!("cannot make {}", args.data.display()))?;
    // It has its new name; there is nothing to clear away.
    let _ = beside.keep();
    print::line(&format!("The store is in {}.", args.data.display()));
    Ok(())
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
            synced(&entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Copies a file, and waits until it is on the disk.
fn synced(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::copy(from, to)?;
    std::fs::File::open(to)?.sync_all()
}
