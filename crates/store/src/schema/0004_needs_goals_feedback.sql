-- The plan file, version 4: customers, what they need, what the product shall achieve, what was said about it, and
-- which work items serve what; a view says what stands on its axis.

CREATE TABLE customer (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('segment', 'organisation', 'department', 'person', 'system')),
    size INTEGER NOT NULL CHECK (size >= 0),
    unit TEXT NOT NULL,
    note TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE need (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    statement TEXT NOT NULL,
    note TEXT NOT NULL,
    -- A list of addresses.
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    wanted_by TEXT CHECK (wanted_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    alternatives TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whose need it is.
CREATE TABLE need_customer (
    need BLOB NOT NULL REFERENCES need (id) DEFERRABLE INITIALLY DEFERRED,
    customer BLOB NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
    importance TEXT NOT NULL CHECK (importance IN ('critical', 'high', 'medium', 'low')),
    PRIMARY KEY (need, customer)
) STRICT, WITHOUT ROWID;

CREATE INDEX need_customer_by_customer ON need_customer (customer);

CREATE TABLE goal (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    title TEXT NOT NULL,
    measure TEXT NOT NULL,
    target TEXT NOT NULL,
    by_day TEXT CHECK (by_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The needs that a work item serves.
CREATE TABLE work_item_need (
    work_item BLOB NOT NULL REFERENCES work_item (id) DEFERRABLE INITIALLY DEFERRED,
    need BLOB NOT NULL REFERENCES need (id) DEFERRABLE INITIALLY DEFERRED,
    fulfilment TEXT NOT NULL CHECK (fulfilment IN ('partly', 'fully')),
    PRIMARY KEY (work_item, need)
) STRICT, WITHOUT ROWID;

CREATE INDEX work_item_need_by_need ON work_item_need (need);

-- The goals that a work item serves.
CREATE TABLE work_item_goal (
    work_item BLOB NOT NULL REFERENCES work_item (id) DEFERRABLE INITIALLY DEFERRED,
    goal BLOB NOT NULL REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (work_item, goal)
) STRICT, WITHOUT ROWID;

CREATE INDEX work_item_goal_by_goal ON work_item_goal (goal);

CREATE TABLE feedback (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source TEXT NOT NULL,
    customer BLOB REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
    channel TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('new', 'linked', 'planned', 'answered', 'declined')),
    reason TEXT NOT NULL,
    votes INTEGER NOT NULL CHECK (votes >= 0),
    key TEXT NOT NULL,
    duplicate_of BLOB REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_by_customer ON feedback (customer) WHERE customer IS NOT NULL;
CREATE INDEX feedback_by_original ON feedback (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- The needs that a feedback speaks of.
CREATE TABLE feedback_need (
    feedback BLOB NOT NULL REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
    need BLOB NOT NULL REFERENCES need (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (feedback, need)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_need_by_need ON feedback_need (need);

-- The work items that a feedback speaks of.
CREATE TABLE feedback_item (
    feedback BLOB NOT NULL REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
    work_item BLOB NOT NULL REFERENCES work_item (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (feedback, work_item)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_item_by_item ON feedback_item (work_item);

UPDATE view
SET settings = json_insert(settings, '$.roadmap', 'features');

UPDATE view
SET settings = json_insert(
    settings,
    '$.filter.customers', json('[]'),
    '$.filter.needs', json('[]'),
    '$.filter.goals', json('[]')
);
