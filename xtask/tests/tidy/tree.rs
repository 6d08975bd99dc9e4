//! The files of the workspace.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A text file.
pub(crate) struct File {
    /// Its path below the workspace, with `/`.
    pub(crate) path: String,
    /// Its content.
    pub(crate) content: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every text file that git tracks, or would on `git add`; in a folder without git, every text file.
pub(crate) fn files() -> Vec<File> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "-co", "--exclude-standard"])
        .current_dir(root())
        .output();
    let names: Vec<String> = match listed {
        Ok(listed) if listed.status.success() => String::from_utf8_lossy(&listed.stdout)
            .split('\0')
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect(),
        _ => walked(&root(), ""),
    };
    let read = |path: String| Some(File { content: std::fs::read_to_string(root().join(&path)).ok()?, path });
    names.into_iter().filter_map(read).collect()
}

fn walked(folder: &Path, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            if ![".git", "target", "node_modules"].contains(&name.as_str()) {
                names.extend(walked(&entry.path(), &format!("{prefix}{name}/")));
            }
        } else {
            names.push(format!("{prefix}{name}"));
        }
    }
    names
}

#[test]
fn the_tree_is_found() {
    let files = files();
    for path in [
        "Cargo.toml",
        "crates/model/src/lib.rs",
        "xtask/tests/tidy/tree.rs",
        "knowledge/screening/concepts.toml",
    ] {
        assert!(files.iter().any(|it| it.path == path), "{path} is not among the files");
    }
}
