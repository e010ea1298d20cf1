"""Outcomes made by hand: what a report shows does not depend on which rules there are."""

from collections.abc import Iterable, Sequence

import pytest

from pkcheck.api import Outcome
from pkcheck.data import load
from pkcheck.discovery import LoadedRule
from pkcheck.engine import Judgement
from pkcheck.findings import Certainty, Coverage, Evidence, Finding, NotChecked, Severity, Subject
from pkcheck.graph import AgreementSet, Member
from pkcheck.inputs import InputReport
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.rule import Example, Rule
from pkcheck.texts import Text

BOTH = """
- id: ketua
  unit: KPU Provinsi
  first_party: {name: Fahmi, position: Ketua KPU}
  budget: [{name: Program A, amount: 100}]
- id: humas
  supervisor: ketua
  first_party: {name: Aliuk, position: Sekretaris KPU}
"""

RULE = Rule(
    code="BUD999",
    name="too-much",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R01",),
    title=Text(id="Terlalu banyak", en="Too much"),
    message=Text(id="{what} lebih {excess:rp}.", en="{what} is {excess:rp} too much."),
    why=Text(id="Uangnya tidak ada.", en="There is no such money."),
    advice=Text(id="Cocokkan dengan DIPA.", en="Compare it with the DIPA."),
)
LOADED = LoadedRule(RULE, lambda _: (), Member, (Example("v", ""),), (Example("i", ""),), None, "too_much.py")


def evidence(quote: str = "Program A | Rp 101", mark: str | None = "Rp 101", **where: str | int) -> Evidence:
    return Evidence(Source.model_validate({"file": "pk.txt", "line": 12, **where}), quote, mark)


def finding(*places: Evidence, judgement: bool = False, what: str = "Program A", at: str = "ketua") -> Finding:
    certainty = Certainty.JUDGEMENT if judgement else None
    subject = Subject("budget", f"{at}:budget.1", at, "KPU Provinsi")
    return RULE.found(subject, places or (evidence(),), certainty=certainty, amount=1, what=what, excess=1)


def account(**changes: object) -> Coverage:
    return Coverage(**{"code": "BUD999", "status": "ran", "kind": "agreement", "checked": 2, "found": 0, **changes})  # type: ignore[arg-type]


def missed(agreement: str, reason: str) -> NotChecked:
    return NotChecked(Subject("agreement", agreement, agreement, ""), Text(id=reason, en=reason))


def outcome(
    findings: Iterable[Finding] = (), coverage: Sequence[Coverage] = (), notes: Sequence[Note] = (), data: str = BOTH
) -> Outcome:
    whole = AgreementSet(load(data, "pk.yaml", "yaml").agreements)
    report = InputReport("pk.yaml", "read", "yaml", len(whole.agreements), tuple(notes))
    return Outcome(whole, (report,), (LOADED,), Judgement(tuple(findings), tuple(coverage or [account()])))


class Build:
    """What tests of reports build their outcomes from."""

    evidence = staticmethod(evidence)
    finding = staticmethod(finding)
    account = staticmethod(account)
    missed = staticmethod(missed)
    outcome = staticmethod(outcome)


@pytest.fixture
def build() -> type[Build]:
    return Build
