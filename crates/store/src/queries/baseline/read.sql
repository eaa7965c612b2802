SELECT id, name, taken, spans, rank
FROM baseline
ORDER BY id
