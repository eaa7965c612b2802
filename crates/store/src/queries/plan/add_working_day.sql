INSERT INTO working_day (weekday)
VALUES (?1)
