"""Many sets one after the other: each is freed as soon as it is judged, without a search for cycles."""

import gc
import weakref

from pkcheck.collecting import collecting_seldom
from pkcheck.discovery import load_rules
from pkcheck.engine import Ready, judge_set, ready
from pkcheck.rule import Example


def test_a_judged_set_is_freed_at_once() -> None:
    rules = load_rules()
    prepared = ready(rules)
    examples: list[Example] = [each for rule in rules for each in (*rule.valid, *rule.invalid)]
    gc.disable()
    try:
        assert [each.name for each in examples if _outlives(each, prepared)] == []
    finally:
        gc.enable()


def _outlives(example: Example, prepared: Ready) -> bool:
    whole = example.whole()
    judge_set(prepared, whole)
    left = weakref.ref(whole)
    del whole
    return left() is not None


def test_the_usual_search_comes_back() -> None:
    before = gc.get_threshold()
    with collecting_seldom():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
