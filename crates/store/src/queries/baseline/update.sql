UPDATE baseline
SET name = ?2, taken = ?3, spans = ?4, rank = ?5
WHERE id = ?1
