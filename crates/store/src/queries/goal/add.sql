INSERT INTO goal (id, title, measure, target, by_day, rank)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
