SELECT id, role, per_day, rank
FROM rate
ORDER BY id
