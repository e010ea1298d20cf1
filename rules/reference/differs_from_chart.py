"""REF003: an agreement has another unit, superior or holder than the organisation chart."""

from collections.abc import Iterator

from pkcheck.graph import AgreementSet
from pkcheck.parties import mentions, party_of, quote_mention
from pkcheck.quoting import Side, of_agreement, of_party, quote_agreement, quote_unit, title_of
from pkcheck.reference.charting import Difference, chartings_of
from pkcheck.reference.quoting import holder_words, quote_post
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="REF003",
    name="differs-from-chart",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R08", "R21"),
    title=Text(id="PK berbeda dari struktur organisasi", en="An agreement differs from the organisation chart"),
    message=Text(
        id="{name} menandatangani PK {position}, sedangkan menurut struktur organisasi jabatan itu pada tanggal PK dipegang "
        "{holders:list}.",
        en="{name} signs the agreement of {position}, whereas by the organisation chart that post was held by "
        "{holders:list} on its date.",
    ),
    variants={
        "not_then": Text(
            id="{name} menandatangani PK {position}, sedangkan menurut struktur organisasi ia tidak memegang jabatan itu "
            "pada tanggal PK.",
            en="{name} signs the agreement of {position}, whereas by the organisation chart he or she did not hold that "
            "post on its date.",
        ),
        "superior_holder": Text(
            id="{name} menerima PK {position} sebagai {superior}, sedangkan menurut struktur organisasi jabatan itu pada "
            "tanggal PK dipegang {holders:list}.",
            en="{name} accepts the agreement of {position} as {superior}, whereas by the organisation chart that post was "
            "held by {holders:list} on its date.",
        ),
        "superior_not_then": Text(
            id="{name} menerima PK {position} sebagai {superior}, sedangkan menurut struktur organisasi ia tidak memegang "
            "jabatan itu pada tanggal PK.",
            en="{name} accepts the agreement of {position} as {superior}, whereas by the organisation chart he or she did "
            "not hold that post on its date.",
        ),
        "superior": Text(
            id="PK {position} dibuat dengan {superior}, sedangkan menurut struktur organisasi atasannya {right:list}.",
            en="The agreement of {position} is made with {superior}, whereas by the organisation chart its superior is "
            "{right:list}.",
        ),
        "unit": Text(
            id='Lampiran PK {position} berkepala unit "{unit}", sedangkan menurut struktur organisasi unitnya "{right_unit}".',
            en='The annex of {position} is headed by the unit "{unit}", whereas by the organisation chart it is '
            '"{right_unit}".',
        ),
    },
    why=Text(
        id="PK mengikat pejabat atau unit yang menurut struktur organisasi bukan pemangkunya.",
        en="The agreement binds an official or a unit that by the chart is not the one in charge.",
    ),
    advice=Text(
        id="Cocokkan dengan surat keputusan pengangkatan dan peraturan organisasi; perbaiki PK, atau acuannya bila usang.",
        en="Compare with the decree of appointment and the rules on organisation; correct the agreement, or the chart.",
    ),
    looks_at="agreement",
    needs="chart",
)
_HEAD = "institution: Dinas A, fiscal_year: 2024, statement: {date: 2024-01-10}"
_PK = f"""
- {{id: dinas, {_HEAD}, kind: sole, first_party: {{name: Budi Santoso, position: Kepala Dinas A}}}}
- id: umum
  institution: Dinas A
  fiscal_year: 2024
  unit: Bidang Umum
  statement: {{date: 2024-01-10}}
  first_party: {{name: "Siti Aminah, S.E.", position: Kepala Bidang Umum}}
  second_party: {{name: Budi Santoso, position: Kepala Dinas A}}
"""
_CHART = """
chart:
  title: Struktur
  posts:
  - {position: Kepala Dinas, holder: "Drs. Budi Santoso, M.Si."}
  - {unit: Bidang Umum, position: Kepala Bidang Umum, superior: Kepala Dinas, holder: Siti Aminah}
"""
_ACTING = _CHART.replace("holder: Siti Aminah", "holders: [{name: Siti Aminah, acting: plt, until: 2024-01-%s}]")
_SUCCEEDED = _ACTING.replace("}]", "}, {name: Tono, since: 2024-01-10}]")
_DATA = "\n  - {unit: Bidang Data, position: Kepala Bidang Data, superior: Kepala Dinas}\n"
VALID = [
    Example("titles-are-set-aside", _PK, reference=_CHART, skips=[]),
    Example("acting-on-the-day", _PK, reference=_ACTING % 10, skips=[]),
    Example("a-unit-that-the-chart-lacks", _PK, reference=_CHART.replace("Umum", "Arsip"), skips=["umum"]),
    Example(
        "a-chart-of-others",
        _PK,
        reference=_CHART.replace("title: Struktur", "title: Struktur\n  institution: Badan B"),
        skips=["dinas", "umum"],
    ),
]
INVALID = [
    Example("held-by-another", _PK, [Found("umum:first")], reference=_CHART.replace("Siti Aminah", "Tono")),
    Example("acting-no-longer", _PK, [Found("umum:first")], reference=_ACTING % "09"),
    Example("succeeded-on-the-day", _PK, [Found("umum:first")], reference=_SUCCEEDED % "09"),
    Example(
        "the-heads-own-agreement-tells-it",
        _PK,
        [Found("dinas:first")],
        reference=_CHART.replace("Budi Santoso", "Tono Sutono"),
    ),
    Example(
        "accepted-by-another",
        _PK.replace("second_party: {name: Budi Santoso", "second_party: {name: Tono Sutono"),
        [Found("umum:second")],
        reference=_CHART,
    ),
    Example(
        "accepted-by-who-was-not-yet-in-charge",
        _PK,
        [Found("dinas:first")],
        reference=_CHART.replace(
            'holder: "Drs. Budi Santoso, M.Si."', "holders: [{name: Budi Santoso, since: 2024-02-01}]"
        ),
    ),
    Example(
        "another-superior",
        _PK,
        [Found("umum:second")],
        reference=_CHART.replace("superior: Kepala Dinas", "superior: Sekretaris"),
    ),
    Example(
        "headed-by-another-unit",
        _PK.replace("unit: Bidang Umum", "unit: Bidang Data"),
        [Found("umum:first")],
        reference=f"{_CHART}{_DATA}",
    ),
]
_SECOND = ("superior", "superior_holder", "superior_not_then")


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for charting in chartings_of(whole):
        for agreement in charting.group:
            obstacle = charting.obstacle(agreement)
            if obstacle is not None:
                yield RULE.skip(of_agreement(agreement), obstacle)
        for each in charting.differences():
            yield _found(each)


def _found(each: Difference) -> Finding:
    agreement, post = each.agreement, each.post
    side: Side = "second" if each.what in _SECOND else "first"
    who = party_of(agreement, side)
    places = [quote_mention(one, party) for one in each.agreements for party in mentions(one, side)]
    evidence = [quote_unit(agreement)] if each.what == "unit" else places
    return RULE.found(
        of_party(agreement, side),
        [*(evidence or [quote_agreement(agreement)]), quote_post(post)],
        variant=None if each.what == "holder" else each.what,
        key=(),
        name=who.name if who else None,
        position=title_of(agreement),
        superior=who.position if who else agreement.supervisor,
        holders=[holder_words(holder) for holder in each.holders],
        right=post.superior,
        unit=agreement.unit,
        right_unit=post.unit,
    )
