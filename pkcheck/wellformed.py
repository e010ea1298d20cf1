"""What a rule must have, whoever wrote it: metadata of the right kinds, sentences in two languages, examples."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from pkcheck import rule_texts
from pkcheck.errors import RuleError
from pkcheck.findings import Certainty, Severity
from pkcheck.provisions import provisions
from pkcheck.rule import Example, Rule
from pkcheck.texts import Text, placeholders

Place = Callable[[str], str]
_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WITHOUT_FACTS = ("title", "why")


def require_well_formed(rule: Rule, valid: Sequence[Example], invalid: Sequence[Example], place: Place) -> None:
    """Raise RuleError for the first thing that is missing or of the wrong kind; `place` gives `file:line` of a part."""
    if not isinstance(rule.code, str) or not _CODE.fullmatch(rule.code):
        raise RuleError(rule_texts.CODE_FORM, path=place("code"), code=str(rule.code))
    if not isinstance(rule.name, str) or not _NAME.fullmatch(rule.name):
        raise RuleError(rule_texts.NAME_FORM, path=place("name"), code=rule.code, name=str(rule.name))
    for part, kind in (("severity", Severity), ("certainty", Certainty), ("basis", tuple)):
        _of_kind(rule, part, getattr(rule, part), kind, place)
    for part in ("title", "message", "why", "advice"):
        _sentence(rule, part, getattr(rule, part), place)
    for name, text in rule.variants.items():
        _sentence(rule, f"variants[{name!r}]", text, place)
    for each in rule.basis:
        if each not in provisions():
            known = list(provisions())
            raise RuleError(rule_texts.BASIS_UNKNOWN, path=place("basis"), code=rule.code, basis=str(each), known=known)
    for which, examples in (("VALID", valid), ("INVALID", invalid)):
        if not examples:
            raise RuleError(rule_texts.NO_EXAMPLES, path=place(which), code=rule.code, which=which)


def _of_kind(rule: Rule, part: str, value: Any, kind: type, place: Place) -> None:
    if not isinstance(value, kind):
        names = {"expected": kind.__name__, "given": type(value).__name__}
        raise RuleError(rule_texts.PART_OF_KIND, path=place(part), code=rule.code, part=part, **names)


def _sentence(rule: Rule, part: str, text: Any, place: Place) -> None:
    _of_kind(rule, part, text, Text, place)
    if not (text.id and text.en):
        raise RuleError(rule_texts.PART_EMPTY, path=place(part), code=rule.code, part=part)
    try:
        own, other = placeholders(text.id), placeholders(text.en)
    except ValueError as error:
        raise RuleError(rule_texts.TEMPLATE, path=place(part), code=rule.code, part=part, problem=str(error)) from error
    if own != other:
        facts = sorted(own ^ other)
        raise RuleError(rule_texts.PLACEHOLDERS_DIFFER, path=place(part), code=rule.code, part=part, facts=facts)
    if own and part in _WITHOUT_FACTS:
        raise RuleError(rule_texts.PLACEHOLDERS_HERE, path=place(part), code=rule.code, part=part, facts=sorted(own))
