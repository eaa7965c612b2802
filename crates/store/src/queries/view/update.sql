UPDATE view
SET name = ?2, lanes_by = ?3, show_dependencies = ?4, show_milestones = ?5, rank = ?6
WHERE id = ?1
