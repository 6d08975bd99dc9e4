//! `plumbline studios`: the studios of a store and their members, with the ids that other commands ask for.

use anyhow::Context as _;

use crate::Done;
use crate::commands::person::pack;
use crate::commands::store_place::{StorePlace, wait};
use crate::print;

/// Of which store.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: StorePlace,
}

pub(crate) fn run(args: &Args) -> Done {
    wait(async {
        let store = args.place.opened(pack()?).await?;
        for (id, name) in store.all_studios().await.context("the studios cannot be read")? {
            print::line(&format!("{id}  {name}"));
            let studio = store.studio(store.operator(id)).await.context("the studio cannot be opened")?;
            for member in studio.members().await.context("the members cannot be read")? {
                print::line(&format!("  {}  {}", member.id, member.name));
            }
        }
        Ok(())
    })
}
