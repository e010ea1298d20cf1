"""The unit in an annex's head beside the office of who signs it."""

from collections.abc import Iterable
from dataclasses import dataclass

from pkcheck.lexicon import lexicon
from pkcheck.model import Agreement
from pkcheck.positions import office
from pkcheck.wording import words


@dataclass(frozen=True, slots=True)
class Heading:
    """`core` is what names the unit within the institution, `tail` the institution as the head writes it."""

    core: tuple[str, ...]
    tail: tuple[str, ...]


def heading_of(agreement: Agreement) -> Heading:
    """The unit in the annex's head, cut where the institution begins."""
    full = words(agreement.unit or "")
    core = office(agreement.unit or "", agreement.institution)
    return Heading(core, full[len(core) :]) if full[: len(core)] == core else Heading(full, ())


def names_a_part(agreement: Agreement) -> bool:
    """Whether the head names a unit and, after it, the institution that it is part of."""
    own = {*words(agreement.institution or ""), *lexicon().unit_words}
    return bool(heading_of(agreement).tail) and not set(words(agreement.unit or "")) <= own


def whose_unit(agreement: Agreement, agency: Iterable[Agreement]) -> Agreement | None:
    """The other agreement whose first party heads the unit in this one's head, if that is not its own.

    A head may name the whole institution, the superior's unit, or the own one in a short form that nobody else has; only
    a unit that somebody else heads, and that shares no word with the own office, is another's.
    """
    head = telling_words(heading_of(agreement).core) - frozenset(words(agreement.institution or ""))
    above = agreement.second_party.position if agreement.second_party else None
    near = _held_by(agreement) | (telling_words(office(above, agreement.institution)) if above else frozenset())
    if not head or not _held_by(agreement) or head & near:
        return None
    return next((each for each in agency if each is not agreement and _held_by(each) == head), None)


def _held_by(agreement: Agreement) -> frozenset[str]:
    """What the first party's position says of the unit that it heads."""
    position = agreement.first_party.position if agreement.first_party else None
    return telling_words(office(position, agreement.institution)) if position else frozenset()


def telling_words(full: tuple[str, ...]) -> frozenset[str]:
    """The words that tell one unit from another: "sub bagian keuangan" gives "keuangan"."""
    empty = {*lexicon().unit_words, *lexicon().stopwords, "kepala"}
    return frozenset(word for word in full if word not in empty)
