"""Renderers of findings: one module is one format; `pkcheck.tell` finds them by walking this package."""
