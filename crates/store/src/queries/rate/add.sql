INSERT INTO rate (id, role, per_day, rank)
VALUES (?1, ?2, ?3, ?4)
