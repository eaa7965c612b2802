UPDATE plan
SET name = ?1, currency = ?2, first_day_of_week = ?3, keeps_working_length = ?4, pushes_successors = ?5
WHERE id = 1
