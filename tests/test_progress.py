"""Progress is one plain line, for a person at a terminal only."""

import io

import pytest

from pkcheck.progress import shown_on, words
from pkcheck.reading import Step


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True

    def shows(self) -> str:
        """What is left on the line: text is written over from its start after every carriage return."""
        line = ""
        for part in self.getvalue().split("\r"):
            line = part + line[len(part) :]
        return line.rstrip()


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def step(done: int = 1, pages_done: int = 0) -> Step:
    return Step(files=12, files_done=done, pages=40, pages_done=pages_done, opened=4, waiting=8)


@pytest.mark.parametrize(
    ("at", "seconds", "line"),
    [
        (Step(3, 1), 9.0, "membaca: 1/3 berkas"),
        (step(), 9.0, "membaca: 1/12 berkas, 0/40 halaman"),
        (step(2, 20), 2.0, "membaca: 2/12 berkas, 20/40 halaman"),
        (step(2, 20), 8.0, "membaca: 2/12 berkas, 20/40 halaman, sisa sekitar 40 detik, 2,5 halaman/detik"),
        (step(2, 20), 60.0, "membaca: 2/12 berkas, 20/40 halaman, sisa sekitar 5 menit, 20 halaman/menit"),
        (Step(1, 1, 4, 4, 1, 0), 8.0, "membaca: 1/1 berkas, 4/4 halaman, 30 halaman/menit"),
    ],
)
def test_the_line_says_what_is_known(at: Step, seconds: float, line: str) -> None:
    assert words(at, seconds, "id") == line


def test_the_line_is_told_in_english_too() -> None:
    line = "reading: 2/12 files, 20/40 pages, about 40 s left, 2.5 pages/s"
    assert words(step(2, 20), 8.0, "en") == line


def test_the_time_left_goes_down_while_a_page_is_read() -> None:
    line = "reading: 2/12 files, 20/40 pages, about 30 s left, 2.5 pages/s"
    assert words(step(2, 20), 8.0, "en", since=10.0) == line


def test_the_pace_is_that_of_the_last_pages_not_of_quick_ones_long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    screen, clock = Screen(), Clock()
    with shown_on(screen, "id", clock=clock) as watch:
        assert watch is not None
        for seconds, pages in ((2, 90), (2, 91), (30, 92), (10, 93), (10, 94)):
            clock.now += seconds
            watch(Step(12, 6, 100, pages, 12, 0))
        assert screen.shows().endswith("94/100 halaman, sisa sekitar 2 menit, 3,6 halaman/menit")


def test_a_line_is_written_over_and_wiped_in_the_end_without_control_sequences() -> None:
    screen, clock = Screen(), Clock()
    with shown_on(screen, "id", clock=clock) as watch:
        assert watch is not None
        clock.now += 1
        watch(step(9, 40))
        clock.now += 1
        watch(Step(12, 10))
        assert screen.shows() == "membaca: 10/12 berkas"
    assert screen.shows() == ""
    assert screen.getvalue().endswith("\r")
    assert all(each.isprintable() or each == "\r" for each in screen.getvalue())


def test_a_line_is_never_wider_than_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    screen, clock = Screen(), Clock()
    with shown_on(screen, "id", clock=clock) as watch:
        assert watch is not None
        clock.now += 1
        watch(step())
        assert screen.shows() == "membaca: 1/12 berkas, 0/40 halaman"[:19]


def test_a_quick_reading_shows_nothing_and_a_slow_one_not_every_step() -> None:
    screen, clock = Screen(), Clock()
    with shown_on(screen, "id", clock=clock) as watch:
        assert watch is not None
        clock.now += 0.3
        watch(step())
        assert screen.getvalue() == ""
        clock.now += 0.3
        for _ in range(10):
            watch(step())
        assert screen.getvalue().count("membaca") == 1


@pytest.mark.parametrize("case", ["piped", "quiet", "dumb"])
def test_nobody_is_shown_what_nobody_looks_at(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO() if case == "piped" else Screen()
    if case == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    with shown_on(stream, "id", quiet=case == "quiet") as watch:
        assert watch is None
    assert stream.getvalue() == ""


def interrupted(screen: Screen, clock: Clock) -> None:
    with shown_on(screen, "id", clock=clock) as watch:
        assert watch is not None
        clock.now += 1
        watch(step())
        raise KeyboardInterrupt


def test_an_interrupt_leaves_a_clean_line() -> None:
    screen = Screen()
    with pytest.raises(KeyboardInterrupt):
        interrupted(screen, Clock())
    assert "membaca" in screen.getvalue()
    assert screen.shows() == ""
