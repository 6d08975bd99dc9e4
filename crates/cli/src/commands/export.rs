//! `plumbline export`: a member's chart as a file, one entry a line.

use anyhow::Context as _;
use std::path::PathBuf;
use store::MemberId;

use crate::Done;
use crate::commands::person::pack;
use crate::commands::store_place::{OneStudio, StorePlace, wait};
use crate::commands::write::whole;
use crate::print;
use crate::report::Failure;

/// Whose chart, and where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The member; `plumbline studios` lists them.
    member: MemberId,
    /// The file to write (NDJSON); `-` is standard output.
    file: PathBuf,
    #[command(flatten)]
    studio: OneStudio,
    #[command(flatten)]
    place: StorePlace,
}

pub(crate) fn run(args: &Args) -> Done {
    wait(async {
        let store = args.place.opened(pack()?).await?;
        let studio = args.studio.opened(&store).await?;
        let chart = studio.chart(args.member).await.context("the chart cannot be read")?;
        let missing = || Failure::input("there is no such member; `plumbline studios` lists them".to_owned());
        let text = chart::write(&chart.ok_or_else(missing)?).context("the chart cannot be written")?;
        if args.file.as_os_str() == "-" {
            print::text(&text);
            return Ok(());
        }
        whole(&args.file, text.as_bytes())?;
        print::error(&format!("wrote {}", args.file.display()));
        Ok(())
    })
}
