//! `plumbline verify`: reads every chart of a store, counts its entries, and folds what lists show once more.

use anyhow::Context as _;
use store::Store;

use crate::Done;
use crate::commands::person::pack;
use crate::commands::store_place::{StorePlace, wait};
use crate::print;
use crate::report::Failure;

/// Which store.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Writes anew what can be folded from the charts; nothing else can be mended.
    #[arg(long)]
    mend: bool,
    #[command(flatten)]
    place: StorePlace,
}

pub(crate) fn run(args: &Args) -> Done {
    wait(async {
        let store = args.place.opened(pack()?).await?;
        if args.mend { mended(&store).await } else { say(&look(&store, false).await?) }
    })
}

/// Writes anew what can be folded from the charts, says what it was, and what is left.
pub(crate) async fn mended(store: &Store) -> Done {
    let found = look(store, true).await?;
    let left = look(store, false).await?;
    for it in found.iter().filter(|it| !left.contains(it)) {
        print::error(&format!("mended: {it}"));
    }
    say(&left)
}

/// What is wrong in any studio of a store.
async fn look(store: &Store, mend: bool) -> Result<Vec<String>, Failure> {
    let mut faults = Vec::new();
    for (id, _) in store.all_studios().await.context("the studios cannot be read")? {
        // One studio that cannot be opened says nothing of the others.
        let found = match store.studio(store.operator(id)).await {
            Ok(studio) => studio.verify(mend).await.context("the charts cannot be read")?,
            Err(error) => vec![error.to_string()],
        };
        faults.extend(found.into_iter().map(|it| format!("studio {id}: {it}")));
    }
    Ok(faults)
}

/// Prints it; a store that is not whole is a failure.
fn say(faults: &[String]) -> Done {
    for it in faults {
        print::error(it);
    }
    if faults.is_empty() {
        print::line("Every chart is whole.");
        return Ok(());
    }
    Err(anyhow::anyhow!("{} faults; what cannot be folded anew comes back from a backup alone", faults.len())
        .into())
}
