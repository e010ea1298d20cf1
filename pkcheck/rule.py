"""What a rule is made of: its metadata, its examples, and the two things that its function may yield."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pkcheck.data import load
from pkcheck.findings import Certainty, Evidence, Finding, NotChecked, Severity, Subject, SubjectKind
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.parameters import Parameters
from pkcheck.reference.model import Kind, Reference
from pkcheck.reference.textfile import read_reference
from pkcheck.texts import Fact, Text

__all__ = ["Certainty", "Example", "Finding", "Found", "NotChecked", "Parameters", "Rule", "Severity", "Text"]


@dataclass(frozen=True)
class Rule:
    """The metadata of a rule.

    `name` says what is wrong; `basis` names rows of the provisions' data file; `message` is the finding's sentence,
    `variants` are other sentences of the same rule; `looks_at` is what a rule over the whole set counts as subjects;
    `needs` is the kind of reference without which the rule is not run.
    """

    code: str
    name: str
    severity: Severity
    certainty: Certainty
    basis: tuple[str, ...]
    title: Text
    message: Text
    why: Text
    advice: Text
    variants: Mapping[str, Text] = field(default_factory=dict)
    looks_at: SubjectKind | None = None
    enabled: bool = True
    needs: Kind | None = None

    def found(  # noqa: PLR0913
        self,
        at: Subject,
        evidence: Iterable[Evidence],
        *,
        amount: int | None = None,
        severity: Severity | None = None,
        certainty: Certainty | None = None,
        variant: str | None = None,
        key: tuple[Fact, ...] | None = None,
        **facts: Fact,
    ) -> Finding:
        """A finding of this rule. `amount` is what is at stake, in whole rupiah; `facts` fill the message.

        `key` narrows the facts that make the finding the same one next time: () for one finding per subject.
        """
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            certainty=certainty or self.certainty,
            subject=at,
            facts=facts,
            evidence=tuple(evidence),
            message=self.variants[variant] if variant else self.message,
            amount=amount,
            key=key if key is None else (variant, *key),
        )

    def skip(self, at: Subject, reason: Text, **facts: Fact) -> NotChecked:
        """Say that `at` could not be judged."""
        return NotChecked(at, reason, facts)


@dataclass(frozen=True, slots=True)
class Found:
    """What an example expects: the subject's id, and the amount where there is one."""

    at: str
    amount: int | None = None


@dataclass(frozen=True)
class Example:
    """Canonical data in YAML on one side of a rule's border, and what the rule finds there.

    `skips` names the subjects that the rule cannot judge; None where the example is not about that. `reference` is what
    the data is held against, in the YAML of a reference file.
    """

    name: str
    text: str
    finds: Sequence[Found] = ()
    skips: Sequence[str] | None = None
    reference: str = ""

    def agreements(self) -> tuple[Agreement, ...]:
        """The example's agreements, read as a user's file would be. Raises InputError."""
        return load(self.text, f"{self.name}.yaml", "yaml").agreements

    def whole(self) -> AgreementSet:
        """The example's agreements as a set, with its reference. Raises InputError."""
        given = read_reference(self.reference, f"{self.name}-acuan.yaml") if self.reference else Reference()
        return AgreementSet(self.agreements(), given)
