"""The shapes of a whole outcome in words: what `-f json` writes, `pkcheck report` reads back, and most renderers are handed.

The names are those of the outside contract. `FindingRecord` and its parts are in `pkcheck.findings`.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from pkcheck import messages
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
    """Where an agreement begins; line and page are 1-based."""

    file: str
    line: int | None
    page: int | None = None


class TargetRecord(_Record):
    """A target: `raw` as printed, and the value in its unit, or the grade, as far as that was read."""

    raw: str | None
    value: int | float | None
    unit: str | None
    predicate: str | None


class DerivationRecord(_Record):
    """An indicator's parent, how sure the link is (0 to 1) and why, and how the target stands to the parent's.

    `standing`: below promises less, above more, different where it is open which way is better; None with the `reason`
    where the two cannot be compared.
    """

    parent: str
    how: Literal["given", "quoted", "near", "indicator"]
    score: float
    standing: Literal["equal", "below", "above", "different"] | None
    reason: str | None


class IndicatorRecord(_Record):
    """An indicator; `not_cascaded` is the declared reason why it stays at its level."""

    id: str
    text: str
    is_iku: bool | None
    not_cascaded: str | None
    target: TargetRecord | None
    derives_from: tuple[DerivationRecord, ...]


class ObjectiveRecord(_Record):
    """An objective: `no` as printed, `group` the heading above it."""

    id: str
    no: int | None
    group: str | None
    text: str
    indicators: tuple[IndicatorRecord, ...]


class BudgetRecord(_Record):
    """A budget line: `raw` as printed; `amount` in whole rupiah, of a heading without one what its lines add up to."""

    id: str
    level: Literal["program", "kegiatan", "sub_kegiatan", "total"]
    code: str | None
    name: str
    raw: str | None
    amount: int | None
    nil: bool


class SumRecord(_Record):
    """Budget lines (`parts`) that should add up to others (`own`), all by id.

    `kind` as in `pkcheck.rollup.Sum`. `difference` is what the parts have too much, below 0 what they lack; None where an
    amount was not read. `obstacle` says why a difference cannot be judged, `gap` why the parts may not be all.
    """

    kind: Literal["programme", "whole", "total", "level"]
    own: tuple[str, ...]
    parts: tuple[str, ...]
    difference: int | None
    obstacle: str | None
    gap: str | None


class RollupRecord(_Record):
    """The sums of one agreement, those with its subordinates' lines first.

    `strangers` are ids of subordinates' lines for what the unit has no line of.
    """

    unit: str
    sums: tuple[SumRecord, ...]
    strangers: tuple[str, ...]


class MissingUnitRecord(_Record):
    """A unit that is named as superior and has no agreement; `subordinates` and `under` (whom it may answer to) are ids."""

    position: str
    subordinates: tuple[str, ...]
    under: tuple[str, ...]


class AgreementRecord(_Record):
    """An agreement; `supervisor` and `replaced_by` are ids of others.

    `supervisor_status` says what is known of the superior, `supervisor_link` the same in words; None where the agreement
    is replaced. `objectives` and `budget` are None in documents that were saved before these were kept.
    """

    id: str
    unit: str | None
    holder: str | None
    position: str | None
    supervisor: str | None
    replaced_by: str | None
    source: PlaceRecord | None
    institution: str | None = None
    fiscal_year: int | None = None
    statement_date: datetime.date | None = None
    annex_date: datetime.date | None = None
    supervisor_status: Literal["found", "top", "missing", "unknown", "circular"] | None = None
    supervisor_link: str | None = None
    objectives: tuple[ObjectiveRecord, ...] | None = None
    budget: tuple[BudgetRecord, ...] | None = None

    def indicators(self) -> Iterator[IndicatorRecord]:
        """All indicators, in printed order, as far as they are known."""
        for objective in self.objectives or ():
            yield from objective.indicators


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
    """The whole outcome. `suppressed` is None where a saved document leaves them out, `baseline` where there is none.

    `missing_units` and `rollups` are None in documents that were saved before these were kept.
    """

    tool: Literal["pkcheck"]
    version: str
    run: RunRecord
    inputs: tuple[InputRecord, ...]
    agreements: tuple[AgreementRecord, ...]
    missing_units: tuple[MissingUnitRecord, ...] | None = None
    rollups: tuple[RollupRecord, ...] | None = None
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

    @cached_property
    def agreements(self) -> Mapping[str, AgreementRecord]:
        """The agreements by id."""
        return {each.id: each for each in self.outcome.agreements}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every rule that is known, by code; the name of one that only its findings tell of."""
        told = {each.code: each.name for each in (*self.outcome.findings, *(self.outcome.suppressed or ()))}
        return {**told, **{code: each.rule.title.say(self.lang) for code, each in self.rules.items()}}

    def provisions_of(self, finding: FindingRecord) -> str:
        """The criterion without the rule's title, where that stands beside it already: what the provisions say."""
        titled = f"{self.titles[finding.code]}. {messages.BASIS.say(self.lang)}: "
        return finding.criterion.removeprefix(titled)
