"""JSON as data, and the lines on which its elements stand: no key twice, nothing that is no JSON number."""

import json
import re
from bisect import bisect_right
from typing import Any, NoReturn

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.texts import Fact, Text
from pkcheck.yamltext import Lines, Path

_BLANK = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s,\]}"]+')


_HALF = re.compile(r"\\u[dD][89a-fA-F]")


class _RefusedError(ValueError):
    """What Python's reader lets pass, and JSON does not know."""

    def __init__(self, text: Text, **facts: Fact) -> None:
        super().__init__(text.say("en", **facts))
        self.text = Text(id=text.say("id", **facts), en=text.say("en", **facts))


def load_json(text: str, file: str, first_line: int = 1) -> Any:
    """The data; raises InputError with the line, where `text` begins on `first_line` of the file."""
    problem: Text | str
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse)
        half = _HALF.search(text)
        if half is None or _is_whole(data):
            return data
        line, problem = first_line + text.count("\n", 0, half.start()), messages.DATA_SURROGATE
    except json.JSONDecodeError as error:
        line, problem = first_line + error.lineno - 1, error.msg
    except RecursionError:
        line, problem = first_line, messages.DATA_NESTED
    except _RefusedError as error:
        line, problem = first_line, error.text
    except ValueError as error:  # a number of thousands of digits
        line, problem = first_line, str(error)
    raise InputError(messages.DATA_SYNTAX, file, line, format="JSON", problem=problem)


def json_lines(text: str) -> Lines:
    """For every path in `text`, which is valid JSON, the 1-based line on which it starts."""
    return _Walk(text).lines


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RefusedError(messages.DATA_TWICE, key=next(key for key in keys if keys.count(key) > 1))
    return found


def _refuse(constant: str) -> NoReturn:
    raise _RefusedError(messages.DATA_NO_NUMBER, constant=constant)


def _is_whole(data: Any) -> bool:
    """Whether every escaped half of a character has its other half."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


class _Walk:
    """Goes through valid JSON once and notes where each element starts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: Lines = {}
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._value(self._skip(0), ())

    def _skip(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def _note(self, path: Path, at: int) -> None:
        self.lines[path] = bisect_right(self._ends, at) + 1

    def _value(self, at: int, path: Path) -> int:
        """Note the value that starts at `at`, and give where it ends."""
        self.lines.setdefault(path, bisect_right(self._ends, at) + 1)
        opening = self.text[at]
        if opening == "{":
            return self._members(self._skip(at + 1), path)
        if opening == "[":
            return self._elements(self._skip(at + 1), path)
        return self._scalar(at)

    def _scalar(self, at: int) -> int:
        found = _SCALAR.match(self.text, at)
        return found.end() if found else at + 1

    def _members(self, at: int, path: Path) -> int:
        while self.text[at] != "}":
            end = self._scalar(at)
            key = json.loads(self.text[at:end])
            self._note((*path, key), at)
            at = self._skip(self._value(self._skip(self._skip(end) + 1), (*path, key)))
            at = self._skip(at + 1) if self.text[at] == "," else at
        return at + 1

    def _elements(self, at: int, path: Path) -> int:
        number = 0
        while self.text[at] != "]":
            at = self._skip(self._value(at, (*path, number)))
            at = self._skip(at + 1) if self.text[at] == "," else at
            number += 1
        return at + 1
