SELECT day, name
FROM holiday
ORDER BY day
