"""What was found kept on disk, a line a record, for formats that are made of the whole: memory holds one record at a time."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Generic, TypeVar, overload

from pydantic import BaseModel

from pkcheck.api import Outcome
from pkcheck.contents import agreement_records, missing_unit_records, rollup_records
from pkcheck.findings import FindingRecord
from pkcheck.record import (
    AgreementRecord,
    CoverageRecord,
    MissingUnitRecord,
    NotCheckedRecord,
    RollupRecord,
    SilencedRecord,
)
from pkcheck.recording import finding_records, silenced_records
from pkcheck.tell import coverage_record
from pkcheck.texts import Lang

_Record = TypeVar("_Record", bound=BaseModel)

SECTIONS: Mapping[str, type[BaseModel]] = {
    "agreements": AgreementRecord,
    "missing_units": MissingUnitRecord,
    "rollups": RollupRecord,
    "findings": FindingRecord,
    "suppressed": SilencedRecord,
}


@dataclass(frozen=True)
class Pages:
    """The records of agencies as JSON, by section; and of each rule, by code, its account and what it could not check."""

    sections: Mapping[str, tuple[str, ...]]
    coverage: Mapping[str, CoverageRecord]
    not_checked: Mapping[str, tuple[str, ...]]

    @classmethod
    def joined(cls, pages: Sequence["Pages"]) -> "Pages":
        """Those of several, in their order."""
        codes = dict.fromkeys(code for each in pages for code in each.coverage)
        return cls(
            {name: tuple(line for each in pages for line in each.sections[name]) for name in SECTIONS},
            {code: _added([each.coverage[code] for each in pages if code in each.coverage]) for code in codes},
            {code: tuple(line for each in pages for line in each.not_checked.get(code, ())) for code in codes},
        )


def pages_of(outcome: Outcome, lang: Lang) -> Pages:
    """The records of one agency."""
    found: Mapping[str, Iterator[BaseModel] | Sequence[BaseModel]] = {
        "agreements": agreement_records(outcome.whole, lang),
        "missing_units": missing_unit_records(outcome.whole),
        "rollups": rollup_records(outcome.whole, lang),
        "findings": finding_records(outcome, lang),
        "suppressed": silenced_records(outcome, lang),
    }
    accounts = [CoverageRecord.model_validate(coverage_record(each, lang)) for each in outcome.judgement.coverage]
    return Pages(
        {name: tuple(each.model_dump_json() for each in records) for name, records in found.items()},
        {each.code: each.model_copy(update={"not_checked": ()}) for each in accounts},
        {each.code: tuple(one.model_dump_json() for one in each.not_checked) for each in accounts},
    )


class Kept(Sequence[_Record], Generic[_Record]):
    """Records in a file of lines, read when they are asked for."""

    def __init__(self, file: Path, model: type[_Record], starts: "array[int]") -> None:
        self._file, self._model, self._starts = file, model, starts

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[_Record]:
        with self._file.open("rb") as lines:
            for line in lines:
                yield self._model.model_validate_json(line)

    @overload
    def __getitem__(self, at: int) -> _Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_Record]: ...
    def __getitem__(self, at: int | slice) -> _Record | Sequence[_Record]:
        """The record there, or a list of those there."""
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        with self._file.open("rb") as lines:
            lines.seek(self._starts[at])
            return self._model.model_validate_json(lines.readline())


class Spool:
    """Takes the pages of agencies in their order, and gives them back as sequences of records. `folder` is its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, IO[bytes]] = {}
        self._starts: dict[str, array[int]] = {}
        self._coverage: dict[str, CoverageRecord] = {}

    def take(self, pages: Pages) -> None:
        """Add those of further agencies."""
        for name, lines in pages.sections.items():
            self._write(name, lines)
        for code, account in pages.coverage.items():
            self._coverage[code] = _added([self._coverage[code], account]) if code in self._coverage else account
            self._write(f"not-checked-{code}", pages.not_checked[code])

    def kept(self, name: str, model: type[_Record]) -> Kept[_Record]:
        """The records of a section, in their order."""
        if name in self._files:
            self._files[name].flush()
        else:
            self._write(name, ())
            self._files[name].flush()
        return Kept(self._path(name), model, self._starts[name])

    def coverage(self) -> Iterator[tuple[CoverageRecord, Kept[NotCheckedRecord]]]:
        """Each rule's account, by code, and what it could not check."""
        for code in sorted(self._coverage):
            yield self._coverage[code], self.kept(f"not-checked-{code}", NotCheckedRecord)

    def close(self) -> None:
        """Close the files; nothing that was kept can be read after this."""
        for file in self._files.values():
            file.close()

    def _write(self, name: str, lines: Sequence[str]) -> None:
        if name not in self._files:
            self._files[name] = self._path(name).open("wb")
            self._starts[name] = array("q")
        file, starts = self._files[name], self._starts[name]
        for line in lines:
            starts.append(file.tell())
            file.write(line.encode() + b"\n")

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.jsonl"


def _added(accounts: Sequence[CoverageRecord]) -> CoverageRecord:
    """Those of one rule for sets that have no agreement in common: broken where it broke in one, ran where it ran in one."""
    states = {each.status for each in accounts}
    status = "broken" if "broken" in states else "ran" if "ran" in states else "skipped"
    first = next(each for each in accounts if each.status == status)
    return first.model_copy(
        update={"checked": sum(each.checked for each in accounts), "found": sum(each.found for each in accounts)}
    )
