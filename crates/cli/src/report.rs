//! How a command that did not come to its end says so.

use std::process::ExitCode;

use crate::print;

/// Why a command did not come to its end.
pub(crate) enum Failure {
    /// The input is not what it should be: every fault, one a line.
    Input(Vec<String>),
    /// Screening holds; the disposition was printed.
    Held,
    /// Anything else.
    Other(anyhow::Error),
}

impl Failure {
    /// One fault of the input.
    pub(crate) fn input(fault: impl Into<String>) -> Self {
        Self::Input(vec![fault.into()])
    }

    /// Prints what has to be said and gives the exit status.
    pub(crate) fn report(self) -> ExitCode {
        match self {
            Self::Input(faults) => {
                for fault in &faults {
                    print::error(fault);
                }
                ExitCode::from(2)
            }
            Self::Held => ExitCode::from(3),
            Self::Other(error) => {
                print::error(&format!("{error:#}"));
                ExitCode::FAILURE
            }
        }
    }
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}
