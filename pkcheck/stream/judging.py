"""The agreements of one agency into what is said of them: a plain function of plain data, the same for every engine."""

import datetime
import multiprocessing
import pickle
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pkcheck.api import Outcome, judged, selection_of
from pkcheck.collecting import collect_seldom
from pkcheck.config import Settings
from pkcheck.engine import Ready, ready
from pkcheck.findings import Severity
from pkcheck.graph import AgreementSet
from pkcheck.notes import Note
from pkcheck.plugins import RuleBook, all_rules
from pkcheck.reporting import LoadedFormat, Style, formats
from pkcheck.stream.agencies import Agency, number_of
from pkcheck.stream.decoding import decoded
from pkcheck.stream.spool import Pages, pages_of
from pkcheck.summary import Account, Summary, account_of, added


@dataclass(frozen=True)
class Job:
    """What to do with every agency; `today` decides which suppressions have expired."""

    settings: Settings
    form: str
    style: Style
    today: datetime.date

    def packed(self) -> bytes:
        """As what `judge_agencies` takes: the same bytes for all its calls, but not in every process."""
        return pickle.dumps(self)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is said of agencies: text as it is written, or `pages` for the spool; `silenced` stands under all findings.

    `read` are agreements by file, `worst` is the gravest severity that is shown, `ids` are those of all
    agreements, as numbers.
    """

    text: str
    silenced: str
    account: Account
    read: dict[str, int]
    worst: Severity | None
    agencies: int = 1
    pages: Pages | None = None
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgencyResult(Told):
    """The same, with the reading notes and the files that they are on."""

    notes: tuple[tuple[str, Note], ...] = ()


@dataclass(frozen=True)
class Prepared:
    """A job with its rules loaded and its format found."""

    job: Job
    book: RuleBook
    rules: Ready
    form: "LoadedFormat[Outcome]"


def judge_agency(agency: Agency, job: bytes) -> AgencyResult:
    """What is said of the agreements on the lines of one agency."""
    own = prepared(job)
    style = own.job.style
    agreements, notes = decoded(agency)
    whole = AgreementSet(agreements)
    _, judgement = judged(own.rules, whole, own.book, own.job.settings)
    outcome = Outcome(whole, (), own.book.rules, judgement)
    read = Counter(each.source.file for each in agreements if each.source)
    form = own.form.streamed
    return AgencyResult(
        text=_joined(form.each(outcome, style)) if form else "",
        silenced=_joined(form.silenced(outcome, style)) if form else "",
        account=account_of(outcome, style.lang),
        read=dict(read),
        notes=notes,
        worst=min((each.severity for each in outcome.findings), key=list(Severity).index, default=None),
        pages=None if form else pages_of(outcome, style.lang),
        ids=tuple(number_of(each.id) for each in agreements),
    )


def judge_agencies(agencies: Sequence[Agency], job: bytes) -> list[AgencyResult]:
    """What is said of several agencies, one after the other, as one result."""
    return [together(judge_each(agencies, job))]


def judge_each(agencies: Sequence[Agency], job: bytes) -> list[AgencyResult]:
    """What is said of each of several agencies."""
    return [judge_agency(each, job) for each in agencies]


def nothing_but(*notes: tuple[str, Note]) -> AgencyResult:
    """The result where there is no agency to judge."""
    return AgencyResult(
        text="", silenced="", account=Account(Summary.nothing()), read={}, worst=None, agencies=0, notes=notes
    )


def together(results: Sequence[AgencyResult]) -> AgencyResult:
    """Results in their order as one."""
    read: Counter[str] = Counter()
    for each in results:
        read.update(each.read)
    graves = [each.worst for each in results if each.worst]
    pages = [each.pages for each in results if each.pages]
    return AgencyResult(
        text="".join(each.text for each in results),
        silenced="".join(each.silenced for each in results),
        account=added([each.account for each in results]),
        read=dict(read),
        notes=tuple(note for each in results for note in each.notes),
        worst=min(graves, key=list(Severity).index, default=None),
        agencies=sum(each.agencies for each in results),
        pages=Pages.joined(pages) if pages else None,
        ids=tuple(one for each in results for one in each.ids),
    )


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


@lru_cache(maxsize=1)
def prepared(packed: bytes) -> Prepared:
    """The job, prepared once in a process. Raises UsageError for a code or parameter that no rule has."""
    job: Job = pickle.loads(packed)  # noqa: S301  made by this run
    book = all_rules(job.settings.rules)
    if multiprocessing.parent_process() is not None:
        collect_seldom()
    rules = ready(book.rules, selection_of(job.settings, book), today=job.today)
    return Prepared(job, book, rules, formats()[job.form])
