//! Serves the pages on a listening socket until told to stop.

use store::Store;
use tokio::net::TcpListener;

use crate::state::AppState;

/// Serves until `shutdown` comes, then finishes the requests under way.
pub async fn serve(
    listener: TcpListener,
    state: AppState,
    store: Option<Store>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, crate::router(state, store)).with_graceful_shutdown(shutdown).await
}
