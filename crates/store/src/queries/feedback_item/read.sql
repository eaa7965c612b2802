SELECT feedback, work_item
FROM feedback_item
ORDER BY feedback, work_item
