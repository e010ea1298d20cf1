"""Canonical agreement data in and out: YAML, JSON and JSONL. Round trips are exact.

`load` gives agreements or an InputError that names the file, the line, the key and what was expected.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.jsontext import json_lines, load_json
from pkcheck.model import Agreement, Source
from pkcheck.notes import Note
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.targets import parse_target
from pkcheck.texts import Text
from pkcheck.yamltext import Lines, Path, dump_yaml, enclosing_line, load_yaml

Format = Literal["yaml", "json", "jsonl"]
_LINE_END = re.compile(r"\r\n|\n|\r")
_MAX_SHOWN = 60
_EXPECTED = {
    "int_type": messages.WHOLE_NUMBER,
    "int_from_float": messages.WHOLE_NUMBER,
    "float_type": messages.ANY_NUMBER,
    "finite_number": messages.ANY_NUMBER,
    "bool_type": messages.TRUE_OR_FALSE,
    "string_type": messages.WORDS,
    "string_too_short": messages.SOME_WORDS,
    "tuple_type": messages.A_LIST,
    "dict_type": messages.KEYS_AND_VALUES,
    "model_type": messages.KEYS_AND_VALUES,
    "id_twice": messages.IDS_OF_THEIR_OWN,
}
_PARTS_WITH_SOURCE = ("first_party", "second_party", "statement", "annex")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data file holds, and what a person should know about it."""

    agreements: tuple[Agreement, ...]
    notes: tuple[Note, ...] = ()


def load(text: str, file: str, form: Format) -> Loaded:
    """Read agreements; elements without a source get the file and, where known, the line they stand on."""
    records = list(_records(text, file, form))
    agreements: list[Agreement] = []
    seen: set[str] = set()
    for record in records:
        agreement = _validated(record, file)
        if agreement.id in seen:
            raise InputError(messages.DATA_ID_TWICE, file, record.line(()), id=agreement.id, other=file)
        seen.add(agreement.id)
        agreements.append(agreement)
    return Loaded(tuple(agreements), tuple(note for each in agreements for note in _disagreements(each)))


def dump(agreements: Iterable[Agreement], form: Format) -> str:
    """Agreements as text in `form`; values that are left out are the defaults of `pkcheck schema`."""
    records = [to_record(agreement) for agreement in agreements]
    if form == "jsonl":
        return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
    if form == "json":
        return json.dumps({"agreements": records}, ensure_ascii=False, indent=2) + "\n"
    return dump_yaml({"agreements": records})


def to_record(agreement: Agreement) -> dict[str, Any]:
    """One agreement as plain JSON data."""
    return agreement.model_dump(mode="json", exclude_defaults=True)


def json_schema() -> dict[str, Any]:
    """JSON Schema of a data file: one agreement, a list, or `{agreements: [...]}`."""
    schema = Agreement.model_json_schema(ref_template="#/$defs/{model}")
    definitions = schema.pop("$defs", {})
    definitions["Agreement"] = schema
    definitions["Target"] = {"anyOf": [{"type": "string"}, definitions["Target"]]}  # `target: 100%`
    one = {"$ref": "#/$defs/Agreement"}
    many = {"type": "array", "items": one}
    wrapped = {
        "type": "object",
        "properties": {"agreements": many},
        "required": ["agreements"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Perjanjian Kinerja",
        "anyOf": [one, many, wrapped],
        "$defs": definitions,
    }


@dataclass(frozen=True, slots=True)
class _Record:
    """One agreement as read, with what is known of its lines."""

    data: Any
    lines: Callable[[], Lines]
    path: Path

    def line(self, path: Iterable[str | int]) -> int | None:
        return enclosing_line(self.lines(), (*self.path, *path))


def _records(text: str, file: str, form: Format) -> Iterator[_Record]:
    if form == "jsonl":
        yield from _records_by_line(text, file)
        return
    data, lines = _whole(text, file, form)
    path: Path = ()
    if isinstance(data, dict) and "agreements" in data:
        unknown = next((key for key in data if key != "agreements"), None)
        if unknown is not None:
            at = enclosing_line(lines(), (unknown,))
            raise InputError(messages.DATA_UNKNOWN_KEY, file, at, key=unknown, place="/", nearest="agreements")
        data, path = data["agreements"], ("agreements",)
    if isinstance(data, dict):
        yield _Record(data, lines, path)
        return
    if not isinstance(data, list):
        raise InputError(messages.DATA_SHAPE, file, 1)
    for at, each in enumerate(data):
        yield _Record(each, lines, (*path, at))


def _records_by_line(text: str, file: str) -> Iterator[_Record]:
    for number, line in enumerate(_LINE_END.split(text), 1):
        if line.strip():
            where: Lines = {(): number}
            yield _Record(load_json(line, file, number), lambda where=where: where, ())  # type: ignore[misc]


def _whole(text: str, file: str, form: Format) -> tuple[Any, Callable[[], Lines]]:
    """The data, and its lines; those of JSON are looked for when something stands without a source, or is wrong."""
    if form == "json":
        return load_json(text, file), cache(lambda: json_lines(text))
    data, lines = load_yaml(text, file)
    return data, lambda: lines


def _validated(record: _Record, file: str) -> Agreement:
    if not isinstance(record.data, dict):
        raise InputError(messages.DATA_SHAPE, file, record.line(()))
    try:
        return Agreement.model_validate(_with_sources(record, file))
    except ValidationError as error:
        raise _explained(error, record, file) from error


def _explained(error: ValidationError, record: _Record, file: str) -> InputError:
    first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    path = _walkable(record.data, first["loc"])
    key = str(first["loc"][-1]) if first["loc"] else ""
    if first["type"] == "missing":
        return InputError(messages.DATA_MISSING, file, record.line(path), key=key, place=_place(record.data, path))
    if first["type"] == "extra_forbidden":
        path, place = path[:-1], _place(record.data, path[:-1])
        nearest = get_close_matches(key, _keys_at(first["loc"][:-1]), n=1, cutoff=0.0)
        return InputError(
            messages.DATA_UNKNOWN_KEY,
            file,
            record.line((*path, key)),
            key=key,
            place=place,
            nearest=nearest[0] if nearest else "?",
        )
    return InputError(
        messages.DATA_VALUE,
        file,
        record.line(path),
        place=_place(record.data, path),
        value=_shown(first["input"]),
        expected=_expected(first),
    )


def _expected(problem: ErrorDetails) -> Text | str:
    """What should have stood there; pydantic's own words for what the table does not know."""
    if problem["type"] == "literal_error":
        choices = str(problem.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
        return Text(id=messages.ONE_OF.say("id", choices=choices), en=messages.ONE_OF.say("en", choices=choices))
    return _EXPECTED.get(problem["type"], problem["msg"])


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"


def _walkable(data: Any, path: Path) -> Path:
    """The steps of a pydantic location that exist in the data (it also names union members)."""
    steps: list[str | int] = []
    for part in path:
        known = range(len(data)) if isinstance(data, list) else data if isinstance(data, dict) else ()
        if part in known:
            data = data[part]
            steps.append(part)
    return tuple(steps)


def _place(data: Mapping[str, Any], path: Path) -> str:
    steps = ".".join(str(part) for part in path)
    return f"{data.get('id', '?')}: {steps}" if steps else str(data.get("id", "?"))


def _keys_at(path: Path) -> list[str]:
    """The known keys of the record that a location leads to."""
    model: type[BaseModel] = Agreement
    for part in path:
        known = model.model_fields.get(str(part))
        inner = _model_in(known.annotation) if known else None
        model = inner or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)


def _with_sources(record: _Record, file: str) -> dict[str, Any]:
    """The record with a source on every element that has none of its own."""
    data: dict[str, Any] = record.data

    def sourced(element: Any, *path: str | int) -> Any:
        if not isinstance(element, dict) or element.get("source") is not None:
            return element
        return {**element, "source": {"file": file, "line": record.line(path)}}

    parts = {name: sourced(data[name], name) for name in _PARTS_WITH_SOURCE if name in data}
    for page in ("statement", "annex"):
        signatures = parts.get(page, {}).get("signatures") if isinstance(parts.get(page), dict) else None
        if isinstance(signatures, dict):
            blocks = {side: sourced(block, page, "signatures", side) for side, block in signatures.items()}
            parts[page] = {**parts[page], "signatures": blocks}
    if isinstance(data.get("budget"), list):
        parts["budget"] = [sourced(line, "budget", at) for at, line in enumerate(data["budget"])]
    if isinstance(data.get("objectives"), list):
        parts["objectives"] = [
            _sourced_objective(objective, at, sourced) for at, objective in enumerate(data["objectives"])
        ]
    return dict(sourced({**data, **parts}))


def _sourced_objective(objective: Any, at: int, sourced: Any) -> Any:
    found = sourced(objective, "objectives", at)
    if not isinstance(found, dict) or not isinstance(found.get("indicators"), list):
        return found
    rows = [sourced(row, "objectives", at, "indicators", n) for n, row in enumerate(found["indicators"])]
    return {**found, "indicators": rows}


def _disagreements(agreement: Agreement) -> Iterator[Note]:
    """Raw texts that say something else than the structured value beside them."""
    for line in agreement.budget:
        rupiah = parse_rupiah(line.raw) if line.raw else None
        if rupiah and line.amount is not None and rupiah.amount != line.amount:
            yield _differs(line.raw, line.amount, line.source)
    for indicator in agreement.indicators():
        target = indicator.target
        read = parse_target(target.raw, unit_text=None) if target and target.raw else None
        if (
            target
            and read
            and read.value is not None
            and target.value is not None
            and float(read.value) != float(target.value)
        ):
            yield _differs(target.raw, target.value, indicator.source)


def _differs(raw: str | None, value: float, source: Source | None) -> Note:
    facts = {"raw": raw, "value": value}
    return Note("remark", messages.DATA_RAW_DIFFERS, source or Source(file=""), facts, quote=raw)
