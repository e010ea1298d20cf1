"""What is wrong with data that a model refuses, told to the person who wrote it: where, what, and what was expected."""

import json
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.texts import Text
from pkcheck.yamltext import Path

_MAX_SHOWN = 60
_EXPECTED = {
    "int_type": messages.WHOLE_NUMBER,
    "int_from_float": messages.WHOLE_NUMBER,
    "float_type": messages.ANY_NUMBER,
    "finite_number": messages.ANY_NUMBER,
    "greater_than_equal": messages.A_YEAR,
    "less_than_equal": messages.A_YEAR,
    "bool_type": messages.TRUE_OR_FALSE,
    "string_type": messages.WORDS,
    "string_too_short": messages.SOME_WORDS,
    "tuple_type": messages.A_LIST,
    "dict_type": messages.KEYS_AND_VALUES,
    "model_type": messages.KEYS_AND_VALUES,
    "date_type": messages.A_DATE,
    "date_parsing": messages.A_DATE,
    "date_from_datetime_parsing": messages.A_DATE,
    "date_from_datetime_inexact": messages.A_DATE,
    "id_twice": messages.IDS_OF_THEIR_OWN,
}


def invalid_data(  # noqa: PLR0913  the data, and how it is named
    error: ValidationError,
    model: type[BaseModel],
    data: Any,
    file: str,
    *,
    name: str,
    line: Callable[[Path], int | None],
) -> InputError:
    """The error for the person who wrote `data`: an unknown key before anything else.

    `name` is what the record is called, if anything; `line` gives the line of a path in it.
    """
    first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    path = _walkable(data, first["loc"])
    key = str(first["loc"][-1]) if first["loc"] else ""
    if first["type"] == "missing":
        return InputError(messages.DATA_MISSING, file, line(path), key=key, place=_place(name, path))
    if first["type"] == "extra_forbidden":
        path = path[:-1]
        nearest = get_close_matches(key, _keys_at(model, first["loc"][:-1]), n=1, cutoff=0.0)
        facts = {"key": key, "place": _place(name, path), "nearest": nearest[0] if nearest else "?"}
        return InputError(messages.DATA_UNKNOWN_KEY, file, line((*path, key)), **facts)
    value, expected = _shown(first["input"]), _expected(first)
    return InputError(messages.DATA_VALUE, file, line(path), place=_place(name, path), value=value, expected=expected)


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := model_in(arg))), None)


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


def _place(name: str, path: Path) -> str:
    steps = ".".join(str(part) for part in path)
    return ": ".join(part for part in (name, steps) if part) or "/"


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The known keys of the record that a location leads to."""
    for part in path:
        known = model.model_fields.get(str(part))
        inner = model_in(known.annotation) if known else None
        model = inner or model
    return list(model.model_fields)
