//! The knowledge files as bytes, from inside the program or from anywhere else.

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

static BUNDLED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../knowledge");

/// Knowledge files by their path below `knowledge/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, String>);

impl Files {
    /// Whether a path holds knowledge: TOML and Fluent files do, read-me files do not.
    pub fn is_knowledge(path: &str) -> bool {
        let extension = path.rsplit_once('.').map(|(_, extension)| extension);
        matches!(extension, Some("toml" | "ftl"))
    }

    /// SHA-256 over all paths and contents, in hexadecimal: the identity of a pack.
    pub fn hash(&self) -> String {
        hash_of(self.0.iter().flat_map(|(path, content)| [path.as_str(), content.as_str()]))
    }

    /// The files of one folder, without those of folders below it.
    pub(crate) fn in_folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(path, content)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            let toml = !name.contains('/')
                && path.rsplit_once('.').is_some_and(|(_, extension)| extension == "toml");
            toml.then_some((path.as_str(), content.as_str()))
        })
    }
}

/// SHA-256 over texts, each with its length, in hexadecimal. The length has eight bytes on every platform.
pub(crate) fn hash_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hasher = Sha256::new();
    for text in texts {
        hasher.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    hex(&hasher.finalize())
}

/// Bytes in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The files that are built into the program.
pub fn bundled_files() -> Files {
    let mut files = Files::default();
    collect(&BUNDLED, &mut files);
    files
}

fn collect(dir: &Dir<'static>, files: &mut Files) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let Some(content) = file.contents_utf8().filter(|_| Files::is_knowledge(&path)) {
            files.0.insert(path, content.to_owned());
        }
    }
    for inner in dir.dirs() {
        collect(inner, files);
    }
}
