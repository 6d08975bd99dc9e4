//! `plumbline serve`: the public door, and with a store the doors of members and coaches.

use anyhow::Context as _;
use jiff::tz::TimeZone;
use knowledge::Pack;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use store::{Store, StudioRole};
use tokio::net::TcpListener;

use crate::Done;
use crate::clock;
use crate::commands::address::web_address;
use crate::commands::demo;
use crate::commands::person::pack;
use crate::commands::store_place::StorePlace;
use crate::commands::studio_file;
use crate::print;
use crate::report::Failure;

/// Where to serve.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address at which people reach this door. Without it no address is printed on paper.
    #[arg(long, value_name = "URL", alias = "public-address", value_parser = web_address)]
    address: Option<String>,
    /// Who runs this door (TOML, see `examples/studio.toml`). Without it the page shows an invented example.
    #[arg(long, value_name = "FILE")]
    studio: Option<PathBuf>,
    /// An invented studio to look around in: coaches, and forty members at different weeks. Nothing of it is kept.
    #[arg(long, conflicts_with_all = ["data", "database"])]
    demo: bool,
    #[command(flatten)]
    place: StorePlace,
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    let studio = args.studio.as_deref().map(studio_file::read).transpose()?;
    let runtime = tokio::runtime::Runtime::new().context("cannot start")?;
    runtime.block_on(serve(args, pack, studio))
}

async fn serve(args: &Args, pack: &'static Pack, studio: Option<web::Studio>) -> Done {
    let named = args.place.open_or_make(pack).await?;
    let listener = TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("cannot listen on {}; choose another with --listen", args.listen))?;
    let local = listener.local_addr().context("cannot tell the address")?;
    let address = args.address.clone().unwrap_or_else(|| format!("http://{local}"));
    let zone = TimeZone::system();
    let mut state = web::AppState::new(pack, Arc::new(move || clock::now(&zone)), address.clone());
    state.report = print::error;
    state.address_given = args.address.is_some();
    state.studio = studio.unwrap_or(state.studio);
    let demo = if args.demo {
        Some(demo::make(pack, &state.studio.name, state.clock.now().date()).await?)
    } else {
        None
    };
    if let Some(store) = &named {
        welcome(store, &state.studio.name, &address).await?;
    }
    let store = named.or(demo.as_ref().map(|it| it.store.clone()));
    if demo.is_some() {
        demo::say_accounts();
    }
    print::line(&format!("Plumbline is at http://{local}  (Ctrl-C stops it)"));
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    web::serve(listener, state, store.clone(), stop).await.context("serving stopped")?;
    if let Some(store) = store {
        store.close().await;
    }
    Ok(())
}

/// Begins the studio of a new store, and prints a link for whoever runs it until somebody has taken one.
async fn welcome(store: &Store, name: &str, address: &str) -> Result<(), Failure> {
    let now = clock::now(&TimeZone::UTC).timestamp();
    let failed = "the studio cannot be begun";
    if store.all_studios().await.context(failed)?.is_empty() {
        store.add_studio(name, now).await.context(failed)?;
    }
    for (id, name) in store.all_studios().await.context(failed)? {
        if store.has_owner(id).await.context(failed)? {
            continue;
        }
        let studio = store.studio(store.operator(id)).await.context(failed)?;
        let link = studio.invite(StudioRole::Owner, now).await.context(failed)?;
        let link = link.context("the command line may not invite an owner")?;
        print::line(&format!(
            "Nobody runs {name} yet. This link makes somebody its owner; it works once, for two weeks:"
        ));
        print::line(&format!("  {address}/join/{id}/{}", link.text()));
    }
    Ok(())
}
