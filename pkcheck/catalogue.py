"""The rules told to a reader: the list of them, and one in full."""

import textwrap
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from pkcheck import help_texts
from pkcheck import report_texts as words
from pkcheck.discovery import LoadedRule
from pkcheck.display import wrapped
from pkcheck.errors import UsageError
from pkcheck.findings import Certainty
from pkcheck.provisions import Provision, provision
from pkcheck.rule import Example, Found
from pkcheck.tell import cite
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
    rule = loaded.rule
    yield from wrapped(f"{rule.code} {rule.name} ({_grade(loaded, lang)})", width)
    yield from wrapped(rule.title.say(lang), width)
    yield from _section(words.WHY, [rule.why.say(lang)], lang, width)
    yield from _section(words.WHAT_TO_DO, [_template(rule.advice, lang)], lang, width)
    sentences = [_template(each, lang) for each in (rule.message, *rule.variants.values())]
    yield from _section(words.MESSAGE, sentences, lang, width)
    yield from _section(
        words.LEGAL_BASIS, (p for each in rule.basis for p in _basis(provision(each), lang)), lang, width
    )
    yield from _section(words.PARAMETERS, _parameters(loaded.options, lang), lang, width)
    for heading, examples in ((words.VALID, loaded.valid), (words.INVALID, loaded.invalid)):
        for example in examples:
            yield from _example(heading, example, lang)


def _grade(loaded: LoadedRule, lang: Lang) -> str:
    rule = loaded.rule
    judgement = [words.JUDGEMENT.say(lang)] if rule.certainty is Certainty.JUDGEMENT else []
    off = [] if rule.enabled else [words.OFF_BY_DEFAULT.say(lang)]
    return ", ".join([rule.severity.value, *judgement, *off])


def _template(text: Text, lang: Lang) -> str:
    """The sentence with the names of its facts in place of the facts."""
    return text.id if lang == "id" else text.en


def _section(heading: Text, paragraphs: Iterator[str] | Sequence[str], lang: Lang, width: int) -> Iterator[str]:
    yield ""
    yield heading.say(lang)
    for paragraph in paragraphs:
        # An address that is broken over two lines cannot be followed.
        whole = paragraph.startswith("http")
        yield from [f"{_INDENT}{paragraph}"] if whole else wrapped(paragraph, width, _INDENT, _INDENT)


def _basis(each: Provision, lang: Lang) -> Iterator[str]:
    yield f"{each.id}: {cite(each, lang)}"
    if each.quote:
        yield words.QUOTE.say(lang, quote=each.quote)
    if each.sources:
        yield words.ALSO.say(lang, sources="; ".join(each.sources))
    note = each.note_id if lang == "id" else each.note_en
    if note:
        yield words.NOTE.say(lang, note=note)
    if each.source_url:
        yield each.source_url


def _parameters(options: type[BaseModel] | None, lang: Lang) -> Iterator[str]:
    if options is None or not options.model_fields:
        yield words.NO_PARAMETERS.say(lang)
        return
    for name, known in options.model_fields.items():
        default = known.get_default(call_default_factory=True)
        yield f"{name} = {default}" + (f"  {known.description}" if known.description else "")


def _example(heading: Text, example: Example, lang: Lang) -> Iterator[str]:
    yield ""
    yield heading.say(lang, name=example.name)
    yield textwrap.indent(textwrap.dedent(example.text).strip("\n"), "    ")
    for each in example.finds:
        yield f"{_INDENT}{_found(each, lang)}"


def _found(found: Found, lang: Lang) -> str:
    if found.amount is None:
        return words.FINDS.say(lang, at=found.at)
    return words.FINDS_AMOUNT.say(lang, at=found.at, amount=found.amount)
