SELECT id, name, taken, spans, milestones, rank
FROM baseline
ORDER BY id
