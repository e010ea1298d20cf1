"""Renderers of readings: one module is one format."""
