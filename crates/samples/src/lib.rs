//! The sample plan and generated plans.
