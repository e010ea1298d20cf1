"""The provisions' data file: complete, well-formed, and honest about what was checked."""

from datetime import date
from urllib.parse import urlsplit

import pytest
from pydantic import ValidationError

from pkcheck.provisions import Provision, provision, provisions, snapshot

IDS = [*(f"R{number:02}" for number in range(1, 25)), "INF"]
WITHOUT_WORDS = {"R23"}  # read in a repeating source, of which no sentence was kept
INFERRED = {"R01", "R04", "R05", "R09", "R14", "INF"}
ALL = [pytest.param(entry, id=entry.id) for entry in provisions().values()]


def test_every_basis_is_there_and_no_other() -> None:
    assert list(provisions()) == IDS


@pytest.mark.parametrize("entry", ALL)
def test_verification_is_one_of_four_grades(entry: Provision) -> None:
    assert entry.verification in {"verified", "repeated", "inference", "unverified"}


@pytest.mark.parametrize("entry", ALL)
def test_what_was_read_is_quoted_and_cited(entry: Provision) -> None:
    if entry.verification in {"verified", "repeated"}:
        assert entry.citation
        assert bool(entry.quote) != (entry.id in WITHOUT_WORDS)


@pytest.mark.parametrize("entry", ALL)
def test_an_inferred_basis_says_so(entry: Provision) -> None:
    assert entry.inference or entry.verification != "inference"


@pytest.mark.parametrize("entry", ALL)
def test_every_address_is_one(entry: Provision) -> None:
    if entry.id == "INF":
        assert (entry.citation, entry.provision, entry.quote, entry.source_url) == ("", "", "", "")
    else:
        address = urlsplit(entry.source_url)
        assert address.scheme in {"http", "https"}
        assert address.netloc


@pytest.mark.parametrize("entry", ALL)
def test_titles_and_notes_speak_both_languages(entry: Provision) -> None:
    texts = (entry.title_id, entry.title_en, entry.note_id, entry.note_en)
    assert all(text.strip() for text in texts)
    assert len(set(texts)) == len(texts)
    assert entry.note_id.endswith(".")
    assert entry.note_en.endswith(".")


def test_an_equality_that_no_provision_states_is_marked_as_inferred() -> None:
    assert {entry.id for entry in provisions().values() if entry.inference} == INFERRED


def test_an_unknown_id_is_answered_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match=r"no provision 'R99'.*R01.*INF"):
        provision("R99")


def test_a_provision_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(provision("R01"), "quote", "lain")  # noqa: B010  a plain assignment is refused by the type checker


def test_the_texts_were_read_on_a_day() -> None:
    assert snapshot() == date(2026, 11, 23)
