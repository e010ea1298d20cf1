"""Canonical agreement data in and out: YAML, JSON and JSONL. Round trips are exact.

`load` gives agreements or an InputError that names the file, the line, the key and what was expected.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import ValidationError

from pkcheck import messages
from pkcheck.decoding import decoded
from pkcheck.errors import InputError
from pkcheck.invalid import invalid_data
from pkcheck.jsontext import json_lines, load_json
from pkcheck.model import Agreement, Source
from pkcheck.notes import Note
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.targets import parse_target
from pkcheck.yamltext import Lines, Path, dump_yaml, enclosing_line, load_yaml

Format = Literal["yaml", "json", "jsonl"]
SCHEMA_FILE = "pkcheck.schema.json"
"""Where editors look for the JSON Schema of a YAML file beside it."""
_FOR_EDITORS = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
_LINE_END = re.compile(r"\r\n|\n|\r")
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
        agreement = record.agreement or _validated(record, file)
        if agreement.id in seen:
            raise InputError(messages.DATA_ID_TWICE, file, record.line(()), id=agreement.id, other=file)
        seen.add(agreement.id)
        agreements.append(agreement)
    return Loaded(tuple(agreements), tuple(note for each in agreements for note in disagreements(each)))


def decode_line(line: bytes, file: str, number: int) -> Loaded:
    """The agreement in one line of JSONL, which is line `number` of `file`: for those who read a file line by line.

    Gives what `load` gives of that line, and raises what it raises, without a look at the ids of other lines.
    """
    agreement = decoded(line, Source(file=file, line=number))
    if agreement is None:
        agreement = _validated(_parsed(line.decode("utf-8"), file, number), file)
    return Loaded((agreement,), tuple(disagreements(agreement)))


def dump(agreements: Iterable[Agreement], form: Format) -> str:
    """Agreements as text in `form`; values that are left out are the defaults of `pkcheck schema`."""
    records = [to_record(agreement) for agreement in agreements]
    if form == "jsonl":
        return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
    if form == "json":
        return json.dumps({"agreements": records}, ensure_ascii=False, indent=2) + "\n"
    return _FOR_EDITORS + dump_yaml({"agreements": records})


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
    agreement: Agreement | None = None

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
            agreement = decoded(line.encode("utf-8", "surrogatepass"), Source(file=file, line=number))
            yield _at_line(number, None, agreement) if agreement else _parsed(line, file, number)


def _parsed(line: str, file: str, number: int) -> _Record:
    return _at_line(number, load_json(line, file, number))


def _at_line(number: int, data: Any, agreement: Agreement | None = None) -> _Record:
    where: Lines = {(): number}
    return _Record(data, lambda: where, (), agreement)


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
        raise invalid_data(
            error, Agreement, record.data, file, name=str(record.data.get("id", "?")), line=record.line
        ) from error


def _with_sources(record: _Record, file: str) -> dict[str, Any]:
    """The record with a source on every element that has none of its own."""
    data: dict[str, Any] = record.data

    def sourced(element: Any, *path: str | int) -> Any:
        if not isinstance(element, dict):
            return element
        if isinstance(element.get("pkcheck"), dict):
            element = {**element, "pkcheck": _sourced_directives(element["pkcheck"], path, sourced)}
        if element.get("source") is not None:
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
    if isinstance(data.get("action_plan"), list):
        parts["action_plan"] = [sourced(row, "action_plan", at) for at, row in enumerate(data["action_plan"])]
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


def _sourced_directives(directives: dict[str, Any], path: Path, sourced: Any) -> dict[str, Any]:
    ignored = directives.get("ignore")
    if not isinstance(ignored, list):
        return directives
    return {**directives, "ignore": [sourced(each, *path, "pkcheck", "ignore", n) for n, each in enumerate(ignored)]}


def disagreements(agreement: Agreement) -> Iterator[Note]:
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
