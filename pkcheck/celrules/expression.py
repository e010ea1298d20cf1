"""One expression of a YAML rule: read, its names checked before anything is judged, and computed for a subject."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import lark
from celpy.celparser import CELParseError, CELParser
from celpy.evaluation import CELEvalError

from pkcheck import rule_texts
from pkcheck.celrules.evaluator import FieldUnknownError, StoppedError, computed
from pkcheck.celrules.form import MAX_EXPRESSION
from pkcheck.celrules.functions import MACROS, NAMES, SPECIAL
from pkcheck.errors import RuleError
from pkcheck.texts import Fact, Text

_Tree = lark.Tree[Any]
# Nodes that only hand on their one child: left out, so that steps and depth count what the author wrote.
_HANDING_ON = frozenset(
    {"expr", "conditionalor", "conditionaland", "relation", "addition", "multiplication", "unary", "member"}
)
MAX_DEPTH = 80
_ARGUMENTS = 2


@dataclass(frozen=True)
class Written:
    """The text of an expression, and where it stands: `key` in the file ("condition"), `place` its n-th line as `file:line`."""

    text: str
    code: str
    key: str
    place: Callable[[int], str]

    def wrong(self, problem: Text, line: int, column: int, **facts: Fact) -> RuleError:
        """The error for its author, with the line shown and a caret under the place."""
        lines = self.text.splitlines() or [""]
        shown = lines[min(line, len(lines)) - 1]
        return RuleError(
            rule_texts.EXPRESSION_WRONG,
            path=self.place(line),
            code=self.code,
            key=self.key,
            line=line,
            column=column,
            problem=RuleError(problem, **facts).sentence,
            excerpt=f"\n    {shown}\n    {' ' * (column - 1)}^",
        )


@dataclass(frozen=True)
class Expression:
    """An expression that is CEL and whose names are known."""

    written: Written
    tree: _Tree


class NotComputedError(Exception):
    """An expression has no value for a subject: `text` says why, with its `facts`."""

    def __init__(self, text: Text, **facts: Fact) -> None:
        super().__init__(text.en)
        self.text = text
        self.facts = facts


def read_expression(written: Written, names: tuple[str, ...]) -> Expression:
    """The expression over the variables `names`. Raises RuleError with line, column and a caret."""
    if len(written.text) > MAX_EXPRESSION:
        raise written.wrong(rule_texts.EXPRESSION_TOO_LONG, 1, 1, length=len(written.text), limit=MAX_EXPRESSION)
    try:
        tree = _shortened(CELParser().parse(written.text))
        depth = _depth(tree)
    except CELParseError as error:
        raise written.wrong(rule_texts.SYNTAX, *_within(written.text, error.line, error.column)) from error
    except RecursionError as error:
        raise written.wrong(rule_texts.TOO_DEEP, 1, 1) from error
    if depth > MAX_DEPTH:
        raise written.wrong(rule_texts.TOO_DEEP, 1, 1)
    slip = next(_slips(tree, frozenset(names)), None)
    if slip:
        raise written.wrong(slip.problem, slip.token.line or 1, slip.token.column or 1, **slip.facts)
    return Expression(written, tree)


def value_of(expression: Expression, variables: Mapping[str, Any], subject: str) -> Any:
    """The value for one subject. Raises NotComputedError for an absent value and the like, RuleError for a rule's fault."""
    written = expression.written
    try:
        value = computed(expression.tree, variables)
    except StoppedError as error:
        facts = {"path": written.place(1), "code": written.code, "key": written.key, "subject": subject}
        raise RuleError(error.text, **facts, **error.facts) from error
    except FieldUnknownError as error:
        raise written.wrong(
            rule_texts.FIELD_UNKNOWN, error.line, error.column, name=error.name, nearest=error.nearest
        ) from error
    if isinstance(value, CELEvalError) or value is None:
        problem, line, column = _why(value)
        raise NotComputedError(rule_texts.NOT_COMPUTED, key=written.key, problem=problem, line=line, column=column)
    return value


@dataclass(frozen=True)
class _Slip:
    """What is wrong with a name, and the token that it is wrong with."""

    problem: Text
    token: lark.Token
    facts: Mapping[str, Fact]


def _shortened(tree: _Tree) -> _Tree:
    children = [_shortened(each) if isinstance(each, lark.Tree) else each for each in tree.children]
    if tree.data in _HANDING_ON and len(children) == 1 and isinstance(children[0], lark.Tree):
        return children[0]
    return lark.Tree(tree.data, children, tree.meta)


def _depth(tree: _Tree) -> int:
    return 1 + max((_depth(each) for each in tree.children if isinstance(each, lark.Tree)), default=0)


def _slips(tree: _Tree, known: frozenset[str]) -> Iterator[_Slip]:
    """Names that nothing stands for, where `known` are the variables."""
    if tree.data in ("ident", "dot_ident"):
        name = _token(tree.children[0])
        if name not in known | NAMES:
            yield _Slip(rule_texts.NAME_UNKNOWN, name, {"name": str(name), "known": sorted(known)})
    elif tree.data == "member_object":
        yield _Slip(rule_texts.NO_OBJECTS, next(_tokens(tree)), {})
    elif tree.data in ("ident_arg", "dot_ident_arg"):
        yield from _unknown_function(_token(tree.children[0]), NAMES | SPECIAL)
        yield from _slips_below(tree.children[1:], known)
    elif tree.data == "member_dot_arg":
        yield from _slips_below(tree.children[:1], known)
        name = _token(tree.children[1])
        if name in MACROS:
            yield from _slips_in_loop(tree, name, known)
        else:
            yield from _unknown_function(name, NAMES)
            yield from _slips_below(tree.children[2:], known)
    else:
        yield from _slips_below(tree.children, known)


def _slips_below(children: list[Any], known: frozenset[str]) -> Iterator[_Slip]:
    for each in children:
        if isinstance(each, lark.Tree):
            yield from _slips(each, known)


def _slips_in_loop(tree: _Tree, name: lark.Token, known: frozenset[str]) -> Iterator[_Slip]:
    """A loop names its element, which is known in its condition."""
    arguments = tree.children[2].children if len(tree.children) > _ARGUMENTS else []
    element = list(_tokens(arguments[0])) if arguments else []
    if len(arguments) != _ARGUMENTS or len(element) != 1 or element[0].type != "IDENT":
        yield _Slip(rule_texts.MACRO_FORM, name, {"name": str(name)})
    else:
        yield from _slips(arguments[1], known | {str(element[0])})


def _unknown_function(name: lark.Token, known: frozenset[str]) -> Iterator[_Slip]:
    if name not in known:
        facts: dict[str, Fact] = {"name": str(name), "known": sorted(known | MACROS)}
        yield _Slip(rule_texts.FUNCTION_UNKNOWN, name, facts)


def _token(node: Any) -> lark.Token:
    return node if isinstance(node, lark.Token) else next(_tokens(node))


def _tokens(tree: _Tree) -> Iterator[lark.Token]:
    return (each for each in tree.scan_values(lambda each: isinstance(each, lark.Token)))


def _why(value: CELEvalError | None) -> tuple[Text, int, int]:
    """The reason in words, and the place in the expression."""
    if value is None:
        return rule_texts.ABSENT, 1, 1
    line, column = value.line or 1, value.column or 1
    if isinstance(value.args[0], Text):
        return value.args[0], line, column
    if "NoneType" in str(value.args):
        return rule_texts.ABSENT, line, column
    kind = next((each for each in value.args if isinstance(each, type)), TypeError)
    for known, text in _REASONS.items():
        if issubclass(kind, known):
            return text, line, column
    return rule_texts.KINDS_DIFFER, line, column


_REASONS: Mapping[type, Text] = {
    ZeroDivisionError: rule_texts.BY_ZERO,
    LookupError: rule_texts.NO_SUCH_KEY,
    ValueError: rule_texts.OUT_OF_BOUNDS,
    OverflowError: rule_texts.OUT_OF_BOUNDS,
}


def _within(text: str, line: int | None, column: int | None) -> tuple[int, int]:
    """A place in the text; its end, where the parser names none."""
    lines = text.splitlines() or [""]
    if line is None or column is None or line < 1:
        return len(lines), len(lines[-1]) + 1
    return line, column
