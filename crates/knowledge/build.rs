//! Builds the crate anew whenever a knowledge file changes, since the files are embedded.

#[expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]
fn main() {
    println!("cargo::rerun-if-changed=../../knowledge");
}
