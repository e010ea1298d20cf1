"""What an auditor writes down: a finding with its evidence, and the account of what was checked.

`Finding` is what a rule yields: facts, not sentences. `FindingRecord` is the same in words, as every report shows it.
"""

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from pkcheck.model import Source
from pkcheck.texts import Fact, Text


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Certainty(StrEnum):
    """`definite`: plainly so; `judgement`: a person must weigh it."""

    DEFINITE = "definite"
    JUDGEMENT = "judgement"


SubjectKind = Literal["agreement", "party", "objective", "indicator", "budget", "derivation", "unit"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about. `agreement` and `unit` place it; `id` follows the contract for `kind`."""

    kind: SubjectKind
    id: str
    agreement: str
    unit: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quoted place. `mark` is the part of `quote` that matters."""

    source: Source
    quote: str
    mark: str | None = None


@dataclass(frozen=True)
class Finding:
    """What a rule found. `key` holds the facts that make it this finding; all facts, where it is None.

    `doubt` is why a person must look at it first, whatever the rule thinks; it has no part in which finding it is.
    """

    code: str
    severity: Severity
    certainty: Certainty
    subject: Subject
    facts: Mapping[str, Fact]
    evidence: tuple[Evidence, ...]
    message: Text
    amount: int | None = None
    key: tuple[Fact, ...] | None = None
    doubt: Text | None = None

    @property
    def at(self) -> str:
        """The subject's id."""
        return self.subject.id

    @property
    def fingerprint(self) -> str:
        """The same for the same fault in the same place, wherever the lines have moved."""
        facts = list(self.key) if self.key is not None else sorted(self.facts.items())
        identity = [self.code, self.subject.kind, self.subject.id, facts]
        return hashlib.sha256(json.dumps(identity, default=_plain, ensure_ascii=False).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A subject that a rule could not judge, and why."""

    subject: Subject
    reason: Text
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one rule did: of `checked + len(not_checked)` subjects of `kind`."""

    code: str
    status: Literal["ran", "skipped", "broken"]
    kind: SubjectKind
    checked: int = 0
    found: int = 0
    not_checked: tuple[NotChecked, ...] = ()
    reason: Text | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SubjectRecord(_Record):
    """A subject as reports write it."""

    kind: SubjectKind
    id: str


class BasisRecord(_Record):
    """A provision and how well it was verified."""

    id: str
    title: str
    citation: str
    provision: str
    verification: str


class EvidenceRecord(_Record):
    """A quoted place as reports write it."""

    file: str
    page: int | None
    line: int | None
    end_line: int | None
    cell: str | None
    quote: str
    mark: str | None = None


class FindingRecord(_Record):
    """A finding in words: the JSON of the outside contract."""

    code: str
    name: str
    severity: Severity
    certainty: Certainty
    agreement: str
    unit: str
    subject: SubjectRecord
    message: str
    condition: str
    criterion: str
    effect: str
    recommendation: str
    basis: tuple[BasisRecord, ...]
    evidence: tuple[EvidenceRecord, ...]
    amount: int | None
    fingerprint: str


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value.normalize())
    if isinstance(value, Text):
        return value.id
    return list(value)
