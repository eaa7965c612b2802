-- The plan file, version 3: a plan says when its years begin, and a view arranges its items, orders its lanes and
-- collapses epics.

ALTER TABLE plan
ADD COLUMN first_month_of_year INTEGER NOT NULL DEFAULT 1 CHECK (first_month_of_year BETWEEN 1 AND 12);

UPDATE view
SET settings = json_insert(
    settings,
    '$.arrangement', 'timeline',
    '$.columns', json('["title","status","start","end"]'),
    '$.sort', NULL
);

UPDATE view
SET settings = json_insert(
    settings,
    '$.lane_order', json('[]'),
    '$.collapsed_epics', json('[]'),
    '$.show_overview', json('false')
);
