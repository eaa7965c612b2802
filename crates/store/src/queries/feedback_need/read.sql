SELECT feedback, need
FROM feedback_need
ORDER BY feedback, need
