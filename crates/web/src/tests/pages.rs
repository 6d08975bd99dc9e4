//! Every page from its samples: sound, small, and in the words of the files alone.

use knowledge::Locale;

use super::draw::everything;
use super::markup::{Piece, faults, pieces, unescaped, value};
use crate::statics::FILES;

/// The most that a page may weigh with its style sheet and scripts, in bytes; fonts are not counted.
const BYTES_MAX: usize = 60 * 1024;

#[test]
fn every_page_is_sound() {
    let mut wrong = Vec::new();
    for page in everything(Locale::En) {
        wrong.extend(faults(&page.html).into_iter().map(|fault| format!("{}: {fault}", page.name)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_is_small() {
    let files: usize = FILES.iter().filter(|it| !it.name.ends_with("woff2")).map(|it| it.bytes.len()).sum();
    for page in everything(Locale::En) {
        let bytes = page.html.len() + files;
        assert!(bytes <= BYTES_MAX, "{} weighs {bytes} bytes", page.name);
    }
}

#[test]
fn every_visible_word_comes_from_the_files() {
    let mut wrong = Vec::new();
    for page in everything(Locale::Pseudo) {
        wrong.extend(bypassing(&page.html).into_iter().map(|words| format!("{}: {words}", page.name)));
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_days_of_a_plan_fold_and_the_first_is_open() {
    for page in everything(Locale::En).into_iter().filter(|it| it.name.starts_with("plan:")) {
        assert_eq!(page.html.matches("<details class=\"day\"").count(), 7, "{}", page.name);
        assert_eq!(page.html.matches("<details class=\"day\" open>").count(), 1, "{}", page.name);
        let at = |words: &str| page.html.find(words).unwrap();
        assert!(at("href=\"#stop\"") < at("<details class=\"day\""), "{}", page.name);
    }
}

#[test]
fn no_page_shouts() {
    for page in everything(Locale::En) {
        assert!(!page.html.replace("<!DOCTYPE", "").contains('!'), "{} has an exclamation mark", page.name);
    }
}

/// Words on a page that are not bracketed, apart from what somebody typed or entered.
fn bypassing(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut given: Vec<bool> = vec![false];
    for piece in pieces(html) {
        match piece {
            Piece::Open { tag, attributes } => {
                let spoken =
                    ["aria-label", "title", "alt", "placeholder", "content", "data-say-go", "data-say-stop"];
                let spoken = spoken.iter().filter(|it| {
                    tag != "meta" || **it != "content" || value(&attributes, "name") == Some("description")
                });
                found.extend(spoken.filter_map(|it| value(&attributes, it)).filter_map(plain_words));
                if !["meta", "link", "input", "br", "hr", "img"].contains(&tag.as_str()) {
                    let typed = value(&attributes, "data-given").is_some() || tag == "textarea";
                    given.push(typed || given.last().copied().unwrap_or(false));
                }
            }
            Piece::Close(_) => {
                given.pop();
            }
            Piece::Text(text) if !given.last().copied().unwrap_or(false) => found.extend(plain_words(&text)),
            Piece::Text(_) => {}
        }
    }
    found
}

/// The part of a text that stands outside all brackets, if it has letters.
fn plain_words(text: &str) -> Option<String> {
    let mut depth = 0_i32;
    let mut outside = String::new();
    for c in unescaped(text).chars() {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside.chars().any(char::is_alphabetic).then(|| outside.trim().to_owned())
}

#[test]
fn the_studio_can_be_called_and_written_to_with_one_press() {
    let pages = everything(Locale::En);
    let landing = pages.iter().find(|it| it.name.starts_with("landing")).unwrap();
    for link in ["href=\"tel:5550100\"", "href=\"mailto:studio@example.invalid\""] {
        assert!(landing.html.contains(link), "{link}: {}", landing.html);
    }
}
