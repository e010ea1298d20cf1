"""Word files and workbooks that are damaged, locked, foreign, or made to exhaust whoever opens them."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx as python_docx
import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table

MOST_MEGABYTES = 500
LARGE = 300 << 20
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'haha'>{}]>".format(
    "".join(f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(12))
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def word() -> bytes:
    stream = io.BytesIO()
    document = python_docx.Document()
    document.add_paragraph("PERJANJIAN KINERJA TAHUN 2025")
    document.save(stream)
    return stream.getvalue()


def workbook() -> bytes:
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Sasaran", "Indikator", "Target"])  # type: ignore[union-attr]
    book.save(stream)
    return stream.getvalue()


def sheets() -> bytes:
    stream = io.BytesIO()
    document = OpenDocumentSpreadsheet()
    document.spreadsheet.addElement(Table(name="PK"))
    document.save(stream)
    return stream.getvalue()


SOUND: dict[str, Callable[[], bytes]] = {".docx": word, ".xlsx": workbook, ".ods": sheets}
MAIN = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".ods": "content.xml"}


def changed(suffix: str, change: Callable[[str, bytes], bytes]) -> bytes:
    """A sound file in which every member became what `change` makes of its name and content."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOUND[suffix]())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def declaring(suffix: str, declaration: str, encoding: str = "utf-8", part: str = "") -> bytes:
    def declare(name: str, data: bytes) -> bytes:
        if name != (part or MAIN[suffix]):
            return data
        text = data.decode()
        start = text.index("?>") + 2 if text.startswith("<?xml") else 0
        return f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{text[start:]}'.encode(encoding)

    return changed(suffix, declare)


def swollen(suffix: str) -> bytes:
    """Three hundred megabytes of blanks before the end of the main part."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    blanks = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(300)) + packer.flush()
    return with_raw_member(SOUND[suffix](), "word/more.xml", blanks, LARGE)


def lying(suffix: str) -> bytes:
    """The same, and it says that it is small."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    blanks = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(300)) + packer.flush()
    return with_raw_member(SOUND[suffix](), "word/more.xml", blanks, 1000)


def overlapping(suffix: str) -> bytes:
    """Ten thousand members that share the bytes of one."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    blanks = packer.compress(b" " * (1 << 20)) + packer.flush()
    return with_raw_member(SOUND[suffix](), "word/more.xml", blanks, 1 << 20, times=10_000)


def crowded(suffix: str) -> bytes:
    """As many members as a file may have bytes for."""
    return with_raw_member(SOUND[suffix](), "word/more.xml", b"\x03\x00", 0, times=600_000)


def with_raw_member(data: bytes, name: str, packed: bytes, size: int, times: int = 1) -> bytes:
    """`data` with a member more, entered `times` times; `size` is what it says that it unpacks to."""
    end = data.rindex(b"PK\x05\x06")
    count, length, start = struct.unpack("<HLL", data[end + 10 : end + 20])
    head = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 0x21, 0, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + head + name.encode() + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHLL", 0, 0, 0, 0, start) + name.encode()
    directory = data[start : start + length] + entry * times
    at = start + len(local)
    total = min(count + times, 0xFFFF)
    tail = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, total, total, len(directory), at, 0)
    return data[:start] + local + directory + tail


def nested() -> bytes:
    """An archive in an archive in an archive, each of ten copies."""
    data = bytes(1 << 20)
    for _ in range(5):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for at in range(10):
                archive.writestr(f"{at}.zip", data)
        data = stream.getvalue()
    stream = io.BytesIO(word())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/embeddings/x.zip", data)
    return stream.getvalue()


def under_password() -> bytes:
    """The container in which Office puts what it encrypted, as far as its directory tells."""
    sector = 512
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes(62)
        for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage", "")
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(sector, b"\0") + directory.ljust(sector, b"\0") + os.urandom(9_000)


def old_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)


def encrypted_member() -> bytes:
    data = bytearray(word())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def deep(suffix: str) -> bytes:
    return changed(suffix, lambda name, data: data if name != MAIN[suffix] else b"<a>" * 200_000 + b"</a>" * 200_000)


def many_tags() -> bytes:
    """Four million empty paragraphs."""
    return changed(
        ".docx",
        lambda name, data: (
            data if name != MAIN[".docx"] else data.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 4_000_000)
        ),
    )


def sheet_with(rows: bytes) -> bytes:
    def fill(name: str, data: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return data
        before, _, after = data.partition(b"<sheetData>")
        return before + b"<sheetData>" + rows + after[after.index(b"</sheetData>") :]

    return changed(".xlsx", fill)


def many_cells() -> bytes:
    row = b"<row>" + b"<c><v>1</v></c>" * 200 + b"</row>"
    return sheet_with(row * 5_000)


def far_away() -> bytes:
    """One cell in the last corner of a sheet, and one at its start."""
    return sheet_with(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def repeated_cells() -> bytes:
    """A row of a thousand cells that is repeated a million times, in a few bytes."""
    rows = (
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1000" '
        b'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
    )

    def fill(name: str, data: bytes) -> bytes:
        if name != "content.xml":
            return data
        return data.replace(b'<table:table table:name="PK"/>', b'<table:table table:name="PK">' + rows)

    return changed(".ods", fill)


def zipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("isi.txt", "PERJANJIAN KINERJA")
    return stream.getvalue()


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bom.docx": (lambda: swollen(".docx"), "terurai menjadi lebih dari 256 MB"),
    "bom.xlsx": (lambda: swollen(".xlsx"), "terurai menjadi lebih dari 256 MB"),
    "bom.ods": (lambda: swollen(".ods"), "terurai menjadi lebih dari 256 MB"),
    "bohong.docx": (lambda: lying(".docx"), "rusak atau terpotong"),
    "bohong.xlsx": (lambda: lying(".xlsx"), "rusak atau terpotong"),
    "tumpuk.docx": (lambda: overlapping(".docx"), "terurai menjadi lebih dari 256 MB"),
    "ramai.docx": (lambda: crowded(".docx"), "terurai menjadi lebih dari 256 MB"),
    "tawa.docx": (lambda: declaring(".docx", LAUGHS), 'bagian "word/document.xml" memuat deklarasi XML'),
    "tawa.xlsx": (lambda: declaring(".xlsx", LAUGHS), 'bagian "xl/workbook.xml" memuat deklarasi XML'),
    "tawa.ods": (lambda: declaring(".ods", LAUGHS), 'bagian "content.xml" memuat deklarasi XML'),
    "luar.docx": (lambda: declaring(".docx", OUTSIDE), "memuat deklarasi XML"),
    "luar.xlsx": (
        lambda: declaring(".xlsx", OUTSIDE, part="xl/styles.xml"),
        'bagian "xl/styles.xml" memuat deklarasi XML',
    ),
    "luar.ods": (lambda: declaring(".ods", OUTSIDE), "memuat deklarasi XML"),
    "utf16.xlsx": (lambda: declaring(".xlsx", LAUGHS, "utf-16"), "memuat deklarasi XML"),
    "ebcdic.xlsx": (lambda: declaring(".xlsx", LAUGHS, "cp037", "xl/styles.xml"), "buku kerja tidak dapat dibuka"),
    "potong.docx": (lambda: word()[:5_000], "rusak atau terpotong"),
    "potong.xlsx": (lambda: workbook()[:3_000], "rusak atau terpotong"),
    "potong.ods": (lambda: sheets()[:1_000], "rusak atau terpotong"),
    "sandi.docx": (under_password, "dilindungi sandi"),
    "sandi.xlsx": (under_password, "dilindungi sandi"),
    "sandi-bagian.docx": (encrypted_member, "dilindungi sandi"),
    "lama.docx": (old_office, "Buka dengan aplikasi perkantoran"),
    "lama.xlsx": (old_office, "Buka dengan aplikasi perkantoran"),
    "dalam.docx": (lambda: deep(".docx"), "dokumen ini rusak"),
    "dalam.xlsx": (lambda: deep(".xlsx"), "buku kerja tidak dapat dibuka"),
    "tag.docx": (many_tags, "jauh lebih besar daripada kumpulan Perjanjian Kinerja"),
    "sel.xlsx": (many_cells, "berisi lebih dari 250000 sel"),
    "ulang.ods": (repeated_cells, "berisi lebih dari 250000 sel"),
    "arsip.docx": (zipped, "Keluarkan isinya"),
}


def test_each_is_told_and_the_good_one_is_checked(folder: Path, check: Any) -> None:
    for name, (make, _) in CASES.items():
        (folder / name).write_bytes(make())
    done = check("--no-cache")
    assert done.inputs == {"baik.txt": ("read", 1), **dict.fromkeys(CASES, ("failed", 0))}
    assert {name for name, said in done.said.items() if said.startswith("masalah: ")} == set(CASES)
    assert [(name, told, done.said[name]) for name, (_, told) in CASES.items() if told not in done.said[name]] == []
    assert len(done.stderr.splitlines()) == len(CASES), "a line for each, and nothing from a library"
    assert done.status == 2
    assert done.megabytes < MOST_MEGABYTES


def test_the_same_is_told_in_english(folder: Path, check: Any) -> None:
    told = {
        name: make for name, (make, _) in CASES.items() if name.startswith(("sandi", "potong", "lama", "tawa", "isi"))
    }
    for name, make in told.items():
        (folder / name).write_bytes(make())
    done = check("--lang", "en")
    assert {name for name, said in done.said.items() if said.startswith("problem: ")} == set(told)


def test_macros_are_neither_run_nor_read_and_the_document_is(folder: Path, check: Any) -> None:
    for name, suffix in (("pk.docm", ".docx"), ("pk.xlsm", ".xlsx")):
        stream = io.BytesIO(SOUND[suffix]())
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr(f"{MAIN[suffix].partition('/')[0]}/vbaProject.bin", b"\xd0\xcf\x11\xe0")
        (folder / name).write_bytes(stream.getvalue())
    done = check()
    assert {name: said.count("makro tidak dijalankan dan tidak dibaca") for name, said in done.said.items()} == {
        "pk.docm": 1,
        "pk.xlsm": 1,
    }
    assert done.inputs["baik.txt"] == ("read", 1)


def test_one_cell_in_the_last_corner_costs_nothing(folder: Path, check: Any) -> None:
    (folder / "jauh.xlsx").write_bytes(far_away())
    done = check()
    assert "sel XFD1048576 dan sesudahnya tidak dibaca" in done.said["jauh.xlsx"]
    assert done.megabytes < MOST_MEGABYTES
