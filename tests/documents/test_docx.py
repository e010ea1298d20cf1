"""Word documents: text and tables in reading order, as they are printed; and files that are none."""

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest

from pkcheck import messages
from pkcheck.documents import docx
from pkcheck.documents.archive import MAX_UNPACKED
from pkcheck.documents.document import Block, Document, Line
from pkcheck.documents.plain import MAX_LINE
from pkcheck.documents.word import parts
from pkcheck.errors import InputError
from pkcheck.texts import Text

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_KINDS}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def word(body: str, main: str = "word/document.xml", **others: str) -> bytes:
    """A Word file with this body; `others` are further parts by their kind ("numbering", "header1")."""
    stream = io.BytesIO()
    kinds = {name: name.rstrip("0123456789") for name in others}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", main)}))
        archive.writestr(main, f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>")
        named = {name: (kind, f"{name}.xml") for name, kind in kinds.items()}
        archive.writestr(f"word/_rels/{main.rpartition('/')[2]}.rels", _relations(named))
        for name, content in others.items():
            archive.writestr(f"word/{name}.xml", f"<w:{kinds[name]} {_SPACES}>{content}</w:{kinds[name]}>")
    return stream.getvalue()


def _relations(named: dict[str, tuple[str, str]]) -> str:
    each = (f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{to}"/>' for name, (kind, to) in named.items())
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(each)}</Relationships>'


def t(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; what is no run yet becomes one."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>{''.join(each if each.startswith('<') else t(each) for each in runs)}</w:p>"
    )


def tc(*content: str, properties: str = "") -> str:
    """A cell; what is no paragraph yet becomes one."""
    inner = "".join(each if each.startswith("<") else p(each) for each in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tbl(*rows: list[str], widths: tuple[int, ...] = (), row_properties: str = "") -> str:
    """A table."""
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    inner = "".join(f"<w:tr><w:trPr>{row_properties}</w:trPr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """Lines as texts, tables as lists of rows."""
    return [
        block.text if isinstance(block, Line) else [[cell.text for cell in row.cells] for row in block.rows]
        for block in blocks
    ]


def read(body: str, **others: str) -> list[object]:
    return shape(docx.read(word(body, **others), "pk.docx").blocks)


def places(document: Document) -> list[tuple[int | None, int | None]]:
    """Page and line of every line and row."""
    each_place = (place for block in document.blocks for place in ([block] if isinstance(block, Line) else block.rows))
    return [(place.source.page, place.source.line) for place in each_place]


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    body = p("Nama : Siti") + tbl([tc("No"), tc("Target")], [tc("1"), tc("100%")]) + p() + p("akhir")
    assert read(body) == ["Nama : Siti", [["No", "Target"], ["1", "100%"]], "", "akhir"]


def test_lines_count_paragraphs_and_rows() -> None:
    body = p("a") + p() + tbl([tc("b"), tc("c", "d")], [tc("e"), tc("f")]) + p("g", "<w:r><w:br/></w:r>", "h")
    assert places(docx.read(word(body), "x")) == [(None, 1), (None, 2), (None, 3), (None, 4), (None, 5), (None, 6)]


def test_breaks_and_tabs_are_kept_as_lines_and_blanks() -> None:
    body = p("Nama", "<w:r><w:tab/></w:r>", ": Siti", "<w:r><w:br/></w:r>", "NIP", "<w:r><w:noBreakHyphen/></w:r>", "1")
    assert read(body) == ["Nama   : Siti", "NIP-1"]


def test_a_tab_goes_to_the_stop_that_the_paragraph_sets() -> None:
    stops = '<w:tabs><w:tab w:val="clear" w:pos="600"/><w:tab w:val="left" w:pos="1200"/></w:tabs>'
    assert read(p("Nama", "<w:r><w:tab/></w:r>", ":", properties=stops)) == ["Nama      :"]


def test_an_indent_is_told() -> None:
    (line,) = docx.read(word(p("Ketua", properties='<w:ind w:left="4800"/>')), "x").blocks
    assert isinstance(line, Line)
    assert (line.text, line.indent) == ("Ketua", 40)


def test_what_is_inserted_is_read_and_what_is_deleted_is_not() -> None:
    inserted = f"<w:ins>{t(' 90%')}</w:ins>"
    deleted = "<w:del><w:r><w:delText> 80%</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{t('lama')}</w:moveFrom><w:moveTo>{t(' baru')}</w:moveTo>"
    document = docx.read(word(p("Target", deleted, inserted, moved)), "pk.docx")
    assert shape(document.blocks) == ["Target 90% baru"]
    assert [(note.level, note.text) for note in document.notes] == [("remark", messages.CHANGES_TRACKED)]


def test_a_paragraph_or_row_that_was_deleted_is_none() -> None:
    gone = p("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", properties="<w:rPr><w:del/></w:rPr>")
    assert read(gone + p("a") + tbl([tc("b")], row_properties="<w:del/>")) == ["a"]


def test_hidden_text_is_not_read_and_capitals_are() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>"
    capitals = "<w:r><w:rPr><w:caps/></w:rPr><w:t>Perjanjian Kinerja</w:t></w:r>"
    assert read(p(hidden, capitals)) == ["PERJANJIAN KINERJA"]


def test_a_style_may_write_in_capitals() -> None:
    styles = (
        '<w:style w:styleId="Judul"><w:basedOn w:val="Dasar"/></w:style>'
        '<w:style w:styleId="Dasar"><w:rPr><w:caps/></w:rPr></w:style>'
    )
    assert read(p("Perjanjian", properties='<w:pStyle w:val="Judul"/>'), styles=styles) == ["PERJANJIAN"]


def test_content_controls_and_links_are_looked_into() -> None:
    control = f"<w:sdt><w:sdtContent>{p('a')}{tbl([tc('b'), tc('c')])}</w:sdtContent></w:sdt>"
    assert read(control + p(f"<w:hyperlink>{t('d')}</w:hyperlink>")) == ["a", [["b", "c"]], "d"]


LIST = """
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def item(text: str = "", level: int = 0, number: int = 1) -> str:
    """A paragraph of a list."""
    where = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(*([text] if text else []), properties=where)


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", ["1.", "2."]),
        ("lowerLetter", ["a.", "b."]),
        ("upperLetter", ["A.", "B."]),
        ("lowerRoman", ["i.", "ii."]),
        ("upperRoman", ["I.", "II."]),
        ("bullet", ["", ""]),
    ],
)
def test_the_numbers_of_a_list_are_written_out(form: str, numbers: list[str]) -> None:
    found = read(item("x") + item("x"), numbering=LIST.format(form=form))
    assert found == [f"{number} x".strip() for number in numbers]


def test_lists_count_by_level_and_start_again_where_they_are_told_to() -> None:
    body = (
        item("a") + item("b", 1) + item("c", 1) + item("d") + item("e", 1) + item("f", number=2) + item("g", number=2)
    )
    found = read(body, numbering=LIST.format(form="decimal"))
    assert found == ["1. a", "1.1 b", "1.2 c", "2. d", "2.1 e", "1. f", "2. g"]


def test_an_empty_cell_of_a_list_holds_its_number_and_an_empty_line_does_not() -> None:
    body = item() + tbl([tc(item()), tc("a")], [tc(item()), tc("b")])
    assert read(body, numbering=LIST.format(form="decimal")) == ["", [["1.", "a"], ["2.", "b"]]]


def test_a_list_may_come_with_a_style() -> None:
    styles = '<w:style w:styleId="Butir"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    listed = p("a", properties='<w:pStyle w:val="Butir"/>')
    assert read(listed + listed, styles=styles, numbering=LIST.format(form="decimal")) == ["1. a", "2. a"]


def test_merged_cells_have_their_text_once() -> None:
    body = tbl(
        [tc("No"), tc("Target", properties='<w:gridSpan w:val="2"/>')],
        [tc("1", properties='<w:vMerge w:val="restart"/>'), tc("a"), tc("b")],
        [tc("", properties="<w:vMerge/>"), tc("c"), tc("d")],
    )
    assert read(body) == [[["No", "Target", ""], ["1", "a", "b"], ["", "c", "d"]]]


def test_a_cell_that_is_merged_into_nothing_is_a_cell() -> None:
    assert read(tbl([tc("a", properties="<w:vMerge/>"), tc("b")])) == [[["a", "b"]]]


def test_edges_that_were_drawn_a_hair_apart_are_one() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = [tc("No", properties=wide), tc("Target")], [tc("1"), tc("100%", properties=wide)]
    assert read(tbl(*rows, widths=(500, 60, 4000))) == [[["No", "Target"], ["1", "100%"]]]
    assert read(tbl(*rows, widths=(500, 600, 4000))) == [[["No", "", "Target"], ["1", "100%", ""]]]


def test_the_lines_of_a_cell_are_kept_apart() -> None:
    assert read(tbl([tc("Pihak Kedua,", "", "Budi"), tc("x")])) == [[["Pihak Kedua,\n\nBudi", "x"]]]


def test_a_small_table_within_a_cell_is_part_of_it_and_a_whole_one_stands_alone() -> None:
    column, whole = tbl([tc("a")], [tc("b")]), tbl([tc("Nama"), tc("Siti")], [tc("NIP"), tc("1")])
    assert read(tbl([tc(column), tc("c")])) == [[["a\nb", "c"]]]
    assert read(tbl([tc("x"), tc("y")], [tc(p("d"), whole), tc("e")], [tc("z"), tc("")])) == [
        [["x", "y"]],
        "d",
        [["Nama", "Siti"], ["NIP", "1"]],
        "e",
        [["z", ""]],
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    content = f"<w:txbxContent>{p('di kotak')}</w:txbxContent>"
    newer = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    older = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r>"
    assert read(p("a", both) + p("b")) == ["a", "di kotak", "b"]
    assert read(p(f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>")) == ["", "di kotak"]


def section(header: str, footer: str = "") -> str:
    """Where a section ends, with its page header and footer."""
    under = f'<w:footerReference w:type="default" r:id="{footer}"/>' if footer else ""
    return f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>{under}</w:sectPr>'


def test_a_page_header_stands_above_its_section_and_is_not_said_twice() -> None:
    body = p("a", properties=section("header1")) + p("b", properties=section("header1")) + p("c") + section("header2")
    found = read(body, header1=p("KPU"), header2=tbl([tc(""), tc("DINAS", "Jalan Melati")]))
    assert found == ["KPU", "a", "b", [["", "DINAS\nJalan Melati"]], "c"]


def test_a_page_footer_is_read_once_above_everything_and_page_numbers_never() -> None:
    counted = p("Halaman ", "<w:r><w:instrText> PAGE </w:instrText></w:r>", "3")
    body = p("a", properties=section("header1", "footer1")) + p("b") + section("header1", "footer1")
    assert read(body, header1=p("- 2 -"), footer1=p("Dokumen sah") + counted) == ["Dokumen sah", "a", "b"]


MARK = "<w:r><w:lastRenderedPageBreak/></w:r>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def test_pages_are_told_where_word_left_marks_and_a_wished_break_counts_once() -> None:
    body = p("a") + p(MARK, "b") + p("c", MARK, "d") + p("e") + p(BREAK) + p(MARK, "f")
    body += p("g", properties="<w:sectPr/>") + p(MARK, "h") + "<w:sectPr/>"
    pages = [page for page, _ in places(docx.read(word(body), "x"))]
    assert pages == [1, 2, 2, 3, 4, 4, 4, 5]


def test_without_marks_no_page_is_told() -> None:
    assert {page for page, _ in places(docx.read(word(p("a") + p(BREAK, "b")), "x"))} == {None}


def test_a_row_is_on_the_page_on_which_it_begins() -> None:
    body = tbl([tc("a"), tc("b")], [tc(p(MARK, "c")), tc(p("d"), p(MARK, "e"))], [tc("f"), tc("g")])
    assert [page for page, _ in places(docx.read(word(body), "x"))] == [1, 2, 2]


def test_macros_are_remarked_upon() -> None:
    stream = io.BytesIO(word(p("a")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf")
    document = docx.read(stream.getvalue(), "pk.docm")
    assert shape(document.blocks) == ["a"]
    assert [(note.level, note.text) for note in document.notes] == [("remark", messages.MACROS_IGNORED)]


def test_the_main_part_is_found_whatever_it_is_called() -> None:
    assert shape(docx.read(word(p("a"), main="word/document2.xml"), "x").blocks) == ["a"]


ENTITY = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def declaring(declaration: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "word/document.xml")}))
        archive.writestr("word/document.xml", f"{declaration}<w:document {_SPACES}><w:body/></w:document>")
    return stream.getvalue()


def bomb() -> bytes:
    """Few bytes that unpack to more than any document."""
    stream = io.BytesIO(word(p("a")))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/media/x.bin", "w") as member:
        for _ in range(MAX_UNPACKED // 2**24 + 1):
            member.write(bytes(2**24))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda: declaring(ENTITY), messages.ARCHIVE_DECLARES, id="xml-bomb"),
        pytest.param(lambda: declaring(OUTSIDE), messages.ARCHIVE_DECLARES, id="external-entity"),
        pytest.param(bomb, messages.ARCHIVE_TOO_LARGE, id="zip-bomb"),
        pytest.param(lambda: word(p("a" * 999))[:300], messages.ARCHIVE_BROKEN, id="truncated"),
        pytest.param(lambda: word("<w:p>"), messages.DOCUMENT_BROKEN, id="no-xml"),
        pytest.param(lambda: word("<w:sdt>" * 5000 + "</w:sdt>" * 5000), messages.DOCUMENT_BROKEN, id="too-deep"),
        pytest.param(lambda: word("<w:p/>" * (parts.MAX_TAGS + 1)), messages.DOCUMENT_TOO_LARGE, id="too-many-tags"),
        pytest.param(
            lambda: word(tbl([tc("x")] * 60, *[[tc("x")]] * 9000)), messages.DOCUMENT_TOO_LARGE, id="too-many-cells"
        ),
        pytest.param(lambda: word(p("a" * (MAX_LINE + 1))), messages.LINE_TOO_LONG, id="too-long-a-line"),
    ],
)
def test_what_is_no_sound_document_is_refused(make: Callable[[], bytes], message: Text) -> None:
    with pytest.raises(InputError) as caught:
        docx.read(make(), "pk.docx")
    assert caught.value.text == message
