"""`docx`: the findings report (*laporan hasil reviu*) to be completed in Word, in the agency's own template if it has one.

Text of documents is always text: no field, no link. The file is the same for the same input.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import review_texts as words
from pkcheck.reporting import Format, Style, needing

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("docx", words.FORMAT_DOCX, binary=True)
_EXTRA = "reports"


def tell(recorded: "Recorded", style: Style) -> Iterator[bytes]:
    """The document. Raises UsageError where a library is not installed, InputError for a logo or template that is none."""
    from pkcheck.review.content import findings_report

    with needing(FORMAT, _EXTRA):
        from .review.typesetting import logo_of
        from .review.word import word_document

    own = style.report
    report = findings_report(recorded, own, suppressed=style.suppressed)
    yield word_document(report, own.template if own else None, logo_of(own.logo if own else None))
