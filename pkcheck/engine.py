"""Hands each rule what it asks for, in one pass over a set, and keeps account of what was checked. Names no rule."""

import datetime
import traceback
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from pkcheck import messages
from pkcheck.config import Silenced
from pkcheck.discovery import LoadedRule
from pkcheck.doubt import weighed
from pkcheck.errors import RuleError, UsageError
from pkcheck.findings import Coverage, Finding, NotChecked, Severity, Subject, SubjectKind
from pkcheck.graph import AgreementSet, Link, Member, Row, Team
from pkcheck.quoting import of_agreement, of_row, of_unit
from pkcheck.rule import Rule
from pkcheck.subjects import Subjects, rows_below_the_top
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


@dataclass(frozen=True)
class Ready:
    """Rules prepared to judge any number of sets with `judge_set`; `today` decides what has expired."""

    rules: tuple[LoadedRule, ...]
    selection: Selection
    silenced: tuple[Silenced, ...]
    today: datetime.date
    steps: tuple["_Step", ...]
    narrowed: bool
    """Whether rules that run by default were left out."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all rules, in their order."""
        return tuple(each.rule.code for each in self.rules)


@dataclass(frozen=True, slots=True)
class _Step:
    """One rule as it runs: None instead of `options` where the parameters do not fit it."""

    loaded: LoadedRule
    wanted: bool
    options: tuple[BaseModel, ...] | None
    level: Severity | None


def ready(
    rules: Sequence[LoadedRule],
    selection: Selection | None = None,
    *,
    silenced: Sequence[Silenced] = (),
    today: datetime.date | None = None,
) -> Ready:
    """Prepare rules and settings once for many sets, as a run over many agencies does: `judge_set(ready(...), whole)`.

    What is prepared holds nothing of a set, and can be handed to another process where its rules can.
    `today` is by default the day of the run.
    """
    wanted = selection or Selection()
    return Ready(
        tuple(rules),
        wanted,
        tuple(silenced),
        today or datetime.datetime.now().astimezone().date(),
        tuple(_step(each, wanted) for each in rules),
        any(each.rule.enabled and not wanted.wants(each.rule) for each in rules),
    )


def judge(
    whole: AgreementSet,
    rules: Sequence[LoadedRule],
    selection: Selection | None = None,
    *,
    silenced: Sequence[Silenced] = (),
    today: datetime.date | None = None,
) -> Judgement:
    """Run the selected rules over one set; for many sets see `ready`."""
    return judge_set(ready(rules, selection, silenced=silenced, today=today), whole)


def judge_set(prepared: Ready, whole: AgreementSet) -> Judgement:
    """Run the rules over `whole`. A rule that breaks is told as broken; the others go on.

    Findings that the data or the settings do not want shown are set aside, and rules about that run after all others.
    """
    codes = prepared.codes
    subjects = Subjects(whole)
    first = [each for each in prepared.steps if not each.loaded.comes_last]
    findings, accounts = _judged(first, Suppressions(whole), subjects)
    made = _ordered(findings, whole)
    suppressions = settled(
        collected(whole, prepared.silenced, made, prepared.today),
        made,
        {each.code: each for each in accounts},
        codes=codes,
        narrowed=prepared.narrowed or any(each.status == "broken" for each in accounts),
    )
    shown, silences = applied(made, suppressions)
    last = [each for each in prepared.steps if each.loaded.comes_last]
    findings_of_last, accounts_of_last = _judged(last, Suppressions(whole, suppressions, codes), subjects)
    whole.forget()
    order = {code: at for at, code in enumerate(codes)}
    coverage = sorted([*accounts, *accounts_of_last], key=lambda each: order[each.code])
    return Judgement(tuple(_ordered([*shown, *findings_of_last], whole)), tuple(coverage), silences)


def _step(loaded: LoadedRule, selection: Selection) -> _Step:
    given = selection.parameters.get(loaded.rule.code, {})
    try:
        options: tuple[BaseModel, ...] | None = _options(loaded, given)
    except ValidationError:
        options = None
    return _Step(loaded, selection.wants(loaded.rule), options, selection.level(loaded.rule.code))


def _judged(steps: Sequence[_Step], material: Suppressions, subjects: Subjects) -> tuple[list[Finding], list[Coverage]]:
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    for step in steps:
        each = step.loaded
        if not step.wanted:
            coverage.append(Coverage(each.rule.code, "skipped", each.kind, reason=messages.RULE_NOT_SELECTED))
            continue
        needs = each.rule.needs
        if needs is not None and not material.whole.reference.has(needs):
            facts = {"what": messages.REFERENCES[needs]}
            coverage.append(
                Coverage(each.rule.code, "skipped", each.kind, reason=messages.NEEDS_REFERENCE, facts=facts)
            )
            continue
        found, account = _run(step, material, subjects)
        findings.extend(_with_severity(weighed(f), step.level) for f in found)
        coverage.append(account)
    return findings, coverage


def _run(step: _Step, material: Suppressions, subjects: Subjects) -> tuple[list[Finding], Coverage]:
    loaded = step.loaded
    check, kind = loaded.check, loaded.kind
    findings: list[Finding] = []
    try:
        options = _options(loaded, {}) if step.options is None else step.options
        ids = subjects.ids(kind, loaded.hands)
        skipped = {
            each.id: NotChecked(each, messages.AGREEMENT_REPLACED) for each in subjects.replaced(kind, loaded.hands)
        }
        for handed in _handed(loaded, material, skipped):
            for result in check(handed, *options):
                if isinstance(result, Finding):
                    findings.append(result)
                else:
                    missed = _counted(result, handed, kind, ids)
                    skipped.setdefault(missed.subject.id, missed)
    except RuleError as error:
        return [], Coverage(loaded.rule.code, "broken", kind, reason=error.text, facts=error.facts)
    except Exception as error:  # noqa: BLE001  a rule's defect must not stop the others, and is told as such
        last = traceback.extract_tb(error.__traceback__)[-1]
        facts = {"problem": f"{type(error).__name__}: {error}", "path": f"{last.filename}:{last.lineno}"}
        return [], Coverage(loaded.rule.code, "broken", kind, reason=messages.RULE_BROKEN, facts=facts)
    checked = len(ids) - sum(name in ids for name in skipped)
    account = Coverage(loaded.rule.code, "ran", kind, checked, len(findings), tuple(skipped.values()))
    return findings, account


def _counted(missed: NotChecked, handed: Any, kind: SubjectKind, ids: Collection[str]) -> NotChecked:
    """What could not be judged, told of the subject that the coverage counts: a derivation counts as its indicator."""
    if missed.subject.id in ids:
        return missed
    at = _place(handed)
    if at is None or at.id not in ids:
        return missed
    return NotChecked(replace(at, kind=kind), missed.reason, missed.facts)


def _place(handed: Any) -> Subject | None:
    """What the handed part is about; None for the whole set."""
    if isinstance(handed, Member):
        return of_agreement(handed.agreement)
    if isinstance(handed, Team):
        return of_unit(handed.unit)
    if isinstance(handed, Row):
        return of_row(handed)
    return of_row(handed.child) if isinstance(handed, Link) else None


def _options(loaded: LoadedRule, given: Mapping[str, Any]) -> tuple[BaseModel, ...]:
    return () if loaded.options is None else (loaded.options.model_validate(given),)


def _handed(loaded: LoadedRule, material: Suppressions, skipped: dict[str, NotChecked]) -> Iterable[Any]:
    """What the rule is handed, one by one."""
    whole = material.whole
    if loaded.hands is Suppressions:
        return (material,)
    if loaded.hands is AgreementSet:
        return (whole,)
    if loaded.hands is Member:
        return whole.members
    if loaded.hands is Team:
        return whole.teams
    return whole.rows.values() if loaded.hands is Row else _links(whole, skipped)


def _links(whole: AgreementSet, skipped: dict[str, NotChecked]) -> Iterator[Link]:
    for row in rows_below_the_top(whole):
        links = whole.links.get(row.indicator.id)
        if links:
            yield from links
        else:
            skipped[row.id] = NotChecked(of_row(row), _why_unlinked(whole, row))


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
