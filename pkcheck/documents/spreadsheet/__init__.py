"""What sheets of every format have in common: cells as they are printed, merged areas, and where tables stand."""
