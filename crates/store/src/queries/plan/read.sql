SELECT name, currency, first_day_of_week, revision
FROM plan
