INSERT INTO view (id, name, lanes_by, show_dependencies, show_milestones, rank)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
