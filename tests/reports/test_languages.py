"""Both languages are whole, agree on their facts, and are not mixed; and no report speaks past the catalogues.

A catalogue is every `Text` that is written down, in whatever module: the texts of reports and messages, of rules, of the
command line. They are found in the source, so that none is missed.
"""

import ast
import re
import string
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pkcheck.api import Outcome
from pkcheck.reporting import Style, formats, graph_formats
from pkcheck.texts import Lang

ROOT = Path(__file__).parents[2]
SOURCES = sorted(each for folder in ("pkcheck", "reports", "rules") for each in (ROOT / folder).rglob("*.py"))
SHOWING = [
    *sorted((ROOT / "reports").rglob("*.py")),
    *(
        each
        for name in ("pages", "review", "pictures", "showing")
        for each in sorted((ROOT / "pkcheck" / name).glob("*.py"))
    ),
]
SCRIPTS = [each for folder in ("pkcheck", "reports") for each in sorted((ROOT / folder).rglob("*.js"))]
TYPESET = sorted((ROOT / "reports").rglob("*.typ"))

# Said alike in both languages: terms of the field, names, and templates without words of their own.
ALIKE = {"NIP", "No.", "Unit", "unit", "Target", "target", "Total", "Status", "Y", "KKE-1 SMART", "KKE-2 Cascading"}
ALIKE |= {"Target {period}", "NIP {nip}", "{name}\nNIP {nip}"}
# What looks like words and is read by machines alone: names of styles and fonts, of classes, keys and marks.
NOT_SHOWN = {"Normal", "Title", "Subtitle", "Caption", "List Bullet", "Theme", "Arial", "Libertinus Serif"}
NOT_SHOWN |= {
    "faint certainty",
    "tile unchecked",
    "bar own",
    "bar handed",
    "sign full",
    "sign-text full",
    "value unsure",
}
NOT_SHOWN |= {"flowchart TD", "parents in a circle", "use strict", "Enter", "Escape", "#temuan details"}
MACHINES = re.compile(
    r"""
      ^\s*<[?!a-z][^>]*$ | ^<[?!].*>$     # markup, or the beginning of an element
    | ^[\w/]+\.(?:css|js|json|typ)$       # a file
    | ^https://
    | ^figure\.picture$
    | ^pkcheck\ [a-z]+$                   # a style of Word's
    | ^\ \[[a-z]+= | ^digraph\ | ^\ +classDef\   # Graphviz, Mermaid
    | ^\[\$-\d+\]                         # how Excel shows a date
    | ^width=device-width | ^Arial,\ | ^\s*:root\ \{
    | :docPr$
    """,
    re.VERBOSE | re.DOTALL,
)
WORDS = re.compile(r"[^\W\d_]{2,}[ ,.:;]+[^\W\d_]{2,} | ^[A-Z][a-z]{2,}$", re.VERBOSE)


@dataclass(frozen=True)
class Both:
    """A `Text` as it is written down."""

    where: str
    id: str
    en: str


@cache
def written() -> tuple[Both, ...]:
    return tuple(each for source in SOURCES for each in _texts_in(source))


def _texts_in(source: Path) -> Iterator[Both]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            said = {each.arg: each.value for each in node.keywords}
            where = f"{source.relative_to(ROOT)}:{node.lineno}"
            assert set(said) == {"id", "en"}, where
            sentences = [each.value for each in said.values() if isinstance(each, ast.Constant)]
            if len(sentences) == len(said):  # else it is made of others
                yield Both(where, **dict(zip(map(str, said), map(str, sentences), strict=True)))


def facts(sentence: str) -> set[tuple[str, str]]:
    return {(name, str(how)) for _, name, how, _ in string.Formatter().parse(sentence) if name}


def letters(sentence: str) -> str:
    return "".join(words for words, *_ in string.Formatter().parse(sentence))


def test_catalogues_are_found() -> None:
    modules = {each.where.split(":")[0] for each in written()}
    assert len(written()) > 1000
    assert {str(each.relative_to(ROOT)) for each in (ROOT / "pkcheck").glob("*_texts.py")} <= modules
    assert "pkcheck/messages.py" in modules


def test_no_sentence_is_missing_in_either_language() -> None:
    assert [each.where for each in written() if not each.id.strip() or not each.en.strip()] == []


def test_both_languages_show_the_same_facts_in_the_same_way() -> None:
    assert [each.where for each in written() if facts(each.id) != facts(each.en)] == []


def test_both_languages_begin_and_end_alike() -> None:
    def ends(sentence: str) -> tuple[bool, bool]:
        return sentence[:1].isspace(), sentence[-1:].isspace()

    assert [each.where for each in written() if ends(each.id) != ends(each.en)] == []


def test_nothing_is_left_in_the_other_language() -> None:
    same = [each for each in written() if each.id == each.en and re.search(r"[^\W\d_]", letters(each.id))]
    assert [f"{each.where}: {each.id}" for each in same if each.id not in ALIKE and "…" not in each.id] == []


def entries(name: str) -> list[dict[str, Any]]:
    """The tables of a data file of the package, however deep they lie."""

    def inside(node: Any) -> Iterator[dict[str, Any]]:
        if isinstance(node, dict):
            yield node
        for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from inside(each)

    return list(inside(tomllib.loads((ROOT / "pkcheck" / name).read_text(encoding="utf-8"))))


@pytest.mark.parametrize("name", ["provisions.toml", "lexicon.toml"])
def test_data_is_told_in_both_languages(name: str) -> None:
    said = [(each, key) for each in entries(name) for key in each if re.search("_(?:id|en)$", key)]
    assert len(said) > 20
    assert [each[key] for each, key in said if not each.get(key[:-2] + {"id": "en", "en": "id"}[key[-2:]])] == []


# No report has words of its own.


def in_python(source: Path) -> Iterator[tuple[int, str]]:
    """What is written in a module and is neither documentation, nor a type, nor in a catalogue."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    aside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            aside.add(id(node.value))
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            aside |= {id(each) for each in ast.walk(node.annotation)}
        elif isinstance(node, ast.FunctionDef) and node.returns:
            aside |= {id(each) for each in ast.walk(node.returns)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            aside |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield node.lineno, node.value


def in_script(source: Path) -> Iterator[tuple[int, str]]:
    """What stands between quotation marks; in Typst also what stands between brackets, which is printed."""
    quoted = r'"([^"\n]*)"|`([^`\n]*)`'
    if source.suffix == ".typ":
        quoted += r"|\[([^\[\]#\n]*)\]"
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        yield from ((number, "".join(found.groups(""))) for found in re.finditer(quoted, line.split("//")[0]))


def spoken(source: Path, literals: Callable[[Path], Iterator[tuple[int, str]]]) -> list[str]:
    return [
        f"{number}: {text}"
        for number, text in literals(source)
        if WORDS.search(text) and text not in NOT_SHOWN and not MACHINES.search(text)
    ]


def sources(paths: list[Path]) -> list[Any]:
    return [pytest.param(each, id=str(each.relative_to(ROOT))) for each in paths if "examples" not in each.parts]


@pytest.mark.parametrize("source", sources(SHOWING))
def test_no_words_hide_in_a_report(source: Path) -> None:
    assert spoken(source, in_python) == []


@pytest.mark.parametrize("source", sources([*SCRIPTS, *TYPESET]))
def test_no_words_hide_in_a_script(source: Path) -> None:
    assert spoken(source, in_script) == []


def test_words_that_hide_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('X = element("p", f"{count} temuan lain", "Ringkasan")\n', encoding="utf-8")
    (tmp_path / "a.js").write_text('told.textContent = "tidak ada"; // "not this"\n', encoding="utf-8")
    (tmp_path / "a.typ").write_text("#text(fill: ink)[Halaman dari]\n", encoding="utf-8")
    assert spoken(tmp_path / "a.py", in_python) == ["1: Ringkasan", "1:  temuan lain"]
    assert spoken(tmp_path / "a.js", in_script) == ["1: tidak ada"]
    assert spoken(tmp_path / "a.typ", in_script) == ["1: Halaman dari"]


# A report in one language has no word of the other.


@cache
def only_in(lang: Lang) -> frozenset[str]:
    """The words of four letters and more that only one language's catalogue has."""
    other: Lang = "en" if lang == "id" else "id"
    own, others = (_words(" ".join(letters(getattr(each, one)) for each in written())) for one in (lang, other))
    return frozenset(own - others)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))


# Words for machines: elements of HTML within Markdown, properties of GitHub's commands, the name of a rule.
CODES = {"details", "summary", "line", "much"}


# What the documents of the tests say themselves; regulations are quoted in their own language.
SAID = {"ketua", "sekretaris", "provinsi", "sudah", "dibahas", "kutipan", "program", "lebih"}


@cache
def quoted() -> frozenset[str]:
    said = (str(each[key]) for each in entries("provisions.toml") for key in each if not re.search("_(?:id|en)$", key))
    return frozenset(SAID | _words(" ".join(said)))


@pytest.fixture
def outcome(build: Any) -> Outcome:
    told: Outcome = build.small()
    return told


def test_every_format_of_findings_is_heard(build: Any) -> None:
    assert sorted(build.HEARD) == sorted(formats())


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("form", sorted(formats()))
def test_a_report_has_no_word_of_the_other_language(build: Any, outcome: Outcome, form: str, lang: Lang) -> None:
    assert foreign(formats()[form].render(outcome, Style(lang=lang, suppressed=True)), build.HEARD[form], lang) == set()


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("form", ["html", "svg", "svg-budget", "tree"])
def test_a_graph_has_no_word_of_the_other_language(build: Any, outcome: Outcome, form: str, lang: Lang) -> None:
    loaded = graph_formats()[form]
    told = outcome if loaded.tell else outcome.whole
    assert foreign(loaded.render(told, Style(lang=lang)), build.HEARD_IN_GRAPHS[form], lang) == set()


def foreign(pieces: Any, spoken_in: Callable[[Any], str], lang: Lang) -> set[str]:
    parts = list(pieces)
    whole = b"".join(parts) if isinstance(parts[0], bytes) else "\n".join(parts)
    said = _words(spoken_in(whole))
    assert said & only_in(lang), "the report says nothing"
    return (said & only_in("en" if lang == "id" else "id")) - CODES - quoted()
