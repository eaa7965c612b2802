INSERT INTO view (id, name, settings, first_day, last_day, rank)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
