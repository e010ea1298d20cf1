"""What the commands do, callable from Python by the same names."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pkcheck.baseline import Baseline, Compared, compared, read_baseline
from pkcheck.config import Settings, Silenced
from pkcheck.discovery import LoadedRule
from pkcheck.documents.document import Document
from pkcheck.documents.formats import Kind
from pkcheck.engine import Judgement, Ready, Selection, judge_set, known_selection, ready
from pkcheck.findings import Finding, Severity
from pkcheck.graph import AgreementSet, annotated
from pkcheck.inputs import InputReport, read_inputs
from pkcheck.model import Agreement
from pkcheck.perpath import by_path
from pkcheck.plugins import RuleBook, all_rules
from pkcheck.reading import ReadingOptions
from pkcheck.reference.files import read_references
from pkcheck.revisions.changes import Revision
from pkcheck.revisions.compare import compare
from pkcheck.rule import Rule

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


@dataclass(frozen=True, slots=True)
class Original:
    """A document as its reader saw it, and the path of its file."""

    path: str
    kind: Kind
    document: Document


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read beside what it was read from; `originals` by the name that reports and sources have for the file."""

    outcome: ReadOutcome
    originals: Mapping[str, Original]


@dataclass(frozen=True)
class Outcome:
    """What `check` found; `known` is what a baseline hides of it, None without one."""

    whole: AgreementSet
    inputs: tuple[InputReport, ...]
    rules: tuple[LoadedRule, ...]
    judgement: Judgement
    known: Compared | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings that are shown, in the order of the agreements."""
        return self.judgement.findings

    def status(self, fail_on: Severity | None) -> int:
        """The exit status: 2 where an input could not be used or a rule broke, 1 where a finding reaches `fail_on`, else 0.

        Nothing read is nothing checked, and so never 0.
        """
        usable = bool(self.whole.agreements) and all(each.usable for each in self.inputs)
        if not usable or any(each.status == "broken" for each in self.judgement.coverage):
            return 2
        return fails([each.severity for each in self.findings], fail_on)


@dataclass(frozen=True)
class Difference:
    """What `diff` found: both versions as `check` judges them, and what differs."""

    old: Outcome
    new: Outcome
    revision: Revision

    @property
    def rules(self) -> dict[str, Rule]:
        """The rules by code."""
        return {each.rule.code: each.rule for each in self.new.rules}

    @property
    def complete(self) -> bool:
        """Whether both versions could be read and judged in full."""
        return self.old.status(None) == self.new.status(None) == 0

    def status(self, fail_on: Severity | None) -> int:
        """The exit status: as for `check`, but only findings that the new version brought fail."""
        return fails([each.severity for each in self.revision.findings.new], fail_on) if self.complete else 2


def fails(severities: Sequence[Severity], fail_on: Severity | None) -> int:
    """1 where one of `severities` reaches `fail_on`, else 0."""
    return int(fail_on is not None and any(_LEVELS[each] >= _LEVELS[fail_on] for each in severities))


def read(
    paths: Sequence[str],
    references: Sequence[str] = (),
    *,
    aside: Sequence[str] = (),
    reading: ReadingOptions | None = None,
) -> ReadOutcome:
    """Read and link every agreement that `paths` lead to, but for files `aside` that have another part in the run.

    Raises InputError for a reference that cannot be used.
    """
    reference = read_references(references)
    inputs = read_inputs(paths, (*references, *aside), reading)
    return ReadOutcome(AgreementSet(inputs.agreements, reference), inputs.reports)


def read_with_documents(
    paths: Sequence[str], references: Sequence[str] = (), *, reading: ReadingOptions | None = None
) -> Readings:
    """As `read`, and keep the document of every file: for showing a reading, not for thousands of files."""
    originals: dict[str, Original] = {}

    def keep(path: str, kind: Kind, document: Document) -> None:
        originals[document.file] = Original(path, kind, document)

    reference = read_references(references)
    inputs = read_inputs(paths, references, reading, keep=keep)
    return Readings(ReadOutcome(AgreementSet(inputs.agreements, reference), inputs.reports), originals)


def check(  # noqa: PLR0913  each of them is one thing that a caller may want otherwise
    paths: Sequence[str],
    settings: Settings | None = None,
    *,
    silenced: Sequence[Silenced] = (),
    baseline: Baseline | None = None,
    today: datetime.date | None = None,
    reading: ReadingOptions | None = None,
) -> Outcome:
    """Read, link and judge as the settings say. Raises UsageError for a code or parameter that no rule has.

    `silenced` is added to what the settings silence, `baseline` goes before the one that they name (InputError where
    that cannot be read); `today`, by default the day of the run, decides which suppressions have expired. `reading` says
    how files are read: by default in this process, without a cache.
    """
    own = settings or Settings()
    known = baseline or (read_baseline(own.baseline) if own.baseline else None)
    book = all_rules(own.rules)
    selection = selection_of(own, book)
    outcome = read(paths, own.reference, aside=(own.baseline,) if own.baseline else (), reading=reading)
    prepared = ready(book.rules, selection, silenced=(*own.suppress, *silenced), today=today)
    made, judgement = judged(prepared, outcome.whole, book, own)
    beside = _beside(known, made, judgement, outcome.whole) if known else None
    if beside:
        judgement = replace(judgement, findings=beside.shown)
    return Outcome(outcome.whole, outcome.inputs, book.rules, judgement, beside)


def selection_of(settings: Settings, book: RuleBook) -> Selection:
    """Which rules run. Raises UsageError for a code or parameter that no rule has."""
    wanted = Selection(
        select=settings.select,
        ignore=settings.ignore,
        severity=settings.severity,
        enable=settings.enable,
        parameters=settings.parameters,
    )
    return known_selection(book.rules, wanted, [each.code for each in book.broken])


def judged(
    prepared: Ready, whole: AgreementSet, book: RuleBook, settings: Settings
) -> tuple[frozenset[str], Judgement]:
    """The fingerprints of all that was found, and what of it the settings show."""
    judgement = judge_set(prepared, whole) if whole.agreements else Judgement((), ())
    kept = by_path(judgement.findings, whole, settings.per_path)
    shown = tuple(each for each in kept if settings.certainty in (None, each.certainty))
    broken = tuple(each.coverage for each in book.broken if not _ignored(each.code, settings.ignore))
    made = (*judgement.findings, *(each.finding for each in judgement.silenced))
    return (
        frozenset(each.fingerprint for each in made),
        Judgement(shown, (*judgement.coverage, *broken), judgement.silenced),
    )


def diff(
    old: Sequence[str],
    new: Sequence[str],
    settings: Settings | None = None,
    *,
    reading: ReadingOptions | None = None,
) -> Difference:
    """Check two versions of a set by the same settings and put them beside each other. Raises what `check` raises.

    `new` is all that is in force; what a revision in it replaces may stand in it too.
    """
    before, after = check(old, settings, reading=reading), check(new, settings, reading=reading)
    return Difference(before, after, compare(before.whole, after.whole, before.judgement, after.judgement))


def _beside(known: Baseline, made: frozenset[str], judgement: Judgement, whole: AgreementSet) -> Compared:
    coverage = judgement.coverage
    return compared(known, judgement.findings, made=made, coverage=coverage, agreements=whole.by_id.keys())


def _ignored(code: str, ignored: Sequence[str]) -> bool:
    """Whether the user does not want to hear of a rule that could not be loaded."""
    return code.upper().startswith(tuple(ignored))
