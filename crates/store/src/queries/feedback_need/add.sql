INSERT INTO feedback_need (feedback, need)
VALUES (?1, ?2)
