"""Lines into agreements, once, straight from bytes. What a line has wrong is told of that line.

The others of its agency are then left out, and that is told too: without one of its agreements a unit would look as if it
lacked a superior or subordinates. Other agencies go on.
"""

from collections.abc import Iterable, Mapping

from pkcheck import messages
from pkcheck.data import Loaded, decode_line
from pkcheck.errors import InputError
from pkcheck.model import Agreement, Source
from pkcheck.notes import Note
from pkcheck.stream.lines import Line
from pkcheck.texts import Fact


def decoded(lines: Iterable[Line]) -> tuple[tuple[Agreement, ...], tuple[tuple[str, Note], ...]]:
    """The agreements of one agency, and notes with their files: on lines that are no agreement, and on ids that came before."""
    found: dict[str, Agreement] = {}
    notes: list[tuple[str, Note]] = []
    bad = False
    for line in lines:
        try:
            loaded = _loaded(line)
            for agreement in loaded.agreements:
                _is_new(agreement, found, line)
                found[agreement.id] = agreement
        except InputError as error:
            bad = True
            source = Source(file=error.file, line=error.line)
            notes.append((line.file, Note("problem", error.text, source, error.facts)))
        else:
            notes += [(line.file, note) for note in loaded.notes]
    if bad and found:
        first = next(iter(found.values()))
        source = first.source or Source(file="")
        facts: dict[str, Fact] = {"count": len(found), "institution": first.institution or "-"}
        notes.append((source.file, Note("problem", messages.AGENCY_LEFT_OUT, source, facts)))
    return () if bad else tuple(found.values()), tuple(notes)


def _loaded(line: Line) -> Loaded:
    try:
        return decode_line(line.data, line.file, line.number)
    except UnicodeDecodeError:
        text = line.data.decode("cp1252", "replace")
        loaded = decode_line(text.encode(), line.file, line.number)
        remark = Note("remark", messages.NOT_UTF8, Source(file=line.file, line=line.number))
        return Loaded(loaded.agreements, (remark, *loaded.notes))


def _is_new(agreement: Agreement, found: Mapping[str, Agreement], line: Line) -> None:
    if agreement.id in found:
        other = found[agreement.id].source
        facts = {"id": agreement.id, "other": other.file if other else line.file}
        raise InputError(messages.DATA_ID_TWICE, line.file, line.number, **facts)
