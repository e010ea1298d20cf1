"""STR009: an agreement lacks official key indicators (IKU) of its unit."""

from collections.abc import Iterator, Sequence

from pkcheck import messages
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.quoting import of_agreement, quote_agreement
from pkcheck.reference.keyindicators import representation
from pkcheck.reference.matching import key_indicators_of
from pkcheck.reference.model import KeyIndicator
from pkcheck.reference.quoting import quote_key_indicator
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="STR009",
    name="iku-missing",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R16",),
    title=Text(id="PK tidak memuat seluruh IKU", en="An agreement lacks official key indicators"),
    message=Text(
        id="{count} dari {total} IKU tidak dimuat dalam PK {unit}: {missing:list}. Keterwakilan IKU {coverage:num}%, "
        "rentang penilaian {band}.",
        en="{count} of {total} key indicators (IKU) are missing in the agreement of {unit}: {missing:list}. Coverage "
        "{coverage:num}%, band {band}.",
    ),
    why=Text(
        id="Kinerja utama instansi tidak seluruhnya diperjanjikan, sehingga tidak seluruhnya dipertanggungjawabkan.",
        en="Not all of the agency's key performance is promised, and so not all of it is accounted for.",
    ),
    advice=Text(
        id="Cocokkan dengan keputusan penetapan IKU yang berlaku; tambahkan indikator yang kurang atau jelaskan alasannya.",
        en="Compare with the decision that sets the key indicators; add those that are missing, or explain why.",
    ),
    looks_at="agreement",
    needs="iku",
)
_PK = "- {id: dinas, kind: sole, objectives: [{no: 1, text: A, indicators: [{text: Indeks kepuasan publik}%s]}]}"
_IKU = """
iku:
  title: Keputusan IKU
  indicators: [{indicator: Indeks Kepuasan Publik}, {indicator: Angka Harapan Hidup}]
"""
VALID = [
    Example("both-are-there", _PK % ", {text: Angka harapan hidup}", reference=_IKU, skips=[]),
    Example("in-other-words", _PK % ", {text: Angka Harapan Hidup (tahun)}", reference=_IKU, skips=[]),
    Example("of-another-unit", _PK % "", reference=_IKU.replace("{ind", "{unit: Bidang, ind"), skips=["dinas"]),
    Example("an-empty-indicator-may-be-it", _PK % ", {text: ''}", reference=_IKU, skips=["dinas"]),
    Example("no-annex", "{id: dinas, kind: sole}", reference=_IKU, skips=["dinas"]),
    Example(
        "lost-by-the-reader",
        _PK[2:-1].replace("%s", "") + ', unread: ["dinas:2.indicators"]}',
        reference=_IKU,
        skips=["dinas"],
    ),
]
INVALID = [
    Example("one-of-two", _PK % "", [Found("dinas")], reference=_IKU, skips=[]),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for name, official in key_indicators_of(whole).items():
        agreement = whole.by_id[name]
        result = official if isinstance(official, Text) else _missing(agreement, official)
        if isinstance(result, Text):
            yield RULE.skip(of_agreement(agreement), result)
        else:
            yield from result


def _missing(agreement: Agreement, official: Sequence[KeyIndicator]) -> list[Finding] | Text:
    if not agreement.objectives:
        return messages.NO_ANNEX
    empty = not all(each.text.strip() for each in agreement.indicators())
    if empty or any(each.endswith(".indicators") for each in agreement.unread):
        return messages.ROWS_NOT_READ
    found = representation(agreement, official)
    if not found.missing:
        return []
    finding = RULE.found(
        of_agreement(agreement),
        [quote_agreement(agreement), *map(quote_key_indicator, found.missing)],
        key=(),
        count=len(found.missing),
        total=found.total,
        unit=agreement.unit or agreement.id,
        missing=[f'"{each.indicator}"' for each in found.missing],
        coverage=found.percent,
        band=found.band,
    )
    return [finding]
