"""Hands each rule what it asks for, in one pass over a set, and keeps account of what was checked. Names no rule."""

import datetime
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from pkcheck import messages
from pkcheck.config import Silenced
from pkcheck.discovery import LoadedRule
from pkcheck.doubt import weighed
from pkcheck.errors import RuleError, UsageError
from pkcheck.findings import Coverage, Finding, NotChecked, Severity, Subject
from pkcheck.graph import AgreementSet, Member, Row, Team, links_of, teams_of
from pkcheck.quoting import of_agreement, of_row, of_unit
from pkcheck.rule import Rule
from pkcheck.subjects import rows_below_the_top, subjects_of
from pkcheck.suppression import Silence, Suppressions, applied, collected, settled
from pkcheck.texts import Text

ALL = "ALL"


@dataclass(frozen=True)
class Judgement:
    """What the rules said of one set; `silenced` are findings that are not shown, each with the reason."""

    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    silenced: tuple[Silence, ...] = ()


@dataclass(frozen=True)
class Selection:
    """Which rules run, by code or prefix, with which severities and parameters.

    `enable` turns on rules that are off by default ("ALL" for every one); `parameters` are by code and name.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    enable: tuple[str, ...] = ()
    parameters: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def wants(self, rule: Rule) -> bool:
        """Whether `rule` runs: chosen and not ignored; a rule that is off by default must be chosen or enabled."""
        on = rule.enabled or ALL in self.enable or (bool(self.enable) and rule.code.startswith(self.enable))
        chosen = rule.code.startswith(self.select) if self.select else on
        return chosen and not (self.ignore and rule.code.startswith(self.ignore))

    def level(self, code: str) -> Severity | None:
        """The severity that the user set for `code`: what is said of one rule outweighs what is said of its family."""
        fitting = [each for each in self.severity if code.startswith(each)]
        return self.severity[max(fitting, key=len)] if fitting else None


def known_selection(rules: Sequence[LoadedRule], selection: Selection, broken: Sequence[str] = ()) -> Selection:
    """`selection`, if every code, prefix and parameter in it fits a rule. Raises UsageError for one that does not.

    `broken` are the codes of rules that could not be loaded: they are known, but have no parameters.
    """
    codes = [*(each.rule.code for each in rules), *broken]
    enabled = [each for each in selection.enable if each != ALL]
    for wanted in (*selection.select, *selection.ignore, *selection.severity, *enabled):
        if not any(code.startswith(wanted) for code in codes):
            raise UsageError(messages.CODE_UNKNOWN, code=wanted)
    for code, given in selection.parameters.items():
        loaded = next((each for each in rules if each.rule.code == code), None)
        if loaded is None and code in broken:
            continue
        if loaded is None:
            raise UsageError(messages.CODE_UNKNOWN, code=code)
        _known_parameters(loaded, given)
    return selection


def _known_parameters(loaded: LoadedRule, given: Mapping[str, Any]) -> None:
    names = list(loaded.options.model_fields) if loaded.options else []
    unknown = next((name for name in given if name not in names), None)
    if unknown is not None:
        nearest = get_close_matches(unknown, names, n=1, cutoff=0.0)
        facts = {"code": loaded.rule.code, "name": unknown, "nearest": nearest[0] if nearest else "-"}
        raise UsageError(messages.PARAMETER_UNKNOWN, **facts)
    try:
        _options(loaded, given)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise UsageError(messages.PARAMETER_VALUE, code=loaded.rule.code, name=name, problem=first["msg"]) from error


def judge(
    whole: AgreementSet,
    rules: Sequence[LoadedRule],
    selection: Selection | None = None,
    *,
    silenced: Sequence[Silenced] = (),
    today: datetime.date | None = None,
) -> Judgement:
    """Run the selected rules over `whole`. A rule that breaks is told as broken; the others go on.

    Findings that the data or `silenced` do not want shown are set aside, and rules about that run after all others.
    `today` decides what has expired; None is the day of the run.
    """
    wanted = selection or Selection()
    codes = tuple(each.rule.code for each in rules)
    findings, accounts = _judged([each for each in rules if not each.comes_last], wanted, Suppressions(whole))
    made = _ordered(findings, whole)
    suppressions = settled(
        collected(whole, silenced, made, today or datetime.datetime.now().astimezone().date()),
        made,
        {each.code: each for each in accounts},
        codes=codes,
        narrowed=_narrowed(rules, wanted, accounts),
    )
    shown, silences = applied(made, suppressions)
    material = Suppressions(whole, suppressions, codes)
    last, accounts_of_last = _judged([each for each in rules if each.comes_last], wanted, material)
    coverage = sorted([*accounts, *accounts_of_last], key=lambda each: codes.index(each.code))
    return Judgement(tuple(_ordered([*shown, *last], whole)), tuple(coverage), silences)


def _judged(
    rules: Sequence[LoadedRule], wanted: Selection, material: Suppressions
) -> tuple[list[Finding], list[Coverage]]:
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    for each in rules:
        if not wanted.wants(each.rule):
            coverage.append(Coverage(each.rule.code, "skipped", each.kind, reason=messages.RULE_NOT_SELECTED))
            continue
        needs = each.rule.needs
        if needs is not None and not material.whole.reference.has(needs):
            facts = {"what": messages.REFERENCES[needs]}
            coverage.append(
                Coverage(each.rule.code, "skipped", each.kind, reason=messages.NEEDS_REFERENCE, facts=facts)
            )
            continue
        found, account = _run(each, material, wanted.parameters.get(each.rule.code, {}))
        level = wanted.level(each.rule.code)
        findings.extend(_with_severity(weighed(f), level) for f in found)
        coverage.append(account)
    return findings, coverage


def _narrowed(rules: Sequence[LoadedRule], wanted: Selection, coverage: Sequence[Coverage]) -> bool:
    """Whether rules that run by default were left out, or broke."""
    left_out = any(each.rule.enabled and not wanted.wants(each.rule) for each in rules)
    return left_out or any(each.status == "broken" for each in coverage)


def _run(loaded: LoadedRule, material: Suppressions, given: Mapping[str, Any]) -> tuple[list[Finding], Coverage]:
    findings: list[Finding] = []
    try:
        subjects = subjects_of(material.whole, loaded.kind, loaded.hands)
        skipped = _replaced(material.whole, subjects)
        options = _options(loaded, given)
        for handed, at in _handed(loaded, material, skipped):
            for result in loaded.check(handed, *options):
                if isinstance(result, Finding):
                    findings.append(result)
                else:
                    missed = _counted(result, at, subjects)
                    skipped.setdefault(missed.subject.id, missed)
    except RuleError as error:
        return [], Coverage(loaded.rule.code, "broken", loaded.kind, reason=error.text, facts=error.facts)
    except Exception as error:  # noqa: BLE001  a rule's defect must not stop the others, and is told as such
        last = traceback.extract_tb(error.__traceback__)[-1]
        facts = {"problem": f"{type(error).__name__}: {error}", "path": f"{last.filename}:{last.lineno}"}
        return [], Coverage(loaded.rule.code, "broken", loaded.kind, reason=messages.RULE_BROKEN, facts=facts)
    checked = len(subjects.keys() - skipped.keys())
    account = Coverage(loaded.rule.code, "ran", loaded.kind, checked, len(findings), tuple(skipped.values()))
    return findings, account


def _replaced(whole: AgreementSet, subjects: Mapping[str, Subject]) -> dict[str, NotChecked]:
    """What stands in agreements that a revision replaces: nobody is held to it any more."""
    of_old = (each for each in subjects.values() if each.agreement in whole.replaced)
    return {each.id: NotChecked(each, messages.AGREEMENT_REPLACED) for each in of_old}


def _counted(missed: NotChecked, at: Subject | None, subjects: Mapping[str, Subject]) -> NotChecked:
    """What could not be judged, told of the subject that the coverage counts: a derivation counts as its indicator."""
    if missed.subject.id in subjects or at is None or at.id not in subjects:
        return missed
    return NotChecked(subjects[at.id], missed.reason, missed.facts)


def _options(loaded: LoadedRule, given: Mapping[str, Any]) -> tuple[BaseModel, ...]:
    return () if loaded.options is None else (loaded.options.model_validate(given),)


def _handed(
    loaded: LoadedRule, material: Suppressions, skipped: dict[str, NotChecked]
) -> Iterator[tuple[Any, Subject | None]]:
    """What the rule is handed, one by one, and the subject that each is about; None for the whole set."""
    whole = material.whole
    if loaded.hands is Suppressions:
        yield material, None
    elif loaded.hands is AgreementSet:
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
