"""Positions (*jabatan*) as they are compared: the office without the institution, and its rank."""

from rapidfuzz import fuzz

from pkcheck.interpret.vocabulary import vocabulary
from pkcheck.lexicon import lexicon
from pkcheck.wording import plain, words

_SAME_INSTITUTION = 85.0
_SAME_OFFICE = 92.0
_LINKING = {"pada", "di", "sekretariat", "lingkungan"}


def office(position: str, institution: str | None) -> tuple[str, ...]:
    """The words of a position without acting prefix and institution.

    "Plt. Sekretaris KPU Provinsi X" of institution "Komisi Pemilihan Umum Provinsi X" gives ("sekretaris",).
    """
    full = _without_acting(words(position))
    own = words(institution or "")
    scores = {at: _institution_score(full[at:], own) for at in range(1, len(full))}
    cut = max(scores, key=lambda at: (scores[at], -at), default=len(full))
    core = full[:cut] if scores.get(cut) else full
    while len(core) > 1 and core[-1] in _LINKING:
        core = core[:-1]
    return core if len(core) > 1 or core != ("kepala",) else full


def same_office(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two offices are the same but for a slip or a short form."""
    if one == other:
        return True
    if not one or not other or _numbers(one) != _numbers(other):
        return False
    return one[:2] == other[:2] and fuzz.ratio(" ".join(one), " ".join(other)) >= _SAME_OFFICE


def rank(office_words: tuple[str, ...]) -> int | None:
    """The level of an office in its organisation, 1 the highest; None for an office that the lexicon does not know."""
    text = " ".join(office_words)
    known = [opening for opening in lexicon().office_ranks if text == opening or text.startswith(f"{opening} ")]
    return lexicon().office_ranks[max(known, key=len)] if known else None


def is_external_head(position: str) -> bool:
    """Whether a position heads a level above any agency (governor, regent, minister)."""
    text = plain(position)
    return any(text == head or text.startswith(f"{head} ") for head in lexicon().external_heads)


def _without_acting(full: tuple[str, ...]) -> tuple[str, ...]:
    for prefix in lexicon().acting_prefixes:
        opening = tuple(plain(prefix).split())
        if opening and full[: len(opening)] == opening:
            return full[len(opening) :]
    return full


def _institution_score(tail: tuple[str, ...], own: tuple[str, ...]) -> float:
    """How well the end of a position names the institution, 0 where it is something else."""
    if not own:
        return 0.0
    if len(tail) > 1 and tail[0] in vocabulary().letterhead.institution and set(tail) <= set(own):
        return 100.0
    score = fuzz.ratio(" ".join(tail), " ".join(own))
    return score if score >= _SAME_INSTITUTION else 0.0


def _numbers(office_words: tuple[str, ...]) -> set[str]:
    return {word for word in office_words if word.isdigit() or word in {"i", "ii", "iii", "iv", "v"}}
