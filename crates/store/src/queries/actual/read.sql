SELECT id, day, amount, budget_line, work_item, supplier, note, key, in_advance
FROM actual
ORDER BY id
