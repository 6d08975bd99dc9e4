//! The self-check: from what a form sent to what comes next.
//!
//! [`sent`] is the form as it came, [`reading`] turns words into an intake and faults, [`steps`] says which page
//! comes next, with [`more`] for what nobody has to tell. [`fields`] shows a question, [`activities`] a person's own
//! activities, [`home`] knows the tests to do at home, and [`clearance`] reads what a clinician is reported to have
//! said. Nothing is kept between two steps but what the form carries, and every step reads all of it again.
//!
//! Must never: let a page further on than the first unanswered one, or anything at all after an emergency answer.

pub(crate) mod activities;
pub(crate) mod clearance;
pub(crate) mod fields;
pub(crate) mod home;
mod more;
pub(crate) mod reading;
pub(crate) mod sent;
pub(crate) mod steps;
