"""From paths to agreements: every file is accounted for, and one bad file never stops the others."""

import io
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pkcheck import messages
from pkcheck.cli import main
from pkcheck.documents.document import Document
from pkcheck.inputs import MAX_BYTES, InputReport, read_inputs
from pkcheck.model import Source
from pkcheck.notes import Note
from plain_pk import PK

GOOD = "- {id: ketua, kind: sole, budget: [{name: Program A, amount: 100}]}\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("baik.yaml").write_text(GOOD, encoding="utf-8")
    Path("pk.txt").write_text(PK, encoding="utf-8")


def account(*paths: str) -> list[tuple[str, str, int]]:
    return [(each.file, each.status, each.agreements) for each in read_inputs(paths).reports]


def only(path: str) -> InputReport:
    (report,) = read_inputs([path]).reports
    return report


def run(*arguments: str, **how: Any) -> Result:
    return CliRunner().invoke(main, arguments, **how)


# --- which files


def test_a_folder_gives_its_files_in_order_and_nothing_hidden() -> None:
    Path("b/inner").mkdir(parents=True)
    Path("b/.git").mkdir()
    for name in ("b/z.yaml", "b/inner/a.yaml", "b/.git/x.yaml", "b/.x.yaml"):
        Path(name).write_text(f"- id: {Path(name).stem}\n", encoding="utf-8")
    assert account("b") == [(str(Path("b/z.yaml")), "read", 1), (str(Path("b/inner/a.yaml")), "read", 1)]


def test_a_glob_gives_files_and_folders() -> None:
    Path("set-1").mkdir()
    Path("set-1/a.yaml").write_text("- id: a\n", encoding="utf-8")
    Path("set-2.yaml").write_text("- id: b\n", encoding="utf-8")
    assert [each[0] for each in account("set-*")] == [str(Path("set-1/a.yaml")), "set-2.yaml"]
    assert [each[0] for each in account("**/*.yaml")] == ["baik.yaml", str(Path("set-1/a.yaml")), "set-2.yaml"]


def test_a_file_whose_name_looks_like_a_glob_is_a_file() -> None:
    Path("pk[1].yaml").write_text(GOOD, encoding="utf-8")
    assert account("pk[1].yaml") == [("pk[1].yaml", "read", 1)]


def test_a_file_given_twice_is_read_once() -> None:
    Path("tautan.yaml").symlink_to("baik.yaml")
    assert account("baik.yaml", "./baik.yaml", str(Path("baik.yaml").resolve()), "tautan.yaml", "*.yaml") == [
        ("baik.yaml", "read", 1)
    ]


def test_folders_that_lead_to_themselves_are_read_once() -> None:
    Path("a/b").mkdir(parents=True)
    Path("a/b/lagi").symlink_to(Path("a").resolve())
    Path("a/diri").symlink_to(".")
    Path("a/b/x.yaml").write_text("- id: x\n", encoding="utf-8")
    assert account("a") == [(str(Path("a/b/x.yaml")), "read", 1)]


def test_a_linked_folder_is_read() -> None:
    Path("asal").mkdir()
    Path("asal/x.yaml").write_text("- id: x\n", encoding="utf-8")
    Path("a").mkdir()
    Path("a/tautan").symlink_to(Path("asal").resolve())
    assert account("a") == [(str(Path("a/tautan/x.yaml")), "read", 1)]


def test_the_same_office_in_two_files_has_ids_of_its_own_in_each() -> None:
    Path("pk2.txt").write_text(PK.replace("Sari", "Budi"), encoding="utf-8")
    first, second = read_inputs(["pk.txt", "pk2.txt"]).agreements
    assert (first.id, second.id) == ("camat-sukamaju", "camat-sukamaju-2")
    assert [each.id for each in second.indicators()] == ["camat-sukamaju-2:1.1", "camat-sukamaju-2:2.1"]


def test_an_id_given_in_two_files_of_data_is_an_error_of_the_second() -> None:
    Path("lagi.yaml").write_text(f"# sama\n{GOOD}", encoding="utf-8")
    inputs = read_inputs(["baik.yaml", "lagi.yaml"])
    assert [each.status for each in inputs.reports] == ["read", "failed"]
    (note,) = inputs.reports[1].notes
    assert (note.text, note.source.line, note.facts["other"]) == (messages.DATA_ID_TWICE, 2, "baik.yaml")


def test_an_id_made_from_a_position_gives_way_to_one_that_data_gives() -> None:
    text = Path("a.txt")
    text.write_text(PK, encoding="utf-8")
    made = read_inputs(["a.txt"]).agreements[0].id
    Path("b.yaml").write_text(f"agreements: [{{id: {made}}}]", encoding="utf-8")
    for order in (["a.txt", "b.yaml"], ["b.yaml", "a.txt"]):
        read = read_inputs(order)
        assert {each.id for each in read.agreements} == {made, f"{made}-2"}
        assert all(report.usable for report in read.reports)


def test_standard_input_is_a_file_called_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PK.encode())))
    assert account("-", "-") == [("-", "read", 1)]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("tidak-ada.txt", messages.FILE_MISSING),
        ("tidak-ada/", messages.FILE_MISSING),
        ("*.tidak", messages.FILE_MISSING),
        ("kosong", messages.FOLDER_EMPTY),
        ("a\x00b", messages.FILE_UNREADABLE),
        ("x" * 5000, messages.FILE_UNREADABLE),
    ],
)
def test_a_path_that_leads_nowhere_is_told(path: str, message: object) -> None:
    Path("kosong").mkdir()
    report = only(path)
    assert (report.status, [note.text for note in report.notes]) == ("failed", [message])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_opened_is_told() -> None:
    Path("a/rahasia").mkdir(parents=True)
    Path("a/rahasia").chmod(0)
    Path("a/x.yaml").write_text("- id: x\n", encoding="utf-8")
    Path("baik.yaml").chmod(0)
    assert only("baik.yaml").notes[0].text == messages.FILE_UNREADABLE
    assert account("a") == [(str(Path("a/x.yaml")), "read", 1), (str(Path("a/rahasia")), "failed", 0)]
    Path("a/rahasia").chmod(0o700)


def test_what_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    (note,) = only("baik.yaml").notes
    assert (note.level, note.text, note.facts) == ("problem", messages.FILE_UNREADABLE, {"reason": "Permission denied"})


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_no_text_is_shown_as_far_as_it_is() -> None:
    name = os.fsdecode(b"pk-\xff.yaml")
    Path(name).write_text(GOOD, encoding="utf-8")
    assert account(name) == [("pk-\ufffd.yaml", "read", 1)]
    assert run("check", name).exit_code in (0, 1)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_device_without_end_is_too_large() -> None:
    assert only("/dev/zero").notes[0].text == messages.FILE_TOO_LARGE


def test_a_pipe_in_a_folder_is_passed_by() -> None:
    Path("a").mkdir()
    os.mkfifo("a/pipa.txt")
    Path("a/x.yaml").write_text("- id: x\n", encoding="utf-8")
    assert account("a") == [(str(Path("a/x.yaml")), "read", 1)]


# --- what can go wrong in one, beside a good one

BAD: dict[str, tuple[bytes, str]] = {
    "kosong.txt": (b"", "kosong.txt:1: masalah: berkas kosong"),
    "spasi.txt": (b" \r\n\t\f\n", "spasi.txt:1: masalah: berkas kosong"),
    "bom.txt": (b"\xef\xbb\xbf", "bom.txt:1: masalah: berkas kosong"),
    "biner.txt": (b"Nama\n\x00\x01\x02", "biner.txt:2: masalah: bukan berkas teks"),
    "gambar.txt": (b"\x89PNG\r\n\x1a\n\x00", "gambar.txt: masalah: gambar tidak dapat dibuka"),
    "berkas.pdf": (b"%PDF-1.7\n", "berkas.pdf: masalah: PDF ini rusak"),
    "panjang.txt": (b"Nama\n" + b"x" * 200_000, "panjang.txt:2: masalah: baris sepanjang 200000 karakter"),
    "surat.txt": (b"Yth. Bapak\n\nDengan hormat, ...\n", "surat.txt:1: masalah: tidak ada Perjanjian Kinerja"),
    "latin.txt": (PK.replace("Sari", "S\xe4ri").encode("latin-1"), "latin.txt:4: masalah: bukan UTF-8"),
    "utf16.txt": (PK.encode("utf-16-le"), "utf16.txt:1: masalah: bukan berkas teks"),
    "potong.txt": (PK[: PK.index("\n\nProgram\t")].encode(), "potong.txt:19: masalah: berkas berakhir di tengah tabel"),
    "sel.txt": (PK[: PK.index("\t90%")].encode(), "sel.txt:19: masalah: baris tabel terpotong"),
    "salah.yaml": (b"- id: a\n  unti: X\n", 'salah.yaml:2: masalah: kunci "unti" tidak dikenal di a. Kunci terdekat: "unit"'),
    "rusak.json": (b'{"id": "a",\n', "rusak.json:2: masalah: bukan JSON yang sah"),
    "rusak.yaml": (b"a: [", "rusak.yaml:2: masalah: bukan YAML yang sah"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_with_its_line_and_the_good_one_is_checked(name: str) -> None:
    data, told = BAD[name]
    Path(name).write_bytes(data)
    result = run("check", name, "baik.yaml", "--fail-on", "never")
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    from pkcheck.api import read

    assert "ketua" in [each.id for each in read([name, "baik.yaml"]).agreements]


@pytest.mark.parametrize(
    "data",
    [
        PK.replace("\n", "\r\n").encode(),
        PK.replace("\n", "\r").encode(),
        PK.replace("\n", "\r\n", 7).encode(),
        b"\xef\xbb\xbf" + PK.encode(),
        PK.encode("utf-16"),
        PK.replace("\n\n", "\n\n\f").encode(),
    ],
)
def test_line_ends_marks_and_form_feeds_make_no_difference(data: bytes) -> None:
    plain = read_inputs(["pk.txt"])
    before = run("check", "pk.txt", "-f", "json")
    Path("pk.txt").write_bytes(data)
    other = read_inputs(["pk.txt"])
    assert without_pages(other.agreements) == without_pages(plain.agreements)
    assert [note.text for note in other.reports[0].notes] == [note.text for note in plain.reports[0].notes]
    assert run("check", "pk.txt", "-f", "json").exit_code == before.exit_code


def without_pages(agreements: object) -> str:
    import re

    return re.sub(r"page=\w+", "", repr(agreements))


def test_a_line_of_50_megabytes_is_refused_at_once() -> None:
    Path("raksasa.txt").write_bytes(b"PERJANJIAN KINERJA\n" + b"x" * 50_000_000)
    began = time.monotonic()
    result = run("check", "raksasa.txt", "baik.yaml")
    assert time.monotonic() - began < 10
    assert result.exit_code == 2
    assert "raksasa.txt:2: masalah: baris sepanjang 50000000 karakter" in result.stderr
    assert "ketua" in result.stdout or "1 PK" in result.stdout or "PK: 1" in result.stdout


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkcheck.inputs.MAX_BYTES", 10)
    assert only("pk.txt").notes[0].text == messages.FILE_TOO_LARGE
    assert MAX_BYTES >= 60_000_000


def test_text_without_an_agreement_in_a_folder_is_passed_by() -> None:
    Path("a").mkdir()
    Path("a/README.md").write_text("# Catatan\n", encoding="utf-8")
    Path("a/pk.txt").write_text(PK, encoding="utf-8")
    assert account("a") == [(str(Path("a/README.md")), "skipped", 0), (str(Path("a/pk.txt")), "read", 1)]
    assert all(each.usable for each in read_inputs(["a"]).reports)


def test_a_document_of_a_format_without_reader_in_a_folder_is_a_problem() -> None:
    Path("a").mkdir()
    for name in ("pk.doc", "pk.xls", "pk.rtf", "pk.odt", "pk.pages", "pk.heic", "pk.zip", "pk.abc", "pk"):
        (Path("a") / name).write_bytes(b"?")
    assert [(each.file, each.status, each.usable, [note.text for note in each.notes]) for each in read_inputs(["a"]).reports] == [
        (str(Path("a") / name), "skipped", False, [text])
        for name, text in [
            ("pk", messages.FORMAT_UNKNOWN),
            ("pk.abc", messages.FORMAT_UNKNOWN),
            ("pk.doc", messages.FORMAT_OF_WORDS),
            ("pk.heic", messages.FORMAT_OF_PICTURES),
            ("pk.odt", messages.FORMAT_OF_WORDS),
            ("pk.pages", messages.FORMAT_OF_WORDS),
            ("pk.rtf", messages.FORMAT_OF_WORDS),
            ("pk.xls", messages.FORMAT_OF_SHEETS),
            ("pk.zip", messages.FORMAT_PACKED),
        ]
    ]  # fmt: skip


def test_what_programs_put_beside_documents_is_passed_by() -> None:
    Path("a").mkdir()
    for name in ("~$pk.docx", "Thumbs.db", "desktop.ini", ".DS_Store"):
        (Path("a") / name).write_bytes(b"?")
    Path("a/pk.txt").write_text(PK, encoding="utf-8")
    assert account("a") == [(str(Path("a/pk.txt")), "read", 1)]


def test_a_link_to_a_pipe_or_to_itself_does_not_hold_a_folder_up() -> None:
    Path("a").mkdir()
    os.mkfifo("pipa")
    Path("a/pipa.txt").symlink_to(Path("pipa").resolve())
    Path("a/diri.txt").symlink_to("diri.txt")
    Path("a/hilang.txt").symlink_to("tidak-ada")
    Path("a/pk.txt").write_text(PK, encoding="utf-8")
    assert account("a") == [
        (str(Path("a/diri.txt")), "failed", 0),
        (str(Path("a/hilang.txt")), "failed", 0),
        (str(Path("a/pk.txt")), "read", 1),
    ]


def test_a_document_of_which_a_part_was_not_read_is_not_passed_by_as_another_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = Note("problem", messages.PDF_PAGE_SCANNED, Source(file="a/pk.pdf", page=1), {"page": 1})
    monkeypatch.setattr("pkcheck.reading.begin", lambda _reader, _data, file, _seconds: Document(file, (), (note,)))
    Path("a").mkdir()
    Path("a/pk.pdf").write_bytes(b"%PDF-")
    (report,) = read_inputs(["a"]).reports
    assert (report.status, report.usable) == ("failed", False)
    assert [(each.level, each.text) for each in report.notes] == [
        ("problem", messages.PDF_PAGE_SCANNED),
        ("problem", messages.NO_AGREEMENT),
    ]
