SELECT id, statement, note, evidence, wanted_by, alternatives
FROM need
ORDER BY id
