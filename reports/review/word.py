"""The findings report as a Word document: blocks become paragraphs and tables, in styles that a template may have its own of."""

import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Emu

from pkcheck.review.blocks import (
    Bullets,
    Card,
    Chart,
    Cover,
    Heading,
    Paragraph,
    Part,
    Report,
    Signatures,
    Table,
)

from .template import filled, opened
from .typesetting import chart_png
from .wordstyles import AMBER, INK, PALE, prepared
from .wordxml import (
    Element,
    Run,
    bookmarked,
    contents,
    element,
    field,
    page_break,
    paragraph,
    plain,
    run,
    table,
    underlined,
)

if TYPE_CHECKING:
    from docx.document import Document

_STAMP = datetime.datetime(1980, 1, 1)  # noqa: DTZ001  as the files within the archive
_TWIP = 635  # in English metric units
# What may come after `updateFields` in the settings: their order is fixed.
_AFTER_FIELDS = tuple(
    qn(f"w:{name}")
    for name in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "themeFontLang")
)
_FIRST_BOOKMARK = 100_000
_TONES = {"definite": (INK, "E8EEF5"), "judgement": (AMBER, "FFF4DC"), "plain": (PALE, None)}


def word_document(report: Report, template: str | None, logo: bytes | None) -> bytes:
    """The document. Raises InputError for a template that cannot be used."""
    document = opened(template) if template else _blank()
    document.element.body.get_or_add_sectPr()
    styles = prepared(document, report.lang, own=template is None)
    place = filled(document, report.fields, template) if template else None
    if template is None:
        _running_lines(document, report)
    writer = _Writer(document, styles)
    end = document.element.body.sectPr if place is None else place
    for each in writer.whole(report, logo, cover=place is None):
        end.addprevious(each)
    if place is not None:
        place.getparent().remove(place)
    _describe(document, report)
    return _packed(document)


class _Writer:
    """What laying out needs to know all the time: the document, for its pictures and its width, and the styles' ids."""

    def __init__(self, document: "Document", styles: Mapping[str, str]) -> None:
        self.document = document
        self.styles = styles
        section = document.sections[-1]
        width, left, right = section.page_width, section.left_margin, section.right_margin
        self.width = (Cm(21) if width is None else width) - (left or 0) - (right or 0)

    def whole(self, report: Report, logo: bytes | None, *, cover: bool) -> Iterator[Element]:
        """Cover, table of contents, and everything else."""
        if cover:
            yield from self._cover(report.cover, logo)
        marks = {at: f"_Toc{at + 1:06}" for at, each in enumerate(report.blocks) if isinstance(each, Heading)}
        yield plain(self.styles["pkcheck contents"], report.contents)
        headings = [(each, marks[at]) for at, each in enumerate(report.blocks) if isinstance(each, Heading)]
        yield from contents([(self.styles[f"toc {each.level}"], each.text, mark) for each, mark in headings], "1-2")
        for at, each in enumerate(report.blocks):
            match each:
                case Heading():
                    yield self._heading(each, marks[at], at)
                case Paragraph():
                    yield plain(self.styles["pkcheck warning" if each.warning else "Normal"], each.text)
                case Bullets():
                    yield from (plain(self.styles["List Bullet"], item) for item in each.items)
                case Table():
                    yield from self._table(each)
                case Chart():
                    yield from self._chart(each)
                case Card():
                    yield from self._card(each)
                case Signatures():
                    yield from self._signatures(each)

    def _cover(self, cover: Cover, logo: bytes | None) -> Iterator[Element]:
        if logo is not None:
            yield self._picture(logo, Cm(2.2), cover.logo_alt)
        yield from (plain(self.styles["pkcheck agency"], each) for each in cover.letterhead)
        yield from (plain(self.styles["pkcheck address"], each) for each in cover.address)
        if cover.letterhead:
            yield underlined(plain(self.styles["pkcheck address"], ""))
        yield plain(self.styles["Title"], cover.title)
        yield from (plain(self.styles["Subtitle"], each) for each in cover.subject)
        yield plain(self.styles["Subtitle"], "")
        yield from (self._part(each, "pkcheck fact") for each in cover.facts)
        yield plain(self.styles["pkcheck notice"], cover.notice)
        yield page_break(self.styles["Normal"])

    def _heading(self, heading: Heading, mark: str, number: int) -> Element:
        made = plain(self.styles[f"Heading {heading.level}"], heading.text)
        if heading.fresh or number == 0:
            made.pPr.append(element("pageBreakBefore"))
        return bookmarked(made, mark, _FIRST_BOOKMARK + number)

    def _part(self, part: Part, style: str) -> Element:
        text = Run(part.text, tab=True, italic=part.open, colour=PALE if part.open else None)
        return paragraph(self.styles[style], run(Run(part.label, bold=True)), run(text))

    def _card(self, card: Card) -> Iterator[Element]:
        colour, fill = _TONES[card.tone]
        yield plain(self.styles["Heading 3"], card.title)
        if card.remarks:
            yield paragraph(self.styles["pkcheck remark"], run(Run(card.remarks, colour=colour)), fill=fill)
        yield from (self._part(each, "pkcheck part") for each in card.parts)
        for at, each in enumerate(card.places):
            label = Run(card.places_label if at == 0 else "", bold=True)
            where = Run(f"{each.where}: ", tab=True, colour=PALE)
            yield paragraph(self.styles["pkcheck evidence"], run(label), run(where), run(Run(each.quote)))
        if card.more:
            yield paragraph(self.styles["pkcheck evidence"], run(Run(card.more, tab=True, colour=PALE)))

    def _table(self, given: Table) -> Iterator[Element]:
        style = self.styles["pkcheck table"]
        if given.caption:
            yield plain(self.styles["Caption"], given.caption)
        shares, room = sum(given.widths), self.width // _TWIP
        sides = ["right" if at in given.numbers else None for at in range(len(given.columns))]
        head = [
            paragraph(style, run(Run(text, bold=True, colour=INK)), align=side)
            for text, side in zip(given.columns, sides, strict=True)
        ]
        rows = [
            [paragraph(style, run(Run(text)), align=side) for text, side in zip(row, sides, strict=True)]
            for row in given.rows
        ]
        yield table([head, *rows], [room * each // shares for each in given.widths], ruled=True, head=True)
        yield plain(style, "")

    def _chart(self, chart: Chart) -> Iterator[Element]:
        yield plain(self.styles["Caption"], chart.caption)
        yield self._picture(chart_png(asdict(chart)), Emu(self.width), chart.alt)

    def _picture(self, data: bytes, width: int, alt: str) -> Element:
        """A paragraph with a picture, taken out of the place where python-docx puts it."""
        made = self.document.add_paragraph()
        made.add_run().add_picture(io.BytesIO(data), width=width)
        for each in made._p.iter(qn("wp:docPr")):  # noqa: SLF001  it has no public name
            each.set("descr", alt)
        made._p.get_or_add_pPr().append(element("jc", val="center"))  # noqa: SLF001
        made._p.getparent().remove(made._p)  # noqa: SLF001
        return made._p  # noqa: SLF001

    def _signatures(self, given: Signatures) -> Iterator[Element]:
        style, each_width = self.styles["pkcheck signature"], self.width // _TWIP // len(given.signatories)
        yield plain(style, "")
        yield plain(style, given.at)
        yield plain(style, "")
        rows = [
            [plain(style, each.role) for each in given.signatories],
            *([plain(style, "") for _ in given.signatories] for _ in range(4)),
            [paragraph(style, run(Run(each.name, bold=True))) for each in given.signatories],
            [plain(style, each.nip) for each in given.signatories],
        ]
        yield table(rows, [each_width] * len(given.signatories), ruled=False, head=False)


def _blank() -> "Document":
    """A document on A4 paper without a word in it."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.different_first_page_header_footer = True
    return document


def _running_lines(document: "Document", report: Report) -> None:
    """What stands at the head and the foot of every page but the first."""
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header._p.append(run(_small(f"{report.cover.title} · {report.cover.subject[0]}")))  # noqa: SLF001
    before, rest = report.page_of.split("{page}")
    between, after = rest.split("{pages}")
    page, pages = field("PAGE", _small("1")), field("NUMPAGES", _small("1"))
    for each in (run(_small(before)), *page, run(_small(between)), *pages, run(_small(after))):
        footer._p.append(each)  # noqa: SLF001
    footer._p.get_or_add_pPr().append(element("jc", val="right"))  # noqa: SLF001


def _small(text: str) -> Run:
    return Run(text, colour=PALE, size=8.5)


def _describe(document: "Document", report: Report) -> None:
    """Title, language and dates of the file, and that its fields are to be worked out when it is opened."""
    made = datetime.datetime.fromisoformat(report.date) if report.date else _STAMP
    about: Any = document.core_properties
    about.title, about.language = " ".join((report.cover.title, *report.cover.subject))[:255], report.lang
    about.author = about.last_modified_by = (report.cover.letterhead or ("",))[0][:255]
    about.comments, about.created, about.modified, about.revision = "", made, made, 1
    settings = document.settings.element
    if settings.find(qn("w:updateFields")) is None:
        after = next((each for each in settings if each.tag in _AFTER_FIELDS), None)
        position = len(settings) if after is None else settings.index(after)
        settings.insert(position, element("updateFields", val="true"))


def _packed(document: "Document") -> bytes:
    """The file, the same whenever it is made."""
    made, packed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            entry = zipfile.ZipInfo(each.filename, date_time=_STAMP.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(each))
    return packed.getvalue()
