"""UOM003: a target's unit is none that the registry of units knows."""

from collections import defaultdict
from collections.abc import Iterator

from pkcheck.graph import AgreementSet, Row
from pkcheck.measures import unjudged
from pkcheck.quantities.units import is_quotient, nearest_unit, unit_name
from pkcheck.quoting import of_row, quote_row
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text
from pkcheck.wording import plain

RULE = Rule(
    code="UOM003",
    name="unit-unknown",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("R02",),
    looks_at="indicator",
    title=Text(id="Satuan target tidak dikenal", en="A target's unit is unknown"),
    message=Text(
        id='Satuan "{unit}" tidak dikenal (dipakai dalam {count} target); satuan ini tidak dapat dibandingkan.',
        en='The unit "{unit}" is not known (used in {count} targets); it cannot be compared with others.',
    ),
    variants={
        "near": Text(
            id='Satuan "{unit}" tidak dikenal (dipakai dalam {count} target); yang terdekat ejaannya "{nearest}".',
            en='The unit "{unit}" is not known (used in {count} targets); the nearest in spelling is "{nearest}".',
        )
    },
    why=Text(
        id="Satuan yang tidak baku atau salah tulis membuat target sulit diukur dan tidak dapat dibandingkan antartingkat.",
        en="A unit that is misspelt or of an agency's own making is hard to measure and cannot be compared between levels.",
    ),
    advice=Text(
        id='Periksa "{unit}": perbaiki ejaannya bila salah tulis, atau ganti dengan satuan yang lazim.',
        en='Check "{unit}": correct it if it is a slip of the pen, or use a customary unit.',
    ),
)
_ROW = "{id: a, objectives: [{no: 1, indicators: [{text: Laporan, target: %s}]}]}"
VALID = [
    Example("known-in-any-spelling", _ROW % '"4 Kab. / Kota"'),
    Example("said-more-of", _ROW % "12 laporan bulanan"),
    Example("a-quotient-of-known-units", _ROW % "40 orang/kegiatan"),
    Example("a-grade", _ROW % "WTP"),
    Example("no-unit-at-all", _ROW % "'12'"),
    Example("no-number-either", _ROW % "tepat waktu", skips=["a:1.1"]),
]
INVALID = [
    Example("of-its-own-making", _ROW % "5 gumbrik", finds=[Found("a:1.1")]),
    Example("a-slip-of-the-pen", _ROW % "2 Laporna", finds=[Found("a:1.1")]),
    Example("in-a-second-quantity", _ROW % '"90% (4 gumbrik)"', finds=[Found("a:1.1")]),
    Example(
        "one-unit-in-two-rows-is-one-finding",
        "{id: a, objectives: [{no: 1, indicators: [{text: X, target: 5 gumbrik}, {text: Y, target: 6 Gumbrik}]}]}",
        finds=[Found("a:1.1")],
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    found: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for row in whole.rows.values():
        reason = unjudged(row)
        if reason:
            yield RULE.skip(of_row(row), reason)
            continue
        for unit in _unknown(row):
            found[plain(unit) or unit].append((row, unit))
    for spelling, places in found.items():
        first, unit = places[0]
        nearest = nearest_unit(unit)
        yield RULE.found(
            of_row(first),
            [quote_row(row, unit) for row, unit in places],
            variant="near" if nearest else None,
            key=(spelling,),
            unit=unit,
            count=len(places),
            nearest=nearest,
        )


def _unknown(row: Row) -> Iterator[str]:
    target = row.indicator.target
    printed = [target.unit, *(each.unit for each in target.also)] if target else []
    yield from (unit for unit in printed if unit and unit_name(unit) is None and not is_quotient(unit))
