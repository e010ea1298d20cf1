"""Reading notes: what a reader could not understand, or wants a person to know, with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pkcheck.model import Source
from pkcheck.texts import Fact, Text


@dataclass(frozen=True)
class Note:
    """A `problem` means that part of the input was not used (exit status 2); a `remark` is for information."""

    level: Literal["problem", "remark"]
    text: Text
    source: Source
    facts: Mapping[str, Fact] = field(default_factory=dict)
    quote: str | None = None
