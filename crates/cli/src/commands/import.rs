//! `plumbline import`: brings a chart file in, for a new member or for one whose chart is empty.

use anyhow::Context as _;
use jiff::tz::TimeZone;
use std::path::PathBuf;
use store::{MemberId, Refused};

use crate::Done;
use crate::clock;
use crate::commands::person::pack;
use crate::commands::store_place::{OneStudio, StorePlace, wait};
use crate::print;
use crate::report::Failure;

/// Which file, and whose chart it is.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A chart file (NDJSON).
    file: PathBuf,
    /// A member whose chart is empty.
    #[arg(long, value_name = "ID", conflicts_with = "name", required_unless_present = "name")]
    member: Option<MemberId>,
    /// The name of a new member.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    studio: OneStudio,
    #[command(flatten)]
    place: StorePlace,
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    let bytes = std::fs::read(&args.file)
        .with_context(|| format!("cannot read {}", args.file.display()))
        .map_err(|error| Failure::input(format!("{error:#}")))?;
    let named = |fault: &chart::ChartFault| format!("{}: {fault}", args.file.display());
    let entries =
        chart::read(pack, &bytes).map_err(|faults| Failure::Input(faults.iter().map(named).collect()))?;
    wait(async {
        let store = args.place.opened(pack).await?;
        let studio = args.studio.opened(&store).await?;
        let count = entries.len();
        let kept = match (args.member, &args.name) {
            (Some(member), _) => studio.import(member, entries).await.map(|kept| kept.map(|_| member)),
            (None, Some(name)) => {
                let now = clock::now(&TimeZone::UTC).timestamp();
                studio.import_new(name, entries, now).await
            }
            (None, None) => {
                return Err(Failure::input("say whose chart it is: --member ID or --name NAME".to_owned()));
            }
        };
        let kept = kept.context("the chart cannot be kept")?;
        let refused = |it| Failure::input(format!("{}: {}", args.file.display(), why(&it)));
        let member = kept.map_err(refused)?;
        print::line(&format!("{member}: {count} entries"));
        Ok(())
    })
}

/// Why nothing was kept, and what can be done.
fn why(refused: &Refused) -> String {
    match refused {
        Refused::NoSuchMember => "there is no such member; `plumbline studios` lists them".to_owned(),
        Refused::Stale { last_seq, .. } => {
            format!(
                "the member's chart has {last_seq} entries already; a file is brought into an empty chart alone"
            )
        }
        Refused::OutOfPlace { place } => format!("the entry numbered {place} is missing or stands elsewhere"),
        Refused::OtherContent(id) => format!("entry {id} stands in the chart with other content"),
        Refused::CorrectsNothing(id) => {
            format!("what is corrected, {id}, does not stand before its correction")
        }
        Refused::NotTheirs(id) => format!("entry {id} is of a kind that its author does not write"),
        Refused::Misfits { entry, problems } => format!("entry {entry}: {}", problems.join("; ")),
        Refused::SeenNothing => "the chart could not be compared with what is there".to_owned(),
    }
}
