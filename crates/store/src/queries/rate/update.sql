UPDATE rate
SET role = ?2, per_day = ?3, rank = ?4
WHERE id = ?1
