UPDATE milestone
SET name = ?2, day = ?3, note = ?4
WHERE id = ?1
