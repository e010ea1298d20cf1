"""Every condition of every rule is held by an example: taken out, one of the rule's own examples must fail."""

import ast
import types
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from pkcheck.discovery import LoadedRule, load_rules
from pkcheck.engine import judge
from pkcheck.graph import AgreementSet
from pkcheck.rule import Example, Found

RULES = load_rules()


class Site:
    """A place in a module where a condition stands: how to find it again in a copy, and what to put there."""

    def __init__(self, number: int, line: int, kind: str, value: bool) -> None:
        self.number = number
        self.line = line
        self.kind = kind
        self.value = value

    def __str__(self) -> str:
        return f"line {self.line}: {self.kind} -> {self.value}"


def conditions(tree: ast.Module) -> Iterator[tuple[ast.AST, str, str, int | None]]:
    """Node, what it is, its field, and the index in that field: tests of `if`, filters, and parts of `and` and `or`."""
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    for node in (each for function in functions for each in ast.walk(function)):
        if isinstance(node, ast.If | ast.IfExp):
            yield node, "if", "test", None
        elif isinstance(node, ast.comprehension):
            yield from ((node, "filter", "ifs", at) for at in range(len(node.ifs)))
        elif isinstance(node, ast.BoolOp):
            yield from ((node, "part of a condition", "values", at) for at in range(len(node.values)))


def sites(source: str) -> Iterator[Site]:
    for number, (node, kind, field, at) in enumerate(conditions(ast.parse(source))):
        test = getattr(node, field) if at is None else getattr(node, field)[at]
        if kind == "if":
            yield Site(number, test.lineno, kind, True)
            yield Site(number, test.lineno, kind, False)
        elif kind == "filter":
            yield Site(number, test.lineno, kind, True)
        else:
            yield Site(number, test.lineno, kind, isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And))


def without(source: str, site: Site) -> ast.Module:
    """The module with the condition at `site` replaced by a constant."""
    tree = deepcopy(ast.parse(source))
    node, _, field, at = list(conditions(tree))[site.number]
    constant = ast.copy_location(ast.Constant(site.value), node if isinstance(node, ast.expr) else tree.body[0])
    if at is None:
        setattr(node, field, constant)
    else:
        getattr(node, field)[at] = constant
    return ast.fix_missing_locations(tree)


def examples_hold(loaded: LoadedRule) -> bool:
    return all(holds(loaded, example) for example in (*loaded.valid, *loaded.invalid))


def holds(loaded: LoadedRule, example: Example) -> bool:
    judgement = judge(AgreementSet(example.agreements()), [loaded])
    (account,) = judgement.coverage
    found = [Found(f.at, f.amount) for f in judgement.findings]
    skipped = [each.subject.id for each in account.not_checked]
    return (
        account.status == "ran"
        and found == list(example.finds)
        and (example.skips is None or skipped == list(example.skips))
    )


@pytest.mark.parametrize("loaded", [pytest.param(each, id=each.rule.code) for each in RULES])
def test_an_example_fails_without_the_condition(loaded: LoadedRule) -> None:
    source = Path(loaded.path).read_text(encoding="utf-8")
    assert examples_hold(loaded)
    needless = []
    for site in sites(source):
        module = types.ModuleType(f"without_{loaded.rule.code}")
        exec(compile(without(source, site), loaded.path, "exec"), module.__dict__)  # noqa: S102  our own source
        if examples_hold(replace(loaded, check=module.check)):
            needless.append(str(site))
    assert needless == [], f"no example of {loaded.rule.code} fails without these conditions"


@pytest.mark.parametrize("loaded", [pytest.param(each, id=each.rule.code) for each in RULES])
def test_a_rule_that_never_speaks_fails_its_examples(loaded: LoadedRule) -> None:
    assert not examples_hold(replace(loaded, check=lambda *_: ()))
