"""The legal basis of the rules, as data: what is said where, in which words, and how well that was checked."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Verification = Literal["verified", "repeated", "inference", "unverified"]


class Provision(BaseModel):
    """One principle that rules stand on, with the regulation that says it.

    `citation`, `provision` and `quote` are empty where no regulation says it; `provision` also where the article
    was not checked; `binds` names whom alone it binds, empty where it binds every agency. With `inference` a finding is an inconsistency, never a breach.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title_id: str
    title_en: str
    citation: str
    provision: str
    sources: tuple[str, ...]
    quote: str
    source_url: str
    binds: str = ""
    verification: Verification
    inference: bool = False
    note_id: str
    note_en: str


@cache
def provisions() -> Mapping[str, Provision]:
    """Every provision by its id, in the order of the data file."""
    tables = {key: table for key, table in _document().items() if key != "meta"}
    return MappingProxyType({key: Provision.model_validate({"id": key, **table}) for key, table in tables.items()})


def provision(id: str) -> Provision:  # noqa: A002  # rules and reports call it the provision's id
    """One provision; a `KeyError` that names the known ids where there is none."""
    try:
        return provisions()[id]
    except KeyError:
        raise KeyError(f"no provision {id!r} in provisions.toml; known: {', '.join(provisions())}") from None


def snapshot() -> date:
    """The day on which the provisions' texts were read."""
    return date.fromisoformat(_document()["meta"]["snapshot"])


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(files("pkcheck").joinpath("provisions.toml").read_text(encoding="utf-8"))
