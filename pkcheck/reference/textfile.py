"""References as YAML or JSON: text in, `Reference` out, every element with the line that it stands on."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.invalid import invalid_data, model_in
from pkcheck.jsontext import json_lines, load_json
from pkcheck.reference.model import KINDS, Reference
from pkcheck.yamltext import Lines, Path, enclosing_line, load_yaml

_Place = Callable[[Path], Mapping[str, Any]]


def read_reference(text: str, file: str, form: Literal["yaml", "json"] = "yaml") -> Reference:
    """The references in `text`. Raises InputError with file and line."""
    data, lines = _parsed(text, file, form)
    if not isinstance(data, dict) or not data:
        raise InputError(messages.REFERENCE_SHAPE, file, 1, keys=KINDS)

    def line(path: Path) -> int | None:
        return enclosing_line(lines(), path)

    return reference_from(data, file, line, lambda path: {"file": file, "line": line(path)})


def reference_from(data: dict[str, Any], file: str, line: Callable[[Path], int | None], place: _Place) -> Reference:
    """The references in plain data. `place` gives the source of what stands at a path. Raises InputError."""
    listed = {key: [value] if isinstance(value, dict) else value for key, value in data.items()}

    def within(path: Path) -> Path:
        """The path in the user's data of one in `listed`: what is no list there has no number."""
        return path if len(path) < 2 or isinstance(data.get(str(path[0])), list) else (path[0], *path[2:])  # noqa: PLR2004

    sourced = _with_sources(listed, Reference, (), lambda path: place(within(path)))
    try:
        return Reference.model_validate(sourced)
    except ValidationError as error:
        raise invalid_data(error, Reference, listed, file, name="", line=lambda path: line(within(path))) from error


def json_schema() -> dict[str, Any]:
    """JSON Schema of a reference file."""
    schema = Reference.model_json_schema(ref_template="#/$defs/{model}")
    definitions = schema["$defs"]
    definitions["PlannedIndicator"]["properties"]["targets"]["additionalProperties"] = {
        "anyOf": [{"type": "string"}, {"type": "number"}, {"$ref": "#/$defs/Target"}]  # `2024: 77,5%`
    }
    ceiling = definitions["Ceiling"]
    ceiling["properties"]["amount"] = {"anyOf": [{"type": "integer"}, {"type": "string"}]}
    ceiling["required"] = ["programme"]
    ceiling["anyOf"] = [{"required": ["amount"]}, {"required": ["raw"]}]
    superior = definitions["Post"]["properties"]["superior"]
    definitions["Post"]["properties"]["superior"] = {"anyOf": [{"type": "string"}, {"type": "null"}, superior]}
    for name in KINDS:
        many = schema["properties"][name]
        schema["properties"][name] = {"anyOf": [many["items"], many]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Acuan", "minProperties": 1}


def _parsed(text: str, file: str, form: Literal["yaml", "json"]) -> tuple[Any, Callable[[], Lines]]:
    if form == "json":
        return load_json(text, file), cache(lambda: json_lines(text))
    data, lines = load_yaml(text, file)
    return data, lambda: lines


def _with_sources(data: Any, model: type[BaseModel], path: Path, place: _Place) -> Any:
    """`data` with a source on every record that may have one and has none."""
    if isinstance(data, list):
        return [_with_sources(each, model, (*path, at), place) for at, each in enumerate(data)]
    if not isinstance(data, dict):
        return data
    found = {key: _below(value, model, (*path, key), place) for key, value in data.items()}
    if "source" in model.model_fields and found.get("source") is None:
        found["source"] = place(path)
    return found


def _below(value: Any, model: type[BaseModel], path: Path, place: _Place) -> Any:
    known = model.model_fields.get(str(path[-1]))
    inner = model_in(known.annotation) if known and isinstance(value, list) else None
    return _with_sources(value, inner, path, place) if inner else value
