"""Writes anew what the commands shown on the documentation's pages print.

On a page, a block such as

    ```yaml title="bidang.yaml"

is a file, and a block `console` that begins with `$ pkcheck check bidang.yaml` is what that command prints where the
page's files, `datasets/` and `examples/` lie. A comment `<!-- lines 1-4, 9-12 -->` before it leaves out the other lines.

`python docs/make_screens.py` writes them; `tests/test_docs_site.py` fails where one is not current.
"""

import contextlib
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from pkcheck.cli import main as pkcheck
from pkcheck.texts import Lang

DOCS = Path(__file__).parent
_SHOWN = re.compile(
    r"""
    ^```(?:yaml|toml|python)\ title="(?P<file>[^"\n]+)"\n(?P<text>.*?)^```$   # a file
    | (?:^<!--\ lines\ (?P<lines>[\d\-, ]+)\ -->\n)?
      ^```console\n\$\ pkcheck\ (?P<call>[^\n]+)\n(?P<printed>.*?)^```$       # a command and what it prints
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def hand_written_pages() -> Iterator[tuple[Path, Lang]]:
    """Every page that is written by hand, with its language."""
    for lang in ("id", "en"):
        yield from ((page, lang) for page in sorted((DOCS / lang).glob("*.md")))


def with_screens(page: str, lang: Lang) -> str:
    """The page with what its commands print now."""
    with TemporaryDirectory() as folder:
        for name in ("datasets", "examples"):
            shutil.copytree(DOCS.parent / name, Path(folder, name), ignore=shutil.ignore_patterns("__pycache__"))

        def fresh(found: re.Match[str]) -> str:
            if found["file"]:
                file = Path(folder, found["file"])
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(found["text"], encoding="utf-8")
                return found[0]
            opening = found[0].removesuffix(f"{found['printed']}```")
            return f"{opening}{_printed(found['call'], found['lines'], lang)}```"

        with contextlib.chdir(folder):
            return _SHOWN.sub(fresh, page)


def _printed(call: str, lines: str | None, lang: Lang) -> str:
    """What the command prints; `...` stands for lines that are left out."""
    plain = {"PKCHECK_LANG": lang, "PKCHECK_DEBUG": None, "NO_COLOR": None, "COLUMNS": None}
    result = CliRunner(env=plain).invoke(pkcheck, shlex.split(call))
    if "Traceback" in result.output or "Usage:" in result.output:
        raise ValueError(f"pkcheck {call}: {result.output}")
    printed = result.output.splitlines()
    shown: list[str] = []
    end = 0
    for part in (lines or f"1-{len(printed)}").split(","):
        first, _, last = part.strip().partition("-")
        shown += [*(["..."] if int(first) > end + 1 else []), *printed[int(first) - 1 : int(last or first)]]
        end = int(last or first)
    return "".join(f"{line}\n" for line in [*shown, *(["..."] if end < len(printed) else [])])


def main() -> None:
    """Write every page that has screens."""
    for page, lang in hand_written_pages():
        now = page.read_text(encoding="utf-8")
        page.write_text(with_screens(now, lang), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
