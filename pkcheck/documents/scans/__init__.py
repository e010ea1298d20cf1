"""Pages that are pictures: straightened, cleaned, recognised letter by letter, and laid out like any other page."""

from pkcheck.documents.scans.page import read_scanned_page

__all__ = ["read_scanned_page"]
