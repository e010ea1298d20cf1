"""The rule catalogue: one module is one rule; the engine finds them by walking this package."""
