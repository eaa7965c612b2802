-- The plan file, version 6: a view says whether it shows the budget below its lanes.

UPDATE view
SET settings = json_insert(settings, '$.show_budget', json('true'));
