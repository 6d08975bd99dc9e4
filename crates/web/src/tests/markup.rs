//! A small reader of our own HTML, strict where browsers are lenient.

use std::collections::BTreeSet;

/// One piece of a page.
#[derive(Debug)]
pub(super) enum Piece {
    Open { tag: String, attributes: Vec<(String, String)> },
    Close(String),
    Text(String),
}

const VOID: [&str; 8] = ["meta", "link", "input", "br", "hr", "img", "path", "rect"];

/// Cuts a page into pieces, or says what cannot be read.
pub(super) fn pieces(html: &str) -> Vec<Piece> {
    let mut rest = html.trim_start().strip_prefix("<!DOCTYPE html>").expect("a page begins with its doctype");
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let Some(at) = rest.find('<') else {
            pieces.push(Piece::Text(rest.to_owned()));
            break;
        };
        if at > 0 {
            pieces.push(Piece::Text(rest[..at].to_owned()));
        }
        let end = end_of_tag(&rest[at..]) + at;
        pieces.push(tag(&rest[at + 1..end]));
        rest = &rest[end + 1..];
    }
    pieces
}

/// Where the tag that `text` begins with ends, brackets inside values not counted.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag does not end: {}", text.chars().take(80).collect::<String>());
}

fn tag(inside: &str) -> Piece {
    if let Some(name) = inside.strip_prefix('/') {
        return Piece::Close(name.to_owned());
    }
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    rest = rest.trim();
    while !rest.is_empty() {
        let to = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = rest[..to].to_owned();
        rest = &rest[to..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix("=\"") {
            let end = after.find('"').expect("a value ends");
            value = unescaped(&after[..end]);
            rest = &after[end + 1..];
        }
        assert!(!attributes.iter().any(|(known, _)| *known == name), "`{name}` stands twice in <{inside}>");
        attributes.push((name, value));
        rest = rest.trim_start();
    }
    Piece::Open { tag: name.to_owned(), attributes }
}

/// Text with its entities resolved.
pub(super) fn unescaped(text: &str) -> String {
    let pairs = [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
    ];
    let text = pairs.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain));
    text.replace("&#38;", "&").replace("&amp;", "&")
}

/// What is wrong with a page.
pub(super) fn faults(html: &str) -> Vec<String> {
    let pieces = pieces(html);
    let mut faults = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for piece in &pieces {
        match piece {
            Piece::Open { tag, .. } if !VOID.contains(&tag.as_str()) => open.push(tag),
            Piece::Close(tag) if open.last() == Some(&tag.as_str()) => {
                open.pop();
            }
            Piece::Close(tag) => faults.push(format!("</{tag}> closes {open:?}")),
            Piece::Open { .. } | Piece::Text(_) => {}
        }
    }
    if !open.is_empty() {
        faults.push(format!("never closed: {open:?}"));
    }
    faults.extend(document_faults(&pieces));
    faults.extend(id_faults(&pieces));
    faults.extend(label_faults(&pieces));
    faults
}

fn opened<'a>(pieces: &'a [Piece], wanted: &'a str) -> impl Iterator<Item = &'a [(String, String)]> {
    pieces.iter().filter_map(move |piece| match piece {
        Piece::Open { tag, attributes } if tag == wanted => Some(attributes.as_slice()),
        Piece::Open { .. } | Piece::Close(_) | Piece::Text(_) => None,
    })
}

/// The value of an attribute.
pub(super) fn value<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn document_faults(pieces: &[Piece]) -> Vec<String> {
    let mut faults = Vec::new();
    for (tag, wanted) in [("html", 1), ("title", 1), ("main", 1), ("h1", 1)] {
        let found = opened(pieces, tag).count();
        if found != wanted {
            faults.push(format!("has {found} <{tag}>"));
        }
    }
    if opened(pieces, "html").any(|it| value(it, "lang").is_none_or(str::is_empty)) {
        faults.push("has no language".to_owned());
    }
    let styled = pieces
        .iter()
        .any(|it| matches!(it, Piece::Open { attributes, .. } if value(attributes, "style").is_some()));
    if styled
        || opened(pieces, "style").count() > 0
        || opened(pieces, "script").any(|it| value(it, "src").is_none())
    {
        faults.push("has styles or scripts inside, which the policy forbids".to_owned());
    }
    let mut level = 0;
    for piece in pieces {
        let Piece::Open { tag, .. } = piece else { continue };
        let Some(next) = tag.strip_prefix('h').and_then(|it| it.parse::<u32>().ok()) else { continue };
        if next > level + 1 && !(level == 0 && next == 2) {
            faults.push(format!("jumps from h{level} to h{next}"));
        }
        level = next;
    }
    faults
}

fn id_faults(pieces: &[Piece]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    let all = || {
        pieces.iter().filter_map(|it| match it {
            Piece::Open { attributes, .. } => Some(attributes.as_slice()),
            Piece::Close(_) | Piece::Text(_) => None,
        })
    };
    for id in all().filter_map(|it| value(it, "id")) {
        if !ids.insert(id) {
            faults.push(format!("id {id} stands twice"));
        }
    }
    for name in ["for", "aria-describedby", "aria-labelledby"] {
        for named in all().filter_map(|it| value(it, name)).flat_map(str::split_whitespace) {
            if !ids.contains(named) {
                faults.push(format!("{name}=\"{named}\" names nothing"));
            }
        }
    }
    for link in all().filter_map(|it| value(it, "href")).filter_map(|it| it.strip_prefix('#')) {
        if !ids.contains(link) {
            faults.push(format!("a link to #{link} leads nowhere"));
        }
    }
    faults
}

fn label_faults(pieces: &[Piece]) -> Vec<String> {
    let labelled: BTreeSet<&str> = opened(pieces, "label").filter_map(|it| value(it, "for")).collect();
    let controls = ["input", "select", "textarea"].into_iter().flat_map(|tag| opened(pieces, tag));
    controls
        .filter(|it| value(it, "type") != Some("hidden"))
        .filter(|it| value(it, "id").is_none_or(|id| !labelled.contains(id)))
        .map(|it| format!("{it:?} has no label"))
        .collect()
}
