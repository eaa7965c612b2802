UPDATE actual
SET day = ?2, amount = ?3, budget_line = ?4, work_item = ?5, supplier = ?6, note = ?7, key = ?8, in_advance = ?9
WHERE id = ?1
