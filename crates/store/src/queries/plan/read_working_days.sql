SELECT weekday
FROM working_day
