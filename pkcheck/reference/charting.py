"""An agreement beside the organisation chart: its post, who holds it on the day, and whom it answers to."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pkcheck import messages
from pkcheck.dating import days_of
from pkcheck.graph import AgreementSet
from pkcheck.headings import telling_words
from pkcheck.model import Agreement, Party
from pkcheck.names import name_words, same_name
from pkcheck.parties import acts, is_named, mentions, own_names, wrong_superior
from pkcheck.positions import is_external_head, office, same_office
from pkcheck.reference.matching import Group, Units, charts_of, groups_of
from pkcheck.reference.model import Holder, Post
from pkcheck.texts import Text

What = Literal["unit", "holder", "not_then", "superior", "superior_holder", "superior_not_then"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What agreements have otherwise than the chart; several where one fault shows in all of them.

    `post` is the chart's, for a holder the post that is said to be held; `holders` are who held it on the day.
    """

    agreements: tuple[Agreement, ...]
    what: What
    post: Post
    holders: tuple[Holder, ...] = ()

    @property
    def agreement(self) -> Agreement:
        """The first of the agreements."""
        return self.agreements[0]


class Charting:
    """The agreements of one group beside the charts of their institution."""

    def __init__(self, group: Group, whole: AgreementSet) -> None:
        self._whole = whole
        self.group = group
        self.posts = tuple(post for chart in charts_of(whole, group) for post in chart.posts)
        self._by_office = {office(each.position, group[0].institution): each for each in reversed(self.posts)}

    def post(self, position: str | None) -> Post | None:
        """The post of a position."""
        if not position:
            return None
        own = office(position, self.group[0].institution)
        return self._by_office.get(own) or next((p for o, p in self._by_office.items() if same_office(o, own)), None)

    def post_of(self, agreement: Agreement) -> Post | None:
        """The post of the agreement's first party: by its position, else by its unit."""
        party = agreement.first_party
        found = self.post(party.position) if party else None
        return found or (self._of_unit.get(agreement.id) if party and party.position else None)

    def obstacle(self, agreement: Agreement) -> Text | None:
        """Why an agreement cannot be held against a chart; None where it can."""
        if self.post_of(agreement):
            return None
        return messages.NOT_IN_REFERENCE if self.posts else messages.REFERENCE_OF_OTHERS

    def differences(self) -> Iterator[Difference]:
        """Everything in which the agreements differ from the chart, each fault once."""
        odd = {each.agreement.id: each for each in self._holders()}
        yield from odd.values()
        for agreement in self.group:
            post = self.post_of(agreement)
            if post is not None:
                yield from self._unit(agreement, post)
                yield from self._superior(agreement, post)
        yield from self._superiors_holders(set(odd))

    def _telling(self, unit: str | None) -> frozenset[str]:
        """The words that tell a unit from others; one that is not told by any is like no other."""
        own = office(unit, self.group[0].institution) if unit else ()
        return telling_words(own) or frozenset([unit or "?"])

    @cached_property
    def _of_unit(self) -> dict[str, Post]:
        """Posts whose unit is that of one agreement alone."""
        units = Units(self.group, self._whole)
        found: dict[str, Post] = {}
        for post in (each for each in self.posts if each.unit):
            meant = units.find(post.unit)
            if len(meant) == 1:
                found.setdefault(meant[0].id, post)
        return found

    def _holders(self) -> Iterator[Difference]:
        for agreement in self.group:
            post, names = self.post_of(agreement), own_names(agreement)
            if post is not None and names and not _held(post, agreement, names, agreement.first_party):
                holders = post.held_on(days_of(agreement))
                yield Difference((agreement,), "holder" if holders else "not_then", post, holders)

    def _unit(self, agreement: Agreement, post: Post) -> Iterator[Difference]:
        """The annex is headed by the unit of another post; the superior's unit may stand there."""
        named = [each for each in self.posts if each.unit and self._telling(each.unit) == self._telling(agreement.unit)]
        fitting = (post, *(self.post(each) for each in post.superior))
        if post.unit and named and not any(each is own for each in named for own in fitting):
            yield Difference((agreement,), "unit", post)

    def _superior(self, agreement: Agreement, post: Post) -> Iterator[Difference]:
        superior = self._whole.superiors[agreement.id]
        right = self._whole.superior(agreement)
        position = right.first_party.position if right and right.first_party else None
        named = office(position, agreement.institution) if position else superior.office
        known = [office(each, agreement.institution) for each in post.superior]
        if known and named and not any(same_office(each, named) for each in known):
            yield Difference((agreement,), "superior", post)

    def _superiors_holders(self, told: set[str]) -> Iterator[Difference]:
        """Second parties that do not hold the superior's post; what the superior's own agreement has is told there."""
        found: dict[tuple[int, str], list[Agreement]] = defaultdict(list)
        for agreement in self.group:
            second, right = agreement.second_party, self._whole.superior(agreement)
            if second is None or not is_named(second) or wrong_superior(agreement, self._whole):
                continue
            post = self.post(second.position)
            names = [each.name or "" for each in mentions(agreement, "second")]
            if post is None or _held(post, agreement, names, second):
                continue
            echo = right is not None and right.id in told and any(same_name(names[0], own) for own in own_names(right))
            if not echo:
                found[self.posts.index(post), " ".join(name_words(names[0]))].append(agreement)
        for (at, _), agreements in found.items():
            post = self.posts[at]
            holders = post.held_on(days_of(agreements[0]))
            yield Difference(tuple(agreements), "superior_holder" if holders else "superior_not_then", post, holders)


def chartings_of(whole: AgreementSet) -> Iterator[Charting]:
    """One for each group of agreements."""
    return (Charting(group, whole) for group in groups_of(whole))


def posts_without_agreement(whole: AgreementSet) -> Iterator[tuple[Group, Post]]:
    """The posts of the charts that make an agreement and have none in a year of which there are some."""
    for agency in whole.agencies:
        for year in dict.fromkeys(each.fiscal_year for each in agency):
            group = tuple(each for each in agency if each.fiscal_year == year)
            charting = Charting(group, whole)
            made = [office(post.position, group[0].institution) for each in group if (post := charting.post_of(each))]
            for post in charting.posts:
                own = office(post.position, group[0].institution)
                if post.agreement and own not in made and not is_external_head(post.position):
                    yield group, post


def _held(post: Post, agreement: Agreement, names: Sequence[str], party: Party | None) -> bool:
    """Whether one of `names` holds the post on the agreement's day, as far as the chart knows.

    It does not know who acts where it names nobody that acts, nor anybody on a day for which it names none.
    """
    everyone, then = post.everyone(), post.held_on(days_of(agreement))
    if acts(party) and not any(each.acting for each in everyone):
        return True
    known = any(same_name(each.name, name) for each in then for name in names)
    return known or not (then or any(same_name(each.name, name) for each in everyone for name in names))
