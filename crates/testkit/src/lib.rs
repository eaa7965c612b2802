//! Plan builders, golden files and the browser bridge, for tests only.
