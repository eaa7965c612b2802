UPDATE theme
SET name = ?2, hue = ?3, rank = ?4
WHERE id = ?1
