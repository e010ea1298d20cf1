"""How many of the official key indicators an agreement has, and the band of the evaluation guide that this falls into.

Source of the bands: the graded scoring guide for the evaluation of SAKIP as used in Kabupaten Madiun (legal basis R16).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pkcheck.model import Agreement
from pkcheck.reference.matching import similar_indicator
from pkcheck.reference.model import KeyIndicator

_HIGHEST = (95, "a (>95%)")
_BANDS = ((80, "b (80-95%)"), (50, "c (50-80%)"), (10, "d (10-50%)"))
_LOWEST = "e (<10%)"


@dataclass(frozen=True, slots=True)
class Representation:
    """`missing` are those of `total` that the agreement has neither in the same words nor in similar ones."""

    missing: tuple[KeyIndicator, ...]
    total: int

    @property
    def percent(self) -> Decimal:
        """The share that the agreement has, rounded to one decimal."""
        return round(Decimal(100 * (self.total - len(self.missing))) / self.total, 1)

    @property
    def band(self) -> str:
        """The band of the share, not rounded: more than 95%, 80, 50 and 10% are its borders."""
        share = Decimal(100 * (self.total - len(self.missing))) / self.total
        if share > _HIGHEST[0]:
            return _HIGHEST[1]
        return next((band for least, band in _BANDS if share >= least), _LOWEST)


def representation(agreement: Agreement, official: Sequence[KeyIndicator]) -> Representation:
    """The official key indicators, at least one, beside those of the agreement."""
    texts = [each.text for each in agreement.indicators()]
    missing = (each for each in official if not any(similar_indicator(each.indicator, text) for text in texts))
    return Representation(tuple(missing), len(official))
