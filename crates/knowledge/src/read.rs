//! Reads single files and folders of files, collecting faults instead of stopping at the first.

use serde::de::DeserializeOwned;

use crate::{Fault, Files};

/// Reads files and keeps what went wrong.
pub(crate) struct Reading<'a> {
    pub(crate) files: &'a Files,
    pub(crate) faults: Vec<Fault>,
}

impl Reading<'_> {
    /// Reads a file that must be there.
    pub(crate) fn file<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let Some(content) = self.files.0.get(path) else {
            self.faults.push(Fault::new(path, "", "the file is missing"));
            return None;
        };
        self.content(path, content)
    }

    /// Reads every file of a folder, each with its path.
    pub(crate) fn folder<T: DeserializeOwned>(&mut self, folder: &str) -> Vec<(String, T)> {
        let found: Vec<(String, String)> = self
            .files
            .in_folder(folder)
            .map(|(path, content)| (path.to_owned(), content.to_owned()))
            .collect();
        if found.is_empty() {
            self.faults.push(Fault::new(folder, "", "the folder has no files"));
        }
        found
            .into_iter()
            .filter_map(|(path, content)| Some((path.clone(), self.content(&path, &content)?)))
            .collect()
    }

    fn content<T: DeserializeOwned>(&mut self, path: &str, content: &str) -> Option<T> {
        match toml::from_str(content) {
            Ok(read) => Some(read),
            Err(error) => {
                let problem = error.to_string().trim().replace('\n', " ");
                self.faults.push(Fault::new(path, "", problem));
                None
            }
        }
    }
}
