DELETE FROM feedback
WHERE id = ?1
