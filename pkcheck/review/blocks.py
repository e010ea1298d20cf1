"""What a findings report is made of, as plain data: every text is in the reader's language and fit to be shown.

Renderers lay the blocks out in their order and add no word of their own, so that all of them say the same.
"""

from dataclasses import dataclass
from typing import Literal

from pkcheck.texts import Lang

Tone = Literal["definite", "judgement", "plain"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; a `fresh` one begins a page."""

    level: Literal[1, 2]
    text: str
    fresh: bool = False
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `warning` where nobody may miss it."""

    text: str
    warning: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its caption is empty where the heading above it says the same. `widths` are shares of the line, `numbers` the columns that are set to the right."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    numbers: tuple[int, ...] = ()
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Bar:
    """What one bar shows: as many counts as its chart has series."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars; `alt` says the same in words."""

    caption: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    alt: str
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled text; `open` where it is for the inspector to fill in."""

    label: str
    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place of evidence, and what stands there."""

    where: str
    quote: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding or a provision: a title, a line of remarks, labelled parts, and quoted places under `places_label`."""

    title: str
    remarks: str
    tone: Tone
    parts: tuple[Part, ...]
    places_label: str = ""
    places: tuple[Place, ...] = ()
    more: str = ""
    kind: Literal["card"] = "card"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, in which role; dots to be filled in where that was not said."""

    role: str
    name: str
    nip: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Place and date, and the signatories side by side."""

    at: str
    signatories: tuple[Signatory, ...]
    kind: Literal["signatures"] = "signatures"


Block = Heading | Paragraph | Bullets | Table | Chart | Card | Signatures


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    letterhead: tuple[str, ...]
    address: tuple[str, ...]
    logo_alt: str
    title: str
    subject: tuple[str, ...]
    facts: tuple[Part, ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `fields` are what an agency's own template may name; `page_of` has `{page}` and `{pages}`.

    `date` is ISO 8601, None where the report is not dated.
    """

    lang: Lang
    cover: Cover
    contents: str
    page: str
    page_of: str
    blocks: tuple[Block, ...]
    fields: dict[str, str]
    date: str | None
