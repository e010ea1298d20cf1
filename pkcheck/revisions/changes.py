"""What a comparison of two sets yields, as plain data. Nothing here knows how it was found, or how it is shown."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pkcheck.findings import Evidence, Finding, Subject
from pkcheck.model import Agreement, Number
from pkcheck.texts import Text

Kind = Literal["added", "dropped", "changed", "reworded", "respelt", "moved", "renumbered"]
Field = Literal[
    # of the agreement as a whole
    "institution", "unit", "fiscal_year", "kind", "superior", "revision",
    # of a party or its signature block
    "name", "position", "nip", "acting", "label", "signed",
    # of statement or annex
    "place", "date", "budget_heading",
    # of a row
    "objective", "group", "indicator", "is_iku", "polarity", "not_cascaded", "derives_from",
    "target", "unit_of_measure", "periods", "accumulation",
    # of a budget line
    "budget_line", "amount", "level", "code",
]  # fmt: skip
PairedBy = Literal["revision", "id", "position", "unit"]
Status = Literal["added", "dropped", "changed", "same"]
GoneWhy = Literal["not_found", "otherwise", "dropped", "not_checked", "silenced"]
Value = Number | datetime.date


@dataclass(frozen=True, slots=True)
class Side:
    """What stood in one version: its text as printed, the value behind it, and every place where it stands."""

    subject: Subject
    text: str
    evidence: tuple[Evidence, ...]
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs. `before` is None for what was added, `after` for what was dropped.

    `respelt` is the same but for case, punctuation, abbreviations or a slip of the pen; `reworded` has other `words`:
    those that only the old text has, and those that only the new one has. What changed in the same way in several
    places (a name in the statement and in both blocks) is one change. `of` is the objective, indicator or budget line that it belongs to, in the words of the new version. `difference` is
    new less old, in `unit`: "rupiah", "days" or the target's ("persen": points); `percent` is relative to the old value,
    None for points, for days and where the old value is 0.
    """

    kind: Kind
    field: Field
    before: Side | None
    after: Side | None
    of: str | None = None
    words: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    difference: Number | None = None
    unit: str | None = None
    percent: float | None = None

    @property
    def subject(self) -> Subject:
        """What it is about: in the new version, or in the old one where it was dropped."""
        side = self.after or self.before
        if side is None:
            raise ValueError(self.field)
        return side.subject


@dataclass(frozen=True, slots=True)
class AgreementChange:
    """One agreement in both versions; `old` is None where it was added, `new` where it was dropped.

    `paired_by` is the surest thing that the two have in common.
    """

    old: Agreement | None
    new: Agreement | None
    paired_by: PairedBy | None = None
    changes: tuple[Change, ...] = ()

    @property
    def status(self) -> Status:
        """What became of it."""
        if self.old is None:
            return "added"
        if self.new is None:
            return "dropped"
        return "changed" if self.changes else "same"

    @property
    def agreement(self) -> Agreement:
        """The new version, or the old one where it was dropped."""
        found = self.new or self.old
        if found is None:
            raise ValueError(self.status)
        return found


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding that the new version no longer has, and why: only `not_found` means that the matter was put right.

    otherwise: the same rule finds the same matter wrong in other words, which is a new finding. dropped: what it was about is
    not in the new version. not_checked: the rule did not run or could not judge it there,
    for `reason`. silenced: it is still found, and a suppression hides it.
    """

    finding: Finding
    why: GoneWhy
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """The findings that came, went and stayed; those that stayed as the new version has them."""

    new: tuple[Finding, ...]
    gone: tuple[Gone, ...]
    kept: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """Everything that differs between two sets; `agreements` in the order of the new one, dropped ones after them."""

    agreements: tuple[AgreementChange, ...]
    findings: FindingChanges

    @property
    def changes(self) -> Iterator[Change]:
        """All changes within agreements that both versions have."""
        return (change for each in self.agreements for change in each.changes)

    @property
    def empty(self) -> bool:
        """Whether the versions are the same, and so are the findings."""
        same = all(each.status == "same" for each in self.agreements)
        return same and not self.findings.new and not self.findings.gone
