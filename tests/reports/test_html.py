import base64
import hashlib
import json
import re
from typing import Any

import pytest
from lxml import html

from pkcheck.record import OutcomeRecord, Recorded
from pkcheck.recording import recorded
from pkcheck.reporting import Style, formats, record_formats

Page = Any


def page(build: Any, outcome: Any, **style: Any) -> Page:
    return html.fromstring(build.told(outcome, "html", **style))


def text(node: Page) -> str:
    return " ".join(node.text_content().replace("\u00a0", " ").split())


def texts(found: list[Page]) -> list[str]:
    return [text(each) for each in found]


def test_the_summary_counts_by_how_grave_and_how_sure(build: Any) -> None:
    tiles = texts(page(build, build.small()).xpath("//li[starts-with(@class, 'tile')]"))
    assert tiles == [
        "✕1kesalahan",
        "▲0peringatan",
        "?1perlu pertimbangan",
        "i0catatan",
        "∅1tidak dapat diperiksa",
    ]


def test_the_verdict_says_what_is_sure_what_is_not_and_what_was_not_checked(build: Any) -> None:
    shown = page(build, build.small())
    assert texts(shown.xpath("//section[@id='ringkasan']/p")) == [
        "Pemeriksaan ini tidak lengkap: ada berkas yang tidak dapat dipakai seluruhnya, atau aturan yang tidak dapat dijalankan.",
        "2 temuan pada 2 dari 2 PK: 1 pasti, 1 perlu pertimbangan.",
        "1 hal tidak dapat diperiksa. Itu bukan berarti benar; alasannya ada di bagian Cakupan.",
        "Temuan yang perlu pertimbangan belum merupakan kesimpulan: pemeriksa menimbangnya lebih dahulu.",
    ]


def test_nothing_read_is_not_called_free_of_findings(build: Any) -> None:
    shown = page(build, build.outcome(data="[]"))
    assert text(shown.xpath("//p[@class='verdict']")[0]) == "Tidak ada PK yang terbaca, jadi tidak ada yang diperiksa."


def test_a_finding_that_needs_judgement_is_not_told_as_an_error(build: Any) -> None:
    shown = page(build, build.small())
    heads = [(each.get("data-level"), *texts([each[0], each[1]])) for each in shown.xpath("//article")]
    assert heads == [
        ("error", "✕ kesalahan Terlalu banyak BUD999", "pasti"),
        ("judgement", "? perlu pertimbangan Terlalu banyak BUD999", "tingkat: kesalahan"),
    ]


def test_evidence_is_quoted_with_file_and_place_and_its_mark(build: Any) -> None:
    shown = page(build, build.small())
    figures = shown.xpath("//article[1]//figure")
    assert [(text(each[0]), text(each[1]), texts(each.xpath(".//mark"))) for each in figures[:3]] == [
        ("pk.txt, baris 12", "Program A | Rp 101", ["Rp 101"]),
        ("pk.txt, hlm. 3", "Program A", []),
        ("pk.txt, sel D14", "7", []),
    ]
    assert text(shown.xpath("(//article)[2]//figcaption")[0]) == "pk.txt, baris 20–22"


def test_a_finding_has_its_criterion_effect_advice_and_amount(build: Any) -> None:
    article = page(build, build.small()).xpath("//article")[0]
    pairs = dict(zip(texts(article.xpath(".//dt")), texts(article.xpath(".//dd")), strict=True))
    assert list(pairs) == ["Kriteria", "Akibat", "Rekomendasi", "Sidik jari"]
    assert pairs["Kriteria"].startswith("Anggaran bawahan bersumber dari anggaran atasan (Perpres 29/2014")
    assert pairs["Akibat"] == "Uangnya tidak ada."
    assert pairs["Rekomendasi"] == "Cocokkan dengan DIPA."
    assert "Nilai: Rp 1" in text(article)


def test_the_picture_of_the_cascade_leads_to_the_findings_of_each_unit(build: Any) -> None:
    shown = page(build, build.small())
    links = shown.xpath("//section[@id='penjenjangan']//svg//a")
    assert [(each.get("href"), each.get("class")) for each in links] == [
        ("#u0", "unit error"),
        ("#u1", "unit judgement"),
    ]
    for each in links:
        assert [part.get("class") for part in shown.xpath(f"//*[@id='{each.get('href')[1:]}']")] == ["unit-findings"]


def test_every_link_within_the_page_has_a_goal(build: Any) -> None:
    shown = page(build, build.small())
    names = [each.get("id") for each in shown.xpath("//*[@id]")]
    assert len(names) == len(set(names))
    assert {each.get("href")[1:] for each in shown.xpath("//a")} <= set(names)


def test_a_unit_without_findings_tells_what_was_not_checked(build: Any) -> None:
    outcome = build.outcome([build.finding()], [build.account(found=1, not_checked=(build.missed("humas", "alasan"),))])
    section = page(build, outcome).xpath("//*[@id='u1']")[0]
    assert texts(section)[1:] == ["Tidak ada temuan; 1 hal tidak dapat diperiksa."]


def test_what_was_not_checked_and_not_run_is_told_with_its_reasons(build: Any) -> None:
    account = page(build, build.small()).xpath("//section[@id='cakupan']")[0]
    lines = texts(account.xpath(".//li"))
    assert "BUD anggaran: anggaran tidak terbaca (1)" in lines
    assert "Aturan rusak: XYZ003: aturan ini rusak" in lines
    assert "Tidak dijalankan (tidak dipilih): XYZ002" in lines
    assert "pk.yaml: dibaca, 2 PK" in lines
    assert "Temuan: 2 (2 kesalahan, 0 peringatan, 0 catatan); 1 di antaranya perlu pertimbangan." in lines


def test_silenced_findings_are_shown_only_where_they_are_asked_for(build: Any) -> None:
    outcome = build.small()
    assert page(build, outcome).xpath("//ul[@class='silenced']") == []
    told = texts(page(build, outcome, suppressed=True).xpath("//ul[@class='silenced']/li"))
    assert len(told) == 1
    assert "Program C" in told[0]
    assert "Sri Lestari" in told[0]


def test_targets_stand_beside_those_of_the_superior(build: Any) -> None:
    data = """
- id: ketua
  kind: sole
  first_party: {name: Fahmi, position: Ketua KPU}
  objectives: [{no: 1, text: S, indicators: [{text: Persentase A, target: 80%}]}]
- id: humas
  supervisor: ketua
  objectives: [{no: 1, text: T, indicators: [{text: Persentase A, target: 70%, derives_from: ["ketua:1.1"]}, {text: Lain, target: "5"}]}]
"""
    rows = page(build, build.outcome(data=data)).xpath("//table[@class='targets']/tbody/tr")
    assert [texts(row) for row in rows] == [
        ["Persentase A", "80%", "–"],
        ["Persentase A", "70%", "Persentase A", "80%", "lebih rendah dari atasan"],
        ["Lain", "5", "tidak dikaitkan dengan indikator atasan"],
    ]


def test_sums_of_budgets_are_shown_with_what_is_too_much(build: Any) -> None:
    data = """
- {id: ketua, kind: sole, budget: [{name: Program A, amount: 100}]}
- {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 101}]}
"""
    rows = page(build, build.outcome(data=data)).xpath("//table[@class='sums']/tbody/tr[td]")
    assert [texts(row) for row in rows] == [["anggaran bawahan untuk Program A", "Rp 100", "Rp 101", "+Rp 1", ""]]


def test_the_page_speaks_english(build: Any) -> None:
    shown = page(build, build.small(), lang="en")
    assert shown.get("lang") == "en"
    assert text(shown.xpath("//p[@class='verdict']")[0]) == (
        "Findings: 2, in 2 of 2 agreements; definite 1, in need of judgement 1."
    )


def test_the_page_allows_its_own_style_and_script_and_nothing_else(build: Any) -> None:
    shown = page(build, build.small())
    policy = shown.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content")
    hashes = {
        name: base64.b64encode(hashlib.sha256(shown.xpath(f"//{name}")[0].text.encode()).digest()).decode()
        for name in ("style", "script")
    }
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'"
    )
    assert len(shown.xpath("//style")) == len(shown.xpath("//script")) == 1
    assert shown.xpath("//@style | //@src | //link") == []
    assert [name for name in shown.xpath("//@*") if re.match(r"\s*(https?:|javascript:)", name)] == []


def test_text_of_documents_is_never_markup(build: Any) -> None:
    plain, hostile = (page(build, each, suppressed=True) for each in (build.small(), build.hostile()))
    known = {each.tag for each in plain.iter() if isinstance(each.tag, str)}
    assert {each.tag for each in hostile.iter() if isinstance(each.tag, str)} <= known | {"output"}
    assert len(hostile.xpath("//script")) == 1
    assert hostile.xpath("//comment()") == []
    assert "<script>alert(1)</script>" in text(hostile.xpath("//article")[0])
    assert [name for name in hostile.xpath("//*/attribute::*") if "<script>" in name] == [
        each for each in hostile.xpath("//@aria-label") if "<script>" in each
    ]


def test_controls_and_marks_of_direction_are_shown_and_not_obeyed(build: Any) -> None:
    told = build.told(build.hostile(), "html", suppressed=True)
    assert set(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", told)) == set()
    assert "\\u202ekanan" in told


def test_a_text_too_long_to_be_shown_says_how_long_it_is(build: Any) -> None:
    shown = page(build, build.hostile())
    captions = texts(shown.xpath("//article[1]//figcaption"))
    assert captions[1] == "pk.txt, baris 12 (dipotong: teks aslinya 10001 huruf)"
    assert max(len(text(each)) for each in shown.xpath("//blockquote")) <= 700
    assert "dipotong: teks aslinya 10" in text(shown.xpath("//article")[1])


def test_a_saved_record_makes_the_same_page(build: Any) -> None:
    outcome = build.small()
    record = recorded(outcome, "id")
    saved = OutcomeRecord.model_validate(json.loads(json.dumps(record.outcome.document(suppressed=True))))
    again = "\n".join(record_formats()["html"].render(Recorded(saved, record.rules), Style()))
    assert again == "\n".join(formats()["html"].render(outcome, Style()))


def test_a_record_saved_before_contents_were_kept_says_what_it_lacks(build: Any) -> None:
    record = recorded(build.small(), "id")
    outcome = record.outcome.model_copy(update={"missing_units": None, "rollups": None})
    shown = html.fromstring("\n".join(record_formats()["html"].render(Recorded(outcome, {}), Style())))
    for name in ("penjenjangan", "anggaran"):
        assert any("belum memuat isi PK" in each for each in texts(shown.xpath(f"//section[@id='{name}']/p")))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_chain_of_a_thousand_units_is_a_page(build: Any, lang: str) -> None:
    units = ["- {id: u0, kind: sole}", *(f"- {{id: u{n}, supervisor: u{n - 1}}}" for n in range(1, 1000))]
    shown = page(build, build.outcome(data="\n".join(units)), lang=lang)
    assert len(shown.xpath("//ul[@class='units']/li")) == 1000
