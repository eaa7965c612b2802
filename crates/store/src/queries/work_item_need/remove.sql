DELETE FROM work_item_need
WHERE work_item = ?1
