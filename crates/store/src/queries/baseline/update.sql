UPDATE baseline
SET name = ?2, taken = ?3, spans = ?4, milestones = ?5, rank = ?6
WHERE id = ?1
