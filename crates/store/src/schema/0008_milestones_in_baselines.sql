-- The plan file, version 8: a baseline keeps the days of the milestones, too. One that was taken before knows of none and
-- holds NULL; an empty list says that the plan had none.

ALTER TABLE baseline
ADD COLUMN milestones TEXT CHECK (json_valid(milestones));
