//! Builds the crate anew whenever a knowledge file changes, since the files are embedded.

fn main() {
    println!("cargo::rerun-if-changed=../../knowledge");
}
