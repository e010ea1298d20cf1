"""Numbers, rupiah, dates, units of measure and targets as agreements print them. Knows nothing of agreements."""
