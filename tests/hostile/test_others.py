"""Texts, pages, names and places of every kind in one folder."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest
import typst

MOST_MEGABYTES = 500


def fill(folder: Path) -> dict[str, tuple[str, int, str]]:
    """Put the files there; for each its status, its agreements, and what is said of it."""
    good = (folder / "baik.txt").read_text(encoding="utf-8")
    files: dict[str, tuple[bytes, str, int, str]] = {
        "besar.txt": (b"baris\n" * 35_000_000, "failed", 0, "berkas terlalu besar (batas 64 MB). Pecah menjadi"),
        "baris.txt": (b"x" * 60_000_000, "failed", 0, "baris sepanjang 60000000 karakter (batas 100000)"),
        "kosong.docx": (b"", "failed", 0, "berkas kosong"),
        "kosong.pdf": (b"", "failed", 0, "berkas kosong"),
        "biner.txt": (b"Nama\n\0\1\2", "failed", 0, "bukan berkas teks"),
        "banyak.txt": (b"baris\n" * 300_000, "failed", 0, "jauh lebih besar daripada kumpulan Perjanjian Kinerja"),
        "sejuta.html": (b"<div>" * 1_000_000, "failed", 0, "jauh lebih besar daripada kumpulan Perjanjian Kinerja"),
        "dalam.html": (b"<div>" * 300_000, "failed", 0, "bersarang terlalu dalam, sehingga tidak dibaca. Buka"),
        "tabel.html": (b"<table><tr><td>" * 100_000, "failed", 0, "bersarang terlalu dalam"),
        "lebar.html": (b"<html><table><tr><td colspan=1000>a" + b"<tr><td>a" * 600_000, "failed", 0, "jauh lebih besar"),
        "luar.html": (
            b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>&a;</p></html>', "skipped", 0, "tidak ada"
        ),
        "pdf.docx": (typst.compile(b"PERJANJIAN", format="pdf"), "skipped", 0, "tidak ada Perjanjian Kinerja"),
        "teks.pdf": (good.replace("Camat", "Lurah").encode(), "read", 1, ""),
        "surat.doc": (b"?", "skipped", 0, 'format ".doc" tidak dapat dibaca; diharapkan .docx. Buka dengan'),
        "surat.rtf": (b"{\\rtf1 a}", "skipped", 0, 'format ".rtf" tidak dapat dibaca; diharapkan .docx'),
        "rtf.docx": (b"{\\rtf1 a}", "failed", 0, 'format ".rtf" tidak dapat dibaca; diharapkan .docx'),
        "surat.odt": (b"?", "skipped", 0, 'format ".odt" tidak dapat dibaca; diharapkan .docx'),
        "surat.pages": (b"?", "skipped", 0, 'format ".pages" tidak dapat dibaca; diharapkan .docx'),
        "tabel.xls": (b"?", "skipped", 0, 'format ".xls" tidak dapat dibaca; diharapkan .xlsx'),
    }  # fmt: skip
    for name, (data, *_) in files.items():
        (folder / name).write_bytes(data)
    return {name: (status, count, said) for name, (_, status, count, said) in files.items()}


def test_each_is_told_and_the_good_one_is_checked(folder: Path, check: Any) -> None:
    files = fill(folder)
    done = check("--no-cache")
    assert done.inputs == {"baik.txt": ("read", 1), **{name: each[:2] for name, each in files.items()}}
    assert [
        (name, said, done.said.get(name)) for name, (*_, said) in files.items() if said not in done.said.get(name, "")
    ] == []
    assert all(line.startswith("pk") for line in done.stderr.splitlines()), "and nothing from a library"
    assert done.status == 2
    assert done.megabytes < MOST_MEGABYTES


def test_the_same_is_told_in_english(folder: Path, check: Any) -> None:
    told = {name for name, (status, _, _) in fill(folder).items() if status == "failed"}
    done = check("--lang", "en", "--no-cache")
    assert {name for name, said in done.said.items() if said.startswith("problem: ")} >= told
    assert 'the format ".doc" cannot be read; expected .docx. Open it in a word processor' in done.said["surat.doc"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes, and pipes files, on Linux only")
def test_odd_places_hold_nothing_up(folder: Path, check: Any) -> None:
    good = (folder / "baik.txt").read_text(encoding="utf-8")
    (folder / "map.pdf").mkdir()
    (folder / "map.pdf" / "dalam.txt").write_text(good.replace("Camat", "Lurah"), encoding="utf-8")
    (folder / "map.pdf" / "lagi").symlink_to(folder)
    (folder / "diri").symlink_to(".")
    (folder / "putar.txt").symlink_to("putar.txt")
    (folder / "hilang.pdf").symlink_to("tidak-ada.pdf")
    os.mkfifo(folder / "pipa.txt")
    (folder / "pipa.pdf").symlink_to("pipa.txt")
    (folder / "nol.txt").symlink_to("/dev/zero")
    (folder / os.fsdecode(b"nama-\xff.txt")).write_text(good.replace("Camat", "Kepala Bagian"), encoding="utf-8")
    done = check()
    assert done.inputs == {
        "baik.txt": ("read", 1),
        "dalam.txt": ("read", 1),
        "hilang.pdf": ("failed", 0),
        "nama-\ufffd.txt": ("read", 1),
        "putar.txt": ("failed", 0),
    }
    assert {name: said.partition(" (")[0] for name, said in done.said.items() if said.startswith("masalah")} == {
        "hilang.pdf": "masalah: berkas atau folder tidak ditemukan. Periksa ejaan dan letaknya.\n",
        "putar.txt": "masalah: berkas tidak dapat dibuka",
    }
    assert done.status == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(folder: Path, check: Any) -> None:
    (folder / "rahasia.pdf").write_bytes(b"%PDF-1.7")
    (folder / "rahasia.pdf").chmod(0)
    done = check()
    assert done.inputs == {"baik.txt": ("read", 1), "rahasia.pdf": ("failed", 0)}
    assert "Periksa izin berkas" in done.said["rahasia.pdf"]
    assert done.status == 2
