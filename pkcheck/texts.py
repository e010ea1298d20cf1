"""Sentences in two languages, and the one way in which facts get into them.

A template names its facts and how each is shown: `{excess:rp}` is money, `{when:date}` a date, `{value:num}` a number,
`{parts:rp+}` amounts joined by plus signs, `{names:list}` words joined by commas; without a spec the fact is shown as it is.
"""

import datetime
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from pkcheck.quantities.dates import format_date
from pkcheck.quantities.money import format_rupiah
from pkcheck.quantities.numbers import format_number

Lang = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, in Indonesian and in English, with the same placeholders."""

    id: str
    en: str

    def say(self, lang: Lang = "id", **facts: "Fact") -> str:
        """Fill the template; raises KeyError for a fact that is not given."""
        return _Fill(lang).vformat(self.id if lang == "id" else self.en, (), facts)


# A fact that is itself a text is shown in the reader's language.
Fact = str | int | float | Decimal | datetime.date | bool | Text | None | Sequence[Any]


def placeholders(template: str) -> set[str]:
    """The names of the facts that a template shows."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def literal(sentence: str) -> str:
    """A sentence as a template without facts: its braces are braces."""
    return sentence.replace("{", "{{").replace("}", "}}")


class _Fill(string.Formatter):
    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:  # noqa: ARG002
        value = kwargs[str(key)]
        return value.say(self.lang) if isinstance(value, Text) else value

    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "rp":
                return format_rupiah(int(value), self.lang)
            case "rp+":
                return " + ".join(format_rupiah(int(each), self.lang) for each in value)
            case "date":
                return format_date(value, self.lang)
            case "num":
                return format_number(value, self.lang)
            case "list":
                return ", ".join(self._shown(each) for each in value)
            case _:
                return str(value)

    def _shown(self, each: Any) -> str:
        if isinstance(each, Text):
            return each.say(self.lang)
        return format_date(each, self.lang) if isinstance(each, datetime.date) else str(each)
