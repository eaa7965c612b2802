DELETE FROM budget_line
WHERE id = ?1
