//! Writing a file as a whole or not at all.

use anyhow::Context as _;
use std::path::Path;

use crate::report::Failure;

/// Writes a whole file or none: to a name beside it first, then moved into place.
pub(crate) fn whole(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(".part");
    let done = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, file));
    done.with_context(|| format!("cannot write {}", file.display()))?;
    Ok(())
}
