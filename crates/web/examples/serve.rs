//! Serves the public door for looking at it while working on it: `cargo run -p web --example serve [ADDRESS]`.

use std::sync::Arc;

use jiff::Zoned;
use web::AppState;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8099".to_owned());
    let pack = knowledge::bundled().map_err(|faults| std::io::Error::other(format!("{faults:?}")))?;
    #[expect(clippy::disallowed_methods, reason = "a server reads the clock at its edge")]
    let clock = Arc::new(Zoned::now);
    let state = AppState::new(pack, clock, format!("http://{address}"));
    let listener = tokio::net::TcpListener::bind(&address).await?;
    web::serve(listener, state, None, std::future::pending()).await
}
