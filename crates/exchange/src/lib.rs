//! CSV in and out: files to operations, plans to tables.
