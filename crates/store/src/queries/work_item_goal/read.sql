SELECT work_item, goal
FROM work_item_goal
ORDER BY work_item, goal
