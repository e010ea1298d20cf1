"""Every rule's own examples: what they say is found, and nothing else by that rule."""

import pytest

from pkcheck.discovery import LoadedRule, load_rules
from pkcheck.provisions import provisions
from pkcheck.rule import Example, Found
from pkcheck.ruletests import said_by
from pkcheck.tell import record_of
from pkcheck.texts import placeholders

RULES = load_rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.rule.code}-{example.name}")
    for rule in RULES
    for example in (*rule.valid, *rule.invalid)
]
EACH = [pytest.param(rule, id=rule.rule.code) for rule in RULES]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_rule_finds_what_its_example_says_and_nothing_else(rule: LoadedRule, example: Example) -> None:
    findings, account = said_by(rule, example.whole())
    assert account.status == "ran", account.facts
    assert [Found(f.at, f.amount) for f in findings] == list(example.finds)
    if example.skips is not None:
        assert [each.subject.id for each in account.not_checked] == list(example.skips)
    for finding in findings:
        assert finding.evidence
        assert record_of(finding, rule.rule, "id").message != record_of(finding, rule.rule, "en").message


@pytest.mark.parametrize("rule", EACH)
def test_valid_examples_are_silent_and_invalid_ones_are_not(rule: LoadedRule) -> None:
    assert not any(example.finds for example in rule.valid)
    assert all(example.finds for example in rule.invalid)
    names = [example.name for example in (*rule.valid, *rule.invalid)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", EACH)
def test_both_languages_use_the_same_facts(rule: LoadedRule) -> None:
    own = rule.rule
    for text in (own.title, own.message, own.why, own.advice, *own.variants.values()):
        assert text.id
        assert text.en
        assert placeholders(text.id) == placeholders(text.en)
    assert not placeholders(own.title.id)
    assert not placeholders(own.why.id)


@pytest.mark.parametrize("rule", EACH)
def test_every_basis_exists(rule: LoadedRule) -> None:
    assert set(rule.rule.basis) <= set(provisions())


def test_there_are_rules() -> None:
    assert len(RULES) > 1
