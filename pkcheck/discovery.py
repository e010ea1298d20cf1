"""Finds the built-in rules: every module of `pkcheck.rules` is one. Refuses, with file and line, a module that is none.

A rule module has RULE, VALID, INVALID and `check`. The annotation of `check`'s first parameter says what it is handed:
`Member` (an agreement in its set), `Team` (a unit with its subordinates), `Row` (an indicator), `Link` (a derivation),
`AgreementSet` (the whole) or `Suppressions` (what is not to be shown, once all other rules have run). A second parameter, if any, is the rule's `Options`.
"""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, get_type_hints

from pydantic import BaseModel

from pkcheck import rule_texts
from pkcheck.errors import RuleError
from pkcheck.findings import Finding, NotChecked, SubjectKind
from pkcheck.graph import AgreementSet, Link, Member, Row, Team
from pkcheck.rule import Example, Rule
from pkcheck.suppression import Suppressions
from pkcheck.wellformed import require_well_formed

Check = Callable[..., Iterable[Finding | NotChecked]]
_KINDS: Mapping[type, SubjectKind] = MappingProxyType(
    {
        Member: "agreement",
        Team: "unit",
        Row: "indicator",
        Link: "indicator",
        AgreementSet: "agreement",
        Suppressions: "agreement",
    }
)


@dataclass(frozen=True)
class LoadedRule:
    """A rule as found; `hands` is the type of what it is handed, `condition` the CEL of a rule without Python."""

    rule: Rule
    check: Check
    hands: type
    valid: tuple[Example, ...]
    invalid: tuple[Example, ...]
    options: type[BaseModel] | None
    path: str
    condition: str | None = None

    @property
    def kind(self) -> SubjectKind:
        """What the rule's subjects are, for its coverage."""
        return self.rule.looks_at or _KINDS[self.hands]

    @property
    def comes_last(self) -> bool:
        """Whether it looks at what came of the other rules' findings."""
        return self.hands is Suppressions


def load_rules() -> tuple[LoadedRule, ...]:
    """Every rule in `pkcheck.rules`, by code. Raises RuleError for a module that is not one: a defect of ours."""
    package = importlib.import_module("pkcheck.rules")
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    loaded = [rule_in(importlib.import_module(each.name)) for each in found if not each.ispkg]
    by_code: dict[str, LoadedRule] = {}
    for each in loaded:
        twin = by_code.setdefault(each.rule.code, each)
        if twin is not each:
            raise RuleError(rule_texts.CODE_TWICE, code=each.rule.code, path=each.path, other=twin.path)
    return tuple(by_code[code] for code in sorted(by_code))


def rule_in(module: ModuleType) -> LoadedRule:
    """The rule that a module is. Raises RuleError with file and line, and with the code where it is known."""
    path = module.__file__ or module.__name__
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise RuleError(rule_texts.WITHOUT, path=_place(path, "RULE"), what="RULE: Rule")
    code = str(rule.code)
    check = getattr(module, "check", None)
    if not callable(check):
        raise RuleError(rule_texts.WITHOUT, path=_place(path, "check"), code=code, what="check(...)")
    for name in ("VALID", "INVALID"):
        given = getattr(module, name, None)
        if not isinstance(given, list | tuple) or not all(isinstance(each, Example) for each in given):
            raise RuleError(rule_texts.WITHOUT, path=_place(path, name), code=code, what=f"{name}: [Example(...)]")
    require_well_formed(rule, module.VALID, module.INVALID, lambda part: _place(path, part))
    hands, options = _asked_for(check, path, code)
    return LoadedRule(rule, check, hands, tuple(module.VALID), tuple(module.INVALID), options, path)


def _asked_for(check: Callable[..., Any], path: str, code: str) -> tuple[type, type[BaseModel] | None]:
    """What `check` is handed, and its options, by the annotations of its parameters."""
    try:
        parameters, hints = list(inspect.signature(check).parameters), get_type_hints(check)
    except Exception as error:
        raise RuleError(rule_texts.SIGNATURE, path=_place(path, "check"), code=code, given=str(error)) from error
    hands = hints.get(parameters[0]) if parameters else None
    if not isinstance(hands, type) or hands not in _KINDS:
        raise RuleError(
            rule_texts.SIGNATURE, path=_place(path, "check"), code=code, given=getattr(hands, "__name__", str(hands))
        )
    if len(parameters) == 1:
        return hands, None
    options = hints.get(parameters[1])
    given = getattr(options, "__name__", str(options))
    if not (isinstance(options, type) and issubclass(options, BaseModel)):
        raise RuleError(rule_texts.OPTIONS, path=_place(path, "check"), code=code, given=given)
    required = [name for name, field in options.model_fields.items() if field.is_required()]
    if required or len(parameters) > 2:  # noqa: PLR2004  what it is handed, and its options
        raise RuleError(
            rule_texts.OPTIONS, path=_place(path, "check"), code=code, given=f"{given}({', '.join(required)})"
        )
    return hands, options


def _place(path: str, part: str) -> str:
    """`file:line` of a name that a module sets, or of a part of its RULE; the first line where there is neither."""
    try:
        body = ast.parse(Path(path).read_bytes()).body
    except (OSError, SyntaxError, ValueError):
        return path
    lines: dict[str, int] = {}
    for node in body:
        if isinstance(node, ast.FunctionDef):
            lines[node.name] = node.lineno
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            lines |= {target.id: node.lineno for target in targets if isinstance(target, ast.Name)}
            if "RULE" in lines and isinstance(node.value, ast.Call) and lines["RULE"] == node.lineno:
                lines |= {word.arg: word.value.lineno for word in node.value.keywords if word.arg}
    return f"{path}:{lines.get(part, lines.get('RULE', 1))}"
