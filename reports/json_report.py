"""`json`: the whole outcome as one document, the same for the same input. Its keys are a promise to other programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    yield from _object({name: getattr(outcome, name) for name in names})


def _lines(value: Any) -> Iterator[str]:
    """The lines of a value as JSON, each record of a sequence when its turn comes."""
    if _is_long(value):
        yield from _within("[", "]", map(_lines, value)) if value else ["[]"]
        return
    own = getattr(value, "__dict__", {})
    kept = {name for name, each in own.items() if _is_long(each) and not isinstance(each, tuple)}
    plain = value.model_dump(mode="json", exclude=kept) if hasattr(value, "model_dump") else value
    if kept:
        yield from _object({name: own[name] if name in kept else plain[name] for name in own})
    else:
        yield from json_text(plain, indent=2).split("\n")


def _object(members: Mapping[str, Any]) -> Iterator[str]:
    return _within("{", "}", (_in_key(name, _lines(value)) for name, value in members.items()))


def _in_key(name: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"{json_text(name)}: {next(lines)}"
    yield from lines


def _within(opening: str, closing: str, elements: Iterable[Iterator[str]]) -> Iterator[str]:
    """Elements between brackets, two columns further in, with a comma after each but the last."""
    yield opening
    held: str | None = None
    for lines in elements:
        if held is not None:
            yield f"{held},"
        held = None
        for line in lines:
            if held is not None:
                yield held
            held = f"  {line}"
    if held is not None:
        yield held
    yield closing


def _is_long(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
