"""CAS005: an objective quotes the superior's indicator, but with words of matter lost or added."""

from collections.abc import Iterator

from pkcheck.cascade import Match
from pkcheck.findings import Evidence
from pkcheck.graph import Member, Row
from pkcheck.quoting import of_agreement, quote_objective, quote_row, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text
from pkcheck.wording import changed_words

RULE = Rule(
    code="CAS005",
    name="quoted-text-drifts",
    severity=Severity.INFO,
    certainty=Certainty.DEFINITE,
    basis=("INF",),
    title=Text(
        id="Kutipan indikator atasan berubah",
        en="A quoted indicator of the superior has changed",
    ),
    message=Text(
        id="{count} sasaran mengutip indikator {superior} dengan kata yang berbeda: {changes:list}.",
        en="{count} objectives quote an indicator of {superior} with different words: {changes:list}.",
    ),
    why=Text(
        id="Cakupan sasaran bisa menjadi lain daripada indikator yang diturunkan, dan kaitannya sukar ditelusuri.",
        en="The objective's scope may become another than the indicator's that was handed down, and is hard to trace.",
    ),
    advice=Text(
        id="Samakan teks sasaran dengan indikator atasan, atau perbaiki indikator atasan bila di sanalah kelirunya.",
        en="Make the objective's text that of the superior's indicator, or correct the latter if the slip is there.",
    ),
)
_LOST = Text(id='no. {no}: tanpa "{lost}"', en='no. {no}: without "{lost}"')
_ADDED = Text(id='no. {no}: ditambah "{added}"', en='no. {no}: "{added}" added')
_CHANGED = Text(id='no. {no}: "{added}", bukan "{lost}"', en='no. {no}: "{added}", not "{lost}"')

_HEAD = """
    - id: bagian
      objectives:
      - no: 1
        text: Tertib administrasi
        indicators:
        - {text: Persentase BPS Provinsi dan BPS Kabupaten/Kota yang memutakhirkan data penduduk tepat waktu, target: 100%}
        - {text: Jumlah laporan sengketa hukum yang diajukan ke Mahkamah Konstitusi, target: 2 laporan}
"""


def _child(first: str, second: str) -> str:
    return f"""{_HEAD}
    - id: sub
      supervisor: bagian
      objectives:
      - {{no: 1, text: {first}, indicators: [{{text: Data pemilih, target: 1 dokumen}}]}}
      - {{no: 2, text: {second}, indicators: [{{text: Draf laporan, target: 2 laporan}}]}}
"""


VALID = [
    Example("nothing-said-of-who-is-above", _HEAD, skips=["bagian"]),
    Example("nobody-above", _HEAD.replace("id: bagian", "id: bagian\n      kind: sole"), skips=[]),
    Example(
        "abbreviation-spacing-and-a-slip-of-a-letter",
        _child(
            "Persentase BPS Prov. dan BPS Kab /Kota yang memutakhirkan data penduduk tepat waktu",
            "Jumlah Laporan sengketa hukum yan diajukan ke <i>Mahkamah</i> Konstitusi",
        ),
    ),
]
INVALID = [
    Example(
        "only-a-word-added",
        _child(
            "Persentase BPS Provinsi dan BPS Kabupaten/Kota yang memutakhirkan data penduduk tepat waktu",
            "Jumlah laporan akhir sengketa hukum yang diajukan ke Mahkamah Konstitusi",
        ),
        finds=[Found("sub")],
    ),
    Example(
        "only-a-word-lost",
        _child(
            "Persentase BPS Provinsi dan Kabupaten/Kota yang memutakhirkan data penduduk tepat waktu",
            "Kerukunan antarumat beragama",
        ),
        finds=[Found("sub")],
    ),
    Example(
        "words-lost-and-added-are-one-finding",
        _child(
            "Persentase BPS Provinsi dan Kabupaten/Kota yang memutakhirkan data penduduk tepat waktu",
            "Jumlah laporan akhir sengketa hukum yang diajukan ke Mahkamah Konstitusi",
        ),
        finds=[Found("sub")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    superior = member.superior_agreement
    if superior is None:
        if member.why_alone:
            yield RULE.skip(of_agreement(member.agreement), member.why_alone)
        return
    places: list[Evidence] = []
    changes: list[Text] = []
    where: list[str] = []
    for row, match in _quotations(member):
        parent = member.whole.rows[match.parent]
        added, lost = (" ".join(each) for each in changed_words(row.objective.text, parent.indicator.text))
        if added or lost:
            places.append(quote_objective(row, _mark(added, row.objective.text)))
            places.append(quote_row(parent, _mark(lost, parent.indicator.text)))
            changes.append(_change(row, added, lost))
            where.append(row.objective_id)
    if places:
        at = of_agreement(member.agreement)
        yield RULE.found(at, places, key=tuple(where), count=len(changes), superior=title_of(superior), changes=changes)


def _quotations(member: Member) -> Iterator[tuple[Row, Match]]:
    """Each objective that quotes nearly but not quite, by its first row."""
    first: dict[str, Row] = {}
    for row in member.rows:
        first.setdefault(row.objective_id, row)
    by_objective = {id(row.objective): row for row in first.values()}
    for objective, match in zip(member.agreement.objectives, member.whole.matches[member.agreement.id], strict=True):
        quoting = by_objective.get(id(objective))
        if match and match.how == "near" and quoting:
            yield quoting, match


def _change(row: Row, added: str, lost: str) -> Text:
    form = _CHANGED if added and lost else _ADDED if added else _LOST
    no = row.objective_id.rpartition(":")[2]
    return Text(id=form.say("id", no=no, added=added, lost=lost), en=form.say("en", no=no, added=added, lost=lost))


def _mark(words: str, text: str) -> str:
    """The changed words, or all of the text where they stand more than once or not together."""
    return words if words and text.count(words) == 1 else text
