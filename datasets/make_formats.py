"""The real document in other formats: `python datasets/make_formats.py OUT [--scans]`.

Its 11 agreements come as a Word file, a workbook, a web page and a printed PDF, and with --scans also as that PDF scanned
at 150 and 200 dots per inch. What was read from the published scan stays as it is, slips and all. The same text gives
the same files. Needs the dependency group `fixtures`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from making import as_print, as_sheets, as_web, as_word
from making.transcript import transcript
from papers.scanner import scan

DATASET = Path(__file__).parent / "kpu-kaltim-2024"
RESOLUTIONS = (150, 200)
_NAME = "pk-kpu-kaltim-2024"
# The last of these on a page stands above a first party's signature.
_SIGNED_BELOW = ("Pihak Pertama,", "Ketua Komisi Pemilihan Umum")
_SEED = 2024


def make(out: Path) -> tuple[Path, ...]:
    """Write the four digital formats into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    document = transcript(DATASET)
    return (
        as_word.write(document, out / f"{_NAME}.docx"),
        as_sheets.write(document, out / f"{_NAME}.xlsx"),
        as_web.write(document, out / f"{_NAME}.html"),
        as_print.write(document, out / f"{_NAME}.pdf"),
    )


def make_scan(out: Path, dpi: int) -> Path:
    """Write the printed PDF as a scan of `dpi` dots per inch into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    printed = as_print.write(transcript(DATASET), out / f"{_NAME}.pdf")
    path = out / f"{_NAME}-{dpi}dpi.pdf"
    return scan(printed, path, dpi, seed=_SEED + dpi, signed_below=_SIGNED_BELOW, stamp="KPU")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to write into")
    parser.add_argument("--scans", action="store_true", help="also scan the printed pages, which takes a minute")
    wanted = parser.parse_args(arguments)
    for path in make(wanted.out):
        print(path)  # noqa: T201
    for dpi in RESOLUTIONS if wanted.scans else ():
        print(make_scan(wanted.out, dpi))  # noqa: T201


if __name__ == "__main__":
    main()
