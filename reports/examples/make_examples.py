"""Makes the reports on the real document anew, in every format, by the commands that a user would type.

`make examples`, or `python reports/examples/make_examples.py [FOLDER]`; `tests/test_examples.py` fails where one is not
current. What they say of the agency that makes them is in `pkcheck.toml` beside this. Nothing of the machine, the day
or the place is in them: the document is named from its own folder.
"""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from pkcheck.cli import main as pkcheck

HERE = Path(__file__).resolve().parent
DATASET = HERE.parents[1] / "datasets" / "kpu-kaltim-2024"
DOCUMENT = "pk-kpu-kaltim-2024.txt"
SETTINGS = ("--config", str(HERE / "pkcheck.toml"))

# By file: the format. `json` comes first, for `pkcheck report` makes the others of it.
FINDINGS = {
    "temuan.json": "json",
    "temuan.csv": "csv",
    "temuan.docx": "docx",
    "temuan.github.txt": "github",
    "temuan.gitlab.json": "gitlab",
    "temuan.html": "html",
    "temuan.jsonl": "jsonl",
    "temuan.junit.xml": "junit",
    "temuan.md": "markdown",
    "temuan.pdf": "pdf",
    "temuan.sarif": "sarif",
    "temuan.txt": "text",
    "temuan.xlsx": "xlsx",
}
GRAPHS = {"grafik-penjenjangan.svg": "svg", "grafik-anggaran.svg": "svg-budget", "grafik.html": "html"}
READING = "bacaan.html"


def make(folder: Path) -> None:
    """Write every example into `folder`."""
    into = folder.resolve()
    with contextlib.chdir(DATASET):
        for command in _commands(into):
            done = CliRunner(env={"PKCHECK_LANG": None, "SOURCE_DATE_EPOCH": None}).invoke(pkcheck, command)
            if done.exit_code:
                raise SystemExit(f"pkcheck {' '.join(command)}\n{done.output}")


def _commands(into: Path) -> Iterator[list[str]]:
    (saved, _), *others = FINDINGS.items()
    check = ["check", DOCUMENT, *SETTINGS, "--fail-on", "never"]
    yield [*check, "-f", "json", "-o", str(into / saved)]
    for name, form in others:
        how = check if form == "text" else ["report", str(into / saved), *SETTINGS]
        yield [*how, "-f", form, "-o", str(into / name)]
    for name, form in GRAPHS.items():
        yield ["graph", DOCUMENT, "-f", form, "-o", str(into / name)]
    yield ["read", DOCUMENT, "--show", "html", "-o", str(into / READING)]


def main() -> None:
    """Make them all before the first is replaced: what fails leaves the old ones as they are."""
    target = Path(sys.argv[1]) if sys.argv[1:] else HERE
    with TemporaryDirectory() as folder:
        make(Path(folder))
        for name in (*FINDINGS, *GRAPHS, READING):
            (target / name).write_bytes((Path(folder) / name).read_bytes())


if __name__ == "__main__":
    main()
