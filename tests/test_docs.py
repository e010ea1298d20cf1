"""What the documents show is true. `python tests/test_docs.py --write` (or `make readme`) writes the screenfuls anew."""

import contextlib
import importlib
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from pkcheck import __version__, reporting
from pkcheck.api import check as check_paths
from pkcheck.cli import main
from pkcheck.discovery import load_rules
from pkcheck.engine import judge
from pkcheck.graph import AgreementSet
from pkcheck.rule import Found

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
PAGES = [README, CONTRIBUTING, ROOT / "CHANGELOG.md", *sorted(ROOT.glob("datasets/*/README.md"))]
PAGES.append(ROOT / "reports" / "examples" / "README.md")
COMMANDS = {name: command.params for name, command in main.commands.items()}

SCREENFUL = re.compile(
    r"""
    ^<!--\ screenful:\ pkcheck\ (?P<call>.+?)\ \((?:first\ (?P<count>\d+)\ lines|from\ (?P<line>\w+))\)\ -->\n
    ```text\n
    (?P<shown>.*?)
    ^```$
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
CALL = re.compile(r"^(?:\$ |.*[/\\])?pkcheck ([a-z].*)$")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def screen(call: str, count: str | None, line: str | None) -> str:
    """What the command prints: its first `count` lines, or all from `line` on; three dots where there is more."""
    plain = {"PKCHECK_LANG": None, "PKCHECK_DEBUG": None, "NO_COLOR": None, "COLUMNS": None}
    with contextlib.chdir(ROOT):
        result = CliRunner(env=plain).invoke(main, shlex.split(call))
    assert result.exit_code in (0, 1), result.output
    lines = result.stdout.splitlines()
    shown = [*lines[: int(count)], "..."] if count else ["...", *lines[lines.index(str(line)) :]]
    return "\n".join([f"$ pkcheck {call}", *shown, ""])


def remade(readme: str) -> str:
    """The README with every screenful as it is now."""

    def fresh(found: re.Match[str]) -> str:
        opening = found[0].removesuffix(f"{found['shown']}```")
        return f"{opening}{screen(found['call'], found['count'], found['line'])}```"

    return SCREENFUL.sub(fresh, readme)


def calls_in(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Every call of pkcheck that a page shows, in blocks and in code spans: the command and its words."""
    text = text_of(page)
    spans = re.findall(r"`(pkcheck [^`\n]+)`", text)
    for shown in [*spans, *(line.strip() for line in text.splitlines() if line.startswith(("    ", "$ ")))]:
        found = CALL.match(shown)
        if found:
            command, *words = shlex.split(found[1].replace("\\", "/"), comments=True)
            yield command, words


def option_names(params: list[click.Parameter]) -> set[str]:
    return {name for param in params if isinstance(param, click.Option) for name in param.opts}


def example(page: Path, language: str, holding: str) -> str:
    (shown,) = [str(body) for name, body in FENCED.findall(text_of(page)) if name == language and holding in body]
    return shown


def test_the_readme_shows_screenfuls() -> None:
    assert len(SCREENFUL.findall(text_of(README))) == text_of(README).count("<!-- screenful") > 0


def test_the_screenfuls_are_current() -> None:
    now = text_of(README)
    assert remade(now) == now, "run `make readme`, or `python tests/test_docs.py --write`"


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_readme_names_every_command(command: str) -> None:
    assert f"`pkcheck {command}" in text_of(README)


@pytest.mark.parametrize("name", sorted({*reporting.formats(), *reporting.graph_formats(), *reporting.diff_formats()}))
def test_the_readme_names_every_format(name: str) -> None:
    assert f"`{name}`" in text_of(README)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_call_shown_exists(page: Path) -> None:
    for command, words in calls_in(page):
        assert command in COMMANDS
        assert {word for word in words if word.startswith("-") and word != "-"} <= option_names(COMMANDS[command])


def test_calls_are_found_in_blocks_and_spans() -> None:
    assert len(list(calls_in(README))) > len(COMMANDS)
    assert ("check", ["datasets/kpu-kaltim-2024/pk-kpu-kaltim-2024.txt"]) in list(calls_in(README))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_option_named_exists(page: Path) -> None:
    known = option_names([*main.params, *(param for params in COMMANDS.values() for param in params)])
    named = set(re.findall(r"`(--[a-z][a-z-]*)", text_of(page)))
    assert named <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    headings = {re.sub(r"[^\w -]", "", each).strip().lower().replace(" ", "-") for each in _headings(text_of(page))}
    for target in re.findall(r"\]\(([^)]+)\)", text_of(page)):
        assert target[1:] in headings if target.startswith("#") else (page.parent / target).exists()


def _headings(text: str) -> list[str]:
    return re.findall(r"^#+ (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize(
    "target", re.findall(r"^ +make ([a-z]+)", text_of(README) + text_of(CONTRIBUTING), re.MULTILINE)
)
def test_every_make_target_shown_exists(target: str) -> None:
    assert re.search(rf"^{target}:", text_of(ROOT / "Makefile"), re.MULTILINE)


def test_the_changelog_begins_with_this_version() -> None:
    assert re.findall(r"^## ([^ ]+)", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)[0] == __version__


def test_the_agreement_data_shown_can_be_read(tmp_path: Path) -> None:
    shown = example(README, "yaml", "agreements:")
    (tmp_path / "pk.yaml").write_text(shown, encoding="utf-8")
    outcome = check_paths([str(tmp_path / "pk.yaml")])
    assert [report.notes for report in outcome.inputs] == [()]
    assert [each.id for each in outcome.whole.agreements] == [
        each["id"] for each in yaml.safe_load(shown)["agreements"]
    ]
    assert outcome.whole.agreements[0].budget[0].amount == 1_000_000


@pytest.fixture
def put_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Puts a module among those of a package; it is forgotten afterwards."""

    def put(name: str, code: str) -> None:
        package = importlib.import_module(name)
        (tmp_path / "shown.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
        monkeypatch.setitem(sys.modules, f"{name}.shown", package)
        monkeypatch.delitem(sys.modules, f"{name}.shown")

    return put


def test_the_rule_shown_finds_what_its_examples_say(put_beside: Callable[[str, str], None]) -> None:
    put_beside("pkcheck.rules", example(CONTRIBUTING, "python", "RULE = "))
    (rule,) = [each for each in load_rules() if each.rule.code == "DAT900"]
    for each in (*rule.valid, *rule.invalid):
        found = judge(AgreementSet(each.agreements()), [rule])
        (account,) = found.coverage
        assert account.status == "ran"
        assert [left.subject.id for left in account.not_checked] == list(each.skips or ())
        assert [Found(finding.at, finding.amount) for finding in found.findings] == list(each.finds)
        assert all(finding.message.say(lang, **finding.facts) for finding in found.findings for lang in ("id", "en"))


def test_the_report_shown_is_a_report(put_beside: Callable[[str, str], None], tmp_path: Path) -> None:
    put_beside("pkcheck.reports", example(CONTRIBUTING, "python", "FORMAT = "))
    (tmp_path / "pk.yaml").write_text("{id: humas}", encoding="utf-8")
    outcome = check_paths([str(tmp_path / "pk.yaml")])
    lines = list(reporting.formats()["coverage"].render(outcome, reporting.Style()))
    assert [line.split("\t")[0] for line in lines] == [each.rule.code for each in outcome.rules]


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        raise SystemExit("python tests/test_docs.py --write")
    README.write_text(remade(text_of(README)), encoding="utf-8", newline="\n")
