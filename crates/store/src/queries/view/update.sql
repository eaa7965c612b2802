UPDATE view
SET name = ?2, settings = ?3, first_day = ?4, last_day = ?5, rank = ?6
WHERE id = ?1
