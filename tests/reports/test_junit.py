"""JUnit: what was found fails, what was not checked is skipped, and nothing else passes."""

from collections import Counter
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from pkcheck.display import visible


def suites(build: Any, outcome: Any, **style: Any) -> dict[str, Any]:
    root = ET.fromstring(build.told(outcome, "junit", **style).encode())  # noqa: S314  it is our own
    assert root.tag == "testsuites"
    for name in ("tests", "failures", "errors", "skipped"):
        assert int(root.get(name, "")) == sum(int(each.get(name, "")) for each in root)
    return {each.get("name", ""): each for each in root}


def states(suite: Any) -> list[tuple[str, str]]:
    """The first word of each case's class, and what became of it."""
    return [
        (
            (case.get("classname") or "").split()[0],
            case[0].tag if len(case) and case[0].tag != "system-out" else "passed",
        )
        for case in suite
    ]


def test_there_is_a_suite_for_files_and_one_for_each_family(build: Any) -> None:
    assert list(suites(build, build.small())) == ["berkas", "BUD anggaran", "XYZ"]
    assert list(suites(build, build.small(), lang="en")) == ["files", "BUD budget", "XYZ"]


def test_cases_fail_are_skipped_break_or_pass(build: Any) -> None:
    told = suites(build, build.small())
    assert states(told["BUD anggaran"]) == [
        ("BUD999", "failure"),
        ("BUD999", "failure"),
        ("BUD999", "skipped"),
        ("BUD999", "skipped"),
    ]
    assert states(told["XYZ"]) == [
        ("XYZ001", "passed"),
        ("XYZ002", "skipped"),
        ("XYZ003", "error"),
        ("XYZ004", "skipped"),
    ]


def test_what_is_not_shown_does_not_pass(build: Any) -> None:
    told = suites(build, build.outcome([], [build.account(found=3)]))
    assert states(told["BUD anggaran"]) == [("BUD999", "skipped")]
    assert told["BUD anggaran"][0].get("name") == "3 temuan tidak ditampilkan"


def test_nothing_read_passes_nothing(build: Any) -> None:
    outcome = build.outcome([], [build.account(checked=0)], data="[]")
    assert states(suites(build, outcome)["BUD anggaran"]) == [("BUD999", "skipped")]


def test_a_file_that_was_not_used_in_full_is_an_error(build: Any) -> None:
    (case,) = suites(build, build.small())["berkas"]
    assert case[0].tag == "error"
    assert case[0].text == "pk.yaml:3: catatan: diragukan\npk.yaml:hlm.2: masalah: tidak terbaca"
    assert states(suites(build, build.outcome())["berkas"]) == [("pkcheck", "passed")]


def test_a_case_is_named_by_its_subject_and_no_two_are_alike(build: Any, real: Any) -> None:
    twice = build.outcome(
        [build.finding(), build.finding(what="Program B"), build.finding(at="humas")], [build.account(found=3)]
    )
    names = [case.get("name") for case in suites(build, twice)["BUD anggaran"]]
    assert names == [
        f"ketua:budget.1 {twice.findings[0].fingerprint}",
        f"ketua:budget.1 {twice.findings[1].fingerprint}",
        "humas:budget.1",
    ]
    cases = Counter(
        (case.get("classname"), case.get("name")) for suite in suites(build, real).values() for case in suite
    )
    assert max(cases.values()) == 1


def test_every_finding_and_every_unchecked_subject_of_the_real_document_is_a_case(build: Any, real: Any) -> None:
    tags = Counter(state for suite in suites(build, real).values() for _, state in states(suite))
    assert tags["failure"] == len(real.findings)
    skipped = [each for each in real.judgement.coverage if each.status == "skipped"]
    assert tags["skipped"] == len(skipped) + sum(len(each.not_checked) for each in real.judgement.coverage)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_hostile_text_stays_text(build: Any, lang: str) -> None:
    told = suites(build, build.hostile(), lang=lang, suppressed=True)
    failure = told["BUD anggaran" if lang == "id" else "BUD budget"][0][0]
    assert failure.get("message", "").startswith(visible(build.HOSTILE))
    assert "<script>" in (failure.text or "")
    assert len(failure) == 0
