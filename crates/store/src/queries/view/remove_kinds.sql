DELETE FROM view_kind
WHERE view = ?1
