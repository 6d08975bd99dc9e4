//! Generated files: written as a whole, or compared with what is there.

use anyhow::{Context as _, bail};
use std::path::{Path, PathBuf};

/// A file that is made from something else.
pub(crate) struct Generated {
    /// Its path below the workspace.
    pub(crate) path: String,
    /// What should stand in it.
    pub(crate) content: String,
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Reads a file below the workspace.
pub(crate) fn read(path: &str) -> anyhow::Result<String> {
    std::fs::read_to_string(root().join(path)).with_context(|| format!("cannot read {path}"))
}

/// Writes every file.
pub(crate) fn write(generated: &[Generated]) -> anyhow::Result<()> {
    for file in generated {
        let path = root().join(&file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("cannot make the folder of {}", file.path))?;
        }
        std::fs::write(&path, &file.content).with_context(|| format!("cannot write {}", file.path))?;
    }
    Ok(())
}

/// Fails if a file is not what it should be, and names every such file.
pub(crate) fn check(generated: &[Generated]) -> anyhow::Result<()> {
    let differing = differing(generated, |path| std::fs::read_to_string(root().join(path)).ok());
    if !differing.is_empty() {
        bail!(
            "not up to date, run `cargo xtask generate` or `cargo xtask population`:\n  {}",
            differing.join("\n  ")
        );
    }
    Ok(())
}

/// The files whose content is not what `on_disk` gives.
fn differing(generated: &[Generated], on_disk: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let differs = |it: &&Generated| on_disk(&it.path).as_ref() != Some(&it.content);
    generated.iter().filter(differs).map(|it| it.path.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let file = |path: &str| Generated { path: path.to_owned(), content: "new".to_owned() };
        let files = [file("same.md"), file("stale.md"), file("gone.md")];
        let on_disk = |path: &str| match path {
            "same.md" => Some("new".to_owned()),
            "stale.md" => Some("old".to_owned()),
            _ => None,
        };
        assert_eq!(differing(&files, on_disk), ["stale.md", "gone.md"]);
    }
}
