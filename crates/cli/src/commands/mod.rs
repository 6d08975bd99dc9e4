//! One file a verb.

pub(crate) mod adapt;
mod address;
pub(crate) mod backup;
pub(crate) mod chart_file;
pub(crate) mod coach;
mod demo;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod intake;
pub(crate) mod knowledge;
pub(crate) mod password;
pub(crate) mod person;
pub(crate) mod plan;
pub(crate) mod replay;
pub(crate) mod restore;
pub(crate) mod serve;
pub(crate) mod session_file;
pub(crate) mod simulate;
mod store_place;
mod studio_file;
pub(crate) mod studios;
pub(crate) mod verify;
pub(crate) mod write;
