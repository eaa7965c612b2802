SELECT need, customer, importance
FROM need_customer
ORDER BY need, customer
