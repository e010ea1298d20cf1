"""Renderers of the graph: one module is one format."""
