SELECT id, name, settings, first_day, last_day, rank
FROM view
ORDER BY id
