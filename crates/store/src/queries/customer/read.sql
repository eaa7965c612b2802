SELECT id, name, kind, size, unit, note, rank
FROM customer
ORDER BY id
