"""Targets as annexes print them: what each form says, and that no text is too odd to be read."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pkcheck.quantities.numbers import NumberStyle, format_number
from pkcheck.quantities.targets import ParsedTarget, Part, parse_target

STYLES: tuple[NumberStyle, ...] = ("id", "en")


def target(  # noqa: PLR0913
    value: str | None = None,
    unit: str | None = None,
    *,
    also: tuple[tuple[str, str | None], ...] = (),
    sign: str | None = None,
    upper: str | None = None,
    predicate: str | None = None,
    total: str | None = None,
) -> dict[str, object]:
    return {
        "value": Decimal(value) if value else None,
        "unit": unit,
        "also": tuple((Decimal(v), u) for v, u in also),
        "sign": sign,
        "upper": Decimal(upper) if upper else None,
        "predicate": predicate,
        "total": Decimal(total) if total else None,
    }


def said(read: ParsedTarget) -> dict[str, object]:
    """Everything but how the unit was printed."""
    return {
        "value": read.value,
        "unit": read.unit,
        "also": tuple((part.value, part.unit) for part in read.also),
        "sign": read.sign,
        "upper": read.upper,
        "predicate": read.predicate,
        "total": read.total,
    }


FORMS: list[tuple[str, dict[str, object]]] = [
    # shares
    ("100%", target("100", "persen")),
    ("97,5%", target("97.5", "persen")),
    ("87.5%", target("87.5", "persen")),
    ("2,5 ± 1%", target("1.5", "persen", upper="3.5")),
    ("2,5% +/- 1%", target("1.5", "persen", upper="3.5")),
    ("100,00 Persen", target("100", "persen")),
    ("100 Persen (%)", target("100", "persen")),
    ("100 (%)", target("100", "persen")),
    ("5 (lima) %", target("5", "persen")),
    ("5% (lima persen)", target("5", "persen")),
    ("100% dari total pegawai", target("100", "persen")),
    ("95%*", target("95", "persen")),
    ("80%+", target("80", "persen")),
    ("97.500 %", target("97.5", "persen")),
    ("-5%", target("-5", "persen")),
    ("100%/tahun", target("100", "persen")),
    # two quantities
    ("36,36% (4 satker)", target("36.36", "persen", also=(("4", "satuan kerja"),))),
    ("100% (11 Satker)", target("100", "persen", also=(("11", "satuan kerja"),))),
    ("100% / 11 satker", target("100", "persen", also=(("11", "satuan kerja"),))),
    ("2 Dokumen, 1 Laporan", target("2", "dokumen", also=(("1", "laporan"),))),
    ("2 dok. dan 3 lap.", target("2", "dokumen", also=(("3", "laporan"),))),
    ("3 keg 40 orang", target("3", "kegiatan", also=(("40", "orang"),))),
    ("3 Kegiatan/40 Orang", target("3", "kegiatan", also=(("40", "orang"),))),
    ("15 Menit 30 Detik", target("15", "menit", also=(("30", "detik"),))),
    ("25%;50%;100%", target("25", "persen", also=(("50", "persen"), ("100", "persen")))),
    # what stands in brackets without being a quantity
    ("12 dokumen (2024)", target("12", "dokumen")),
    ("2 dokumen (Renja dan RKA)", target("2", "dokumen")),
    ("12 Laporan (1 per bulan)", target("12", "laporan")),
    ("100% (skala 0-100)", target("100", "persen")),
    ("12 lap (Jan-Des)", target("12", "laporan")),
    ("12 [dokumen]", target("12", "dokumen")),
    # grades
    ("WTP", target(predicate="WTP")),
    ("Opini WTP", target(predicate="WTP")),
    ("WTP (Wajar Tanpa Pengecualian)", target(predicate="WTP")),
    ("BB", target(predicate="BB")),
    ("A", target(predicate="A")),
    ("Predikat BB", target(predicate="BB")),
    ("Terakreditasi A", target(predicate="A")),
    ("Sangat Baik", target(predicate="Sangat Baik")),
    ("Informatif", target(predicate="Informatif")),
    ("B (65)", target("65", predicate="B")),
    ("A (80,01)", target("80.01", predicate="A")),
    ("75,5 (B)", target("75.5", predicate="B")),
    ("80 (BB / Sangat Baik)", target("80", predicate="BB")),
    ("70,50/BB", target("70.5", predicate="BB")),
    ("BB / 70,5", target("70.5", predicate="BB")),
    ("85 Nilai (A)", target("85", "nilai", predicate="A")),
    ("≥ 80 (B)", target("80", sign="≥", predicate="B")),
    ("b", target()),
    # comparison signs
    ("≥ 80%", target("80", "persen", sign="≥")),
    (">=80", target("80", sign="≥")),
    ("> 90%", target("90", "persen", sign=">")),
    ("≤ 5 hari", target("5", "hari", sign="≤")),
    ("<15 menit", target("15", "menit", sign="<")),
    ("minimal 80%", target("80", "persen", sign="≥")),
    ("Min. 80 %", target("80", "persen", sign="≥")),
    ("paling sedikit 3 kegiatan", target("3", "kegiatan", sign="≥")),
    ("tidak kurang dari 80%", target("80", "persen", sign="≥")),
    ("maks 5 hari kerja", target("5", "hari", sign="≤")),
    ("tidak lebih dari 5%", target("5", "persen", sign="≤")),
    ("lebih dari 5%", target("5", "persen", sign=">")),
    # ranges and parts of a whole
    ("5-7", target("5", upper="7")),
    ("5 - 7 %", target("5", "persen", upper="7")),
    ("10%-15%", target("10", "persen", upper="15")),
    ("90 s.d. 95%", target("90", "persen", upper="95")),
    ("5,2 – 5,6 persen", target("5.2", "persen", upper="5.6")),
    ("100 dari 110 Organisasi", target("100", "organisasi", total="110")),
    ("4 satker dari 11 satker", target("4", "satuan kerja", total="11")),
    ("3,2 dari skala 4", target("3.2", total="4")),
    ("16/100.000", target("16", total="100000")),
    ("16/100.000 KH", target("16", total="100000")),
    ("1:20", target("1", total="20")),
    ("16 per 1.000 kelahiran hidup", target("16", "rasio")),
    ("5 orang/1000 penduduk", target("5", "rasio")),
    # scores, levels, ranks
    ("0,9 Angka", target("0.9", "angka")),
    ("3,25 indeks", target("3.25", "indeks")),
    ("Indeks 3,25", target("3.25", "indeks")),
    ("Nilai SAKIP 70", target("70", "nilai")),
    ("Level 3", target("3", "level")),
    ("Level 3 (Terdefinisi)", target("3", "level")),
    ("Maturitas Level 3", target("3", "level")),
    ("Peringkat 5", target("5", "peringkat")),
    ("Peringkat 10 besar", target("10", "peringkat")),
    ("4,00 Skala Likert 1-5", target("4", "skala")),
    # counts
    ("2 Dokumen", target("2", "dokumen")),
    ("2-Lap", target("2", "laporan")),
    ("1 (satu) dokumen", target("1", "dokumen")),
    ("1 (satu) Dokumen (LKjIP)", target("1", "dokumen")),
    ("12 dok.", target("12", "dokumen")),
    ("10 Kab./Kota", target("10", "kabupaten/kota")),
    ("12 laporan bulanan", target("12", "laporan")),
    ("4 Kali/Tahun", target("4", "kali")),
    ("1.500 orang", target("1500", "orang")),
    ("1,500 orang", target("1500", "orang")),
    ("1 000 orang", target("1000", "orang")),
    ("30 ribu orang", target("30000", "orang")),
    ("12 Dokumen Tahun 2024", target("12", "dokumen")),
    ("2 unta", target("2")),
    # time, things measured
    ("12 bulan", target("12", "bulan")),
    ("5 hari kerja", target("5", "hari")),
    ("2 x 24 jam", target("48", "jam")),
    ("5,6 Ton/Ha", target("5.6", "ton per hektar")),
    ("1.200 m2", target("1200", "meter persegi")),
    # money
    ("Rp 5.000.000", target("5000000", "rupiah")),
    ("Rp2.500.000.000,00", target("2500000000", "rupiah")),
    ("Rp. 2,5 miliar", target("2500000000", "rupiah")),
    ("2,5 Juta Rupiah", target("2.5", "juta rupiah")),
    ("USD 5.000", target("5000", "dolar")),
    # bare numbers
    ("0", target("0")),
    ("85,5", target("85.5")),
    ("85 (delapan puluh lima)", target("85")),
    ("Target 2024: 5%", target("5", "persen")),
    # nothing that could be measured
    ("", target()),
    ("-", target()),
    ("N/A", target()),
    ("nihil", target()),
    ("Tepat waktu", target()),
    ("TW 1 100%", target()),
    ("TW I: 25%", target()),
    ("31 Maret", target(unit="tanggal")),
    ("08.00 WIB", target(unit="tanggal")),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_a_form_is_read(text: str, expected: dict[str, object]) -> None:
    assert said(parse_target(text)) == expected


def test_an_unknown_unit_is_kept_as_printed() -> None:
    assert parse_target("5 gumbrik besar sekali") == ParsedTarget(Decimal(5), None, "gumbrik besar sekali")


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("5", "Dokumen", target("5", "dokumen")),
        ("100", "%", target("100", "persen")),
        ("100", "Persen (%)", target("100", "persen")),
        ("5-7", "Hari", target("5", "hari", upper="7")),
        ("72,5", "Nilai", target("72.5", "nilai")),
        ("BB", "Predikat", target(unit="predikat", predicate="BB")),
        ("5", "gumbrik", target("5")),
        ("5", "  ", target("5")),
        ("5 Lap", "Dokumen", target("5", "dokumen")),
        ("-", "Dokumen", target(unit="dokumen")),
    ],
)
def test_a_unit_column_goes_before_the_target_s_own_unit(text: str, column: str, expected: dict[str, object]) -> None:
    assert said(parse_target(text, unit_text=column)) == expected


whole = st.integers(0, 10**12).map(Decimal)
values = st.decimals(0, 10**6, places=2) | whole
UNITS = st.sampled_from([("Nilai", "nilai"), ("ton", "ton"), ("Rp. Juta", "juta rupiah"), ("Km", "kilometer")])
COUNTS = st.sampled_from(
    [("Lap", "laporan"), ("Dok.", "dokumen"), ("orang", "orang"), ("Kab/Kota", "kabupaten/kota"), ("keg", "kegiatan")]
)


def with_style(value: Decimal, style: NumberStyle, text: str = "{}") -> ParsedTarget:
    return parse_target(text.format(format_number(value, style)), style=style)


@given(values, UNITS, st.sampled_from(STYLES))
def test_what_is_written_is_read_again(value: Decimal, unit: tuple[str, str], style: NumberStyle) -> None:
    read = with_style(value, style, f"{{}} {unit[0]}")
    assert (read.value, read.unit) == (value, unit[1])


@given(whole, COUNTS, st.sampled_from(STYLES))
def test_a_count_is_read_again_in_either_style(value: Decimal, unit: tuple[str, str], style: NumberStyle) -> None:
    read = with_style(value, style, f"{{}} {unit[0]}")
    assert (read.value, read.unit) == (value, unit[1])


@given(st.decimals(0, 100, places=2), st.sampled_from(STYLES), st.sampled_from(["{}%", "{} %", "{} persen", "≥ {}%"]))
def test_a_percentage_is_read_again(value: Decimal, style: NumberStyle, text: str) -> None:
    read = with_style(value, style, text)
    assert (read.value, read.unit) == (value, "persen")


@given(whole, whole, st.sampled_from(["{}-{} orang", "{} s.d. {} orang", "{} - {} Orang"]))
def test_a_range_is_read_again(low: Decimal, high: Decimal, text: str) -> None:
    read = parse_target(text.format(format_number(low), format_number(high)), style="id")
    assert (read.value, read.upper, read.unit) == (low, high, "orang")


@given(st.decimals(0, 100, places=2), st.integers(1, 5000), COUNTS)
def test_a_second_quantity_is_read_again(share: Decimal, count: int, unit: tuple[str, str]) -> None:
    read = parse_target(f"{format_number(share)}% ({format_number(Decimal(count))} {unit[0]})", style="id")
    assert (read.value, read.unit) == (share, "persen")
    assert [(part.value, part.unit) for part in read.also] == [(Decimal(count), unit[1])]


@given(st.text() | st.text("0123456789.,-+ ()%/:;RpLapdrisx\n"), st.none() | st.text(max_size=20))
def test_any_text_is_read_or_left(text: str, column: str | None) -> None:
    read = parse_target(text, unit_text=column)
    assert read.value is None or read.value.is_finite()
    assert all(isinstance(part, Part) for part in read.also)


@given(st.sampled_from([text for text, _ in FORMS if text]), st.sampled_from([" {}", "{} ", "{}  ", "\u00a0{}", "{}."]))
def test_space_and_a_full_stop_around_change_nothing(text: str, around: str) -> None:
    assume(not text.endswith("."))
    assert said(parse_target(around.format(text))) == said(parse_target(text))
