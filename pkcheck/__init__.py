"""Checks Indonesian performance agreements (Perjanjian Kinerja, PK)."""

__version__ = "0.1.0"
