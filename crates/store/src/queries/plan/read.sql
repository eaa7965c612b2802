SELECT name, currency, first_day_of_week, first_month_of_year, keeps_working_length, pushes_successors, actuals_mapping, revision
FROM plan
