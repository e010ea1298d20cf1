"""Every condition of every rule shows in an example: taken out, what the rule says of its examples must change."""

import ast
import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from pkcheck.discovery import LoadedRule, load_rules
from pkcheck.rule import Example
from pkcheck.ruletests import said_by

RULES = load_rules()


@dataclass(frozen=True)
class Site:
    """An `if` of a rule's module, by its place among them, and the outcome that is put in its place."""

    number: int
    line: int
    outcome: bool

    def __str__(self) -> str:
        return f"line {self.line}: if -> {self.outcome}"


def conditions(tree: ast.Module) -> list[ast.If]:
    """The conditions by which a rule judges: what only chooses a word or narrows a type stands in expressions."""
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return [node for function in functions for node in ast.walk(function) if isinstance(node, ast.If)]


def sites(source: str) -> Iterator[Site]:
    for number, node in enumerate(conditions(ast.parse(source))):
        yield from (Site(number, node.lineno, outcome) for outcome in (True, False))


def without(source: str, site: Site) -> ast.Module:
    """The module with the condition at `site` replaced by its outcome."""
    tree = ast.parse(source)
    node = conditions(tree)[site.number]
    node.test = ast.copy_location(ast.Constant(site.outcome), node.test)
    return tree


def told(loaded: LoadedRule) -> list[Any]:
    """All that a reader can see of what the rule says about its examples."""
    return [_told(loaded, example) for example in (*loaded.valid, *loaded.invalid)]


def _told(loaded: LoadedRule, example: Example) -> list[Any]:
    found, account = said_by(loaded, example.whole())
    findings = [
        (f.at, f.amount, f.severity, f.certainty, f.message.say("id", **f.facts), f.evidence, f.fingerprint)
        for f in found
    ]
    skipped = [(each.subject.id, each.reason.say("id", **each.facts)) for each in account.not_checked]
    return [account.status, findings, skipped]


def shows(loaded: LoadedRule, expected: list[Any]) -> bool:
    """Whether the changed rule says something else, or breaks."""
    try:
        return told(loaded) != expected
    except (AttributeError, KeyError, TypeError):
        return True


@pytest.mark.parametrize("loaded", [pytest.param(each, id=each.rule.code) for each in RULES])
def test_every_condition_shows_in_an_example(loaded: LoadedRule) -> None:
    source = Path(loaded.path).read_text(encoding="utf-8")
    expected = told(loaded)
    needless = []
    for site in sites(source):
        module = types.ModuleType(f"without_{loaded.rule.code}")
        exec(compile(without(source, site), loaded.path, "exec"), module.__dict__)  # noqa: S102  our own source
        if not shows(replace(loaded, check=module.check), expected):
            needless.append(str(site))
    assert needless == [], f"no example of {loaded.rule.code} shows these conditions"


@pytest.mark.parametrize("loaded", [pytest.param(each, id=each.rule.code) for each in RULES])
def test_a_rule_that_never_speaks_fails_its_examples(loaded: LoadedRule) -> None:
    silent = told(replace(loaded, check=lambda *_: ()))
    found = [findings for _, findings, _ in silent]
    assert found == [[] for _ in found]
    assert any(example.finds for example in loaded.invalid)
