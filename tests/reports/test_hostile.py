"""Text of documents that a browser, a sheet, a terminal or a reader's eye would obey is text in every format.

What a format must do besides (which cells, which elements, which escapes) is with the tests of that format.
"""

import html
import json
import re
import urllib.parse
from pathlib import Path
from typing import Any

import pytest

from pkcheck import api
from pkcheck.data import load
from pkcheck.display import visible
from pkcheck.engine import Judgement
from pkcheck.graph import AgreementSet
from pkcheck.inputs import InputReport
from pkcheck.reporting import Style, formats, graph_formats, reading_formats

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SCRIPT = "<script>alert(1)</script>"
FORMULA = "=cmd|'/c calc'!A0"
CONTROLS = "\x1b[2J\x00\x07\x9b"
TURNED = "\u202ekanan\u2066"
LONG = 10_000
# A document cannot hold NUL, and a picture cuts what is long: each text is a cell of its own.
TEXTS = [SCRIPT, FORMULA, CONTROLS.replace("\0", ""), TURNED]
_NO_LETTERS = re.compile(r"[\s\\\u200b]|<!-- -->")


def whole(pieces: Any) -> Any:
    """All pieces of a report together, without the mark at the beginning that tells Excel the encoding."""
    parts = list(pieces)
    return b"".join(parts) if isinstance(parts[0], bytes) else "\n".join(parts).removeprefix("\ufeff")


def read_again(text: str) -> str:
    """What is written for Markdown or a command of GitHub's as a reader sees it, without blanks and backslashes."""
    return _NO_LETTERS.sub("", visible(html.unescape(urllib.parse.unquote(text))))


def bare(text: str) -> str:
    return _NO_LETTERS.sub("", visible(text))


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("form", sorted(formats()))
def test_nothing_hostile_is_obeyed_and_all_of_it_is_shown(build: Any, form: str, lang: str) -> None:
    told = whole(formats()[form].render(build.hostile(), Style(lang=lang, suppressed=True)))  # type: ignore[arg-type]
    if isinstance(told, str):
        assert OBEYED.findall(told) == []
    shown = read_again(build.HEARD[form](told))
    assert [each for each in (SCRIPT, FORMULA, CONTROLS, TURNED) if bare(each) not in shown] == []


@pytest.mark.parametrize("form", sorted(formats()))
def test_a_cell_of_ten_thousand_letters_is_whole_or_says_that_it_is_cut(build: Any, form: str) -> None:
    told = whole(formats()[form].render(build.hostile(), Style(suppressed=True)))
    shown = read_again(build.HEARD[form](told))
    longest = max(re.findall("y{50,}", shown), key=len)
    cut = re.search("(?<!y)y{50,}+.{0,3}(?:…|dipotong|\\(dipotong)", shown)
    assert len(longest) == LONG or cut, shown[shown.index(longest) + len(longest) :][:40]


def agreements(*texts: str) -> str:
    """Two units, with hostile text in every place of the data that a graph shows."""
    parties = [{"name": each, "position": each} for each in texts]
    rows = [{"text": each, "target": each, "is_iku": None} for each in texts]
    units = [
        {"id": f"u{at}", "kind": "sole", "unit": text, "institution": text, "first_party": party,
         "objectives": [{"no": 1, "text": text, "indicators": rows}], "budget": [{"name": text, "amount": 5}]}
        for at, (text, party) in enumerate(zip(texts, parties, strict=True))
    ]  # fmt: skip
    return json.dumps(units)


@pytest.mark.parametrize("form", sorted(graph_formats()))
def test_a_graph_of_hostile_text_obeys_none_of_it(build: Any, form: str) -> None:
    given = AgreementSet(load(agreements(*TEXTS, "y" * LONG), "pk.yaml", "yaml").agreements)
    loaded = graph_formats()[form]
    report = InputReport("pk.yaml", "read", "yaml", len(given.agreements), ())
    graph = api.Outcome(given, (report,), (), Judgement((), ())) if loaded.tell else given
    told = whole(loaded.render(graph, Style()))
    assert OBEYED.findall(told) == []
    heard = build.HEARD_IN_GRAPHS.get(form, str)
    shown = read_again(re.sub(r"#(\d+);", r"&#\1;", heard(told)))
    assert [each for each in TEXTS if bare(each) not in shown] == []
    assert re.search("y{20}", shown)


def test_a_reading_of_hostile_text_obeys_none_of_it(build: Any, tmp_path: Path) -> None:
    texts = [SCRIPT, FORMULA, "\x9b2J", TURNED]  # a file with other controls is no text, and is refused
    lines = ["PERJANJIAN KINERJA TAHUN 2025", *texts, "No\tSasaran\tIndikator Kinerja\tTarget"]
    lines += [f"{at}\t{text}\t{text}\t{text}" for at, text in enumerate([*texts, "y" * LONG], 1)]
    path = tmp_path / "pk.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = whole(reading_formats()["html"].render(api.read_with_documents([str(path)]), Style()))
    assert OBEYED.findall(told) == []
    assert told.count("<script") == 1
    shown = read_again(build.HEARD["html"](told))
    assert [each for each in texts if bare(each) not in shown] == []
    assert "y" * LONG in shown
