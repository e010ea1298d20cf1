"""One scanned page as lines and tables, each with the confidence of its reading."""

from itertools import count
from typing import Literal

from PIL import Image

from pkcheck import messages
from pkcheck.documents.document import Document
from pkcheck.documents.layout.blocks import blocks_of
from pkcheck.documents.layout.grid import grids_of, joined
from pkcheck.documents.layout.ink import Ink, TooMuchInkError
from pkcheck.documents.layout.page import pieces_of
from pkcheck.documents.layout.words import Box
from pkcheck.documents.scans.cells import overlooked
from pkcheck.documents.scans.cleaning import evened, is_blank, is_blurred, without_overlays
from pkcheck.documents.scans.confidence import Certainties, is_poor, is_speck
from pkcheck.documents.scans.gaps import with_blanks
from pkcheck.documents.scans.paper import without_surroundings
from pkcheck.documents.scans.picture import POINTS, ink_of, picture_of, rotated, turned
from pkcheck.documents.scans.rereading import DISPUTED, confirmed
from pkcheck.documents.scans.rulings import rules_of, without_rules
from pkcheck.documents.scans.skew import skew_of
from pkcheck.documents.scans.upright import read_upright
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.texts import Text

Level = Literal["problem", "remark"]


def read_scanned_page(image: Image.Image, file: str, number: int, dpi: float | None = None) -> Document:
    """Read page `number` of `file` from its picture; best at 200 `dpi` and more, None where the resolution is not known.

    Lines are numbered on the page. Boxes are in points on the page as handed in, however it had to be turned. A blank page
    and one of poor quality give a remark, one with print that could not be read a problem.
    """
    picture = picture_of(image, dpi)
    if is_blank(picture):
        return _without_blocks(file, number, "remark", messages.SCAN_BLANK)
    straight = evened(without_surroundings(picture))
    straight = rotated(straight, skew_of(straight))
    clean = without_overlays(straight)
    quarters, lines = read_upright(clean)
    straight, picture = turned(straight, quarters), turned(clean, quarters)
    across, down = rules_of(picture, straight)
    ink = ink_of(picture.pixels)
    blurred = is_blurred(straight)
    lines = tuple(line for line in confirmed(lines, picture, straight) if not is_speck(line))
    lines = tuple(line.as_sure_as(least=0.0, most=DISPUTED) for line in lines) if blurred else lines
    letters = [letter for line in lines for letter in with_blanks(line, ink)]
    try:
        grids = grids_of(joined(across), joined(down))
        letters += [
            letter for line in overlooked(grids, letters, picture, without_rules(ink)) for letter in line.letters
        ]
        size = (picture.width * POINTS, picture.height * POINTS)
        pieces = pieces_of(Ink(tuple(letter.glyph for letter in letters), across, down, *size))
    except TooMuchInkError:
        return _without_blocks(file, number, "problem", messages.PDF_PAGE_FULL)
    if not letters:
        return _without_blocks(file, number, "problem", messages.SCAN_UNREAD)
    certainties = Certainties(letters)

    def place(box: Box, line: int, how: Literal["text", "table"]) -> Source:  # noqa: ARG001  all of it by OCR
        shown, sure = picture.on_page(box), certainties.within(box)
        return Source(file=file, page=number, line=line, box=shown, how="ocr", confidence=sure)

    blocks, notes = blocks_of(pieces, place, count(1))
    poor = (_note(file, number, "remark", messages.SCAN_POOR),) if blurred or is_poor(letters) else ()
    return Document(file, blocks, (*poor, *notes))


def _without_blocks(file: str, number: int, level: Level, text: Text) -> Document:
    return Document(file, (), (_note(file, number, level, text),))


def _note(file: str, number: int, level: Level, text: Text) -> Note:
    return Note(level, text, Source(file=file, page=number), {"page": number})
