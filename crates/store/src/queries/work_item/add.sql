INSERT INTO work_item (
    id, kind, parent, theme,
    title, description,
    status, progress,
    owner, link, key,
    first_day, last_day, horizon,
    rank
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
