DELETE FROM customer
WHERE id = ?1
