UPDATE need
SET statement = ?2, note = ?3, evidence = ?4, wanted_by = ?5, alternatives = ?6
WHERE id = ?1
