DELETE FROM work_item_goal
WHERE work_item = ?1
