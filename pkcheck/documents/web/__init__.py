"""Web pages: their encoding, what of them can be seen, and their text and tables."""
