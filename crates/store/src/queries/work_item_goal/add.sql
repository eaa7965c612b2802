INSERT INTO work_item_goal (work_item, goal)
VALUES (?1, ?2)
