"""What is not understood is told with its place; no text, however torn, makes the reader fail."""

import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pkcheck.cli import main
from pkcheck.data import dump
from pkcheck.documents.plain import MAX_LINE
from pkcheck.documents.plain import read as read_plain
from pkcheck.errors import InputError
from pkcheck.interpret.agreements import Interpretation, interpret

LAYOUTS = sorted(Path(__file__).with_name("layouts").glob("*.txt"))
LINE = "zqx wvut 77 brrk ghjkl mnbv poiu lkjh gfds asdf"
ROW = "zqx\twvut ghjkl\tbrrk mnbv\tpoiu 77"
PIPES = "| zqx | wvut ghjkl | brrk mnbv | poiu 77 |"
PIECES = ("zqx", "wvut", "brrk", "poiu")


def read(text: str) -> Interpretation:
    return interpret(read_plain(text.encode(), "pk.txt"))


def told(reading: Interpretation, line: int, piece: str) -> bool:
    """Whether `piece`, which stands on `line`, is in a value that was read or within a note's place."""
    if piece in dump(reading.agreements, "json"):
        return True
    return any((n.source.line or 0) <= line <= (n.source.end_line or n.source.line or 0) for n in reading.notes)


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("foreign", [LINE, ROW, PIPES], ids=["line", "row", "pipes"])
def test_a_foreign_line_is_read_or_told_wherever_it_stands(path: Path, foreign: str) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    lost = []
    for at in range(len(lines) + 1):
        reading = read("\n".join([*lines[:at], foreign, *lines[at:]]))
        lost += [(at + 1, piece) for piece in PIECES if not told(reading, at + 1, piece)]
    assert lost == []


def test_a_foreign_line_in_the_real_document_is_read_or_told(dataset: Path) -> None:
    lines = (dataset / "pk-kpu-kaltim-2024.txt").read_text(encoding="utf-8").split("\n")
    chosen = random.Random(5)  # noqa: S311
    for at in chosen.sample(range(len(lines)), 25):
        for foreign in (LINE, ROW):
            reading = read("\n".join([*lines[:at], foreign, *lines[at:]]))
            assert [piece for piece in PIECES if not told(reading, at + 1, piece)] == [], (at + 1, foreign)


@given(st.text() | st.text("\t\n|: .,-/()1259%RpNamaJabatnPihkKesuTg") | st.lists(st.sampled_from([
    "PERJANJIAN KINERJA TAHUN 2025", "Nama : Siti", "Jabatan : Kepala Dinas", "Nama", ": Siti", "selanjutnya disebut Pihak Pertama",
    "No\tSasaran\tIndikator\tTarget", "1\tA\tB\t5 %", "\t\tB\t5", "\tA", "\t\t\t", "(1)\t(2)\t(3)\t(4)", "Program\tAnggaran", "1. P\tRp 5.000",
    "Rp", "Pihak Kedua,", "Pihak Kedua,\tPihak Pertama,", "A\tB", "Samarinda, 1 Maret 2025", "|a|b|", "| No | Indikator | Target |", "", "\f", "I",
    "Tahun Anggaran : 2025", "LAMPIRAN", "X    Y", "    Pihak Kedua,        Pihak Pertama,", "          Z", "NIP. 1", "1. Mewujudkan\t\t\t",
])).map("\n".join))  # fmt: skip
@settings(max_examples=400)
@example("PERJANJIAN KINERJA\n(1)\t(2)")
def test_any_text_is_read(text: str) -> None:
    try:
        reading = read(text)
    except InputError:
        return
    assert reading.agreements or reading.notes
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= (note.source.line or 0) <= len(lines) for note in reading.notes)


TEXTS = [path.read_text(encoding="utf-8").split("\n") for path in LAYOUTS]


@st.composite
def torn(draw: st.DrawFn) -> str:
    """A document with lines dropped, doubled, moved, or cut, and cells lost."""
    lines = list(draw(st.sampled_from(TEXTS)))
    for _ in range(draw(st.integers(1, 8))):
        at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.sampled_from(["drop", "double", "move", "cut", "cell", "end"])):
            case "drop":
                lines[at] = ""
            case "double":
                lines.insert(to, line)
            case "move":
                lines[at], lines[to] = lines[to], lines[at]
            case "cut":
                lines[at] = line[: len(line) // 2]
            case "cell":
                lines[at] = line.replace("\t", "", 1).replace(" | ", " ", 1)
            case _:
                lines = lines[: max(at, 1)]
    return "\n".join(lines)


@given(torn())
@settings(max_examples=300)
def test_a_torn_document_is_read(text: str) -> None:
    reading = read(text)
    assert reading.agreements or reading.notes


@given(st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_torn_real_document_is_checked_without_a_traceback(dataset: Path, data: st.DataObject) -> None:
    lines = (dataset / "pk-kpu-kaltim-2024.txt").read_text(encoding="utf-8").split("\n")
    start = data.draw(st.integers(0, len(lines) - 1))
    piece = lines[start : start + data.draw(st.integers(1, 250))]
    chosen = data.draw(st.randoms(use_true_random=False))
    for _ in range(data.draw(st.integers(0, 12))):
        at = chosen.randrange(len(piece))
        piece[at] = chosen.choice(
            ["", piece[at] * 2, piece[at][: chosen.randrange(len(piece[at]) + 1)], chosen.choice(lines)]
        )
    result = CliRunner().invoke(main, ["check", "-", "--fail-on", "never"], input="\n".join(piece))
    assert result.exit_code in (0, 2), result.output
    assert "Traceback" not in result.output
    assert "cacat pkcheck" not in result.output
    assert "rusak" not in result.stderr


def test_a_long_line_short_of_the_limit_is_quick() -> None:
    for line in (
        "x" * MAX_LINE,
        "a " * (MAX_LINE // 2),
        "\t" * MAX_LINE,
        "(" * MAX_LINE,
        "1." * (MAX_LINE // 2),
        "Rp " * (MAX_LINE // 3),
    ):
        for text in (
            line,
            f"PERJANJIAN KINERJA\nNo\tSasaran\tIndikator\tTarget\n1\tA\tB\t{line[:-20]}",
            f"PERJANJIAN KINERJA\nNama : X\n{line}",
        ):
            read(text)
