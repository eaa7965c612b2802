SELECT
    id, name, budget_line, work_item,
    amount, rate, effort_hundredths,
    timing, first_day, last_day,
    low, high
FROM cost
ORDER BY id
