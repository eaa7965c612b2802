DELETE FROM milestone
WHERE id = ?1
