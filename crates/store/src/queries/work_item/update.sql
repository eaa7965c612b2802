UPDATE work_item
SET
    kind = ?2, parent = ?3, theme = ?4,
    title = ?5, description = ?6,
    status = ?7, progress = ?8,
    owner = ?9, link = ?10, key = ?11,
    first_day = ?12, last_day = ?13, horizon = ?14,
    rank = ?15
WHERE id = ?1
