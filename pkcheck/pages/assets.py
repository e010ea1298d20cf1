"""The styles and scripts that pages share; they lie beside this module."""

from importlib.resources import files


def shared(name: str) -> str:
    """The text of a style or script."""
    return (files(__package__) / name).read_text(encoding="utf-8")
