INSERT INTO cost (
    id, name, budget_line, work_item,
    amount, rate, effort_hundredths,
    timing, first_day, last_day,
    low, high
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
