-- The plan file, version 5: money. Amounts are whole minor units of the plan's currency.

CREATE TABLE budget_line (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    category TEXT NOT NULL CHECK (
        category IN ('people', 'licences', 'cloud', 'marketing', 'training', 'other')
    ),
    own_category TEXT NOT NULL,
    cap INTEGER CHECK (cap >= 0),
    cap_first_day TEXT CHECK (cap_first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    cap_last_day TEXT CHECK (cap_last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT NOT NULL,
    rank INTEGER NOT NULL,
    CHECK ((cap IS NULL) = (cap_first_day IS NULL) AND (cap IS NULL) = (cap_last_day IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE rate (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    role TEXT NOT NULL,
    per_day INTEGER NOT NULL CHECK (per_day >= 0),
    rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- An amount, or effort at a rate. Days of its own, or those of the work item where they are missing.
CREATE TABLE cost (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    budget_line BLOB NOT NULL REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
    work_item BLOB REFERENCES work_item (id) DEFERRABLE INITIALLY DEFERRED,
    amount INTEGER CHECK (amount >= 0),
    rate BLOB REFERENCES rate (id) DEFERRABLE INITIALLY DEFERRED,
    effort_hundredths INTEGER CHECK (effort_hundredths >= 0),
    timing TEXT NOT NULL CHECK (timing IN ('once', 'at_start', 'at_end', 'monthly', 'spread')),
    first_day TEXT CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_day TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    low INTEGER CHECK (low >= 0),
    high INTEGER CHECK (high >= low),
    CHECK ((amount IS NULL) = (rate IS NOT NULL) AND (rate IS NULL) = (effort_hundredths IS NULL)),
    CHECK ((first_day IS NULL) = (last_day IS NULL)),
    CHECK (timing <> 'once' OR first_day = last_day),
    CHECK (timing NOT IN ('at_start', 'at_end') OR first_day IS NULL),
    CHECK ((low IS NULL) = (high IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX cost_by_line ON cost (budget_line);
CREATE INDEX cost_by_item ON cost (work_item) WHERE work_item IS NOT NULL;
CREATE INDEX cost_by_rate ON cost (rate) WHERE rate IS NOT NULL;

CREATE TABLE actual (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    budget_line BLOB NOT NULL REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
    work_item BLOB REFERENCES work_item (id) DEFERRABLE INITIALLY DEFERRED,
    supplier TEXT NOT NULL,
    note TEXT NOT NULL,
    key TEXT NOT NULL,
    in_advance INTEGER NOT NULL CHECK (in_advance IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX actual_by_line ON actual (budget_line);
CREATE INDEX actual_by_item ON actual (work_item) WHERE work_item IS NOT NULL;
