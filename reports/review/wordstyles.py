"""The styles of the Word report. An agency's own template keeps those that it has; those that it lacks are added."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document

INK, PALE, AMBER, RED = "1F3A5F", "5B6770", "8A5600", "9B1C1C"


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    bold: bool = False
    colour: str | None = None
    before: float = 0
    after: float = 4
    left: float = 0  # cm
    hanging: float = 0  # cm
    tab: float | None = None  # cm; of a leader of dots where it stands at the right
    centred: bool = False
    stays: bool = False  # with the paragraph after it
    fresh: bool = False
    line: float = 1.08


_PART = 3.3
STYLES = {
    "Normal": _Look(10.5),
    "Heading 1": _Look(15, bold=True, colour=INK, before=20, after=8, stays=True),
    "Heading 2": _Look(12, bold=True, colour=INK, before=14, after=6, stays=True),
    "Heading 3": _Look(10.5, bold=True, colour=INK, before=12, after=2, stays=True),
    "Title": _Look(22, bold=True, colour=INK, before=110, after=12, centred=True),
    "Subtitle": _Look(14, after=6, centred=True),
    "Caption": _Look(9, colour=PALE, before=8, after=3, stays=True),
    "List Bullet": _Look(10.5, left=0.63, hanging=0.63),
    "toc 1": _Look(10.5, bold=True, before=6, after=1, tab=16.2),
    "toc 2": _Look(10, after=1, left=0.6, tab=16.2),
    "pkcheck agency": _Look(14, bold=True, after=2, centred=True),
    "pkcheck address": _Look(9, after=2, centred=True),
    "pkcheck fact": _Look(10.5, after=3, left=7, hanging=4.5),
    "pkcheck notice": _Look(9, colour=PALE, before=150),
    "pkcheck contents": _Look(15, bold=True, colour=INK, after=8, stays=True),
    "pkcheck warning": _Look(10.5, bold=True, colour=RED, before=4, after=6),
    "pkcheck remark": _Look(9, bold=True, after=4, stays=True),
    "pkcheck part": _Look(10.5, left=_PART, hanging=_PART, after=3),
    "pkcheck evidence": _Look(9, left=_PART, hanging=_PART, after=2),
    "pkcheck table": _Look(9, before=1, after=1, line=1.0),
    "pkcheck signature": _Look(10.5, after=0, stays=True),
}


def prepared(document: "Document", lang: str, *, own: bool) -> dict[str, str]:
    """The ids of the styles by name. With `own` all are given their look; otherwise only those that are missing."""
    present = {style.name: style for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    ids = {}
    for name, look in STYLES.items():
        style = present.get(name)
        if style is None or own:
            style = style or document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            _dress(style, look)
        ids[name] = str(style.style_id)
    if own:
        _speak(document, lang)
    return ids


def _dress(style: Any, look: _Look) -> None:
    font, form = style.font, style.paragraph_format
    if style.name != "Normal":
        font.italic = False
    font.name, font.size, font.bold = "Arial", Pt(look.size), look.bold
    _without_theme(style)
    font.color.rgb = RGBColor.from_string(look.colour or "000000")
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), look.line
    form.keep_with_next = look.stays
    if look.left:
        form.left_indent, form.first_line_indent = Cm(look.left), Cm(-look.hanging)
    if look.tab:
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER

        form.tab_stops.add_tab_stop(Cm(look.tab), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    if look.centred:
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _without_theme(style: Any) -> None:
    """Fonts of a theme go before those that are named, and a rule under a title is the theme's as well."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is not None:
        for name in [each for each in fonts.attrib if "Theme" in each]:
            del fonts.attrib[name]
        for side in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{side}"), "Arial")
    borders = style.element.pPr.find(qn("w:pBdr")) if style.element.pPr is not None else None
    if borders is not None:
        style.element.pPr.remove(borders)
    spacing = properties.find(qn("w:spacing"))
    if spacing is not None:
        properties.remove(spacing)


def _speak(document: "Document", lang: str) -> None:
    """The language in which Word looks for misspelled words."""
    for each in document.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), {"id": "id-ID", "en": "en-GB"}[lang])
