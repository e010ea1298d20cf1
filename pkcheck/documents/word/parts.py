"""The parts of a Word file and how they hang together; names of elements and attributes without their namespaces."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_MACROS = "vbaProject.bin"
_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo"}
)
_OLDER_FORM = "Fallback"
MAX_TAGS = 1_000_000
MAX_BYTES = 64 * 1024 * 1024

Element = ET.Element


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts that are read; a part that is not there is None."""

    body: Element
    numbering: Element | None
    styles: Element | None
    margins: Mapping[str, Element]
    """Page headers and footers by the id with which sections refer to them."""
    has_macros: bool


class TooLargeError(Exception):
    """A part is larger than that of any agreement, and could not be read in bounded memory."""


def word_file(archive: zipfile.ZipFile) -> WordFile:
    """The parts of the document in `archive`, which is known to declare nothing.

    Raises TooLargeError, and whatever zipfile and expat do for a file that is damaged.
    """
    main = next(target for kind, _, target in _relations(archive, "") if kind == "officeDocument")
    found: dict[str, Element] = {}
    margins: dict[str, Element] = {}
    names = set(archive.namelist())
    for kind, name, target in _relations(archive, main):
        if target in names and kind in ("header", "footer"):
            margins[name] = _parsed(archive, target)
        elif target in names and kind in ("numbering", "styles"):
            found[kind] = _parsed(archive, target)
    body = next(each for each in _parsed(archive, main) if local(each) == "body")
    macros = any(posixpath.basename(name) == _MACROS for name in names)
    return WordFile(body, found.get("numbering"), found.get("styles"), margins, macros)


def local(element: Element) -> str:
    """The name of an element, which has no namespace any more."""
    return element.tag


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute, whatever its namespace; None where there is none."""
    if element is None:
        return None
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, *path: str) -> Element | None:
    """The element that `path` leads to, going down from `element`."""
    for name in path:
        if element is None:
            return None
        element = element.find(name)
    return element


def children(element: Element | None) -> tuple[Element, ...]:
    """What stands right below an element; nothing below one that is not there."""
    return () if element is None else tuple(element)


def is_on(element: Element | None) -> bool:
    """Whether a switch such as <w:caps/> is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def shown(element: Element) -> Iterator[Element]:
    """The children that are part of the text as it stands: of two forms of one thing the newer, insertions, no deletions."""
    for each in element:
        name = local(each)
        if name in _WRAPPERS:
            yield from shown(each)
        elif name == "AlternateContent":
            yield from shown(next((form for form in each if local(form) != _OLDER_FORM), each))
        elif name not in ("del", "moveFrom"):
            yield each


def _parsed(archive: zipfile.ZipFile, name: str) -> Element:
    data = archive.read(name) if archive.getinfo(name).file_size <= MAX_BYTES else b""
    if not data or data.count(b"<") > MAX_TAGS:
        raise TooLargeError(name)
    root = ET.fromstring(data)  # noqa: S314  documents.archive refuses files with declarations
    for each in root.iter():
        each.tag = each.tag.rpartition("}")[2]
    return root


def _relations(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """Kind, id and target of what `part` refers to within the file."""
    folder, name = posixpath.split(part)
    for each in _parsed(archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
            yield each.get("Type", "").rpartition("/")[2], each.get("Id", ""), target
