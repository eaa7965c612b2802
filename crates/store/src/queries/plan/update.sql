UPDATE plan
SET name = ?1, currency = ?2, first_day_of_week = ?3, first_month_of_year = ?4, keeps_working_length = ?5, pushes_successors = ?6, actuals_mapping = ?7
WHERE id = 1
