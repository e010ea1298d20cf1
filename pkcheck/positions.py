"""Positions (*jabatan*) as they are compared: the office without the institution, and its rank."""

from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from pkcheck.lexicon import lexicon
from pkcheck.wording import plain, words

_SAME_INSTITUTION = 85.0
_SHORT_WORD = 4
_SYLLABLE = 4
_ABBREVIATION = 3
_LINKING = {"pada", "di", "sekretariat", "lingkungan"}


@lru_cache(maxsize=10_000)
def office(position: str, institution: str | None) -> tuple[str, ...]:
    """The words of a position without acting prefix and institution.

    "Plt. Sekretaris KPU Provinsi X" of institution "Komisi Pemilihan Umum Provinsi X" gives ("sekretaris",); who heads the
    institution keeps the word for what it is: "Kepala Dinas Kesehatan Kota X" gives ("kepala", "dinas").
    """
    full = _without_acting(words(position))
    own = words(institution or "")
    full, own = _written_out(full, own), _written_out(own, full)
    core = full[: _where_the_institution_begins(full, own)]
    while len(core) > 1 and core[-1] in _LINKING:
        core = core[:-1]
    if core == ("kepala",):
        return full[:2]
    return core[:1] if _heads_by_title(core, own) else core


@lru_cache(maxsize=100_000)
def same_office(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two offices are the same but for a slip or an abbreviation.

    A slip is a letter in a long word, a word printed twice, a missing "dan".
    """
    if "".join(one) == "".join(other):
        return bool(one)
    if not one or not other or one[0] != other[0]:
        return False
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return all(
        kind == "equal"
        or (kind == "replace" and b - a == d - c and all(map(_slips, one[a:b], other[c:d])))
        or (kind == "replace" and (_is_made_of(one[a:b], other[c:d]) or _is_made_of(other[c:d], one[a:b])))
        or (kind == "delete" and all(_is_idle(one, at) for at in range(a, b)))
        or (kind == "insert" and all(_is_idle(other, at) for at in range(c, d)))
        for kind, a, b, c, d in changes
    )


def same_post(one: str, other: str, institution: str | None) -> bool:
    """Whether two positions in one agreement mean the same office: equal, a slip, or the one short for the other.

    "Kepala Bidang Pelayanan," in a signature block is short for "Kepala Bidang Pelayanan Dinas Kesehatan Kota X", and so
    is "Kepala Bidang," alone.
    """
    a, b, known = office(one, institution), office(other, institution), bool(institution)
    return (
        same_office(a, b) or is_short_for(a, b, institution_known=known) or is_short_for(b, a, institution_known=known)
    )


def is_short_for(short: tuple[str, ...], long: tuple[str, ...], *, institution_known: bool) -> bool:
    """Whether `short` is `long` without the institution at its end, or nothing but the title of the office.

    Where the institution is known it was taken off already: what then heads a further one is another head.
    """
    if not short or long[: len(short)] != short or rank(short) != rank(long):
        return False
    rest = long[len(short) :]
    if not rest or rest[0] in _LINKING or rest[0] in lexicon().institution_words:
        return True
    if rank(short) is None:
        return len(short) > 1  # "Analis Kebijakan Ahli Muda/Sub Koordinator Perencanaan"
    return " ".join(short) in lexicon().office_ranks and not (institution_known and rank(short) == 1)


def is_acting(position: str) -> bool:
    """Whether a position is held for a time only (Plt., Plh., Pj.)."""
    return _without_acting(words(position)) != words(position)


def rank(office_words: tuple[str, ...]) -> int | None:
    """The level of an office in its organisation, 1 the highest; None for an office that the lexicon does not know."""
    text = " ".join(office_words)
    known = [opening for opening in lexicon().office_ranks if text == opening or text.startswith(f"{opening} ")]
    return lexicon().office_ranks[max(known, key=len)] if known else None


def heads_all(office_words: tuple[str, ...], institution: str | None) -> bool:
    """Whether an office of a known institution is nothing but the title of who heads it: "Ketua", "Kepala Dinas"."""
    return bool(institution) and rank(office_words) == 1 and " ".join(office_words) in lexicon().office_ranks


def is_functional(position: str) -> bool:
    """Whether a position is a functional one (jabatan fungsional), which heads no unit."""
    text = " ".join(_without_acting(tuple(plain(position).split())))
    if rank(tuple(text.split())) is not None:
        return False
    opens = any(text == title or text.startswith(f"{title} ") for title in lexicon().functional_titles)
    return opens or any(f" {grade} " in f" {text} " for grade in lexicon().functional_grades)


def is_external_head(position: str) -> bool:
    """Whether a position heads a level above any agency (governor, regent, minister)."""
    text = " ".join(_without_acting(tuple(plain(position).split())))
    return any(text == head or text.startswith(f"{head} ") for head in lexicon().external_heads)


def heads_a_house(position: str) -> bool:
    """Whether a position heads a house of its own below a larger one: a court, a police resort, a university."""
    text = " ".join(_without_acting(tuple(plain(position).split())))
    return any(text == head or text.startswith(f"{head} ") for head in lexicon().house_heads)


def _without_acting(full: tuple[str, ...]) -> tuple[str, ...]:
    for prefix in lexicon().acting_prefixes:
        opening = tuple(plain(prefix).split())
        if opening and full[: len(opening)] == opening:
            return full[len(opening) :]
    return full


def _where_the_institution_begins(full: tuple[str, ...], own: tuple[str, ...]) -> int:
    """The first of the words after which a position names nothing but the institution, as well as any; else its end."""
    if not own:
        return len(full)
    # Mostly it stands there word for word; then only what names it by some of its words could begin before it.
    exact = len(full) - len(own)
    if exact > 0 and full[exact:] == own:
        return next((at for at in range(1, exact) if _names_it(full[at:], own)), exact)
    scores = {at: _institution_score(full[at:], own) for at in range(1, len(full))}
    cut = max(scores, key=lambda at: (scores[at], -at), default=len(full))
    return cut if scores.get(cut) else len(full)


def _names_it(tail: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether the end of a position names the institution by some of its words, or by all of them and more."""
    return tail[0] in lexicon().institution_words and (
        set(tail) <= set(own) or (tail[0] == own[0] and set(own) <= set(tail))
    )


def _institution_score(tail: tuple[str, ...], own: tuple[str, ...]) -> float:
    """How well the end of a position names the institution, 0 where it is something else."""
    if not own or not tail:
        return 0.0
    if _names_it(tail, own):
        return 100.0
    score = fuzz.ratio(" ".join(tail), " ".join(own))
    return score if score >= _SAME_INSTITUTION else 0.0


def _heads_by_title(core: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether an office is a title and the name of the place: "Camat Sukasari", "Inspektur Kota X"."""
    return (
        len(core) > 1
        and set(core[1:]) <= set(own)
        and core[0] in lexicon().office_ranks
        and rank(core) == rank(core[:1]) == 1
    )


def _slips(one: str, other: str) -> bool:
    """Whether two long words are one letter apart."""
    return min(len(one), len(other)) > _SHORT_WORD and OSA.distance(one, other, score_cutoff=1) <= 1


def _is_made_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one word consists of the beginnings of several: "kesmas" of "kesehatan masyarakat", "sd" of "sekolah dasar"."""
    telling = tuple(word for word in long if word not in lexicon().stopwords)
    return len(short) == 1 and len(telling) > 1 and _spells(short[0], telling)


def _written_out(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[str, ...]:
    """`short` with every abbreviation of words that stand side by side in `long` replaced by them: "bpbd", "bappeda"."""
    found: list[str] = []
    for word in short:
        found.extend((word,) if word in long or len(word) < _ABBREVIATION else _run_spelled(word, long) or (word,))
    return tuple(found)


@lru_cache(maxsize=20_000)
def _run_spelled(word: str, long: tuple[str, ...]) -> tuple[str, ...] | None:
    runs = (long[start:end] for start in range(len(long)) for end in range(len(long), start + 1, -1))
    return next((run for run in runs if run[0][:1] == word[0] and _is_made_of((word,), run)), None)


def _spells(text: str, long: tuple[str, ...]) -> bool:
    if not long:
        return not text
    return any(
        text.startswith(long[0][:size]) and _spells(text[size:], long[1:])
        for size in range(1, min(len(long[0]), _SYLLABLE) + 1)
    )


def _is_idle(office_words: tuple[str, ...], at: int) -> bool:
    """Whether a word says nothing: a function word, or what a reader doubled ("provinsi insi")."""
    word, before = office_words[at], office_words[at - 1] if at else ""
    return word in lexicon().stopwords or before.endswith(word)
