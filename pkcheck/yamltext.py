"""YAML 1.2 as data with line numbers: plain scalars, no anchors, no dates, and `no` is a word, not False."""

import re
from collections.abc import Iterable
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pkcheck import messages
from pkcheck.errors import InputError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_INT = re.compile(r"^[-+]?[0-9]+$")
_FLOAT = re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$")
_TRUE, _FALSE, _NULL = {"true", "True", "TRUE"}, {"false", "False", "FALSE"}, {"", "~", "null", "Null", "NULL"}

Path = tuple[str | int, ...]
Lines = dict[Path, int]


def load_yaml(text: str, file: str) -> tuple[Any, Lines]:
    """The data and, for every path in it, the 1-based line on which it starts. Raises InputError with the line."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(messages.DATA_SYNTAX, file, line, format="YAML", problem=error.problem or "?") from error
    except RecursionError as error:
        raise InputError(messages.DATA_SYNTAX, file, 1, format="YAML", problem=messages.DATA_NESTED) from error
    except yaml.YAMLError as error:
        raise InputError(messages.DATA_SYNTAX, file, 1, format="YAML", problem=str(error).splitlines()[0]) from error
    lines: Lines = {}
    return (None if root is None else _Builder(file, lines).build(root, ())), lines


def dump_yaml(data: Any) -> str:
    """Block style, keys in their order, strings quoted where a YAML 1.1 or 1.2 reader would take them for something else."""
    return str(yaml.dump(data, Dumper=_dumper(), sort_keys=False, allow_unicode=True, width=120))


class _Builder:
    def __init__(self, file: str, lines: Lines) -> None:
        self.file = file
        self.lines = lines
        self.seen: set[int] = set()

    def build(self, node: Node, path: Path) -> Any:
        line = node.start_mark.line + 1
        if id(node) in self.seen:
            raise InputError(messages.DATA_ALIAS, self.file, line)
        self.seen.add(id(node))
        self.lines[path] = line
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.build(child, (*path, at)) for at, child in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                raise InputError(messages.DATA_SYNTAX, self.file, line, format="YAML", problem=messages.DATA_KEY)
            key = str(key_node.value)
            if key in mapping:
                raise InputError(messages.DATA_TWICE, self.file, line, key=key)
            mapping[key] = self.build(value_node, (*path, key))
            self.lines[(*path, key)] = line
        return mapping


def _scalar(node: Node) -> Any:
    text = str(node.value)
    if not isinstance(node, ScalarNode) or node.style:  # None or "" for a plain one, as the loader has it
        return text
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INT.match(text) and len(text) < 400:  # noqa: PLR2004
        return int(text)
    return float(text) if _FLOAT.match(text) else text


def _dumper() -> Any:
    class Dumper(_Dumper):  # type: ignore[misc,valid-type]
        """Knows YAML 1.2's plain scalars only."""

    Dumper.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not (first in "nN" and pattern.match("no"))]
        for first, resolvers in _Dumper.yaml_implicit_resolvers.items()
    }
    Dumper.add_representer(str, _represent_text)
    return Dumper


def _represent_text(dumper: Any, text: str) -> Any:
    looks_plain = _INT.match(text) or _FLOAT.match(text) or text in _TRUE | _FALSE | _NULL
    style = "'" if looks_plain else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def enclosing_line(lines: Lines, path: Iterable[str | int]) -> int | None:
    """The line of `path`, or of the nearest element around it."""
    at = tuple(path)
    while at and at not in lines:
        at = at[:-1]
    return lines.get(at)
