INSERT INTO view_kind (view, kind)
VALUES (?1, ?2)
