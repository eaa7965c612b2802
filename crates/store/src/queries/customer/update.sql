UPDATE customer
SET name = ?2, kind = ?3, size = ?4, unit = ?5, note = ?6, rank = ?7
WHERE id = ?1
