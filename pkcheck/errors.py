"""Everything that may be raised on purpose; only `cli` makes text and exit status 2 of it.

    PkcheckError
    ├── UsageError       the call cannot be carried out as asked
    ├── InputError       a file cannot be used: which, where, what was expected, what to do
    └── RuleError        a rule module is not a rule: which file and line

A defect of our own is never one of these.
"""

from functools import partial
from typing import Any

from pkcheck.texts import Fact, Lang, Text, literal

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""


class PkcheckError(Exception):
    """An error for the person who can act on it: a sentence in the user's language."""

    def __init__(self, text: Text, **facts: Fact) -> None:
        self.text = text
        self.facts = facts
        super().__init__(text.say("en", **facts))

    def __reduce__(self) -> tuple[Any, ...]:
        """How it travels between processes: an exception would remember its sentence only."""
        return partial(type(self), self.text, **self.facts), ()

    def say(self, lang: Lang = "id") -> str:
        """The sentence in `lang`."""
        return self.text.say(lang, **self.facts)

    @property
    def sentence(self) -> Text:
        """The sentence in both languages, its facts filled in: a fact for another sentence."""
        return Text(id=literal(self.say("id")), en=literal(self.say("en")))


class UsageError(PkcheckError):
    """The call cannot be carried out as asked."""


class RuleError(PkcheckError):
    """A rule module does not have what a rule needs."""


class InputError(PkcheckError):
    """A file cannot be used. `line` is 1-based, or None where the whole file is meant."""

    def __init__(self, text: Text, file: str, line: int | None = None, **facts: Fact) -> None:
        self.file = file
        self.line = line
        super().__init__(text, **facts)

    def __reduce__(self) -> tuple[Any, ...]:
        """As in PkcheckError, with its place."""
        return partial(type(self), self.text, self.file, self.line, **self.facts), ()

    @property
    def place(self) -> str:
        """`file` or `file:line`."""
        return self.file if self.line is None else f"{self.file}:{self.line}"
