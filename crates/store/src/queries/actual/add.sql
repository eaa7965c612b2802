INSERT INTO actual (id, day, amount, budget_line, work_item, supplier, note, key, in_advance)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
