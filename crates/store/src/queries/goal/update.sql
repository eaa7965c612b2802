UPDATE goal
SET title = ?2, measure = ?3, target = ?4, by_day = ?5, rank = ?6
WHERE id = ?1
