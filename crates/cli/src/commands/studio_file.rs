//! The studio or practice that runs a door, from a TOML file (`examples/studio.toml`).
//!
//! A file that is not what it should be is no studio: every fault is named with line and key, and nothing is served
//! under half of somebody's details.

use serde::Deserialize;
use std::path::Path;
use toml::Spanned;
use web::Studio;

use crate::commands::address::is_web;
use crate::report::Failure;

/// The most letters that one detail may have.
const LETTERS_MAX: usize = 200;

/// The file, key by key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StudioFile {
    name: Spanned<String>,
    #[serde(default)]
    address: Vec<Spanned<String>>,
    phone: Spanned<String>,
    email: Spanned<String>,
    #[serde(default)]
    hours: Vec<Spanned<String>>,
    podcast: Option<Spanned<String>>,
    articles: Option<Spanned<String>>,
}

/// Reads a studio file.
pub(crate) fn read(path: &Path) -> Result<Studio, Failure> {
    let named = |fault: String| format!("{}: {fault}", path.display());
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::input(format!("cannot read {}: {error}", path.display())))?;
    studio(&text).map_err(|faults| Failure::Input(faults.into_iter().map(named).collect()))
}

fn studio(text: &str) -> Result<Studio, Vec<String>> {
    let file: StudioFile = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |it| it.start);
        vec![format!("line {}: {}", line(text, at), error.message())]
    })?;
    let faults = faults(text, &file);
    if !faults.is_empty() {
        return Err(faults);
    }
    let plain = |lines: Vec<Spanned<String>>| lines.into_iter().map(Spanned::into_inner).collect();
    Ok(Studio {
        name: file.name.into_inner(),
        address: plain(file.address),
        telephone: file.phone.into_inner(),
        mail: file.email.into_inner(),
        hours: plain(file.hours),
        podcast: file.podcast.map(Spanned::into_inner),
        articles: file.articles.map(Spanned::into_inner),
        invented: false,
    })
}

/// Every detail that is empty, too long, or not what its key asks for.
fn faults(text: &str, file: &StudioFile) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |key: &str, value: &Spanned<String>, wrong: &str| {
        faults.push(format!("line {}: `{key}` {wrong}", line(text, value.span().start)));
    };
    let one = [("name", &file.name), ("phone", &file.phone), ("email", &file.email)];
    let lists = [("address", &file.address), ("hours", &file.hours)];
    let lines = lists.iter().flat_map(|(key, lines)| lines.iter().map(move |it| (*key, it)));
    let web_pages = [("podcast", &file.podcast), ("articles", &file.articles)];
    let web_pages = web_pages.iter().filter_map(|(key, it)| it.as_ref().map(|it| (*key, it)));
    for (key, value) in one.into_iter().chain(lines).chain(web_pages.clone()) {
        if value.as_ref().trim().is_empty() {
            fault(key, value, "is empty");
        }
        if value.as_ref().chars().count() > LETTERS_MAX {
            fault(key, value, "is too long");
        }
    }
    if !file.email.as_ref().split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.')) {
        fault("email", &file.email, "is not a mail address");
    }
    for (key, value) in web_pages.filter(|(_, it)| !is_web(it.as_ref())) {
        fault(key, value, "does not begin with https:// or http://");
    }
    faults
}

/// The line on which a place of a text stands.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|it| *it == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::studio;

    const EXAMPLE: &str = include_str!("../../../../examples/studio.toml");

    #[test]
    fn the_example_is_read_and_is_nobodys_invention_any_more() {
        let studio = studio(EXAMPLE).unwrap();
        assert!(!studio.invented && !studio.hours.is_empty() && !studio.address.is_empty());
        assert!(EXAMPLE.to_lowercase().contains("invented"), "the example does not say that it is invented");
    }

    #[test]
    fn every_fault_is_named_with_its_line_and_key() {
        let text = "name = \"\"\nphone = \"1\"\nemail = \"nobody\"\npodcast = \"javascript:1\"\n";
        let faults = studio(text).unwrap_err();
        assert_eq!(faults.len(), 3, "{faults:?}");
        for (fault, wanted) in faults.iter().zip(["line 1: `name`", "line 3: `email`", "line 4: `podcast`"]) {
            assert!(fault.starts_with(wanted), "{fault}");
        }
        let unknown = studio("name = \"a\"\nphon = \"1\"\n").unwrap_err();
        assert!(unknown[0].starts_with("line 2:") && unknown[0].contains("phon"), "{unknown:?}");
    }
}
