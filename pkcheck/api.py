"""What the commands do, callable from Python by the same names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pkcheck.config import Settings
from pkcheck.discovery import LoadedRule, load_rules
from pkcheck.engine import Judgement, Selection, judge, known_selection
from pkcheck.findings import Finding, Severity
from pkcheck.graph import AgreementSet, annotated
from pkcheck.inputs import InputReport, read_inputs
from pkcheck.model import Agreement
from pkcheck.perpath import by_path

_LEVELS = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1}


@dataclass(frozen=True)
class ReadOutcome:
    """Agreements with inferred links written into them, and what became of each file."""

    whole: AgreementSet
    inputs: tuple[InputReport, ...]

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements, links included."""
        return annotated(self.whole)

    @property
    def usable(self) -> bool:
        """Whether every input could be used in full, and anything was read at all."""
        return bool(self.whole.agreements) and all(each.usable for each in self.inputs)


@dataclass(frozen=True)
class Outcome:
    """What `check` found."""

    whole: AgreementSet
    inputs: tuple[InputReport, ...]
    rules: tuple[LoadedRule, ...]
    judgement: Judgement

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the agreements."""
        return self.judgement.findings

    def status(self, fail_on: Severity | None) -> int:
        """The exit status: 2 where an input could not be used or a rule broke, 1 where a finding reaches `fail_on`, else 0.

        Nothing read is nothing checked, and so never 0.
        """
        usable = bool(self.whole.agreements) and all(each.usable for each in self.inputs)
        if not usable or any(each.status == "broken" for each in self.judgement.coverage):
            return 2
        grave = fail_on is not None and any(_LEVELS[f.severity] >= _LEVELS[fail_on] for f in self.findings)
        return 1 if grave else 0


def read(paths: Sequence[str]) -> ReadOutcome:
    """Read and link every agreement that `paths` lead to."""
    inputs = read_inputs(paths)
    return ReadOutcome(AgreementSet(inputs.agreements), inputs.reports)


def check(paths: Sequence[str], settings: Settings | None = None) -> Outcome:
    """Read, link and judge as the settings say. Raises UsageError for a code or parameter that no rule has."""
    own = settings or Settings()
    rules = load_rules()
    selection = known_selection(rules, _selection(own))
    outcome = read(paths)
    judgement = judge(outcome.whole, rules, selection) if outcome.whole.agreements else Judgement((), ())
    kept = by_path(judgement.findings, outcome.whole, own.per_path)
    shown = tuple(each for each in kept if own.certainty in (None, each.certainty))
    return Outcome(outcome.whole, outcome.inputs, rules, replace(judgement, findings=shown))


def _selection(settings: Settings) -> Selection:
    return Selection(
        select=settings.select,
        ignore=settings.ignore,
        severity=settings.severity,
        enable=settings.enable,
        parameters=settings.parameters,
    )
