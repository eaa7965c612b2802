INSERT INTO need (id, statement, note, evidence, wanted_by, alternatives)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
