"""What many agencies' results come to: the account of all, and for formats made of the whole the record of all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from pkcheck import __version__
from pkcheck.discovery import LoadedRule
from pkcheck.findings import Severity
from pkcheck.inputs import InputReport
from pkcheck.notes import Note
from pkcheck.record import CoverageRecord, OutcomeRecord, Recorded, RunRecord
from pkcheck.recording import input_record, summary_record
from pkcheck.stream.ids import Ids
from pkcheck.stream.judging import AgencyResult
from pkcheck.stream.spool import SECTIONS, Spool
from pkcheck.summary import Account, Summary, added
from pkcheck.texts import Lang


@dataclass
class Whole:
    """Takes results in their order. `folder` is its own: for what stands under all findings, and for records."""

    folder: Path
    agreements: int = 0
    agencies: int = 0
    read: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, Note]] = field(default_factory=list)
    worst: Severity | None = None
    ids: Ids = field(default_factory=Ids)
    _accounts: list[Account] = field(default_factory=list)
    _silenced: IO[str] | None = None
    _spool: Spool | None = None

    def take(self, result: AgencyResult) -> None:
        """Add what is said of further agencies."""
        self.agreements += result.account.totals.agreements
        self.agencies += result.agencies
        self.read.update(result.read)
        self.notes += result.notes
        self.ids.add(result.ids)
        self.worst = min((each for each in (self.worst, result.worst) if each), key=list(Severity).index, default=None)
        self._accounts = [added([*self._accounts, result.account])]
        if result.silenced:
            if self._silenced is None:
                self._silenced = (self.folder / "silenced.txt").open("w+", encoding="utf-8")
            self._silenced.write(result.silenced)
        if result.pages:
            if self._spool is None:
                self._spool = Spool(self.folder)
            self._spool.take(result.pages)

    def silenced(self) -> Iterator[str]:
        """The lines on silenced findings."""
        if self._silenced is not None:
            self._silenced.seek(0)
            for line in self._silenced:
                yield line.removesuffix("\n")

    def account(self, inputs: Sequence[InputReport]) -> Account:
        """The account of all, with that of the files."""
        known = self._accounts[0] if self._accounts else Account(Summary.nothing())
        unusable = sum(not each.usable for each in inputs)
        notes = sum(len(each.notes) for each in inputs)
        return replace(known, totals=replace(known.totals, files=len(inputs), unusable=unusable, notes=notes))

    def recorded(self, inputs: Sequence[InputReport], rules: Mapping[str, LoadedRule], lang: Lang) -> Recorded:
        """The record of all, its parts on disk until they are asked for."""
        spool = self._spool = self._spool or Spool(self.folder)
        coverage = tuple(
            CoverageRecord.model_construct(**{**dict(account), "not_checked": open_ones})
            for account, open_ones in spool.coverage()
        )
        # Sequences that are read when they are asked for stand where the model has tuples.
        parts: dict[str, Any] = {name: spool.kept(name, model) for name, model in SECTIONS.items()}
        outcome = OutcomeRecord.model_construct(
            **parts,
            tool="pkcheck",
            version=__version__,
            run=RunRecord(lang=lang),
            inputs=tuple(input_record(each, lang) for each in inputs),
            baseline=None,
            coverage=coverage,
            summary=summary_record(self.account(inputs).totals),
        )
        return Recorded(outcome, rules)

    def close(self) -> None:
        """Let go of the files."""
        if self._silenced is not None:
            self._silenced.close()
        if self._spool is not None:
            self._spool.close()
