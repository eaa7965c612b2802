SELECT id, name, category, own_category, cap, cap_first_day, cap_last_day, note, rank
FROM budget_line
ORDER BY id
