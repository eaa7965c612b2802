DELETE FROM actual
WHERE id = ?1
