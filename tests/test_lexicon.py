"""The words of the field: well-formed, and not at odds with each other."""

from collections.abc import Iterator

import pytest
from rapidfuzz.distance import OSA

from pkcheck.lexicon import Lexicon, lexicon

LISTS = [name for name, field in Lexicon.model_fields.items() if field.annotation == tuple[str, ...]]


def every_word(words: Lexicon) -> Iterator[str]:
    for name, value in words:
        if name == "terms":
            for term in words.terms:
                yield from (term.right, *term.wrong)
        elif isinstance(value, dict):
            for key, to in value.items():
                yield key
                yield from (to,) if isinstance(to, str) else to if isinstance(to, tuple) else ()
        else:
            yield from value


def test_every_word_is_in_lower_case_and_trim() -> None:
    wrong = [word for word in every_word(lexicon()) if word != " ".join(word.lower().split()) or not word]
    assert wrong == []


@pytest.mark.parametrize("name", LISTS)
def test_no_list_is_empty_or_says_a_word_twice(name: str) -> None:
    words = getattr(lexicon(), name)
    assert words
    assert sorted(set(words)) == sorted(words)


def test_a_function_word_is_no_measure_word() -> None:
    assert not set(lexicon().stopwords) & set(lexicon().measure_words)


def test_an_abbreviation_is_one_token_without_its_dot_and_leads_to_no_other() -> None:
    short = lexicon().abbreviations
    assert [word for word in short if "." in word or " " in word] == []
    assert [word for word, full in short.items() if set(full.split()) & set(short)] == []


def test_every_report_noun_is_an_output_noun() -> None:
    assert set(lexicon().report_nouns) <= set(lexicon().output_nouns)


def test_no_word_is_both_settled_and_unwanted() -> None:
    assert not set(lexicon().settled_words) & set(lexicon().unwanted_counts)


def test_every_report_noun_but_its_short_form_is_counted() -> None:
    assert set(lexicon().report_nouns) - set(lexicon().counted_by) == {"lap"}


def test_every_unit_is_known_to_the_registry() -> None:
    from pkcheck.quantities.units import unit_name

    units = {unit for fitting in lexicon().counted_by.values() for unit in fitting} | set(lexicon().generic_units)
    assert sorted(unit for unit in units if unit_name(unit) != unit) == []


def test_ranks_run_from_the_head_to_the_lowest_unit() -> None:
    assert set(lexicon().office_ranks.values()) == {1, 2, 3, 4}


def test_a_term_is_never_its_own_mistake() -> None:
    wrong = [word for term in lexicon().terms for word in term.wrong]
    assert not {term.right for term in lexicon().terms} & set(wrong)
    assert len(set(wrong)) == len(wrong)


def test_a_neighbour_is_no_slip_and_does_stand_beside_a_word() -> None:
    words = lexicon().words
    for neighbour in lexicon().ordinary_neighbours:
        assert neighbour not in words
        assert any(OSA.distance(neighbour, word) == 1 for word in words), neighbour


def test_no_other_word_of_the_lexicon_looks_like_a_slip() -> None:
    listed = lexicon()
    wrong = {word for term in listed.terms for word in term.wrong}
    known = set(listed.words) | set(listed.ordinary_neighbours) | set(listed.abbreviations) | wrong
    tokens = {token for text in every_word(listed) for token in text.split()} - known
    near = {token: word for token in tokens for word in listed.words if OSA.distance(token, word, score_cutoff=1) == 1}
    assert {token: word for token, word in near.items() if token not in wrong} == {}
