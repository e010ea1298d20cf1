"""Rules that others add: files and folders that the user names, and installed packages. A broken one stops no other.

A `.py` file is a rule module like those of `pkcheck.rules`; it is run under a name of its own that is forgotten
afterwards, so it cannot import its neighbours: what needs more than one file is a package. A `.yaml` file is a rule
without Python. An installed package names a module, or a package whose modules are rules, in the group `pkcheck.rules`.
"""

import importlib
import importlib.metadata
import pkgutil
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from pkcheck import rule_texts
from pkcheck.discovery import LoadedRule, load_rules, rule_in
from pkcheck.errors import RuleError
from pkcheck.findings import Coverage

GROUP = "pkcheck.rules"
_PYTHON, _YAML = ".py", (".yaml", ".yml")
_MACHINERY = (__file__, importlib.__file__, importlib.metadata.__file__)


@dataclass(frozen=True)
class BrokenRule:
    """A rule that cannot be used: its code, or the name of its file, and what is wrong with it."""

    code: str
    error: RuleError

    @property
    def coverage(self) -> Coverage:
        """Its account: nothing was checked by it."""
        return Coverage(self.code, "broken", "agreement", reason=self.error.text, facts=self.error.facts)


@dataclass(frozen=True)
class RuleBook:
    """All rules that can be used, by code, and those that cannot."""

    rules: tuple[LoadedRule, ...]
    broken: tuple[BrokenRule, ...] = ()


@dataclass(frozen=True)
class _Candidate:
    """What may be a rule: the name to call it by, and how to get at it."""

    name: str
    load: Callable[[], LoadedRule]


def all_rules(paths: Sequence[str] = ()) -> RuleBook:
    """The built-in rules, those of installed packages, and those that `paths` (files and folders) lead to."""
    built_in = load_rules()
    added = _added(built_in, [*_installed(), *_found(paths)])
    by_code = {each.rule.code: each for each in (*added.rules, *built_in)}
    return RuleBook(tuple(by_code[code] for code in sorted(by_code)), added.broken)


def rules_in(paths: Sequence[str]) -> RuleBook:
    """Only the rules that `paths` lead to; the code of a built-in rule is refused all the same."""
    return _added(load_rules(), _found(paths))


def _added(known: Sequence[LoadedRule], candidates: Iterable[_Candidate]) -> RuleBook:
    """The rules among `candidates`. Whoever has a code first keeps it; the same file twice is one rule."""
    by_code = {each.rule.code: each for each in known}
    added: dict[str, LoadedRule] = {}
    broken: list[BrokenRule] = []
    for each in candidates:
        try:
            loaded = each.load()
        except RuleError as error:
            broken.append(BrokenRule(str(error.facts.get("code") or each.name), error))
            continue
        twin = by_code.setdefault(loaded.rule.code, loaded)
        if Path(twin.path).resolve() == Path(loaded.path).resolve():
            added[loaded.rule.code] = loaded
        else:
            second = RuleError(rule_texts.CODE_TWICE, code=loaded.rule.code, path=loaded.path, other=twin.path)
            broken.append(BrokenRule(loaded.rule.code, second))
    return RuleBook(tuple(added[code] for code in sorted(added)), tuple(broken))


def _found(paths: Sequence[str]) -> Iterator[_Candidate]:
    """The rule files that `paths` lead to; in a folder those of every folder below, but none that begins with . or _."""
    for each in paths:
        path = Path(each)
        files = [path]
        if path.is_dir():
            files = [file for file in sorted(path.rglob("*")) if _is_rule_file(file, path)]
            if not files:
                yield _unusable(path.name, RuleError(rule_texts.NO_RULE_HERE, path=str(path)))
        yield from (_of_file(file) for file in files)


def _is_rule_file(file: Path, top: Path) -> bool:
    hidden = any(part.startswith((".", "_")) for part in file.relative_to(top).parts)
    return file.suffix in (_PYTHON, *_YAML) and not hidden and file.is_file()


def _of_file(file: Path) -> _Candidate:
    if not file.exists():
        problem = rule_texts.NO_SUCH_FILE
        return _unusable(file.name, RuleError(rule_texts.UNREADABLE, path=str(file), problem=problem))
    if file.suffix == _PYTHON:
        return _Candidate(file.name, lambda: rule_in(_run(file)))
    if file.suffix in _YAML:
        return _Candidate(file.name, lambda: _cel_rule(file))
    return _unusable(file.name, RuleError(rule_texts.NO_RULE_HERE, path=str(file)))


def _unusable(name: str, error: RuleError) -> _Candidate:
    def refuse() -> LoadedRule:
        raise error

    return _Candidate(name, refuse)


def _cel_rule(file: Path) -> LoadedRule:
    try:
        from pkcheck.celrules.loading import load_cel_rule
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("celpy", "lark"):
            raise
        raise RuleError(rule_texts.CEL_MISSING, path=str(file)) from error
    return load_cel_rule(file)


def _run(file: Path) -> ModuleType:
    """The module in a file. Its name is known while it runs (dataclasses look for it) and forgotten afterwards."""
    module = ModuleType(f"_pkcheck_rule_{file.stem}")
    module.__file__ = str(file)
    sys.modules[module.__name__] = module
    try:
        code = compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102  the user asked for this file to be run
    except (Exception, SystemExit) as error:
        raise _not_imported(error, str(file)) from error
    finally:
        del sys.modules[module.__name__]
    return module


def _not_imported(error: BaseException, path: str) -> RuleError:
    """With the line that it came from: the last one of `path`, or else the last one outside Python's own machinery."""
    kind = type(error).__name__
    if isinstance(error, SyntaxError) and error.filename:
        place = f"{error.filename}:{error.lineno}"
        return RuleError(rule_texts.NOT_IMPORTED, path=place, problem=f"{kind}: {error.msg}")
    frames = [(each.filename, each.lineno) for each in traceback.extract_tb(error.__traceback__)]
    own = [each for each in frames if each[0] == path]
    others = [each for each in frames if each[0] not in _MACHINERY and not each[0].startswith("<")]
    place = next((f"{file}:{line}" for file, line in reversed(own or others)), path)
    return RuleError(rule_texts.NOT_IMPORTED, path=place, problem=f"{kind}: {error}")


def _installed() -> Iterator[_Candidate]:
    """The rules of installed packages, by the names of their entry points."""
    for point in sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value)):
        try:
            yield from _of_entry_point(point)
        except RuleError as error:
            yield _unusable(point.name, error)


def _of_entry_point(point: EntryPoint) -> Iterator[_Candidate]:
    module = _imported(point.value, point.load)
    if not isinstance(module, ModuleType):
        raise RuleError(rule_texts.ENTRY_POINT, path=point.value, given=type(module).__name__)
    if not hasattr(module, "__path__") or hasattr(module, "RULE"):
        yield _Candidate(point.name, lambda: rule_in(module))
    if hasattr(module, "__path__"):
        failed: list[str] = []
        for each in pkgutil.walk_packages(module.__path__, f"{module.__name__}.", onerror=failed.append):
            if not each.ispkg:
                yield _of_module(each.name)
        yield from (_of_module(name) for name in failed)


def _of_module(name: str) -> _Candidate:
    return _Candidate(name, lambda: rule_in(_imported(name, lambda: importlib.import_module(name))))


def _imported(name: str, how: Callable[[], Any]) -> Any:
    try:
        return how()
    except (Exception, SystemExit) as error:
        raise _not_imported(error, name) from error
