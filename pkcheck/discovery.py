"""Finds rules: every module of `pkcheck.rules` is one. Refuses, with file and line, a module that is none.

A rule module has RULE, VALID, INVALID and `check`. The annotation of `check`'s first parameter says what it is handed:
`Member` (an agreement in its set), `Team` (a unit with its subordinates), `Row` (an indicator), `Link` (a derivation) or
`AgreementSet` (the whole). A second parameter, if any, is the rule's `Options`.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType, ModuleType
from typing import get_type_hints

from pydantic import BaseModel

from pkcheck import messages
from pkcheck.errors import RuleError
from pkcheck.findings import Finding, NotChecked, SubjectKind
from pkcheck.graph import AgreementSet, Link, Member, Row, Team
from pkcheck.rule import Example, Rule

Check = Callable[..., Iterable[Finding | NotChecked]]
_KINDS: Mapping[type, SubjectKind] = MappingProxyType(
    {Member: "agreement", Team: "unit", Row: "indicator", Link: "indicator", AgreementSet: "agreement"}
)


@dataclass(frozen=True)
class LoadedRule:
    """A rule as found in a module; `hands` is the type of what it is handed."""

    rule: Rule
    check: Check
    hands: type
    valid: tuple[Example, ...]
    invalid: tuple[Example, ...]
    options: type[BaseModel] | None
    path: str

    @property
    def kind(self) -> SubjectKind:
        """What the rule's subjects are, for its coverage."""
        return self.rule.looks_at or _KINDS[self.hands]


def load_rules() -> tuple[LoadedRule, ...]:
    """Every rule in `pkcheck.rules`, by code. Raises RuleError for a module that is not one."""
    package = importlib.import_module("pkcheck.rules")
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    loaded = [_loaded(importlib.import_module(each.name)) for each in found if not each.ispkg]
    by_code: dict[str, LoadedRule] = {}
    for each in loaded:
        twin = by_code.setdefault(each.rule.code, each)
        if twin is not each:
            raise RuleError(messages.RULE_CODE_TWICE, code=each.rule.code, path=each.path, other=twin.path)
    return tuple(by_code[code] for code in sorted(by_code))


def _loaded(module: ModuleType) -> LoadedRule:
    path = module.__file__ or module.__name__
    rule, check = getattr(module, "RULE", None), getattr(module, "check", None)
    if not isinstance(rule, Rule):
        raise RuleError(messages.RULE_WITHOUT, path=path, what="RULE: Rule")
    if not callable(check):
        raise RuleError(messages.RULE_WITHOUT, path=path, what="check(...)")
    examples = {name: getattr(module, name, None) for name in ("VALID", "INVALID")}
    for name, given in examples.items():
        if not given or not all(isinstance(each, Example) for each in given):
            raise RuleError(messages.RULE_WITHOUT, path=path, what=f"{name}: [Example(...)]")
    parameters = list(inspect.signature(check).parameters)
    hints = get_type_hints(check)
    hands = hints.get(parameters[0]) if parameters else None
    if not isinstance(hands, type) or hands not in _KINDS:
        line = inspect.getsourcelines(check)[1]
        raise RuleError(messages.RULE_SIGNATURE, path=f"{path}:{line}", given=getattr(hands, "__name__", str(hands)))
    options = hints.get(parameters[1]) if len(parameters) > 1 else None
    return LoadedRule(rule, check, hands, tuple(module.VALID), tuple(module.INVALID), options, path)
