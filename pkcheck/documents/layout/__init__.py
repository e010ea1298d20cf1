"""From ink on a page to lines and tables, by its geometry alone: for every format that has places instead of structure."""
