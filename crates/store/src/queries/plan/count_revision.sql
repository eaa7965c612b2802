UPDATE plan
SET revision = revision + 1
WHERE revision = ?1
