"""Rules that hold agreements against a reference."""
