SELECT id, name, hue, rank
FROM theme
ORDER BY id
