"""`json`: the whole outcome as one document, the same for the same input. Its keys are a promise to other programs."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pkcheck import report_texts
from pkcheck.display import json_text
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("json", report_texts.FORMAT_JSON)


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The document, a record at a time: nothing that is long has to be in memory as a whole."""
    outcome = recorded.outcome
    left_out = {"suppressed"} if not style.suppressed or outcome.suppressed is None else set()
    left_out |= {"baseline"} if outcome.baseline is None else set()
    names = [name for name in type(outcome).model_fields if name not in left_out]
    yield "{"
    for name in names:
        comma = "" if name == names[-1] else ","
        yield from _in_key(name, _lines(getattr(outcome, name)), comma)
    yield "}"


def _in_key(name: str, lines: Iterator[str], comma: str) -> Iterator[str]:
    """The lines of a value under its key, two columns further in."""
    lead, held = f"{json_text(name)}: ", next(lines)
    for line in lines:
        yield f"  {lead}{held}"
        lead, held = "", line
    yield f"  {lead}{held}{comma}"


def _lines(value: Any) -> Iterator[str]:
    """The lines of a value as JSON, each record of a sequence when its turn comes."""
    if _is_long(value):
        yield from _array(value)
        return
    own = getattr(value, "__dict__", {})
    kept = {name for name, each in own.items() if _is_long(each) and not isinstance(each, tuple)}
    plain = value.model_dump(mode="json", exclude=kept) if hasattr(value, "model_dump") else value
    if not kept:
        yield from json_text(plain, indent=2).split("\n")
        return
    yield "{"
    for name in own:
        lines = _lines(own[name] if name in kept else plain[name])
        yield from _in_key(name, lines, "" if name == list(own)[-1] else ",")
    yield "}"


def _array(values: Sequence[Any]) -> Iterator[str]:
    if not values:
        yield "[]"
        return
    yield "["
    held = None
    for value in values:
        if held is not None:
            yield f"{held},"
        held = None
        for line in _lines(value):
            if held is not None:
                yield held
            held = f"  {line}"
    if held is not None:
        yield held
    yield "]"


def _is_long(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
