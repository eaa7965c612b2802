INSERT INTO baseline (id, name, taken, spans, rank)
VALUES (?1, ?2, ?3, ?4, ?5)
