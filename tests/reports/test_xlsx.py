"""The working paper, read back as a spreadsheet program has it."""

import datetime
import html
import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pkcheck.config import Official, ReportSettings
from pkcheck.recording import recorded
from pkcheck.reporting import Style, formats, record_formats
from pkcheck.texts import Lang

SHEETS = {
    "id": [
        "Ringkasan", "Temuan", "Bukti", "Kaskade", "Anggaran", "KKE-1 SMART", "KKE-2 Cascading", "KKE-3 Anggaran",
        "Cakupan", "Tidak diperiksa", "Catatan baca", "Dasar hukum",
    ],
    "en": [
        "Summary", "Findings", "Evidence", "Cascade", "Budget", "KKE-1 SMART", "KKE-2 Cascading", "KKE-3 Budget",
        "Coverage", "Not checked", "Reading notes", "Legal basis",
    ],
}  # fmt: skip
# What Excel would obey in a cell or refuse to open, as `pkcheck.display.visible` lists it.
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
TREE = """
- id: ketua
  unit: KPU Provinsi
  fiscal_year: 2024
  kind: sole
  first_party: {name: Fahmi, position: Ketua}
  statement: {date: 2024-03-01}
  annex: {date: 2024-03-06}
  objectives:
  - no: 1
    text: Terwujudnya data
    indicators:
    - {text: Persentase data mutakhir, target: 90%}
    - {text: Persentase pemilih hadir, target: 77%, not_cascaded: dikerjakan sendiri}
    - {text: Jumlah tamu}
  budget:
  - {name: Program A, amount: 100}
- id: humas
  supervisor: ketua
  first_party: {name: Aliuk, position: Humas}
  objectives:
  - no: 1
    text: Persentase data mutakhir
    indicators: [{text: Persentase data segar, target: 80%, derives_from: ["ketua:1.1"]}]
  - no: 2
    text: Sesuatu yang lain
    indicators: [{text: Nilai akuntabilitas, target: BB}]
  budget:
  - {name: Program A, amount: 60}
  - {name: Program Lain, amount: 7}
- id: hukum
  supervisor: ketua
  first_party: {name: Sri, position: Hukum}
  objectives:
  - no: 1
    text: Persentase data mutakhir
    indicators: [{text: Persentase data mutakhir, target: 4 dokumen, derives_from: ["ketua:1.1"]}]
  budget:
  - {name: Program A, amount: 50}
"""


def book_of(outcome: Any, lang: Lang = "id", *, suppressed: bool = False, values: bool = False) -> Workbook:
    (data,) = formats()["xlsx"].render(outcome, Style(lang=lang, suppressed=suppressed))
    return load_workbook(io.BytesIO(data), data_only=values)


def rows_of(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """The rows below the heads."""
    return list(sheet.iter_rows(min_row=head_of(sheet) + 1, values_only=True))


def head_of(sheet: Worksheet) -> int:
    """The number of the row of heads: what is frozen ends with it."""
    return int(re.sub(r"\D", "", str(sheet.freeze_panes))) - 1


def texts_of(book: Workbook) -> list[str]:
    return [
        cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str)
    ]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_sheets_stand_in_their_order(build: Any, lang: Lang) -> None:
    assert book_of(build.small(), lang).sheetnames == SHEETS[lang]


def test_a_finding_is_a_row_in_five_parts_with_the_cause_left_open(build: Any) -> None:
    book = book_of(build.small())
    head = [cell.value for cell in book["Temuan"][head_of(book["Temuan"])]]
    assert head == [
        "No.", "Kode dan jenis temuan", "Unit dan pejabat", "Kondisi", "Kriteria", "Sebab", "Akibat", "Rekomendasi", "Bukti", "Nilai",
        "Tingkat", "Kepastian", "Simpulan pemeriksa", "Status tindak lanjut", "Tanggapan auditi", "Tenggat", "Sidik jari",
    ]  # fmt: skip
    first, second = build.small().findings
    due = '=IF(received_on="","",received_on+days_to_answer)'
    criterion = (
        "Anggaran bawahan bersumber dari anggaran atasan (Perpres 29/2014, bagian Perjanjian Kinerja (Pasal 8-14); "
        "terverifikasi dari sumber yang mengulang; penerapannya kesimpulan: inkonsistensi, bukan pelanggaran)."
    )
    assert rows_of(book["Temuan"]) == [
        (
            1, "BUD999\nTerlalu banyak", "Ketua KPU\nFahmi\n(baris anggaran ketua:budget.1)", "Program A lebih Rp 1.", criterion, None,
            "Uangnya tidak ada.", "Cocokkan dengan DIPA.",
            'pk.txt:\nbaris 12: "Program A | Rp 101"\nhalaman 3: "Program A"\nsel D14: "7"', 1,
            "Kesalahan", "Pasti", "Menunggu konfirmasi", None, None, due, first.fingerprint,
        ),
        (
            2, "BUD999\nTerlalu banyak", "Sekretaris KPU\nAliuk\n(baris anggaran humas:budget.1)", "Program B lebih Rp 1.", criterion, None,
            "Uangnya tidak ada.", "Cocokkan dengan DIPA.", 'pk.txt:\nbaris 20: "Program A | Rp 101"', 1,
            "Kesalahan", "Perlu pertimbangan", "Menunggu konfirmasi", None, None, due, second.fingerprint,
        ),
    ]  # fmt: skip


def test_every_place_of_the_evidence_is_a_row(build: Any) -> None:
    who, aliuk = "Ketua KPU\nFahmi", "Sekretaris KPU\nAliuk"
    assert rows_of(book_of(build.small())["Bukti"]) == [
        (1, "BUD999", who, "pk.txt", None, 12, None, "Program A | Rp 101", None, None),
        (1, "BUD999", who, "pk.txt", 3, None, None, "Program A", None, None),
        (1, "BUD999", who, "pk.txt", None, 12, "D14", "7", None, None),
        (2, "BUD999", aliuk, "pk.txt", None, 20, None, "Program A | Rp 101", None, None),
    ]


def test_places_beyond_the_fifth_are_counted_and_on_the_other_sheet(build: Any) -> None:
    book = book_of(build.outcome([build.finding(*(build.evidence("x", None, line=n) for n in range(1, 9)))]))
    told = rows_of(book["Temuan"])[0][8].split("\n")
    assert told[-2:] == ['baris 5: "x"', '… dan 3 tempat lain, lihat lembar "Bukti"']
    assert [row[5] for row in rows_of(book["Bukti"])] == list(range(1, 9))


def test_what_the_inspector_adds_is_chosen_from_lists(build: Any) -> None:
    sheet = book_of(build.small())["Temuan"]
    guides = {str(each.sqref): (each.type, each.formula1) for each in sheet.data_validations.dataValidation}
    assert guides["M5:M6"] == ("list", '"Menunggu konfirmasi,Dipertahankan,Dipertahankan sebagian,Gugur"')
    assert guides["N5:N6"] == (
        "list",
        '"Sesuai rekomendasi,Belum sesuai rekomendasi,Belum ditindaklanjuti,Tidak dapat ditindaklanjuti"',
    )
    assert guides["P5:P6"][0] == "date"


def test_findings_filter_stay_headed_and_print_across(build: Any) -> None:
    sheet = book_of(build.small())["Temuan"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A4:Q6", "C5")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$4:$4", "$A:$B")
    assert sheet.print_area == "'Temuan'!$A$1:$P$6"
    assert [each.id for each in sheet.col_breaks.brk] == [7]


@pytest.mark.parametrize("name", SHEETS["id"][2:])
def test_other_sheets_are_one_page_across(build: Any, name: str) -> None:
    sheet = book_of(build.small())[name]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)  # None is one
    assert sheet.print_title_rows == f"${head_of(sheet)}:${head_of(sheet)}"


def test_the_cascade_is_a_tree_with_targets_side_by_side(build: Any) -> None:
    sheet = book_of(build.outcome(data=TREE))["Kaskade"]
    given = "dinyatakan dalam data"
    apart = "Tidak dapat dibandingkan: target ini dan target atasannya tidak terukur dalam satuan yang sama"
    below = "Di bawah target atasan"
    no_parent = "Induknya tidak ditemukan dalam PK atasan"
    assert rows_of(sheet) == [
        (1, "Persentase data mutakhir", "Ketua\nFahmi", "90%", None, None, "Tingkat tertinggi", None, "ketua:1.1"),
        (2, "Persentase data segar", "Humas\nAliuk", "80%", "90%", below, given, None, "humas:1.1"),
        (2, "Persentase data mutakhir", "Hukum\nSri", "4 dokumen", "90%", apart, given, None, "hukum:1.1"),
        (
            1, "Persentase pemilih hadir", "Ketua\nFahmi", "77%", None, None, "Tingkat tertinggi",
            "Dinyatakan tidak diturunkan: dikerjakan sendiri", "ketua:1.2",
        ),
        (
            1, "Jumlah tamu", "Ketua\nFahmi", "(tanpa target)", None, None, "Tingkat tertinggi",
            "Tidak diturunkan ke bawahan", "ketua:1.3",
        ),
        (1, "Nilai akuntabilitas", "Humas\nAliuk", "BB", None, None, no_parent, None, "humas:2.1"),
    ]  # fmt: skip
    first = head_of(sheet) + 1
    assert [sheet.row_dimensions[first + at].outlineLevel for at in range(3)] == [0, 1, 1]
    assert [sheet.cell(first + at, 2).alignment.indent for at in range(3)] == [0, 1, 1]


def test_an_indicator_under_two_parents_is_listed_twice_and_what_is_below_it_once(build: Any) -> None:
    data = """
- id: a
  kind: sole
  objectives: [{no: 1, text: x, indicators: [{text: Jumlah satu, target: 1 kali}, {text: Jumlah dua, target: 2 kali}]}]
- id: b
  supervisor: a
  objectives:
  - {no: 1, text: y, indicators: [{text: Jumlah tiga, target: 3 kali, derives_from: ["a:1.1", "a:1.2"]}]}
- id: c
  supervisor: b
  objectives: [{no: 1, text: z, indicators: [{text: Jumlah empat, target: 4 kali, derives_from: ["b:1.1"]}]}]
"""
    rows = rows_of(book_of(build.outcome(data=data))["Kaskade"])
    assert [(row[0], row[8], row[7]) for row in rows] == [
        (1, "a:1.1", None),
        (2, "b:1.1", None),
        (3, "c:1.1", None),
        (1, "a:1.2", None),
        (2, "b:1.1", "Turunannya tercantum di atas"),
    ]


def test_budgets_are_added_up_by_formulas(build: Any) -> None:
    kind, gap = "Bawahan ke unit, per program", "ada anggaran bawahan yang tidak dapat ditempatkan pada program atasan"
    outcome = build.outcome(data=TREE)
    assert rows_of(book_of(outcome)["Anggaran"]) == [
        (kind, "Ketua", "Program A", 100, None, "=SUM(E5:E6)", "=F4-D4", gap),
        (None, "Humas", "Program A", None, 60, None, None, None),
        (None, "Hukum", "Program A", None, 50, None, None, None),
        ("Tidak ada pada atasan", "Humas", "Program Lain", None, 7, None, None, None),
    ]
    assert rows_of(book_of(outcome, values=True)["Anggaran"])[0][5:7] == (110, 10)


def test_formulas_stand_in_the_rows_that_they_reckon_with(build: Any) -> None:
    data = TREE.replace("amount: 100}", "amount: 100}\n  - {name: Program B, amount: 9}").replace(
        "amount: 50}", "amount: 50}\n  - {name: Program B, amount: 4}"
    )
    data += """- id: arsip
  supervisor: hukum
  budget: [{name: Program Ganjil, amount: 3}, {name: Program A, amount: 50}]
"""
    rows = rows_of(book_of(build.outcome(data=data))["Anggaran"])
    assert [(row[2], row[5], row[6]) for row in rows] == [
        ("Program A", "=SUM(E5:E6)", "=F4-D4"),
        ("Program A", None, None),
        ("Program A", None, None),
        ("Program B", "=SUM(E8:E8)", "=F7-D7"),
        ("Program B", None, None),
        ("Program Lain", None, None),
        ("Program A", "=SUM(E11:E11)", "=F10-D10"),
        ("Program A", None, None),
        ("Program Ganjil", None, None),
    ]


def test_why_a_sum_cannot_be_judged_is_told(build: Any) -> None:
    data = TREE.replace("{name: Program A, amount: 50}", "{name: Program A, raw: seratus rupiah}")
    data = data.replace("  - {name: Program Lain, amount: 7}\n", "")
    rows = rows_of(book_of(build.outcome(data=data))["Anggaran"])
    assert [(row[4], row[6], row[7]) for row in rows[:3]] == [
        (None, None, "ada anggaran yang tidak terbaca"),
        (60, None, None),
        (None, None, "tidak terbaca: seratus rupiah"),
    ]


def test_kke_1_has_only_what_the_document_shows(build: Any) -> None:
    book = book_of(build.outcome(data=TREE))
    rows = rows_of(book["KKE-1 SMART"])
    total = '=IF(COUNT(E{0}:I{0})=0,"",SUM(E{0}:I{0}))'.format
    data, wanted = "Terwujudnya data", "Persentase data mutakhir"
    assert rows[:6] == [
        (None, "Ketua\nFahmi", *[None] * 10),
        (1, data, wanted, "90%", None, 1, None, None, 1, total(6), None, None),
        (2, data, "Persentase pemilih hadir", "77%", None, 1, None, None, 1, total(7), None, None),
        (3, data, "Jumlah tamu", "(tanpa target)", None, 0, None, None, 1, total(8), None, None),
        (None, "Humas\nAliuk", *[None] * 10),
        (4, wanted, "Persentase data segar", "80%", None, 1, None, None, None, total(10), None, None),
    ]
    values = rows_of(book_of(build.outcome(data=TREE), values=True)["KKE-1 SMART"])
    assert [row[9] for row in values[1:4]] == [2, 2, 1]


def test_a_figure_without_a_unit_is_left_to_the_inspector(build: Any) -> None:
    data = TREE.replace("{text: Jumlah tamu}", "{text: Banyaknya tamu, target: '12'}")
    assert rows_of(book_of(build.outcome(data=data))["KKE-1 SMART"])[3][5] is None


def test_kke_2_says_yes_only_where_parent_and_target_agree(build: Any) -> None:
    data = TREE.replace("target: 80%", "target: 90%")
    rows = rows_of(book_of(build.outcome(data=data))["KKE-2 Cascading"])
    apart = "Tidak dapat dibandingkan: target ini dan target atasannya tidak terukur dalam satuan yang sama"
    assert rows == [
        (1, "Persentase data mutakhir", None, None, "Y", "Ketua", None, "Tingkat tertinggi"),
        (2, "Persentase pemilih hadir", None, None, "Y", "Ketua", None, "Tingkat tertinggi"),
        (3, "Jumlah tamu", None, None, "Y", "Ketua", None, "Tingkat tertinggi"),
        (4, "Persentase data segar", None, None, "Y", "Humas", "Y", "Diturunkan dari Ketua (ketua:1.1)"),
        (5, "Nilai akuntabilitas", None, None, "Y", "Humas", None, "Induknya tidak ditemukan dalam PK atasan"),
        (6, "Persentase data mutakhir", None, None, "Y", "Hukum", None, f"Diturunkan dari Ketua (ketua:1.1); {apart}"),
    ]


def test_kke_3_lists_every_budget_line(build: Any) -> None:
    finding = build.finding(at="ketua")
    rows = rows_of(book_of(build.outcome([finding], data=TREE))["KKE-3 Anggaran"])
    total = '=IF(COUNT(G{0}:H{0})=0,"",SUM(G{0}:H{0}))'.format
    assert rows == [
        (1, "Ketua", "Program", "Program A", None, 100, None, None, total(5), "Temuan no. 1"),
        (2, "Humas", "Program", "Program A", None, 60, None, None, total(6), None),
        (3, "Humas", "Program", "Program Lain", None, 7, None, None, total(7), None),
        (4, "Hukum", "Program", "Program A", None, 50, None, None, total(8), None),
    ]


def test_what_every_rule_did_is_told_with_why_it_could_not(build: Any) -> None:
    book = book_of(build.small())
    assert rows_of(book["Cakupan"]) == [
        ("BUD999", "Terlalu banyak", "dijalankan", "PK", 2, 3, 1, "1: anggaran tidak terbaca"),
        ("XYZ001", None, "dijalankan", "PK", 2, 0, 0, None),
        ("XYZ002", None, "tidak dijalankan", "PK", 2, 0, 0, "tidak dipilih"),
        ("XYZ003", None, "rusak", "PK", 2, 0, 0, "aturan ini rusak"),
        ("XYZ004", None, "dijalankan", "unit", 0, 0, 0, None),
    ]
    unread = ("BUD999", "Sekretaris KPU\nAliuk", "humas", "anggaran tidak terbaca", None)
    assert rows_of(book["Tidak diperiksa"]) == [unread]


def test_reading_notes_stand_with_their_file(build: Any) -> None:
    assert rows_of(book_of(build.small())["Catatan baca"]) == [
        ("pk.yaml", "terbaca", 2, "catatan", None, 3, "diragukan", "kutipan"),
        ("pk.yaml", "terbaca", 2, "masalah", 2, None, "tidak terbaca", None),
    ]
    assert rows_of(book_of(build.outcome())["Catatan baca"]) == [
        ("pk.yaml", "terbaca", 2, None, None, None, "tidak ada catatan", None)
    ]


def test_the_legal_basis_says_how_well_it_was_verified(build: Any) -> None:
    [row] = rows_of(book_of(build.small())["Dasar hukum"])
    assert (row[0], row[2], row[8]) == ("R01", "Perpres 29/2014", "BUD999")
    assert "terverifikasi" in row[5]
    known = recorded(build.small(), "id")
    (data,) = record_formats()["xlsx"].render(replace(known, rules={}), Style())
    [told] = rows_of(load_workbook(io.BytesIO(data))["Dasar hukum"])
    assert told[:4] == row[:4]


def test_silenced_findings_have_a_sheet_where_they_are_asked_for(build: Any) -> None:
    book = book_of(build.small(), suppressed=True)
    assert book.sheetnames == [*SHEETS["id"], "Didiamkan"]
    [row] = rows_of(book["Didiamkan"])
    assert row[2] == "Program C lebih Rp 1."
    assert "alasan: Sudah dibahas" in row[5]
    assert not [text for text in texts_of(book_of(build.small())) if "Program C" in text]


def test_dates_are_dates_and_rupiah_are_numbers(build: Any) -> None:
    book = book_of(build.outcome([build.finding()], data=TREE))
    dates = [cell for row in book["Ringkasan"].iter_rows() for cell in row if isinstance(cell.value, datetime.datetime)]
    assert [(cell.value, cell.number_format) for cell in dates] == [
        (datetime.datetime(2024, 3, 1), "[$-421]d mmmm yyyy"),  # noqa: DTZ001
        (datetime.datetime(2024, 3, 6), "[$-421]d mmmm yyyy"),  # noqa: DTZ001
    ]
    amount = book["Temuan"]["J5"]
    assert (amount.value, amount.data_type) == (1, "n")
    assert amount.number_format == "[$Rp-421] #,##0;[Red]-[$Rp-421] #,##0"


def test_the_summary_counts_by_formulas_that_agree_with_the_findings(build: Any) -> None:
    outcome = build.small()
    sheet, values = book_of(outcome)["Ringkasan"], book_of(outcome, values=True)["Ringkasan"]
    at = next(cell.row for cell in sheet["A"] if cell.value == "Kesalahan")
    formula = "=COUNTIFS('Temuan'!$K$5:$K$6,\"Kesalahan\",'Temuan'!$L$5:$L$6,\"Pasti\")"
    assert sheet.cell(at, 2).value == formula
    assert [values.cell(at, column).value for column in (2, 3, 4)] == [1, 1, 2]
    assert "Temuan: 2 (2 kesalahan, 0 peringatan, 0 catatan); 1 di antaranya perlu pertimbangan." in texts_of(
        book_of(outcome)
    )


def test_who_signs_comes_from_the_settings_and_is_left_to_be_filled_in_otherwise(build: Any) -> None:
    own = ReportSettings(
        members=(Official(name="Rina"), Official(name="=Joko")),
        team_leader=Official(name="Siti Aminah", nip="198001012005012001"),
        quality_supervisor=Official(name="Budi Santoso"),
    )
    for settings, named in (
        (own, ["Rina\n=Joko", "Siti Aminah\nNIP 198001012005012001", None, "Budi Santoso"]),
        (None, [None, None, None, None]),
    ):
        (data,) = formats()["xlsx"].render(build.small(), Style(report=settings))
        sheet = load_workbook(io.BytesIO(data))["Ringkasan"]
        at = next(cell.row for cell in sheet["A"] if cell.value == "Disusun oleh (anggota tim)")
        roles = [(sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in range(at, at + 4)]
        assert roles == list(
            zip(
                ["Disusun oleh (anggota tim)", "Direviu oleh (ketua tim)", "Pengendali teknis", "Pengendali mutu"],
                named,
                strict=True,
            )
        )


def test_due_dates_are_reckoned_from_the_summary(build: Any) -> None:
    book = book_of(build.small())
    names = {name: each.attr_text for name, each in book.defined_names.items()}
    assert {"received_on", "days_to_answer"} <= names.keys()
    places = {name: names[name].split("$")[-1] for name in ("received_on", "days_to_answer")}
    assert book["Ringkasan"][f"A{places['received_on']}"].value == "Tanggal laporan diterima auditi"
    assert book["Ringkasan"][f"B{places['days_to_answer']}"].value == 60


@pytest.mark.parametrize("lang", ["id", "en"])
def test_hostile_text_is_text(build: Any, lang: Lang) -> None:
    book = book_of(build.hostile(), lang, suppressed=True)
    ours = ("=IF(received_on=", "=COUNTIF", "=SUM(B", "=IF(COUNT(")
    formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert [cell.value for cell in formulas if not str(cell.value).startswith(ours)] == []
    assert [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []
    texts = texts_of(book)
    assert [text for text in texts if OBEYED.search(text)] == []
    assert any("=cmd|'/c calc'!A0 \\x1b[2J\\x00" in text for text in texts)
    sheet = book[SHEETS[lang][1]]
    assert "y" * 10_000 in sheet["D6"].value
    conditions = [sheet.cell(row, 4) for row in (5, 6, 7)]
    assert str(conditions[2].value).startswith("=1+1")
    assert [cell.data_type for cell in conditions] == ["s", "s", "s"]


def test_what_looks_like_a_formula_stays_text_when_it_is_edited(build: Any) -> None:
    cell = book_of(build.outcome([build.finding(what="=1+1")]))["Temuan"]["D5"]
    assert cell.value.startswith("=1+1")
    assert cell.quotePrefix


@pytest.mark.parametrize(("letter", "kept"), [("z", 32_767), ("\U0001f600", 16_300)])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(build: Any, letter: str, kept: int) -> None:
    long = build.evidence(letter * 40_000, None)
    cell = book_of(build.outcome([build.finding(long)]))["Bukti"]["H5"].value
    assert cell.endswith(" … [dipotong: 40000 huruf]")
    assert len(cell.encode("utf-16-le")) // 2 <= 32_767
    assert cell.count(letter) >= kept - 60


def test_an_institution_cannot_command_the_page_header(build: Any) -> None:
    data = "- {id: a, institution: '&D&\"Arial\"Dinas & Kantor', kind: sole}"
    (made,) = formats()["xlsx"].render(build.outcome(data=data), Style())
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        page = packed.read("xl/worksheets/sheet2.xml").decode()
    told = html.unescape(page.partition("<oddHeader>")[2].partition("</oddHeader>")[0])
    assert told == '&L&8 &&D&&"Arial"Dinas && Kantor&C&8 Temuan&R&8 '


def test_the_same_outcome_gives_the_same_bytes(build: Any) -> None:
    one, other = (list(formats()["xlsx"].render(build.small(), Style())) for _ in range(2))
    assert one == other


def test_nothing_at_all_makes_a_workbook_too(build: Any) -> None:
    book = book_of(build.outcome(data="[]"))
    assert book["Temuan"]["A5"].value == "Tidak ada."
    assert "Tidak ada PK yang terbaca" in " ".join(texts_of(book))


def test_two_thousand_findings_are_two_thousand_rows(build: Any) -> None:
    book = book_of(build.outcome([build.finding(what=f"Program {n}") for n in range(2000)]))
    assert [row[3] for row in rows_of(book["Temuan"])] == [f"Program {n} lebih Rp 1." for n in range(2000)]


def test_both_languages_are_spoken_and_not_mixed(build: Any) -> None:
    told = {lang: " ".join(texts_of(book_of(build.small(), lang, suppressed=True))) for lang in ("id", "en")}
    assert not re.search(r"\b(?:tidak|berkas|temuan|alasan|diperiksa|pemeriksa)\b", told["en"], re.IGNORECASE)
    assert not re.search(r"\b(?:reason|checked|findings?|the)\b", told["id"], re.IGNORECASE)
