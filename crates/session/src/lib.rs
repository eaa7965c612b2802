//! An open plan: the plan in memory, its file, undo and redo.
//!
//! One operation of the user is one transaction of the file and one undo step. The session decides nothing: what an
//! operation does is asked of `milepost-plan`, how it is kept of `milepost-store`. It knows no front end and
//! tells nobody what changed; it answers with what did.

mod current;
mod error;
mod history;
mod looking;
mod session;

pub use current::PlanGuard;
pub use error::SessionError;
pub use history::History;
pub use session::{Applied, Session};
