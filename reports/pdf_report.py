"""`pdf`: the findings report (*laporan hasil reviu*) to be read and signed: a tagged PDF, made by typst.

Text of documents is always text. The file is the same for the same input; what it looks like is `review/report.typ`.
"""

import datetime
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from pkcheck import review_texts as words
from pkcheck.reporting import Format, Style, needing

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("pdf", words.FORMAT_PDF, binary=True)
_EXTRA = "reports"


def tell(recorded: "Recorded", style: Style) -> Iterator[bytes]:
    """The document. Raises UsageError where typst is not installed, InputError where the logo is no picture."""
    from pkcheck.review.content import findings_report

    with needing(FORMAT, _EXTRA):
        from .review.typesetting import logo_of, pdf

    report = findings_report(recorded, style.report, suppressed=style.suppressed)
    day = datetime.date.fromisoformat(report.date) if report.date else None
    data = {
        **asdict(report),
        "title": " ".join((report.cover.title, *report.cover.subject)),
        "date": {"year": day.year, "month": day.month, "day": day.day} if day else None,
    }
    yield pdf(data, logo_of(style.report.logo if style.report else None))
