"""The rules told to a reader: the list of them, and one in full."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from pkcheck import help_texts, messages
from pkcheck import report_texts as words
from pkcheck.discovery import LoadedRule
from pkcheck.display import visible, wrapped
from pkcheck.errors import UsageError
from pkcheck.explanation import Basis, ShownExample, explanation_of
from pkcheck.parameters import Parameter
from pkcheck.texts import Lang, Text

_INDENT = "  "


def rule_record(loaded: LoadedRule, lang: Lang) -> dict[str, Any]:
    """One rule for other programs."""
    rule = loaded.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "certainty": rule.certainty.value,
        "title": rule.title.say(lang),
        "kind": loaded.kind,
        "basis": list(rule.basis),
        "enabled": rule.enabled,
    }


def rule_lines(rules: Sequence[LoadedRule], lang: Lang) -> Iterator[str]:
    """One line for each rule: code, name, severity, certainty and title."""
    records = [rule_record(each, lang) for each in rules]
    columns = ("code", "name", "severity", "certainty")
    widths = {column: max((len(each[column]) for each in records), default=0) for column in columns}
    for each in records:
        yield "  ".join([*(f"{each[column]:<{widths[column]}}" for column in columns), each["title"]])


def rule_named(rules: Sequence[LoadedRule], code: str) -> LoadedRule:
    """The rule with this code or name, in whatever case. Raises UsageError that names what is near."""
    wanted = code.strip().casefold()
    for each in rules:
        if wanted in (each.rule.code.casefold(), each.rule.name.casefold()):
            return each
    near = get_close_matches(code.strip().upper(), [each.rule.code for each in rules], n=3)
    if near:
        raise UsageError(help_texts.CODE_NEAR, code=code, near=near)
    raise UsageError(help_texts.CODE_UNKNOWN, code=code)


def explained(loaded: LoadedRule, lang: Lang, width: int) -> Iterator[str]:
    """The rule in full."""
    told = explanation_of(loaded, lang)
    off = [] if told.enabled else [words.OFF_BY_DEFAULT.say(lang)]
    yield from wrapped(f"{told.code} {told.name} ({', '.join([told.severity, told.certainty, *off])})", width)
    yield from wrapped(told.title, width)
    yield from _section(words.WHY, [told.why], lang, width)
    yield from _section(words.WHAT_TO_DO, [told.advice], lang, width)
    yield from _section(words.MESSAGE, told.sentences, lang, width)
    needs = [messages.NEEDS_REFERENCE.say(lang, what=told.needs)] if told.needs else []
    yield from _section(words.LOOKS_AT, [told.subjects, *needs], lang, width)
    if told.condition:
        yield from ["", words.CONDITION.say(lang), textwrap.indent(told.condition, "    ")]
    basis = [line for each in told.basis for line in _basis(each, lang)] or [words.NO_BASIS.say(lang)]
    yield from _section(words.LEGAL_BASIS, basis, lang, width)
    yield from _section(words.PARAMETERS, _parameters(told.parameters, lang), lang, width)
    for heading, examples in ((words.VALID, told.valid), (words.INVALID, told.invalid)):
        for example in examples:
            yield from _example(heading, example, lang)
    yield from ["", words.RULE_FILE.say(lang), f"{_INDENT}{visible(loaded.path)}"]


def _section(heading: Text, paragraphs: Iterable[str], lang: Lang, width: int) -> Iterator[str]:
    yield ""
    yield heading.say(lang)
    for paragraph in paragraphs:
        # An address that is broken over two lines cannot be followed.
        whole = paragraph.startswith("http")
        yield from [f"{_INDENT}{paragraph}"] if whole else wrapped(paragraph, width, _INDENT, _INDENT)


def _basis(each: Basis, lang: Lang) -> Iterator[str]:
    yield f"{each.id}: {each.cited}"
    if each.quote:
        yield words.QUOTE.say(lang, quote=each.quote)
    if each.sources:
        yield words.ALSO.say(lang, sources="; ".join(each.sources))
    if each.note:
        yield words.NOTE.say(lang, note=each.note)
    if each.url:
        yield each.url


def _parameters(parameters: Sequence[Parameter], lang: Lang) -> Iterator[str]:
    if not parameters:
        yield words.NO_PARAMETERS.say(lang)
    for each in parameters:
        yield f"{each.name} = {each.default}" + (f"  {each.explanation}" if each.explanation else "")


def _example(heading: Text, example: ShownExample, lang: Lang) -> Iterator[str]:
    yield ""
    yield heading.say(lang, name=example.name)
    yield textwrap.indent(example.data, "    ")
    if example.reference:
        yield f"{_INDENT}{words.AGAINST.say(lang)}"
        yield textwrap.indent(example.reference, "    ")
    yield from (f"{_INDENT}{line}" for line in example.outcome)
