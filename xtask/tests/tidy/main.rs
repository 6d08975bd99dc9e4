//! Holds the source tree to what the design and the style say, where a machine can see it.
//!
//! Each check is a plain function from files to faults, with a test that plants a fault and one that runs it on
//! the tree. To mend a fault, change the file it names; a check is changed only with the design.

mod crates;
mod source;
mod templates;
mod tree;
mod words;

use tree::File;

/// Fails with every fault, one a line.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// A file that is not on the disk.
fn planted(path: &str, content: &str) -> File {
    File { path: path.to_owned(), content: content.to_owned() }
}
