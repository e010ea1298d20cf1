"""STR004: title and annex name different fiscal years, or an agreement is of another year than the others."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pkcheck import messages
from pkcheck.findings import Evidence, NotChecked
from pkcheck.graph import Member
from pkcheck.model import Agreement
from pkcheck.quoting import of_agreement, quote_agreement
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="STR004",
    name="fiscal-year-differs",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R04",),
    title=Text(id="Tahun anggaran tidak sama", en="The fiscal years are not the same"),
    message=Text(
        id="Judul PK menyebut tahun {title}, lampirannya tahun {annex}.",
        en="The agreement's title says {title}, its annex {annex}.",
    ),
    variants={
        "against": Text(
            id="Judul PK menyebut tahun {title}, lampirannya tahun {annex}; PK lain dalam berkas ini tahun {usual}.",
            en="The agreement's title says {title}, its annex {annex}; the other agreements here are of {usual}.",
        ),
        "data": Text(
            id="Data PK menyebut tahun {title}, dokumennya tahun {annex}.",
            en="The agreement's data say {title}, its document {annex}.",
        ),
        "set": Text(
            id="PK ini menyebut tahun {own}, sedangkan {count} PK lain dari instansi yang sama tahun {usual}.",
            en="This agreement is of {own}, while {count} others of the same institution are of {usual}.",
        ),
    },
    why=Text(
        id="Tidak jelas untuk tahun mana target dan anggaran itu diperjanjikan; PK dapat dianggap bukan untuk tahun berjalan.",
        en="It is not clear for which year targets and budget were agreed; the agreement may not count for the year.",
    ),
    advice=Text(
        id="Cocokkan dengan dokumen anggaran, lalu perbaiki tahun yang keliru atau keluarkan berkas tahun lain.",
        en="Compare with the budget document, then correct the wrong year or take out the file of another year.",
    ),
)
VALID = [
    Example(
        "one-year-everywhere",
        "[{id: a, fiscal_year: 2024, statement: {fiscal_year: 2024}, annex: {fiscal_year: 2024}}]",
    ),
    Example("no-year", "[{id: a, first_party: {position: Camat}}]", skips=["a"]),
    Example("one-year-and-nothing-beside-it", "[{id: a, fiscal_year: 2024}]", skips=["a"]),
    Example(
        "two-years-of-the-same-units-side-by-side",
        """
- {id: a, fiscal_year: 2024, first_party: {position: Sekretaris}}
- {id: b, fiscal_year: 2024, first_party: {position: Camat}}
- {id: c, fiscal_year: 2024, first_party: {position: Lurah}}
- {id: d, fiscal_year: 2025, first_party: {position: Lurah}}
""",
    ),
]
INVALID = [
    Example(
        "title-against-annex",
        "[{id: a, statement: {fiscal_year: 2023}, annex: {fiscal_year: 2024}}]",
        finds=[Found("a")],
    ),
    Example(
        "one-of-four",
        """
- {id: a, fiscal_year: 2024, first_party: {position: Sekretaris}}
- {id: b, fiscal_year: 2024, first_party: {position: Camat}}
- {id: c, fiscal_year: 2024, first_party: {position: Lurah}}
- {id: d, fiscal_year: 2023, first_party: {position: Kepala Seksi Trantib}}
""",
        finds=[Found("d")],
    ),
]
_ENOUGH = 3
_FEW = 0.25


@dataclass(frozen=True, slots=True)
class _Year:
    """A year, with the place that names it."""

    year: int
    evidence: Evidence
    data: bool = False


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    own = _years(agreement)
    usual = _usual(member, {each.year for each in own})
    if not own:
        yield RULE.skip(of_agreement(agreement), messages.YEAR_UNKNOWN)
    elif len({each.year for each in own}) > 1:
        year = usual[0][0] if usual and usual[0][1] >= _ENOUGH else None
        places = [each.evidence for each in sorted(own, key=lambda each: each.year == year)]
        kind = "data" if own[0].data else "against" if year is not None else None
        title, annex = own[0].year, own[-1].year
        yield RULE.found(
            of_agreement(agreement), places, variant=kind, key=(title, annex), title=title, annex=annex, usual=year
        )
    elif not usual:
        if len(own) == 1:
            yield RULE.skip(of_agreement(agreement), messages.NO_PEERS)
    elif own[0].year != usual[0][0] and _stands_alone(member, _peers(member), usual[0][0]):
        year, count = usual[0]
        example = next(found for each in _peers(member) for found in _years(each) if found.year == year)
        places = [*(each.evidence for each in own), example.evidence]
        year_of_its_own = own[0].year
        yield RULE.found(
            of_agreement(agreement),
            places,
            variant="set",
            key=(year_of_its_own,),
            own=year_of_its_own,
            usual=year,
            count=count,
        )


def _peers(member: Member) -> list[Agreement]:
    """The other agreements of the institution."""
    return [each for each in member.agency if each is not member.agreement]


def _usual(member: Member, own: set[int]) -> list[tuple[int, int]]:
    """The year that most peers name, and how many do; of several the one that the first of them names."""
    agency = member.agency
    counts, first = member.whole.once((_usual, agency[0].id), lambda: _counted(agency))
    others = Counter({year: count - (year in own) for year, count in counts.items() if count > (year in own)})
    most = max(others.values(), default=0)
    best = [year for year, count in others.items() if count == most]
    is_open = len(best) > 1 and any(first[year] is member.agreement for year in best)
    by_peers = (year for each in _peers(member) for year in _named(each))
    return Counter(by_peers).most_common(1) if is_open else [(year, most) for year in best[:1]]


def _counted(agency: tuple[Agreement, ...]) -> tuple[Counter[int], dict[int, Agreement]]:
    """How many agreements name each year, and the first that does."""
    counts: Counter[int] = Counter()
    first: dict[int, Agreement] = {}
    for each in agency:
        for year in _named(each):
            counts[year] += 1
            first.setdefault(year, each)
    return counts, first


def _named(agreement: Agreement) -> set[int]:
    return {each.year for each in _years(agreement)}


def _years(agreement: Agreement) -> list[_Year]:
    """The years of title and annex; without them the one that the data gives."""
    found = [
        _Year(page.fiscal_year, Evidence(source, str(page.fiscal_year), str(page.fiscal_year)))
        for page in (agreement.statement, agreement.annex)
        if page and page.fiscal_year and (source := page.sources.get("fiscal_year") or page.source)
    ]
    if agreement.fiscal_year and agreement.fiscal_year not in {each.year for each in found}:
        place = quote_agreement(agreement).source
        found.insert(0, _Year(agreement.fiscal_year, Evidence(place, str(agreement.fiscal_year)), data=bool(found)))
    return found


def _stands_alone(member: Member, peers: list[Agreement], usual: int) -> bool:
    """Whether one agreement fell out of the year: few do, and its position has none of the usual year."""
    years = {each.id: {found.year for found in _years(each)} for each in peers}
    others = sum(bool(found) and usual not in found for found in years.values())
    alike = sum(usual in found for found in years.values())
    own = member.whole.position_of(member.agreement)
    twins = any(member.whole.position_of(each) == own and usual in years[each.id] for each in peers)
    return alike >= _ENOUGH and others + 1 <= _FEW * (alike + others + 1) and not (own and twins)
