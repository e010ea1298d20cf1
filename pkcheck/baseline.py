"""The findings that were known on some day: what they hide from a check, and which of them are no longer found.

A baseline is a JSON file for people as much as for pkcheck: `version`, `by` (who wrote it), `date` (when), `findings`.
"""

import datetime
import getpass
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.findings import Coverage, Finding
from pkcheck.texts import Lang


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(_Table):
    """A known finding; the fingerprint identifies it, the rest is for people."""

    fingerprint: str
    code: str
    agreement: str
    subject: str
    message: str


class Baseline(_Table):
    """What was known, who wrote it down, and when. `by` is None where nobody can tell."""

    version: Literal[1] = 1
    by: str | None
    date: datetime.date
    findings: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A baseline beside the findings of a check.

    `shown` are findings that it does not know and `hidden` those that it knows; `gone` entries that are no longer found, `open` entries of which that cannot be
    said: their rule did not run, their agreement was not among the files, or could not be judged.
    """

    baseline: Baseline
    shown: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    gone: tuple[Entry, ...]
    open: tuple[Entry, ...]


def baseline_of(
    findings: Iterable[Finding], *, by: str | None, date: datetime.date, lang: Lang, known: Compared | None = None
) -> Baseline:
    """What is known from now on, by code, agreement and subject; each fingerprint once.

    What was `known` before stays, but for what is gone.
    """
    gone = {each.fingerprint for each in known.gone} if known else set()
    entries = (
        {each.fingerprint: each for each in known.baseline.findings if each.fingerprint not in gone} if known else {}
    )
    entries |= {each.fingerprint: _entry(each, lang) for each in (*(known.hidden if known else ()), *findings)}
    order = sorted(entries.values(), key=lambda each: (each.code, each.agreement, each.subject, each.fingerprint))
    return Baseline(by=by, date=date, findings=tuple(order))


def user_name() -> str | None:
    """Who is at work here, as far as the system knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may know its user by number alone
        return None


def to_text(baseline: Baseline) -> str:
    """The file's text, the same for the same findings."""
    return baseline.model_dump_json(indent=2)


def read_baseline(file: str) -> Baseline:
    """The baseline in `file`. Raises InputError where there is none."""
    try:
        data = Path(file).read_bytes()
    except FileNotFoundError as error:
        raise InputError(messages.BASELINE_MISSING, file) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=reason) from error
    try:
        return Baseline.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        problem = f"{where}: {first['msg']}" if where else first["msg"]
        raise InputError(messages.BASELINE_UNREADABLE, file, None, problem=problem) from error


def compared(
    baseline: Baseline,
    findings: Sequence[Finding],
    *,
    made: Collection[str],
    coverage: Sequence[Coverage],
    agreements: Collection[str],
) -> Compared:
    """The baseline beside `findings`. `made` are the fingerprints of all that was found, shown or not."""
    known = {each.fingerprint for each in baseline.findings}
    missed = {each.code: {miss.subject.id for miss in each.not_checked} for each in coverage if each.status == "ran"}

    def checked(entry: Entry) -> bool:
        judged = entry.code in missed and entry.subject.partition(" -> ")[0] not in missed[entry.code]
        return judged and entry.agreement in agreements

    missing = [each for each in baseline.findings if each.fingerprint not in made]
    return Compared(
        baseline,
        shown=tuple(each for each in findings if each.fingerprint not in known),
        hidden=tuple(each for each in findings if each.fingerprint in known),
        gone=tuple(each for each in missing if checked(each)),
        open=tuple(each for each in missing if not checked(each)),
    )


def _entry(finding: Finding, lang: Lang) -> Entry:
    return Entry(
        fingerprint=finding.fingerprint,
        code=finding.code,
        agreement=finding.subject.agreement,
        subject=finding.subject.id,
        message=finding.message.say(lang, **finding.facts),
    )
