//! The file that a run is gone on with. It is read before anything is written, and a file that is not the beginning of this
//! very run is left as it is.

use simulator::{Policy, Progress, Settings};
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use crate::Done;
use crate::commands::write::whole;
use crate::report::Failure;

/// A run of the largest size needs less than a hundredth of this.
const BYTES_MAX: u64 = 64 << 20;

/// Where a run is kept.
pub(crate) struct Saved<'a> {
    path: &'a Path,
}

impl<'a> Saved<'a> {
    /// Keeps a run at a path.
    pub(crate) fn at(path: &'a Path) -> Self {
        Self { path }
    }

    /// What was kept of this run, or the new one where there is no file yet.
    pub(crate) fn read_or(&self, new: Progress) -> Result<Progress, Failure> {
        let file = match File::open(self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(new),
            opened => opened,
        };
        let mut content = String::new();
        file.and_then(|it| it.take(BYTES_MAX).read_to_string(&mut content))
            .map_err(|error| self.refused(&[format!("cannot read it: {error}")]))?;
        let kept: Progress = serde_json::from_str(&content)
            .map_err(|error| self.refused(&[format!("not the progress of a simulation: {error}")]))?;
        let differences = differences(&kept, &new);
        if !differences.is_empty() {
            return Err(self.refused(&differences));
        }
        if !kept.is_consistent() {
            let damaged =
                "damaged: the chunks that it calls finished do not fit together or with its members";
            return Err(self.refused(&[damaged.to_owned()]));
        }
        Ok(kept)
    }

    /// Writes all that is known so far, or leaves what is there.
    pub(crate) fn write(&self, progress: &Progress) -> Done {
        whole(self.path, serde_json::to_string(progress)?.as_bytes())
    }

    fn refused(&self, why: &[String]) -> Failure {
        let mut lines: Vec<String> = why.iter().map(|it| format!("{}: {it}", self.path.display())).collect();
        lines.push("the file is left as it is; name another one with --resume to begin anew".to_owned());
        Failure::Input(lines)
    }
}

/// What makes the run of a file another one than the run that is asked for.
fn differences(kept: &Progress, asked: &Progress) -> Vec<String> {
    let Settings { members, weeks, seed, policies } = &asked.settings;
    let of = &kept.settings;
    let names = |it: &[Policy]| it.iter().map(|it| it.name()).collect::<Vec<_>>().join(",");
    let rows = [
        ("--members", of.members.to_string(), members.to_string()),
        ("--weeks", of.weeks.to_string(), weeks.to_string()),
        ("--seed", of.seed.to_string(), seed.to_string()),
        ("--policy", names(&of.policies), names(policies)),
        ("knowledge and assumptions", kept.world.clone(), asked.world.clone()),
        ("version of the engine", kept.engine.clone(), asked.engine.clone()),
    ];
    let differs = rows.into_iter().filter(|(_, there, here)| there != here);
    differs
        .map(|(what, there, here)| format!("another run: {what} is {there} there and {here} here"))
        .collect()
}
