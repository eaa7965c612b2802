//! An open plan: the plan in memory, its file, undo and redo.
