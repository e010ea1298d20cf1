"""The documentation is true: what is made is current, what is shown runs, every link leads somewhere, in both languages."""

import importlib.util
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
import yaml

from pkcheck.cli import main
from pkcheck.config import PathSettings, Settings, Silenced, load_settings
from pkcheck.data import load
from pkcheck.discovery import load_rules
from pkcheck.engine import Selection, known_selection
from pkcheck.errors import InputError
from pkcheck.reference.model import KINDS
from pkcheck.reference.textfile import read_reference

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
LANGUAGES = {"id": "en", "en": "id"}
ANEW = "run `make docs`, or `python docs/{}.py`"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RULE_PAGES, SCREENS = script("make_rule_pages"), script("make_screens")
PAGES = sorted(page for lang in LANGUAGES for page in (DOCS / lang).rglob("*.md"))
BY_HAND = [
    page
    for page in PAGES
    if page.parent.name in LANGUAGES and page.name not in {each.legal for each in RULE_PAGES.PLACES.values()}
]
FENCED = re.compile(
    r'^(?P<indent> *)```(?P<language>\w+)(?: title="(?P<title>[^"\n]+)")?\n(?P<body>.*?)^ *```$',
    re.MULTILINE | re.DOTALL,
)
COMMANDS = {name: command.params for name, command in main.commands.items()}


def name_of(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def language_of(page: Path) -> str:
    return page.relative_to(DOCS).parts[0]


def blocks(page: Path, language: str) -> Iterator[tuple[str | None, str]]:
    """The blocks of a language, each with the name of its file."""
    for found in FENCED.finditer(text_of(page)):
        if found["language"] == language:
            yield found["title"], re.sub(f"^{found['indent']}", "", found["body"], flags=re.MULTILINE)


def counterpart(page: Path) -> Path:
    """The same page in the other language."""
    (named,) = re.findall(r"\A---\ncounterpart: (\S+)\n---\n", text_of(page))
    return DOCS / LANGUAGES[language_of(page)] / str(named)


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in addresses."""
    found: set[str] = set()
    for heading in re.findall(r"^#+ (.+)$", FENCED.sub("", text_of(page)), re.MULTILINE):
        named = re.search(r"\{ #(\S+) \}$", heading)
        plain = re.sub(r"[^\w\s-]", "", heading.replace("\\", "")).strip().lower()
        found.add(named[1] if named else re.sub(r"[-\s]+", "-", plain))
    return found


def navigation(config: str) -> Iterator[str]:
    def files(entry: Any) -> Iterator[str]:
        if isinstance(entry, str):
            yield entry
        else:
            for each in entry.values() if isinstance(entry, dict) else entry:
                yield from files(each)

    yield from files(yaml.safe_load((ROOT / config).read_text(encoding="utf-8"))["nav"])


def option_names(params: list[click.Parameter]) -> set[str]:
    return {name for each in params if isinstance(each, click.Option) for name in each.opts}


def place_of_the_mistake(body: str, title: str | None) -> str | None:
    """Where agreement data or a reference is wrong, None where it can be read."""
    data = yaml.safe_load(body)
    read = read_reference if isinstance(data, dict) and set(data) <= set(KINDS) else load
    try:
        read(body, str(title), "yaml")
    except InputError as error:
        return error.place
    return None


def is_settings(table: dict[str, Any]) -> bool:
    return "project" not in table


def test_the_pages_made_from_rules_are_current() -> None:
    made = RULE_PAGES.pages()
    stale = [str(path) for path, text in made.items() if not (ROOT / path).exists() or text_of(ROOT / path) != text]
    assert [*stale, *RULE_PAGES.stray_pages(made)] == [], ANEW.format("make_rule_pages")


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_the_screens_are_current(page: Path) -> None:
    assert SCREENS.with_screens(text_of(page), language_of(page)) == text_of(page), ANEW.format("make_screens")


def test_the_hand_written_pages_have_screens() -> None:
    assert sum(text_of(page).count("```console\n$ pkcheck ") for page in BY_HAND) > len(BY_HAND) / 2
    assert all(text.startswith("$ pkcheck ") for page in BY_HAND for _, text in blocks(page, "console"))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_page_stands_in_both_languages(page: Path) -> None:
    assert counterpart(page).exists()
    assert counterpart(counterpart(page)) == page


@pytest.mark.parametrize(("config", "lang"), [("mkdocs.yml", "id"), ("mkdocs.en.yml", "en")])
def test_every_page_is_in_the_navigation_once(config: str, lang: str) -> None:
    pages = [page.relative_to(DOCS / lang).as_posix() for page in PAGES if language_of(page) == lang]
    assert sorted(navigation(config)) == sorted(pages)


def test_both_navigations_have_the_same_order() -> None:
    there = [(DOCS / "en" / each).relative_to(DOCS) for each in navigation("mkdocs.en.yml")]
    assert [counterpart(DOCS / "id" / each).relative_to(DOCS) for each in navigation("mkdocs.yml")] == there


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", FENCED.sub("", text_of(page)))
    for target in targets:
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there in PAGES, target
        assert language_of(there) == language_of(page), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_every_command_shown_exists_with_its_options(page: Path) -> None:
    lines = [
        line for kind in ("powershell", "sh", "console") for _, body in blocks(page, kind) for line in body.splitlines()
    ]
    spans = re.findall(r"`(pkcheck [^`\n]+)`", text_of(page))
    for line in [*lines, *spans]:
        found = re.match(r"(?:\$ )?(?:\.venv\S*[\\/])?pkcheck (.+)$", line.strip())
        if not found:
            continue
        words = shlex.split(found[1])
        params = main.params if words[0].startswith("-") else COMMANDS[words[0]]
        assert {word for word in words if word.startswith("-") and word != "-"} <= option_names(params)


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_every_option_named_exists(page: Path) -> None:
    params = [*main.params, *(each for command in main.commands.values() for each in command.params)]
    known = option_names(params)
    assert set(re.findall(r"`(--[a-z][a-z-]*)", text_of(page))) <= known


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_shown_in_both_languages(command: str) -> None:
    for lang in LANGUAGES:
        shown = "".join(text_of(page) for page in PAGES if language_of(page) == lang)
        assert f"pkcheck {command}" in shown


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_the_data_shown_can_be_read_unless_its_command_says_otherwise(page: Path) -> None:
    for title, body in blocks(page, "yaml"):
        if "\ncondition: " not in body:  # the page itself runs the examples of a rule
            place = place_of_the_mistake(body, title)
            assert place is None or f"{place}: " in text_of(page)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_settings_shown_can_be_used(page: Path, tmp_path: Path) -> None:
    for _, body in blocks(page, "toml"):
        if is_settings(tomllib.loads(body)):
            (tmp_path / "pkcheck.toml").write_text(body, encoding="utf-8")
            own = load_settings(tmp_path / "pkcheck.toml", {})
            selection = Selection(
                ignore=own.ignore, severity=own.severity, enable=own.enable, parameters=own.parameters
            )
            assert known_selection(load_rules(), selection) == selection


@pytest.mark.parametrize("page", ["id/pengaturan.md", "en/settings.md"])
def test_every_setting_is_explained(page: str) -> None:
    explained = re.findall(r"^\| `([a-z-]+)` \|", text_of(DOCS / page), re.MULTILINE)
    keys = [field.alias or name.replace("_", "-") for name, field in Settings.model_fields.items()]
    assert sorted(explained[: len(keys)]) == sorted(keys)
    within = {*PathSettings.model_fields, *Silenced.model_fields} - {"source"}
    assert within <= set(re.findall(r"`([a-z]+)`", text_of(DOCS / page)))
