//! The plan file: one SQLite database per plan.
