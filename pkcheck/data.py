"""Canonical agreement data in and out: YAML, JSON and JSONL. Round trips are exact.

`load` gives agreements or an InputError that names the file, the line, the key and what was expected.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, get_args

from pydantic import BaseModel, ValidationError

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.model import Agreement, Source
from pkcheck.notes import Note
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.targets import parse_target
from pkcheck.yamltext import Lines, Path, dump_yaml, enclosing_line, load_yaml

Format = Literal["yaml", "json", "jsonl"]
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
    lines: Lines
    path: Path
    fixed_line: int | None = None

    def line(self, path: Iterable[str | int]) -> int | None:
        return self.fixed_line if self.fixed_line is not None else enclosing_line(self.lines, (*self.path, *path))


def _records(text: str, file: str, form: Format) -> Iterator[_Record]:
    if form == "jsonl":
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield _Record(_json(line, file, number), {}, (), number)
        return
    data, lines = (_json(text, file, 1), {}) if form == "json" else load_yaml(text, file)
    path: Path = ()
    if isinstance(data, dict) and "agreements" in data:
        unknown = next((key for key in data if key != "agreements"), None)
        if unknown is not None:
            line = enclosing_line(lines, (unknown,))
            raise InputError(messages.DATA_UNKNOWN_KEY, file, line, key=unknown, place="/", nearest="agreements")
        data, path = data["agreements"], ("agreements",)
    if isinstance(data, dict):
        yield _Record(data, lines, path)
        return
    if not isinstance(data, list):
        raise InputError(messages.DATA_SHAPE, file, 1)
    for at, each in enumerate(data):
        yield _Record(each, lines, (*path, at))


def _json(text: str, file: str, first_line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise InputError(messages.DATA_SYNTAX, file, line, format="JSON", problem=error.msg) from error
    except RecursionError as error:
        raise InputError(messages.DATA_SYNTAX, file, first_line, format="JSON", problem="nested too deeply") from error


def _validated(record: _Record, file: str) -> Agreement:
    if not isinstance(record.data, dict):
        raise InputError(messages.DATA_SHAPE, file, record.line(()))
    try:
        return Agreement.model_validate(_with_sources(record, file))
    except ValidationError as error:
        raise _explained(error, record, file) from error


def _explained(error: ValidationError, record: _Record, file: str) -> InputError:
    first = error.errors()[0]
    path = [part for part in first["loc"] if part in _walkable(record.data, first["loc"])]
    place = _place(record.data, first["loc"][:-1] if first["type"] == "extra_forbidden" else first["loc"])
    if first["type"] == "extra_forbidden":
        key = str(first["loc"][-1])
        nearest = get_close_matches(key, _keys_at(first["loc"][:-1]), n=1, cutoff=0.0)
        return InputError(
            messages.DATA_UNKNOWN_KEY,
            file,
            record.line((*path, key)),
            key=key,
            place=place,
            nearest=nearest[0] if nearest else "?",
        )
    return InputError(messages.DATA_VALUE, file, record.line(path), place=place, problem=first["msg"])


def _walkable(data: Any, path: tuple[str | int, ...]) -> list[str | int]:
    """The steps of a pydantic location that exist in the data (it also names union members)."""
    steps: list[str | int] = []
    for part in path:
        if (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        ):
            data = data[part]
            steps.append(part)
    return steps


def _place(data: Mapping[str, Any], path: tuple[str | int, ...]) -> str:
    steps = ".".join(str(part) for part in path)
    return f"{data.get('id', '?')}: {steps}" if steps else str(data.get("id", "?"))


def _keys_at(path: tuple[str | int, ...]) -> list[str]:
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
