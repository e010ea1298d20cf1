"""Agreement data as values of CEL, and values of CEL as facts."""

import datetime
import math
from collections.abc import Mapping
from typing import Any

from celpy import celtypes
from pydantic import BaseModel

from pkcheck.model import Quantity, Target, plain
from pkcheck.texts import Fact

_LEFT_OUT = frozenset({"source", "sources", "supervisor_inferred", "inferred"})
_LARGEST_INT = 2**63 - 1
_LONGEST_FACT = 500


class Record(celtypes.MapType):
    """A record of the data: all its fields are there, so a name that is not is a slip of the rule's author."""


class NoFactError(Exception):
    """A value that no sentence can show."""


def to_cel(value: Any, *, fractional: bool = False) -> Any:
    """A value of the model; what is measured (`fractional`) is a double even where it is whole, money is an int."""
    if isinstance(value, BaseModel):
        return _record(value)
    if isinstance(value, Mapping):
        return _entries(celtypes.MapType, value, fractional=fractional)
    if isinstance(value, (list, tuple)):
        return celtypes.ListType([to_cel(each, fractional=fractional) for each in value])
    return _plain_to_cel(value, fractional=fractional)


def _plain_to_cel(value: Any, *, fractional: bool) -> Any:
    if isinstance(value, bool):
        return celtypes.BoolType(value)
    if isinstance(value, (int, float)):
        exact = isinstance(value, int) and not fractional and abs(value) <= _LARGEST_INT
        return celtypes.IntType(value) if exact else celtypes.DoubleType(value)
    if isinstance(value, str):
        return celtypes.StringType(value)
    if isinstance(value, datetime.date):
        return celtypes.StringType(value.isoformat())
    return None


def to_fact(value: Any, *, as_date: bool) -> Fact:
    """A value for a sentence. Raises NoFactError for one that cannot be shown."""
    if isinstance(value, celtypes.BoolType):
        return bool(value)
    if isinstance(value, (celtypes.IntType, celtypes.UintType)):
        return int(value)
    if isinstance(value, celtypes.DoubleType) and math.isfinite(value):
        return plain(float(value))
    if isinstance(value, celtypes.StringType):
        return _date(str(value)) if as_date else _short(str(value))
    if isinstance(value, celtypes.TimestampType):
        return value.date()
    if isinstance(value, celtypes.ListType):
        return tuple(to_fact(each, as_date=as_date) for each in value)
    raise NoFactError


def _record(model: BaseModel) -> Record:
    measured = isinstance(model, (Target, Quantity))
    fields = {name: getattr(model, name) for name in type(model).model_fields if name not in _LEFT_OUT}
    record: Record = _entries(Record, fields, fractional=measured)
    return record


def _entries(kind: type[Any], fields: Mapping[str, Any], *, fractional: bool) -> Any:
    found = kind()
    for name, value in fields.items():
        found[celtypes.StringType(name)] = to_cel(value, fractional=fractional)
    return found


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise NoFactError from error


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_FACT else f"{text[:_LONGEST_FACT]}…"
