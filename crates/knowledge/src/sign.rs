//! Clinicians' signatures: a name, a registration, a date and a hash of what was signed.
//!
//! A signature holds only while the item's entry and words are what they were; any later change voids it.
//! It never changes an item's review status, and nothing here can make a signature up.

use model::QuestionKey;

use crate::files::hash_of;
use crate::{Files, Locale, Pack, raw};

/// So many digits of a hash tell the versions of one question's words apart.
const VERSION_DIGITS: usize = 12;

/// Whether an item is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// Nobody has signed it.
    Not,
    /// It was signed, and has changed since.
    Void,
    /// It is signed as it stands.
    Valid,
}

impl Pack {
    /// Whether the item with this id is signed as it stands.
    pub fn signed(&self, id: &str) -> Signed {
        signed(&self.files, &self.signatures, id)
    }

    /// The version of a question's words in one language (RF-43): the number that its author raises when the meaning
    /// changes, and the start of the hash of what a person reads. White space at the ends of lines changes nothing.
    pub fn question_version(&self, locale: Locale, key: &QuestionKey) -> Option<String> {
        let number = self.question(key)?.raw.version;
        // The items of an instrument stand with the instrument.
        let instrument = self.instruments.values().find(|it| it.question.as_ref() == Some(key));
        let ids = instrument.map(|it| it.id.as_str()).into_iter().chain([key.as_str()]);
        Some(format!("{number}-{}", self.words_version(locale, ids)))
    }

    /// The version of a document in one language, made as that of a question; none if there is no such document.
    pub fn document_version(&self, locale: Locale, id: &str) -> Option<String> {
        let number = self.documents.iter().find(|it| it.id == id)?.version;
        let words = format!("document-{id}");
        Some(format!("{number}-{}", self.words_version(locale, [words.as_str()])))
    }

    /// The start of the hash of what a person reads of some items.
    fn words_version<'a>(&self, locale: Locale, ids: impl IntoIterator<Item = &'a str>) -> String {
        let in_locale = self.files.0.iter().filter(|(path, _)| path.starts_with(locale.folder()));
        let contents: Vec<&String> = in_locale.map(|(_, content)| content).collect();
        let read: Vec<String> =
            ids.into_iter().flat_map(|id| contents.iter().flat_map(move |it| words(it, id))).collect();
        let mut hash = hash_of(read.iter().map(String::as_str));
        hash.truncate(VERSION_DIGITS);
        hash
    }
}

/// Whether one of `signatures` holds for the item as it stands in `files`.
pub(crate) fn signed(files: &Files, signatures: &[raw::Signature], id: &str) -> Signed {
    let mut signatures = signatures.iter().filter(|it| it.id == id).peekable();
    if signatures.peek().is_none() {
        return Signed::Not;
    }
    match item_hash(files, id) {
        Some(hash) if signatures.any(|it| it.text_hash == hash) => Signed::Valid,
        _ => Signed::Void,
    }
}

/// SHA-256 over everything that says what an item is: the file that holds it, and its words in every language.
pub fn item_hash(files: &Files, id: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for (path, content) in &files.0 {
        if path == "signatures.toml" {
            continue;
        }
        if path.rsplit_once('.').is_some_and(|(_, extension)| extension == "toml") {
            parts.extend(toml_parts(content, id));
        } else {
            parts.extend(words(content, id));
        }
    }
    if parts.is_empty() {
        return None;
    }
    Some(hash_of(parts.iter().map(String::as_str)))
}

/// The tables of a file whose `id` or `key` is `id`, in a canonical form that white space and comments leave alone.
fn toml_parts(content: &str, id: &str) -> Vec<String> {
    let Ok(table) = content.parse::<toml::Table>() else { return Vec::new() };
    let names = |table: &toml::Table| {
        ["id", "key"].iter().any(|name| table.get(*name).and_then(toml::Value::as_str) == Some(id))
    };
    if names(&table) {
        return vec![format!("{table:?}")];
    }
    let rows = table.values().filter_map(toml::Value::as_array).flatten().filter_map(toml::Value::as_table);
    rows.filter(|row| names(row)).map(|row| format!("{row:?}")).collect()
}

/// The Fluent messages that belong to `id`: `RF-02`, `q-ces_saddle`, `tag-OP`.
fn words(content: &str, id: &str) -> Vec<String> {
    let own = [format!("{id} ="), format!("q-{id} ="), format!("tag-{id} ="), format!("impact-{id} =")];
    let mut found = Vec::new();
    let mut inside = false;
    for line in content.lines() {
        if !line.starts_with([' ', '\t', '}']) && !line.is_empty() {
            inside = own.iter().any(|start| line.starts_with(start.as_str()));
        }
        if inside && !line.trim().is_empty() {
            found.push(line.trim().to_owned());
        }
    }
    found
}

/// The lines to append to `signatures.toml` for one signature.
pub fn signing_record(signature: &raw::Signature) -> String {
    let field = |name: &str, value: &str| format!("{name} = {}\n", toml::Value::from(value));
    format!(
        "\n[[signature]]\n{}{}{}{}{}",
        field("id", &signature.id),
        field("name", &signature.name),
        field("registration", &signature.registration),
        field("date", &signature.date),
        field("text_hash", &signature.text_hash)
    )
}
