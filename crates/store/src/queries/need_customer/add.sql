INSERT INTO need_customer (need, customer, importance)
VALUES (?1, ?2, ?3)
