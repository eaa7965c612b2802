INSERT INTO feedback_item (feedback, work_item)
VALUES (?1, ?2)
