SELECT
    id, name, lanes_by, show_dependencies, show_milestones,
    (SELECT group_concat(kind) FROM view_kind WHERE view = view.id) AS kinds,
    rank
FROM view
ORDER BY id
