SELECT
    id, name, lanes_by, show_dependencies, show_milestones, rank,
    (SELECT group_concat(kind) FROM view_kind WHERE view = view.id) AS kinds
FROM view
ORDER BY id
