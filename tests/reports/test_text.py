import re
from typing import Any

import pytest

from pkcheck.display import visible, window
from pkcheck.findings import Severity
from pkcheck.provisions import provisions
from pkcheck.reporting import Style, formats
from pkcheck.texts import Text

HOSTILE = "\x1b[31mmerah\x1b[0m\x07 \u202ekanan\x9b2J"


def shown(outcome: Any, **style: Any) -> str:
    return "\n".join(formats()["text"].render(outcome, Style(**style)))


def test_a_finding_is_told_with_its_line_basis_and_advice(build: Any) -> None:
    report = shown(build.outcome([build.finding()]))
    assert report.startswith("KPU Provinsi — Fahmi (ketua)\npk.yaml\n")
    assert "pk.txt:12: BUD999 error Program A lebih Rp 1." in report.replace("\u00a0", " ")
    assert "    12 | Program A | Rp 101\n       |             ^^^^^^\n" in report
    basis = provisions()["R01"]
    assert f"    = dasar: {basis.citation}, {basis.provision}" in report
    assert "    = saran: Cocokkan dengan DIPA.\n" in report


def test_the_report_speaks_english(build: Any) -> None:
    report = shown(build.outcome([build.finding(judgement=True)]), lang="en")
    assert "BUD999 error [judgement] Program A is " in report
    assert "= basis: " in report
    assert "= advice: Compare it with the DIPA." in report
    assert "Findings: 1 (1 error, 0 warning, 0 info); 1 of them need judgement." in report
    assert "Ringkasan" not in report


def test_what_a_person_must_weigh_is_marked(build: Any) -> None:
    assert "BUD999 error [pertimbangan] Program A" in shown(build.outcome([build.finding(judgement=True)]))
    assert "[pertimbangan]" not in shown(build.outcome([build.finding()]))


def test_four_places_are_quoted_and_the_others_named(build: Any) -> None:
    places = [build.evidence(line=line) for line in range(1, 8)]
    report = shown(build.outcome([build.finding(*places)]))
    assert [int(n) for n in re.findall(r"^    +(\d+) \| ", report, re.MULTILINE)] == [1, 2, 3, 4]
    assert "    … dan 3 tempat lain: baris 5, 6, 7\n" in report


def test_a_place_in_another_file_names_that_file(build: Any) -> None:
    report = shown(build.outcome([build.finding(build.evidence(), build.evidence(file="dipa.txt", line=3))]))
    assert "    --> dipa.txt\n     3 | " in report


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ({"page": 3, "line": None}, "pk.txt:hlm.3: "),
        ({"page": 3, "line": 7}, "pk.txt:hlm.3:7: "),
        ({"cell": "D14", "line": None}, "pk.txt:D14: "),
        ({"line": None}, "pk.txt: "),
    ],
)
def test_pages_and_cells_are_places_too(build: Any, where: dict[str, Any], place: str) -> None:
    assert f"\n{place}BUD999" in shown(build.outcome([build.finding(build.evidence(**where))]))


def test_no_mark_means_no_carets(build: Any) -> None:
    report = shown(build.outcome([build.finding(build.evidence("Program A", None))]))
    assert "12 | Program A\n" in report
    assert "^" not in report


@pytest.mark.parametrize("at", [0, 200, 450])
def test_a_window_shows_the_mark_of_a_long_quote(at: int) -> None:
    quote = "kata " * 100
    quote = f"{quote[:at]}TANDA{quote[at:]}"
    line, carets = window(quote, "TANDA", 60)
    assert len(line) <= 60
    assert carets is not None
    assert line[carets.index("^") : len(carets)] == "TANDA"
    assert line.startswith("…") == (at > 0)
    assert line.endswith("…")


def test_a_mark_at_the_end_is_meant_there() -> None:
    assert window("5 laporan | 5", "5", 60) == ("5 laporan | 5", "            ^")


def test_a_mark_longer_than_the_window_is_marked_as_far_as_it_goes() -> None:
    line, carets = window("awal " + "x" * 300 + " akhir", "x" * 300, 60)
    assert len(line) <= 60
    assert carets is not None
    assert len(carets) <= 60


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_page(build: Any, width: int) -> None:
    long = "Persentase KPU Provinsi yang menyelenggarakan Pemilu " * 8
    miss = [build.missed("humas", "alasan yang sangat panjang dan tidak muat dalam satu baris mana pun " * 3)]
    findings = [build.finding(build.evidence(long, "Pemilu"), build.evidence("y" * 500, None), what="z" * 300)]
    coverage = [
        build.account(checked=1, not_checked=tuple(miss)),
        build.account(code="XYZ001", status="broken", reason=Text(id=long, en=long)),
    ]
    lines = shown(build.outcome(findings, coverage), width=width).splitlines()
    assert max(len(line) for line in lines) <= width


def test_what_a_terminal_obeys_is_shown_and_never_sent(build: Any) -> None:
    data = f"""[{{"id": "ketua", "unit": "{HOSTILE}", "first_party": {{"name": "{HOSTILE}"}}}}]"""
    data = (
        data.replace("\x1b", "\\u001b")
        .replace("\x07", "\\u0007")
        .replace("\x9b", "\\u009b")
        .replace("\u202e", "\\u202e")
    )
    outcome = build.outcome([build.finding(build.evidence(f"awal\n{HOSTILE}", HOSTILE), what=HOSTILE)], data=data)
    for style in ({}, {"quiet": True}, {"statistics": True}):
        report = shown(outcome, **style)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", report)
    assert "\\x1b[31mmerah\\x1b[0m\\x07 \\u202ekanan\\x9b2J" in shown(outcome, quiet=True)


def test_what_is_made_visible_stays_on_one_line() -> None:
    assert visible("a\tb\r\nc\u2028d") == "a b  c d"


def test_colour_is_used_only_where_it_is_wanted(build: Any) -> None:
    outcome = build.outcome([build.finding()])
    assert "\x1b[" not in shown(outcome)
    painted = shown(outcome, colour=True)
    assert "\x1b[31m\x1b[1mBUD999 error" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == shown(outcome)


def test_the_summary_counts_files_agreements_and_findings(build: Any) -> None:
    report = shown(build.outcome([build.finding(), build.finding(judgement=True)]))
    assert "  Berkas: 1, tidak dapat dipakai seluruhnya: 0. PK: 2. Catatan pembacaan: 0.\n" in report
    assert "  Temuan: 2 (2 error, 0 warning, 0 info); 1 di antaranya perlu pertimbangan.\n" in report


def test_every_family_says_what_it_could_and_could_not_check(build: Any) -> None:
    miss = (build.missed("humas", "tidak terbaca"),)
    coverage = [
        build.account(code="BUD001", checked=1, not_checked=miss),
        build.account(code="BUD002", checked=2),
        build.account(code="BUD003", kind="unit", checked=1),
        build.account(code="XYZ001", kind="indicator", checked=7),
    ]
    report = shown(build.outcome([], coverage))
    assert "  BUD anggaran      3 aturan: 1 PK, 1 unit diperiksa; 1 tidak\n" in report
    assert "Yang tidak dapat diperiksa\n  BUD 1 tidak terbaca" in report
    assert "  XYZ               1 aturan: 7 indikator diperiksa" in report


def test_broken_and_skipped_rules_are_named(build: Any) -> None:
    coverage = [
        build.account(code="BUD001", status="broken", reason=Text(id="aturan ini rusak", en="")),
        build.account(code="BUD002", status="skipped", reason=Text(id="tidak dipilih", en="")),
        build.account(code="BUD003", status="skipped", reason=Text(id="tidak dipilih", en="")),
    ]
    report = shown(build.outcome([], coverage))
    assert "Aturan rusak: BUD001: aturan ini rusak" in report
    assert "Tidak dijalankan (tidak dipilih): BUD002, BUD003" in report
    assert "BUD anggaran     tidak dijalankan" in report


def test_nothing_found_says_what_was_checked(build: Any) -> None:
    assert shown(build.outcome()).startswith(
        "Tidak ada temuan: 2 PK, 1 aturan dijalankan, 0 hal tidak dapat diperiksa."
    )


def test_findings_that_were_filtered_out_are_not_passed_over(build: Any) -> None:
    report = shown(build.outcome([], [build.account(found=3)]))
    assert "Tidak ada temuan:" not in report
    assert "3 temuan disaring" in report
    assert "Temuan yang tidak ditampilkan karena --certainty: 3." in report


def test_nothing_read_is_not_told_as_nothing_found(build: Any) -> None:
    report = shown(build.outcome(data="[]"))
    assert report.startswith("Tidak ada PK yang terbaca, jadi tidak ada yang diperiksa.")


def test_quiet_is_one_line_for_each_finding(build: Any) -> None:
    report = shown(build.outcome([build.finding(what="x" * 200), build.finding()]), quiet=True)
    assert [line[:28] for line in report.splitlines()] == [
        "pk.txt:12: BUD999 error " + "x" * 4,
        "pk.txt:12: BUD999 error Prog",
    ]


def test_quiet_says_nothing_where_nothing_was_found(build: Any) -> None:
    assert shown(build.outcome(), quiet=True) == ""


def test_statistics_count_the_findings_of_each_code(build: Any) -> None:
    report = shown(build.outcome([build.finding(), build.finding()]), statistics=True)
    assert report.splitlines()[0] == "2  BUD999  error    Terlalu banyak"
    assert "Cocokkan" not in report


@pytest.mark.parametrize("severity", list(Severity))
def test_every_severity_has_a_colour(build: Any, severity: Severity) -> None:
    from dataclasses import replace

    outcome = build.outcome([replace(build.finding(), severity=severity)])
    assert f"BUD999 {severity}" in shown(outcome, colour=True)
