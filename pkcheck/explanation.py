"""One rule in full, in the reader's language: what `pkcheck explain` prints and the documentation's pages show."""

import string
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from pkcheck import messages
from pkcheck import report_texts as words
from pkcheck.discovery import LoadedRule
from pkcheck.findings import Severity
from pkcheck.parameters import Parameter, parameters_of
from pkcheck.provisions import Provision, provision
from pkcheck.rule import Example, Found
from pkcheck.tell import cite
from pkcheck.texts import Lang, Text


@dataclass(frozen=True, slots=True)
class Basis:
    """One provision: cited with how well it was verified, its words, who says the same, and what to know about it."""

    id: str
    cited: str
    quote: str
    sources: tuple[str, ...]
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownExample:
    """Agreement data, what it is held against, and what is found in it or cannot be judged."""

    name: str
    data: str
    reference: str
    outcome: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in words.

    `subjects` are what it looks at one by one, `needs` the reference without which it does not run; `sentences` are what
    its findings say, with the names of their facts in place of the facts. What there is not is empty.
    """

    code: str
    name: str
    severity: Severity
    certainty: str
    enabled: bool
    title: str
    subjects: str
    needs: str
    why: str
    advice: str
    sentences: tuple[str, ...]
    basis: tuple[Basis, ...]
    parameters: tuple[Parameter, ...]
    condition: str
    valid: tuple[ShownExample, ...]
    invalid: tuple[ShownExample, ...]


def explanation_of(loaded: LoadedRule, lang: Lang) -> Explanation:
    """All that is to be said of a rule."""
    rule = loaded.rule
    return Explanation(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        certainty={"definite": words.DEFINITE, "judgement": words.JUDGEMENT}[rule.certainty].say(lang),
        enabled=rule.enabled,
        title=rule.title.say(lang),
        subjects=words.KINDS_MANY[loaded.kind].say(lang),
        needs=messages.REFERENCES[rule.needs].say(lang) if rule.needs else "",
        why=rule.why.say(lang),
        advice=_with_names(rule.advice, lang),
        sentences=tuple(_with_names(each, lang) for each in (rule.message, *rule.variants.values())),
        basis=tuple(basis_of(provision(each), lang) for each in rule.basis),
        parameters=tuple(parameters_of(loaded.options, lang)),
        condition=(loaded.condition or "").strip(),
        valid=_shown(loaded.valid, lang),
        invalid=_shown(loaded.invalid, lang),
    )


def basis_of(each: Provision, lang: Lang) -> Basis:
    """A provision in words."""
    note = each.note_id if lang == "id" else each.note_en
    return Basis(each.id, cite(each, lang), each.quote, each.sources, note, each.source_url)


def _with_names(text: Text, lang: Lang) -> str:
    """The sentence with the names of its facts in place of the facts, without how they are shown."""
    parsed = string.Formatter().parse(text.id if lang == "id" else text.en)
    return "".join(literal + (f"[{name}]" if name else "") for literal, name, _, _ in parsed)


def _shown(examples: Sequence[Example], lang: Lang) -> tuple[ShownExample, ...]:
    return tuple(
        ShownExample(
            name=each.name,
            data=textwrap.dedent(each.text).strip("\n"),
            reference=textwrap.dedent(each.reference).strip("\n"),
            outcome=(
                *(_found(found, lang) for found in each.finds),
                *(words.SKIPS.say(lang, at=at) for at in each.skips or ()),
            ),
        )
        for each in examples
    )


def _found(found: Found, lang: Lang) -> str:
    if found.amount is None:
        return words.FINDS.say(lang, at=found.at)
    return words.FINDS_AMOUNT.say(lang, at=found.at, amount=found.amount)
