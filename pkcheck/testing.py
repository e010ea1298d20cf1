"""For those who write rules: sets of agreements with nothing wrong in them, drawn by hypothesis.

`sound_sets()` draws an agency of two or three levels in which every sum holds, every indicator is handed down, every
date and signature is in order. Break one thing in it, and the rule for that must speak, and no other. What it cannot do:
it draws no document, so nothing here tests a reader; texts come from a small stock, so it says little of wording.
Needs `pip install hypothesis`.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from pkcheck.model import (
    Agreement,
    Annex,
    BudgetLine,
    Indicator,
    Objective,
    Party,
    Signature,
    Signatures,
    Statement,
    Target,
)
from pkcheck.quantities.money import format_rupiah
from pkcheck.workdays import national_holiday, weekend

_AGENCIES = (
    "Dinas Pendidikan Kabupaten Sukamaju", "Dinas Kesehatan Kota Tirtasari", "Badan Kepegawaian Daerah Kabupaten Rimba",
    "Inspektorat Kabupaten Watulawang", "Dinas Perhubungan Provinsi Nusa Raya",
)  # fmt: skip
_OFFICES = ("Kepala Bidang {}", "Kepala Seksi {}")
_FIELDS = (
    "Perencanaan", "Keuangan", "Kepegawaian", "Pengawasan", "Pelayanan Umum", "Sarana Prasarana", "Data Informasi",
    "Pemberdayaan", "Kerja Sama", "Penelitian", "Perizinan", "Pengaduan", "Arsip", "Pelatihan", "Hukum", "Promosi",
)  # fmt: skip
_NAMES = (
    "Sari Wulandari", "Bagus Prakoso", "Dewi Lestarini", "Rahmat Hidayatullah", "Intan Permatasari", "Yusuf Maulana",
    "Nur Aisyah", "Gede Suardana", "Maria Tambunan", "Joko Purnomo", "Lina Marlina", "Agus Setiadi", "Fitri Handayani",
    "Hendra Gunawan", "Ratna Sulistyo", "Wayan Artana", "Siti Rahmawati", "Petrus Lobo", "Andi Baso", "Mulyono Hadi",
    "Teguh Santosa",
)  # fmt: skip
_MATTERS = (
    "jalan desa", "irigasi tersier", "perpustakaan keliling", "guru bersertifikat", "imunisasi dasar", "air minum layak",
    "izin usaha mikro", "pasar rakyat", "terminal penumpang", "rambu lalu lintas", "lahan sawah", "ternak sapi",
    "benih padi", "kelompok nelayan", "posyandu aktif", "gizi balita", "museum daerah", "sanggar seni", "atlet pelajar",
    "taman kota", "sampah rumah tangga", "drainase kota", "rumah susun", "menara telekomunikasi", "aset tanah",
    "pajak hotel", "retribusi parkir", "arsip vital", "tenaga kerja lokal", "balai pelatihan", "cadangan pangan",
    "hutan rakyat", "mangrove pesisir", "sertifikat halal", "koperasi simpan pinjam", "mitigasi longsor",
)  # fmt: skip
_PROGRAMMES = ("Program Penunjang Urusan Pemerintahan", "Program Pengelolaan Layanan Publik")
_WORDING = ("{} yang memenuhi standar", "{} yang terbina tepat waktu", "{} yang tuntas terlayani")
_MOST = 10**9
_MATTERS_EACH = 2


@dataclass(frozen=True)
class _Post:
    """A place in the tree: its number in the order of the set, its superior's number, its level from 0."""

    number: int
    superior: int | None
    level: int


@dataclass(frozen=True)
class _Agency:
    """What all agreements of a set have in common."""

    name: str
    date: datetime.date
    parties: dict[int, Party]


@st.composite
def sound_sets(draw: st.DrawFn, *, most_units: int = 9) -> tuple[Agreement, ...]:
    """Agreements of one agency, the head first, at most `most_units` of them, with no fault in them."""
    agency = draw(st.sampled_from(_AGENCIES))
    posts = _tree(draw(st.lists(st.integers(0, 2), min_size=1, max_size=3)), most_units)
    year = draw(st.integers(2020, 2030))
    days = st.dates(datetime.date(year, 1, 2), datetime.date(year, 1, 20))
    day = draw(days.filter(lambda each: not weekend(each) and not national_holiday(each)))
    names = draw(st.permutations(_NAMES))
    fields = draw(st.permutations(_FIELDS))
    matters = draw(st.permutations(_MATTERS))
    goals = draw(st.lists(st.sampled_from((100, 95, 90, 87.5, 75)), min_size=len(matters), max_size=len(matters)))
    leaves = [post.number for post in posts if not _below(posts, post)]
    money = {leaf: draw(st.lists(st.integers(0, _MOST), min_size=2, max_size=2)) for leaf in leaves}
    parties = {each.number: _party(each, names, fields, agency) for each in posts}
    return tuple(
        _agreement(
            post,
            _Agency(agency, day, parties),
            amounts=[sum(money[leaf][at] for leaf in _leaves_under(posts, post)) for at in range(len(_PROGRAMMES))],
            goals=[
                (matters[at], goals[at])
                for leaf in _leaves_under(posts, post)
                for at in _matters_of(leaves.index(leaf))
            ],
        )
        for post in posts
    )


def _tree(branches: list[int], most: int) -> list[_Post]:
    """A head, a unit for each of `branches`, and that many units under it."""
    posts = [_Post(0, None, 0)]
    for leaves in branches:
        middle = _Post(len(posts), 0, 1)
        below = [_Post(middle.number + at, middle.number, 2) for at in range(1, leaves + 1)]
        if len(posts) + 1 + len(below) <= most:
            posts += [middle, *below]
    return posts


def _below(posts: list[_Post], post: _Post) -> list[_Post]:
    return [each for each in posts if each.superior == post.number]


def _leaves_under(posts: list[_Post], post: _Post) -> Iterator[int]:
    below = _below(posts, post)
    if not below:
        yield post.number
    for each in below:
        yield from _leaves_under(posts, each)


def _matters_of(leaf: int) -> range:
    return range(leaf * _MATTERS_EACH, (leaf + 1) * _MATTERS_EACH)


def _party(post: _Post, names: list[str], fields: list[str], agency: str) -> Party:
    position = f"Kepala {agency}" if post.level == 0 else _OFFICES[post.level - 1].format(fields[post.number])
    return Party(name=names[post.number], position=position)


def _agreement(post: _Post, agency: _Agency, amounts: list[int], goals: list[tuple[str, float]]) -> Agreement:
    own = agency.parties[post.number]
    above = agency.parties[post.superior] if post.superior is not None else None
    name = f"unit-{post.number}"
    signatures = Signatures(first=_block(own), second=_block(above) if above else None)
    year = agency.date.year
    return Agreement(
        id=name,
        institution=agency.name,
        unit=agency.name if post.level == 0 else f"{(own.position or '').removeprefix('Kepala ')} {agency.name}",
        fiscal_year=year,
        kind="paired" if above else "sole",
        supervisor=f"unit-{post.superior}" if above else None,
        first_party=own,
        second_party=above,
        statement=Statement(place="Sukamaju", date=agency.date, signatures=signatures),
        annex=Annex(place="Sukamaju", date=agency.date, signatures=signatures, fiscal_year=year),
        objectives=tuple(_objective(name, no, matter, goal, post.level) for no, (matter, goal) in enumerate(goals, 1)),
        budget=tuple(
            BudgetLine(name=programme, raw=f"{format_rupiah(amount)},-", amount=amount)
            for programme, amount in zip(_PROGRAMMES, amounts, strict=True)
        ),
    )


def _block(party: Party) -> Signature:
    return Signature(name=party.name, position=party.position)


def _objective(agreement: str, no: int, matter: str, goal: float, level: int) -> Objective:
    text = f"Meningkatnya {matter}" if level == 0 else f"Persentase {_WORDING[level - 1].format(matter)}"
    indicator = Indicator(
        id=f"{agreement}:{no}.1",
        text=f"Persentase {_WORDING[level].format(matter)}",
        target=Target(raw=f"{goal:g}%".replace(".", ","), value=goal, unit="persen"),
    )
    return Objective(no=no, text=text, indicators=(indicator,))
