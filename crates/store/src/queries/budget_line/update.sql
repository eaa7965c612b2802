UPDATE budget_line
SET name = ?2, category = ?3, own_category = ?4, cap = ?5, cap_first_day = ?6, cap_last_day = ?7, note = ?8, rank = ?9
WHERE id = ?1
