SELECT id, title, measure, target, by_day, rank
FROM goal
ORDER BY id
