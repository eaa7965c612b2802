SELECT id, name, day, note
FROM milestone
ORDER BY id
