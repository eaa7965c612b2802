INSERT INTO holiday (day, name)
VALUES (?1, ?2)
