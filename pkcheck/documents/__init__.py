"""Readers: one module is one file format, and all give the same document type."""
