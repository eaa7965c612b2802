DELETE FROM feedback_item
WHERE feedback = ?1
