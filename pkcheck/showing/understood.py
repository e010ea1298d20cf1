"""What was understood from a file and where it stands, as plain data in the reader's language."""

from dataclasses import dataclass
from typing import Literal

from pkcheck.documents.pictures import PagePicture
from pkcheck.model import Source

Use = Literal["value", "wording", "unused", "empty"]
"""What became of a place: a value, nothing as it only belongs to the form, nothing although it might, nothing to use."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value. `places` are the ids of the places that say it; not `found` where they are only somewhere around it.

    `understood` is what was made of the printed text, where that is something else; `remark` how it came about.
    """

    id: str
    label: str
    text: str
    understood: str | None = None
    remark: str | None = None
    places: tuple[str, ...] = ()
    found: bool = True
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Values under one title."""

    title: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """What something derives from, or answers to; `value` is its value's id, as far as it is shown."""

    text: str
    how: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """An indicator with its targets; `id` is where it stands on the page."""

    id: str
    indicator: Value
    targets: tuple[Value, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective with its indicators, and the heading above it where that is another one than before."""

    heading: Value | None
    objective: Value
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """A line of the budget."""

    level: str
    name: Value
    amount: Value


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A reading note; `places` are the ids of the places that it is about."""

    level: Literal["problem", "remark"]
    where: str
    text: str
    quote: str | None
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownAgreement:
    """One agreement; `superior` is whom it answers to, `unread` says what of it could not be read."""

    id: str
    title: str
    superior: Origin
    groups: tuple[Group, ...]
    aims: tuple[Aim, ...]
    plan: tuple[Promise, ...]
    budget: tuple[Money, ...]
    unread: str | None
    notes: tuple[ShownNote, ...]


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A line or cell of the document with the values that it became; `spot` is its line or cell."""

    id: str
    text: str
    spot: str
    source: Source
    use: Use
    values: tuple[str, ...]
    table: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page or sheet, or the whole of a document without any; with its picture where it has one."""

    number: int | None
    title: str | None
    places: tuple[ShownPlace, ...]
    picture: PagePicture | None = None


@dataclass(frozen=True, slots=True)
class ShownFile:
    """One file. `unsure` are the values that a person should check first; `remarks` say what is not shown, and why."""

    id: str
    name: str
    has_document: bool
    agreements: tuple[ShownAgreement, ...]
    leaves: tuple[Leaf, ...]
    notes: tuple[ShownNote, ...]
    unsure: tuple[Value, ...]
    unused: tuple[ShownPlace, ...]
    remarks: tuple[str, ...]
