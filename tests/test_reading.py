"""Reading over processes, page by page and from a cache gives what reading one after the other gives."""

import sys
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pkcheck import messages
from pkcheck.cache import Cache
from pkcheck.cli import main
from pkcheck.documents import readers
from pkcheck.documents.document import Document, Line, Opened
from pkcheck.documents.readers import Reader
from pkcheck.errors import InputError
from pkcheck.inputs import read_inputs
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.reading import Paper, ReadingOptions, Step, read_ahead
from pkcheck.texts import Text

PK = """\
PERJANJIAN KINERJA TAHUN 2025
Nama : Sari {name}
Jabatan : Camat {name}
selanjutnya disebut Pihak Pertama.
Sukamaju, 6 Januari 2025
Pihak Pertama,
Camat {name},
Sari {name}
"""
# Pages are parted by form feeds; a page may tell its reader to refuse or to die.
READER = """\
import os, time
from pkcheck import messages
from pkcheck.documents.document import Document, Line, Opened
from pkcheck.errors import InputError
from pkcheck.model import Source
from pkcheck.notes import Note


def read(data, file):
    whole = opened(data, file)
    return joined(whole, [read_part(data, file, 1, whole.pages)], file)


def opened(data, file):
    return Opened(data, data.count(b"\\f") + 1, (Note("remark", messages.NOT_UTF8, Source(file=file)),))


def read_part(data, file, first, last):
    pages = data.decode().removeprefix("%PDF-").split("\\f")[first - 1 : last]
    if any("LAMBAT" in page for page in pages):
        time.sleep(0.6)
    if any("TOLAK" in page for page in pages):
        raise InputError(messages.FILE_TOO_LARGE, file, None, limit=1)
    if any("MATI" in page for page in pages):
        os._exit(9)
    return [(page, number) for number, page in enumerate(pages, first)]


def joined(whole, parts, file):
    lines = [(text, page) for part in parts for pages in [part] for body, page in pages for text in body.splitlines()]
    blocks = tuple(Line(text, Source(file=file, page=page, line=n)) for n, (text, page) in enumerate(lines, 1))
    return Document(file, blocks, whole.notes)
"""


@pytest.fixture(autouse=True)
def _reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "modul").mkdir()
    (tmp_path / "modul" / "pages_by_form_feed.py").write_text(READER, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "modul"))
    monkeypatch.delitem(sys.modules, "pages_by_form_feed", raising=False)
    monkeypatch.setattr(readers, "READERS", {**readers.READERS, "pdf": Reader("pages_by_form_feed")})
    (tmp_path / "pk").mkdir()
    monkeypatch.chdir(tmp_path)


def put(name: str, *pages: str) -> str:
    path = Path("pk") / name
    path.write_bytes(b"%PDF-" + "\f".join(pages).encode())
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def told(paths: Sequence[str], options: ReadingOptions) -> list[tuple[str, str, list[Any]]]:
    return [
        (each.file, each.status, [note.text for note in each.notes if note.level == "problem"])
        for each in read_inputs(paths, (), options).reports
    ]


# --- over processes


def test_many_processes_give_what_one_gives_in_the_same_order() -> None:
    put("a.pdf", "LAMBAT", PK.format(name="Satu"), *["LAMBAT"] * 3, PK.format(name="Dua"))
    put("b.pdf", PK.format(name="Tiga"))
    (Path("pk") / "c.txt").write_text(PK.format(name="Empat"), encoding="utf-8")
    put("d.pdf", *["LAMBAT"] * 2, PK.format(name="Lima"))
    assert read_inputs(["pk"], (), ReadingOptions(jobs=3)) == read_inputs(["pk"])
    assert [each.first_party.name for each in read_inputs(["pk"]).agreements if each.first_party] == [
        "Sari Satu",
        "Sari Dua",
        "Sari Tiga",
        "Sari Empat",
        "Sari Lima",
    ]


def test_a_file_that_kills_its_process_is_told_and_the_others_are_read() -> None:
    paths = [
        put("a.pdf", PK.format(name="Satu")),
        put("b.pdf", "LAMBAT", "x", "MATI", "x"),
        put("c.pdf", "MATI"),
        put("d.pdf", "LAMBAT", "x", "TOLAK"),
        put("e.pdf", PK.format(name="Dua")),
    ]
    assert told(paths, ReadingOptions(jobs=2)) == [
        (paths[0], "read", []),
        (paths[1], "failed", [messages.READING_DIED]),
        (paths[2], "failed", [messages.READING_DIED]),
        (paths[3], "failed", [messages.FILE_TOO_LARGE]),
        (paths[4], "read", []),
    ]


# --- in this process


def fake(monkeypatch: pytest.MonkeyPatch, **functions: Any) -> None:
    module = types.ModuleType("a_reader_in_a_test")
    vars(module).update(functions)
    monkeypatch.setitem(sys.modules, "a_reader_in_a_test", module)
    monkeypatch.setattr(readers, "READERS", {**readers.READERS, "pdf": Reader("a_reader_in_a_test")})


def lines(file: str, *pages: int) -> Document:
    return Document(file, tuple(Line("x", Source(file=file, page=page)) for page in pages))


def test_progress_counts_files_and_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(
        monkeypatch,
        read=None,
        opened=lambda data, _: Opened(data, len(data), slow=True),
        read_part=lambda _data, _file, first, last: range(first, last + 1),
        joined=lambda _, parts, file: lines(file, *(page for part in parts for page in part)),
    )
    steps: list[Step] = []
    papers = [("a", Paper(b"12345", "a.pdf", "pdf")), ("b", None), ("c", Paper(b"1", "c.pdf", "pdf"))]
    ahead = read_ahead(papers, ReadingOptions(watch=steps.append), files=3, slow=2)
    assert [(item, take().blocks[-1].source.page if take else None) for item, take in ahead] == [  # type: ignore[union-attr]
        ("a", 5),
        ("b", None),
        ("c", 1),
    ]
    assert steps[0] == Step(3, 0, 5, 2, 1, 1)
    assert steps[-1] == Step(3, 3, 6, 6, 2, 0)
    assert [each.pages_done for each in steps] == sorted(each.pages_done for each in steps)


def test_a_reader_without_pages_is_read_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, read=lambda _, file: lines(file, 1, 2))
    ((_, take),) = read_ahead([("a", Paper(b"1", "a.pdf", "pdf"))], ReadingOptions(), files=1)
    assert take is not None
    assert take() == lines("a.pdf", 1, 2)


def test_memory_that_runs_out_is_a_problem_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_data: bytes, _file: str) -> Document:
        raise MemoryError

    fake(monkeypatch, read=read)
    ((_, take),) = read_ahead([("a", Paper(b"1", "a.pdf", "pdf"))], ReadingOptions(), files=1)
    assert take is not None
    with pytest.raises(InputError) as caught:
        take()
    assert caught.value.text == messages.READING_DIED


# --- from a cache


def test_what_was_read_is_not_read_again_and_is_told_under_its_new_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read: list[str] = []

    def reader(_data: bytes, file: str) -> Document:
        read.append(file)
        return Document(file, (), (Note("remark", messages.NOT_UTF8, Source(file=file)),))

    fake(monkeypatch, read=reader)
    cache = Cache(tmp_path / "tembolok")
    for file in ("a.pdf", "a.pdf", "pindah/b.pdf"):
        ((_, take),) = read_ahead([("", Paper(b"1", file, "pdf"))], ReadingOptions(cache=cache), files=1)
        assert take is not None
        assert [note.source.file for note in take().notes] == [file]
    assert read == ["a.pdf"]


def test_what_failed_is_tried_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tried: list[str] = []

    def reader(_data: bytes, file: str) -> Document:
        tried.append(file)
        raise InputError(messages.FILE_EMPTY, file)

    fake(monkeypatch, read=reader)
    path = put("a.pdf", "x")
    for _ in range(2):
        assert told([path], ReadingOptions(cache=Cache(tmp_path / "t"))) == [(path, "failed", [messages.FILE_EMPTY])]
    assert tried == [path, path]


@pytest.mark.parametrize("wanting", [messages.PDF_PAGE_SCANNED, messages.PDF_HIDDEN_TEXT])
def test_what_was_read_without_recognition_is_read_again(
    wanting: Text, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read: list[str] = []

    def reader(_data: bytes, file: str) -> Document:
        read.append(file)
        return Document(file, (), (Note("remark", wanting, Source(file=file, page=1), {"page": 1}),))

    fake(monkeypatch, read=reader)
    path = put("a.pdf", "x")
    for _ in range(2):
        told([path], ReadingOptions(cache=Cache(tmp_path / "t")))
    assert read == [path, path]


# --- whole commands


@pytest.mark.parametrize("command", ["read", "check", "graph"])
def test_a_warm_run_says_the_same_as_a_cold_one_and_as_one_without_a_cache(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PKCHECK_CACHE", str(tmp_path / "tembolok"))
    put("a.pdf", PK.format(name="Satu"), "kalimat yang tidak dipahami", PK.format(name="Dua"))
    put("b.pdf", PK.format(name="Tiga"))
    bare = run(command, "pk", "--no-cache", "--jobs", "1")
    assert not (tmp_path / "tembolok").exists()
    cold = run(command, "pk", "--jobs", "1")
    kept = sorted((tmp_path / "tembolok").iterdir())
    assert len(kept) == 2
    monkeypatch.setattr("pkcheck.reading.begin", None)
    warm = run(command, "pk", "--jobs", "1")
    assert "Sari" in bare.stdout or command == "graph"
    assert [(each.exit_code, each.stdout, each.stderr) for each in (cold, warm)] == [
        (bare.exit_code, bare.stdout, bare.stderr)
    ] * 2


def test_a_damaged_entry_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKCHECK_CACHE", str(tmp_path / "tembolok"))
    path = put("a.pdf", PK.format(name="Satu"))
    cold = run("read", path, "--jobs", "1")
    (entry,) = (tmp_path / "tembolok").iterdir()
    good = entry.read_bytes()
    entry.write_bytes(good[:-9])
    again = run("read", path, "--jobs", "1")
    assert (again.exit_code, again.stdout, again.stderr) == (cold.exit_code, cold.stdout, cold.stderr)
    assert entry.read_bytes() == good


def test_a_cache_that_cannot_be_written_is_told_once_and_changes_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    put("a.pdf", PK.format(name="Satu"))
    put("b.pdf", PK.format(name="Dua"))
    bare = run("read", "pk", "--no-cache", "--jobs", "1")
    monkeypatch.setenv("PKCHECK_CACHE", str(tmp_path / "berkas" / "t"))
    told = run("read", "pk", "--jobs", "1")
    assert (told.exit_code, told.stdout) == (bare.exit_code, bare.stdout)
    assert told.stderr.count("PKCHECK_CACHE") == 1
    quiet = run("check", "pk", "--quiet", "--jobs", "1")
    assert "PKCHECK_CACHE" not in quiet.stderr


def test_jobs_are_one_or_more() -> None:
    assert run("read", "pk", "--jobs", "0").exit_code == 2
