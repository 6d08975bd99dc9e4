//! One file a verb.

pub(crate) mod explain;
pub(crate) mod intake;
pub(crate) mod knowledge;
pub(crate) mod person;
pub(crate) mod plan;
pub(crate) mod serve;
