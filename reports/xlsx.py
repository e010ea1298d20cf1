"""`xlsx`: the working paper (*kertas kerja*) that an inspector completes and signs, as an Excel workbook.

Text of documents is always text: no formula, no link. The workbook is the same for the same input, its time stamps too.
"""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import workbook_texts as words
from pkcheck.reporting import Format, Style, needing

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("xlsx", words.FORMAT_XLSX, binary=True)
_EXTRA = "reports"
_MADE = datetime.datetime(1980, 1, 1)  # noqa: DTZ001  as the files within the archive


def tell(recorded: "Recorded", style: Style) -> Iterator[bytes]:
    """The workbook. Raises UsageError where the library that writes it is not installed."""
    with needing(FORMAT, _EXTRA):
        from .workbook.book import workbook

    yield workbook(recorded, _MADE, style.report, suppressed=style.suppressed)
