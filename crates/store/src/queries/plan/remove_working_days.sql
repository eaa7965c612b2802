DELETE FROM working_day
