"""Makes a rule like any other of a YAML file: its metadata, its examples, and a check that computes its condition."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

from celpy import celtypes

from pkcheck import rule_texts
from pkcheck.celrules.expression import Expression, NotComputedError, Written, read_expression, value_of
from pkcheck.celrules.form import BothLanguages, ExampleForm, Quote, RuleFile, RuleForm, read_form
from pkcheck.celrules.handed import VARIABLES, cases_of
from pkcheck.celrules.values import NoFactError, to_cel, to_fact
from pkcheck.discovery import Check, LoadedRule
from pkcheck.errors import InputError, RuleError
from pkcheck.findings import Evidence, Finding, NotChecked
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.quoting import quote_date, quote_party, quote_unit
from pkcheck.rule import Example, Found, Rule
from pkcheck.texts import Fact, Text, placeholders
from pkcheck.wellformed import require_well_formed
from pkcheck.yamltext import dump_yaml

_EXAMPLES = {"VALID": ("examples", "valid"), "INVALID": ("examples", "invalid")}


def load_cel_rule(file: Path) -> LoadedRule:
    """The rule in a YAML file. Raises RuleError with the line, for an expression with its place and a caret."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise RuleError(rule_texts.UNREADABLE, path=str(file), problem=error.strerror or str(error)) from error
    written = read_form(data, str(file))
    form = written.form
    rule = _rule(form)
    valid, invalid = _examples(written, "valid"), _examples(written, "invalid")
    require_well_formed(rule, valid, invalid, lambda part: written.place(*_EXAMPLES.get(part, (part,))))
    expressions = _Expressions(
        _expression(written, "condition", form.condition),
        {name: _expression(written, f"facts.{name}", text) for name, text in form.facts.items()},
        _expression(written, "amount", form.amount) if form.amount else None,
    )
    _require_facts(written)
    check = _check(rule, form, expressions)
    return LoadedRule(rule, check, AgreementSet, valid, invalid, None, str(file), form.condition)


@dataclass(frozen=True)
class _Expressions:
    condition: Expression
    facts: Mapping[str, Expression]
    amount: Expression | None


def _rule(form: RuleForm) -> Rule:
    return Rule(
        code=form.code,
        name=form.name,
        severity=form.severity,
        certainty=form.certainty,
        basis=form.basis,
        title=_text(form.title),
        message=_text(form.message),
        why=_text(form.why),
        advice=_text(form.advice),
        looks_at=form.over,
        enabled=form.enabled,
    )


def _text(both: BothLanguages) -> Text:
    return Text(id=both.id.strip(), en=both.en.strip())


def _examples(written: RuleFile, which: str) -> tuple[Example, ...]:
    forms: Iterable[ExampleForm] = getattr(written.form.examples, which)
    return tuple(_example(written, which, at, each) for at, each in enumerate(forms))


def _example(written: RuleFile, which: str, at: int, form: ExampleForm) -> Example:
    finds = [Found(each.at, each.amount) for each in form.finds]
    example = Example(form.name, dump_yaml(form.data), finds, form.skips)
    try:
        example.agreements()
    except InputError as error:
        raise RuleError(
            rule_texts.EXAMPLE_WRONG,
            path=written.place("examples", which, at, "data"),
            code=written.form.code,
            name=form.name,
            problem=error.sentence,
        ) from error
    return example


def _expression(written: RuleFile, key: str, text: str) -> Expression:
    place = written.expression_place(*key.split(".", 1))
    return read_expression(Written(text, written.form.code, key, place), VARIABLES[written.form.over])


def _require_facts(written: RuleFile) -> None:
    """What the sentences show must be among the facts."""
    form = written.form
    for part in ("message", "advice"):
        text: BothLanguages = getattr(form, part)
        missing = sorted(placeholders(text.id) - set(form.facts))
        if missing:
            facts = {"code": form.code, "part": part, "name": missing[0], "known": list(form.facts)}
            raise RuleError(rule_texts.FACT_MISSING, path=written.place(part), **facts)


def _check(rule: Rule, form: RuleForm, expressions: _Expressions) -> Check:
    dates = _shown_as_dates(form)

    def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
        cel = _converted_once()
        for case in cases_of(form.over, whole):
            variables = {name: cel(value) for name, value in case.variables.items()}
            try:
                if _holds(expressions.condition, variables, case.subject.id):
                    amount, facts = _facts(expressions, variables, case.subject.id, dates)
                    _require_sayable(rule, facts, expressions.condition.written.place(1))
                    evidence = [*_quoted(form.quotes, whole.by_id[case.subject.agreement]), *case.evidence]
                    yield replace(rule.found(case.subject, evidence, amount=amount), facts=facts)
            except NotComputedError as error:
                yield rule.skip(case.subject, error.text, **error.facts)

    return check


def _converted_once() -> Callable[[Any], Any]:
    """`to_cel`, which makes each record of a set only once: rows share their agreement."""
    known: dict[int, tuple[Any, Any]] = {}

    def cel(value: Any) -> Any:
        if isinstance(value, tuple):
            return celtypes.ListType([cel(each) for each in value])
        if isinstance(value, Mapping):
            return celtypes.MapType({celtypes.StringType(name): cel(each) for name, each in value.items()})
        if id(value) not in known:
            known[id(value)] = (value, to_cel(value))  # with the value itself, so that its id is not given again
        return known[id(value)][1]

    return cel


def _holds(condition: Expression, variables: Mapping[str, Any], subject: str) -> bool:
    value = value_of(condition, variables, subject)
    if not isinstance(value, celtypes.BoolType):
        given = type(value).__name__.removesuffix("Type").lower()
        raise condition.written.wrong(rule_texts.NOT_BOOLEAN, 1, 1, given=given)
    return bool(value)


def _facts(
    expressions: _Expressions, variables: Mapping[str, Any], subject: str, dates: frozenset[str]
) -> tuple[int | None, Mapping[str, Fact]]:
    """The amount at stake, and what the sentences show."""
    facts = {
        name: _fact(expression, variables, subject, as_date=name in dates)
        for name, expression in expressions.facts.items()
    }
    if expressions.amount is None:
        return None, facts
    amount = _fact(expressions.amount, variables, subject, as_date=False)
    if isinstance(amount, bool) or not isinstance(amount, int):
        raise _no_value(expressions.amount)
    return amount, facts


def _fact(expression: Expression, variables: Mapping[str, Any], subject: str, *, as_date: bool) -> Fact:
    try:
        return to_fact(value_of(expression, variables, subject), as_date=as_date)
    except NoFactError as error:
        raise _no_value(expression) from error


def _no_value(expression: Expression) -> NotComputedError:
    key, problem = expression.written.key, rule_texts.KINDS_DIFFER
    return NotComputedError(rule_texts.NOT_COMPUTED, key=key, problem=problem, line=1, column=1)


def _require_sayable(rule: Rule, facts: Mapping[str, Fact], place: str) -> None:
    """Raise RuleError where the sentences cannot be said with these facts: a report is no place to learn that."""
    try:
        for text in (rule.message, rule.advice):
            text.say("id", **facts)
            text.say("en", **facts)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        problem = f"{type(error).__name__}: {error}"
        raise RuleError(
            rule_texts.MESSAGE_UNFILLED, path=place, code=rule.code, facts=list(facts), problem=problem
        ) from error


def _shown_as_dates(form: RuleForm) -> frozenset[str]:
    """The facts that a sentence shows as dates."""
    sentences = (form.message.id, form.message.en, form.advice.id, form.advice.en)
    shown = (field for sentence in sentences for field in Formatter().parse(sentence))
    return frozenset(name for _, name, spec, _ in shown if name and spec == "date")


def _quoted(quotes: Iterable[Quote], agreement: Agreement) -> Iterator[Evidence]:
    """The places that the rule asks for, where the agreement has them."""
    for each in quotes:
        found = _QUOTES[each](agreement)
        if found is not None:
            yield found


_QUOTES: Mapping[Quote, Callable[[Agreement], Evidence | None]] = MappingProxyType(
    {
        "statement": lambda agreement: quote_date(agreement, agreement.statement) if agreement.statement else None,
        "annex": lambda agreement: quote_date(agreement, agreement.annex) if agreement.annex else None,
        "first_party": lambda a: quote_party(a, a.first_party) if a.first_party else None,
        "second_party": lambda a: quote_party(a, a.second_party) if a.second_party else None,
        "unit": lambda agreement: quote_unit(agreement) if agreement.unit else None,
    }
)
