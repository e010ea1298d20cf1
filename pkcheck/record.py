"""The shapes of a whole outcome in words: what `-f json` writes, `pkcheck report` reads back, and most renderers are handed.

The names are those of the outside contract. `FindingRecord` and its parts are in `pkcheck.findings`.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from pkcheck.baseline import Entry
from pkcheck.discovery import LoadedRule
from pkcheck.findings import Certainty, FindingRecord, Severity, SubjectKind
from pkcheck.texts import Lang


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NoteRecord(_Record):
    """A reading note."""

    level: Literal["problem", "remark"]
    message: str
    page: int | None
    line: int | None
    quote: str | None


class InputRecord(_Record):
    """A file and what became of it; `agreements` is how many were read from it."""

    file: str
    status: Literal["read", "skipped", "failed"]
    format: str | None
    agreements: int
    notes: tuple[NoteRecord, ...]

    @property
    def usable(self) -> bool:
        """Whether all of it could be used."""
        return self.status != "failed" and not any(note.level == "problem" for note in self.notes)


class PlaceRecord(_Record):
    """Where an agreement begins; the line is 1-based."""

    file: str
    line: int | None


class AgreementRecord(_Record):
    """An agreement; `supervisor` and `replaced_by` are ids of others."""

    id: str
    unit: str | None
    holder: str | None
    position: str | None
    supervisor: str | None
    replaced_by: str | None
    source: PlaceRecord | None


class SuppressionRecord(_Record):
    """Why a finding is silenced: by `code` in the data, or by `fingerprint`; `file` and `line` are where that is written."""

    reason: str | None
    by: str | None
    until: datetime.date | None
    code: str | None
    fingerprint: str | None
    subject: str | None
    file: str
    line: int | None


class SilencedRecord(FindingRecord):
    """A finding that is silenced."""

    suppression: SuppressionRecord


class BaselineRecord(_Record):
    """A baseline: how many findings it hides, entries no longer found, and those of which that cannot be said."""

    by: str | None
    date: datetime.date
    hidden: int
    gone: tuple[Entry, ...]
    not_checked: tuple[Entry, ...]


class NotCheckedRecord(_Record):
    """A subject that a rule could not judge."""

    subject: str
    agreement: str
    reason: str


class CoverageRecord(_Record):
    """What one rule did."""

    code: str
    status: Literal["ran", "skipped", "broken"]
    reason: str | None
    kind: SubjectKind
    checked: int
    found: int
    not_checked: tuple[NotCheckedRecord, ...]


class SummaryRecord(_Record):
    """The totals."""

    files: int
    agreements: int
    findings: int
    suppressed: int
    baseline: int
    by_severity: dict[Severity, int]
    by_certainty: dict[Certainty, int]
    notes: int


class RunRecord(_Record):
    """How it was told: every sentence of the document is in this language."""

    lang: Lang


class OutcomeRecord(_Record):
    """The whole outcome. `suppressed` is None where a saved document leaves them out, `baseline` where there is none."""

    tool: Literal["pkcheck"]
    version: str
    run: RunRecord
    inputs: tuple[InputRecord, ...]
    agreements: tuple[AgreementRecord, ...]
    findings: tuple[FindingRecord, ...]
    suppressed: tuple[SilencedRecord, ...] | None = None
    baseline: BaselineRecord | None = None
    coverage: tuple[CoverageRecord, ...]
    summary: SummaryRecord

    @property
    def codes(self) -> frozenset[str]:
        """The rules that it speaks of."""
        found = {each.code for each in self.findings} | {each.code for each in self.suppressed or ()}
        return frozenset(found | {each.code for each in self.coverage})

    @property
    def complete(self) -> bool:
        """Whether every input could be used and every rule held, and anything was read at all."""
        broken = any(each.status == "broken" for each in self.coverage)
        return bool(self.agreements) and all(each.usable for each in self.inputs) and not broken

    def document(self, *, suppressed: bool) -> dict[str, Any]:
        """The JSON document, with the silenced findings where they are wanted and known."""
        left_out = {"suppressed"} if not suppressed or self.suppressed is None else set()
        left_out |= {"baseline"} if self.baseline is None else set()
        return self.model_dump(mode="json", exclude=left_out)


@dataclass(frozen=True)
class Recorded:
    """What a renderer of records is handed: the outcome in words, and the rules, as far as they are known."""

    outcome: OutcomeRecord
    rules: Mapping[str, LoadedRule]

    @property
    def lang(self) -> Lang:
        """The language of every sentence in it."""
        return self.outcome.run.lang

    @property
    def agreements(self) -> Mapping[str, AgreementRecord]:
        """The agreements by id."""
        return {each.id: each for each in self.outcome.agreements}

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of every rule that is known, by code; the name of one that only its findings tell of."""
        told = {each.code: each.name for each in (*self.outcome.findings, *(self.outcome.suppressed or ()))}
        return {**told, **{code: each.rule.title.say(self.lang) for code, each in self.rules.items()}}
