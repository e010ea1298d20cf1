"""The real document's text in other file formats."""
