//! typst as a library: a world that holds the embedded templates and one document's content, and nothing
//! else.
//!
//! A template reads its content with `json("content.json")`. Content is therefore data from beginning to end:
//! no person's words are ever parsed as markup. There are no packages, no files of the machine and no date.

use std::path::Path;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::PaperError;
use crate::fonts;

/// The templates, and the words that they print beside the content.
pub(crate) static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The path under which a template finds its content.
const CONTENT: &str = "content.json";

/// Whether `path` is among the embedded templates and words.
pub(crate) fn is_embedded(path: &str) -> bool {
    TEMPLATES.get_file(path).is_some()
}

/// Sets `template` with `content` (JSON).
pub(crate) fn set(template: &str, content: String) -> Result<PagedDocument, PaperError> {
    let world = Press { main: file_id(template)?, content: Bytes::from_string(content) };
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|problems| refused(&problems));
    // typst remembers its steps to repeat them faster; a person's words must not stay in there.
    typst::comemo::evict(0);
    document
}

/// Writes `document` as an accessible PDF. `identity` is hashed into its identifier.
pub(crate) fn pdf(document: &PagedDocument, identity: String) -> Result<Vec<u8>, PaperError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|problem| PaperError::Typesetting { problems: problem.message().to_string() })?;
    let options = PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Plumbline".to_owned())),
        // No date: the same input must give the same bytes, and the day it was made stands on the page.
        timestamp: None,
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(document, &options).map_err(|problems| refused(&problems));
    typst::comemo::evict(0);
    bytes
}

/// Joins the typesetter's messages.
fn refused(problems: &[SourceDiagnostic]) -> PaperError {
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    PaperError::Typesetting { problems: messages.join("; ") }
}

/// The id of an embedded file.
fn file_id(path: &str) -> Result<FileId, PaperError> {
    let path = VirtualPath::new(path)
        .map_err(|problem| PaperError::Typesetting { problems: problem.to_string() })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// All that typst can see while it sets one document.
struct Press {
    main: FileId,
    content: Bytes,
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let file = embedded(id)?;
        let text = std::str::from_utf8(file).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if *id.root() == VirtualRoot::Project && id.vpath().get_without_slash() == CONTENT {
            return Ok(self.content.clone());
        }
        embedded(id).map(Bytes::new)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The bytes of an embedded file.
fn embedded(id: FileId) -> FileResult<&'static [u8]> {
    let path = id.vpath().get_without_slash();
    match id.root() {
        VirtualRoot::Project => TEMPLATES.get_file(path).map(include_dir::File::contents),
        VirtualRoot::Package(_) => None,
    }
    .ok_or_else(|| FileError::NotFound(Path::new(path).to_owned()))
}
