"""Finds rules, hands each what it asks for, and keeps account of what was checked. Names no rule.

A rule module has RULE, VALID, INVALID and `check`. The annotation of `check`'s first parameter says what it is handed:
`Member` (an agreement in its set), `Team` (a unit with its subordinates), `Row` (an indicator), `Link` (a derivation) or
`AgreementSet` (the whole). A second parameter, if any, is the rule's `Options`.
"""

import importlib
import inspect
import pkgutil
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType, ModuleType
from typing import Any, get_type_hints

from pydantic import BaseModel

from pkcheck import messages
from pkcheck.errors import RuleError, UsageError
from pkcheck.findings import Coverage, Finding, NotChecked, Severity, Subject, SubjectKind
from pkcheck.graph import AgreementSet, Link, Member, Row, Team, links_of, teams_of
from pkcheck.quoting import of_agreement, of_row, of_unit
from pkcheck.rule import Example, Rule
from pkcheck.subjects import rows_below_the_top, subjects_of
from pkcheck.texts import Text

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


@dataclass(frozen=True)
class Judgement:
    """What the rules said of one set."""

    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True)
class Selection:
    """Which rules run, by code or prefix, and which severities are set by the user."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    def wants(self, rule: Rule) -> bool:
        """Whether `rule` runs: chosen and not ignored; a rule that is off by default must be chosen."""
        chosen = rule.code.startswith(self.select) if self.select else rule.enabled
        return chosen and not (self.ignore and rule.code.startswith(self.ignore))


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


def known_selection(rules: Sequence[LoadedRule], selection: Selection) -> Selection:
    """`selection`, if every code and prefix in it fits a rule. Raises UsageError for one that does not."""
    codes = [each.rule.code for each in rules]
    for wanted in (*selection.select, *selection.ignore, *selection.severity):
        if not any(code.startswith(wanted) for code in codes):
            raise UsageError(messages.CODE_UNKNOWN, code=wanted)
    return selection


def judge(whole: AgreementSet, rules: Sequence[LoadedRule], selection: Selection | None = None) -> Judgement:
    """Run the selected rules over `whole`. A rule that breaks is told as broken; the others go on."""
    wanted = selection or Selection()
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    for each in rules:
        if not wanted.wants(each.rule):
            coverage.append(Coverage(each.rule.code, "skipped", each.kind, reason=messages.RULE_NOT_SELECTED))
            continue
        found, account = _run(each, whole)
        level = next((s for code, s in wanted.severity.items() if each.rule.code.startswith(code)), None)
        findings.extend(_with_severity(f, level) for f in found)
        coverage.append(account)
    return Judgement(tuple(_ordered(findings, whole)), tuple(coverage))


def _run(loaded: LoadedRule, whole: AgreementSet) -> tuple[list[Finding], Coverage]:
    findings: list[Finding] = []
    skipped: dict[str, NotChecked] = {}
    try:
        subjects = subjects_of(whole, loaded.kind, loaded.hands)
        for handed, at in _handed(loaded, whole, skipped):
            for result in loaded.check(handed, *_options(loaded)):
                if isinstance(result, Finding):
                    findings.append(result)
                else:
                    missed = _counted(result, at, subjects)
                    skipped.setdefault(missed.subject.id, missed)
    except Exception as error:  # noqa: BLE001  a rule's defect must not stop the others, and is told as such
        last = traceback.extract_tb(error.__traceback__)[-1]
        facts = {"problem": f"{type(error).__name__}: {error}", "path": f"{last.filename}:{last.lineno}"}
        return [], Coverage(loaded.rule.code, "broken", loaded.kind, reason=messages.RULE_BROKEN, facts=facts)
    checked = len(subjects.keys() - skipped.keys())
    account = Coverage(loaded.rule.code, "ran", loaded.kind, checked, len(findings), tuple(skipped.values()))
    return findings, account


def _counted(missed: NotChecked, at: Subject | None, subjects: Mapping[str, Subject]) -> NotChecked:
    """What could not be judged, told of the subject that the coverage counts: a derivation counts as its indicator."""
    if missed.subject.id in subjects or at is None or at.id not in subjects:
        return missed
    return NotChecked(subjects[at.id], missed.reason, missed.facts)


def _options(loaded: LoadedRule) -> tuple[BaseModel, ...]:
    return () if loaded.options is None else (loaded.options(),)


def _handed(
    loaded: LoadedRule, whole: AgreementSet, skipped: dict[str, NotChecked]
) -> Iterator[tuple[Any, Subject | None]]:
    """What the rule is handed, one by one, and the subject that each is about; None for the whole set."""
    if loaded.hands is AgreementSet:
        yield whole, None
    elif loaded.hands is Member:
        yield from ((Member(agreement, whole), of_agreement(agreement)) for agreement in whole.agreements)
    elif loaded.hands is Team:
        yield from ((team, of_unit(team.unit)) for team in teams_of(whole))
    elif loaded.hands is Row:
        yield from ((row, of_row(row)) for row in whole.rows.values())
    else:
        for row in rows_below_the_top(whole):
            links = list(links_of(whole, row))
            if not links:
                skipped[row.id] = NotChecked(of_row(row), _why_unlinked(whole, row))
            yield from ((link, of_row(row)) for link in links)


def _why_unlinked(whole: AgreementSet, row: Row) -> Text:
    status = whole.superiors[row.agreement.id].status
    if status == "found":
        return messages.NO_PARENT_INDICATOR
    return messages.SUPERIOR_MISSING if status == "missing" else messages.SUPERIOR_UNKNOWN


def _with_severity(finding: Finding, level: Severity | None) -> Finding:
    if level is None:
        return finding
    return Finding(**{**finding.__dict__, "severity": level})


def _ordered(findings: list[Finding], whole: AgreementSet) -> list[Finding]:
    order = {agreement.id: at for at, agreement in enumerate(whole.agreements)}

    def place(finding: Finding) -> tuple[int, int, str, str]:
        line = finding.evidence[0].source.line if finding.evidence else None
        return order.get(finding.subject.agreement, len(order)), line or 0, finding.code, finding.subject.id

    return sorted(findings, key=place)


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
