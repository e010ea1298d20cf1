"""Runs the examples that a rule brings along, built-in or not, and says where they do not hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pkcheck import rule_texts
from pkcheck.discovery import LoadedRule, load_rules
from pkcheck.engine import Selection, judge
from pkcheck.errors import InputError
from pkcheck.findings import Coverage, Finding
from pkcheck.graph import AgreementSet
from pkcheck.plugins import RuleBook
from pkcheck.rule import Example, Found, Rule
from pkcheck.tell import record_of
from pkcheck.texts import Fact, Lang, Text, literal


@dataclass(frozen=True)
class Complaint:
    """One thing that does not hold."""

    text: Text
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def say(self, lang: Lang) -> str:
        """The sentence."""
        return self.text.say(lang, **self.facts)


@dataclass(frozen=True)
class Tested:
    """A rule and what its examples came to: for each that does not hold its name and the complaints."""

    loaded: LoadedRule
    failures: tuple[tuple[str, tuple[Complaint, ...]], ...]

    @property
    def examples(self) -> int:
        """How many were run."""
        return len(self.loaded.valid) + len(self.loaded.invalid)


def run_rule(loaded: LoadedRule) -> Tested:
    """Run every example of a rule."""
    results = [
        *((each.name, (*_expects_findings(each), *run_example(loaded, each))) for each in loaded.valid),
        *((each.name, (*_expects_nothing(each), *run_example(loaded, each))) for each in loaded.invalid),
    ]
    return Tested(loaded, tuple((name, complaints) for name, complaints in results if complaints))


def run_example(loaded: LoadedRule, example: Example) -> tuple[Complaint, ...]:
    """What the rule does otherwise than the example says; () where it holds."""
    try:
        whole = example.whole()
    except InputError as error:
        return (Complaint(rule_texts.DATA_UNUSABLE, {"reason": error.sentence}),)
    findings, account = said_by(loaded, whole)
    if account.status != "ran":
        reason = account.reason.say("id", **account.facts) if account.reason else account.status
        english = account.reason.say("en", **account.facts) if account.reason else account.status
        return (Complaint(rule_texts.BROKE, {"reason": _literal(reason, english)}),)
    skipped = [each.subject.id for each in account.not_checked]
    return (
        *_other_findings(findings, example.finds),
        *_other_skips(skipped, example.skips),
        *(complaint for each in findings for complaint in _untold(each, loaded.rule)),
    )


def said_by(loaded: LoadedRule, whole: AgreementSet) -> tuple[tuple[Finding, ...], Coverage]:
    """What the rule finds in a set, and its account. One that comes last looks at what the built-in rules found."""
    code = loaded.rule.code
    others = [each for each in load_rules() if each.rule.code != code] if loaded.comes_last else []
    judgement = judge(whole, [*others, loaded], Selection(select=() if loaded.comes_last else (code,)))
    (account,) = [each for each in judgement.coverage if each.code == code]
    return tuple(each for each in judgement.findings if each.code == code), account


def report_lines(tested: Sequence[Tested], book: RuleBook, lang: Lang) -> Iterator[str]:
    """Every rule with its result, what was expected and found where an example fails, and the totals."""
    for one in tested:
        facts: dict[str, Fact] = {"code": one.loaded.rule.code, "name": one.loaded.rule.name}
        if not one.failures:
            yield rule_texts.EXAMPLE_HOLDS.say(lang, **facts, examples=one.examples)
            continue
        yield rule_texts.EXAMPLE_FAILS.say(lang, **facts)
        for name, complaints in one.failures:
            yield f"  {rule_texts.EXAMPLE_NAME.say(lang, name=name)}"
            yield from (f"    {line}" for each in complaints for line in each.say(lang).split("\n"))
    yield rule_texts.TOTAL.say(
        lang,
        rules=len(tested),
        examples=sum(each.examples for each in tested),
        failed=sum(bool(each.failures) for each in tested),
        broken=len(book.broken),
    )


def _expects_findings(valid: Example) -> Iterator[Complaint]:
    if valid.finds:
        yield Complaint(rule_texts.VALID_BUT_FINDS)


def _expects_nothing(invalid: Example) -> Iterator[Complaint]:
    if not invalid.finds:
        yield Complaint(rule_texts.INVALID_WITHOUT_FINDS)


def _other_findings(findings: Sequence[Finding], expected: Sequence[Found]) -> Iterator[Complaint]:
    found = [Found(each.at, each.amount) for each in findings]
    if found != list(expected):
        yield Complaint(rule_texts.EXPECTED_FOUND, {"expected": _named(expected)})
        yield Complaint(rule_texts.FOUND_INSTEAD, {"found": _named(found)})


def _named(found: Sequence[Found]) -> list[Text]:
    return [_of(each) for each in found] or [rule_texts.NOTHING]


def _of(found: Found) -> Text:
    if found.amount is None:
        return _literal(found.at, found.at)
    facts: dict[str, Fact] = {"at": found.at, "amount": found.amount}
    return _literal(rule_texts.FOUND_AMOUNT.say("id", **facts), rule_texts.FOUND_AMOUNT.say("en", **facts))


def _other_skips(skipped: Sequence[str], expected: Sequence[str] | None) -> Iterator[Complaint]:
    if expected is not None and list(skipped) != list(expected):
        nothing = [rule_texts.NOTHING]
        yield Complaint(rule_texts.EXPECTED_SKIPPED, {"expected": list(expected) or nothing})
        yield Complaint(rule_texts.SKIPPED_INSTEAD, {"found": list(skipped) or nothing})


def _untold(finding: Finding, rule: Rule) -> Iterator[Complaint]:
    """A finding without evidence, or one whose sentences do not fit its facts."""
    if not finding.evidence:
        yield Complaint(rule_texts.WITHOUT_EVIDENCE, {"at": finding.at})
    try:
        record_of(finding, rule, "id")
        record_of(finding, rule, "en")
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        yield Complaint(rule_texts.UNTELLABLE, {"at": finding.at, "problem": f"{type(error).__name__}: {error}"})


def _literal(indonesian: str, english: str) -> Text:
    """A sentence that is ready, as a fact of another."""
    return Text(id=literal(indonesian), en=literal(english))
