INSERT INTO theme (id, name, hue, rank)
VALUES (?1, ?2, ?3, ?4)
