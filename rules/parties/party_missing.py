"""PTY005: an agreement below the top names no second party."""

from collections.abc import Iterator
from typing import Annotated

from pkcheck import messages
from pkcheck.graph import Member
from pkcheck.positions import is_external_head, office, rank, same_post
from pkcheck.quoting import of_agreement, of_party, quote_agreement
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Parameters, Rule, Severity, Text

RULE = Rule(
    code="PTY005",
    name="party-missing",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R07",),
    title=Text(id="PK tanpa pihak kedua", en="An agreement without a second party"),
    message=Text(
        id="PK {position} hanya menyebut satu pihak. Penanda tangan tunggal hanya tepat bagi pimpinan tertinggi.",
        en="The agreement of {position} names one party only. A sole signatory is right only for the highest official.",
    ),
    variants={
        "not_named": Text(
            id="PK {position} berbicara tentang dua pihak, tetapi pernyataannya tidak menyebut nama dan jabatan pihak kedua.",
            en="The agreement of {position} speaks of two parties, but its statement gives the second one neither name nor "
            "position.",
        ),
    },
    why=Text(
        id="Tanpa atasan sebagai pihak kedua tidak ada yang menerima janji kinerja itu dan menilainya.",
        en="Without the superior as second party nobody accepts the promised performance and assesses it.",
    ),
    advice=Text(
        id="Periksa apakah dokumennya lengkap, lalu cantumkan atasan langsung sebagai pihak kedua di semua lembar.",
        en="Check that the document is complete, then name the direct superior as second party on every page.",
    ),
)
VALID = [
    Example("head-of-the-agency", "{id: ketua, kind: sole, first_party: {name: Ani, position: Ketua KPU Provinsi X}}"),
    Example(
        "regent-and-head-of-a-dinas",
        """
        - {id: bupati, kind: sole, first_party: {name: Ani, position: Pj. Bupati Rimba}}
        - {id: dinas, kind: sole, first_party: {name: Budi, position: Kepala Dinas Kesehatan}}
        """,
    ),
    Example(
        "parties-not-known",
        "[{id: a}, {id: b, kind: sole, first_party: {name: Ani, position: Analis Kebijakan}}]",
        skips=["a", "b"],
    ),
    Example("only-the-second-party-known", "{id: a, second_party: {position: Kepala Dinas}}", skips=[]),
    Example(
        "two-parties",
        "{id: a, kind: paired, first_party: {position: Kepala Bidang Arsip}, second_party: {position: Kepala Dinas}}",
    ),
]
INVALID = [
    Example(
        "a-head-of-section-alone",
        "{id: a, kind: sole, first_party: {name: Ani, position: Kepala Seksi Arsip}}",
        finds=[Found("a:second")],
    ),
    Example(
        "two-parties-meant",
        "{id: a, kind: paired, first_party: {name: Ani, position: Kepala Dinas Kesehatan}}",
        finds=[Found("a:second")],
    ),
]


class Options(Parameters):
    """Who may sign alone."""

    top_positions: Annotated[
        tuple[str, ...],
        Text(
            id="Jabatan yang boleh menandatangani sendiri; bila kosong: kepala instansi dan pejabat di atasnya.",
            en="Positions that may sign alone; without any, the heads of agencies and those above them.",
        ),
    ] = ()


def check(member: Member, options: Options) -> Iterator[Finding | NotChecked]:
    agreement, party = member.agreement, member.agreement.first_party
    if agreement.kind is None or party is None or not party.position:
        if agreement.second_party is None:
            yield RULE.skip(of_agreement(agreement), messages.POSITION_UNKNOWN)
        return
    if agreement.second_party is not None:
        return
    level = rank(office(party.position, agreement.institution))
    allowed = is_external_head(party.position) or (
        any(same_post(party.position, top, agreement.institution) for top in options.top_positions)
        if options.top_positions
        else level == 1
    )
    if agreement.kind == "sole" and not allowed and level is None:
        yield RULE.skip(of_agreement(agreement), messages.POSITION_UNKNOWN)
    elif agreement.kind == "paired" or not allowed:
        yield RULE.found(
            of_party(agreement, "second"),
            [quote_agreement(agreement)],
            variant="not_named" if agreement.kind == "paired" else None,
            key=(),
            position=party.position,
        )
