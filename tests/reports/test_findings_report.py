"""The findings report: what it says, and that the PDF and the Word document, read back, say just that."""

import datetime
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from PIL import Image

from pkcheck.config import Official, ReportSettings
from pkcheck.errors import InputError, UsageError
from pkcheck.findings import Severity
from pkcheck.recording import recorded
from pkcheck.reporting import Style, formats
from pkcheck.review.blocks import Block, Bullets, Card, Chart, Heading, Paragraph, Report, Signatures, Table
from pkcheck.review.content import findings_report
from pkcheck.texts import Lang

OWN = ReportSettings(
    letterhead=("INSPEKTORAT DAERAH", "PROVINSI CONTOH"),
    address=("Jalan Melati 1",),
    number="700/12/2024",
    place="Samarinda",
    date=datetime.date(2024, 5, 2),
    team_leader=Official(name="Siti Aminah", nip="198001012005012001"),
    quality_supervisor=Official(name="Budi Santoso"),
)
DOTS = "………………………………"


def content(outcome: Any, lang: Lang = "id", settings: ReportSettings | None = None, **style: bool) -> Report:
    return findings_report(recorded(outcome, lang), settings, suppressed=style.get("suppressed", False))


def made(outcome: Any, form: str, **style: Any) -> bytes:
    return b"".join(formats()[form].render(outcome, Style(**style)))


def words_of(report: Report) -> Iterator[str]:
    """Every text of a report that stands on its pages, in order; the chart's stand in a picture."""
    cover = report.cover
    yield from (*cover.letterhead, *cover.address, cover.title, *cover.subject)
    yield from (text for fact in cover.facts for text in (fact.label, fact.text))
    yield cover.notice
    for each in report.blocks:
        yield from texts_of(each)


def texts_of(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Table():
            yield from (block.caption, *block.columns, *(cell for row in block.rows for cell in row))
        case Chart():
            yield block.caption
        case Card():
            yield from (block.title, block.remarks)
            yield from (text for part in block.parts for text in (part.label, part.text))
            yield block.places_label
            yield from (f"{place.where}: {place.quote}" for place in block.places)
            yield block.more
        case Signatures():
            yield block.at
            yield from (text for each in block.signatories for text in (each.role, each.name, each.nip))


def bare(text: str) -> str:
    """The letters alone: lines break elsewhere in a PDF, and long words are made to break."""
    return re.sub(r"[\s\u200b\u00a0]+", "", unicodedata.normalize("NFKC", text))


def in_pdf(data: bytes) -> str:
    """Its letters, without the lines at head and foot: they stand between what the end of a page divides."""
    told = bare("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))
    lines = (
        "(?:LAPORANHASILREVIU·PerjanjianKinerja|REVIEWREPORT·PerformanceAgreements|Halaman\\d+dari\\d+|Page\\d+of\\d+)"
    )
    return re.sub(lines, "", told)


def in_word(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    return bare("".join(each.text or "" for each in document.element.body.iter(qn("w:t"))))


def cards(report: Report) -> list[Card]:
    return [each for each in report.blocks if isinstance(each, Card)]


def tables(report: Report) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    return {each.columns: each.rows for each in report.blocks if isinstance(each, Table)}


# What it says.


def test_a_finding_has_five_parts_and_two_are_left_to_people(build: Any) -> None:
    card = cards(content(build.small()))[0]
    assert (card.title, card.tone) == ("Temuan 1. Terlalu banyak", "definite")
    assert card.remarks == "Kesalahan · pasti · inkonsistensi, bukan pelanggaran · aturan BUD999 · nilai Rp 1"
    assert [(part.label, part.text, part.open) for part in card.parts] == [
        ("Kondisi", "Program A lebih Rp 1.", False),
        (
            "Kriteria",
            "Anggaran bawahan bersumber dari anggaran atasan (Perpres 29/2014, bagian Perjanjian Kinerja (Pasal 8-14); terverifikasi dari sumber yang mengulang; penerapannya kesimpulan: inkonsistensi, bukan pelanggaran).",
            False,
        ),
        ("Sebab", "(diisi pemeriksa setelah konfirmasi dengan auditi)", True),
        ("Akibat", "Uangnya tidak ada.", False),
        ("Rekomendasi", "Cocokkan dengan DIPA.", False),
        ("Tanggapan", "(diisi dari tanggapan auditi)", True),
    ]
    assert [(place.where, place.quote) for place in card.places] == [
        ("pk.txt, baris 12", "Program A | Rp 101"),
        ("pk.txt, halaman 3", "Program A"),
        ("pk.txt, sel D14", "7"),
    ]


def test_what_needs_judgement_says_so_in_its_title(build: Any) -> None:
    card = cards(content(build.small(), "en"))[1]
    assert (card.title, card.tone) == ("Finding 2 (needs judgement). Too much", "judgement")
    assert card.remarks == "Error · needs judgement · an inconsistency, not a breach · rule BUD999 · amount Rp 1"


def test_nothing_is_called_a_breach(build: Any) -> None:
    for lang, word, denied in (("id", "pelanggaran", "bukan"), ("en", "breach", "not a")):
        told = " ".join(words_of(content(build.small(), lang)))  # type: ignore[arg-type]
        before = re.findall(rf"(\w+(?: a)?) {word}", told)
        assert len(before) > 3
        assert set(before) <= {denied, "no", "a"}


def test_findings_stand_under_their_units_the_institution_first_and_the_gravest_first(build: Any) -> None:
    data = """
- {id: ketua, institution: KPU, unit: KPU Provinsi, first_party: {name: Fahmi, position: Ketua}}
- {id: humas, institution: KPU, unit: Humas, first_party: {name: Aliuk, position: Kepala}}
"""
    light = replace(build.finding(what="ringan"), severity=Severity.INFO)
    judged = build.finding(what="ditimbang", judgement=True)
    wide = build.finding(what="instansi", at="humas")
    wide = replace(wide, subject=replace(wide.subject, unit="KPU"))
    own = build.finding(what="humas", at="humas")
    own = replace(own, subject=replace(own.subject, unit="Humas"))
    report = content(build.outcome([light, judged, build.finding(what="berat"), wide, own], data=data))
    told = [each.text if isinstance(each, Heading) else each.parts[0].text for each in report.blocks
            if isinstance(each, Heading | Card)]  # fmt: skip
    start, end = told.index("3. Hasil reviu"), told.index("4. Penutup")
    assert told[start + 1 : end] == [
        "3.1 KPU",
        "instansi lebih Rp 1.",
        "3.2 KPU Provinsi",
        "berat lebih Rp 1.",
        "ditimbang lebih Rp 1.",
        "ringan lebih Rp 1.",
        "3.3 Humas",
        "humas lebih Rp 1.",
    ]
    assert tables(report)["Unit", "Pejabat", "Temuan"] == (
        ("KPU", "(seluruh instansi)", "1"),
        ("KPU Provinsi", "Fahmi", "3"),
        ("Humas", "Aliuk", "1"),
    )
    assert [each.title.split(".")[0] for each in cards(report)][:5] == [
        "Temuan 1", "Temuan 2", "Temuan 3 (perlu pertimbangan)", "Temuan 4", "Temuan 5",
    ]  # fmt: skip


def test_the_summary_counts_and_the_chart_says_the_same_in_words(build: Any) -> None:
    report = content(build.small())
    assert "Reviu atas 2 Perjanjian Kinerja (PK) dari 1 berkas menghasilkan 2 temuan: 1 pasti" in " ".join(
        words_of(report)
    )
    assert tables(report)["Tingkat", "Pasti", "Perlu pertimbangan", "Jumlah"] == (
        ("kesalahan", "1", "1", "2"), ("peringatan", "0", "0", "0"), ("catatan", "0", "0", "0"), ("Jumlah", "1", "1", "2"),
    )  # fmt: skip
    (chart,) = [each for each in report.blocks if isinstance(each, Chart)]
    assert [(bar.label, bar.counts) for bar in chart.bars] == [
        ("KPU Provinsi", (1, 0, 0)),
        ("Sekretaris KPU", (1, 0, 0)),
    ]
    assert chart.alt.endswith("KPU Provinsi: 1 kesalahan. Sekretaris KPU: 1 kesalahan.")
    assert tables(report)["No.", "Hal", "Unit", "Kepastian", "Nilai"] == (
        ("1", "Terlalu banyak", "KPU Provinsi", "pasti", "Rp 1"),
        ("2", "Terlalu banyak", "Sekretaris KPU", "perlu pertimbangan", "Rp 1"),
    )


def test_many_units_are_fourteen_bars_and_none_is_lost(build: Any) -> None:
    report = content(build.outcome([build.finding(at=f"pk-{number}") for number in range(40)]))
    (chart,) = [each for each in report.blocks if isinstance(each, Chart)]
    assert sum(sum(bar.counts) for bar in chart.bars) == 40
    data = "".join(f"- {{id: pk-{number}, unit: Unit {number}}}\n" for number in range(40))
    found = [build.finding(at=f"pk-{number}") for number in range(40)]
    (chart,) = [each for each in content(build.outcome(found, data=data)).blocks if isinstance(each, Chart)]
    assert (len(chart.bars), sum(sum(bar.counts) for bar in chart.bars)) == (14, 40)
    assert (chart.bars[-1].label, chart.bars[-1].counts) == ("27 unit lainnya", (27, 0, 0))


def test_what_was_not_checked_is_in_the_summary_and_in_full_in_the_annex(build: Any) -> None:
    report = content(build.small())
    told = " ".join(words_of(report))
    assert "Hasil ini tidak lengkap: 1 berkas tidak dapat dipakai seluruhnya, 1 aturan gagal dijalankan." in told
    assert "dihitung per aturan: 1. Alasan terbanyak: anggaran tidak terbaca (1)." in told
    assert tables(report)["Aturan", "Jenis temuan", "Diperiksa", "Tidak dapat", "Temuan"] == (
        ("BUD999", "Terlalu banyak", "2 PK", "1", "3"),
        ("XYZ001", "–", "2 PK", "0", "0"),
        ("XYZ002", "–", "tidak dijalankan", "–", "–"),
        ("XYZ003", "–", "gagal dijalankan", "–", "–"),
        ("XYZ004", "–", "0 unit", "0", "0"),
    )
    assert tables(report)["Alasan", "Aturan", "Hal", "Banyaknya"] == (
        ("anggaran tidak terbaca", "BUD999", "humas", "1"),
    )
    assert tables(report)["Tempat", "Catatan", "Kutipan"] == (
        ("pk.yaml, baris 3", "catatan: diragukan", "kutipan"),
        ("pk.yaml, halaman 2", "masalah: tidak terbaca", "–"),
    )
    assert "Didiamkan dengan alasan tertulis: 1." in told


def test_no_findings_are_no_praise(build: Any) -> None:
    told = " ".join(words_of(content(build.outcome())))
    assert "Ini bukan pernyataan bahwa dokumen bebas dari kesalahan." in told
    assert cards(content(build.outcome())) == []
    told = " ".join(words_of(content(build.outcome(data="[]"))))
    assert "Hasil ini tidak lengkap: tidak ada PK yang terbaca." in told


def test_a_provision_is_quoted_with_how_well_it_was_verified_and_the_findings_that_use_it(build: Any) -> None:
    card = cards(content(build.small()))[-1]
    assert (card.title, card.tone) == ("R01. Anggaran bawahan bersumber dari anggaran atasan", "plain")
    told = {part.label: part.text for part in card.parts}
    assert list(told) == ["Peraturan", "Bunyi", "Verifikasi", "Dibaca di", "Juga dalam", "Catatan", "Dipakai dalam"]
    assert told["Verifikasi"] == (
        "terverifikasi dari sumber yang mengulang; penerapannya kesimpulan: inkonsistensi, bukan pelanggaran"
    )
    assert told["Dipakai dalam"] == "temuan 1, 2"


def test_silenced_findings_are_an_annex_where_they_are_asked_for(build: Any) -> None:
    assert "Program C" not in " ".join(words_of(content(build.small())))
    told = " ".join(words_of(content(build.small(), suppressed=True)))
    assert "Program C lebih Rp 1." in told
    assert "alasan: Sudah dibahas; oleh: Sri Lestari" in told


def test_who_answers_for_it_comes_from_the_settings_and_is_left_to_be_filled_in_otherwise(build: Any) -> None:
    cover = content(build.small(), settings=OWN).cover
    assert cover.letterhead == ("INSPEKTORAT DAERAH", "PROVINSI CONTOH")
    assert [(fact.label, fact.text) for fact in cover.facts] == [
        ("Nomor", "700/12/2024"), ("Tanggal", "2 Mei 2024"),
        ("Ketua Tim", "Siti Aminah"), ("Pengendali Teknis", DOTS), ("Pengendali Mutu", "Budi Santoso"),
    ]  # fmt: skip
    (signed,) = [each for each in content(build.small(), settings=OWN).blocks if isinstance(each, Signatures)]
    assert signed.at == "Samarinda, 2 Mei 2024"
    assert [(each.role, each.name, each.nip) for each in signed.signatories] == [
        ("Ketua Tim", "Siti Aminah", "NIP 198001012005012001"),
        ("Pengendali Teknis", DOTS, "NIP ………………………"),
        ("Pengendali Mutu", "Budi Santoso", "NIP ………………………"),
    ]


def test_the_date_is_that_of_the_settings_or_of_the_build_or_none(build: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert content(build.small()).date is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709251200")
    assert content(build.small()).date == "2024-03-01"
    assert content(build.small(), settings=OWN).date == "2024-05-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "kemarin")
    with pytest.raises(UsageError, match="kemarin"):
        content(build.small())


# What is read back.


@pytest.mark.parametrize(("form", "read"), [("pdf", in_pdf), ("docx", in_word)])
def test_the_first_places_are_quoted_and_the_others_counted(build: Any, form: str, read: Any) -> None:
    places = [build.evidence(f"kutipan {line}", None, line=line) for line in range(1, 9)]
    told = read(made(build.outcome([build.finding(*places)]), form))
    assert "kutipan5" in told
    assert "kutipan6" not in told
    assert bare("… dan 3 tempat lain") in told


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("form", "read"), [("pdf", in_pdf), ("docx", in_word)])
def test_both_say_what_the_content_says(build: Any, form: str, read: Any, lang: Lang) -> None:
    report = content(build.small(), lang, OWN, suppressed=True)
    told = read(made(build.small(), form, lang=lang, report=OWN, suppressed=True))
    assert [text for text in words_of(report) if bare(text) not in told] == []


@pytest.mark.parametrize(("form", "read"), [("pdf", in_pdf), ("docx", in_word)])
def test_hostile_text_is_text(build: Any, form: str, read: Any) -> None:
    report = content(build.hostile(), suppressed=True)
    told = read(made(build.hostile(), form, suppressed=True))
    assert "[dipotong:7012huruf]" in told
    assert [text for text in words_of(report) if bare(text) not in told] == []
    for piece in (
        "<script>alert(1)</script>",
        "=cmd|'/c calc'!A0",
        r"\x1b[2J\x00\x07\x9b",
        r"\u202ekanan\u2066",
        "$1$",
        "`x`",
    ):
        assert bare(piece) in told


def test_letters_that_the_pdf_has_no_font_for_are_told_by_number(build: Any) -> None:
    told = in_pdf(made(build.outcome([build.finding(what="Åsa 日本 😀 Ελλάς #[x] \\u0000 \ufdfd")]), "pdf"))
    assert bare(r"Åsa \u65e5\u672c \U0001f600 Ελλάς #[x] \u0000 \ufdfd lebih") in told


def test_the_pdf_is_tagged_for_those_who_cannot_see_it(build: Any) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(build.small(), "pdf", lang="en", report=OWN)))
    root: Any = reader.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "REVIEW REPORT Performance Agreements"
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
    kinds = list(_kinds(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/L", "/TOC", "/Figure"} <= set(kinds)
    alternatives = [alt for alt in _alternatives(root["/StructTreeRoot"]) if "Bar chart" in alt]
    assert len(alternatives) == 1


def _kinds(node: Any) -> Iterator[str]:
    for each in _children(node):
        if "/S" in each:
            yield str(each["/S"])
        yield from _kinds(each)


def _alternatives(node: Any) -> Iterator[str]:
    for each in _children(node):
        if "/Alt" in each:
            yield str(each["/Alt"])
        yield from _alternatives(each)


def _children(node: Any) -> Iterator[Any]:
    inside = node.get("/K", [])
    for each in inside if isinstance(inside, list) else [inside]:
        found = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(found, dict):
            yield found


def test_the_pdf_has_bookmarks_and_numbers_on_its_pages(build: Any) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(build.small(), "pdf")))
    titles = [each.title for each in reader.outline if not isinstance(each, list)]
    assert titles[-6:] == [
        "2. Ruang lingkup dan cara pemeriksaan", "3. Hasil reviu", "4. Penutup",
        "Lampiran A. Cakupan pemeriksaan", "Lampiran B. Catatan pembacaan", "Lampiran C. Dasar hukum",
    ]  # fmt: skip
    count = len(reader.pages)
    numbers = [re.findall(r"Halaman (\d+) dari (\d+)", page.extract_text()) for page in reader.pages]
    assert numbers == [[], *([(str(page), str(count))] for page in range(2, count + 1))]


def test_the_word_document_has_headings_contents_numbers_and_a_picture_in_words(build: Any) -> None:
    data = made(build.small(), "docx", report=OWN)
    document = docx.Document(io.BytesIO(data))
    headings = [
        each.text for each in document.paragraphs if (each.style.name if each.style else "").startswith("Heading ")
    ]
    assert headings == [
        text
        for each in content(build.small(), settings=OWN).blocks
        for text in ([each.text] if isinstance(each, Heading) else [each.title] if isinstance(each, Card) else [])
    ]
    codes = [(each.text or "").strip() for each in document.element.body.iter(qn("w:instrText"))]
    assert codes[0] == r'TOC \o "1-2" \h \z \u'
    anchors = {each.get(qn("w:name")) for each in document.element.body.iter(qn("w:bookmarkStart"))}
    assert {code.split()[1] for code in codes[1:]} == anchors
    footer = [(each.text or "").strip() for each in document.sections[0].footer._element.iter(qn("w:instrText"))]  # noqa: SLF001
    assert footer == ["PAGE", "NUMPAGES"]
    pictures = [each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))]
    assert [each.split(".")[0] for each in pictures] == ["Diagram batang jumlah temuan tiap unit"]
    assert document.core_properties.title == "LAPORAN HASIL REVIU Perjanjian Kinerja"
    heads = [len(list(each._tbl.iter(qn("w:tblHeader")))) for each in document.tables]  # noqa: SLF001
    signatures = next(at for at, each in enumerate(document.tables) if each.cell(0, 0).text == "Ketua Tim")
    assert heads == [int(at != signatures) for at in range(len(heads))]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_it_is_the_same_whenever_it_is_made(build: Any, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = made(build.small(), form)
    monkeypatch.setenv("TZ", "Asia/Makassar")
    assert made(build.small(), form) == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709251200")
    assert made(build.small(), form) != first


def test_no_clock_is_looked_at_for_the_parts_of_a_word_document(build: Any) -> None:
    with zipfile.ZipFile(io.BytesIO(made(build.small(), "docx"))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# What the agency brings.


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (20, 20), "navy").save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_logo_stands_on_the_cover(build: Any, tmp_path: Path, form: str, kind: str) -> None:
    file = tmp_path / "lambang"
    file.write_bytes(picture(kind))
    own = OWN.model_copy(update={"logo": str(file)})
    assert len(made(build.small(), form, report=own)) > len(made(build.small(), form, report=OWN))


@pytest.mark.parametrize("data", [b"", b"GIF89a", picture("PNG")[:60]])
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_logo_that_is_no_picture_is_refused(build: Any, tmp_path: Path, form: str, data: bytes) -> None:
    file = tmp_path / "lambang.png"
    file.write_bytes(data)
    with pytest.raises(InputError, match="PNG or JPEG"):
        made(build.small(), form, report=OWN.model_copy(update={"logo": str(file)}))


def templated(build: Any, file: Path, document: Any) -> Any:
    document.save(str(file))
    own = OWN.model_copy(update={"template": str(file)})
    return docx.Document(io.BytesIO(made(build.small(), "docx", report=own)))


def test_a_template_keeps_its_own_look_and_has_its_fields_filled_in(build: Any, tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "INSPEKTORAT {{number}}"
    split = document.add_paragraph("Tanggal {{da")
    split.add_run("te}} di ").bold = True
    split.add_run("{{ place }}.")
    document.add_table(1, 1).cell(0, 0).text = "{{team-leader}} / {{technical-supervisor}}"
    document.add_paragraph("{{body}}")
    document.add_paragraph("Tamat")
    document.styles["Heading 1"].font.name = "Bookman Old Style"
    told = templated(build, tmp_path / "templat.docx", document)
    texts = [each.text for each in told.paragraphs]
    assert (texts[0], texts[1], texts[-1]) == ("Tanggal 2 Mei 2024 di Samarinda.", "Daftar Isi", "Tamat")
    assert told.sections[0].header.paragraphs[0].text == "INSPEKTORAT 700/12/2024"
    assert told.tables[0].cell(0, 0).text == f"Siti Aminah / {DOTS}"
    assert told.styles["Heading 1"].font.name == "Bookman Old Style"
    assert "LAPORAN HASIL REVIU" not in texts
    assert "Temuan 1. Terlalu banyak" in texts


def test_a_template_without_a_place_for_it_has_the_report_at_its_end(build: Any, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Kop surat")
    texts = [each.text for each in templated(build, tmp_path / "templat.docx", document).paragraphs]
    assert texts[0] == "Kop surat"
    assert texts.index("LAPORAN HASIL REVIU") < texts.index("Daftar Isi") < texts.index("Temuan 1. Terlalu banyak")


def test_a_template_needs_none_of_our_styles(build: Any, tmp_path: Path) -> None:
    document = docx.Document()
    for style in list(document.styles):
        if style.name not in {"Normal", "Default Paragraph Font"}:
            style.delete()
    told = templated(build, tmp_path / "templat.docx", document)
    assert "Temuan 1. Terlalu banyak" in [each.text for each in told.paragraphs if each.style.name == "Heading 3"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{tim-leader}}", 'unknown field "tim-leader". The nearest known one is "team-leader"'),
        ("x {{body}}", "stand alone"),
    ],
)
def test_a_field_that_cannot_be_filled_in_is_refused(build: Any, tmp_path: Path, text: str, said: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    with pytest.raises(InputError, match=re.escape(said)):
        templated(build, tmp_path / "templat.docx", document)


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06" + b"\0" * 18, b"{\\rtf1}"])
def test_a_template_that_is_no_word_document_is_refused(build: Any, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "templat.docx"
    file.write_bytes(data)
    with pytest.raises(InputError, match="not a Word document"):
        made(build.small(), "docx", report=OWN.model_copy(update={"template": str(file)}))


def test_a_template_of_another_kind_of_file_is_refused(build: Any, tmp_path: Path) -> None:
    file = tmp_path / "templat.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types>")
    with pytest.raises(InputError, match="not a Word document"):
        made(build.small(), "docx", report=OWN.model_copy(update={"template": str(file)}))
