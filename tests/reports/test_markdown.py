"""Markdown for a merge request: folded, bounded, and nothing of a document is more than text."""

import re
from dataclasses import replace
from typing import Any

import pytest

from pkcheck.findings import Severity
from pkcheck.markdown import code, escaped, escaped_html, fenced

LONGEST = 60_000


def told(build: Any, outcome: Any, **style: Any) -> str:
    return str(build.told(outcome, "markdown", **style))


def outside_code(markdown: str) -> str:
    """The text without code blocks and code spans."""
    blocks = re.sub(r"^ *(`{3,})text\n.*?^ *\1$", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)", "", blocks)


def test_it_counts_by_severity_and_certainty(build: Any) -> None:
    assert "| error | 1 | 1 |\n| warning | 0 | 0 |\n| info | 0 | 0 |" in told(build, build.small())


def test_findings_are_folded_under_their_agreements(build: Any) -> None:
    text = told(build, build.small(), lang="en")
    assert re.findall("<summary><b>(.*?)</b>: (.*?)</summary>", text)[:2] == [
        ("KPU Provinsi — Fahmi (ketua)", "findings: 1"),
        ("Sekretaris KPU — Aliuk (humas)", "findings: 1"),
    ]
    assert text.count("<details>") == text.count("</details>")


def test_an_agreement_that_is_not_in_the_set_goes_by_its_id(build: Any) -> None:
    assert "<summary><b>lain</b>: 1 temuan</summary>" in told(build, build.outcome([build.finding(at="lain")]))


def test_evidence_is_quoted_in_a_block_and_many_places_are_counted(build: Any) -> None:
    places = [build.evidence(line=line, file="pk.yaml") for line in range(1, 8)]
    quoted = "  ```text\n" + "".join(f"  {line} | Program A | Rp 101\n" for line in range(1, 5))
    assert f"{quoted}  … dan 3 tempat lain\n  ```\n" in told(build, build.outcome([build.finding(*places)]))


def test_what_was_checked_and_what_not_is_a_table(build: Any) -> None:
    text = told(build, build.small())
    assert "| BUD anggaran | 1/1 | 2 PK | 1 |\n| XYZ | 2/4 | 2 PK | 0 |" in text
    assert "- BUD: 1 anggaran tidak terbaca" in text


def test_nothing_found_has_no_table_of_severities(build: Any) -> None:
    text = told(build, build.outcome())
    assert "| error |" not in text
    assert "Temuan: 0" in text


@pytest.mark.parametrize("count", [1, 50, 1000])
def test_it_fits_into_a_comment_and_says_what_it_leaves_out(build: Any, count: int) -> None:
    found = [
        replace(build.finding(what=f"Program {number}"), severity=Severity.ERROR if number % 10 == 9 else Severity.INFO)
        for number in range(count)
    ]
    text = told(build, build.outcome(found))
    shown = text.count("- **BUD999**")
    assert len(text) <= LONGEST
    assert text.count("- **BUD999** error") == count // 10
    assert "### Yang diperiksa, dan yang tidak" in text
    cut = re.findall(r"^> Laporan ini dipotong: (\d+) temuan", text, re.MULTILINE)
    assert cut == ([str(count - shown)] if shown < count else [])
    assert (shown < count) == (count == 1000)


def test_many_agreements_leave_room_for_findings(build: Any) -> None:
    text = told(build, build.outcome([build.finding(at=f"pk-{number}") for number in range(1000)]))
    assert LONGEST * 0.9 < len(text) <= LONGEST
    assert text.count("- **BUD999**") == text.count("</details>") > 50


def test_a_finding_that_does_not_fit_leaves_room_for_others(build: Any) -> None:
    huge = build.finding(*(build.evidence("<" * 200, None, file="x" * 20_000) for _ in range(4)))
    text = told(build, build.outcome([huge, build.finding()]))
    assert len(text) <= LONGEST
    assert re.findall(r"^> Laporan ini dipotong: (\d+) temuan", text, re.MULTILINE) == ["1"]
    assert text.count("- **BUD999**") == 1


def test_hostile_lists_fit_into_a_comment(build: Any) -> None:
    missed = tuple(replace(build.missed(f"a{at}", f"{at} {build.HOSTILE}")) for at in range(500))
    text = told(build, build.outcome([], [build.account(not_checked=missed)]))
    assert len(text) <= LONGEST
    assert re.search(r"^- … dan \d+ lagi$", text, re.MULTILINE)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_hostile_text_stays_text(build: Any, lang: str) -> None:
    text = told(build, build.hostile(), lang=lang, suppressed=True)
    rest = outside_code(text)
    assert not re.search(r"<(?!/?(?:details|summary|b)>|!-- -->)", rest)
    assert not re.search(r"[@#]\w|https?://|www\.", rest.replace("<!-- -->", "\0"))
    # Within HTML nothing is looked for between lines that are empty.
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)!\[", re.sub("<summary>.*", "", rest))
    assert all(line.count(" | ") in (0, 2, 3) for line in rest.splitlines() if line.startswith("| "))


@pytest.mark.parametrize("lines", [["```"], ["~~~", "````` x"], ["a"], []])
def test_a_code_block_ends_where_it_should(lines: list[str]) -> None:
    opening, *inner, closing = fenced(lines)
    assert opening == f"{closing}text"
    assert inner == lines
    assert not any(closing in line for line in inner)


def test_text_in_html_is_no_html() -> None:
    assert escaped_html("<b>&amp;</b> @orang") == "&lt;b&gt;&amp;<!-- -->amp;&lt;/b&gt; @<!-- -->orang"
    assert escaped("<b> *x* #12") == "&lt;b&gt; \\*x\\* #<!-- -->12"
    assert code("a`b") == "``a`b``"
