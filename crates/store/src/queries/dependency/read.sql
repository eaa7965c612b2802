SELECT id, predecessor, successor, kind, lag_days
FROM dependency
ORDER BY id
