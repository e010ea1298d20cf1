"""PDF files and pictures that are damaged, locked, or made to exhaust whoever opens them."""

import io
import struct
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter

MOST_MEGABYTES = 500
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
GREY = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
FONT = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
HELLO = b"BT /F 10 Tf 50 350 Td (Nama : Siti) Tj ET"


def stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def whole(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1."""
    out, starts = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return bytes(out) + head + table + tail


def one_page(content: bytes, resources: bytes = FONT, more: Sequence[bytes] = (), box: bytes = b"0 0 500 400") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (box, resources)
    return whole([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, *more])


def scan(picture: bytes, box: bytes = b"0 0 500 400") -> bytes:
    """A page that is covered by a picture."""
    return one_page(stream(b"", b"q 9000 0 0 9000 0 0 cm /I Do Q"), b"/XObject<</I 5 0 R>>", [picture], box)


def blown(times: int) -> bytes:
    """A megabyte of blanks, `times` times, packed."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * (1 << 20)) for _ in range(times)) + packer.flush()


def printed() -> bytes:
    return typst.compile(
        b"#set page(width: 500pt, height: 400pt)\nPERJANJIAN KINERJA\n\n" + b"Nama\n\n" * 40, format="pdf"
    )


def changed(change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(printed())))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (4 + each) for each in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 400]/Contents 3 0 R/Resources<<%s>>>>" % FONT
    return whole([CATALOG, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), stream(b"", HELLO), *[page] * count])


def page_many_times() -> bytes:
    """One page, entered ten thousand times."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 400]/Contents 4 0 R/Resources<<%s>>>>" % FONT
    kids = b"<</Type/Pages/Kids[%s]/Count 10000>>" % (b"3 0 R " * 10_000)
    return whole([CATALOG, kids, page, stream(b"", HELLO)])


def deep_tree() -> bytes:
    """Pages within pages within pages."""
    inner = [b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (at - 1, at + 1) for at in range(3, 20_000)]
    page = b"<</Type/Page/Parent 19999 0 R/MediaBox[0 0 500 400]>>"
    return whole([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", *inner, page])


def endless_forms() -> bytes:
    """A form that draws another ten times, which draws another ten times, and so on."""
    link = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(link % (6 + each), b"/X Do " * 10) for each in range(12)]
    last = stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 0 m 1 1 l S")
    return one_page(stream(b"", b"/X Do"), b"/XObject<</X 5 0 R>>", [*forms, last])


def looping_table() -> bytes:
    """A table of references that names itself as the one before it."""
    data = one_page(stream(b"", HELLO))
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % start)


def huge(coding: bytes, bits: int, data: bytes) -> bytes:
    """A page whose picture has 65,000 dots each way."""
    size = b"/BitsPerComponent %d/Width 65000/Height 65000/Filter/%s" % (bits, coding)
    return scan(stream(b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray" + size, data))


BOMB = "terurai menjadi lebih dari 256 MB"
FULL = "halaman 1 berisi gambar garis atau teks jauh lebih banyak"
BROKEN = "PDF ini rusak atau tidak utuh, sehingga tidak dapat dibuka. Minta"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "halaman.pdf": (lambda: many_pages(10_000), "PDF ini 10000 halaman (batas 1000). Pecah"),
    "sama.pdf": (page_many_times, "PDF ini 10000 halaman (batas 1000). Pecah"),
    "bom.pdf": (lambda: one_page(stream(b"/Filter/FlateDecode", blown(300))), BOMB),
    "bom-ganda.pdf": (lambda: one_page(stream(b"/Filter[/Fl/Fl]", zlib.compress(blown(300), 9))), BOMB),
    "bom-gambar.pdf": (lambda: scan(stream(GREY + b"/Width 9/Height 9/Filter/FlateDecode", blown(300))), BOMB),
    "jbig.pdf": (lambda: huge(b"JBIG2Decode", 1, jbig(65_000)), BOMB),
    "ccitt.pdf": (lambda: huge(b"CCITTFaxDecode", 1, b"\xff" * 100_000), BOMB),
    "jpeg.pdf": (lambda: huge(b"DCTDecode", 8, jpeg(65_000)), BOMB),
    "sandi.pdf": (lambda: changed(lambda writer: writer.encrypt("rahasia")), "PDF ini terkunci sandi. Buka dengan"),
    "potong.pdf": (lambda: printed()[: len(printed()) // 2], BROKEN),
    "awal.pdf": (lambda: printed()[:20], BROKEN),
    "formulir.pdf": (endless_forms, FULL),
    "isi.pdf": (lambda: one_page(stream(b"/Filter/FlateDecode", zlib.compress(b"q Q " * 5_000_000))), FULL),
    "huruf.pdf": (lambda: one_page(stream(b"", b"BT /F 1 Tf (aaaaaaaaaa) Tj ET " * 20_000)), FULL),
    "garis.pdf": (lambda: one_page(stream(b"", b"0 0 m 9 9 l S " * 120_000)), FULL),
    "kurung.pdf": (lambda: one_page(stream(b"", HELLO), b"/Font" + b"[" * 100_000), BROKEN),
    "pohon.pdf": (deep_tree, BROKEN),
    "lingkar.pdf": (looping_table, ""),
}
"""Files of which something, or all, is not read, and what is said of them."""

ODD: dict[str, Callable[[], bytes]] = {
    "susun.pdf": lambda: one_page(stream(b"", b"[" * 1_000_000)),
    "besar.pdf": lambda: one_page(stream(b"", HELLO), box=b"0 0 1e9 1e9"),
    "besar-pindai.pdf": lambda: scan(stream(GREY + b"/Width 1/Height 1", b"\x80"), b"0 0 1e9 1e9"),
    "tanpa-luas.pdf": lambda: one_page(stream(b"", HELLO), box=b"0 0 0 0"),
    "pemilik.pdf": lambda: changed(lambda writer: writer.encrypt("", "pemilik")),
}
"""Files that are odd, or only look locked, and read all the same."""


def jpeg(side: int) -> bytes:
    """A small JPEG that says that it is large."""
    out = io.BytesIO()
    Image.new("L", (16, 16), 128).save(out, "JPEG")
    data = out.getvalue()
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", side, side) + data[at + 4 :]


def jbig(side: int) -> bytes:
    page = struct.pack(">IIIIBH", side, side, 0, 0, 0, 0)
    return struct.pack(">IBBI", 0, 48, 1, len(page)) + page


def png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bom.png": (lambda: png(50_000, 50_000, blown(100)), "gambar terlalu besar (batas 100 juta piksel per halaman)"),
    "sisi.png": (lambda: png(2**31 - 1, 1, b""), "gambar terlalu besar"),
    "panjang.png": (lambda: png(120_000_000, 1, blown(100)), "gambar terlalu besar"),
    "bom.jpg": (lambda: jpeg(60_000), "gambar terlalu besar"),
    "potong.jpg": (lambda: jpeg(900)[:200], "gambar tidak dapat dibuka"),
    "potong.png": (lambda: png(500, 500, zlib.compress(bytes(900))), "gambar tidak dapat dibuka"),
    "awal.png": (lambda: b"\x89PNG\r\n\x1a\n\0", "gambar tidak dapat dibuka"),
}


def test_each_is_told_and_the_good_one_is_checked(folder: Path, check: Any) -> None:
    for name, (make, _) in REFUSED.items():
        (folder / name).write_bytes(make())
    done = check("--no-cache")
    assert done.inputs == {"baik.txt": ("read", 1), **dict.fromkeys(REFUSED, ("failed", 0))}
    assert {name for name, said in done.said.items() if said.startswith("masalah: ")} == set(REFUSED)
    wrong = [(name, told, done.said[name]) for name, (_, told) in REFUSED.items() if told not in done.said[name]]
    assert wrong == []
    assert all(line.startswith("pk") for line in done.stderr.splitlines()), "and nothing from a library"
    assert done.status == 2
    assert done.megabytes < MOST_MEGABYTES


def test_the_same_is_told_in_english(folder: Path, check: Any) -> None:
    told = {
        name: make for name, (make, _) in REFUSED.items() if name.startswith(("sandi", "potong", "lama", "tawa", "isi"))
    }
    for name, make in told.items():
        (folder / name).write_bytes(make())
    done = check("--lang", "en")
    assert {name for name, said in done.said.items() if said.startswith("problem: ")} == set(told)


def test_what_is_odd_but_whole_is_read(folder: Path, check: Any) -> None:
    for name, make in ODD.items():
        (folder / name).write_bytes(make())
    done = check("--no-cache")
    assert done.inputs == {"baik.txt": ("read", 1), **dict.fromkeys(ODD, ("skipped", 0))}
    assert all(line.startswith("pk") for line in done.stderr.splitlines()), "and nothing from a library"
    assert done.megabytes < MOST_MEGABYTES


def test_pictures_that_are_damaged_or_burst_are_told(folder: Path, check: Any) -> None:
    pytest.importorskip("rapidocr")
    for name, (make, _) in PICTURES.items():
        (folder / name).write_bytes(make())
    done = check("--no-cache")
    assert done.inputs == {"baik.txt": ("read", 1), **dict.fromkeys(PICTURES, ("failed", 0))}
    assert [(name, done.said[name]) for name, (_, told) in PICTURES.items() if told not in done.said[name]] == []
    assert len(done.stderr.splitlines()) == len(PICTURES), "a line for each, and nothing from a library"
    assert done.status == 2
    assert done.megabytes < MOST_MEGABYTES
