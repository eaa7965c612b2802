-- The plan file, version 2: what a view shows and how is one document in its row, and a plan says how it
-- reschedules.

ALTER TABLE plan
ADD COLUMN keeps_working_length INTEGER NOT NULL DEFAULT 0 CHECK (keeps_working_length IN (0, 1));

ALTER TABLE plan
ADD COLUMN pushes_successors INTEGER NOT NULL DEFAULT 0 CHECK (pushes_successors IN (0, 1));

CREATE TABLE new_view (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    -- The days that fill the width of the timeline: both, or neither.
    first_day TEXT CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_day TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    rank INTEGER NOT NULL,
    CHECK ((first_day IS NULL) = (last_day IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO new_view (id, name, settings, rank)
SELECT
    id,
    name,
    -- Words that were checked on their way in, so that nothing in them has to be escaped.
    '{"lanes_by":"' || lanes_by || '","then_by":null,"colour_by":"theme","collapsed":[]'
    || ',"kinds":' || (
        SELECT json_group_array(kind) FROM (
            SELECT kind FROM view_kind WHERE view_kind.view = view.id
            ORDER BY instr('epic feature user_story bug issue', kind)
        )
    )
    || ',"filter":{"text":"","themes":[],"statuses":[],"owners":[],"from":null,"to":null}'
    || ',"show_dependencies":' || iif(show_dependencies, 'true', 'false')
    || ',"show_milestones":' || iif(show_milestones, 'true', 'false')
    || ',"show_days_off":true}',
    rank
FROM view;

DROP TABLE view_kind;
DROP TABLE view;
ALTER TABLE new_view RENAME TO view;
