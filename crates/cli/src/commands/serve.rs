//! `plumbline serve`: the public door.

use anyhow::Context as _;
use jiff::tz::TimeZone;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;

use crate::Done;
use crate::clock;
use crate::commands::address::web_address;
use crate::commands::person::pack;
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
}

pub(crate) fn run(args: &Args) -> Done {
    let pack = pack()?;
    let studio = args.studio.as_deref().map(studio_file::read).transpose()?;
    let runtime = tokio::runtime::Runtime::new().context("cannot start")?;
    runtime
        .block_on(async {
            let listener = TcpListener::bind(args.listen)
                .await
                .with_context(|| format!("cannot listen on {}; choose another with --listen", args.listen))?;
            let local = listener.local_addr().context("cannot tell the address")?;
            let address = args.address.clone().unwrap_or_else(|| format!("http://{local}"));
            print::line(&format!("Plumbline is at http://{local}  (Ctrl-C stops it)"));
            let zone = TimeZone::system();
            let mut state = web::AppState::new(pack, Arc::new(move || clock::now(&zone)), address);
            state.report = print::error;
            state.address_given = args.address.is_some();
            state.studio = studio.unwrap_or(state.studio);
            web::serve(listener, state, async {
                let _ = tokio::signal::ctrl_c().await;
            })
            .await
            .context("serving stopped")
        })
        .map_err(Failure::from)
}
