"""The document that `pkcheck check -f json` wrote, read back."""

import sys
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from pkcheck import messages
from pkcheck.discovery import LoadedRule
from pkcheck.errors import InputError
from pkcheck.jsontext import load_json
from pkcheck.record import OutcomeRecord, Recorded

STDIN = "-"


def read_saved(file: str, rules: Iterable[LoadedRule]) -> Recorded:
    """The outcome in `file` ("-" is standard input), with those of `rules` that it speaks of. Raises InputError.

    What the rules are called and why they matter comes from `rules` as they are now, the findings are as they were.
    """
    outcome = _outcome(file)
    codes = outcome.codes
    return Recorded(outcome, {each.rule.code: each for each in rules if each.rule.code in codes})


def _outcome(file: str) -> OutcomeRecord:
    text = _text(file)
    try:
        data = load_json(text, file)
    except InputError as error:
        raise InputError(messages.SAVED_UNREADABLE, file, error.line, **error.facts) from error
    try:
        return OutcomeRecord.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        problem = f"{where}: {first['msg']}" if where else first["msg"]
        raise InputError(messages.SAVED_UNREADABLE, file, None, problem=problem) from error


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    except FileNotFoundError as error:
        raise InputError(messages.SAVED_MISSING, file) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=reason) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(messages.SAVED_UNREADABLE, file, None, problem=str(error)) from error
