INSERT INTO plan (id, name, currency, first_day_of_week, first_month_of_year, keeps_working_length, pushes_successors, actuals_mapping, revision)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
