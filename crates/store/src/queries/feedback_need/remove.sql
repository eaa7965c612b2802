DELETE FROM feedback_need
WHERE feedback = ?1
