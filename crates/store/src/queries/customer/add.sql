INSERT INTO customer (id, name, kind, size, unit, note, rank)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
