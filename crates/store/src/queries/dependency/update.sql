UPDATE dependency
SET predecessor = ?2, successor = ?3, kind = ?4, lag_days = ?5
WHERE id = ?1
