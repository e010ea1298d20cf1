"""`pkcheck init`: a settings file with everything in it, commented out, so that a person need only take a `#` away."""

import datetime
import json
from collections.abc import Iterator, Sequence

from pkcheck import report_texts as words
from pkcheck.config import profiles
from pkcheck.discovery import LoadedRule
from pkcheck.parameters import parameters_of
from pkcheck.texts import Lang

_REPORT = (
    "[report]",
    'letterhead = ["INSPEKTORAT DAERAH", "PROVINSI ..."]',
    'address = ["Jalan ...", "Telepon ..."]',
    'logo = "logo.png"',
    'title = "LAPORAN HASIL REVIU"',
    'number = "700/.../2030"',
    'place = "..."',
    "date = 2030-12-31",
    'team-leader = { name = "...", nip = "..." }',
    'technical-supervisor = { name = "...", nip = "..." }',
    'quality-supervisor = { name = "...", nip = "..." }',
    'members = [{ name = "...", nip = "..." }]',
    'template = "templat.docx"',
)


def commented_settings(rules: Sequence[LoadedRule], lang: Lang) -> str:
    """The text of a `pkcheck.toml` that changes nothing until something in it is uncommented."""
    return "\n".join([*_general(lang), *_per_rule(rules, lang)])


def _general(lang: Lang) -> Iterator[str]:
    yield f"# {words.SETTINGS_HEAD.say(lang)}"
    for text, lines in (
        (words.SETTINGS_PROFILE, [f'profile = "default"  # {", ".join(profiles())}']),
        (words.SETTINGS_LANG, [f'lang = "{lang}"']),
        (words.SETTINGS_SELECT, ['select = ["BUD", "TGT002"]', 'ignore = ["TXT"]', 'enable = ["STR007"]']),
        (words.SETTINGS_FAIL_ON, ['fail-on = "error"  # error, warning, info, never']),
        (words.SETTINGS_CERTAINTY, ['certainty = "definite"  # definite, judgement']),
        (words.SETTINGS_RULES, ['rules = ["aturan/"]']),
        (words.SETTINGS_REFERENCE, ['reference = ["acuan/dipa.yaml"]']),
        (words.SETTINGS_BASELINE, ['baseline = "pkcheck-baseline.json"']),
        (words.SETTINGS_SEVERITY, ["[severity]", 'BUD002 = "error"']),
        (words.SETTINGS_PER_PATH, ["[[per-path]]", 'path = "2023/**"', 'ignore = ["DAT004"]']),
        (
            words.SETTINGS_SUPPRESS,
            ["[[suppress]]", 'fingerprint = "0123456789abcdef"', 'reason = "..."', "until = 2030-12-31", 'by = "..."'],
        ),
        (words.SETTINGS_REPORT, _REPORT),
    ):
        yield ""
        yield f"# {text.say(lang)}"
        yield from (f"# {line}" for line in lines)


def _per_rule(rules: Sequence[LoadedRule], lang: Lang) -> Iterator[str]:
    yield ""
    yield f"# {words.SETTINGS_PARAMETERS.say(lang)}"
    for each in rules:
        if each.options is None:
            continue
        yield ""
        yield f"# {each.rule.code}: {each.rule.title.say(lang)}"
        yield f"# [parameters.{each.rule.code}]"
        for parameter in parameters_of(each.options, lang):
            remark = f"  # {parameter.explanation}" if parameter.explanation else ""
            yield f"# {parameter.name} = {toml_value(parameter.default)}{remark}"


def toml_value(value: object) -> str:
    """A default as TOML writes it; what is absent by default is shown as an empty text."""
    if value is None:
        return '""'
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple | set | frozenset):
        return f"[{', '.join(toml_value(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(str(key))} = {toml_value(each)}' for key, each in value.items())} }}"
    return str(value) if isinstance(value, int | float) else json.dumps(str(value), ensure_ascii=False)
