-- The plan file, version 1.
--
-- A file is compared word for word with what this script makes, so a released script is never edited; a change
-- of the schema is a new script. Enumerations are text and checked. Foreign keys are checked at the commit, so
-- that rows may be written in any order. What only the plan's rules know (circles, levels, ranges of days) is
-- not repeated here.

-- "MPLN": says that the file is a Milepost plan.
PRAGMA application_id = 0x4D504C4E;

-- One row: what holds for the whole plan.
CREATE TABLE plan (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL CHECK (revision >= 0),
    name TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    first_day_of_week TEXT NOT NULL CHECK (
        first_day_of_week IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
    )
) STRICT;

CREATE TABLE working_day (
    weekday TEXT PRIMARY KEY CHECK (
        weekday IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
    )
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday (
    day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE theme (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    hue INTEGER NOT NULL CHECK (hue BETWEEN 1 AND 8),
    rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Dated by both days, or placed by a horizon, or by neither.
CREATE TABLE work_item (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('epic', 'feature', 'user_story', 'bug', 'issue')),
    parent BLOB REFERENCES work_item (id) DEFERRABLE INITIALLY DEFERRED,
    theme BLOB REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('idea', 'planned', 'in_progress', 'done', 'dropped')),
    progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100),
    owner TEXT NOT NULL,
    link TEXT NOT NULL,
    key TEXT NOT NULL,
    first_day TEXT CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_day TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    horizon TEXT CHECK (horizon IN ('now', 'next', 'later')),
    rank INTEGER NOT NULL,
    CHECK ((first_day IS NULL) = (last_day IS NULL)),
    CHECK (first_day IS NULL OR horizon IS NULL)
) STRICT, WITHOUT ROWID;

-- The far ends of foreign keys, which SQLite looks up whenever the row they point at goes.
CREATE INDEX work_item_by_parent ON work_item (parent) WHERE parent IS NOT NULL;
CREATE INDEX work_item_by_theme ON work_item (theme) WHERE theme IS NOT NULL;

CREATE TABLE milestone (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dependency (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    predecessor BLOB NOT NULL REFERENCES work_item (id) DEFERRABLE INITIALLY DEFERRED,
    successor BLOB NOT NULL REFERENCES work_item (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (
        kind IN ('finish_to_start', 'start_to_start', 'finish_to_finish', 'start_to_finish')
    ),
    lag_days INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX dependency_by_predecessor ON dependency (predecessor);
CREATE INDEX dependency_by_successor ON dependency (successor);

CREATE TABLE view (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    lanes_by TEXT NOT NULL CHECK (lanes_by IN ('theme')),
    show_dependencies INTEGER NOT NULL CHECK (show_dependencies IN (0, 1)),
    show_milestones INTEGER NOT NULL CHECK (show_milestones IN (0, 1)),
    rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The kinds of work item that a view shows.
CREATE TABLE view_kind (
    view BLOB NOT NULL REFERENCES view (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('epic', 'feature', 'user_story', 'bug', 'issue')),
    PRIMARY KEY (view, kind)
) STRICT, WITHOUT ROWID;
