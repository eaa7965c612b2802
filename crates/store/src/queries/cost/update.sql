UPDATE cost
SET
    name = ?2, budget_line = ?3, work_item = ?4,
    amount = ?5, rate = ?6, effort_hundredths = ?7,
    timing = ?8, first_day = ?9, last_day = ?10,
    low = ?11, high = ?12
WHERE id = ?1
