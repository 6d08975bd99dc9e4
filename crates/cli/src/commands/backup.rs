//! `plumbline backup`: copies a store in a folder while it is in use. The key file is kept apart.

use anyhow::Context as _;
use std::path::PathBuf;

use crate::Done;
use crate::commands::person::pack;
use crate::commands::store_place::{StorePlace, wait};
use crate::print;

/// Where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A folder that is empty, or not there yet.
    to: PathBuf,
    #[command(flatten)]
    place: StorePlace,
}

pub(crate) fn run(args: &Args) -> Done {
    wait(async {
        let store = args.place.opened(pack()?).await?;
        store.backup(&args.to).await.context("no backup was made")?;
        print::line(&format!("The copy is in {}.", args.to.display()));
        print::line(
            "It opens with the key file alone, which is not in it. Keep a copy of that somewhere else.",
        );
        Ok(())
    })
}
