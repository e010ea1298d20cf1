"""What agreements call things: the synonyms, in one data file, and how a printed word is compared with them."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads

from pydantic import BaseModel, ConfigDict

_SPACED_OUT = re.compile(r"\b(?:\w ){2,}\w\b")
_SET_ASIDE = re.compile(r"[^\w/%()-]+")


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Titles(_Section):
    """How titles are worded."""

    start: tuple[str, ...]
    before: tuple[str, ...]
    words: tuple[str, ...]
    revision: tuple[str, ...]
    plan: tuple[str, ...]
    other: tuple[str, ...]


class Fields(_Section):
    """Labels before a colon."""

    name: tuple[str, ...]
    position: tuple[str, ...]
    nip: tuple[str, ...]
    rank: tuple[str, ...]
    unit: tuple[str, ...]
    year: tuple[str, ...]
    other: tuple[str, ...]


class Parties(_Section):
    """What the two parties are called."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    first_short: tuple[str, ...]
    second_short: tuple[str, ...]
    second_other: tuple[str, ...]
    first_other: tuple[str, ...]
    naming: tuple[str, ...]
    superior: tuple[str, ...]


class Columns(_Section):
    """Heads of table columns."""

    no: tuple[str, ...]
    objective: tuple[str, ...]
    indicator: tuple[str, ...]
    target: tuple[str, ...]
    unit: tuple[str, ...]
    remark: tuple[str, ...]
    code: tuple[str, ...]
    budget_name: tuple[str, ...]
    budget_amount: tuple[str, ...]
    opening: dict[str, tuple[str, ...]]
    more: tuple[str, ...]
    final: tuple[str, ...]
    results: tuple[str, ...]
    changed: tuple[str, ...]


class Budget(_Section):
    """Words that tell the levels of a budget."""

    total: tuple[str, ...]
    sub_activity: tuple[str, ...]
    activity: tuple[str, ...]
    program: tuple[str, ...]


class Letterhead(_Section):
    """Words of the letterhead that stands above a title."""

    contact: tuple[str, ...]
    house: tuple[str, ...]


class Office(_Section):
    """Words of a signature block."""

    person: tuple[str, ...]
    continuing: tuple[str, ...]
    rank: tuple[str, ...]
    signed: tuple[str, ...]
    signing: tuple[str, ...]


class Prose(_Section):
    """How the statement's sentences open."""

    opening: tuple[str, ...]
    words: tuple[str, ...]


class Vocabulary(_Section):
    """All synonyms."""

    titles: Titles
    fields: Fields
    parties: Parties
    columns: Columns
    budget: Budget
    letterhead: Letterhead
    office: Office
    prose: Prose


@cache
def vocabulary() -> Vocabulary:
    """The synonyms of the data file beside this module."""
    return Vocabulary.model_validate(loads(files(__package__).joinpath("vocabulary.toml").read_text("utf-8")))


@lru_cache(maxsize=50_000)
def plain_words(text: str) -> str:
    """`text` as it is compared: lower case, letter-spaced words joined, punctuation set aside, single spaces.

    "N a m a" becomes "nama", "No." "no", "Program / Kegiatan" "program/kegiatan".
    """
    joined = _SPACED_OUT.sub(lambda found: found.group().replace(" ", ""), text)
    return re.sub(r"\s*/\s*", "/", _SET_ASIDE.sub(" ", joined.casefold())).strip()
