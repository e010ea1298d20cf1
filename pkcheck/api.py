"""What the commands do, callable from Python by the same names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pkcheck.discovery import LoadedRule, load_rules
from pkcheck.engine import Judgement, Selection, judge, known_selection
from pkcheck.findings import Certainty, Finding, Severity
from pkcheck.graph import AgreementSet, annotated
from pkcheck.inputs import InputReport, read_inputs
from pkcheck.model import Agreement

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


def check(paths: Sequence[str], selection: Selection | None = None, certainty: Certainty | None = None) -> Outcome:
    """Read, link and judge. `certainty` keeps only findings of that certainty. Raises UsageError for unknown codes."""
    rules = load_rules()
    wanted = known_selection(rules, selection or Selection())
    outcome = read(paths)
    judgement = judge(outcome.whole, rules, wanted) if outcome.whole.agreements else Judgement((), ())
    if certainty is not None:
        kept = tuple(each for each in judgement.findings if each.certainty is certainty)
        judgement = Judgement(kept, judgement.coverage)
    return Outcome(outcome.whole, outcome.inputs, rules, judgement)
