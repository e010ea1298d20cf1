"""The files of a reading one after the other, each with its document, its agreements and the links between them.

What is shown is bounded: pictures in number and size, lines and cells in number. What goes beyond is said, never dropped
in silence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pkcheck import showing_texts as words
from pkcheck.api import Original, Readings
from pkcheck.display import spot
from pkcheck.documents.pictures import PICTURED, PagePicture, page_pictures
from pkcheck.errors import InputError
from pkcheck.graph import AgreementSet
from pkcheck.inputs import MAX_BYTES, STDIN, InputReport
from pkcheck.model import Agreement
from pkcheck.notes import Note
from pkcheck.showing.agreements import AgreementReader, Anchors, anchors_of
from pkcheck.showing.links import Links, place_id
from pkcheck.showing.places import Paper, Place, places_of
from pkcheck.showing.understood import Leaf, ShownFile, ShownNote, ShownPlace, Use
from pkcheck.sureness import UNSURE
from pkcheck.texts import Lang


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is shown at most, over all files; pictures by number and by bytes."""

    places: int = 40_000
    pictures: int = 120
    picture_bytes: int = 24 * 2**20


@dataclass(slots=True)
class _Left:
    """What of the limits is left."""

    places: int
    pictures: int
    picture_bytes: int


def shown_files(readings: Readings, lang: Lang, limits: Limits | None = None) -> Iterator[ShownFile]:
    """Every file that was read or failed, in the order of the run; pictures are held for one file at a time."""
    own = limits or Limits()
    left = _Left(own.places, own.pictures, own.picture_bytes)
    outcome = readings.outcome
    by_file: dict[str, list[Agreement]] = {report.file: [] for report in outcome.inputs}
    for agreement in outcome.whole.given:
        by_file.setdefault(agreement.source.file if agreement.source else "", []).append(agreement)
    anchors = anchors_of([agreement for agreements in by_file.values() for agreement in agreements])
    for number, report in enumerate(outcome.inputs):
        file = _File(number, report, readings.originals.get(report.file), tuple(by_file[report.file]))
        yield _shown(file, outcome.whole, anchors, lang, left)


@dataclass(frozen=True, slots=True)
class _File:
    number: int
    report: InputReport
    original: Original | None
    agreements: tuple[Agreement, ...]


def _shown(file: _File, whole: AgreementSet, anchors: Anchors, lang: Lang, left: _Left) -> ShownFile:
    paper = Paper(places_of(file.original.document) if file.original else ())
    shown = min(len(paper.places), left.places)
    left.places -= shown
    remarks = list(_remarks(file, lang))
    links = Links(file.number, paper, shown)
    reader = AgreementReader(links, whole, anchors, lang)
    starts = [paper.within(agreement.source) for agreement in file.agreements]
    notes = _by_agreement(file.report.notes, paper, starts)
    agreements = tuple(
        reader.shown(agreement, _above(at, starts), _notes(notes.get(at, ()), links, lang))
        for at, agreement in enumerate(file.agreements)
    )
    places = [_place(links, number, lang) for number in range(shown)]
    if shown < len(paper.places):
        remarks.append(words.PLACES_LIMITED.say(lang, count=len(paper.places) - shown))
    pictures, problem = _pictures(file.original, left, lang)
    return ShownFile(
        id=f"f{file.number}",
        name=file.report.file,
        has_document=file.original is not None,
        agreements=agreements,
        leaves=tuple(_leaves(places, pictures, lang)),
        notes=_notes(notes.get(None, ()), links, lang),
        unsure=tuple(each for each in links.values if each.confidence is not None and each.confidence < UNSURE),
        unused=tuple(each for each in places if each.use == "unused"),
        remarks=(*remarks, *([problem] if problem else [])),
    )


def _remarks(file: _File, lang: Lang) -> Iterator[str]:
    if file.report.status == "failed" and file.original is None:
        yield words.NOT_READ.say(lang)
    elif file.report.status == "read" and not file.agreements:
        yield words.ELSEWHERE.say(lang)
    elif not file.agreements:
        yield words.NO_AGREEMENT.say(lang)
    elif file.original is None:
        yield words.NO_DOCUMENT.say(lang)


def _above(at: int, starts: Sequence[Sequence[int]]) -> Sequence[int]:
    """The places between the end of the agreement before and the title of this one."""
    if not starts[at]:
        return ()
    before = starts[at - 1][-1] + 1 if at and starts[at - 1] else 0
    return range(before, starts[at][0])


def _by_agreement(
    notes: Sequence[Note], paper: Paper, starts: Sequence[Sequence[int]]
) -> Mapping[int | None, Sequence[Note]]:
    """Notes by the number of the agreement that they are about; None for the file as a whole."""
    found: dict[int | None, list[Note]] = {}
    for note in notes:
        about = paper.within(note.source) if note.source.line is not None or note.source.cell else ()
        at = next((at for at, inside in enumerate(starts) if about and inside and about[0] in inside), None)
        found.setdefault(at, []).append(note)
    return found


def _notes(notes: Sequence[Note], links: Links, lang: Lang) -> tuple[ShownNote, ...]:
    return tuple(
        ShownNote(
            note.level,
            spot(note.source.page, note.source.line, note.source.cell, lang),
            note.text.say(lang, **note.facts),
            note.quote,
            links.places([n for n in links.paper.within(note.source) if links.paper.places[n].text]),
        )
        for note in notes
    )


def _place(links: Links, number: int, lang: Lang) -> ShownPlace:
    place = links.paper.places[number]
    source, values = place.source, tuple(links.used.get(number, ()))
    where = spot(None, source.line, source.cell.rpartition("!")[2] if source.cell else None, lang)
    return ShownPlace(
        place_id(links.file, number), place.text, where, source, _use(place, values), values, place.table, place.row
    )


def _use(place: Place, values: Sequence[str]) -> Use:
    if values:
        return "value"
    if not place.text:
        return "empty"
    return "wording" if place.is_wording else "unused"


def _pictures(original: Original | None, left: _Left, lang: Lang) -> tuple[list[PagePicture], str | None]:
    """Pictures of pages, and why there are none, or no more."""
    if original is None or original.kind not in PICTURED:
        return [], None
    pictures: list[PagePicture] = []
    try:
        for picture in page_pictures(_bytes(original), original.kind, original.document.file):
            if not left.pictures or len(picture.data) > left.picture_bytes:
                return pictures, words.PICTURES_LIMITED.say(lang, page=picture.number - 1)
            left.pictures -= 1
            left.picture_bytes -= len(picture.data)
            pictures.append(picture)
    except InputError as error:
        return [], words.PICTURES_MISSING.say(lang, reason=error.say(lang))
    return pictures, None


def _bytes(original: Original) -> bytes:
    """The file once more: it was not kept. Raises InputError where it is not there any more."""
    file = original.document.file
    if original.path == STDIN:
        raise InputError(words.FROM_STDIN, file)
    try:
        with Path(original.path).open("rb") as stream:
            return stream.read(MAX_BYTES)
    except OSError as error:
        raise InputError(words.FILE_GONE, file) from error


def _leaves(places: Sequence[ShownPlace], pictures: Sequence[PagePicture], lang: Lang) -> Iterator[Leaf]:
    """Pages in order, those without a place on them too; then sheets, or the whole where nothing parts it."""
    pictured = {picture.number: picture for picture in pictures}
    shown: set[int] = set()
    for (page, sheet), group in groupby(places, key=_leaf_of):
        for missing in sorted(
            number for number in pictured if page is not None and number < page and number not in shown
        ):
            shown.add(missing)
            yield Leaf(missing, words.PAGE.say(lang, page=missing), (), pictured[missing])
        title = words.PAGE.say(lang, page=page) if page is not None else None
        title = words.SHEET.say(lang, name=sheet) if sheet is not None else title
        picture = pictured.get(page) if page is not None and page not in shown else None
        shown.update({page} if page is not None else ())
        yield Leaf(page, title, tuple(group), picture)
    for rest in sorted(pictured.keys() - shown):
        yield Leaf(rest, words.PAGE.say(lang, page=rest), (), pictured[rest])


def _leaf_of(place: ShownPlace) -> tuple[int | None, str | None]:
    source = place.source
    sheet = source.cell.rpartition("!")[0] if source.cell and "!" in source.cell else None
    return source.page, sheet
