"""CAS007: a unit of the institution is named as superior, and its own agreement is not in the set."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import Evidence, Subject
from pkcheck.graph import AgreementSet, MissingUnit
from pkcheck.positions import office, same_office
from pkcheck.quoting import of_agreement, quote_claim, title_of
from pkcheck.reference.charting import posts_without_agreement
from pkcheck.reference.quoting import quote_post
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="CAS007",
    name="agreement-missing",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R21",),
    title=Text(
        id="PK suatu unit tidak ada dalam berkas",
        en="A unit's agreement is not among the files",
    ),
    message=Text(
        id="PK {position} tidak ada dalam berkas yang diperiksa, padahal disebut sebagai atasan oleh {orphans:list}. "
        "Kesesuaian mereka dengan atasannya tidak dapat diperiksa.",
        en="The agreement of {position} is not among the files checked, though {orphans:list} name it as superior. Whether "
        "they agree with it cannot be checked.",
    ),
    variants={
        "charted": Text(
            id="PK {position} tidak ada dalam berkas yang diperiksa, padahal jabatan itu ada dalam struktur organisasi.",
            en="The agreement of {position} is not among the files checked, though the post is in the organisation chart.",
        ),
    },
    why=Text(
        id="Penjenjangan terputus: sasaran, target dan anggaran bawahan tidak dapat dicocokkan dengan atasannya.",
        en="The cascade is broken: objectives, targets and budgets below cannot be compared with the superior's.",
    ),
    advice=Text(
        id="Mintalah PK {position}, lalu ulangi pemeriksaan. Berkas yang tidak ada belum berarti PK itu tidak dibuat.",
        en="Ask for the agreement of {position} and check again. That the file is not here does not mean there is none.",
    ),
)

_BELOW = """
    - id: sub-keuangan
      institution: Dinas Perhubungan Kota Contoh
      first_party: {name: Sari, position: Kepala Sub Bagian Keuangan Dinas Perhubungan Kota Contoh}
      second_party: {name: Budi, position: Sekretaris Dinas Perhubungan Kota Contoh}
    - id: sub-umum
      institution: Dinas Perhubungan Kota Contoh
      first_party: {name: Tono, position: Kepala Sub Bagian Umum Dinas Perhubungan Kota Contoh}
      second_party: {name: Budi, position: Sekretaris Dinas Perhubungan Kota Contoh}
"""
VALID = [
    Example("nothing-said-of-who-is-above", "- {id: a}\n- {id: b, kind: sole}\n- {id: c, supervisor: b}", skips=["a"]),
    Example(
        "all-are-there",
        f"""{_BELOW}
    - id: sekretaris
      institution: Dinas Perhubungan Kota Contoh
      first_party: {{name: Budi, position: Sekretaris Dinas Perhubungan Kota Contoh}}
      second_party: {{name: Ani, position: Wali Kota Contoh}}
""",
    ),
    Example(
        "a-province-is-above-a-regency",
        """
    - id: kepala
      first_party: {name: Budi, position: Kepala BPS Kabupaten Contoh}
      second_party: {name: Ani, position: Kepala BPS Provinsi Contoh}
""",
    ),
    Example(
        "a-minister-is-outside-the-agency",
        """
    - id: kepala
      institution: Badan Contoh
      first_party: {name: Budi, position: Kepala Badan Contoh}
      second_party: {name: Ani, position: Menteri Contoh}
""",
    ),
]
INVALID = [
    Example("two-subordinates-name-it", _BELOW, finds=[Found("sekretaris")]),
    Example(
        "in-the-chart",
        _BELOW,
        finds=[Found("sekretaris"), Found("kepala-sub-bagian-arsip")],
        reference="""
    chart:
      title: Struktur
      posts:
      - {position: Sekretaris}
      - {position: Kepala Sub Bagian Keuangan}
      - {position: Kepala Sub Bagian Umum}
      - {position: Kepala Sub Bagian Arsip}
      - {position: Pengadministrasi, agreement: false}
      - {position: Wali Kota Contoh}
""",
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for agreement in whole.agreements:
        if whole.superiors[agreement.id].status == "unknown":
            yield RULE.skip(of_agreement(agreement), messages.SUPERIOR_UNKNOWN)
    for missing in whole.missing:
        first = whole.by_id[missing.orphans[0]]
        subject = Subject("unit", "-".join(missing.office), first.id, missing.position)
        orphans = [title_of(whole.by_id[name]) for name in missing.orphans]
        places = list(_naming(whole, missing))
        # Where nothing but what answers to it was given of its institution, the rest may simply not have been.
        is_given = any(whole.by_id[name].institution for name in missing.under)
        certainty = None if is_given else Certainty.JUDGEMENT
        yield RULE.found(subject, places, key=(), certainty=certainty, position=missing.position, orphans=orphans)
    named = [missing.office for missing in whole.missing]
    for group, post in posts_without_agreement(whole):
        own = office(post.position, group[0].institution)
        if not any(same_office(own, each) for each in named):
            subject = Subject("unit", "-".join(own), group[0].id, post.unit or post.position)
            yield RULE.found(subject, [quote_post(post)], variant="charted", key=(), position=post.position)


def _naming(whole: AgreementSet, missing: MissingUnit) -> Iterator[Evidence]:
    """The first place in which each subordinate names it."""
    for name in missing.orphans:
        claims = (claim for claim in whole.superiors[name].claims if same_office(claim.office, missing.office))
        yield from (quote_claim(whole.by_id[name], claim) for claim in list(claims)[:1])
