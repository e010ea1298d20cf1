"""What was read is found again by content, and a cache that fails never stops a reading."""

import dataclasses
import datetime
import gzip
import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from pkcheck import cache as cache_module
from pkcheck import messages
from pkcheck.cache import Cache, cache_folder
from pkcheck.documents.document import Cell, Document, Line, Row, Table
from pkcheck.documents.stored import from_json, to_json
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.texts import Fact, Text

DATA = b"isi berkas"


def document(file: str = "a.docx") -> Document:
    scanned = Source(file=file, page=2, line=3, box=(1.5, 2.0, 3.0, 4.25), how="ocr", confidence=0.97)
    cell = Cell('kata "file":"a.docx" \u2013 é', Source(file=file, cell="B2", how="table"))
    table = Table((Row((cell, Cell("", scanned, unread=True)), scanned),))
    facts: dict[str, Fact] = {
        "when": datetime.date(2024, 1, 31),
        "sum": Decimal("1.50"),
        "names": ("x", 1, None, True),
        "list": [0.1],
        "what": Text("a {x}", "b"),
    }
    note = Note("remark", messages.NOT_UTF8, Source(file=file, line=1), facts, "kutipan")
    return Document(file, (Line("satu", Source(file=file, line=1), 4), table), (note,))


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*"))


def test_a_document_comes_back_as_it_was_under_the_name_of_this_run() -> None:
    text = to_json(document())
    assert text is not None
    assert from_json(text, "b/lain.docx") == document("b/lain.docx")


def test_every_field_of_a_document_is_kept() -> None:
    assert [each.name for each in dataclasses.fields(Document)] == ["file", "blocks", "notes"]


@pytest.mark.parametrize(
    "odd",
    [
        dataclasses.replace(document(), blocks=(Line("x", Source(file="lain.docx")),)),
        dataclasses.replace(document(), blocks=(Line("\ud800", Source(file="a.docx")),)),
        Document("a.docx", (), (Note("remark", messages.NOT_UTF8, Source(file="a.docx"), {"x": "di a.docx"}),)),
        Document("a.docx", (), (Note("remark", messages.NOT_UTF8, Source(file="a.docx"), {"x": (b"x",)}),)),
    ],
    ids=["place in another file", "half a character", "name of the file in words", "fact of no known type"],
)
def test_what_would_not_come_back_as_it_was_is_not_stored(odd: Document) -> None:
    assert to_json(odd) is None


def test_the_same_bytes_under_another_name_are_found(tmp_path: Path) -> None:
    kept = Cache(tmp_path / "tembolok")
    kept.keep(document(), DATA, "docx", ".docx")
    assert Cache(tmp_path / "tembolok").find(DATA, "b.docx", "docx", ".DOCX") == document("b.docx")


def test_other_bytes_another_kind_and_another_suffix_are_not_found(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.keep(document(), DATA, "docx", ".docx")
    assert kept.find(DATA + b"x", "a.docx", "docx", ".docx") is None
    assert kept.find(DATA, "a.docx", "xlsx", ".docx") is None
    assert kept.find(DATA, "a.docx", "docx", ".docm") is None


def test_other_readers_find_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(tmp_path)
    kept.keep(document(), DATA, "docx", ".docx")
    monkeypatch.setattr(cache_module, "readers_version", lambda: "lain")
    assert kept.find(DATA, "a.docx", "docx", ".docx") is None


@pytest.fixture
def _told_anew() -> Iterator[None]:
    cache_module.readers_version.cache_clear()
    yield
    cache_module.readers_version.cache_clear()


@pytest.mark.usefixtures("_told_anew")
@pytest.mark.parametrize("library", ["rapidocr", "onnxruntime", "lxml", "pypdfium2"])
def test_a_library_installed_later_makes_the_readers_others(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = cache_module.readers_version()

    def without(name: str) -> str:
        if name == library:
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(cache_module, "version", without)
    cache_module.readers_version.cache_clear()
    assert cache_module.readers_version() != with_it


@pytest.mark.usefixtures("_told_anew")
def test_a_new_version_makes_the_readers_others(monkeypatch: pytest.MonkeyPatch) -> None:
    old = cache_module.readers_version()
    monkeypatch.setattr(cache_module, "__version__", "999")
    cache_module.readers_version.cache_clear()
    assert cache_module.readers_version() != old


@pytest.mark.parametrize(
    "content",
    [b"", b"\x1f\x8b", b"bukan gzip", gzip.compress(b"{}"), gzip.compress(b'{"document":{},"notes":[]}'), None],
    ids=["empty", "begun", "not packed", "no document", "half a document", "cut"],
)
def test_a_damaged_entry_counts_as_none_and_is_written_anew(tmp_path: Path, content: bytes | None) -> None:
    kept = Cache(tmp_path)
    kept.keep(document(), DATA, "docx", ".docx")
    (entry,) = entries(tmp_path)
    good = entry.read_bytes()
    entry.write_bytes(good[: len(good) // 2] if content is None else content)
    assert kept.find(DATA, "a.docx", "docx", ".docx") is None
    kept.keep(document(), DATA, "docx", ".docx")
    assert entries(tmp_path) == [entry]
    assert entry.read_bytes() == good


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.keep(document(), b"dipakai", "docx", ".docx")
    (used,) = entries(tmp_path)
    for data in (b"lama", b"lebih lama"):
        kept.keep(document(), data, "docx", ".docx")
    for age, path in enumerate([used, *(each for each in entries(tmp_path) if each != used)], 1):
        os.utime(path, (age * 1000, age * 1000))
    assert kept.find(b"dipakai", "a.docx", "docx", ".docx") == document()
    small = Cache(tmp_path, limit=2 * used.stat().st_size)
    small.keep(document(), b"baru", "docx", ".docx")
    small.tidy()
    assert len(entries(tmp_path)) == 2
    assert used in entries(tmp_path)
    assert small.find(b"baru", "a.docx", "docx", ".docx") == document()


def test_a_folder_that_cannot_be_made_is_a_problem_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    kept = Cache(tmp_path / "berkas" / "tembolok")
    assert kept.find(DATA, "a.docx", "docx", ".docx") is None
    kept.keep(document(), DATA, "docx", ".docx")
    kept.tidy()
    assert kept.problem


def test_without_a_folder_nothing_is_kept() -> None:
    kept = Cache(None)
    kept.keep(document(), DATA, "docx", ".docx")
    kept.tidy()
    assert (kept.find(DATA, "a.docx", "docx", ".docx"), kept.problem) == (None, None)


def test_only_the_user_may_look_into_the_cache(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("Windows keeps the user's folders apart by itself")
    kept = Cache(tmp_path / "tembolok")
    kept.keep(document(), DATA, "docx", ".docx")
    (entry,) = entries(tmp_path / "tembolok")
    assert [each.stat().st_mode & 0o077 for each in (tmp_path / "tembolok", entry)] == [0, 0]


@pytest.mark.parametrize(
    ("platform", "surroundings", "folder"),
    [
        ("linux", {"PKCHECK_CACHE": "/t"}, "/t"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/pkcheck"),
        ("linux", {"XDG_CACHE_HOME": "x"}, "/rumah/.cache/pkcheck"),
        ("linux", {}, "/rumah/.cache/pkcheck"),
        ("darwin", {}, "/rumah/Library/Caches/pkcheck"),
        ("win32", {"LOCALAPPDATA": "/lokal"}, "/lokal/pkcheck"),
        ("win32", {}, "/rumah/AppData/Local/pkcheck"),
    ],
)
def test_the_cache_is_where_the_system_keeps_such_things(
    platform: str, surroundings: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PKCHECK_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/rumah"))
    assert cache_folder() == Path(folder)


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    for name in ("PKCHECK_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder() is None
