"""Computes one expression within bounds: so many steps, so much time, and nothing too big.

CEL has no loops without end, but loops within loops multiply, and lists of lists double at every turn. So every node
that is visited is a step, every element of a loop is ten, and every list that is made costs as many steps as it has
elements, those within it included. `MAX_STEPS` stops a loop over 10,000 elements.
"""

import logging
import time
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, cast

import lark
from celpy import celtypes
from celpy.evaluation import Activation, CELEvalError, Evaluator

from pkcheck import rule_texts
from pkcheck.celrules.functions import FUNCTIONS, absent
from pkcheck.celrules.values import Record
from pkcheck.texts import Fact, Text

MAX_STEPS = 100_000
MAX_SECONDS = 5
MAX_TEXT = 100_000
_STEPS_OF_AN_ELEMENT = 10
_MAKES_A_LIST = frozenset({"exprlist", "mapinits", "addition", "member_dot_arg"})

logging.getLogger("celpy").addHandler(logging.NullHandler())  # it writes to standard error where nobody listens


class StoppedError(Exception):
    """A bound was reached: `text` says which, with its `facts`."""

    def __init__(self, text: Text, **facts: Fact) -> None:
        super().__init__(text.en)
        self.text = text
        self.facts = facts


class FieldUnknownError(Exception):
    """The expression names a field that the data never has; `nearest` is a known one."""

    def __init__(self, name: lark.Token, nearest: str) -> None:
        super().__init__(name)
        self.name = str(name)
        self.nearest = nearest
        self.line = name.line or 1
        self.column = name.column or 1


def computed(tree: "lark.Tree[Any]", variables: Mapping[str, Any]) -> Any:
    """The value of an expression, or the CELEvalError that it comes to, with a place.

    Raises StoppedError and FieldUnknownError.
    """
    evaluator = _Bounded(tree, Activation(functions=FUNCTIONS), _Allowance())
    try:
        return evaluator.evaluate(variables)
    except CELEvalError as error:
        return error


class _Allowance:
    """What is left of steps and time; shared by an expression and the loops in it."""

    def __init__(self) -> None:
        self._steps = 0
        self._end = time.monotonic() + MAX_SECONDS

    def spend(self, steps: int) -> None:
        """Take `steps`; raises StoppedError when there are not that many left, or no time."""
        self._steps += steps
        if self._steps > MAX_STEPS:
            raise StoppedError(rule_texts.STOPPED, steps=MAX_STEPS)
        if time.monotonic() > self._end:
            raise StoppedError(rule_texts.TIMED_OUT, seconds=MAX_SECONDS)

    def weigh(self, value: Any) -> None:
        """Pay for a list that was made, with all that is in it."""
        waiting = [value]
        while waiting:
            each = waiting.pop()
            inner = list(each.values()) if isinstance(each, dict) else each if isinstance(each, list) else ()
            self.spend(len(inner))
            waiting.extend(inner)


class _Bounded(Evaluator):
    """celpy's evaluator, watched: it asks the allowance before each step and looks at each value."""

    def __init__(self, ast: "lark.Tree[Any]", activation: Activation, allowance: _Allowance) -> None:
        super().__init__(ast, activation)
        self.allowance = allowance

    def sub_evaluator(self, ast: "lark.Tree[Any]") -> "_Bounded":
        return _Bounded(ast, self.activation, self.allowance)

    def evaluate(self, context: Any = None) -> Any:
        self.allowance.spend(_STEPS_OF_AN_ELEMENT)
        return super().evaluate(context)

    def visit(self, tree: "lark.Tree[Any]") -> Any:
        self.allowance.spend(1)
        return self._seen(tree, super().visit(tree))

    def visit_children(self, tree: "lark.Tree[Any]") -> list[Any]:
        self.allowance.spend(len(tree.children))
        values = super().visit_children(tree)
        return [self._seen(child, value) for child, value in zip(tree.children, values, strict=True)]

    def _seen(self, node: Any, value: Any) -> Any:
        """The value, if it is not too big; an error gets the innermost place that is known of it."""
        if isinstance(value, (str, bytes)) and len(value) > MAX_TEXT:
            raise StoppedError(rule_texts.TOO_BIG, limit=MAX_TEXT)
        if not isinstance(node, lark.Tree):
            return value
        if isinstance(value, (list, dict)) and node.data in _MAKES_A_LIST:
            self.allowance.weigh(value)
        if isinstance(value, CELEvalError) and value.line is None:
            value.line, value.column = node.meta.line, node.meta.column
        return value

    def member_dot(self, tree: "lark.Tree[Any]") -> Any:
        """A field of a record must be known; of any other map it may be missing."""
        owner, name = self.visit(tree.children[0]), cast("lark.Token", tree.children[1])
        if isinstance(owner, CELEvalError):
            return owner
        if owner is None:
            return absent()
        if not isinstance(owner, celtypes.MapType):
            return CELEvalError(rule_texts.NO_FIELDS)
        if name in owner:
            return owner[celtypes.StringType(name)]
        if isinstance(owner, Record):
            nearest = get_close_matches(str(name), [str(each) for each in owner], n=1, cutoff=0.0)
            raise FieldUnknownError(name, nearest[0])
        return CELEvalError(rule_texts.NO_SUCH_KEY)

    def member_dot_arg(self, tree: "lark.Tree[Any]") -> Any:
        """A method or a loop; what goes wrong in a loop is a value like any other error."""
        try:
            return super().member_dot_arg(tree)
        except CELEvalError as error:
            return error
        except TypeError as error:
            return CELEvalError("no loop over this", TypeError, error.args)
