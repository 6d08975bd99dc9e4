//! A chart on disk: read, added to, and written as a whole or not at all.

use anyhow::Context as _;
use assessment::Intake;
use chart::{Asked, Author, Body, Entry, FORM, Role};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use knowledge::{Locale, Pack};
use std::path::{Path, PathBuf};
use uuid::Uuid;

use crate::clock::now;
use crate::commands::write::whole;
use crate::report::Failure;

/// A chart and where it came from.
pub(crate) struct ChartFile {
    path: PathBuf,
    pub(crate) entries: Vec<Entry>,
}

impl ChartFile {
    /// Reads a chart; every fault is named with its line.
    pub(crate) fn read(pack: &Pack, path: &Path) -> Result<Self, Failure> {
        if path.extension().is_none_or(|it| it != "ndjson") {
            return Err(Failure::input(format!("{}: a chart file ends in .ndjson", path.display())));
        }
        let bytes = std::fs::read(path)
            .with_context(|| format!("cannot read {}", path.display()))
            .map_err(|error| Failure::input(format!("{error:#}")))?;
        let entries = chart::read(pack, &bytes).map_err(|faults| {
            Failure::Input(faults.iter().map(|it| format!("{}: {it}", path.display())).collect())
        })?;
        Ok(Self { path: path.to_owned(), entries })
    }

    /// Reads a chart, or begins one where there is no file yet.
    pub(crate) fn read_or_new(pack: &Pack, path: &Path) -> Result<Self, Failure> {
        if path.exists() {
            Self::read(pack, path)
        } else {
            Ok(Self { path: path.to_owned(), entries: Vec::new() })
        }
    }

    /// Adds a full screen, with the version of the words that were asked (RF-43).
    pub(crate) fn add_intake(&mut self, pack: &Pack, intake: &Intake) {
        self.add(Role::Member, Body::Intake(intake.clone()));
        if let Some(entry) = self.entries.last_mut() {
            entry.asked = Some(Asked::of(pack, Locale::En, intake));
        }
    }

    /// Adds an entry at the end, as of now.
    pub(crate) fn add(&mut self, role: Role, body: Body) {
        let occurred_at = now(&TimeZone::UTC).timestamp();
        let account = match role {
            Role::Engine => "engine",
            Role::Member | Role::Coach | Role::Clinician => "command-line",
        };
        self.entries.push(Entry {
            form: FORM,
            id: new_id(occurred_at),
            author: Author { account: account.to_owned(), role, proxy_for: None },
            occurred_at,
            recorded_at: None,
            seq: None,
            supersedes: None,
            asked: None,
            body,
        });
    }

    /// The number of the last entry that a decision made now has read.
    pub(crate) fn last_seq(&self) -> u64 {
        self.entries.iter().filter_map(|it| it.seq).max().unwrap_or_default()
    }

    /// Writes the whole file, to a name beside it first.
    pub(crate) fn write(&self) -> Result<(), Failure> {
        let text = chart::write(&self.entries).context("cannot write the chart as lines")?;
        whole(&self.path, text.as_bytes())
    }

    /// A fault of this file.
    pub(crate) fn fault(&self, problem: impl std::fmt::Display) -> Failure {
        Failure::input(format!("{}: {problem}", self.path.display()))
    }
}

/// A new identifier for what happened at a moment.
fn new_id(at: Timestamp) -> Uuid {
    let seconds = u64::try_from(at.as_second()).unwrap_or_default();
    let nanos = u32::try_from(at.subsec_nanosecond()).unwrap_or_default();
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos))
}
