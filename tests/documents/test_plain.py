"""Text in lines and tables, whatever its encoding and line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck import messages
from pkcheck.documents.document import Document, Line, Table
from pkcheck.documents.plain import MAX_LINE
from pkcheck.documents.plain import read as read_plain
from pkcheck.errors import InputError

TEXT = "Nama : Siti\n\nNo\tSasaran\tTarget\n1\tTertib <i>arsip</i>\t100%\n\t\t\nakhir"


def shape(document: Document) -> list[object]:
    """Texts and lines, without pages."""
    found: list[object] = []
    for block in document.blocks:
        if isinstance(block, Line):
            found.append((block.source.line, block.text))
        else:
            found.extend((row.source.line, *(cell.text for cell in row.cells)) for row in block.rows)
    return found


def read(text: str) -> list[object]:
    return shape(read_plain(text.encode(), "pk.txt"))


def test_tabs_make_cells_and_empty_ones_count() -> None:
    assert read(TEXT) == [
        (1, "Nama : Siti"),
        (2, ""),
        (3, "No", "Sasaran", "Target"),
        (4, "1", "Tertib arsip", "100%"),
        (5, ""),
        (6, "akhir"),
    ]


def test_pipes_make_cells_and_the_line_below_the_head_is_none() -> None:
    assert read("| No | Target |\n|----|:---:|\n| 1 | 5 \\% |\n||x|") == [
        (1, "No", "Target"),
        (3, "1", "5 \\%"),
        (4, "", "x"),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_nothing(end: str) -> None:
    assert read(TEXT.replace("\n", end)) == read(TEXT)


def test_mixed_line_ends_change_nothing() -> None:
    assert read("a\nb\r\nc\rd\r\n") == read("a\nb\nc\nd\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_encoding_that_says_what_it_is_changes_nothing(encoding: str) -> None:
    document = read_plain(TEXT.replace("Siti", "Šití 日本").encode(encoding), "pk.txt")
    assert (shape(document), document.notes) == (read(TEXT.replace("Siti", "Šití 日本")), ())


def test_form_feeds_count_pages_and_nothing_else() -> None:
    text = "a\n\fb\nc\f\n\f\nd"
    document = read_plain(text.encode(), "pk.txt")
    assert shape(document) == read("a\nb\nc\n\nd")
    assert [block.source.page for block in document.blocks if isinstance(block, Line)] == [1, 2, 3, 4, 4]


def test_without_form_feeds_there_are_no_pages() -> None:
    (line,) = read_plain(b"a", "pk.txt").blocks
    assert isinstance(line, Line)
    assert line.source.page is None


def test_what_is_not_utf8_is_read_with_a_note_at_its_first_letter() -> None:
    document = read_plain("a\nb\nNama : André\nÄ".encode("latin-1"), "pk.txt")
    assert shape(document)[2] == (3, "Nama : André")
    assert [(note.level, note.text, note.source.line) for note in document.notes] == [("problem", messages.NOT_UTF8, 3)]


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"a\nb\x00c", messages.FILE_BINARY, 2),
        (b"a\r\nb\rc\x1b[31m", messages.FILE_BINARY, 3),
        ("a\nb".encode("utf-16-le"), messages.FILE_BINARY, 1),
        (b"\xff\xfea\x00b", messages.FILE_BINARY, 1),
        ("a\x00".encode("utf-16"), messages.FILE_BINARY, 1),
        (bytes(range(256)), messages.FILE_BINARY, 1),
        (b"a\n" + b"x" * (MAX_LINE + 1), messages.LINE_TOO_LONG, 2),
    ],
)
def test_what_is_no_text_is_an_error_with_its_line(data: bytes, message: object, line: int) -> None:
    with pytest.raises(InputError) as caught:
        read_plain(data, "pk.txt")
    assert (caught.value.text, caught.value.place) == (message, f"pk.txt:{line}")


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_a_document_or_an_error(data: bytes) -> None:
    try:
        document = read_plain(data, "x")
    except InputError as error:
        refused = error.line
    else:
        assert all(isinstance(block, (Line, Table)) for block in document.blocks)
        return
    assert refused is not None
