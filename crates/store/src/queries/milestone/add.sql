INSERT INTO milestone (id, name, day, note)
VALUES (?1, ?2, ?3, ?4)
