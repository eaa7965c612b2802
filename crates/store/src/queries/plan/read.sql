SELECT name, currency, first_day_of_week, keeps_working_length, pushes_successors, revision
FROM plan
