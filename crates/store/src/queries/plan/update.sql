UPDATE plan
SET name = ?1, currency = ?2, first_day_of_week = ?3
WHERE id = 1
