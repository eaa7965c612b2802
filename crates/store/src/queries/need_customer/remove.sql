DELETE FROM need_customer
WHERE need = ?1
