-- The plan file, version 7: how the last import read actuals, written down by whoever imports; empty if nothing has
-- been imported.

ALTER TABLE plan
ADD COLUMN actuals_mapping TEXT NOT NULL DEFAULT '';
