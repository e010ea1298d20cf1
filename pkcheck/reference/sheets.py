"""Which sheets a workbook of references has, and by what names their facts and columns go."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from pkcheck.reference.model import Kind
from pkcheck.wording import plain

Holds = Literal["text", "list", "target", "amount", "year", "number", "day", "acting", "yes"]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Table):
    """A column, or a fact above the table: the key that it fills, its names, and what its cells hold."""

    key: str
    names: tuple[str, ...]
    holds: Holds = "text"
    required: bool = False

    @property
    def spelled(self) -> tuple[str, ...]:
        """The names as they are compared."""
        return tuple(plain(each) for each in self.names)


class Sheet(_Table):
    """A sheet: what kind of reference it has, and the list that its table fills; `years` may be columns."""

    name: str
    kind: Kind
    list: str
    facts: tuple[Column, ...]
    columns: tuple[Column, ...]
    years: bool = False


class _Sheets(_Table):
    sheet: tuple[Sheet, ...]


@cache
def sheets() -> tuple[Sheet, ...]:
    """Every sheet that is known."""
    text = files("pkcheck.reference").joinpath("sheets.toml").read_text(encoding="utf-8")
    return _Sheets.model_validate(tomllib.loads(text)).sheet
