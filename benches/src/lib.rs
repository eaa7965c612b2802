//! What cargo xtask bench measures.
