"""Comparisons as they are shown: every place of both versions, and nothing of a document that is more than text."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from pkcheck.api import Difference
from pkcheck.display import visible
from pkcheck.markdown import code
from pkcheck.reporting import Style, diff_formats
from pkcheck.revisions.compare import compare

FORMATS = sorted(diff_formats())
OLD = """
- id: ketua
  unit: KPU Provinsi
  first_party: {name: Fahmi, position: Ketua KPU}
  objectives:
  - {no: 1, text: Meningkatnya partisipasi, indicators: [{text: Persentase pemilih, target: 75%}]}
  - {no: 2, text: Tertib administrasi, indicators: [{text: Jumlah laporan, target: 4 dokumen}]}
  budget: [{name: Program Pemilu, amount: 1000}]
- {id: humas, supervisor: ketua, first_party: {name: Aliuk, position: Sekretaris KPU}}
"""
NEW = (
    OLD.replace("75%", "70%")
    .replace("amount: 1000", "amount: 1250")
    .replace("Meningkatnya partisipasi", "Meningkatnya partisipasi pemuda")
    .replace("{id: humas", "{id: hukum")
    .replace("Sekretaris KPU", "Kepala Bagian Hukum")
)
HOSTILE = (
    r"<script>alert(1)</script> `x` ``y`` | [a](http://b) ![c](d) **e** <!-- @orang #12 $1$ http://f www.g"
    "\x1b[31m \u202e"
)


@pytest.fixture
def shown(build: Any) -> Any:
    def show(form: str, old: str = OLD, new: str = NEW, come: Any = (), gone: Any = (), **style: Any) -> str:
        before, after = build.outcome(gone, data=old), build.outcome(come, data=new)
        revision = compare(before.whole, after.whole, before.judgement, after.judgement)
        return "\n".join(diff_formats()[form].render(Difference(before, after, revision), Style(**style)))

    return show


def test_the_text_names_changes_with_both_places(shown: Any) -> None:
    text = shown("text")
    assert text.splitlines()[:2] == ["KPU Provinsi — Fahmi (ketua)", "pk.yaml"]
    assert "  Target diubah: Persentase pemilih: 75% -> 70% (-5 poin persen)" in text
    assert "    - 6 | Persentase pemilih | 75%" in text
    assert "    + 6 | Persentase pemilih | 70%" in text
    assert "  Anggaran diubah: Program Pemilu: Rp 1.000 -> Rp 1.250 (+Rp 250; +25%)" in text
    assert '  Bunyi sasaran diubah (dengan "pemuda")' in text


def test_the_text_ends_with_the_totals(shown: Any) -> None:
    assert shown("text").splitlines()[-6:] == [
        "Ringkasan",
        "  PK: 1 berubah, 1 baru, 1 tidak ada lagi, 0 sama.",
        "  Perubahan: 3 (1 sasaran, 1 target, 1 anggaran).",
        "  Temuan: 0 baru (0 error, 0 warning, 0 info), 0 tidak ada lagi, 0 tetap.",
        "  Hal yang tidak dapat diperiksa: 0 di versi lama, 0 di versi baru; rinciannya",
        "    dengan pkcheck check.",
    ]


def test_agreements_that_came_and_went_are_told_with_what_they_hold(shown: Any) -> None:
    text = shown("text")
    assert "Kepala Bagian Hukum — Aliuk (hukum)\npk.yaml\nPK baru: 0 sasaran, 0 indikator, 0 baris anggaran." in text
    assert "Sekretaris KPU — Aliuk (humas)\npk.yaml\nPK tidak ada lagi: 0 sasaran" in text


def test_no_line_is_longer_than_the_page(shown: Any) -> None:
    long = " ".join(["panjang"] * 40)
    text = shown("text", new=NEW.replace("pemuda", long).replace("Aliuk", long))
    assert max(len(line) for line in text.splitlines()) <= 80


def test_a_terminal_gets_colours_and_a_file_does_not(shown: Any) -> None:
    assert "\x1b[31m" in shown("text", colour=True)
    assert "\x1b" not in shown("text")


def test_quiet_is_one_line_for_each_change_and_finding(shown: Any, build: Any) -> None:
    text = shown("text", come=[build.finding()], gone=[build.finding(what="Program B")], quiet=True)
    assert text.splitlines() == [
        'ketua: Bunyi sasaran diubah: Meningkatnya partisipasi -> Meningkatnya partisipasi pemuda (dengan "pemuda")',
        "ketua: Target diubah: Persentase pemilih: 75% -> 70% (-5 poin persen)",
        "ketua: Anggaran diubah: Program Pemilu: Rp 1.000 -> Rp 1.250 (+Rp 250; +25%)",
        "+ pk.txt:12: BUD999 error Program A lebih Rp 1.",
        "- pk.txt:12: BUD999 error Program B lebih Rp 1. [ditemukan dengan fakta lain, lihat temuan baru]",
        "hukum: PK baru: 0 sasaran, 0 indikator, 0 baris anggaran.",
        "humas: PK tidak ada lagi: 0 sasaran, 0 indikator, 0 baris anggaran.",
    ]


def test_objectives_with_another_number_are_told_together(shown: Any) -> None:
    new = OLD.replace("no: 2", "no: 3").replace("no: 1", "no: 2")
    assert "  Nomor sasaran diubah: 1-2 -> 2-3" in shown("text", new=new)
    kinds = [each["kind"] for each in document(shown("json", new=new))["agreements"][0]["changes"]]
    assert kinds == ["renumbered", "renumbered"]


@pytest.mark.parametrize("form", FORMATS)
def test_versions_that_are_the_same_are_said_to_be(shown: Any, form: str) -> None:
    told = shown(form, new=OLD)
    if form == "json":
        assert document(told)["summary"]["agreements"] == {"changed": 0, "added": 0, "dropped": 0, "same": 2}
    else:
        assert "Tidak ada perubahan: 2 PK sama, 0 temuan tetap." in told


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_shown_the_same_every_time(shown: Any, form: str) -> None:
    assert shown(form) == shown(form)


@pytest.mark.parametrize("form", FORMATS)
def test_findings_that_came_and_went_are_shown_in_both_languages(shown: Any, build: Any, form: str) -> None:
    come, gone = [build.finding()], [build.finding(what="Program B", at="humas")]
    for lang, message in (("id", "Program {} lebih Rp 1."), ("en", "Program {} is Rp 1 too much.")):
        told = shown(form, come=come, gone=gone, lang=lang)
        assert message.format("A") in told
        assert message.format("B") in told


@pytest.mark.parametrize("form", FORMATS)
def test_a_finding_of_no_agreement_is_not_lost(shown: Any, build: Any, form: str) -> None:
    assert "BUD999" in shown(form, come=[build.finding(at="nowhere")])


def document(text: str) -> Any:
    return json.loads(text)


def test_the_json_has_every_change_with_values_and_places(shown: Any) -> None:
    told = document(shown("json"))
    assert list(told) == ["tool", "version", "run", "old", "new", "agreements", "findings", "summary"]
    assert [(each["status"], each["paired_by"]) for each in told["agreements"]] == [
        ("changed", "id"),
        ("added", None),
        ("dropped", None),
    ]
    change = told["agreements"][0]["changes"][1]
    place = {"file": "pk.yaml", "page": None, "line": 6, "end_line": 6, "cell": None}
    assert change == {
        "kind": "changed",
        "field": "target",
        "message": "Target diubah (-5 poin persen)",
        "of": "Persentase pemilih",
        "before": {
            "subject": {"kind": "indicator", "id": "ketua:1.1"},
            "text": "75%",
            "value": 75,
            "evidence": [{**place, "quote": "Persentase pemilih | 75%", "mark": "75%"}],
        },
        "after": {
            "subject": {"kind": "indicator", "id": "ketua:1.1"},
            "text": "70%",
            "value": 70,
            "evidence": [{**place, "quote": "Persentase pemilih | 70%", "mark": "70%"}],
        },
        "words": None,
        "difference": -5,
        "unit": "persen",
        "percent": None,
    }


def test_the_json_tells_why_a_finding_is_gone(shown: Any, build: Any) -> None:
    told = document(shown("json", gone=[build.finding(at="humas")]))["findings"]
    assert [(each["why"], each["finding"]["agreement"]) for each in told["gone"]] == [("dropped", "humas")]
    assert document(shown("json", come=[build.finding()], gone=[build.finding()]))["findings"]["kept"] == [
        build.finding().fingerprint
    ]


def hostile(text: str) -> str:
    quoted = json.dumps(HOSTILE)
    return (
        text.replace("Tertib administrasi", quoted)
        .replace("Jumlah laporan", quoted)
        .replace("Program Pemilu", quoted)
        .replace("name: Fahmi", f"name: {quoted}")
        .replace("KPU Provinsi", quoted)
    )


class Tags(HTMLParser):
    """Every element of a page, and its text without the style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self._style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._style = self._style and tag != "style"

    def handle_data(self, data: str) -> None:
        self.text += "" if self._style else data


KNOWN_TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "h1", "h2", "h3", "h4"),
    *("p", "ul", "li", "div", "figure", "figcaption", "blockquote", "mark", "del", "ins", "strong"),
}


def test_a_page_holds_nothing_of_the_documents_but_text(shown: Any, build: Any) -> None:
    page = shown("html", old=hostile(OLD), new=hostile(NEW), come=[build.finding(what=HOSTILE)])
    found = Tags(page)
    assert found.names <= KNOWN_TAGS
    assert found.attributes <= {"lang", "charset", "name", "content", "http-equiv", "class"}
    assert visible(HOSTILE) in found.text


def test_a_page_needs_nothing_from_elsewhere_and_fits_a_phone(shown: Any) -> None:
    page = shown("html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="id">')
    assert "default-src 'none'" in page
    assert 'content="width=device-width, initial-scale=1"' in page
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r"https?:|url\(|@import|src=|href=", page)


def test_a_page_marks_what_was_changed(shown: Any) -> None:
    page = shown("html")
    assert "<del>75%</del>" in page
    assert "<ins>70%</ins>" in page
    assert "Meningkatnya partisipasi<ins> pemuda</ins>" in page


def outside_code(markdown: str) -> str:
    """What is left when every code span is taken out: those whose fence closes them."""
    return re.sub(r"(?<!`)(`+)(?!`)(?:(?!(?<!`)\1(?!`)).)*(?<!`)\1(?!`)", "", markdown.replace("\\`", ""))


def test_markdown_holds_nothing_of_the_documents_but_text(shown: Any, build: Any) -> None:
    told = shown("markdown", old=hostile(OLD), new=hostile(NEW), come=[build.finding(what=HOSTILE)])
    assert "<script>" in told
    for line in told.splitlines():
        rest = outside_code(line).replace("<!-- -->", "")
        bare = re.sub(r"\\.", "", rest)
        assert not set("`<>[]|_$") & set(bare), line
        assert bare.replace("**", "").count("*") in (0, 2), line
    assert not re.search(r"[@#]\w|https?://|www\.", re.sub(r"<!-- -->", "\0", outside_code(told)))
    assert "\x1b" not in told


def test_markdown_has_a_section_for_each_agreement(shown: Any) -> None:
    lines = shown("markdown").splitlines()
    assert lines[0] == "## Perubahan Perjanjian Kinerja"
    assert [line for line in lines if line.startswith("### ")] == [
        "### Ketua KPU — Fahmi (ketua)",
        "### Kepala Bagian Hukum — Aliuk (hukum)",
        "### Sekretaris KPU — Aliuk (humas)",
    ]
    at = lines.index("- **Target diubah**: `Persentase pemilih` (-5 poin persen)")
    assert lines[at + 1 : at + 3] == [
        "  - lama: `75%` — `pk.yaml:6`: `Persentase pemilih | 75%`",
        "  - baru: `70%` — `pk.yaml:6`: `Persentase pemilih | 70%`",
    ]


@pytest.mark.parametrize("text", ["", "a", "`", "a `b`", "``", "` ``` `", "`a", "a``"])
def test_a_code_span_ends_where_it_should(text: str) -> None:
    shown = code(text)
    fence, inner = re.match(r"(`+)(.*?)\1$", shown).groups()  # type: ignore[union-attr]
    assert fence not in re.findall("`+", inner)
    assert not (inner + " ").startswith("`")
    assert not (" " + inner).endswith("`")
    assert inner.strip() == text


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_it_is_obeyed_by_a_terminal(shown: Any, form: str) -> None:
    told = shown(form, old=hostile(OLD), new=hostile(NEW))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", told)
