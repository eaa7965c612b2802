SELECT id, day, source, customer, channel, text, status, reason, votes, key, duplicate_of
FROM feedback
ORDER BY id
