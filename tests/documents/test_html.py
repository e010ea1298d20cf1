"""Web pages: what can be seen of them, in lines and tables; and files that are none."""

from collections.abc import Callable

import pytest

from pkcheck import messages
from pkcheck.documents import webpage
from pkcheck.documents.document import Block, Line
from pkcheck.errors import InputError
from pkcheck.texts import Text


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """Lines as texts, tables as lists of rows."""
    return [
        block.text if isinstance(block, Line) else [[cell.text for cell in row.cells] for row in block.rows]
        for block in blocks
    ]


def read(page: str) -> list[object]:
    return shape(webpage.read(page.encode(), "pk.html").blocks)


def test_blocks_are_lines_and_blanks_within_them_one() -> None:
    page = "<h1>PERJANJIAN\n  KINERJA</h1><div>Nama : <b>Si</b>ti<p>NIP&nbsp;1</div>akhir &eacute; &lt; 5"
    assert read(page) == ["PERJANJIAN KINERJA", "Nama : Siti", "NIP 1", "akhir é < 5"]


def test_breaks_make_lines_and_blanks_that_do_not_break_stay() -> None:
    page = "<p>Pihak Kedua,&nbsp;&nbsp;&nbsp;&nbsp;Pihak Pertama,<br><br>&nbsp;&nbsp;Budi</p>"
    lines = [each for each in webpage.read(page.encode(), "x").blocks if isinstance(each, Line)]
    assert [(each.indent, each.text) for each in lines] == [(0, "Pihak Kedua,    Pihak Pertama,"), (0, ""), (2, "Budi")]


def test_lines_of_preformatted_text_stay() -> None:
    assert read("<pre>No  Target\n1  100%</pre>") == ["No  Target", "1  100%"]


def test_a_place_is_the_line_of_the_file() -> None:
    page = "<html>\n<body>\n<p>a</p>\n<table>\n<tr><td>b</td>\n<td>c</td></tr>\n<tr>\n<td>d</table></body></html>"
    places = [
        place.source.line
        for block in webpage.read(page.encode(), "x").blocks
        for place in ([block] if isinstance(block, Line) else block.rows)
    ]
    assert places == [3, 5, 7]


def test_cells_that_span_rows_and_columns_have_their_text_once() -> None:
    page = """
    <table><thead><tr><th rowspan=2>No<th colspan=2>Target</tr><tr><th>TW I<th>TW II</tr></thead>
    <tr><td rowspan="2">1</td><td>a<td>b</tr><tr><td>c<td>d</tr></table>
    """
    assert read(page) == [[["No", "Target", ""], ["", "TW I", "TW II"], ["1", "a", "b"], ["", "c", "d"]]]


def test_lines_of_a_cell_are_kept_apart() -> None:
    page = "<table><tr><td>Pihak Kedua,<br>Bupati<p>Budi</p><td>x</table>"
    assert read(page) == [[["Pihak Kedua,\nBupati\nBudi", "x"]]]


def test_a_whole_table_within_a_cell_stands_alone() -> None:
    inner = "<table><tr><td>Nama<td>Siti<tr><td>NIP<td>1</table>"
    assert read(f"<table><tr><td>a<td>b<tr><td>c{inner}<td>d</table>") == [
        [["a", "b"]],
        "c",
        [["Nama", "Siti"], ["NIP", "1"]],
        "d",
    ]


def test_the_numbers_of_a_list_are_written_out() -> None:
    page = "<ol><li>a<li>b</ol><ol type=a start=3><li>c</ol><ol type=I><li value=4>d</ol><ul><li>e</ul>"
    assert read(page) == ["1. a", "2. b", "c. c", "IV. d", "e"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x()</script>",
        "<style>p {color: red}</style>",
        "<!-- x -->",
        "<p style='color:red; display : none'>x</p>",
        "<p hidden>x</p>",
        "<div class='kop no-print'>x</div>",
        "<button>Cetak</button>",
        "<nav>Beranda</nav>",
        "<template><p>x</p></template>",
        "<table><tr style='display:none'><td>x</table>",
    ],
)
def test_what_cannot_be_seen_is_not_read(hidden: str) -> None:
    assert read(f"<head><title>x</title></head><body><p>a</p>{hidden}<p>b</p></body>") == ["a", "b"]


def test_what_the_styles_of_the_page_hide_on_paper_is_not_read() -> None:
    styles = """<style>.menu, td.aksi { display: none }
    @media screen { .cetak { display: none } }
    @media print { .layar { display:none } .kop { display: block } }
    .kop { display: none }</style>"""
    page = "<p class=menu>1</p><p class=cetak>2</p><p class=layar>3</p><p class=kop>4</p><table><tr><td class=aksi>5<td>6</table>"
    assert read(styles + page) == ["2", "4", [["6"]]]


def test_what_is_filled_into_a_form_is_read() -> None:
    assert read("<p>Target : <input value='90%'><input type=hidden value=7></p>") == ["Target : 90%"]


@pytest.mark.parametrize(
    "data",
    [
        "<p>Kafé</p>".encode(),
        "\ufeff<p>Kafé</p>".encode(),
        "<p>Kafé</p>".encode("utf-16"),
        "<meta charset=iso-8859-1><p>Kafé</p>".encode("latin-1"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Kafé</p>".encode("cp1252"),
        "<meta charset=utf-16><p>Kafé</p>".encode(),
        "<meta charset=tidak-ada><p>Kafé</p>".encode(),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_has(data: bytes) -> None:
    document = webpage.read(data, "pk.html")
    assert (shape(document.blocks), document.notes) == (["Kafé"], ())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<p>a</p>\n<p>Kafé</p>".encode("latin-1"), messages.NOT_UTF8),
        (b"<meta charset=shift_jis><p>a</p>\n<p>\x80\xff</p>", messages.LETTERS_LOST),
    ],
)
def test_letters_of_another_encoding_are_told_with_their_line(data: bytes, message: Text) -> None:
    assert [(each.text, each.source.line) for each in webpage.read(data, "x").notes] == [(message, 2)]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda: b"<p>\x00</p>", messages.FILE_BINARY, id="binary"),
        pytest.param(lambda: b"<div>" * 5000, messages.PAGE_TOO_DEEP, id="too-deep"),
        pytest.param(lambda: b"<a " + b"x=1 " * 60_000 + b">", messages.DOCUMENT_TOO_LARGE, id="too-long-a-tag"),
        pytest.param(lambda: b"<p>a</p>" * 2_000_001, messages.DOCUMENT_TOO_LARGE, id="too-large"),
        pytest.param(
            lambda: b"<table>" + b"<tr><td colspan=999>x<td>x" * 600 + b"<tr>" + b"<td>x" * 999 + b"</table>",
            messages.DOCUMENT_TOO_LARGE,
            id="too-many-cells",
        ),
    ],
)
def test_what_is_no_sound_page_is_refused(make: Callable[[], bytes], message: Text) -> None:
    with pytest.raises(InputError) as caught:
        webpage.read(make(), "pk.html")
    assert caught.value.text == message


def test_a_picture_within_a_tag_is_none_of_its_length() -> None:
    assert read(f"<img src='data:image/png;base64,{'A' * 300_000}'><p>a</p>") == ["a"]


def test_the_number_of_an_item_stands_on_one_line_with_its_paragraph() -> None:
    page = "<table><tr><td><ol>\n<li><p>Persentase layanan</p>\n<li><p>Jumlah</p><p>laporan</p></ol></td><td>85 %</td></tr></table>"
    assert read(page) == [[["1. Persentase layanan\n2. Jumlah\nlaporan", "85 %"]]]
