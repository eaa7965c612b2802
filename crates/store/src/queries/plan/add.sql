INSERT INTO plan (id, name, currency, first_day_of_week, revision)
VALUES (1, ?1, ?2, ?3, ?4)
