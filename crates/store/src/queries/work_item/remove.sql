DELETE FROM work_item
WHERE id = ?1
