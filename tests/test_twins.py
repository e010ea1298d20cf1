"""An agreement that lies in several files is judged once; what is another agreement, or another version, is told."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pkcheck import messages
from pkcheck.cli import main
from pkcheck.inputs import read_inputs
from pkcheck.model import Agreement, Source
from pkcheck.twins import FileReading, part_twins


def agreement(number: int = 1, *, how: str = "text", **changed: object) -> Agreement:
    rows = [
        {"id": f"x:1.{n}", "text": f"Persentase layanan {n}", "target": {"raw": "90%", "value": 90}}
        for n in range(1, 6)
    ]
    record = {
        "id": f"camat-{number}",
        "institution": "Pemerintah Kabupaten Sukamaju",
        "fiscal_year": 2025,
        "first_party": {"name": f"Sari Wulandari {number}", "position": f"Camat Kota {number}"},
        "statement": {"place": "Sukamaju", "date": "2025-01-06", "raw": "Sukamaju, 6 Januari 2025"},
        "objectives": [{"no": 1, "text": "Layanan membaik", "indicators": rows}],
        "source": {"file": "x", "line": 3, "how": how},
    }
    return Agreement.model_validate({**record, **changed})


def rows(agreed: Agreement, **first: object) -> list[dict[str, object]]:
    objective = agreed.model_dump(mode="json")["objectives"][0]
    objective["indicators"][0] |= first
    return [objective]


def parted(*files: FileReading) -> list[tuple[list[str], list[tuple[str, str, str]]]]:
    names = {messages.TWIN_SAME: "same", messages.TWIN_DIFFERS: "differs", messages.TWIN_READ_OTHERWISE: "scan"}
    return [
        ([each.id for each in left.agreements], [(n.level, names[n.text], str(n.facts["other"])) for n in left.notes])
        for left in part_twins(files)
    ]


def word(*agreements: Agreement, file: str = "a.docx") -> FileReading:
    return FileReading(file, is_data=False, agreements=agreements)


def test_the_file_that_is_read_first_is_judged_and_one_note_tells_of_all_others() -> None:
    both = agreement(1), agreement(2)
    copies = [each.model_copy(update={"source": Source(file="b.pdf", page=2)}) for each in both]
    assert parted(word(*both), word(*copies, agreement(3), file="b.pdf")) == [
        (["camat-1", "camat-2"], []),
        (["camat-3"], [("remark", "same", "a.docx")]),
    ]


def test_spacing_and_punctuation_make_no_other_agreement() -> None:
    other = agreement(objectives=rows(agreement(), text="Persentase  layanan-1,"))
    assert parted(word(agreement()), word(other, file="b.pdf"))[1] == ([], [("remark", "same", "a.docx")])


def test_data_goes_before_documents_and_text_before_scans_wherever_they_stand() -> None:
    scan, text = word(agreement(how="ocr"), file="a.pdf"), word(agreement(), file="b.docx")
    data = FileReading("c.yaml", is_data=True, agreements=(agreement(supervisor="bupati"),))
    assert parted(scan, text, data) == [
        ([], [("remark", "same", "c.yaml")]),
        ([], [("remark", "same", "c.yaml")]),
        (["camat-1"], []),
    ]
    assert parted(scan, text) == [([], [("remark", "same", "b.docx")]), (["camat-1"], [])]


def test_another_version_is_not_judged_and_is_a_problem_but_from_a_scan_a_remark() -> None:
    changed = rows(agreement(), target={"raw": "95%", "value": 95})
    other, scan = agreement(objectives=changed), agreement(objectives=changed, how="ocr")
    assert parted(word(agreement()), word(other, file="b.docx"), word(scan, file="c.pdf")) == [
        (["camat-1"], []),
        ([], [("problem", "differs", "a.docx")]),
        ([], [("remark", "scan", "a.docx")]),
    ]


def test_a_slip_of_the_eye_in_a_name_is_forgiven_to_a_scan_only() -> None:
    slip = {"name": "Sari Wulandarl 1", "position": "Camat Kota 1"}
    read = word(agreement(first_party=slip, how="ocr"), file="b.pdf")
    assert parted(word(agreement()), read)[1] == ([], [("remark", "scan", "a.docx")])
    assert parted(word(agreement()), word(agreement(first_party=slip), file="b.pdf"))[1] == (["camat-1"], [])


OTHERS: dict[str, dict[str, Any]] = {
    "another date": {"statement": {"place": "Sukamaju", "date": "2025-07-01", "raw": "Sukamaju, 1 Juli 2025"}},
    "another year": {"fiscal_year": 2024},
    "another institution": {"institution": "Pemerintah Kabupaten Lain"},
    "a revision": {"revision": {"of": "camat-1", "number": 1}},
    "another signatory": {"first_party": {"name": "Budi Santoso", "position": "Camat Kota 1"}},
    "another office": {"first_party": {"name": "Sari Wulandari 1", "position": "Sekretaris Kecamatan Kota 1"}},
    "other indicators": {"objectives": [{"no": 1, "text": "Layanan membaik", "indicators": [{"text": "Indeks lain"}]}]},
    "no indicators": {"objectives": []},
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_another_agreement_is_judged(name: str) -> None:
    other = agreement(**OTHERS[name])
    assert parted(word(agreement()), word(other, file="b.pdf")) == [(["camat-1"], []), (["camat-1"], [])]


def test_without_indicators_nothing_tells_that_two_are_one() -> None:
    one, other = agreement(objectives=[]), agreement(objectives=[], unit="Kecamatan Kota 1")
    assert parted(word(one), word(other, file="b.pdf")) == [(["camat-1"], []), (["camat-1"], [])]


def test_the_copy_that_was_read_in_full_is_judged() -> None:
    cut = word(agreement(unread=["camat-1:annex"]))
    assert parted(cut, word(agreement(), file="b.pdf")) == [([], [("remark", "same", "b.pdf")]), (["camat-1"], [])]


def test_within_one_file_and_between_data_files_there_are_no_twins() -> None:
    twice = (agreement(), agreement())
    data = [FileReading(file, is_data=True, agreements=(agreement(),)) for file in ("a.yaml", "b.yaml")]
    assert parted(word(*twice), word(agreement(2), file="b.pdf"))[0] == (["camat-1", "camat-1"], [])
    assert parted(*data, word(agreement(2)))[:2] == [(["camat-1"], []), (["camat-1"], [])]


# --- whole


def findings(*paths: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["check", *paths, "--no-cache", "--jobs", "1", "--format", "jsonl"])
    return result.exit_code, result.stdout, result.stderr


def test_the_real_document_in_five_formats_is_checked_as_one(dataset: Path) -> None:
    text, formats = str(dataset / "pk-kpu-kaltim-2024.txt"), dataset / "formats"
    alone, together = findings(text), findings(text, str(formats))
    assert together[:2] == alone[:2]
    told: Sequence[str] = together[2].removeprefix(alone[2]).splitlines()
    assert told == [
        f"{formats / name}: catatan: 11 PK di berkas ini isinya sama dengan yang di {text}; "
        "yang diperiksa yang di sana, satu kali."
        for name in (f"pk-kpu-kaltim-2024.{each}" for each in ("docx", "html", "pdf", "xlsx"))
    ]


def test_a_copy_counts_for_nothing_and_is_no_failure(tmp_path: Path, dataset: Path) -> None:
    text = (dataset / "pk-kpu-kaltim-2024.txt").read_bytes()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(text)
    reports = read_inputs([str(tmp_path)]).reports
    assert [(each.status, each.agreements, each.usable) for each in reports] == [("read", 11, True), ("read", 0, True)]
