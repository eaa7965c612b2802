INSERT INTO dependency (id, predecessor, successor, kind, lag_days)
VALUES (?1, ?2, ?3, ?4, ?5)
