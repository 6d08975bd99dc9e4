//! What is wrong in the knowledge files.

/// One fault, naming the file and the entry in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("knowledge/{file}: {item}{problem}", item = if item.is_empty() { String::new() } else { format!("{item}: ") })]
pub struct Fault {
    /// The file, below `knowledge/`.
    pub file: String,
    /// The entry, or nothing when the whole file is meant.
    pub item: String,
    /// What is wrong.
    pub problem: String,
}

impl Fault {
    /// A fault of one entry of a file.
    #[expect(clippy::needless_pass_by_value, reason = "callers give texts, ids and errors alike")]
    pub(crate) fn new(file: &str, item: impl ToString, problem: impl ToString) -> Self {
        Self { file: file.to_owned(), item: item.to_string(), problem: problem.to_string() }
    }
}
