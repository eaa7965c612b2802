INSERT INTO feedback (id, day, source, customer, channel, text, status, reason, votes, key, duplicate_of)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
