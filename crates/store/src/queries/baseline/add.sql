INSERT INTO baseline (id, name, taken, spans, milestones, rank)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
