"""Findings that are not to be shown, by the wish of those who keep the data or the settings: by code, or by fingerprint.

A wish holds only with a reason and until its last day. What it silences is kept with it, never lost; what does not hold
or silences nothing is handed to the rules that look at suppressions.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal, Protocol

from pkcheck.config import Silenced
from pkcheck.findings import Coverage, Evidence, Finding, Subject
from pkcheck.graph import AgreementSet, rows_of
from pkcheck.model import Agreement, Directives, Ignore, Page, Source, objective_keys
from pkcheck.quoting import Side, of_agreement, of_budget, of_party, of_row

State = Literal["holds", "unused", "unknown", "open", "without_reason", "expired"]
_SIDES: tuple[Side, ...] = ("first", "second")


class _Element(Protocol):
    @property
    def pkcheck(self) -> Directives | None: ...

    @property
    def source(self) -> Source | None: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """What an element's suppressions are about: findings on `subjects` of its agreement, on all of them where None.

    With `places` only findings that are reported at one of them, which is where the element itself was read.
    """

    at: Subject
    subjects: frozenset[str] | None
    places: tuple[Source, ...] | None = None

    def has(self, subject: Subject) -> bool:
        """Whether `subject` is the element or lies under it; a derivation lies under the subordinate's indicator."""
        if subject.agreement != self.at.agreement:
            return False
        return self.subjects is None or subject.id.partition(" -> ")[0] in self.subjects

    def covers(self, finding: Finding) -> bool:
        """Whether `finding` is about the element, or about what lies under it."""
        if not self.has(finding.subject):
            return False
        first = [each.source for each in finding.evidence[:1]]
        return self.places is None or any(place is own for place in first for own in self.places)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One wish: not to show findings of `code` in `scope`, or the one with `fingerprint`; `state` is what came of it.

    holds: it silences something. unused: no finding fits it. unknown: no rule has its code. open: what it is about was
    not checked, so nothing can be said. without_reason and expired: it does not hold, and silences nothing.
    `element` names where in the agreement it stands ("annex.signatures.first"), and is empty for one of the settings.
    """

    at: Subject
    element: str
    place: Evidence
    code: str | None = None
    scope: Scope | None = None
    fingerprint: str | None = None
    reason: str | None = None
    until: datetime.date | None = None
    by: str | None = None
    state: State = "unused"

    @property
    def what(self) -> str:
        """The code or the fingerprint."""
        return self.code or self.fingerprint or ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it this one, wherever its lines have moved."""
        return self.what, self.element

    def covers(self, finding: Finding) -> bool:
        """Whether `finding` is meant."""
        if self.scope is None:
            return finding.fingerprint == self.fingerprint
        return finding.code == self.code and self.scope.covers(finding)


@dataclass(frozen=True, slots=True)
class Silence:
    """A finding that is not shown, and the suppression by which it is not."""

    finding: Finding
    suppression: Suppression


@dataclass(frozen=True, slots=True)
class Suppressions:
    """Every suppression of a set with its state, and the set: what rules about suppressions are handed."""

    whole: AgreementSet
    every: tuple[Suppression, ...] = ()
    codes: tuple[str, ...] = ()

    def in_state(self, state: State) -> tuple[Suppression, ...]:
        """Those with `state`, in the order of the set."""
        return tuple(each for each in self.every if each.state == state)

    def nearest(self, code: str) -> str:
        """The known code that begins with `code`, or is most like it."""
        longer = (each for each in self.codes if each.startswith(code))
        return next(iter((*longer, *get_close_matches(code, self.codes, n=1, cutoff=0.0))), "")


def collected(
    whole: AgreementSet, silenced: Sequence[Silenced], findings: Sequence[Finding], today: datetime.date
) -> tuple[Suppression, ...]:
    """All suppressions of settings and data, the narrowest first, each with the state that the day alone gives it."""
    if not whole.agreements:
        return ()
    found = [
        *_of_settings(whole, silenced, findings),
        *(each for agreement in whole.agreements for each in _of_agreement(agreement)),
    ]
    return tuple(replace(each, state=_state(each, today)) for each in found)


def applied(
    findings: Sequence[Finding], suppressions: Sequence[Suppression]
) -> tuple[tuple[Finding, ...], tuple[Silence, ...]]:
    """The findings that are shown, and those that are silenced, each by the first suppression that holds and covers it."""
    holding: dict[str, list[Suppression]] = defaultdict(list)
    for each in suppressions:
        if each.state == "holds":
            holding[each.what].append(each)
    shown: list[Finding] = []
    silences: list[Silence] = []
    for finding in findings:
        known = [*holding[finding.fingerprint], *holding[finding.code]] if holding else []
        by = next((each for each in known if each.covers(finding)), None)
        if by is None:
            shown.append(finding)
        else:
            silences.append(Silence(finding, by))
    return tuple(shown), tuple(silences)


def settled(
    suppressions: Sequence[Suppression],
    findings: Sequence[Finding],
    coverage: Mapping[str, Coverage],
    *,
    codes: Sequence[str],
    narrowed: bool,
) -> tuple[Suppression, ...]:
    """The suppressions, each with its state now that the rules have run.

    `findings` are all that were made, `coverage` is by code, `codes` are those of all rules; `narrowed` says that rules
    were left out or broke, so that a fingerprint that fits nothing may be one of theirs.
    """
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
    fingerprints = {each.fingerprint for each in findings}

    def state(each: Suppression) -> State:
        if each.state in ("without_reason", "expired"):
            return each.state
        if each.code is None:
            return "holds" if each.fingerprint in fingerprints else "open" if narrowed else "unused"
        if each.code not in codes:
            return "unknown"
        if any(each.covers(finding) for finding in by_code[each.code]):
            return "holds"
        return "open" if _left_open(each, coverage.get(each.code)) else "unused"

    return tuple(replace(each, state=state(each)) for each in suppressions)


def _left_open(suppression: Suppression, account: Coverage | None) -> bool:
    """Whether the rule did not run, or could not judge what the suppression is about."""
    if account is None:
        return False
    scope = suppression.scope
    missed = account.not_checked
    return account.status != "ran" or any(scope.has(each.subject) for each in missed if scope is not None)


def _state(suppression: Suppression, today: datetime.date) -> State:
    if suppression.reason is None:
        return "without_reason"
    expired = suppression.until is not None and suppression.until < today
    return "expired" if expired else "unused"


def _of_settings(
    whole: AgreementSet, silenced: Sequence[Silenced], findings: Sequence[Finding]
) -> Iterator[Suppression]:
    subjects = {each.fingerprint: each.subject for each in findings} if silenced else {}
    for each in silenced:
        fingerprint = each.fingerprint.strip().lower()
        said = {"fingerprint": fingerprint, "reason": each.reason, "until": each.until, "by": each.by}
        yield Suppression(
            at=subjects.get(fingerprint) or of_agreement(whole.agreements[0]),
            element="",
            place=Evidence(each.source or Source(file="pkcheck"), _quoted(said), fingerprint),
            fingerprint=fingerprint,
            reason=_reason(each.reason),
            until=each.until,
            by=each.by,
        )


def _of_agreement(agreement: Agreement) -> Iterator[Suppression]:
    if not _says_anything(agreement):
        return
    for name, scope, element in _elements(agreement):
        for each in element.pkcheck.ignore if element.pkcheck else ():
            yield _of_data(each, name, scope, each.source or element.source or agreement.source)


def _of_data(ignore: Ignore, element: str, scope: Scope, source: Source | None) -> Suppression:
    said = {"code": ignore.code, "reason": ignore.reason, "until": ignore.until, "by": ignore.by}
    return Suppression(
        at=scope.at,
        element=element,
        place=Evidence(source or Source(file=""), _quoted(said), ignore.code),
        code=ignore.code.strip().upper(),
        scope=scope,
        reason=_reason(ignore.reason),
        until=ignore.until,
        by=ignore.by,
    )


def _says_anything(agreement: Agreement) -> bool:
    """Whether any element of it says something to this program: hardly ever, so it is looked for first."""
    pages = [page for page in (agreement.statement, agreement.annex) if page]
    blocks = [block for page in pages for block in (page.signatures.first, page.signatures.second) if block]
    parties = [party for party in (agreement.first_party, agreement.second_party) if party]
    tops: tuple[_Element, ...] = (agreement, *pages, *blocks, *parties, *agreement.budget, *agreement.objectives)
    return any(each.pkcheck for each in tops) or any(each.pkcheck for each in agreement.indicators())


def _elements(agreement: Agreement) -> Iterator[tuple[str, Scope, _Element]]:
    """Every element with its name and scope, what lies under another before it."""
    for line in agreement.budget:
        at = of_budget(agreement, line)
        yield at.id.removeprefix(f"{agreement.id}:"), Scope(at, frozenset((at.id,))), line
    rows = list(rows_of(agreement))
    for row in rows:
        yield f"indicators.{row.id}", Scope(of_row(row), frozenset((row.id,))), row.indicator
    for key, objective in zip(objective_keys(agreement.objectives), agreement.objectives, strict=True):
        at = Subject("objective", f"{agreement.id}:{key}", agreement.id, agreement.unit or "")
        below = frozenset((at.id, *(each.id for each in objective.indicators)))
        yield f"objectives.{key}", Scope(at, below), objective
    for name, page in (("statement", agreement.statement), ("annex", agreement.annex)):
        if page is not None:
            yield from _of_page(agreement, name, page)
    for side in _SIDES:
        party = agreement.first_party if side == "first" else agreement.second_party
        if party is not None:
            at = of_party(agreement, side)
            yield f"{side}_party", Scope(at, frozenset((at.id,))), party
    yield "agreement", Scope(of_agreement(agreement), None), agreement


def _of_page(agreement: Agreement, name: str, page: Page) -> Iterator[tuple[str, Scope, _Element]]:
    """A page with its signatures. Their findings have the agreement or a party as subject: the place tells them apart."""
    blocks = {"first": page.signatures.first, "second": page.signatures.second}
    places = [page.source, *page.sources.values(), *(block.source for block in blocks.values() if block)]
    for side in _SIDES:
        block = blocks[side]
        if block is not None:
            at = of_party(agreement, side)
            own = (block.source,) if block.source else ()
            yield f"{name}.signatures.{side}", Scope(at, frozenset((agreement.id, at.id)), own), block
    parties = (of_party(agreement, side).id for side in _SIDES)
    subjects = frozenset((agreement.id, *parties))
    yield name, Scope(of_agreement(agreement), subjects, tuple(each for each in places if each is not None)), page


def _reason(given: str | None) -> str | None:
    """The reason, if there is a word in it: a dash or dots are none."""
    return given.strip() if given and any(each.isalpha() for each in given) else None


def _quoted(said: Mapping[str, object]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in said.items() if value)
