"""What conditions may call, and how numbers of two kinds meet.

Beside CEL's own: `sum`, `min`, `max` of a list of numbers, and `lower` of a text. An int beside a double counts as a
double. A null that is counted or compared by size makes the whole not computable, never a silent false.
"""

import operator
from collections.abc import Callable, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Any

import re2  # type: ignore[import-untyped]
from celpy import celtypes
from celpy.evaluation import CELEvalError, base_functions, boolean

from pkcheck import rule_texts

MACROS = frozenset({"map", "filter", "all", "exists", "exists_one"})
SPECIAL = frozenset({"has", "dyn"})
_Operation = Callable[[Any, Any], Any]


def absent() -> CELEvalError:
    """The error for a null where a value is needed."""
    return CELEvalError(rule_texts.ABSENT)


def _of_values(operation: _Operation) -> _Operation:
    """`operation` over two values that are there."""

    def checked(left: Any, right: Any) -> Any:
        for each in (left, right):
            if isinstance(each, CELEvalError):
                return each
        if left is None or right is None:
            return absent()
        return operation(*_alike(left, right))

    return checked


def _equal(left: Any, right: Any) -> Any:
    if left is None or right is None:
        return celtypes.BoolType(left is right)
    return boolean(operator.eq)(*_alike(left, right))


def _differ(left: Any, right: Any) -> Any:
    equal = _equal(left, right)
    return equal if isinstance(equal, CELEvalError) else celtypes.BoolType(not equal)


def _alike(left: Any, right: Any) -> tuple[Any, Any]:
    """Two numbers as doubles if one of them is."""
    numbers = (celtypes.IntType, celtypes.UintType)
    if isinstance(left, celtypes.DoubleType) and isinstance(right, numbers):
        return left, celtypes.DoubleType(right)
    if isinstance(right, celtypes.DoubleType) and isinstance(left, numbers):
        return celtypes.DoubleType(left), right
    return left, right


_add, _less = _of_values(operator.add), _of_values(boolean(operator.lt))


def _sum(values: celtypes.ListType) -> Any:
    return reduce(_add, values, celtypes.IntType(0))


def _least(values: celtypes.ListType) -> Any:
    return _chosen(values, lambda best, each: _less(each, best))


def _most(values: celtypes.ListType) -> Any:
    return _chosen(values, _less)


def _chosen(values: celtypes.ListType, better: _Operation) -> Any:
    if not values or any(each is None for each in values):
        return absent()
    return reduce(lambda best, each: each if better(best, each) else best, values)


def _matches(text: celtypes.StringType, pattern: celtypes.StringType) -> Any:
    """As CEL's own, which writes to standard error what it cannot read."""
    if text is None or pattern is None:
        return absent()
    quietly = re2.Options()
    quietly.log_errors = False
    try:
        return celtypes.BoolType(re2.compile(pattern, quietly).search(text) is not None)
    except re2.error:
        return CELEvalError(rule_texts.PATTERN)


def _lower(text: celtypes.StringType) -> Any:
    return absent() if text is None else celtypes.StringType(text.casefold())


FUNCTIONS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "_+_": _add,
        "_-_": _of_values(operator.sub),
        "_*_": _of_values(operator.mul),
        "_/_": _of_values(operator.truediv),
        "_%_": _of_values(operator.mod),
        "_<_": _less,
        "_<=_": _of_values(boolean(operator.le)),
        "_>_": _of_values(boolean(operator.gt)),
        "_>=_": _of_values(boolean(operator.ge)),
        "_==_": _equal,
        "_!=_": _differ,
        "sum": _sum,
        "min": _least,
        "max": _most,
        "lower": _lower,
        "matches": _matches,
    }
)
NAMES = frozenset(name for name in (*base_functions, *FUNCTIONS) if name[0].isalpha())
