UPDATE feedback
SET
    day = ?2, source = ?3, customer = ?4, channel = ?5, text = ?6,
    status = ?7, reason = ?8,
    votes = ?9, key = ?10, duplicate_of = ?11
WHERE id = ?1
