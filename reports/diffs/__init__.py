"""Renderers of comparisons: one module is one format."""
