"""An agency's own Word template: what stands in double braces is filled in, and the report goes where it says `{{body}}`."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from pkcheck import messages
from pkcheck import review_texts as words
from pkcheck.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document

BODY = "body"
_FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def opened(file: str) -> "Document":
    """The template. Raises InputError where it cannot be used."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123  python-docx takes what is open
            return docx.Document(stream)
    except OSError as error:
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=error.strerror or str(error)) from error
    except (BadZipFile, KeyError, PackageNotFoundError, SyntaxError, ValueError) as error:
        raise InputError(words.TEMPLATE_UNREADABLE, file) from error


def filled(document: "Document", fields: Mapping[str, str], file: str) -> Any | None:
    """Fill the fields in; the paragraph that is `{{body}}`, None where there is none. Raises InputError for an unknown field."""
    place = None
    for paragraph in _paragraphs(document):
        texts = list(paragraph.iter(qn("w:t")))
        whole = "".join(each.text or "" for each in texts)
        found = list(_FIELD.finditer(whole))
        alone = _FIELD.fullmatch(whole.strip())
        if alone and alone[1] == BODY and paragraph.getparent().tag == qn("w:body"):
            place = paragraph
        else:
            for each in reversed(found):
                _put(texts, each.span(), _value(each[1], fields, file))
    return place


def _value(field: str, fields: Mapping[str, str], file: str) -> str:
    if field in fields:
        return fields[field]
    if field == BODY:
        raise InputError(words.BODY_NOT_ALONE, file)
    known = sorted((*fields, BODY))
    nearest = get_close_matches(field, known, n=1, cutoff=0.0)[0]
    raise InputError(words.FIELD_UNKNOWN, file, None, field=field[:60], nearest=nearest, known=known)


def _put(texts: list[Any], span: tuple[int, int], value: str) -> None:
    """`value` in place of a part of the paragraph's text: Word cuts that into runs wherever it likes."""
    begin, end = span
    at, first = 0, True
    for each in texts:
        text = each.text or ""
        left, right = max(begin - at, 0), min(end - at, len(text))
        if left < right:
            each.text = text[:left] + (value if first else "") + text[right:]
            first = False
        at += len(text)


def _paragraphs(document: "Document") -> Iterator[Any]:
    """Every paragraph of the text, its tables and text boxes, and of headers and footers."""
    parts = [document.element.body]
    for section in document.sections:
        furniture = (
            section.header, section.first_page_header, section.even_page_header,
            section.footer, section.first_page_footer, section.even_page_footer,
        )  # fmt: skip
        parts += [each._element for each in furniture if not each.is_linked_to_previous]  # noqa: SLF001  no public name
    for part in parts:
        yield from list(part.iter(qn("w:p")))
