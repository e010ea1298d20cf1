"""A reading as a page: whole, by itself, harmless, and of use to everyone."""

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise, product
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pkcheck import api
from pkcheck.cli import main
from pkcheck.reporting import Style, reading_formats
from pkcheck.texts import Lang

html = pytest.importorskip("lxml.html")

HOSTILE = """\
PERJANJIAN KINERJA TAHUN 2025
Nama : <script>alert(1)</script>
Jabatan : Camat "Sukamaju" onclick=alert(2)
selanjutnya disebut Pihak Pertama.
Sukamaju, 6 Januari 2025
Pihak Pertama,
Camat Sukamaju,
Sari\u202e Wulandari

PERJANJIAN KINERJA
No\tSasaran\tIndikator Kinerja\tTarget
1\t<img src=https://example.org/a.png onerror=alert(3)>\t</style><b>Indeks</b>\t85%
Catatan </main><a href="javascript:alert(4)">di sini</a>
"""
_FIELDS = {"form", "input", "button", "iframe", "object", "embed", "link", "base", "audio", "video"}
_CSS = Path(str(api.__file__)).parents[1] / "reports" / "readings" / "page.css"


def page(*paths: str, lang: Lang = "id") -> str:
    return "\n".join(reading_formats()["html"].render(api.read_with_documents(paths), Style(lang=lang)))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["read", *arguments])


@pytest.fixture(scope="module", params=["txt", "docx", "xlsx", "html", "pdf"])
def written(request: pytest.FixtureRequest, dataset: Path) -> str:
    """The page of the real document in one of its formats."""
    if request.param == "pdf":
        pytest.importorskip("pypdfium2")
    folder = dataset if request.param == "txt" else dataset / "formats"
    return page(str(folder / f"pk-kpu-kaltim-2024.{request.param}"))


def test_a_page_holds_all_that_it_needs_and_lets_nothing_else_in(written: str) -> None:
    tree = html.document_fromstring(written)
    assert {each for each in tree.xpath("//@href | //@src") if not each.startswith(("#", "data:image/"))} == set()
    assert [each.tag for each in tree.iter() if each.tag in _FIELDS] == []
    assert [name for each in tree.iter() for name in each.attrib if name.startswith("on") or name == "style"] == []
    ((style,), (script,)) = tree.xpath("//style"), tree.xpath("//script")
    hashes = [base64.b64encode(hashlib.sha256(each.text.encode()).digest()).decode() for each in (style, script)]
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'"
    )
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_every_link_leads_to_one_place_on_the_page_without_any_script(written: str) -> None:
    tree = html.document_fromstring(written)
    names = Counter(tree.xpath("//@id"))
    assert [name for name, count in names.items() if count > 1] == []
    leads = {each.removeprefix("#") for each in tree.xpath("//a/@href")}
    lights = {name for each in tree.xpath("//@data-at") for name in each.split()}
    assert (leads | lights) - names.keys() == set()


def test_every_value_leads_to_its_place_and_every_place_back_to_a_value(written: str) -> None:
    tree = html.document_fromstring(written)
    there = {(each.get("id"), name) for each in tree.xpath("//*[starts-with(@id, 'v') and @data-at]") for name in each.get("data-at").split()}  # fmt: skip
    back = {(name, each.get("id")) for each in tree.xpath("//*[starts-with(@id, 'p') and @data-at]") for name in each.get("data-at").split()}  # fmt: skip
    assert len(there) > 500
    assert back <= there


def test_a_page_can_be_walked_through_by_headings_landmarks_and_names(written: str) -> None:
    tree = html.document_fromstring(written)
    levels = [int(each.tag[1]) for each in tree.iter("h1", "h2", "h3", "h4")]
    assert [levels.count(1), len(tree.xpath("//main")), len(tree.xpath("//header")), tree.get("lang")] == [
        1,
        1,
        1,
        "id",
    ]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert tree.xpath("//body/*[not(self::header or self::main or self::script)]") == []
    assert tree.xpath("//img[not(@alt)] | //*[@role='region'][not(@aria-label)]") == []
    assert [each.get("id") for each in tree.iter("a") if not each.text_content().strip()] == []


def colours(css: str) -> list[dict[str, str]]:
    """Light and dark."""
    return [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block)) for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    ]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_all_text_stands_out_from_what_is_behind_it_by_day_and_by_night() -> None:
    both = colours(_CSS.read_text(encoding="utf-8"))
    assert len(both) == 2
    pairs = [
        *product(("text", "faint", "link", "unused", "high", "middle", "low"), ("page", "back")),
        *product(("text",), ("value-back", "unused-back", "low-back", "lit")),
        ("low", "low-back"),
    ]
    weak = []
    for scheme, (front, behind) in product(both, pairs):
        dark, light = sorted(luminance(scheme[each]) for each in (front, behind))
        if (light + 0.05) / (dark + 0.05) < 4.5:
            weak.append((front, behind, scheme[front]))
    assert weak == []


def test_what_a_document_says_is_never_markup(tmp_path: Path) -> None:
    path = tmp_path / "pk&lt;b&gt;.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    text = page(str(path))
    tree = html.document_fromstring(text)
    assert [len(tree.xpath(f"//{tag}")) for tag in ("script", "style", "main", "img", "b")] == [1, 1, 1, 0, 0]
    assert [each for each in tree.xpath("//a/@href") if not each.startswith("#")] == []
    assert "<script>alert(1)</script>" in tree.xpath("//article")[0].text_content()
    assert "\u202e" not in text
    assert tree.xpath("//h2")[0].text_content().endswith("pk&lt;b&gt;.txt")


def test_a_value_read_unsurely_comes_first_with_how_sure_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pkcheck.documents import plain
    from pkcheck.documents.document import Document, Line

    def read(data: bytes, file: str) -> Document:
        blocks = real(data, file).blocks
        sure = {"Sukamaju, 6 Januari 2025": 0.62}
        return Document(
            file,
            tuple(
                Line(each.text, each.source.model_copy(update={"how": "ocr", "confidence": sure.get(each.text, 0.99)}))
                for each in blocks
                if isinstance(each, Line)
            ),
            (),
        )

    real = plain.read
    monkeypatch.setattr(plain, "read", read)
    path = tmp_path / "pk.txt"
    path.write_text(HOSTILE[: HOSTILE.index("\n\nPERJANJIAN")], encoding="utf-8")
    (first,) = html.document_fromstring(page(str(path))).xpath("//section[@class='first']")
    told = " ".join(first.text_content().split())
    assert "1 nilai dibaca dari pindaian dengan keyakinan di bawah 75%" in told
    assert [each.text_content() for each in first.xpath(".//a[contains(@class, 'unsure')]")] == [
        "Sukamaju, 6 Januari 2025"
    ]
    assert "Tempat dan tanggal: Sukamaju, 6 Januari 2025 62%" in told


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_page_is_the_same_every_time_and_in_the_language_asked_for(lang: Lang, dataset: Path) -> None:
    path = str(dataset / "formats" / "pk-kpu-kaltim-2024.docx")
    once = page(path, lang=lang)
    assert once == page(path, lang=lang)
    assert (f'<html lang="{lang}">' in once, "Yang dibaca" in once) == (True, lang == "id")


# --- the whole command


def test_the_command_writes_one_file_and_says_what_it_could_not_read(tmp_path: Path) -> None:
    (tmp_path / "pk.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "rusak.docx").write_bytes(b"PK\x03\x04")
    out = tmp_path / "hasil.html"
    result = run(str(tmp_path / "pk.txt"), str(tmp_path / "rusak.docx"), "--show", "html", "-o", str(out), "--no-cache")
    tree = html.document_fromstring(out.read_text(encoding="utf-8"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert [Path(each.text_content()).name for each in tree.xpath("//h2")] == ["pk.txt", "rusak.docx"]
    assert "Berkas ini tidak dapat dibaca." in tree.xpath("//section")[-2].text_content()
    assert "rusak.docx" in result.stderr


def test_a_page_and_data_cannot_both_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "pk.txt").write_text(HOSTILE, encoding="utf-8")
    result = run(str(tmp_path / "pk.txt"), "--show", "html", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--show menulis halaman, bukan data" in result.stderr


def test_a_page_is_never_written_over_its_document(tmp_path: Path) -> None:
    (tmp_path / "pk.txt").write_text(HOSTILE, encoding="utf-8")
    result = run(str(tmp_path / "pk.txt"), "--show", "html", "-o", str(tmp_path / "pk.txt"))
    assert result.exit_code == 2
    assert (tmp_path / "pk.txt").read_text(encoding="utf-8") == HOSTILE
