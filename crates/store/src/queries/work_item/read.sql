SELECT
    id, kind, parent, theme,
    title, description,
    status, progress,
    owner, link, key,
    first_day, last_day, horizon,
    rank
FROM work_item
ORDER BY id
