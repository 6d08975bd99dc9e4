//! The planner's models stated a second time, for a solver that knows nothing of ours.
//!
//! What may be chosen, and what each choice is worth, is read here from the documentation of the fields of
//! `prescription::exact` alone. `week` and `list` turn a model into a `program` of whole numbers, which any solver can take,
//! and reckon up any answer from the sessions that it makes, so that no number rests on a solver's arithmetic. `people`
//! draws members for whom the planner states models, `invented` makes models that no member brings about. The solver
//! itself comes with the tests.
//!
//! Nothing here may use code of the search that it is to judge.

pub mod dice;
pub mod invented;
pub mod list;
pub mod people;
pub mod program;
pub mod week;
