//! The templates of the pages and of the printed documents.

use crate::tree::{File, files};
use crate::{none, planted};

/// Folders whose files must all be used, each with where they may be named.
const FOLDERS: [(&str, &str); 2] =
    [("crates/web/templates/", "crates/web/"), ("crates/paper/templates/", "crates/paper/")];

/// Addresses of other people's machines in page templates: a page loads nothing and links nowhere that is not ours.
fn foreign(files: &[File]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|it| it.path.starts_with(FOLDERS[0].0)) {
        for (number, line) in file.content.lines().enumerate() {
            // A name of an XML dialect looks like an address and is never opened.
            let names =
                |at: usize| line[..at].rsplit(' ').next().is_some_and(|word| word.starts_with("xmlns"));
            let addresses = line.match_indices("http://").chain(line.match_indices("https://"));
            faults.extend(
                addresses
                    .filter(|(at, _)| !names(*at))
                    .map(|_| format!("{}:{}: names a foreign address", file.path, number + 1)),
            );
        }
    }
    faults
}

fn extension(file: &File) -> &str {
    file.path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// Templates that nothing names.
fn unused(files: &[File]) -> Vec<String> {
    let mut faults = Vec::new();
    for (folder, owner) in FOLDERS {
        // The printed labels are one JSON file a language, taken by the document's own language.
        for file in files.iter().filter(|it| it.path.starts_with(folder) && extension(it) != "json") {
            let name = &file.path[folder.len()..];
            // Askama names a template by its path; typst may name it from the root or from beside it, or take the folder.
            let last = name.rsplit('/').next().unwrap_or(name);
            let quoted =
                [format!("\"{name}\""), format!("\"/{name}\""), format!("\"{last}\""), format!("/{name}\"")];
            let names = |it: &&File| {
                it.path != file.path && quoted.iter().any(|quoted| it.content.contains(quoted.as_str()))
            };
            if !files.iter().filter(|it| it.path.starts_with(owner)).any(|it| names(&it)) {
                faults.push(format!("{}: nothing uses it", file.path));
            }
        }
    }
    faults
}

#[test]
fn pages_load_nothing_from_elsewhere() {
    none(&foreign(&files()));
}

#[test]
fn a_foreign_address_is_caught() {
    let page = |content: &str| planted("crates/web/templates/a.html", content);
    assert_eq!(foreign(&[page("<script src=\"https://cdn.example/a.js\">")]).len(), 1);
    assert_eq!(
        foreign(&[page("<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"http://b.example\">")]).len(),
        1
    );
    assert_eq!(foreign(&[page("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">")]), [""; 0]);
}

#[test]
fn every_template_is_used() {
    none(&unused(&files()));
}

#[test]
fn a_template_that_nothing_names_is_caught() {
    let template = |path: &str, content: &str| planted(&format!("crates/web/templates/{path}"), content);
    let code = planted("crates/web/src/a.rs", "#[template(path = \"pages/a.html\")]");
    let files = [
        template("pages/a.html", "{% extends \"base.html\" %}"),
        template("base.html", ""),
        template("pages/old.html", ""),
        code,
    ];
    assert_eq!(unused(&files), ["crates/web/templates/pages/old.html: nothing uses it"]);
}
