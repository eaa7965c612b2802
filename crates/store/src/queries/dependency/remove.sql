DELETE FROM dependency
WHERE id = ?1
