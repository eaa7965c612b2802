INSERT INTO budget_line (id, name, category, own_category, cap, cap_first_day, cap_last_day, note, rank)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
