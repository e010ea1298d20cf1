"""Who holds which office, as the agreements of a set say of their first and second parties."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pkcheck.graph import AgreementSet
from pkcheck.lexicon import lexicon
from pkcheck.model import Agreement, Party
from pkcheck.names import equal_name, name_words, similar_name
from pkcheck.parties import acts, is_named, mentions, one_person, own_names, wrong_superior
from pkcheck.positions import office, rank, same_post
from pkcheck.quoting import Side
from pkcheck.superiors import Office
from pkcheck.wording import normal

_FULL_NAME = 2


@dataclass(frozen=True, slots=True)
class Holding:
    """`names` are those under which an agreement has the holder of `office`; the first is the statement's."""

    agreement: Agreement
    side: Side
    who: Party
    office: Office
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name as the statement has it."""
        return self.names[0]

    @property
    def position(self) -> str:
        """The position as the statement has it."""
        return self.who.position or ""

    @property
    def circle(self) -> tuple[str, int | None]:
        """Institution and year, within which an office has one holder."""
        return normal(self.agreement.institution or ""), self.agreement.fiscal_year


def holdings_of(whole: AgreementSet) -> list[Holding]:
    """What the statements say of who holds an office for good, where the agreement is of one mind about it."""
    found = []
    for agreement in whole.agreements:
        first, second = agreement.first_party, agreement.second_party
        if first and first.name and first.position and is_named(first) and not acts(first):
            found.append(
                Holding(agreement, "first", first, whole.position_of(agreement), (first.name, *own_names(agreement)))
            )
        if second and second.name and second.position and is_named(second) and _is_sure(agreement, whole):
            right = whole.superior(agreement)
            own = whole.position_of(right) if right else office(second.position, agreement.institution)
            found.append(Holding(agreement, "second", second, own, (second.name,)))
    return [each for each in found if each.agreement.revision is None]


def clashing_offices(holdings: Sequence[Holding]) -> Iterator[tuple[Office, list[Holding]]]:
    """Offices with two holders: who is named there, the first parties before the second ones."""
    by_office: dict[tuple[object, Office], list[Holding]] = defaultdict(list)
    for each in holdings:
        if _has_one_holder(each.office):
            by_office[each.circle, each.office].append(each)
    for (_, own), held in by_office.items():
        ordered = sorted(held, key=lambda each: each.side)
        known = ordered[0]
        others = [each for each in ordered[1:] if not _same_holder(known, each)]
        if others:
            yield own, [known, *others]


def people_in_two_offices(holdings: Sequence[Holding]) -> Iterator[list[Holding]]:
    """First parties that sign in more than one office."""
    by_person: dict[tuple[object, str], list[Holding]] = defaultdict(list)
    for each in holdings:
        words = name_words(each.name)
        if each.side == "first" and (len(words) >= _FULL_NAME or each.who.nip):
            by_person[each.circle, each.who.nip or " ".join(words)].append(each)
    for held in by_person.values():
        different: list[Holding] = []
        for each in held:
            institution = each.agreement.institution
            if not any(same_post(each.position, other.position, institution) for other in different):
                different.append(each)
        if len(different) > 1 and all(equal_name(each.name, held[0].name) for each in different):
            yield different


def _is_sure(agreement: Agreement, whole: AgreementSet) -> bool:
    """Whether nothing else is wrong with the second party, and every place names the same person."""
    if acts(agreement.second_party) or one_person(agreement) or wrong_superior(agreement, whole):
        return False
    names = [who.name or "" for who in mentions(agreement, "second")]
    return all(similar_name(names[0], each) for each in names[1:])


def _same_holder(one: Holding, other: Holding) -> bool:
    return any(similar_name(a, b) for a in one.names for b in other.names)


def _has_one_holder(own: Office) -> bool:
    """Whether an office is one that a single person holds: not a bare "Kepala Seksi", nor a functional position."""
    title, level = " ".join(own), rank(own)
    if level is None or title in lexicon().shared_titles:
        return False
    return title not in lexicon().office_ranks or level < 3  # noqa: PLR2004
